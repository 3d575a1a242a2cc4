/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/speaker.h"

#include <math.h>

/* The speaker on a machine without sound: time passes, and the tap tells of it. */

#define RATE 48000
#define MOST_OFF_MS 20

typedef struct {
  DeskSpeaker *speaker;
  DeskTap *tap;
  guint n_over;
  GArray *heard;    /* of float: all that came through the tap */
  GArray *times_ns; /* of gint64: of each of them */
} Desk;

static void
on_over (DeskSpeaker *speaker, guint voice, Desk *desk)
{
  desk->n_over++;
}

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  desk_tap_open (desk->tap);
  desk->heard = g_array_new (FALSE, FALSE, sizeof (float));
  desk->times_ns = g_array_new (FALSE, FALSE, sizeof (gint64));
  desk->speaker = desk_speaker_new ();
  desk_speaker_take_output (desk->speaker,
                            desk_output_silent_new (desk_speaker_get_mixer (desk->speaker), "-"));
  desk_speaker_set_tap (desk->speaker, desk->tap);
  g_signal_connect (desk->speaker, "over", G_CALLBACK (on_over), desk);
  return desk;
}

static void
desk_free (Desk *desk)
{
  g_object_unref (desk->speaker);
  g_aligned_free (desk->tap);
  g_array_unref (desk->heard);
  g_array_unref (desk->times_ns);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static gboolean
on_enough (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean enough = FALSE;

  g_timeout_add (ms, on_enough, &enough);
  while (!enough)
    g_main_context_iteration (NULL, TRUE);
}

static void
drain (Desk *desk)
{
  for (const DeskTapBlock *block; (block = desk_tap_peek (desk->tap)) != NULL;
       desk_tap_drop (desk->tap))
    for (guint i = 0; i < block->n_frames; i++) {
      const gint64 time_ns = block->time_ns + (gint64) i * 1000000000 / RATE;

      g_array_append_val (desk->heard, block->samples[i]);
      g_array_append_val (desk->times_ns, time_ns);
    }
}

/* The time, in milliseconds, of the first frame that came as `value`; -1: it never did. */
static double
heard_at_ms (Desk *desk, float value)
{
  drain (desk);
  for (guint i = 0; i < desk->heard->len; i++)
    if (g_array_index (desk->heard, float, i) == value)
      return (double) g_array_index (desk->times_ns, gint64, i) / 1e6;

  return -1;
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static DeskSound *
level_new (float level, guint n_frames)
{
  float *samples = g_new (float, n_frames);

  for (guint i = 0; i < n_frames; i++)
    samples[i] = level;

  return desk_sound_new_take (samples, n_frames, 0);
}

static double
play_now (Desk *desk, DeskSound *sound)
{
  const DeskPlaying how = { .place = DESK_PLACE_HANDSET, .gain = 1 };
  const double asked_ms = now_ms ();

  g_assert_cmpuint (desk_speaker_play (desk->speaker, sound, &how), !=, 0);
  return asked_ms;
}

static void
assert_on_time (Desk *desk, const char *what, float level, double asked_ms)
{
  const double off_ms = heard_at_ms (desk, level) - asked_ms;

  g_test_message ("%s: %.2f ms off", what, off_ms);
  g_assert_cmpfloat (fabs (off_ms), <, MOST_OFF_MS);
}

/* One at rest, one in the midst of a tick, one long after: each is on the tap at the moment at which
 * it was asked for. The levels are powers of two, so that their sums can be told apart. */
static void
test_tap_is_on_time_without_output (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) first = level_new (0.5f, RATE * 2);
  g_autoptr (DeskSound) second = level_new (0.125f, RATE * 2);
  g_autoptr (DeskSound) third = level_new (0.0625f, RATE / 10);
  double first_ms, second_ms, third_ms;

  wait_ms (50);
  first_ms = play_now (desk, first);
  wait_ms (230);
  second_ms = play_now (desk, second);
  wait_ms (900);
  third_ms = play_now (desk, third);
  wait_ms (600);

  assert_on_time (desk, "from rest", 0.5f, first_ms);
  assert_on_time (desk, "between ticks", 0.625f, second_ms);
  assert_on_time (desk, "later", 0.6875f, third_ms);
}

static void
test_ends_without_output (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) sound = level_new (0.5f, RATE / 10);

  play_now (desk, sound);
  play_now (desk, sound);
  wait_ms (1100);
  g_assert_cmpuint (desk->n_over, ==, 2);
}

