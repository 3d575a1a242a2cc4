/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/output.h"

#include "audio/stream.h"

/* The sound system's keeper opens and watches the stream (keeper.c); this is the main thread's end of it. */

typedef struct {
  DeskOutput base;
  DeskSoundSystem *system; /* a reference */
  DeskStream *stream;      /* a reference */
  gboolean is_started;
} PortAudioOutput;

static void
on_stream_changed (DeskOutputState state, const char *device, const char *notice, gpointer data)
{
  desk_output_change (data, state, device, notice);
}

static void
portaudio_start (DeskOutput *output)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  if (!self->is_started)
    desk_sound_system_add (self->system, self->stream);
  self->is_started = TRUE;
}

static void
portaudio_measure (DeskOutput *output, DeskOutputMeter *meter)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  desk_stream_measure (self->stream, meter);
}

static void
portaudio_destroy (DeskOutput *output)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  desk_stream_close (self->stream);
  if (self->is_started)
    desk_sound_system_remove (self->system, self->stream);
  desk_stream_unref (self->stream);
  desk_sound_system_unref (self->system);
  desk_output_finish (output);
  g_free (self);
}

static const DeskOutputImpl portaudio_impl = {
  .start = portaudio_start,
  .measure = portaudio_measure,
  .destroy = portaudio_destroy,
};

static double
clamp_latency (double latency_ms)
{
  return CLAMP (latency_ms, 2, 500);
}

DeskOutput *
desk_output_portaudio_new (DeskSoundSystem *system,
                           DeskMixer *mixer,
                           const char *device_id,
                           double latency_ms)
{
  PortAudioOutput *self = g_new0 (PortAudioOutput, 1);

  desk_output_init (&self->base, &portaudio_impl, mixer);
  self->system = desk_sound_system_ref (system);
  self->stream =
      desk_stream_new (mixer, NULL, device_id, clamp_latency (latency_ms), on_stream_changed, self);
  return &self->base;
}

void
desk_output_portaudio_change (DeskOutput *output, const char *device_id, double latency_ms)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  g_return_if_fail (output->impl == &portaudio_impl);
  desk_sound_system_change (self->system, self->stream, device_id, clamp_latency (latency_ms));
}
