/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/ring.h"

void
desk_ring_init (DeskRing *self)
{
  memset (self, 0, sizeof *self);
}

uint32_t
desk_ring_get_n_refused (DeskRing *self)
{
  return atomic_load_explicit (&self->n_refused, memory_order_relaxed);
}

uint32_t
desk_ring_get_length (DeskRing *self)
{
  uint32_t head = atomic_load_explicit (&self->head, memory_order_acquire);
  uint32_t tail = atomic_load_explicit (&self->tail, memory_order_acquire);

  return tail - head;
}
