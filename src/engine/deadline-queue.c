/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A 4-ary heap in one array. It is shallower than a binary heap and its siblings share cache lines, which
 * makes it faster with thousands of pending calls. `place` maps each timer to its position in the heap, so
 * that setting or clearing one touches a single path between root and leaf. */

#include "engine/deadline-queue.h"

#define ARITY 4
#define NOWHERE G_MAXUINT

typedef struct {
  gint64 due_ms;
  guint64 sequence;
  guint id;
} Deadline;

struct _DeskDeadlineQueue {
  guint64 next_sequence;
  guint n;
  guint n_timers;
  Deadline *heap; /* owned, room for n_timers */
  guint *place;   /* owned, by timer: index in heap, or NOWHERE */
};

DeskDeadlineQueue *
desk_deadline_queue_new (guint n_timers)
{
  DeskDeadlineQueue *self = g_new0 (DeskDeadlineQueue, 1);

  self->n_timers = n_timers;
  self->heap = g_new (Deadline, n_timers);
  self->place = g_new (guint, n_timers);
  for (guint i = 0; i < n_timers; i++)
    self->place[i] = NOWHERE;
  return self;
}

void
desk_deadline_queue_free (DeskDeadlineQueue *self)
{
  if (!self)
    return;
  g_free (self->heap);
  g_free (self->place);
  g_free (self);
}

static inline gboolean
comes_before (const Deadline *a, const Deadline *b)
{
  return a->due_ms < b->due_ms || (a->due_ms == b->due_ms && a->sequence < b->sequence);
}

static inline void
put (DeskDeadlineQueue *self, guint at, Deadline deadline)
{
  self->heap[at] = deadline;
  self->place[deadline.id] = at;
}

static void
rise (DeskDeadlineQueue *self, guint at, Deadline deadline)
{
  while (at > 0) {
    guint parent = (at - 1) / ARITY;

    if (!comes_before (&deadline, &self->heap[parent]))
      break;
    put (self, at, self->heap[parent]);
    at = parent;
  }
  put (self, at, deadline);
}

static void
sink (DeskDeadlineQueue *self, guint at, Deadline deadline)
{
  for (;;) {
    guint first = at * ARITY + 1;
    guint end = MIN (first + ARITY, self->n);
    guint least = first;

    if (first >= self->n)
      break;
    for (guint child = first + 1; child < end; child++)
      if (comes_before (&self->heap[child], &self->heap[least]))
        least = child;
    if (!comes_before (&self->heap[least], &deadline))
      break;
    put (self, at, self->heap[least]);
    at = least;
  }
  put (self, at, deadline);
}

void
desk_deadline_queue_set (DeskDeadlineQueue *self, guint id, gint64 due_ms)
{
  Deadline deadline = { due_ms, self->next_sequence++, id };

  g_return_if_fail (id < self->n_timers);

  if (self->place[id] == NOWHERE)
    rise (self, self->n++, deadline);
  else if (due_ms < self->heap[self->place[id]].due_ms)
    rise (self, self->place[id], deadline);
  else
    sink (self, self->place[id], deadline);
}

void
desk_deadline_queue_clear (DeskDeadlineQueue *self, guint id)
{
  guint at;
  Deadline last;

  g_return_if_fail (id < self->n_timers);

  at = self->place[id];
  if (at == NOWHERE)
    return;
  self->place[id] = NOWHERE;
  last = self->heap[--self->n];
  if (at == self->n)
    return;
  if (at > 0 && comes_before (&last, &self->heap[(at - 1) / ARITY]))
    rise (self, at, last);
  else
    sink (self, at, last);
}

gint64
desk_deadline_queue_get (const DeskDeadlineQueue *self, guint id)
{
  g_return_val_if_fail (id < self->n_timers, -1);
  return self->place[id] == NOWHERE ? -1 : self->heap[self->place[id]].due_ms;
}

gboolean
desk_deadline_queue_peek (const DeskDeadlineQueue *self, guint *id, gint64 *due_ms)
{
  if (self->n == 0)
    return FALSE;
  *id = self->heap[0].id;
  *due_ms = self->heap[0].due_ms;
  return TRUE;
}
