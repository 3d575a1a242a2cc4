/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Sound on its way from the audio thread to a recorder: a wait-free queue of short mono blocks, each with
 * the time at which its first frame was handed to the device, or spoken. Built like the ring of commands
 * (ring.h), but blocks are filled in place, so that each frame is copied once. If nobody empties it, new
 * blocks are lost and counted: nothing ever blocks. */

#define DESK_TAP_FRAMES 256
#define DESK_TAP_BLOCKS 2048 /* 10.9 s at 48 kHz */

typedef struct {
  int64_t time_ns; /* of the first frame, on CLOCK_MONOTONIC */
  uint32_t n_frames;
  float samples[DESK_TAP_FRAMES]; /* mono, 48 kHz */
} DeskTapBlock;

/* The owner allocates it 64-byte aligned and calls desk_tap_init(). It is two MiB, which stay untouched
 * until somebody listens. */
typedef struct {
  /* the producer's cache line */
  _Alignas(64) _Atomic uint32_t tail;
  uint32_t head_seen;
  _Atomic bool open;       /* somebody listens; else nothing is queued or lost */
  _Atomic uint64_t n_lost; /* frames that found no room */

  /* the consumer's cache line */
  _Alignas(64) _Atomic uint32_t head;
  uint32_t tail_seen;
  bool touched; /* the pages of the blocks are mapped, so that the producer does not fault */

  _Alignas(64) DeskTapBlock blocks[DESK_TAP_BLOCKS];
} DeskTap;

_Static_assert((DESK_TAP_BLOCKS & (DESK_TAP_BLOCKS - 1)) == 0, "the capacity is a power of two");

void desk_tap_init (DeskTap *self);

/* Producer. `stride` is the distance from one sample to the next: 2 takes one channel of two. */
void desk_tap_write (
    DeskTap *self, const float *samples, uint32_t stride, uint32_t n_frames, int64_t time_ns);

/* Consumer: the oldest block, to be read in place until desk_tap_drop(); NULL: there is none. */
const DeskTapBlock *desk_tap_peek (DeskTap *self);
void desk_tap_drop (DeskTap *self);

/* Consumer. Opening forgets what an earlier listener left. */
void desk_tap_open (DeskTap *self);
void desk_tap_close (DeskTap *self);

/* From any thread. */
uint64_t desk_tap_get_n_lost (DeskTap *self);
