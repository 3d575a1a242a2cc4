/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/feed.h"

#include <glib.h>

/* Callbacks without a device: called by hand, in bursts and late. */

#define RATE 48000
#define FRAMES 256
#define LATENCY_NS G_GINT64_CONSTANT (60000000)
#define FRAMES_NS (G_GINT64_CONSTANT (1000000000) * FRAMES / RATE)

typedef struct {
  DeskFeed feed;
  DeskTap *tap;
} Desk;

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  desk_tap_open (desk->tap);
  desk->feed.tap = desk->tap;
  desk->feed.mixer = g_aligned_alloc0 (1, sizeof (DeskMixer), 64);
  desk_mixer_init (desk->feed.mixer);
  desk_mixer_set_tap (desk->feed.mixer, desk->tap);
  desk_feed_begin (&desk->feed, LATENCY_NS, FRAMES);
  return desk;
}

static void
desk_free (Desk *desk)
{
  g_aligned_free (desk->feed.mixer);
  g_aligned_free (desk->tap);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static void
play (Desk *desk, guint n_callbacks, gboolean underrun)
{
  float out[2 * FRAMES];

  for (guint i = 0; i < n_callbacks; i++)
    desk_feed_play (&desk->feed, out, FRAMES, underrun);
}

static void
hear (Desk *desk, guint n_callbacks, float level, gboolean overrun)
{
  float in[2 * FRAMES];

  for (guint i = 0; i < FRAMES; i++) {
    in[2 * i] = i == 100 ? -level : level / 2;
    in[2 * i + 1] = 1;
  }

  for (guint i = 0; i < n_callbacks; i++)
    desk_feed_hear (&desk->feed, in, FRAMES, 2, overrun);
}

static gint64
now_ns (void)
{
  return g_get_monotonic_time () * 1000;
}

/* The time of the next block. */
static gint64
next_time (Desk *desk)
{
  const DeskTapBlock *block = desk_tap_peek (desk->tap);
  gint64 time_ns;

  g_assert_nonnull (block);
  time_ns = block->time_ns;
  desk_tap_drop (desk->tap);
  return time_ns;
}

/* The next `n` blocks follow `time_ns`, each right after the one before. */
static void
assert_even (Desk *desk, guint n, gint64 time_ns)
{
  for (guint i = 0; i < n; i++) {
    const gint64 here = next_time (desk);

    g_assert_cmpint (ABS (here - time_ns), <, FRAMES_NS / 100);
    time_ns = here + FRAMES_NS;
  }
}

static void
assert_near (gint64 time_ns, gint64 expected_ns)
{
  g_test_message ("%.2f ms off", (double) (time_ns - expected_ns) / 1e6);
  g_assert_cmpint (ABS (time_ns - expected_ns), <, 10000000);
}

static void
test_counts (void)
{
  g_autoptr (Desk) desk = desk_new ();

  play (desk, 3, FALSE);
  play (desk, 2, TRUE);
  g_assert_cmpuint (desk->feed.n_callbacks, ==, 5);
  g_assert_cmpuint (desk->feed.n_frames, ==, 5 * FRAMES);
  g_assert_cmpuint (desk->feed.n_underruns, ==, 2);
  g_assert_cmpuint (desk_mixer_get_frames (desk->feed.mixer), ==, 5 * FRAMES);
}

static void
test_late (void)
{
  g_autoptr (Desk) desk = desk_new ();

  play (desk, 1, FALSE);
  g_usleep (20000);
  play (desk, 1, FALSE);
  g_assert_cmpuint (desk->feed.n_late, ==, 0);
  g_usleep (80000);
  play (desk, 2, FALSE);
  g_assert_cmpuint (desk->feed.n_late, ==, 1);

  /* Opened again: the pause between was nobody's fault. */
  g_usleep (80000);
  desk_feed_begin (&desk->feed, LATENCY_NS, FRAMES);
  play (desk, 1, FALSE);
  g_assert_cmpuint (desk->feed.n_late, ==, 1);
}

static void
test_peak (void)
{
  g_autoptr (Desk) desk = desk_new ();

  g_assert_cmpfloat (desk_feed_take_peak (&desk->feed), ==, 0);
  hear (desk, 1, 0.5f, FALSE);
  hear (desk, 1, 0.25f, FALSE);
  g_assert_cmpfloat (desk_feed_take_peak (&desk->feed), ==, 0.5f);
  g_assert_cmpfloat (desk_feed_take_peak (&desk->feed), ==, 0);
  hear (desk, 1, 0.125f, TRUE);
  g_assert_cmpfloat (desk_feed_take_peak (&desk->feed), ==, 0.125f);
  g_assert_cmpuint (desk->feed.n_underruns, ==, 1);
}

/* Zeros alone are silence: the least that a converter can hear is not. */
static void
test_silence (void)
{
  g_autoptr (Desk) desk = desk_new ();

  g_assert_cmpuint (desk->feed.n_silent, ==, 0);
  hear (desk, 3, 0, FALSE);
  g_assert_cmpuint (desk->feed.n_silent, ==, 3 * FRAMES);
  hear (desk, 1, 1.0f / (1 << 23), FALSE);
  g_assert_cmpuint (desk->feed.n_silent, ==, 0);
  hear (desk, 1, -0.0f, FALSE);
  hear (desk, 1, 0, TRUE);
  g_assert_cmpuint (desk->feed.n_silent, ==, 2 * FRAMES);
  g_assert_cmpfloat (desk_feed_take_peak (&desk->feed), >, 0);

  /* Another device. */
  desk_feed_begin (&desk->feed, LATENCY_NS, FRAMES);
  g_assert_cmpuint (desk->feed.n_silent, ==, 0);
}

static void
test_hears_one_channel (void)
{
  g_autoptr (Desk) desk = desk_new ();
  const DeskTapBlock *block;

  hear (desk, 1, 0.5f, FALSE);
  block = desk_tap_peek (desk->tap);
  g_assert_cmpuint (block->n_frames, ==, FRAMES);
  for (guint i = 0; i < FRAMES; i++)
    g_assert_cmpfloat (block->samples[i], ==, i == 100 ? -0.5f : 0.25f);
}

/* Eight callbacks at once, 43 ms of sound, and then nothing for as long: their frames are even. */
static void
test_bursts_are_played_evenly (void)
{
  g_autoptr (Desk) desk = desk_new ();
  const gint64 start_ns = now_ns ();

  play (desk, 8, FALSE);
  g_usleep ((gulong) (8 * FRAMES_NS / 1000) - 2000);
  play (desk, 8, FALSE);

  assert_near (desk_tap_peek (desk->tap)->time_ns, start_ns);
  assert_even (desk, 8, desk_tap_peek (desk->tap)->time_ns);
  assert_near (desk_tap_peek (desk->tap)->time_ns, start_ns + 8 * FRAMES_NS);
  assert_even (desk, 8, desk_tap_peek (desk->tap)->time_ns);
}

/* A device that is opened fills its buffers at once, here with 53 ms; what follows is handed to it when
 * it is asked for, and not so much later. */
static void
test_filling_counts_for_nothing (void)
{
  g_autoptr (Desk) desk = desk_new ();

  play (desk, 10, FALSE);
  for (guint i = 0; i < 10; i++)
    next_time (desk);
  for (guint burst = 0; burst < 5; burst++) {
    g_usleep ((gulong) (2 * FRAMES_NS / 1000));
    const gint64 asked_ns = now_ns ();

    play (desk, 2, FALSE);
    assert_near (desk_tap_peek (desk->tap)->time_ns, asked_ns);
    assert_even (desk, 2, desk_tap_peek (desk->tap)->time_ns);
  }
}

/* A device that has run dry begins anew. */
static void
test_time_after_a_gap (void)
{
  g_autoptr (Desk) desk = desk_new ();
  gint64 again_ns;

  play (desk, 2, FALSE);
  g_usleep (100000);
  again_ns = now_ns ();
  play (desk, 1, TRUE);
  next_time (desk);
  next_time (desk);
  assert_near (next_time (desk), again_ns);
}

/* What came in at once was not said at once. The first burst cannot know how long it has waited. */
static void
test_bursts_are_heard_evenly (void)
{
  g_autoptr (Desk) desk = desk_new ();
  gint64 second_ns;

  hear (desk, 1, 0.5f, FALSE);
  g_usleep ((gulong) (8 * FRAMES_NS / 1000));
  second_ns = now_ns ();
  hear (desk, 8, 0.5f, FALSE);

  next_time (desk);
  assert_near (desk_tap_peek (desk->tap)->time_ns, second_ns - 8 * FRAMES_NS);
  assert_even (desk, 8, desk_tap_peek (desk->tap)->time_ns);
}

/* Told or not, what was lost leaves a gap and does not shift what follows. */
static void
test_lost_frames_leave_a_gap (void)
{
  for (int told = 0; told <= 1; told++) {
    g_autoptr (Desk) desk = desk_new ();
    gint64 again_ns;

    hear (desk, 1, 0.5f, FALSE);
    g_usleep (told ? 50000 : 120000);
    again_ns = now_ns ();
    hear (desk, 1, 0.5f, told);
    next_time (desk);
    assert_near (next_time (desk), again_ns - FRAMES_NS);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/feed/counts", test_counts);
  g_test_add_func ("/audio/feed/late", test_late);
  g_test_add_func ("/audio/feed/peak", test_peak);
  g_test_add_func ("/audio/feed/silence", test_silence);
  g_test_add_func ("/audio/feed/hears-one-channel", test_hears_one_channel);
  g_test_add_func ("/audio/feed/bursts-are-played-evenly", test_bursts_are_played_evenly);
  g_test_add_func ("/audio/feed/time-after-a-gap", test_time_after_a_gap);
  g_test_add_func ("/audio/feed/filling-counts-for-nothing", test_filling_counts_for_nothing);
  g_test_add_func ("/audio/feed/bursts-are-heard-evenly", test_bursts_are_heard_evenly);
  g_test_add_func ("/audio/feed/lost-frames-leave-a-gap", test_lost_frames_leave_a_gap);

  return g_test_run ();
}
