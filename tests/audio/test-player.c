/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/player.h"

#include <glib/gstdio.h>
#include <math.h>

#include "shift.h"

/* The player with a speaker whose frames the test takes itself. */

#define RATE 48000

typedef struct {
  Shift shift;
  DeskAudio *audio;     /* owned; its settings are kept nowhere */
  DeskSpeaker *speaker; /* of the audio */
  DeskPlayer *player;
  float left[RATE];
  float right[RATE];
  guint n_frames;
} Desk;

static DeskAudio *
audio_new (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);

  g_object_set (settings, "voice-volume", 1.0, "ringer-volume", 1.0, NULL);
  return desk_audio_new (settings);
}

static void
desk_init (Desk *desk)
{
  shift_init (&desk->shift);
  desk->audio = audio_new (desk->shift.folder);
  desk->speaker = desk_audio_get_speaker (desk->audio, DESK_STREAM_HEADSET);
  desk->player = desk_player_new (desk->audio, desk->shift.scenario, desk->shift.lengths);
}

static void
desk_clear (Desk *desk)
{
  g_object_unref (desk->player);
  g_object_unref (desk->audio);
  shift_clear (&desk->shift);
}

static void
happen (
    Desk *desk, DeskEventType type, const char *call, guint line, const char *reply, gboolean flag)
{
  const DeskEvent event = shift_evolve (&desk->shift, type, call, line, reply, flag);

  desk_player_handle_event (desk->player, desk->shift.state, &event);
}

static void
listen (Desk *desk, guint ms)
{
  float out[2 * 480];

  desk->n_frames = ms * 48;
  for (guint n = 0; n < desk->n_frames; n += 480) {
    desk_mixer_run (desk_speaker_get_mixer (desk->speaker), out, 480, 0);
    for (guint i = 0; i < 480; i++) {
      desk->left[n + i] = out[2 * i];
      desk->right[n + i] = out[2 * i + 1];
    }
  }
}

static double
amplitude (const float *samples, guint n, double hz)
{
  double re = 0, im = 0;

  for (guint i = 0; i < n; i++) {
    re += (double) samples[i] * cos (2 * G_PI * hz * i / RATE);
    im += (double) samples[i] * sin (2 * G_PI * hz * i / RATE);
  }

  return 2 * sqrt (re * re + im * im) / n;
}

static double
heard (Desk *desk, double hz)
{
  return amplitude (desk->left, desk->n_frames, hz);
}

static float
loudest (Desk *desk)
{
  float greatest = 0;

  for (guint i = 0; i < desk->n_frames; i++)
    greatest = MAX (greatest, MAX (fabsf (desk->left[i]), fabsf (desk->right[i])));

  return greatest;
}

static gboolean
on_deadline (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_clips_load (void)
{
  gboolean passed = FALSE;

  g_timeout_add (200, on_deadline, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (Desk *desk)
{
  happen (desk, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  let_clips_load ();
  happen (desk, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
}

static void
test_a_call (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  listen (&desk, 40);
  g_assert_cmpfloat (heard (&desk, 820), >, 0.15);

  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  listen (&desk, 20);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 100);
  g_assert_cmpfloat (heard (&desk, 1000), >, 0.4);

  /* interrupted: 20 ms, and not a frame more */
  happen (&desk, DESK_EVENT_CALLER_DONE, "a", 1, "a/opening", TRUE);
  listen (&desk, 10);
  g_assert_cmpfloat (loudest (&desk), >, 0.2f);
  listen (&desk, 10);
  g_assert_cmpfloat (loudest (&desk), <, 0.26f);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  happen (&desk, DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE);
  listen (&desk, 200);
  g_assert_cmpfloat (heard (&desk, 400), >, 0.1);
  g_assert_cmpfloat (heard (&desk, 450), >, 0.1);
  happen (&desk, DESK_EVENT_COLLEAGUE_ANSWERS, "a", 1, "people/erik/answer", FALSE);
  listen (&desk, 20);
  listen (&desk, 200);
  g_assert_cmpfloat (heard (&desk, 1500), >, 0.4);
  g_assert_cmpfloat (heard (&desk, 400), <, 0.01);

  happen (&desk, DESK_EVENT_TRANSFERRED, "a", 1, NULL, TRUE);
  listen (&desk, 20);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);
  desk_clear (&desk);
}

/* Text without a clip, and a clip that went bad: silence, and the failure is told once. */
static void
on_clip_failed (DeskPlayer *player, const DeskReply *reply, const GError *error, gpointer data)
{
  g_assert_cmpstr (reply->key, ==, "b/opening");
  g_assert_nonnull (error);
  ++*(guint *) data;
}

static void
test_missing_clips (void)
{
  g_autofree char *path = NULL;
  guint n_failed = 0;
  Desk desk;

  desk_init (&desk);
  path = g_build_filename (desk.shift.folder, "clips", "broken.wav", NULL);
  g_unlink (path);
  g_signal_connect (desk.player, "clip-failed", G_CALLBACK (on_clip_failed), &n_failed);
  begin (&desk);
  g_assert_cmpuint (n_failed, ==, 1);

  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 100);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/name", FALSE);
  listen (&desk, 20);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  happen (&desk, DESK_EVENT_HELD, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_RINGING, "b", 2, NULL, FALSE);
  happen (&desk, DESK_EVENT_ANSWERED, "b", 2, NULL, FALSE);
  listen (&desk, 20);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "b", 2, "b/opening", FALSE);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);
  g_assert_cmpuint (n_failed, ==, 1);
  desk_clear (&desk);
}

