/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/port.h"

#include <portaudio.h>
#include <string.h>

#include "audio/hush.h"
#include "audio/output.h"
#if DESK_HAVE_PORTAUDIO_ALSA
#include <pa_linux_alsa.h>
#endif

#define NS_PER_S 1e9

struct _DeskPortStream {
  PaStream *stream;
  DeskPortGate *gate; /* borrowed */
  gboolean is_mono;   /* an input of one channel, 16 bits a sample */
};

/* PortAudio's own state is the process's, and this lock with it. */
static GMutex door;

static void
enter (void)
{
  g_mutex_lock (&door);
  desk_hush_thread (true);
}

static void
leave (void)
{
  desk_hush_thread (false);
  g_mutex_unlock (&door);
}

const char *
desk_port_get_version (void)
{
  return Pa_GetVersionInfo ()->versionText;
}

gboolean
desk_port_start (const char **why)
{
  PaError fault;

  enter ();
  desk_hush_libraries ();
  fault = Pa_Initialize ();
  leave ();
  if (fault != paNoError)
    *why = Pa_GetErrorText (fault);
  return fault == paNoError;
}

void
desk_port_stop (void)
{
  enter ();
  Pa_Terminate ();
  leave ();
}

static void
device_free (gpointer data)
{
  DeskPortDevice *device = data;

  g_free (device->id);
  g_free (device->name);
  g_free (device->api);
  g_free (device);
}

static DeskPortDevice *
device_new (PaDeviceIndex index)
{
  const PaDeviceInfo *info = Pa_GetDeviceInfo (index);
  DeskPortDevice *device = g_new0 (DeskPortDevice, 1);

  device->index = index;
  device->name = g_utf8_make_valid (info->name, -1);
  device->api = g_utf8_make_valid (Pa_GetHostApiInfo (info->hostApi)->name, -1);
  device->id = g_strdup_printf ("%s: %s", device->api, device->name);
  device->n_outputs = (guint) MAX (info->maxOutputChannels, 0);
  device->n_inputs = (guint) MAX (info->maxInputChannels, 0);
  device->default_output = index == Pa_GetDefaultOutputDevice ();
  device->default_input = index == Pa_GetDefaultInputDevice ();
  device->sample_rate = info->defaultSampleRate;
  return device;
}

/* The name of one that has namesakes before it gets a number, and its id too: PortAudio tells nothing
 * that would tell them apart better. */
static void
tell_namesakes_apart (GPtrArray *devices)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < devices->len; i++) {
    DeskPortDevice *device = g_ptr_array_index (devices, i);
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, device->id)) + 1;

    g_hash_table_replace (seen, g_strdup (device->id), GUINT_TO_POINTER (n));
    if (n > 1) {
      g_autofree char *plain = g_steal_pointer (&device->name);

      device->name = g_strdup_printf ("%s (%u)", plain, n);
      g_free (device->id);
      device->id = g_strdup_printf ("%s: %s", device->api, device->name);
    }
  }
}

GPtrArray *
desk_port_list_new (void)
{
  GPtrArray *devices = g_ptr_array_new_with_free_func (device_free);

  enter ();
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount (); i++)
    g_ptr_array_add (devices, device_new (i));
  leave ();

  tell_namesakes_apart (devices);
  return devices;
}

/* The callback says that it is inside before it looks whether it may be, the owner shuts the gate
 * before it looks whether anybody is inside: one of them sees the other. */
static bool
enter_gate (DeskPortGate *gate)
{
  desk_hush_thread (true);
  atomic_fetch_add (&gate->n_inside, 1);
  atomic_fetch_add_explicit (&gate->n_ticks, 1, memory_order_relaxed);
  return !atomic_load (&gate->closed) && !atomic_load_explicit (&gate->muted, memory_order_acquire);
}

static void
leave_gate (DeskPortGate *gate)
{
  atomic_fetch_sub (&gate->n_inside, 1);
}

void
desk_port_gate_shut (DeskPortGate *gate)
{
  atomic_store (&gate->closed, true);
  while (atomic_load (&gate->n_inside) > 0)
    g_thread_yield ();
}

static int
on_frames_needed (const void *input,
                  void *output,
                  unsigned long n_frames,
                  const PaStreamCallbackTimeInfo *time,
                  PaStreamCallbackFlags flags,
                  void *data)
{
  DeskPortStream *self = data;

  if (enter_gate (self->gate))
    desk_feed_play (&self->gate->feed, output, (uint32_t) n_frames,
                    (flags & paOutputUnderflow) != 0);
  else
    memset (output, 0, n_frames * 2 * sizeof (float));
  leave_gate (self->gate);
  return paContinue;
}

