/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/feed.h"

#include <math.h>
#include <string.h>
#include <time.h>

/* Time is CLOCK_MONOTONIC, which the C library reads without a system call. PortAudio offers a time
 * of its own, but with some of its back ends that jumps with the wall clock.
 *
 * Callbacks come in bursts: a device that has 60 ms to spare may ask for 40 at once, and a frame's time
 * is then not that of its callback. But frames follow each other evenly, and what delays a callback
 * only ever makes it late. So an output's frame is of the time at which it was asked for, or right
 * after the frame before, whichever is later; and a microphone's right after the frame before or as
 * the callback says, whichever is earlier. The device's clock may run faster or slower than ours by
 * DRIFT, and is followed.
 *
 * What PortAudio calls the latency of an input is the size of its buffers, which a microphone does not
 * fill before it is heard: a block comes as soon as it is whole. To take it off would lay speech 46 ms
 * too early (test-recorded-shift).
 *
 * Only the callback writes the counters, so that they need no read-modify-write. */

#define DRIFT 0.001
#define MOST_AHEAD_NS 8000000

static int64_t
now_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (int64_t) now.tv_sec * 1000000000 + now.tv_nsec;
}

static int64_t
duration_ns (uint32_t n_frames)
{
  return (int64_t) n_frames * 1000000000 / DESK_MIXER_RATE;
}

static int64_t
later (int64_t a, int64_t b)
{
  return a > b ? a : b;
}

static int64_t
earlier (int64_t a, int64_t b)
{
  return a < b ? a : b;
}

static void
count (_Atomic uint64_t *counter, uint64_t n)
{
  uint64_t value = atomic_load_explicit (counter, memory_order_relaxed);

  atomic_store_explicit (counter, value + n, memory_order_relaxed);
}

static void
count_callback (DeskFeed *self, int64_t time_ns, uint32_t n_frames, bool fault)
{
  count (&self->n_callbacks, 1);
  count (&self->n_frames, n_frames);
  if (fault)
    count (&self->n_underruns, 1);
  if (self->last_ns > 0 && time_ns - self->last_ns > self->late_after_ns)
    count (&self->n_late, 1);
  self->last_ns = time_ns;
}

/* The first callback after a gap that no buffer can bridge: what was said meanwhile is lost. */
static bool
has_lost_the_thread (const DeskFeed *self, int64_t first_ns)
{
  return self->next_ns == 0 || first_ns - self->next_ns > self->late_after_ns;
}

/* At the first callback after a while. */
static bool
is_too_far_ahead (const DeskFeed *self, int64_t now, uint32_t n_frames)
{
  return now - self->last_ns > duration_ns (n_frames) / 2 && self->next_ns - now > MOST_AHEAD_NS;
}

static float
find_loudest (const float *in, uint32_t stride, uint32_t n_frames)
{
  float loudest = 0;

  for (uint32_t i = 0; i < n_frames; i++) {
    float level = fabsf (in[i * stride]);

    loudest = level > loudest ? level : loudest;
  }
  return loudest;
}

/* A reader may take the peak between the two steps below; then it is shown once more. */
static void
keep_peak (DeskFeed *self, float loudest)
{
  uint32_t bits = atomic_load_explicit (&self->peak, memory_order_relaxed);
  float peak;

  memcpy (&peak, &bits, sizeof peak);
  peak = loudest > peak ? loudest : peak;
  memcpy (&bits, &peak, sizeof bits);
  atomic_store_explicit (&self->peak, bits, memory_order_relaxed);
}

/* Even a silent room makes a converter's last bit vary. Plain zeros come from a switch, or from nowhere. */
static void
count_silence (DeskFeed *self, float loudest, uint32_t n_frames)
{
  if (loudest > 0)
    atomic_store_explicit (&self->n_silent, 0, memory_order_relaxed);
  else
    count (&self->n_silent, n_frames);
}

void
desk_feed_begin (DeskFeed *self, int64_t latency_ns, uint32_t n_frames)
{
  self->last_ns = 0;
  self->next_ns = 0;
  atomic_store_explicit (&self->n_silent, 0, memory_order_relaxed);
  self->latency_ns = latency_ns;
  self->late_after_ns = latency_ns + duration_ns (n_frames);
}

void
desk_feed_play (DeskFeed *self, float *out, uint32_t n_frames, bool underrun)
{
  const int64_t now = now_ns ();
  const int64_t first_ns =
      is_too_far_ahead (self, now, n_frames) ? now : later (now, self->next_ns);

  self->next_ns = first_ns + (int64_t) ((1 - DRIFT) * (double) duration_ns (n_frames));
  count_callback (self, now, n_frames, underrun);
  desk_mixer_run (self->mixer, out, n_frames, first_ns);
}

void
desk_feed_hear (
    DeskFeed *self, const float *in, uint32_t n_frames, uint32_t n_channels, bool overrun)
{
  const int64_t now = now_ns ();
  const float loudest = find_loudest (in, n_channels, n_frames);
  int64_t first_ns = now - duration_ns (n_frames);

  if (!overrun && !has_lost_the_thread (self, first_ns))
    first_ns = earlier (first_ns, self->next_ns);

  self->next_ns = first_ns + (int64_t) ((1 + DRIFT) * (double) duration_ns (n_frames));
  count_callback (self, now, n_frames, overrun);
  keep_peak (self, loudest);
  count_silence (self, loudest, n_frames);
  desk_tap_write (self->tap, in, n_channels, n_frames, first_ns);
}

float
desk_feed_take_peak (DeskFeed *self)
{
  uint32_t bits = atomic_exchange_explicit (&self->peak, 0, memory_order_relaxed);
  float peak;

  memcpy (&peak, &bits, sizeof peak);
  return peak;
}
