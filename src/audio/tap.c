/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tap.h"

#include <stddef.h>
#include <string.h>

#include "audio/mixer.h"

void
desk_tap_init (DeskTap *self)
{
  memset (self, 0, offsetof (DeskTap, blocks));
}

static DeskTapBlock *
next_block (DeskTap *self)
{
  const uint32_t tail = atomic_load_explicit (&self->tail, memory_order_relaxed);

  if (tail - self->head_seen == DESK_TAP_BLOCKS) {
    self->head_seen = atomic_load_explicit (&self->head, memory_order_acquire);
    if (tail - self->head_seen == DESK_TAP_BLOCKS)
      return NULL;
  }

  return &self->blocks[tail & (DESK_TAP_BLOCKS - 1)];
}

static void
publish (DeskTap *self)
{
  const uint32_t tail = atomic_load_explicit (&self->tail, memory_order_relaxed);

  atomic_store_explicit (&self->tail, tail + 1, memory_order_release);
}

static void
lose (DeskTap *self, uint32_t n_frames)
{
  const uint64_t n = atomic_load_explicit (&self->n_lost, memory_order_relaxed);

  atomic_store_explicit (&self->n_lost, n + n_frames, memory_order_relaxed);
}

void
desk_tap_write (
    DeskTap *self, const float *samples, uint32_t stride, uint32_t n_frames, int64_t time_ns)
{
  if (!atomic_load_explicit (&self->open, memory_order_acquire))
    return;

  for (uint32_t done = 0; done < n_frames;) {
    const uint32_t left = n_frames - done;
    const uint32_t n = left < DESK_TAP_FRAMES ? left : DESK_TAP_FRAMES;
    DeskTapBlock *block = next_block (self);

    if (block == NULL) {
      lose (self, left);
      return;
    }

    block->time_ns = time_ns + (int64_t) done * 1000000000 / DESK_MIXER_RATE;
    block->n_frames = n;
    for (uint32_t i = 0; i < n; i++)
      block->samples[i] = samples[(done + i) * stride];
    publish (self);
    done += n;
  }
}

const DeskTapBlock *
desk_tap_peek (DeskTap *self)
{
  const uint32_t head = atomic_load_explicit (&self->head, memory_order_relaxed);

  if (head == self->tail_seen) {
    self->tail_seen = atomic_load_explicit (&self->tail, memory_order_acquire);
    if (head == self->tail_seen)
      return NULL;
  }

  return &self->blocks[head & (DESK_TAP_BLOCKS - 1)];
}

void
desk_tap_drop (DeskTap *self)
{
  const uint32_t head = atomic_load_explicit (&self->head, memory_order_relaxed);

  atomic_store_explicit (&self->head, head + 1, memory_order_release);
}

/* Touch every page now: the audio thread must not fault them in. */
static void
touch (DeskTap *self)
{
  if (!self->touched)
    memset (self->blocks, 0, sizeof self->blocks);
  self->touched = true;
}

void
desk_tap_open (DeskTap *self)
{
  touch (self);
  while (desk_tap_peek (self) != NULL)
    desk_tap_drop (self);
  atomic_store_explicit (&self->open, true, memory_order_release);
}

void
desk_tap_close (DeskTap *self)
{
  atomic_store_explicit (&self->open, false, memory_order_release);
}

uint64_t
desk_tap_get_n_lost (DeskTap *self)
{
  return atomic_load_explicit (&self->n_lost, memory_order_relaxed);
}