static void
hear_mono (DeskFeed *feed, const gint16 *in, guint32 n_frames, bool overrun)
{
  float samples[DESK_OUTPUT_FRAMES];

  for (guint32 done = 0; done < n_frames; done += DESK_OUTPUT_FRAMES) {
    const guint32 n = MIN (n_frames - done, DESK_OUTPUT_FRAMES);

    for (guint32 i = 0; i < n; i++)
      samples[i] = (float) in[done + i] / 32768;
    desk_feed_hear (feed, samples, n, 1, overrun);
  }
}

static int
on_frames_heard (const void *input,
                 void *output,
                 unsigned long n_frames,
                 const PaStreamCallbackTimeInfo *time,
                 PaStreamCallbackFlags flags,
                 void *data)
{
  DeskPortStream *self = data;
  DeskFeed *feed = &self->gate->feed;
  const bool overrun = (flags & paInputOverflow) != 0;

  if (enter_gate (self->gate) && input != NULL) {
    if (self->is_mono)
      hear_mono (feed, input, (uint32_t) n_frames, overrun);
    else
      desk_feed_hear (feed, input, (uint32_t) n_frames, 2, overrun);
  }
  leave_gate (self->gate);
  return paContinue;
}

static PaError
open_with (DeskPortStream *self, gboolean is_input, const PaStreamParameters *parameters)
{
  return Pa_OpenStream (&self->stream, is_input ? parameters : NULL, is_input ? NULL : parameters,
                        DESK_MIXER_RATE, DESK_OUTPUT_FRAMES, paNoFlag,
                        is_input ? on_frames_heard : on_frames_needed, self);
}

/* Microphones of two channels are asked for, though the first will do: PortAudio 19.6 with ALSA brings
 * nothing but silence when it is asked for floats of one channel. Devices that have just one are asked
 * for it in 16 bits, which works. */
static PaError
open_stream (DeskPortStream *self, gboolean is_input, PaStreamParameters *parameters)
{
  PaError fault = open_with (self, is_input, parameters);

  if (fault != paInvalidChannelCount || !is_input)
    return fault;
  parameters->channelCount = 1;
  parameters->sampleFormat = paInt16;
  self->is_mono = TRUE;
  return open_with (self, is_input, parameters);
}

static double
get_latency (DeskPortStream *self, gboolean is_input)
{
  const PaStreamInfo *info = Pa_GetStreamInfo (self->stream);

  return is_input ? info->inputLatency : info->outputLatency;
}

static PaError
start_stream (DeskPortStream *self, gboolean is_input)
{
  PaError fault;

  desk_feed_begin (&self->gate->feed, (int64_t) (get_latency (self, is_input) * NS_PER_S),
                   DESK_OUTPUT_FRAMES);
  fault = Pa_StartStream (self->stream);
  if (fault != paNoError)
    Pa_CloseStream (self->stream);
  return fault;
}

static PaError
open_and_start (
    DeskPortStream *self, gboolean is_input, const char *alsa_name, int index, double latency_ms)
{
  PaStreamParameters parameters = {
    .device = index,
    .channelCount = 2,
    .sampleFormat = paFloat32,
    .suggestedLatency = latency_ms / 1000,
  };
  PaError fault;

#if DESK_HAVE_PORTAUDIO_ALSA
  PaAlsaStreamInfo alsa;

  if (alsa_name != NULL) {
    PaAlsa_InitializeStreamInfo (&alsa);
    alsa.deviceString = alsa_name;
    parameters.device = paUseHostApiSpecificDeviceSpecification;
    parameters.hostApiSpecificStreamInfo = &alsa;
  }
#else
  if (alsa_name != NULL)
    return paInvalidDevice;
#endif

  if (alsa_name == NULL && index < 0)
    parameters.device = is_input ? Pa_GetDefaultInputDevice () : Pa_GetDefaultOutputDevice ();
  if (alsa_name == NULL && parameters.device == paNoDevice)
    return paDeviceUnavailable;

  fault = open_stream (self, is_input, &parameters);
  return fault == paNoError ? start_stream (self, is_input) : fault;
}

DeskPortStream *
desk_port_open (gboolean is_input,
                const char *alsa_name,
                int index,
                double latency_ms,
                DeskPortGate *gate,
                const char **why)
{
  DeskPortStream *self = g_new0 (DeskPortStream, 1);
  PaError fault;

  self->gate = gate;
  enter ();
  fault = open_and_start (self, is_input, alsa_name, index, latency_ms);
  leave ();
  if (fault == paNoError)
    return self;

  *why = Pa_GetErrorText (fault);
  g_free (self);
  return NULL;
}

double
desk_port_get_latency_ms (DeskPortStream *self)
{
  return (double) self->gate->feed.latency_ns / 1e6;
}

void
desk_port_close (DeskPortStream *self)
{
  enter ();
  Pa_AbortStream (self->stream);
  Pa_CloseStream (self->stream);
  leave ();
  g_free (self);
}
