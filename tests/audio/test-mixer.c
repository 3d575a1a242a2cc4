/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "mixer-rig.h"

#include <math.h>

/* What voices make together: how they begin, change and end. */

static void
test_plays_once (void)
{
  g_autoptr (Deck) deck = deck_new ();
  const float samples[] = { 0.1f, 0.2f, 0.3f, 0.4f };
  const DeskPcm pcm = { .samples = samples, .n_frames = 4 };
  DeskMixerReport report = { 0 };

  start (deck, 7, &pcm, 0.5f, 0.25f, 0, 0);
  deck_run (deck, 6, 3);

  for (guint i = 0; i < 4; i++) {
    g_assert_cmpfloat (left_at (deck, i), ==, samples[i] * 0.5f);
    g_assert_cmpfloat (right_at (deck, i), ==, samples[i] * 0.25f);
  }
  g_assert_cmpfloat (left_at (deck, 4), ==, 0);
  g_assert_cmpfloat (left_at (deck, 5), ==, 0);

  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
  g_assert_cmpuint (report.voice, ==, 7);
  g_assert_true (report.pcm == &pcm);
  g_assert_false (report.refused);
  g_assert_cmpuint (desk_mixer_get_frames (deck->mixer), ==, 6);
}

/* Cadence: two frames of sound in five, twice. */
static void
test_cadence (void)
{
  g_autoptr (Deck) deck = deck_new ();
  const float samples[] = { 0.5f, 0.5f };
  const DeskPcm pcm = { .samples = samples, .n_frames = 2, .period = 5 };
  const float expected[] = { .5f, .5f, 0, 0, 0, .5f, .5f, 0, 0, 0, 0, 0, 0, 0 };
  DeskMixerReport report = { 0 };

  start (deck, 1, &pcm, 1, 1, 0, 2);
  deck_run (deck, G_N_ELEMENTS (expected), 4);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat (left_at (deck, i), ==, expected[i]);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
}

static void
test_endless (void)
{
  g_autoptr (Deck) deck = deck_new ();
  const float samples[] = { 0.5f, 0.25f };
  const DeskPcm pcm = { .samples = samples, .n_frames = 2, .period = 2 };
  DeskMixerReport report = { 0 };

  start (deck, 1, &pcm, 1, 1, 0, 0);
  deck_run (deck, 10001, 256);
  g_assert_cmpfloat (left_at (deck, 10000), ==, 0.5f);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 0);
}

/* A full-scale constant is the worst case: every step of the output is a step of the gain. */
static void
test_ramps_do_not_click (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.7f, RATE);
  DeskMixerReport report = { 0 };

  start (deck, 1, &pcm, 1, 1, 240, 0); /* 5 ms */
  deck_run (deck, 1000, 256);
  command (deck, DESK_MIXER_LEVEL, 1, 0.5f, 480);
  deck_run (deck, 1000, 256);
  command (deck, DESK_MIXER_STOP, 1, 0, 960);
  deck_run (deck, 1000, 256);

  g_assert_cmpfloat (left_at (deck, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (left_at (deck, 120), 0.35f, 1e-5f);
  g_assert_cmpfloat (left_at (deck, 240), ==, 0.7f);
  g_assert_cmpfloat_with_epsilon (left_at (deck, 1240), 0.525f, 1e-5f);
  g_assert_cmpfloat (left_at (deck, 1480), ==, 0.35f);
  g_assert_cmpfloat_with_epsilon (left_at (deck, 2480), 0.175f, 1e-5f);
  g_assert_cmpfloat (left_at (deck, 2960), ==, 0);
  g_assert_cmpfloat (greatest_step (deck, 0, 1000), <, 0.7f / 240 * 1.01f);
  g_assert_cmpfloat (greatest_step (deck, 1000, 2000), <, 0.35f / 480 * 1.01f);
  g_assert_cmpfloat (greatest_step (deck, 2000, 3000), <, 0.35f / 960 * 1.01f);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
}

/* Interrupted while it still fades in: the fade starts where the gain stands. */
static void
test_interrupted_in_ramp (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.7f, RATE);
  DeskMixerReport report = { 0 };

  start (deck, 1, &pcm, 1, 1, 480, 0);
  deck_run (deck, 240, 64);
  command (deck, DESK_MIXER_STOP, 1, 0, DESK_MS_TO_FRAMES (20));
  deck_run (deck, 959, 64);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 0);
  deck_run (deck, 1, 64);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
  deck_run (deck, 100, 64);

  g_assert_cmpfloat_with_epsilon (left_at (deck, 240), 0.35f, 1e-5f);
  g_assert_cmpfloat (left_at (deck, 1199), >, 0);
  g_assert_cmpfloat (left_at (deck, 1200), ==, 0);
  g_assert_cmpfloat (greatest_step (deck, 0, 1300), <, 0.7f / 480 * 1.01f);
}

