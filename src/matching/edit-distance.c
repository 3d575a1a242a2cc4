/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Three rows of the usual table are enough, because swapping neighbours looks back two rows. Only cells
 * within `limit` of the diagonal can hold a distance that matters, so the work is proportional to length
 * times limit. */

#include "matching/edit-distance.h"

typedef struct {
  const gunichar *a;
  const gunichar *b;
  glong b_length;
  glong limit;
  glong beyond; /* limit + 1: stands for anything larger */
} Table;

/* Fills row `i` from the two before it; returns the least value in its band. */
static glong
fill_row (const Table *table, glong i, glong *row, const glong *last, const glong *before_last)
{
  const gunichar *a = table->a;
  const gunichar *b = table->b;
  glong from = MAX (1, i - table->limit);
  glong to = MIN (table->b_length, i + table->limit);
  glong least = table->beyond;

  row[from - 1] = from == 1 ? MIN (i, table->beyond) : table->beyond;
  for (glong j = from; j <= to; j++) {
    glong cell = last[j - 1] + (a[i - 1] != b[j - 1]);

    cell = MIN (cell, MIN (last[j], row[j - 1]) + 1);
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
      cell = MIN (cell, before_last[j - 2] + 1);
    row[j] = MIN (cell, table->beyond);
    least = MIN (least, row[j]);
  }
  if (to < table->b_length)
    row[to + 1] = table->beyond;
  return MIN (least, row[from - 1]);
}

/* Both texts have letters, and their lengths differ by no more than the limit. */
static guint
distance_in_band (const Table *table, glong a_length)
{
  gsize width = (gsize) table->b_length + 1;
  g_autofree glong *rows = g_new (glong, 3 * width);
  glong least = 0;
  glong before = 0;

  for (glong j = 0; j <= table->b_length; j++)
    rows[j] = MIN (j, table->beyond);
  for (glong i = 1; i <= a_length; i++) {
    before = least;
    least = fill_row (table, i, rows + (gsize) (i % 3) * width,
                      rows + (gsize) ((i + 2) % 3) * width, rows + (gsize) ((i + 1) % 3) * width);
    /* A swap reaches over one row. */
    if (least >= table->beyond && before >= table->beyond)
      return (guint) table->beyond;
  }
  return (guint) rows[(gsize) (a_length % 3) * width + (gsize) table->b_length];
}

guint
desk_edit_distance (const char *a, const char *b, guint limit)
{
  g_autofree gunichar *a_letters = NULL;
  g_autofree gunichar *b_letters = NULL;
  glong a_length, b_length, cap;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  a_letters = g_utf8_to_ucs4_fast (a, -1, &a_length);
  b_letters = g_utf8_to_ucs4_fast (b, -1, &b_length);
  cap = (glong) MIN ((gulong) limit, (gulong) MAX (a_length, b_length));
  if (ABS (a_length - b_length) > cap)
    return (guint) cap + 1;
  return distance_in_band (&(Table){ a_letters, b_letters, b_length, cap, cap + 1 }, a_length);
}
