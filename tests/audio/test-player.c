/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/player.h"

#include <glib/gstdio.h>
#include <math.h>

#include "audio/telephone.h"
#include "audio/tones.h"
#include "shift.h"
#include "spectrum.h"

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
desk_init_sounding (Desk *desk, const char *sound)
{
  shift_init_sounding (&desk->shift, sound);
  desk->audio = audio_new (desk->shift.folder);
  desk->speaker = desk_audio_get_speaker (desk->audio, DESK_STREAM_HEADSET);
  desk->player = desk_player_new (desk->audio, desk->shift.scenario, desk->shift.lengths);
}

static void
desk_init (Desk *desk)
{
  desk_init_sounding (desk, "wideband");
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
heard (Desk *desk, double hz)
{
  return spectrum_amplitude (desk->left, desk->n_frames, hz);
}

static float
loudest (Desk *desk)
{
  float greatest = 0;

  for (guint i = 0; i < desk->n_frames; i++)
    greatest = MAX (greatest, MAX (fabsf (desk->left[i]), fabsf (desk->right[i])));

  return greatest;
}

/* How loud the caller of `call` is. */
static double
loudness (Desk *desk, const char *call)
{
  const DeskScenario *scenario = desk->shift.scenario;

  return desk_telephone_outside_line (scenario, desk_scenario_find_call (scenario, call)).gain;
}

static gboolean
on_deadline (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_time_pass (void)
{
  gboolean passed = FALSE;

  g_timeout_add (200, on_deadline, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
let_clips_load (Desk *desk)
{
  while (desk_clip_store_get_n_loading (desk_player_get_clips (desk->player)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (Desk *desk)
{
  happen (desk, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  let_clips_load (desk);
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
  g_assert_cmpfloat_with_epsilon (heard (&desk, 1000), 0.49 * loudness (&desk, "a"), 0.02);

  /* interrupted: 20 ms, and not a frame more */
  happen (&desk, DESK_EVENT_CALLER_DONE, "a", 1, "a/opening", TRUE);
  listen (&desk, 10);
  g_assert_cmpfloat (loudest (&desk), >, 0.2f);
  listen (&desk, 10);
  g_assert_cmpfloat (loudest (&desk), <, 0.26 * loudness (&desk, "a"));
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
begin_unloaded (Desk *desk)
{
  happen (desk, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  happen (desk, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
  happen (desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  happen (desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (desk, 20);
  listen (desk, 100);
  g_assert_cmpfloat (loudest (desk), ==, 0);
}

/* A clip that is read more slowly than the trainee answers is heard as soon as it is there. */
static void
test_late_clip (void)
{
  Desk desk;

  desk_init (&desk);
  begin_unloaded (&desk);
  let_clips_load (&desk);
  listen (&desk, 100);
  g_assert_cmpfloat_with_epsilon (heard (&desk, 1000), 0.49 * loudness (&desk, "a"), 0.02);
  desk_clear (&desk);
}

/* But not when its time is over, nor when another sentence has begun. */
static void
test_clip_too_late (void)
{
  Desk desk;

  desk_init (&desk);
  begin_unloaded (&desk);
  happen (&desk, DESK_EVENT_CALLER_DONE, "a", 1, "a/opening", FALSE);
  let_clips_load (&desk);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);
  desk_clear (&desk);

  desk_init (&desk);
  begin_unloaded (&desk);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/number", FALSE);
  let_clips_load (&desk);
  listen (&desk, 20);
  listen (&desk, 100);
  g_assert_cmpfloat (heard (&desk, 1800), >, 0.48 * loudness (&desk, "a"));
  g_assert_cmpfloat (heard (&desk, 1000), <, 0.001);
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
  g_assert_cmpfloat (heard (&desk, 1000), >, 0.45 * loudness (&desk, "a"));
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

/* Half a second of silence, and nothing that waits. */
static gboolean
has_passed (Desk *desk)
{
  DeskMixer *mixer = desk_speaker_get_mixer (desk->speaker);

  return desk_mixer_get_frames (mixer) >= RATE / 2 && desk_ring_get_length (&mixer->commands) == 0;
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
  for (guint i = 0; i < 20 && !has_passed (&desk); i++)
    let_time_pass ();
  g_assert_true (has_passed (&desk));
  desk_clear (&desk);
}

/* The greatest step from one sample to the next. */
static float
steepest (Desk *desk)
{
  float greatest = 0;

  for (guint i = 1; i < desk->n_frames; i++)
    greatest = MAX (greatest, fabsf (desk->left[i] - desk->left[i - 1]));

  return greatest;
}

/* A reply in the middle of another: the first is gone after 20 ms, and neither clicks. */
static void
test_interrupted (void)
{
  Desk desk;
  float steep;

  desk_init (&desk);
  begin (&desk);
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 200);
  steep = steepest (&desk);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/number", FALSE);
  listen (&desk, 20);
  g_assert_cmpfloat (steepest (&desk), <, 2.9f * steep); /* 1000 Hz and 1800 Hz together */
  listen (&desk, 100);
  g_assert_cmpfloat (heard (&desk, 1800), >, 0.48 * loudness (&desk, "a"));
  g_assert_cmpfloat (heard (&desk, 1000), <, 0.001);
  desk_clear (&desk);
}

/* Compares what is heard with `tone`, from `from_ms` of its period on. */
static void
assert_tone_goes_on (Desk *desk, DeskTone tone, guint from_ms)
{
  g_autoptr (DeskSound) sound = desk_tone_new (tone, DESK_COUNTRY_GB);
  const DeskPcm *pcm = desk_sound_get_pcm (sound);

  for (guint i = 0; i < desk->n_frames; i++) {
    const guint at = (from_ms * 48 + i) % pcm->period;

    g_assert_cmpfloat_with_epsilon (desk->left[i], at < pcm->n_frames ? pcm->samples[at] : 0,
                                    1e-6f);
  }
}

/* Two lines ring: one cadence, which neither the second call nor the end of the first starts anew. */
static void
test_cadence (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  listen (&desk, 500);
  happen (&desk, DESK_EVENT_RINGING, "b", 2, NULL, FALSE);
  listen (&desk, 700);
  assert_tone_goes_on (&desk, DESK_TONE_RINGER, 500);
  happen (&desk, DESK_EVENT_ABANDONED, "a", 1, NULL, FALSE);
  listen (&desk, 1000);
  listen (&desk, 1000);
  assert_tone_goes_on (&desk, DESK_TONE_RINGER, 2200);

  /* an urgent one may */
  happen (&desk, DESK_EVENT_RINGING, "u", 3, NULL, FALSE);
  listen (&desk, 20);
  listen (&desk, 300);
  assert_tone_goes_on (&desk, DESK_TONE_RINGER_URGENT, 20);

  /* the same for the discreet one */
  happen (&desk, DESK_EVENT_ANSWERED, "u", 3, NULL, FALSE);
  listen (&desk, 50);
  happen (&desk, DESK_EVENT_RECALL, "u", 3, NULL, FALSE);
  happen (&desk, DESK_EVENT_ANSWERED, "b", 2, NULL, FALSE);
  listen (&desk, 500);
  happen (&desk, DESK_EVENT_ABANDONED, "u", 3, NULL, FALSE);
  listen (&desk, 20);
  listen (&desk, 500);
  g_assert_cmpfloat (loudest (&desk), ==, 0);
  desk_clear (&desk);
}

/* The tone of a refusal outlasts what the telephone does by itself, not what the trainee does next. */
static void
test_engaged (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  desk.shift.colleague = "hans";
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  listen (&desk, 50);
  desk.shift.state->now_ms += 1000;
  happen (&desk, DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_RESUMED, "a", 1, NULL, FALSE);
  listen (&desk, 20); /* which the tone's beginning takes */
  listen (&desk, 280);
  assert_tone_goes_on (&desk, DESK_TONE_BUSY, 20);
  listen (&desk, 1000);
  g_assert_cmpfloat (loudest (&desk), >, 0.1f);
  listen (&desk, 1000);
  listen (&desk, 200);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  desk.shift.colleague = "dora";
  happen (&desk, DESK_EVENT_TRANSFERRING, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE);
  listen (&desk, 20); /* which the tone's beginning takes */
  listen (&desk, 280);
  assert_tone_goes_on (&desk, DESK_TONE_CONGESTION, 20);
  happen (&desk, DESK_EVENT_RECALL, "a", 1, NULL, FALSE);
  desk.shift.state->now_ms += 300;
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, TRUE);
  listen (&desk, 20);
  listen (&desk, 500);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  /* the caller speaks into it */
  desk.shift.state->now_ms += 300;
  happen (&desk, DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_RESUMED, "a", 1, NULL, FALSE);
  listen (&desk, 100);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 20);
  listen (&desk, 100);
  g_assert_cmpfloat (heard (&desk, 400), <, 0.001);
  g_assert_cmpfloat (heard (&desk, 1000), >, 0.3);
  desk_clear (&desk);
}

/* The reminder comes from the console: whoever speaks does not silence it. */
static void
test_reminder (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  listen (&desk, 50);
  happen (&desk, DESK_EVENT_HOLD_REMINDER, "b", 2, NULL, FALSE);
  listen (&desk, 40);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 50); /* 40 to 90 ms: the first pitch, 659 Hz */
  g_assert_cmpfloat (heard (&desk, 659), >, 0.08);
  listen (&desk, 100);
  listen (&desk, 100);
  g_assert_cmpfloat (heard (&desk, 880), <, 0.01);
  desk_clear (&desk);
}

static double
rms_db (Desk *desk)
{
  double power = 1e-20;

  for (guint i = 0; i < desk->n_frames; i++)
    power += (double) desk->left[i] * (double) desk->left[i] / desk->n_frames;

  return 10 * log10 (power);
}

/* Each line hisses at its own level while it is in the ear; without end, and without a step. */
static void
test_hiss (void)
{
  Desk desk;
  double outside_db, inside_db;

  desk_init_sounding (&desk, "telephone");
  begin (&desk);
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  listen (&desk, 50);
  listen (&desk, 1000);
  outside_db = rms_db (&desk);
  g_test_message ("outside: %.1f dB", outside_db);
  g_assert_cmpfloat (outside_db, >, -69);
  g_assert_cmpfloat (outside_db, <, -53);
  for (guint second = 0; second < 6; second++) {
    listen (&desk, 1000);
    g_assert_cmpfloat_with_epsilon (rms_db (&desk), outside_db, 0.5);
    g_assert_cmpfloat (steepest (&desk), <, 3 * pow (10, outside_db / 20));
  }

  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  listen (&desk, 100);
  g_assert_cmpfloat_with_epsilon (heard (&desk, 1000), 0.49 * loudness (&desk, "a"), 0.03);
  happen (&desk, DESK_EVENT_CALLER_DONE, "a", 1, "a/opening", TRUE);
  happen (&desk, DESK_EVENT_HELD, "a", 1, NULL, FALSE);
  listen (&desk, 20);
  listen (&desk, 500);
  g_assert_cmpfloat (loudest (&desk), ==, 0);

  happen (&desk, DESK_EVENT_RESUMED, "a", 1, NULL, FALSE);
  listen (&desk, 50);
  listen (&desk, 500);
  g_assert_cmpfloat_with_epsilon (rms_db (&desk), outside_db, 0.5);
  happen (&desk, DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_COLLEAGUE_ANSWERS, "a", 1, NULL, FALSE);
  listen (&desk, 50);
  listen (&desk, 500);
  inside_db = rms_db (&desk);
  g_test_message ("inside: %.1f dB", inside_db);
  g_assert_cmpfloat_with_epsilon (inside_db, -53.65 - 18, 0.5);

  happen (&desk, DESK_EVENT_FINISHED, NULL, 0, NULL, TRUE);
  listen (&desk, 20);
  listen (&desk, 100);
  g_assert_cmpfloat (loudest (&desk), ==, 0);
  desk_clear (&desk);
}

/* From the answer to the first frame of the caller: as soon as the mixer runs, in that very buffer. */
static void
test_latency (void)
{
  float out[2 * DESK_OUTPUT_FRAMES];
  DeskMixer *mixer;
  Desk desk;
  guint first = 0;

  desk_init (&desk);
  begin (&desk);
  mixer = desk_speaker_get_mixer (desk.speaker);
  listen (&desk, 500); /* of the ringer, which is silent from 400 to 600 ms */
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  happen (&desk, DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE);
  desk_mixer_run (mixer, out, DESK_OUTPUT_FRAMES, 0);
  while (first < DESK_OUTPUT_FRAMES && out[2 * first] == 0)
    first++;
  g_test_message ("first heard at frame %u", first);
  g_assert_cmpuint (first, <=, 2); /* a sine begins at 0, and so do two ramps */
  desk_clear (&desk);
}

/* The way to the mixer, shut: a callback is inside, and the ring is full. */
static void
shut_the_way (Desk *desk)
{
  DeskMixer *mixer = desk_speaker_get_mixer (desk->speaker);
  const DeskMixerCommand command = { .type = DESK_MIXER_STOP, .voice = G_MAXUINT32 };

  atomic_store (&mixer->running, true);
  while (desk_mixer_send (mixer, &command))
    ;
}

static void
open_the_way (Desk *desk)
{
  atomic_store (&desk_speaker_get_mixer (desk->speaker)->running, false);
  listen (desk, 10);
}

/* As many voices as the mixer has, all of them silent. */
static void
take_all_voices (Desk *desk, guint *voices)
{
  g_autoptr (DeskSound) silence = desk_sound_new_take (g_new0 (float, 480), 480, 480);
  const DeskPlaying how = { .gain = 1 };

  for (guint i = 0; i < DESK_MIXER_VOICES; i++) {
    voices[i] = desk_speaker_play (desk->speaker, silence, &how);
    if (i % 32 == 0)
      listen (desk, 10);
  }
  listen (desk, 10);
}

static gboolean
rings (gpointer data)
{
  Desk *desk = data;

  listen (desk, 100);
  return heard (desk, 820) > 0.05;
}

static gboolean
rings_back (gpointer data)
{
  Desk *desk = data;

  listen (desk, 200);
  return heard (desk, 400) > 0.1;
}

/* Nothing happens at the desk meanwhile, for a second at most. */
static gboolean
becomes (gboolean (*holds) (gpointer), Desk *desk)
{
  const gint64 end_us = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (!holds (desk)) {
    if (g_get_monotonic_time () > end_us)
      return FALSE;
    g_main_context_iteration (NULL, FALSE);
    g_usleep (5000);
  }
  return TRUE;
}

/* A ringer that finds no way to the mixer rings as soon as there is one, by itself. */
static void
test_refused_ringer (void)
{
  Desk desk;

  desk_init (&desk);
  happen (&desk, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  shut_the_way (&desk);
  happen (&desk, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
  open_the_way (&desk);
  g_assert_true (becomes (rings, &desk));

  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  listen (&desk, 20);
  g_assert_false (becomes (rings, &desk));
  desk_clear (&desk);
}

/* Or at the next event, when that comes first. */
static void
test_refused_ringer_and_event (void)
{
  Desk desk;

  desk_init (&desk);
  happen (&desk, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  shut_the_way (&desk);
  happen (&desk, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
  open_the_way (&desk);
  happen (&desk, DESK_EVENT_RINGING, "b", 2, NULL, FALSE);
  g_assert_true (rings (&desk));
  desk_clear (&desk);
}

static void
test_refused_ringback (void)
{
  Desk desk;

  desk_init (&desk);
  begin (&desk);
  happen (&desk, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  listen (&desk, 50);
  shut_the_way (&desk);
  happen (&desk, DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE);
  open_the_way (&desk);
  g_assert_true (becomes (rings_back, &desk));
  desk_clear (&desk);
}

/* The mixer takes the command, and has no voice for it: that it tells later. */
static void
test_ringer_without_a_voice (void)
{
  guint voices[DESK_MIXER_VOICES];
  Desk desk;

  desk_init (&desk);
  happen (&desk, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  take_all_voices (&desk, voices);
  happen (&desk, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
  g_assert_false (rings (&desk));
  desk_speaker_stop (desk.speaker, voices[0], 5);
  listen (&desk, 20);
  g_assert_true (becomes (rings, &desk));
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/player/a-call", test_a_call);
  g_test_add_func ("/audio/player/missing-clips", test_missing_clips);
  g_test_add_func ("/audio/player/late-clip", test_late_clip);
  g_test_add_func ("/audio/player/clip-too-late", test_clip_too_late);
  g_test_add_func ("/audio/player/pause", test_pause);
  g_test_add_func ("/audio/player/interrupted", test_interrupted);
  g_test_add_func ("/audio/player/cadence", test_cadence);
  g_test_add_func ("/audio/player/engaged", test_engaged);
  g_test_add_func ("/audio/player/reminder", test_reminder);
  g_test_add_func ("/audio/player/hiss", test_hiss);
  g_test_add_func ("/audio/player/latency", test_latency);
  g_test_add_func ("/audio/player/goes", test_player_goes);
  g_test_add_func ("/audio/player/silent-output", test_silent_output);

  g_test_add_func ("/audio/player/refused-ringer", test_refused_ringer);
  g_test_add_func ("/audio/player/refused-ringer-and-event", test_refused_ringer_and_event);
  g_test_add_func ("/audio/player/refused-ringback", test_refused_ringback);
  g_test_add_func ("/audio/player/ringer-without-a-voice", test_ringer_without_a_voice);

  return g_test_run ();
}
