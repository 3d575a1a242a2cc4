/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A wait-free queue of 32-byte messages from one thread to one other.
 *
 * Both indices only ever grow and wrap with their type; a slot is index & (capacity - 1). The
 * producer publishes a slot by storing `tail` with release, the consumer frees one by storing
 * `head` with release, and each reads the other's index with acquire. Each side keeps the last
 * value it saw of the other's index, so that the shared cache line moves only when the ring looks
 * full or empty. A full ring refuses the message and counts it: nothing ever blocks. */

#define DESK_RING_MESSAGE_SIZE 32
#define DESK_RING_CAPACITY 256

typedef struct {
  unsigned char bytes[DESK_RING_MESSAGE_SIZE];
} DeskRingSlot;

typedef struct {
  /* the producer's cache line */
  _Alignas(64) _Atomic uint32_t tail;
  _Atomic uint32_t n_refused;
  uint32_t head_seen;

  /* the consumer's cache line */
  _Alignas(64) _Atomic uint32_t head;
  uint32_t tail_seen;

  _Alignas(64) DeskRingSlot slots[DESK_RING_CAPACITY];
} DeskRing;

_Static_assert((DESK_RING_CAPACITY & (DESK_RING_CAPACITY - 1)) == 0,
               "the capacity must be a power of two");

/* Before either thread uses it. Zeroed memory is an empty ring as well. */
void desk_ring_init (DeskRing *self);

/* How many messages were refused so far, and how many are in it now; from any thread. */
uint32_t desk_ring_get_n_refused (DeskRing *self);
uint32_t desk_ring_get_length (DeskRing *self);

/* Producer: copies the message in, or returns false because the ring is full. */
static inline bool
desk_ring_push (DeskRing *self, const void *message)
{
  uint32_t tail = atomic_load_explicit (&self->tail, memory_order_relaxed);

  if (tail - self->head_seen == DESK_RING_CAPACITY) {
    self->head_seen = atomic_load_explicit (&self->head, memory_order_acquire);
    if (tail - self->head_seen == DESK_RING_CAPACITY) {
      uint32_t n = atomic_load_explicit (&self->n_refused, memory_order_relaxed);

      atomic_store_explicit (&self->n_refused, n + 1, memory_order_relaxed);
      return false;
    }
  }

  memcpy (&self->slots[tail & (DESK_RING_CAPACITY - 1)], message, DESK_RING_MESSAGE_SIZE);
  atomic_store_explicit (&self->tail, tail + 1, memory_order_release);
  return true;
}

/* Consumer: copies the oldest message out, or returns false because the ring is empty. */
static inline bool
desk_ring_pop (DeskRing *self, void *message)
{
  uint32_t head = atomic_load_explicit (&self->head, memory_order_relaxed);

  if (head == self->tail_seen) {
    self->tail_seen = atomic_load_explicit (&self->tail, memory_order_acquire);
    if (head == self->tail_seen)
      return false;
  }

  memcpy (message, &self->slots[head & (DESK_RING_CAPACITY - 1)], DESK_RING_MESSAGE_SIZE);
  atomic_store_explicit (&self->head, head + 1, memory_order_release);
  return true;
}
