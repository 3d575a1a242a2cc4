/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "mixer-rig.h"

/* Voices that wait for their frame, the places where they are heard, and what is told of them. */

static void
start_at (Deck *deck, guint32 voice, const DeskPcm *pcm, guint32 frame)
{
  DeskMixerCommand command = { .type = DESK_MIXER_START_AT,
                               .times = 1,
                               .voice = voice,
                               .left = 1,
                               .right = 1,
                               .frame = frame,
                               .pcm = pcm };

  g_assert_true (desk_mixer_send (deck->mixer, &command));
}

static void
assert_silent (Deck *deck, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_assert_cmpfloat (left_at (deck, i), ==, 0);
}

/* Two clips of which the second follows the first: together they are the whole, to the sample. */
static void
test_starts_at_its_frame (void)
{
  g_auto (DeskPcm) whole = pcm_sine (440, 0.5f, 2000);
  const DeskPcm first = { .samples = whole.samples, .n_frames = 701 };
  const DeskPcm second = { .samples = whole.samples + 701, .n_frames = 1299 };

  for (guint s = 0; s < G_N_ELEMENTS (callback_sizes); s++) {
    g_autoptr (Deck) deck = deck_new ();

    deck_run (deck, 500, callback_sizes[s]);
    start_at (deck, 2, &second, 1234 + 701);
    start_at (deck, 1, &first, 1234);
    deck_run (deck, 4000, callback_sizes[s]);

    assert_silent (deck, 0, 1234);
    g_assert_cmpmem (&g_array_index (deck->left, float, 1234), 2000 * sizeof (float), whole.samples,
                     2000 * sizeof (float));
    assert_silent (deck, 3234, 4500);
  }
}

static void
test_start_that_is_past (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.5f, 100);

  deck_run (deck, 500, 256);
  start_at (deck, 1, &pcm, 499);
  deck_run (deck, 500, 256);
  g_assert_cmpfloat (left_at (deck, 500), ==, 0.5f);
  g_assert_cmpfloat (left_at (deck, 600), ==, 0);
}

/* The low half of the mixer's frame is full after a day. */
static void
test_start_across_the_wrap (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.5f, 100);

  atomic_store (&deck->mixer->frames, G_MAXUINT32 - 99);
  start_at (deck, 1, &pcm, 200);
  deck_run (deck, 500, 256);
  assert_silent (deck, 0, 300);
  g_assert_cmpfloat (left_at (deck, 300), ==, 0.5f);
}

static void
test_stopped_before_its_start (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.5f, 100);
  DeskMixerReport report = { 0 };

  start_at (deck, 1, &pcm, 1000);
  deck_run (deck, 256, 256);
  command (deck, DESK_MIXER_STOP, 1, 0, 960);
  deck_run (deck, 256, 256);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 1);
  deck_run (deck, 1000, 256);
  assert_silent (deck, 0, 1500);
}

/* A gain that is set before the start is the gain of the start. */
static void
test_level_before_its_start (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.5f, 100);

  start_at (deck, 1, &pcm, 1000);
  command (deck, DESK_MIXER_LEVEL, 1, 0.5f, 480);
  deck_run (deck, 1100, 256);
  assert_silent (deck, 0, 1000);
  g_assert_cmpfloat (left_at (deck, 1000), ==, 0.25f);
}

/* What stands still does not come nearer to its start either. */
static void
test_start_waits_while_frozen (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.5f, 2000);

  start_at (deck, 1, &pcm, 1000);
  command (deck, DESK_MIXER_FREEZE, 0, 0, 480);
  deck_run (deck, 5000, 100);
  command (deck, DESK_MIXER_THAW, 0, 0, 480);
  deck_run (deck, 1000, 100);
  assert_silent (deck, 0, 5520);
  g_assert_cmpfloat (left_at (deck, 5520), ==, 0.5f);
}

