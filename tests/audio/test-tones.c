/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tones.h"

#include <glib.h>
#include <math.h>

#include "spectrum.h"

#define RATE 48000

/* Amplitude of `hz` in a stretch of samples (Goertzel). */
static float
peak (const DeskPcm *pcm, guint from_ms, guint to_ms)
{
  float greatest = 0;

  for (guint i = from_ms * 48; i < to_ms * 48 && i < pcm->n_frames; i++)
    greatest = MAX (greatest, fabsf (pcm->samples[i]));

  return greatest;
}

typedef struct {
  DeskTone tone;
  DeskCountry country;
  guint hz[2];
  guint ms[4]; /* on, off, on, off */
} Row;

/* The first three countries from the design, the others from the ITU's list. */
static const Row rows[] = {
  { DESK_TONE_RINGBACK, DESK_COUNTRY_SE, { 425 }, { 1000, 5000 } },
  { DESK_TONE_BUSY, DESK_COUNTRY_SE, { 425 }, { 250, 250 } },
  { DESK_TONE_CONGESTION, DESK_COUNTRY_SE, { 425 }, { 250, 750 } },
  { DESK_TONE_RINGBACK, DESK_COUNTRY_GB, { 400, 450 }, { 400, 200, 400, 2000 } },
  { DESK_TONE_BUSY, DESK_COUNTRY_GB, { 400 }, { 375, 375 } },
  { DESK_TONE_RINGBACK, DESK_COUNTRY_US, { 440, 480 }, { 2000, 4000 } },
  { DESK_TONE_BUSY, DESK_COUNTRY_US, { 480, 620 }, { 500, 500 } },
  { DESK_TONE_BUSY, DESK_COUNTRY_FI, { 425 }, { 300, 300 } },
  { DESK_TONE_RINGBACK, DESK_COUNTRY_NO, { 425 }, { 1000, 4000 } },
  { DESK_TONE_CONGESTION, DESK_COUNTRY_DK, { 425 }, { 200, 200 } },
  { DESK_TONE_RINGBACK, DESK_COUNTRY_IE, { 400, 450 }, { 400, 200, 400, 2000 } },
  { DESK_TONE_BUSY, DESK_COUNTRY_DE, { 425 }, { 480, 480 } },
};

static void
check_frequencies (const Row *row, const DeskPcm *pcm)
{
  /* 200 ms hold a whole number of cycles of every frequency in the table. */
  const float *middle = pcm->samples + 20 * 48;
  const double expected = row->hz[1] == 0 ? 0.20 : 0.14;

  for (guint hz = 200; hz <= 1000; hz += 25) {
    gboolean wanted = hz == row->hz[0] || hz == row->hz[1];

    if (wanted)
      g_assert_cmpfloat_with_epsilon (spectrum_amplitude (middle, 160 * 48, hz), expected, 0.005);
    else if (ABS ((int) hz - (int) row->hz[0]) > 100 && ABS ((int) hz - (int) row->hz[1]) > 100)
      g_assert_cmpfloat (spectrum_amplitude (middle, 160 * 48, hz), <, 0.03);
  }
}

static void
test_networks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];
    g_autoptr (DeskSound) sound = desk_tone_new (row->tone, row->country);
    const DeskPcm *pcm = desk_sound_get_pcm (sound);
    guint on = row->ms[0], pause = on + row->ms[1], second = pause + row->ms[2];

    g_assert_cmpuint (pcm->period, ==, (second + row->ms[3]) * 48);
    g_assert_cmpuint (pcm->n_frames, ==, (row->ms[2] > 0 ? second : on) * 48);
    g_assert_cmpfloat (peak (pcm, 0, on), >, 0.15f);
    g_assert_cmpfloat (peak (pcm, on, pause), ==, 0);
    if (row->ms[2] > 0)
      g_assert_cmpfloat (peak (pcm, pause, second), >, 0.15f);
    if (on >= 200)
      check_frequencies (row, pcm);
  }
}

