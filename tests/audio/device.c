/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "device.h"

#include <math.h>

#include "audio/mixer.h"
#include "audio/tape-track.h"

#define CHIRP_S .05
#define LOWEST_HZ 300.
#define HIGHEST_HZ 3000.
#define SEARCHED_S .04
#define LOUD .4

static double
chirp (double s)
{
  const double part = s / CHIRP_S;

  if (s < 0 || s >= CHIRP_S)
    return 0;
  return sin (2 * G_PI * s * (LOWEST_HZ + (HIGHEST_HZ - LOWEST_HZ) * part / 2)) *
         sin (G_PI * part) * LOUD;
}

void
desk_test_device_init (DeskTestDevice *self, gint64 origin_ns, double ppm, double late_s)
{
  *self = (DeskTestDevice){
    .tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64),
    .origin_ns = origin_ns,
    .ppm = ppm,
    .late_s = late_s,
    .frames = 480,
    .chance = g_rand_new_with_seed (7),
  };
}

void
desk_test_device_clear (DeskTestDevice *self)
{
  g_aligned_free (self->tap);
  g_rand_free (self->chance);
}

static double
sample_at (DeskTestDevice *self, double s)
{
  const double noise = self->noise > 0 ? g_rand_double_range (self->chance, -1, 1) : 0;

  return chirp (s - floor (s)) + noise * self->noise;
}

/* When the frame was heard, by the machine's clock. */
static double
time_of (const DeskTestDevice *self, gint64 frame)
{
  return (double) frame / (DESK_MIXER_RATE * (1 + self->ppm / 1e6));
}

static void
call (DeskTestDevice *self)
{
  const double at_s = time_of (self, self->n_frames);
  const double told_s = at_s + g_rand_double (self->chance) * self->late_s;
  g_autofree float *samples = g_new (float, self->frames);

  for (guint n = 0; n < self->frames; n++)
    samples[n] = (float) sample_at (self, time_of (self, self->n_frames + n));
  if (at_s < self->away_from || at_s >= self->away_to)
    desk_tap_write (self->tap, samples, 1, self->frames, self->origin_ns + (gint64) (told_s * 1e9));
  self->n_frames += self->frames;
}

void
desk_test_device_run (DeskTestDevice *self, double until_s)
{
  while (time_of (self, self->n_frames + self->frames) <= until_s)
    call (self);
}

static double
likeness (const float *tape, gint64 from, guint channel, const double *wanted, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (double) tape[2 * (from + i) + channel] * wanted[i];
  return sum;
}

double
desk_test_find_chirp (const float *tape, gsize n_frames, guint channel, double at_s)
{
  enum {
    LENGTH = (int) (CHIRP_S * DESK_TAPE_RATE)
  };
  const gint64 at = (gint64) floor (at_s * DESK_TAPE_RATE);
  const gint64 reach = (gint64) (SEARCHED_S * DESK_TAPE_RATE);
  double wanted[LENGTH];
  double energy = 0;
  double best = 0;
  gint64 found = 0;

  for (guint i = 0; i < LENGTH; i++) {
    wanted[i] = chirp ((double) i / DESK_TAPE_RATE);
    energy += wanted[i] * wanted[i];
  }
  for (gint64 from = MAX (at - reach, 0); from <= MIN (at + reach, (gint64) n_frames - LENGTH);
       from++) {
    const double now = likeness (tape, from, channel, wanted, LENGTH);

    if (now > best) {
      best = now;
      found = from;
    }
  }
  return best > energy / 2 ? (double) found / DESK_TAPE_RATE - at_s : NAN;
}
