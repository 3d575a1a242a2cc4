/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <sndfile.h>
#include <soxr.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_FRAMES 2048
#define MOST_CHANNELS 2
#define LOWEST_RATE 4000
#define HIGHEST_RATE 384000

/* For a file that does not say how long it is, libsndfile claims more frames than there are. */
#define MOST_FRAMES (G_MAXINT64 / 1000)

struct _DeskTapeReader {
  SNDFILE *file; /* owned, as below */
  SF_INFO info;
  soxr_t resampler;
  float *block; /* as decoded */
  float *mono;  /* the same: what is left of it begins at `used` */
  gsize used;
  gsize n_mono;
  gboolean ended; /* the file is read to its end */
};

static gboolean
fail (GIOErrorEnum code, const char *why, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, code, why);
  return FALSE;
}

static gboolean
fail_system (int saved_errno, GError **error)
{
  return fail (g_io_error_from_errno (saved_errno), g_strerror (saved_errno), error);
}

/* libsndfile's message is for programmers, and in English. */
static gboolean
fail_broken (GError **error)
{
  return fail (G_IO_ERROR_INVALID_DATA, _ ("It is no sound file, or a broken one."), error);
}

/* O_NONBLOCK: the name may be that of a pipe, and must not hold us up. */
static gboolean
open_file (DeskTapeReader *self, const char *path, GError **error)
{
  const int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat info;

  if (fd < 0)
    return fail_system (errno, error);
  if (fstat (fd, &info) < 0 || !S_ISREG (info.st_mode)) {
    close (fd);
    return fail (G_IO_ERROR_NOT_REGULAR_FILE, _ ("It is not a file."), error);
  }
  self->file = sf_open_fd (fd, SFM_READ, &self->info, SF_TRUE);
  return self->file != NULL || fail_broken (error);
}

static gboolean
check_info (const SF_INFO *info, GError **error)
{
  if (info->channels < 1 || info->channels > MOST_CHANNELS || info->samplerate < LOWEST_RATE ||
      info->samplerate > HIGHEST_RATE || info->frames > MOST_FRAMES)
    return fail (G_IO_ERROR_INVALID_DATA, _ ("It is a sound file of another kind."), error);
  if (!info->seekable || info->frames <= 0)
    return fail (G_IO_ERROR_INVALID_DATA, _ ("Nothing is in it."), error);
  return TRUE;
}

static soxr_t
resampler_new (int rate)
{
  const soxr_quality_spec_t quality = soxr_quality_spec (SOXR_HQ, 0);
  const soxr_runtime_spec_t runtime = soxr_runtime_spec (1);

  return soxr_create (rate, DESK_MIXER_RATE, 1, NULL, NULL, &quality, &runtime);
}

DeskTapeReader *
desk_tape_reader_new (const char *path, GError **error)
{
  g_autoptr (DeskTapeReader) self = g_new0 (DeskTapeReader, 1);

  if (!open_file (self, path, error) || !check_info (&self->info, error))
    return NULL;
  self->resampler = resampler_new (self->info.samplerate);
  self->block = g_new (float, BLOCK_FRAMES *(gsize) self->info.channels);
  self->mono = g_new (float, BLOCK_FRAMES);
  return g_steal_pointer (&self);
}

void
desk_tape_reader_free (DeskTapeReader *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL)
    sf_close (self->file);
  soxr_delete (self->resampler);
  g_free (self->block);
  g_free (self->mono);
  g_free (self);
}

gint64
desk_tape_reader_get_duration_ms (const DeskTapeReader *self)
{
  return MAX (self->info.frames * 1000 / self->info.samplerate, 1);
}

gboolean
desk_tape_reader_seek (DeskTapeReader *self, gint64 position_ms, GError **error)
{
  const sf_count_t frame = position_ms * self->info.samplerate / 1000;

  soxr_delete (self->resampler);
  self->resampler = resampler_new (self->info.samplerate);
  self->used = self->n_mono = 0;
  self->ended = FALSE;
  return sf_seek (self->file, CLAMP (frame, 0, self->info.frames), SEEK_SET) >= 0 ||
         fail_broken (error);
}

/* A float file may hold anything; what is no number would spoil every later frame. */
static float
mix_down (const float *frame, gsize n_channels)
{
  float sum = 0;

  for (gsize c = 0; c < n_channels; c++)
    sum += frame[c];
  return isfinite (sum) ? sum : 0;
}

static gboolean
read_block (DeskTapeReader *self, GError **error)
{
  const gsize n_channels = (gsize) self->info.channels;
  const sf_count_t n = sf_readf_float (self->file, self->block, BLOCK_FRAMES);

  if (n < 0 || (n == 0 && sf_error (self->file) != SF_ERR_NO_ERROR))
    return fail_broken (error);
  self->used = 0;
  self->n_mono = (gsize) n;
  self->ended = n == 0;
  for (gsize i = 0; i < self->n_mono; i++)
    self->mono[i] = mix_down (self->block + i * n_channels, n_channels);
  return TRUE;
}

DeskSound *
desk_tape_reader_read (DeskTapeReader *self, guint n_frames, GError **error)
{
  g_autofree float *samples = g_new (float, n_frames);
  gsize done = 0;
  gsize n_out = 1;

  while (done < n_frames && (!self->ended || n_out > 0)) {
    gsize n_in = 0;

    if (self->used == self->n_mono && !self->ended && !read_block (self, error))
      return NULL;
    soxr_process (self->resampler, self->ended ? NULL : self->mono + self->used,
                  self->n_mono - self->used, &n_in, samples + done, n_frames - done, &n_out);
    self->used += n_in;
    done += n_out;
  }
  return done > 0 ? desk_sound_new_take (g_steal_pointer (&samples), (guint32) done, 0) : NULL;
}