/* Between any two frames, and from the end of a burst to the silence after it. */
static void
assert_no_click (const DeskPcm *pcm, float most)
{
  g_assert_cmpfloat (fabsf (pcm->samples[0]), <, 0.001f);
  g_assert_cmpfloat (fabsf (pcm->samples[pcm->n_frames - 1]), <, 0.001f);
  for (guint i = 1; i < pcm->n_frames; i++)
    g_assert_cmpfloat (fabsf (pcm->samples[i] - pcm->samples[i - 1]), <, most);
}

static void
test_every_tone_of_every_country (void)
{
  for (guint country = 0; country < DESK_N_COUNTRIES; country++)
    for (guint tone = 0; tone < DESK_N_TONES; tone++) {
      g_autoptr (DeskSound) sound = desk_tone_new ((DeskTone) tone, (DeskCountry) country);
      const DeskPcm *pcm = desk_sound_get_pcm (sound);

      g_assert_cmpuint (pcm->n_frames, >, 0);
      g_assert_cmpfloat (peak (pcm, 0, 10000), <, 0.5f);
      g_assert_cmpfloat (peak (pcm, 0, 10000), >, 0.05f);
      assert_no_click (pcm, 0.09f);
      g_assert_cmpint (pcm->period == 0, ==, tone == DESK_TONE_REMINDER);
    }
}

/* The console rings in the country's cadence; a recall is lower and softer, a waiting call discreet. */
static void
test_ringer (void)
{
  for (guint country = 0; country < DESK_N_COUNTRIES; country++) {
    g_autoptr (DeskSound) ringback = desk_tone_new (DESK_TONE_RINGBACK, (DeskCountry) country);
    g_autoptr (DeskSound) ringer = desk_tone_new (DESK_TONE_RINGER, (DeskCountry) country);
    g_autoptr (DeskSound) recall = desk_tone_new (DESK_TONE_RECALL, (DeskCountry) country);
    g_autoptr (DeskSound) waiting = desk_tone_new (DESK_TONE_CALL_WAITING, (DeskCountry) country);
    g_autoptr (DeskSound) urgent = desk_tone_new (DESK_TONE_RINGER_URGENT, (DeskCountry) country);
    const DeskPcm *e = desk_sound_get_pcm (urgent);
    const DeskPcm *a = desk_sound_get_pcm (ringback), *b = desk_sound_get_pcm (ringer);
    const DeskPcm *c = desk_sound_get_pcm (recall), *d = desk_sound_get_pcm (waiting);

    g_assert_cmpuint (b->n_frames, ==, a->n_frames);
    g_assert_cmpuint (b->period, ==, a->period);
    g_assert_cmpuint (c->period, ==, a->period);
    g_assert_cmpuint (d->period, ==, a->period);
    g_assert_cmpfloat (peak (c, 0, 9000), <, 0.8f * peak (b, 0, 9000));
    g_assert_cmpfloat (peak (d, 0, 9000), <, 0.3f * peak (b, 0, 9000));
    g_assert_cmpfloat (spectrum_amplitude (b->samples, 40 * 48, 820), >, 0.2);
    g_assert_cmpuint (e->n_frames, ==, b->n_frames);
    g_assert_cmpuint (e->period, ==, b->period);
    g_assert_cmpfloat (spectrum_amplitude (e->samples, 28 * 48, 820), <, 0.1);
    g_assert_cmpfloat (spectrum_amplitude (e->samples, 28 * 48, 1025), >, 0.2);
    g_assert_cmpfloat (spectrum_amplitude (c->samples, 120 * 48, 820), <, 0.02);
    g_assert_cmpfloat (spectrum_amplitude (c->samples, 120 * 48, 494), >, 0.15);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/tones/networks", test_networks);
  g_test_add_func ("/audio/tones/every-one", test_every_tone_of_every_country);
  g_test_add_func ("/audio/tones/ringer", test_ringer);

  return g_test_run ();
}