static void
set_place (Deck *deck, DeskPlace place, float left, float right, guint ramp)
{
  DeskMixerCommand command = {
    .type = DESK_MIXER_PLACE, .place = (guint8) place, .left = left, .right = right, .ramp = ramp
  };

  g_assert_true (desk_mixer_send (deck->mixer, &command));
}

static void
start_at_place (Deck *deck, guint32 voice, const DeskPcm *pcm, DeskPlace place)
{
  DeskMixerCommand command = { .type = DESK_MIXER_START,
                               .place = (guint8) place,
                               .voice = voice,
                               .left = 0.5f,
                               .right = 1,
                               .pcm = pcm };

  g_assert_true (desk_mixer_send (deck->mixer, &command));
}

/* Each place has its volume and its side; a voice keeps its own within. */
static void
test_places (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) voice = pcm_constant (0.5f, RATE);
  g_auto (DeskPcm) ringer = pcm_constant (0.25f, RATE);

  start_at_place (deck, 1, &voice, DESK_PLACE_HANDSET);
  start_at_place (deck, 2, &ringer, DESK_PLACE_CONSOLE);
  deck_run (deck, 1000, 256);
  set_place (deck, DESK_PLACE_HANDSET, 0, 1, 480);
  set_place (deck, DESK_PLACE_CONSOLE, 0.5f, 0.25f, 0);
  deck_run (deck, 1000, 256);

  g_assert_cmpfloat (left_at (deck, 999), ==, 0.375f);
  g_assert_cmpfloat (right_at (deck, 999), ==, 0.75f);
  g_assert_cmpfloat_with_epsilon (left_at (deck, 1240), 0.125f + 0.0625f, 1e-6f);
  g_assert_cmpfloat (left_at (deck, 1480), ==, 0.0625f);
  g_assert_cmpfloat (right_at (deck, 1480), ==, 0.5f + 0.0625f);
  g_assert_cmpfloat (greatest_step (deck, 900, 2000), <, (0.25f + 0.125f) / 240);
}

static DeskTap *
tap_new (void)
{
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);

  desk_tap_open (tap);
  return tap;
}

static void
drain (DeskTap *tap, GArray *samples, gint64 *first_ns, gint64 *last_ns)
{
  for (const DeskTapBlock *block; (block = desk_tap_peek (tap)) != NULL; desk_tap_drop (tap)) {
    if (samples->len == 0)
      *first_ns = block->time_ns;
    *last_ns = block->time_ns + (gint64) block->n_frames * SECOND / RATE;
    g_array_append_vals (samples, block->samples, block->n_frames);
  }
}

/* The tap has the handset as it is before volume and ear, with the time of each frame; nothing of the
 * console, and nothing while all stands still. */
static void
test_tap (void)
{
  for (guint s = 2; s < G_N_ELEMENTS (callback_sizes); s++) {
    g_autoptr (Deck) deck = deck_new ();
    g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (float));
    DeskTap *tap = tap_new ();
    g_auto (DeskPcm) voice = pcm_sine (440, 0.5f, RATE);
    g_auto (DeskPcm) ringer = pcm_constant (0.25f, RATE);
    gint64 first_ns = 0, last_ns = 0;

    desk_mixer_set_tap (deck->mixer, tap);
    set_place (deck, DESK_PLACE_HANDSET, 0, 0.5f, 0);
    start (deck, 1, &voice, 1, 1, 0, 0);
    start_at_place (deck, 2, &ringer, DESK_PLACE_CONSOLE);
    deck_run (deck, 3000, callback_sizes[s]);
    command (deck, DESK_MIXER_FREEZE, 0, 0, 480);
    deck_run (deck, 3000, callback_sizes[s]);
    drain (tap, heard, &first_ns, &last_ns);

    g_assert_cmpuint (heard->len, ==, 3480);
    g_assert_cmpmem (heard->data, 3480 * sizeof (float), voice.samples, 3480 * sizeof (float));
    g_assert_cmpint (first_ns, ==, SECOND);
    g_assert_cmpint (ABS (last_ns - SECOND - 3480 * SECOND / RATE), <, 100);

    g_array_set_size (heard, 0);
    command (deck, DESK_MIXER_THAW, 0, 0, 480);
    deck_run (deck, 500, callback_sizes[s]);
    drain (tap, heard, &first_ns, &last_ns);
    g_assert_cmpuint (heard->len, ==, 500);
    g_assert_cmpint (first_ns, ==, SECOND + SECOND / 8);
    g_aligned_free (tap);
  }
}

