/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-sort.h"

typedef struct {
  GCompareFunc compare;
} Order;

static int
compare_pointed_to (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;

  return order->compare (*(const gconstpointer *) a, *(const gconstpointer *) b);
}

void
desk_history_sort (GPtrArray *array, GCompareFunc compare)
{
  Order order = { compare };

  g_ptr_array_sort_with_data (array, compare_pointed_to, &order);
}
