/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/output.h"

#include <glib/gi18n-lib.h>
#include <portaudio.h>

#include "audio/device-list.h"
#include "audio/feed.h"

/* Three threads meet here:
 *
 *  - PortAudio's runs on_frames_needed(), which touches nothing but the feed.
 *  - The keeper opens the device (30 to 70 ms, or seconds on a sick system), then looks every
 *    WATCH_MS whether callbacks still come. When a sound server dies PortAudio reports no error, the
 *    callbacks just stop; so after IDLE_LOOKS without progress the device counts as lost. One that
 *    was just opened is given longer: some take a moment between their first frames and a steady
 *    stream. Finding another takes Pa_Terminate() and Pa_Initialize(), since PortAudio lists devices
 *    only then. The mixer knows nothing of all this and goes on where it was.
 *  - The main thread hears of changes through an idle source on the context it was made under. */

#define WATCH_MS 250
#define IDLE_LOOKS 2
#define IDLE_LOOKS_AT_FIRST 12
#define RETRY_FIRST_MS 500
#define RETRY_LAST_MS 8000

typedef struct {
  DeskOutput base;
  char *wanted; /* owned; immutable, as the next two */
  double asked_latency_ms;
  GMainContext *context; /* owned: the main thread's */
  DeskFeed feed;
  PaStream *stream; /* the keeper's */

  GThread *keeper;
  GMutex lock; /* guards what follows */
  GCond wake;
  gboolean closing;
  double latency_ms;
  GSource *news; /* owned: attached while there is something to tell */
  DeskOutputState news_state;
  char *news_device; /* owned */
  char *news_notice; /* owned */
} PortAudioOutput;

static guint64
read_counter (_Atomic uint64_t *counter)
{
  return atomic_load_explicit (counter, memory_order_relaxed);
}

static int
on_frames_needed (const void *input,
                  void *output,
                  unsigned long n_frames,
                  const PaStreamCallbackTimeInfo *time,
                  PaStreamCallbackFlags flags,
                  void *data)
{
  desk_feed_play (data, output, (uint32_t) n_frames, flags & paOutputUnderflow);
  return paContinue;
}

static gboolean
on_news (gpointer data)
{
  PortAudioOutput *self = data;
  g_autofree char *device = NULL;
  g_autofree char *notice = NULL;
  DeskOutputState state;

  g_mutex_lock (&self->lock);
  state = self->news_state;
  device = g_steal_pointer (&self->news_device);
  notice = g_steal_pointer (&self->news_notice);
  g_clear_pointer (&self->news, g_source_unref);
  g_mutex_unlock (&self->lock);

  desk_output_change (&self->base, state, device, notice);
  return G_SOURCE_REMOVE;
}

/* Keeper: what is untold yet is replaced by what is newer. */
static void
tell (PortAudioOutput *self, DeskOutputState state, const char *device, const char *notice)
{
  g_mutex_lock (&self->lock);

  self->news_state = state;
  g_free (self->news_device);
  self->news_device = g_strdup (device);
  g_free (self->news_notice);
  self->news_notice = g_strdup (notice);

  if (self->news == NULL && !self->closing) {
    self->news = g_idle_source_new ();
    g_source_set_priority (self->news, G_PRIORITY_DEFAULT);
    g_source_set_callback (self->news, on_news, self, NULL);
    g_source_attach (self->news, self->context);
  }

  g_mutex_unlock (&self->lock);
}

static PaDeviceIndex
find_device (const char *wanted)
{
  for (PaDeviceIndex i = 0; wanted != NULL && i < Pa_GetDeviceCount (); i++) {
    const PaDeviceInfo *info = Pa_GetDeviceInfo (i);

    if (info->maxOutputChannels > 0 && g_strcmp0 (info->name, wanted) == 0)
      return i;
  }

  return Pa_GetDefaultOutputDevice ();
}

static PaError
open_stream (PortAudioOutput *self, PaDeviceIndex device)
{
  const PaStreamParameters parameters = {
    .device = device,
    .channelCount = 2,
    .sampleFormat = paFloat32,
    .suggestedLatency = self->asked_latency_ms / 1000,
  };
  PaError fault = Pa_OpenStream (&self->stream, NULL, &parameters, DESK_MIXER_RATE,
                                 DESK_OUTPUT_FRAMES, paNoFlag, on_frames_needed, &self->feed);

  if (fault != paNoError)
    return fault;

  double latency = Pa_GetStreamInfo (self->stream)->outputLatency;

  desk_feed_begin (&self->feed, (int64_t) (latency * 1e9), DESK_OUTPUT_FRAMES);
  g_mutex_lock (&self->lock);
  self->latency_ms = latency * 1000;
  g_mutex_unlock (&self->lock);
  return Pa_StartStream (self->stream);
}

