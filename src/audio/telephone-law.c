/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/telephone-law.h"

#include <math.h>
#include <sndfile.h>
#include <string.h>

/* libsndfile knows both laws. It works on files: here they are a block of memory, without a header.
 *
 * Samples are handed over as 16-bit integers, cut towards zero. From those libsndfile looks up the
 * code by their upper 12 (A) or 14 (µ) bits, cut again, which gives the decision values of G.711; its
 * own way from floats rounds first, and so moves each of them by half of the smallest step. */

typedef struct {
  guint8 *codes;
  sf_count_t length;
  sf_count_t position;
} Memory;

static sf_count_t
memory_length (void *data)
{
  return ((Memory *) data)->length;
}

static sf_count_t
memory_seek (sf_count_t offset, int whence, void *data)
{
  Memory *self = data;
  sf_count_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->position : self->length;

  self->position = CLAMP (from + offset, 0, self->length);
  return self->position;
}

static sf_count_t
memory_read (void *to, sf_count_t n, void *data)
{
  Memory *self = data;

  n = MIN (n, self->length - self->position);
  memcpy (to, self->codes + self->position, (gsize) n);
  self->position += n;
  return n;
}

static sf_count_t
memory_write (const void *from, sf_count_t n, void *data)
{
  Memory *self = data;

  n = MIN (n, self->length - self->position);
  memcpy (self->codes + self->position, from, (gsize) n);
  self->position += n;
  return n;
}

static sf_count_t
memory_tell (void *data)
{
  return ((Memory *) data)->position;
}

static SNDFILE *
open_memory (Memory *memory, DeskLaw law, int mode)
{
  SF_VIRTUAL_IO io = { memory_length, memory_seek, memory_read, memory_write, memory_tell };
  SF_INFO info = {
    .format = SF_FORMAT_RAW | (law == DESK_LAW_A ? SF_FORMAT_ALAW : SF_FORMAT_ULAW),
    .samplerate = 8000,
    .channels = 1,
  };

  return sf_open_virtual (&io, mode, &info, memory);
}

DeskLaw
desk_law_of (DeskCountry country)
{
  return country == DESK_COUNTRY_US ? DESK_LAW_MU : DESK_LAW_A;
}

double
desk_law_overload_dbm0 (DeskLaw law)
{
  return law == DESK_LAW_MU ? 3.17 : 3.14;
}

void
desk_law_encode (DeskLaw law, const float *samples, guint8 *codes, gsize n)
{
  Memory memory = { .codes = codes, .length = (sf_count_t) n };
  SNDFILE *file = open_memory (&memory, law, SFM_WRITE);
  g_autofree short *cut = g_new (short, n);

  g_return_if_fail (file != NULL);

  for (gsize i = 0; i < n; i++)
    cut[i] = (short) CLAMP (samples[i] * 32768.0f, -32767.0f, 32767.0f);
  sf_write_short (file, cut, (sf_count_t) n);
  sf_close (file);
}

void
desk_law_decode (DeskLaw law, const guint8 *codes, float *samples, gsize n)
{
  Memory memory = { .codes = (guint8 *) codes, .length = (sf_count_t) n };
  SNDFILE *file = open_memory (&memory, law, SFM_READ);

  g_return_if_fail (file != NULL);

  sf_read_float (file, samples, (sf_count_t) n);
  sf_close (file);
}
