/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "audio/mixer.h"
#include "audio/tap.h"

/* The code in a sound device's callback, and its counters: plain C that never waits, for whichever library
 * makes the callbacks. Each stream, output or microphone, has a feed of its own. */

typedef struct {
  DeskMixer *mixer; /* borrowed; of an output */
  DeskTap *tap;     /* borrowed; of a microphone */

  _Atomic uint64_t n_callbacks;
  _Atomic uint64_t n_frames;
  _Atomic uint64_t n_underruns; /* the device ran dry; for a microphone: input was lost */
  _Atomic uint64_t n_late;      /* callbacks later than the device's buffer lasts */
  _Atomic uint32_t peak;        /* the bits of a float, 0 or more: the loudest since it was taken */

  /* for a microphone: consecutive frames of zeros up to now, in whole callbacks */
  _Atomic uint64_t n_silent;

  int64_t last_ns; /* when the latest callback came, on CLOCK_MONOTONIC; 0: none has yet */
  int64_t next_ns; /* when the next frame is due; 0: not known */
  int64_t late_after_ns;
  int64_t latency_ns; /* of all buffers of the device */
} DeskFeed;

/* Call it before the first callback of a newly opened device, whose buffers add up to `latency_ns` and
 * whose callbacks bring `n_frames` each. The counters go on, apart from the silence. */
void desk_feed_begin (DeskFeed *self, int64_t latency_ns, uint32_t n_frames);

/* The callback of an output: the next `n_frames` of interleaved stereo. */
void desk_feed_play (DeskFeed *self, float *out, uint32_t n_frames, bool underrun);

/* The callback of a microphone: takes the first of `n_channels` interleaved channels. Its time is
 * that of the mouth, not of the callback. */
void desk_feed_hear (
    DeskFeed *self, const float *in, uint32_t n_frames, uint32_t n_channels, bool overrun);

/* The loudest sample, 0 or more, from the microphone since the last call: for a single meter. From any
 * thread. */
float desk_feed_take_peak (DeskFeed *self);