/* Keeper: TRUE with a running stream, or the reason told and nothing left open. */
static gboolean
open_device (PortAudioOutput *self, DeskOutputState otherwise)
{
  g_autofree char *why = NULL;
  PaError fault;

  desk_quiet_begin ();
  fault = Pa_Initialize ();
  if (fault == paNoError) {
    PaDeviceIndex device = find_device (self->wanted);

    fault = device == paNoDevice ? paDeviceUnavailable : open_stream (self, device);
    if (fault == paNoError)
      tell (self, DESK_OUTPUT_PLAYING, Pa_GetDeviceInfo (device)->name, NULL);
    else
      Pa_Terminate ();
  }
  desk_quiet_end ();

  if (fault == paNoError)
    return TRUE;

  self->stream = NULL;
  why =
      g_strdup_printf (_ ("There is no sound: %s. The captions carry the calls, and sound comes by "
                          "itself when an output is connected."),
                       Pa_GetErrorText (fault));
  tell (self, otherwise, NULL, why);
  return FALSE;
}

static void
close_device (PortAudioOutput *self)
{
  desk_quiet_begin ();
  Pa_AbortStream (self->stream);
  Pa_CloseStream (self->stream);
  Pa_Terminate ();
  desk_quiet_end ();
  self->stream = NULL;
}

/* Keeper: FALSE when it is time to go. */
static gboolean
sleep_ms (PortAudioOutput *self, gint64 ms)
{
  const gint64 until = g_get_monotonic_time () + ms * 1000;
  gboolean closing;

  g_mutex_lock (&self->lock);
  while (!self->closing && g_cond_wait_until (&self->wake, &self->lock, until))
    ;
  closing = self->closing;
  g_mutex_unlock (&self->lock);
  return !closing;
}

/* Keeper: returns when callbacks no longer come, TRUE, or when it is time to go, FALSE. */
static gboolean
watch (PortAudioOutput *self)
{
  guint64 seen = read_counter (&self->feed.n_callbacks);
  guint n_steady = 0;
  guint n_idle = 0;

  while (sleep_ms (self, WATCH_MS)) {
    guint64 now = read_counter (&self->feed.n_callbacks);

    n_idle = now == seen ? n_idle + 1 : 0;
    if (n_idle == 0)
      n_steady++;
    else if (n_steady < 2)
      n_steady = 0;
    if (n_idle == (n_steady < 2 ? IDLE_LOOKS_AT_FIRST : IDLE_LOOKS))
      return TRUE;
    seen = now;
  }

  return FALSE;
}

static gpointer
keep (gpointer data)
{
  PortAudioOutput *self = data;
  DeskOutputState otherwise = DESK_OUTPUT_SILENT;
  gint64 retry_ms = RETRY_FIRST_MS;
  gboolean go_on = TRUE;

  while (go_on) {
    if (open_device (self, otherwise)) {
      go_on = watch (self);
      if (go_on)
        tell (self, DESK_OUTPUT_LOST, NULL,
              _ ("The sound output is gone. It is used again as soon as it is back."));
      close_device (self);
      otherwise = DESK_OUTPUT_LOST;
      retry_ms = RETRY_FIRST_MS;
    } else {
      go_on = sleep_ms (self, retry_ms);
      retry_ms = MIN (2 * retry_ms, RETRY_LAST_MS);
    }
  }

  return NULL;
}

static void
portaudio_start (DeskOutput *output)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  if (self->keeper == NULL)
    self->keeper = g_thread_new ("desk-sound", keep, self);
}

static void
portaudio_measure (DeskOutput *output, DeskOutputMeter *meter)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  meter->n_callbacks = read_counter (&self->feed.n_callbacks);
  meter->n_frames = read_counter (&self->feed.n_frames);
  meter->n_underruns = read_counter (&self->feed.n_underruns);
  meter->n_late = read_counter (&self->feed.n_late);
  g_mutex_lock (&self->lock);
  meter->latency_ms = self->latency_ms;
  g_mutex_unlock (&self->lock);
}

static void
stop_keeper (PortAudioOutput *self)
{
  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);

  if (self->keeper != NULL)
    g_thread_join (self->keeper);
}

static void
portaudio_destroy (DeskOutput *output)
{
  PortAudioOutput *self = (PortAudioOutput *) output;

  stop_keeper (self);
  if (self->news != NULL) {
    g_source_destroy (self->news);
    g_source_unref (self->news);
  }

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_main_context_unref (self->context);
  g_free (self->news_device);
  g_free (self->news_notice);
  g_free (self->wanted);
  desk_output_finish (output);
  g_free (self);
}

static const DeskOutputImpl portaudio_impl = {
  .start = portaudio_start,
  .measure = portaudio_measure,
  .destroy = portaudio_destroy,
};

DeskOutput *
desk_output_portaudio_new (DeskMixer *mixer, const char *device, double latency_ms)
{
  PortAudioOutput *self = g_new0 (PortAudioOutput, 1);

  desk_output_init (&self->base, &portaudio_impl, mixer);
  self->wanted = g_strdup (device);
  self->asked_latency_ms = CLAMP (latency_ms, 2, 500);
  self->context = g_main_context_ref_thread_default ();
  self->feed.mixer = mixer;
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  return &self->base;
}
