/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/stream.h"

static guint64
read_counter (_Atomic uint64_t *counter)
{
  return atomic_load_explicit (counter, memory_order_relaxed);
}

DeskStream *
desk_stream_new (DeskMixer *mixer,
                 DeskTap *tap,
                 const char *wanted,
                 double latency_ms,
                 DeskStreamFunc changed,
                 gpointer user_data)
{
  DeskStream *self = g_new0 (DeskStream, 1);

  g_atomic_ref_count_init (&self->refs);
  self->is_input = tap != NULL;
  self->context = g_main_context_ref_thread_default ();
  self->gate.feed.mixer = mixer;
  self->gate.feed.tap = tap;
  self->kept.wanted = g_strdup (wanted);
  self->kept.latency_ms = latency_ms;
  self->kept.clients_before = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->changed = changed;
  self->user_data = user_data;
  self->state = DESK_OUTPUT_OPENING;
  g_mutex_init (&self->lock);
  return self;
}

DeskStream *
desk_stream_ref (DeskStream *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
desk_stream_unref (DeskStream *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->kept.wanted);
  g_free (self->kept.aim);
  g_free (self->kept.device);
  g_array_unref (self->kept.clients_before);
  g_main_context_unref (self->context);
  g_free (self->device);
  g_free (self->notice);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gboolean
on_news (gpointer data)
{
  DeskStream *self = data;
  g_autofree char *device = NULL;
  g_autofree char *notice = NULL;
  DeskOutputState state;

  g_mutex_lock (&self->lock);
  state = self->state;
  device = g_strdup (self->device);
  notice = g_strdup (self->notice);
  g_clear_pointer (&self->news, g_source_unref);
  g_mutex_unlock (&self->lock);

  self->changed (state, device, notice, self->user_data);
  return G_SOURCE_REMOVE;
}

static void
attach_news (DeskStream *self)
{
  if (self->news != NULL || self->closing)
    return;
  self->news = g_idle_source_new ();
  g_source_set_priority (self->news, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->news, on_news, self, NULL);
  g_source_attach (self->news, self->context);
}

void
desk_stream_tell (DeskStream *self, DeskOutputState state, const char *device, const char *notice)
{
  g_mutex_lock (&self->lock);
  if (self->state != state || g_strcmp0 (self->device, device) != 0 ||
      g_strcmp0 (self->notice, notice) != 0) {
    self->state = state;
    g_free (self->device);
    self->device = g_strdup (device);
    g_free (self->notice);
    self->notice = g_strdup (notice);
    attach_news (self);
  }
  g_mutex_unlock (&self->lock);
}

void
desk_stream_set_latency_ms (DeskStream *self, double latency_ms)
{
  g_mutex_lock (&self->lock);
  self->latency_ms = latency_ms;
  g_mutex_unlock (&self->lock);
}

void
desk_stream_set_realtime (DeskStream *self, DeskRealtime realtime)
{
  g_mutex_lock (&self->lock);
  self->realtime = realtime;
  g_mutex_unlock (&self->lock);
}

void
desk_stream_close (DeskStream *self)
{
  desk_port_gate_shut (&self->gate);

  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  if (self->news != NULL)
    g_source_destroy (self->news);
  g_clear_pointer (&self->news, g_source_unref);
  g_mutex_unlock (&self->lock);
}

void
desk_stream_measure (DeskStream *self, DeskOutputMeter *meter)
{
  DeskFeed *feed = &self->gate.feed;

  meter->n_callbacks = read_counter (&feed->n_callbacks);
  meter->n_frames = read_counter (&feed->n_frames);
  meter->n_underruns = read_counter (&feed->n_underruns);
  meter->n_late = read_counter (&feed->n_late);
  g_mutex_lock (&self->lock);
  meter->latency_ms = self->latency_ms;
  meter->realtime = self->realtime;
  g_mutex_unlock (&self->lock);
}
