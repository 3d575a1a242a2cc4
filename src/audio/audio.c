/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/audio.h"

struct _DeskAudio {
  GObject parent_instance;

  DeskSoundSettings *settings; /* owned, as all below */
  DeskSoundSystem *system;
  DeskSpeaker *headset;
  DeskTap *callers;
  DeskTap *microphone;
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAudio, desk_audio, G_TYPE_OBJECT)

static void
on_speaker_changed (DeskAudio *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_speaker_over (DeskAudio *self, guint voice)
{
  g_signal_emit (self, signals[SIGNAL_OVER], 0, voice);
}

void
desk_audio_start (DeskAudio *self)
{
  DeskMixer *mixer = desk_speaker_get_mixer (self->headset);
  g_autofree char *device = NULL;
  double latency_ms;

  g_object_get (self->settings, "headset", &device, "latency-ms", &latency_ms, NULL);
  desk_speaker_take_output (self->headset,
                            desk_output_portaudio_new (self->system, mixer, device, latency_ms));
}

DeskSpeaker *
desk_audio_get_speaker (DeskAudio *self, DeskStreamRole role)
{
  return role == DESK_STREAM_HEADSET ? self->headset : NULL;
}

DeskSoundSettings *
desk_audio_get_settings (DeskAudio *self)
{
  return self->settings;
}

void
desk_audio_get_status (DeskAudio *self, DeskStreamRole role, DeskStreamStatus *status)
{
  *status = (DeskStreamStatus){ 0 };
  if (role != DESK_STREAM_HEADSET)
    return;
  status->wanted = TRUE;
  status->state = desk_speaker_get_state (self->headset);
  status->device = desk_speaker_get_device (self->headset);
  status->notice = desk_speaker_get_notice (self->headset);
  desk_speaker_measure (self->headset, &status->meter);
}

char *
desk_audio_get_notice (DeskAudio *self)
{
  return g_strdup (desk_speaker_get_notice (self->headset));
}

guint
desk_audio_play (DeskAudio *self, DeskPlace place, DeskSound *sound, const DeskPlaying *how)
{
  DeskPlaying here = *how;
  double volume;
  int ear = 0;

  if (place == DESK_PLACE_HANDSET)
    g_object_get (self->settings, "voice-volume", &volume, "ear", &ear, NULL);
  else
    g_object_get (self->settings, "ringer-volume", &volume, NULL);
  here.gain *= volume * volume;
  here.pan = ear;
  return desk_speaker_play (self->headset, sound, &here);
}

void
desk_audio_stop (DeskAudio *self, guint play, guint fade_ms)
{
  desk_speaker_stop (self->headset, play, fade_ms);
}

void
desk_audio_set_gain (DeskAudio *self, guint play, double gain)
{
  desk_speaker_set_level (self->headset, play, gain, 0);
}

void
desk_audio_set_frozen (DeskAudio *self, gboolean frozen)
{
  desk_speaker_set_frozen (self->headset, frozen);
}

void
desk_audio_want_microphone (DeskAudio *self, gboolean wanted)
{
}

DeskTap *
desk_audio_get_microphone_tap (DeskAudio *self)
{
  return self->microphone;
}

DeskTap *
desk_audio_get_callers_tap (DeskAudio *self)
{
  return self->callers;
}

static void
desk_audio_finalize (GObject *object)
{
  DeskAudio *self = DESK_AUDIO (object);

  g_signal_handlers_disconnect_by_data (self->headset, self);
  g_object_unref (self->headset);
  desk_sound_system_unref (self->system);
  g_object_unref (self->settings);
  g_aligned_free (self->callers);
  g_aligned_free (self->microphone);
  G_OBJECT_CLASS (desk_audio_parent_class)->finalize (object);
}

static void
desk_audio_class_init (DeskAudioClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_audio_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OVER] = g_signal_new ("over", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_audio_init (DeskAudio *self)
{
  self->callers = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  self->microphone = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  self->system = desk_sound_system_new ();
  self->headset = desk_speaker_new ();
  g_signal_connect_swapped (self->headset, "changed", G_CALLBACK (on_speaker_changed), self);
  g_signal_connect_swapped (self->headset, "over", G_CALLBACK (on_speaker_over), self);
}

DeskAudio *
desk_audio_new (DeskSoundSettings *settings)
{
  DeskAudio *self = g_object_new (DESK_TYPE_AUDIO, NULL);

  self->settings = g_object_ref (settings);
  return self;
}
