/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/microphone.h"

#include "audio/stream.h"

/* Recorded speech suffers from gaps and not from latency: nobody waits for it. */
#define LATENCY_MS 40

struct _DeskMicrophone {
  DeskSoundSystem *system; /* a reference */
  DeskStream *stream;      /* a reference */
  gboolean is_started;
  DeskOutputState state;
  char *device; /* owned */
  char *notice; /* owned */
  DeskMicrophoneFunc changed;
  gpointer user_data;
};

static void
on_stream_changed (DeskOutputState state, const char *device, const char *notice, gpointer data)
{
  DeskMicrophone *self = data;

  self->state = state;
  g_free (self->device);
  self->device = g_strdup (device);
  g_free (self->notice);
  self->notice = g_strdup (notice);
  if (self->changed != NULL)
    self->changed (self, self->user_data);
}

DeskMicrophone *
desk_microphone_new (DeskSoundSystem *system, DeskTap *tap, const char *device_id)
{
  DeskMicrophone *self = g_new0 (DeskMicrophone, 1);

  self->system = desk_sound_system_ref (system);
  self->stream = desk_stream_new (NULL, tap, device_id, LATENCY_MS, on_stream_changed, self);
  self->state = DESK_OUTPUT_OPENING;
  return self;
}

void
desk_microphone_destroy (DeskMicrophone *self)
{
  if (self == NULL)
    return;
  desk_stream_close (self->stream);
  if (self->is_started)
    desk_sound_system_remove (self->system, self->stream);
  desk_stream_unref (self->stream);
  desk_sound_system_unref (self->system);
  g_free (self->device);
  g_free (self->notice);
  g_free (self);
}

void
desk_microphone_listen (DeskMicrophone *self, DeskMicrophoneFunc changed, gpointer user_data)
{
  self->changed = changed;
  self->user_data = user_data;
}

void
desk_microphone_start (DeskMicrophone *self)
{
  if (!self->is_started)
    desk_sound_system_add (self->system, self->stream);
  self->is_started = TRUE;
}

void
desk_microphone_change (DeskMicrophone *self, const char *device_id)
{
  desk_sound_system_change (self->system, self->stream, device_id, LATENCY_MS);
}

DeskOutputState
desk_microphone_get_state (DeskMicrophone *self)
{
  return self->state;
}

const char *
desk_microphone_get_device (DeskMicrophone *self)
{
  return self->device;
}

const char *
desk_microphone_get_notice (DeskMicrophone *self)
{
  return self->notice;
}

void
desk_microphone_measure (DeskMicrophone *self, DeskOutputMeter *meter)
{
  *meter = (DeskOutputMeter){ 0 };
  desk_stream_measure (self->stream, meter);
}

double
desk_microphone_take_level (DeskMicrophone *self)
{
  const double peak = (double) desk_feed_take_peak (&self->stream->gate.feed);

  return MIN (peak, 1.0);
}
