/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/device-trial.h"

#include "audio/microphone.h"
#include "audio/speaker.h"
#include "audio/tones.h"

#define OPENING_AT_MOST_MS 10000
#define PLAYING_MS 2000
#define LISTENING_MS 1000

typedef struct {
  DeskSoundSystem *system; /* owned, as all below */
  GMainLoop *loop;
} Stage;

void
desk_trial_clear (DeskTrial *trial)
{
  g_clear_pointer (&trial->device, g_free);
  g_clear_pointer (&trial->notice, g_free);
}

static void
stage_clear (Stage *stage)
{
  g_clear_pointer (&stage->system, desk_sound_system_unref);
  g_clear_pointer (&stage->loop, g_main_loop_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stage, stage_clear)

static gboolean
on_timeout (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

static void
run_for (Stage *stage, guint at_most_ms)
{
  guint source = g_timeout_add (at_most_ms, on_timeout, stage->loop);

  g_main_loop_run (stage->loop);
  g_source_remove (source);
}

static void
subtract (DeskOutputMeter *meter, const DeskOutputMeter *before)
{
  meter->n_callbacks -= before->n_callbacks;
  meter->n_frames -= before->n_frames;
  meter->n_underruns -= before->n_underruns;
  meter->n_late -= before->n_late;
}

static void
on_speaker_changed (DeskSpeaker *speaker, GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
play (Stage *stage, DeskTrial *trial, DeskSpeaker *speaker, DeskTone tone)
{
  const DeskPlaying how = { .gain = 0.8, .times = 1, .fade_ms = 5 };
  g_autoptr (DeskSound) sound = desk_tone_new (tone, DESK_COUNTRY_US);
  const gint64 start_us = g_get_monotonic_time ();
  DeskMixer *mixer = desk_speaker_get_mixer (speaker);
  DeskOutputMeter before;

  g_signal_handlers_disconnect_by_data (speaker, stage->loop);
  desk_speaker_measure (speaker, &before);
  desk_speaker_play (speaker, sound, &how);
  run_for (stage, PLAYING_MS);
  desk_speaker_measure (speaker, &trial->meter);
  subtract (&trial->meter, &before);
  trial->seconds = (double) (g_get_monotonic_time () - start_us) / 1e6;
  trial->n_full =
      desk_ring_get_n_refused (&mixer->commands) + desk_ring_get_n_refused (&mixer->reports);
}

static void
try_output (Stage *stage, DeskTrial *trial, DeskTone tone, const DeskTrialTerms *terms)
{
  g_autoptr (DeskSpeaker) speaker = desk_speaker_new ();

  g_signal_connect (speaker, "changed", G_CALLBACK (on_speaker_changed), stage->loop);
  desk_speaker_take_output (
      speaker, desk_output_portaudio_new (stage->system, desk_speaker_get_mixer (speaker),
                                          terms->device_id, terms->latency_ms));
  run_for (stage, OPENING_AT_MOST_MS);
  trial->device = g_strdup (desk_speaker_get_device (speaker));
  trial->notice = g_strdup (desk_speaker_get_notice (speaker));
  if (trial->device != NULL)
    play (stage, trial, speaker, tone);
}

static void
on_microphone_changed (DeskMicrophone *microphone, gpointer loop)
{
  g_main_loop_quit (loop);
}

static void
listen_to (Stage *stage, DeskTrial *trial, DeskMicrophone *microphone, DeskTap *tap)
{
  const gint64 start_us = g_get_monotonic_time ();
  DeskOutputMeter before;

  desk_microphone_listen (microphone, NULL, NULL);
  desk_microphone_take_level (microphone);
  desk_microphone_measure (microphone, &before);
  run_for (stage, LISTENING_MS);
  desk_microphone_measure (microphone, &trial->meter);
  subtract (&trial->meter, &before);
  trial->seconds = (double) (g_get_monotonic_time () - start_us) / 1e6;
  trial->level = desk_microphone_take_level (microphone);
  trial->n_full = desk_tap_get_n_lost (tap);
}

static void
try_microphone (Stage *stage, DeskTrial *trial, const char *device_id)
{
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  DeskMicrophone *microphone = desk_microphone_new (stage->system, tap, device_id);

  desk_tap_open (tap);
  desk_microphone_listen (microphone, on_microphone_changed, stage->loop);
  desk_microphone_start (microphone);
  run_for (stage, OPENING_AT_MOST_MS);
  trial->device = g_strdup (desk_microphone_get_device (microphone));
  trial->notice = g_strdup (desk_microphone_get_notice (microphone));
  if (trial->device != NULL)
    listen_to (stage, trial, microphone, tap);

  desk_microphone_destroy (microphone);
  g_aligned_free (tap);
}

void
desk_trial_run (DeskTrial *trial, DeskTrialRole role, const DeskTrialTerms *terms)
{
  g_auto (Stage) stage = { desk_sound_system_new (), g_main_loop_new (NULL, FALSE) };

  trial->done = TRUE;
  desk_sound_system_set_realtime (stage.system, terms->realtime);
  switch (role) {
  case DESK_TRIAL_VOICES: try_output (&stage, trial, DESK_TONE_RINGBACK, terms); break;
  case DESK_TRIAL_RINGER: try_output (&stage, trial, DESK_TONE_RINGER, terms); break;
  case DESK_TRIAL_MICROPHONE: try_microphone (&stage, trial, terms->device_id); break;
  }
}