static void
test_losses_are_counted (void)
{
  g_autoptr (Deck) deck = deck_new ();
  DeskTap *tap = tap_new ();
  g_auto (DeskPcm) pcm = pcm_constant (0.001f, 10);
  DeskMixerCommand nothing = { .type = DESK_MIXER_STOP, .voice = G_MAXUINT32 };
  DeskMixerLosses losses;

  desk_mixer_set_tap (deck->mixer, tap);
  desk_mixer_get_losses (deck->mixer, &losses);
  g_assert_cmpuint (losses.n_commands_refused, ==, 0);
  g_assert_cmpuint (losses.n_reports_refused, ==, 0);
  g_assert_cmpuint (losses.n_tap_lost, ==, 0);

  for (guint i = 0; i < DESK_RING_CAPACITY + 3; i++)
    desk_mixer_send (deck->mixer, &nothing);
  deck_run (deck, DESK_TAP_BLOCKS * 256 + 77, 256);
  for (guint32 voice = 1; voice <= DESK_RING_CAPACITY + 1; voice++) {
    start (deck, voice, &pcm, 1, 1, 0, 0);
    deck_run (deck, 20, 20);
  }

  desk_mixer_get_losses (deck->mixer, &losses);
  g_assert_cmpuint (losses.n_commands_refused, ==, 3);
  g_assert_cmpuint (losses.n_reports_refused, >, 0);
  g_assert_cmpuint (losses.n_tap_lost, ==, 77 + (DESK_RING_CAPACITY + 1) * 20);
  g_aligned_free (tap);
}

/* One ends in the middle of a full house: the others go on undisturbed. */
static void
test_end_among_many (void)
{
  g_autoptr (Deck) deck = deck_new ();
  g_auto (DeskPcm) brief = pcm_constant (0.001f, 50);
  g_auto (DeskPcm) lasting = pcm_constant (0.001f, 1000);
  DeskMixerReport report = { 0 };

  for (guint32 voice = 1; voice <= DESK_MIXER_VOICES; voice++)
    start (deck, voice, voice % 2 == 0 ? &brief : &lasting, 1, 1, 0, 0);
  deck_run (deck, 512, 256);
  g_assert_cmpuint (collect_retired (deck, &report), ==, DESK_MIXER_VOICES / 2);
  g_assert_cmpfloat_with_epsilon (left_at (deck, 511), 0.001f * DESK_MIXER_VOICES / 2, 1e-5f);

  command (deck, DESK_MIXER_STOP, DESK_MIXER_VOICES - 1, 0, 240);
  start (deck, 1000, &brief, 1, 1, 0, 0);
  deck_run (deck, 256, 256);
  g_assert_cmpuint (collect_retired (deck, &report), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/mixer/starts-at-its-frame", test_starts_at_its_frame);
  g_test_add_func ("/audio/mixer/start-that-is-past", test_start_that_is_past);
  g_test_add_func ("/audio/mixer/start-across-the-wrap", test_start_across_the_wrap);
  g_test_add_func ("/audio/mixer/stopped-before-its-start", test_stopped_before_its_start);
  g_test_add_func ("/audio/mixer/level-before-its-start", test_level_before_its_start);
  g_test_add_func ("/audio/mixer/start-waits-while-frozen", test_start_waits_while_frozen);
  g_test_add_func ("/audio/mixer/places", test_places);
  g_test_add_func ("/audio/mixer/tap", test_tap);
  g_test_add_func ("/audio/mixer/losses-are-counted", test_losses_are_counted);
  g_test_add_func ("/audio/mixer/end-among-many", test_end_among_many);

  return g_test_run ();
}
