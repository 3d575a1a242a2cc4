/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/deadline-queue.h"

/* A straightforward model: the earliest of an array, by time and then by when it was set. */
typedef struct {
  gint64 due_ms;
  guint64 sequence;
  gboolean is_set;
} Model;

static gboolean
model_peek (const Model *model, guint n, guint *id)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++) {
    if (!model[i].is_set)
      continue;
    if (!found || model[i].due_ms < model[*id].due_ms ||
        (model[i].due_ms == model[*id].due_ms && model[i].sequence < model[*id].sequence))
      *id = i;
    found = TRUE;
  }
  return found;
}

static void
test_against_model (void)
{
  enum {
    TIMERS = 200,
    ROUNDS = 20000
  };
  DeskDeadlineQueue *queue = desk_deadline_queue_new (TIMERS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Model model[TIMERS] = { 0 };

  for (guint round = 0; round < ROUNDS; round++) {
    guint id = (guint) g_rand_int_range (rand, 0, TIMERS);
    guint first = 0;
    guint expected = 0;
    gint64 due_ms = 0;

    if (g_rand_int_range (rand, 0, 3) == 0) {
      desk_deadline_queue_clear (queue, id);
      model[id].is_set = FALSE;
    } else {
      model[id] = (Model){ g_rand_int_range (rand, 0, 50), round, TRUE };
      desk_deadline_queue_set (queue, id, model[id].due_ms);
    }
    g_assert_cmpint (desk_deadline_queue_peek (queue, &first, &due_ms), ==,
                     model_peek (model, TIMERS, &expected));
    g_assert_cmpuint (first, ==, expected);
    g_assert_cmpint (due_ms, ==, model[expected].is_set ? model[expected].due_ms : due_ms);
  }
  desk_deadline_queue_free (queue);
}

static void
test_order_of_equals (void)
{
  DeskDeadlineQueue *queue = desk_deadline_queue_new (4);
  const guint order[] = { 2, 0, 3, 1 };
  gint64 due_ms;
  guint id;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    desk_deadline_queue_set (queue, order[i], 1000);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_assert_true (desk_deadline_queue_peek (queue, &id, &due_ms));
    g_assert_cmpuint (id, ==, order[i]);
    desk_deadline_queue_clear (queue, id);
  }
  g_assert_false (desk_deadline_queue_peek (queue, &id, &due_ms));
  desk_deadline_queue_free (queue);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline-queue/against-model", test_against_model);
  g_test_add_func ("/deadline-queue/order-of-equals", test_order_of_equals);
  return g_test_run ();
}