/* Energy, in dB, that `n` frames from `from` on have far from 1 kHz: 3 to 12 kHz. */
static double
splash (Deck *deck, guint from, guint n)
{
  double sum = 0;

  for (double f = 3000; f < 12000; f += 250) {
    double re = 0, im = 0;

    for (guint i = 0; i < n; i++) {
      double window = 0.5 - 0.5 * cos (2 * G_PI * i / n);
      double x = (double) left_at (deck, from + i) * window;

      re += x * cos (2 * G_PI * f * i / RATE);
      im += x * sin (2 * G_PI * f * i / RATE);
    }
    sum += re * re + im * im;
  }

  return 10 * log10 (sum + 1e-30);
}

#define CHANGE_AT 2412 /* a quarter of a period after a crossing of zero: the worst moment */

/* A tone of 1 kHz that plays alone up to CHANGE_AT, where `change` is obeyed. */
static double
splash_of (const DeskMixerCommand *change)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_sine (1000, 0.7f, RATE);

  start (deck, 1, &pcm, 1, 1, DESK_MS_TO_FRAMES (20), 0);
  deck_run (deck, CHANGE_AT, 256);
  g_assert_true (desk_mixer_send (deck->mixer, change));
  deck_run (deck, 2400, 256);
  return splash (deck, CHANGE_AT - 1024, 3072);
}

/* What is being avoided: the same tone, broken off bare at the same place. */
static double
splash_of_hard_cut (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_sine (1000, 0.7f, CHANGE_AT);

  start (deck, 1, &pcm, 1, 1, DESK_MS_TO_FRAMES (20), 0);
  deck_run (deck, CHANGE_AT + 2400, 256);
  return splash (deck, CHANGE_AT - 1024, 3072);
}

/* Begins at its peak, as no clip does. */
static double
splash_of_start (guint ramp)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) whole = pcm_sine (1000, 0.7f, RATE);
  const DeskPcm from_peak = { .samples = whole.samples + 12, .n_frames = RATE - 12 };

  deck_run (deck, 1024, 256);
  start (deck, 1, &from_peak, 1, 1, ramp, 0);
  deck_run (deck, 2400, 256);
  return splash (deck, 0, 3072);
}

static void
assert_splashes_less (const char *what, double hard, double soft, double at_least)
{
  g_test_message ("%s: %.1f dB below the hard cut", what, hard - soft);
  g_assert_cmpfloat (hard - soft, >, at_least);
}

/* Whoever asks for no ramp gets the shortest that is not heard as a click. */
static void
test_changes_do_not_click (void)
{
  const double hard = splash_of_hard_cut ();
  const DeskMixerCommand stop = { .type = DESK_MIXER_STOP, .voice = 1 };
  const DeskMixerCommand slow_stop = { .type = DESK_MIXER_STOP, .voice = 1, .ramp = 960 };
  const DeskMixerCommand jump = {
    .type = DESK_MIXER_LEVEL, .voice = 1, .left = 0.1f, .right = 0.1f
  };
  const DeskMixerCommand place = { .type = DESK_MIXER_PLACE, .left = 0.1f, .right = 0.1f };
  const DeskMixerCommand freeze = { .type = DESK_MIXER_FREEZE };

  assert_splashes_less ("stop", hard, splash_of (&stop), 35);
  assert_splashes_less ("stop over 20 ms", hard, splash_of (&slow_stop), 70);
  assert_splashes_less ("gain", hard, splash_of (&jump), 35);
  assert_splashes_less ("volume of a place", hard, splash_of (&place), 35);
  assert_splashes_less ("freeze", hard, splash_of (&freeze), 35);
  assert_splashes_less ("start over 5 ms", splash_of_start (0), splash_of_start (240), 35);
}

static void
test_sum_never_clips (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) loud = pcm_sine (425, 1, RATE);

  for (guint32 voice = 1; voice <= DESK_MIXER_VOICES; voice++)
    start (deck, voice, &loud, 1, 1, 0, 0);
  deck_run (deck, 4800, 256);

  for (guint i = 0; i < 4800; i++)
    g_assert_cmpfloat (fabsf (left_at (deck, i)), <=, 1);
  /* Still a monotone picture of the sum: the loudest frame of a cycle is where the sine peaks. */
  g_assert_cmpfloat (left_at (deck, 28), >, left_at (deck, 5));
  g_assert_cmpuint (deck->mixer->limited, >, 4000);
}

static double
power_at (Deck *deck, double hz, guint n)
{
  double re = 0, im = 0;

  for (guint i = 0; i < n; i++) {
    re += (double) left_at (deck, i) * cos (2 * G_PI * hz * i / RATE);
    im += (double) left_at (deck, i) * sin (2 * G_PI * hz * i / RATE);
  }

  return re * re + im * im;
}