static void
test_pause (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 500);
  happen (&desk, DESK_EVENT_PAUSED, NULL, 0, NULL, FALSE);
  listen (&desk, 20);
  for (guint second = 0; second < 3; second++) {
    listen (&desk, 1000);
    g_assert_cmpfloat (loudest (&desk), ==, 0);
  }
  happen (&desk, DESK_EVENT_UNPAUSED, NULL, 0, NULL, FALSE);
  listen (&desk, 20);
  listen (&desk, 1000); /* of the 2 s, 1.5 were left */
  g_assert_cmpfloat (heard (&desk, 1000), >, 0.45);
  listen (&desk, 600);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);
  desk_clear (&desk);
}

/* A player that goes leaves silence behind, also when it goes in a pause. */
static void
test_player_goes (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  listen (&desk, 100);
  happen (&desk, DESK_EVENT_PAUSED, NULL, 0, NULL, FALSE);
  g_object_unref (desk.player);
  listen (&desk, 20);
  listen (&desk, 500);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  desk.player = desk_player_new (desk.audio, desk.shift.scenario, desk.shift.lengths);
  happen (&desk, DESK_EVENT_UNPAUSED, NULL, 0, NULL, FALSE);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), >, 0.1f);
  desk_clear (&desk);
}

/* No device at all: sounds pass in silence, and the rings do not fill. */
static void
test_silent_output (void)
{
  DeskOutput *output;
  Desk desk;

  desk_init (&desk);
  output = desk_output_silent_new (desk_speaker_get_mixer (desk.speaker), "no sound today");
  desk_speaker_take_output (desk.speaker, output);
  g_assert_cmpint (desk_speaker_get_state (desk.speaker), ==, DESK_OUTPUT_SILENT);
  g_assert_cmpstr (desk_speaker_get_notice (desk.speaker), ==, "no sound today");

  begin (&desk);
  for (guint i = 0; i < 400; i++) {
    happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
    happen (&desk, DESK_EVENT_RECALL, "a", 1, NULL, FALSE);
  }
  for (guint i = 0; i < 4; i++)
    let_clips_load ();
  g_assert_cmpuint (desk_mixer_get_frames (desk_speaker_get_mixer (desk.speaker)), >=, RATE / 2);
  g_assert_cmpuint (desk_ring_get_length (&desk_speaker_get_mixer (desk.speaker)->commands), ==, 0);
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/player/a-call", test_a_call);
  g_test_add_func ("/audio/player/missing-clips", test_missing_clips);
  g_test_add_func ("/audio/player/pause", test_pause);
  g_test_add_func ("/audio/player/goes", test_player_goes);
  g_test_add_func ("/audio/player/silent-output", test_silent_output);

  return g_test_run ();
}