/* A clip asked for at a frame, and one right behind it. */
static void
test_at_frame (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) ground = level_new (0.5f, RATE);
  g_autoptr (DeskSound) first = level_new (0.125f, 777);
  g_autoptr (DeskSound) second = level_new (0.25f, 333);
  DeskPlaying how = { .place = DESK_PLACE_HANDSET, .gain = 1 };
  const guint64 start = desk_speaker_get_frames (desk->speaker);

  play_now (desk, ground);
  how.at_frame = start + 12345;
  desk_speaker_play (desk->speaker, first, &how);
  how.at_frame = start + 12345 + 777;
  desk_speaker_play (desk->speaker, second, &how);
  wait_ms (600);
  drain (desk);

  g_assert_cmpuint (desk->heard->len, >, 20000);
  for (guint i = 0; i < 20000; i++) {
    const float level = i < 12345 ? 0.5f : i < 13122 ? 0.625f : i < 13455 ? 0.75f : 0.5f;

    g_assert_cmpfloat (g_array_index (desk->heard, float, i), ==, level);
  }
}

/* The clock of at_frame goes on between the ticks. */
static void
test_frames_pass (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) sound = level_new (0.5f, RATE);
  double start_ms, passed_ms;
  guint64 start;

  start = desk_speaker_get_frames (desk->speaker);
  start_ms = play_now (desk, sound);
  wait_ms (200);
  passed_ms = (double) (desk_speaker_get_frames (desk->speaker) - start) / (RATE / 1000);
  g_assert_cmpfloat (fabs (passed_ms - (now_ms () - start_ms)), <, 5);
}

/* The tap has the handset before its volume, and nothing of the console. */
static void
test_places (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) caller = level_new (0.5f, RATE);
  g_autoptr (DeskSound) ringer = level_new (0.25f, RATE);
  const DeskPlaying how = { .place = DESK_PLACE_CONSOLE, .gain = 1 };
  guint first = 0;

  desk_speaker_set_place_level (desk->speaker, DESK_PLACE_HANDSET, 0.1, -1);
  desk_speaker_play (desk->speaker, ringer, &how);
  play_now (desk, caller);
  wait_ms (600);
  drain (desk);
  g_assert_cmpuint (desk->heard->len, >, RATE / 3);
  while (first < RATE / 20 && g_array_index (desk->heard, float, first) == 0)
    first++; /* time that passed between the two plays */
  for (guint i = first; i < first + RATE / 4; i++)
    g_assert_cmpfloat (g_array_index (desk->heard, float, i), ==, 0.5f);
}

static gint
ms_until_wake_up (void)
{
  GMainContext *context = g_main_context_default ();
  gint priority, timeout_ms;
  GPollFD fds[8];

  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, G_MAXINT, &timeout_ms, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);
  return timeout_ms;
}

static void
test_no_wake_ups_at_rest (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) sound = level_new (0.5f, RATE / 10);

  g_assert_cmpint (ms_until_wake_up (), ==, -1);
  play_now (desk, sound);
  g_assert_cmpint (ms_until_wake_up (), >, 0);
  wait_ms (1100);
  g_assert_cmpuint (desk->n_over, ==, 1);
  g_assert_cmpint (ms_until_wake_up (), ==, -1);
}

/* More commands than the ring holds, within a moment: none is lost. */
static void
test_many_commands_at_once (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (DeskSound) sound = level_new (0.001f, RATE / 10);
  DeskMixerLosses losses;

  for (guint i = 0; i < 200; i++) {
    const DeskPlaying how = { .gain = 1 };
    const guint voice = desk_speaker_play (desk->speaker, sound, &how);

    g_assert_cmpuint (voice, !=, 0);
    desk_speaker_set_level (desk->speaker, voice, 0.5, 0);
    desk_speaker_stop (desk->speaker, voice, 5);
  }
  wait_ms (1600);
  g_assert_cmpuint (desk->n_over, ==, 200);
  desk_speaker_get_losses (desk->speaker, &losses);
  g_assert_cmpuint (losses.n_tap_lost, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/speaker/tap-is-on-time", test_tap_is_on_time_without_output);
  g_test_add_func ("/audio/speaker/ends", test_ends_without_output);
  g_test_add_func ("/audio/speaker/at-frame", test_at_frame);
  g_test_add_func ("/audio/speaker/frames-pass", test_frames_pass);
  g_test_add_func ("/audio/speaker/places", test_places);
  g_test_add_func ("/audio/speaker/no-wake-ups-at-rest", test_no_wake_ups_at_rest);
  g_test_add_func ("/audio/speaker/many-commands-at-once", test_many_commands_at_once);

  return g_test_run ();
}