/* -6 dBFS is speech at its loudest; what the limiter did to it would be heard as harmonics. */
static void
test_no_distortion_below_the_knee (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) tone = pcm_sine (1000, 0.501f, RATE);
  double harmonics = 0;

  start (deck, 1, &tone, 1, 1, 0, 0);
  deck_run (deck, RATE, 256);

  g_assert_cmpmem (deck->left->data, RATE * sizeof (float), tone.samples, RATE * sizeof (float));
  for (guint n = 2; n <= 20; n++)
    harmonics += power_at (deck, 1000 * n, RATE);
  harmonics = 10 * log10 (harmonics / power_at (deck, 1000, RATE));
  g_test_message ("harmonics: %.0f dB", harmonics);
  g_assert_cmpfloat (harmonics, <, -120);
}

/* Twenty at full scale, in step: 26 dB too much. */
static void
test_twenty_voices_stay_below_one (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) loud = pcm_sine (1000, 1, RATE);
  float greatest = 0;

  for (guint32 voice = 1; voice <= 20; voice++)
    start (deck, voice, &loud, 1, 1, 0, 0);
  deck_run (deck, 4800, 256);

  for (guint i = 0; i < 4800; i++)
    greatest = MAX (greatest, fabsf (left_at (deck, i)));
  g_assert_cmpfloat (greatest, >, 0.99f);
  g_assert_cmpfloat (greatest, <, 1);
}

static void
test_quiet_sum_is_untouched (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) a = pcm_constant (0.3f, 1000);
  g_auto (DeskPcm) b = pcm_constant (0.4f, 1000);

  start (deck, 1, &a, 1, 1, 0, 0);
  start (deck, 2, &b, 1, 1, 0, 0);
  deck_run (deck, 500, 256);
  g_assert_cmpfloat (left_at (deck, 10), ==, 0.3f + 0.4f);
  g_assert_cmpuint (deck->mixer->limited, ==, 0);
}

/* Eleven voices with ramps, loops and ends at odd places. */
static Deck *
play_busy_scene (guint callback)
{
  Deck *deck = deck_new ();
  static DeskPcm pcm[11];

  for (guint i = 0; i < 11; i++) {
    if (pcm[i].samples == NULL)
      pcm[i] = pcm_sine (200 + 37 * i, 0.2f, 700 + 131 * i);
    pcm[i].period = i % 3 == 0 ? 0 : pcm[i].n_frames + 97 * i;
    start (deck, i + 1, &pcm[i], 0.1f * (float) (i + 1), 1.0f / (float) (i + 1), 53 * i, i % 4);
  }
  command (deck, DESK_MIXER_LEVEL, 3, 0.9f, 1234);
  command (deck, DESK_MIXER_STOP, 8, 0, 777);
  deck_run (deck, 12000, callback);
  command (deck, DESK_MIXER_FREEZE, 0, 0, 480);
  deck_run (deck, 3000, callback);
  command (deck, DESK_MIXER_THAW, 0, 0, 480);
  deck_run (deck, 9000, callback);
  return deck;
}

static void
test_callback_size_does_not_matter (void)
{
  g_autoptr (Deck) reference = play_busy_scene (256);

  for (guint s = 0; s < G_N_ELEMENTS (callback_sizes); s++) {
    g_autoptr (Deck) deck = play_busy_scene (callback_sizes[s]);

    g_assert_cmpmem (deck->left->data, deck->left->len * sizeof (float), reference->left->data,
                     reference->left->len * sizeof (float));
    g_assert_cmpmem (deck->right->data, deck->right->len * sizeof (float), reference->right->data,
                     reference->right->len * sizeof (float));
  }
}

static void
test_frozen_stands_still (void)
{
  g_autoptr (Deck) deck = deck_new ();
  float samples[4000];
  const DeskPcm pcm = { .samples = samples, .n_frames = 4000 };

  for (guint i = 0; i < 4000; i++)
    samples[i] = (float) i / 8000;

  start (deck, 1, &pcm, 1, 1, 0, 0);
  deck_run (deck, 1000, 256);
  command (deck, DESK_MIXER_FREEZE, 0, 0, 480);
  deck_run (deck, 2000, 256);
  command (deck, DESK_MIXER_THAW, 0, 0, 480);
  deck_run (deck, 1000, 256);

  for (guint i = 1480; i < 3000; i++)
    g_assert_cmpfloat (left_at (deck, i), ==, 0);
  /* It went on for the 480 frames of the fade, and continues from there. */
  g_assert_cmpfloat_with_epsilon (left_at (deck, 3480), samples[1480 + 480], 1e-6f);
  g_assert_cmpfloat (greatest_step (deck, 900, 4000), <, 0.25f / 480 + 1.0f / 7500);
}

