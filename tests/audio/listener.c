/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "listener.h"

#include <pulse/pulseaudio.h>

/* The server knows how long ago it played what it hands us: for a monitor, the time that the frames
 * took to reach us less the time that they still had to wait in the output. With each block that
 * comes this gives an estimate of when the very first frame was heard; their median is taken. */

#define BLOCK_MS 10

struct _Listener {
  pa_threaded_mainloop *loop;
  pa_context *context;
  pa_stream *stream;
  GArray *samples; /* of float; until it is stopped, the loop's thread's */
  GArray *origins; /* of gint64, likewise */
};

static void
on_context_state (pa_context *context, void *data)
{
  pa_threaded_mainloop_signal (((Listener *) data)->loop, 0);
}

static void
on_stream_state (pa_stream *stream, void *data)
{
  pa_threaded_mainloop_signal (((Listener *) data)->loop, 0);
}

static void
note_origin (Listener *self)
{
  const gint64 now_us = g_get_monotonic_time ();
  const gint64 position_us = (gint64) self->samples->len * 1000000 / LISTENER_RATE;
  pa_usec_t ago_us;
  int ahead;
  gint64 origin_us;

  if (pa_stream_get_latency (self->stream, &ago_us, &ahead) < 0)
    return;

  origin_us = now_us - (ahead ? -(gint64) ago_us : (gint64) ago_us) - position_us;
  g_array_append_val (self->origins, origin_us);
}

static void
on_read (pa_stream *stream, size_t n_bytes, void *data)
{
  Listener *self = data;

  while (pa_stream_readable_size (stream) > 0) {
    const void *block;
    size_t n;
    const guint before = self->samples->len;

    g_assert_cmpint (pa_stream_peek (stream, &block, &n), ==, 0);
    if (n == 0)
      return;

    note_origin (self);
    g_array_set_size (self->samples, before + (guint) (n / sizeof (float)));
    if (block != NULL)
      memcpy (&g_array_index (self->samples, float, before), block, n);
    pa_stream_drop (stream);
  }
}

static void
connect_context (Listener *self)
{
  self->context = pa_context_new (pa_threaded_mainloop_get_api (self->loop), "listener");
  pa_context_set_state_callback (self->context, on_context_state, self);
  g_assert_cmpint (pa_context_connect (self->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL), ==, 0);
  while (pa_context_get_state (self->context) != PA_CONTEXT_READY) {
    g_assert_true (PA_CONTEXT_IS_GOOD (pa_context_get_state (self->context)));
    pa_threaded_mainloop_wait (self->loop);
  }
}

static void
connect_stream (Listener *self, const char *source)
{
  const pa_sample_spec spec = { PA_SAMPLE_FLOAT32NE, LISTENER_RATE, 1 };
  const pa_buffer_attr attributes = {
    .maxlength = (uint32_t) -1,
    .fragsize = (uint32_t) pa_usec_to_bytes (BLOCK_MS * 1000, &spec),
  };
  const pa_stream_flags_t flags =
      PA_STREAM_ADJUST_LATENCY | PA_STREAM_AUTO_TIMING_UPDATE | PA_STREAM_INTERPOLATE_TIMING;

  self->stream = pa_stream_new (self->context, "loopback", &spec, NULL);
  pa_stream_set_state_callback (self->stream, on_stream_state, self);
  pa_stream_set_read_callback (self->stream, on_read, self);
  g_assert_cmpint (pa_stream_connect_record (self->stream, source, &attributes, flags), ==, 0);
  while (pa_stream_get_state (self->stream) != PA_STREAM_READY) {
    g_assert_true (PA_STREAM_IS_GOOD (pa_stream_get_state (self->stream)));
    pa_threaded_mainloop_wait (self->loop);
  }
}

Listener *
listener_start (const char *source)
{
  Listener *self = g_new0 (Listener, 1);

  self->samples = g_array_new (FALSE, TRUE, sizeof (float));
  self->origins = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->loop = pa_threaded_mainloop_new ();
  pa_threaded_mainloop_lock (self->loop);
  pa_threaded_mainloop_start (self->loop);
  connect_context (self);
  connect_stream (self, source);
  pa_threaded_mainloop_unlock (self->loop);
  return self;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

float *
listener_stop (Listener *self, gsize *n_frames)
{
  pa_threaded_mainloop_lock (self->loop);
  pa_stream_disconnect (self->stream);
  pa_stream_unref (self->stream);
  pa_context_disconnect (self->context);
  pa_context_unref (self->context);
  pa_threaded_mainloop_unlock (self->loop);
  pa_threaded_mainloop_stop (self->loop);
  pa_threaded_mainloop_free (self->loop);

  g_assert_cmpuint (self->origins->len, >, 100);
  g_array_sort (self->origins, compare);
  return g_array_steal (self->samples, n_frames);
}

static gint64
quantile (Listener *self, guint part, guint of)
{
  return g_array_index (self->origins, gint64, self->origins->len * part / of);
}

gint64
listener_get_origin_us (Listener *self)
{
  return quantile (self, 1, 2);
}

gint64
listener_get_doubt_us (Listener *self)
{
  return quantile (self, 3, 4) - quantile (self, 1, 4);
}

void
listener_free (Listener *self)
{
  g_array_unref (self->samples);
  g_array_unref (self->origins);
  g_free (self);
}
