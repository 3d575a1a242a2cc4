/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/deadline-queue.h"
#include "results.h"
#include "rounds.h"

/* What a deadline costs with a thousand, a hundred thousand and a million pending: the earliest is
 * taken out and set again at a later moment, which is how the engine uses its queue. Beside it the
 * limit, a bare 4-ary heap on (time, sequence) that can do nothing else: it does not know where a timer
 * sits, so none can be moved or cleared. Rounds alternate. */

#define ROUNDS 9
#define TURNS 200000
#define MOST_DELAY_MS 1000000
#define MOST_RATIO 1.2

/* The bare heap. */

typedef struct {
  gint64 due_ms;
  guint64 sequence;
  guint id;
} Pending;

typedef struct {
  Pending *heap; /* owned */
  guint n;
  guint64 sequence;
} Heap;

static inline gboolean
comes_before (const Pending *a, const Pending *b)
{
  return a->due_ms < b->due_ms || (a->due_ms == b->due_ms && a->sequence < b->sequence);
}

static void
heap_push (Heap *self, guint id, gint64 due_ms)
{
  const Pending pending = { due_ms, self->sequence++, id };
  guint at = self->n++;

  while (at > 0 && comes_before (&pending, &self->heap[(at - 1) / 4])) {
    self->heap[at] = self->heap[(at - 1) / 4];
    at = (at - 1) / 4;
  }
  self->heap[at] = pending;
}

static Pending
heap_pop (Heap *self)
{
  const Pending first = self->heap[0], last = self->heap[--self->n];
  guint at = 0;

  for (guint child = 1; child < self->n; child = at * 4 + 1) {
    const guint end = MIN (child + 4, self->n);
    guint least = child;

    for (guint other = child + 1; other < end; other++)
      if (comes_before (&self->heap[other], &self->heap[least]))
        least = other;
    if (!comes_before (&self->heap[least], &last))
      break;
    self->heap[at] = self->heap[least];
    at = least;
  }
  self->heap[at] = last;
  return first;
}

/* Both with the same moments, from the same seed. */

typedef struct {
  guint32 state;
} Chance;

static gint64
next_delay_ms (Chance *chance)
{
  chance->state = chance->state * 1664525 + 1013904223;
  return 1 + (chance->state >> 8) % MOST_DELAY_MS;
}

static double
time_heap (Heap *heap, Chance *chance)
{
  const double start_ns = rounds_now_ns ();

  for (guint i = 0; i < TURNS; i++) {
    const Pending first = heap_pop (heap);

    heap_push (heap, first.id, first.due_ms + next_delay_ms (chance));
  }
  return (rounds_now_ns () - start_ns) / TURNS;
}

/* As the engine does it: the timer that fires is cleared, then what happened sets it again. */
static double
time_queue (DeskDeadlineQueue *queue, Chance *chance)
{
  const double start_ns = rounds_now_ns ();

  for (guint i = 0; i < TURNS; i++) {
    guint id;
    gint64 due_ms;

    desk_deadline_queue_peek (queue, &id, &due_ms);
    desk_deadline_queue_clear (queue, id);
    desk_deadline_queue_set (queue, id, due_ms + next_delay_ms (chance));
  }
  return (rounds_now_ns () - start_ns) / TURNS;
}

/* Nanoseconds an event. */
static double
measure (guint n_pending, double most_ratio)
{
  Heap heap = { .heap = g_new (Pending, n_pending) };
  DeskDeadlineQueue *queue = desk_deadline_queue_new (n_pending);
  Chance chance[2] = { { 7 }, { 7 } };
  double limit[ROUNDS], ours[ROUNDS];
  g_autofree char *what = g_strdup_printf ("an event of the engine, %'u pending", n_pending);

  for (guint id = 0; id < n_pending; id++) {
    heap_push (&heap, id, next_delay_ms (&chance[0]));
    desk_deadline_queue_set (queue, id, next_delay_ms (&chance[1]));
  }
  for (guint i = 0; i < ROUNDS; i++) {
    limit[i] = time_heap (&heap, &chance[0]);
    ours[i] = time_queue (queue, &chance[1]);
  }
  desk_deadline_queue_free (queue);
  g_free (heap.heap);

  results_add (&(Result){ .what = what,
                          .unit = "ns",
                          .ours = rounds_median (ours, ROUNDS),
                          .limit = rounds_median (limit, ROUNDS),
                          .limit_is = "a bare 4-ary heap",
                          .most_ratio = most_ratio });
  return rounds_median (ours, ROUNDS);
}

int
main (int argc, char **argv)
{
  static const double sizes[] = { 1e3, 1e5, 1e6 };
  double costs[G_N_ELEMENTS (sizes)];

  results_begin (&argc, argv, "queue");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    costs[i] = measure ((guint) sizes[i], MOST_RATIO);
  results_add_growth ("an event, with the pending ones", "pending", sizes, "ns", costs,
                      G_N_ELEMENTS (sizes), 0.5);
  return results_end ();
}