static void
test_stopped_while_frozen (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.5f, 100000);
  DeskMixerReport report = { 0 };

  start (deck, 1, &pcm, 1, 1, 0, 0);
  command (deck, DESK_MIXER_FREEZE, 0, 0, 480);
  deck_run (deck, 1000, 256);
  command (deck, DESK_MIXER_STOP, 1, 0, 960);
  deck_run (deck, 256, 256);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
}

static void
test_too_many_voices (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.001f, 1000);
  DeskMixerReport report = { 0 };

  for (guint32 voice = 1; voice <= DESK_MIXER_VOICES; voice++)
    start (deck, voice, &pcm, 1, 1, 0, 0);
  deck_run (deck, 10, 10);
  start (deck, DESK_MIXER_VOICES + 1, &pcm, 1, 1, 0, 0);
  deck_run (deck, 100, 100);

  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
  g_assert_true (report.refused);
  g_assert_cmpuint (report.voice, ==, DESK_MIXER_VOICES + 1);
}

/* Nobody collects: sounds end, the ring of reports fills, and later every one is accounted for. */
static void
test_no_report_is_lost (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.001f, 10);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  DeskMixerReport report = { 0 };
  guint32 voice = 1;

  for (guint round = 0; round < 5; round++) {
    for (guint i = 0; i < 70; i++)
      start (deck, voice++, &pcm, 1, 1, 0, 0);
    deck_run (deck, 20, 20);
  }

  for (guint round = 0; round < 10; round++) {
    while (desk_mixer_receive (deck->mixer, &report))
      if (report.type == DESK_MIXER_RETIRED)
        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (report.voice)));
    deck_run (deck, 20, 20);
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 350);
}

static void
test_empty_sound (void)
{
  g_autoptr (Deck) deck = deck_new ();
  const DeskPcm pcm = { .samples = NULL, .n_frames = 0, .period = 10 };
  DeskMixerReport report = { 0 };

  start (deck, 1, &pcm, 1, 1, 0, 0);
  deck_run (deck, 10, 10);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
}

static void
test_unknown_voice (void)
{
  g_autoptr (Deck) deck = deck_new ();
  DeskMixerReport report = { 0 };

  command (deck, DESK_MIXER_STOP, 99, 0, 10);
  command (deck, DESK_MIXER_LEVEL, 99, 1, 10);
  deck_run (deck, 10, 10);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 0);
  g_assert_cmpfloat (left_at (deck, 5), ==, 0);
}

/* The callback's arithmetic has no denormals, and leaves the caller's mode as it was. */
static void
test_flushes_denormals (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (1e-30f, 100);
  volatile float tiny = 1e-38f;

  start (deck, 1, &pcm, 1e-10f, 1e-10f, 0, 0);
  deck_run (deck, 10, 10);
  g_assert_cmpfloat (left_at (deck, 5), ==, 0);
  g_assert_cmpfloat (tiny / 16, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/mixer/plays-once", test_plays_once);
  g_test_add_func ("/audio/mixer/cadence", test_cadence);
  g_test_add_func ("/audio/mixer/endless", test_endless);
  g_test_add_func ("/audio/mixer/ramps-do-not-click", test_ramps_do_not_click);
  g_test_add_func ("/audio/mixer/interrupted-in-ramp", test_interrupted_in_ramp);
  g_test_add_func ("/audio/mixer/changes-do-not-click", test_changes_do_not_click);
  g_test_add_func ("/audio/mixer/sum-never-clips", test_sum_never_clips);
  g_test_add_func ("/audio/mixer/quiet-sum-is-untouched", test_quiet_sum_is_untouched);
  g_test_add_func ("/audio/mixer/callback-size", test_callback_size_does_not_matter);
  g_test_add_func ("/audio/mixer/frozen", test_frozen_stands_still);
  g_test_add_func ("/audio/mixer/stopped-while-frozen", test_stopped_while_frozen);
  g_test_add_func ("/audio/mixer/too-many-voices", test_too_many_voices);
  g_test_add_func ("/audio/mixer/no-report-is-lost", test_no_report_is_lost);
  g_test_add_func ("/audio/mixer/empty-sound", test_empty_sound);
  g_test_add_func ("/audio/mixer/unknown-voice", test_unknown_voice);
  g_test_add_func ("/audio/mixer/flushes-denormals", test_flushes_denormals);
  g_test_add_func ("/audio/mixer/no-distortion-below-the-knee", test_no_distortion_below_the_knee);
  g_test_add_func ("/audio/mixer/twenty-voices-stay-below-one", test_twenty_voices_stay_below_one);

  return g_test_run ();
}
