/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-grid.h"

#include <string.h>

#include "classroom/class-mean.h"

static void
row_free (gpointer data)
{
  DeskClassRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
add_cell (DeskClassRow *row, DeskClassMean *mean, const DeskClassCell *cell)
{
  g_ptr_array_add (row->cells, (gpointer) cell);
  if (cell == NULL)
    return;
  row->n++;
  row->n_passed += cell->latest->passed ? 1 : 0;
  desk_class_mean_add (mean, cell->latest->score);
  desk_class_mix_add (&row->mix, cell->latest);
}

static DeskClassRow *
row_new (const DeskClassView *view, const char *trainee)
{
  DeskClassRow *row = g_new0 (DeskClassRow, 1);
  DeskClassMean mean = { 0 };

  row->trainee = trainee;
  row->cells = g_ptr_array_sized_new (view->scenarios->len);
  for (guint n = 0; n < view->scenarios->len; n++)
    add_cell (row, &mean, desk_class_view_find (view, trainee, view->scenarios->pdata[n]));
  row->mean = desk_class_mean_of (&mean);
  return row;
}

/* What a row is sorted by; -1: it has none. */
static double
score_of (const DeskClassRow *row, const DeskClassSort *sort)
{
  for (guint n = 0; n < row->cells->len && sort->by == DESK_CLASS_BY_SCENARIO; n++) {
    const DeskClassCell *cell = row->cells->pdata[n];

    if (cell != NULL && g_str_equal (cell->scenario, sort->scenario))
      return cell->latest->score;
  }
  return sort->by == DESK_CLASS_BY_MEAN ? row->mean : -1;
}

static int
compare_names (const DeskClassRow *one, const DeskClassRow *other)
{
  const int order = g_utf8_collate (one->trainee, other->trainee);

  return order != 0 ? order : strcmp (one->trainee, other->trainee);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const DeskClassRow *one = *(const DeskClassRow *const *) a;
  const DeskClassRow *other = *(const DeskClassRow *const *) b;
  const DeskClassSort *sort = data;
  const double first = score_of (one, sort);
  const double second = score_of (other, sort);

  if (sort->by == DESK_CLASS_BY_NAME)
    return sort->backwards ? -compare_names (one, other) : compare_names (one, other);
  if ((first < 0) != (second < 0))
    return first < 0 ? 1 : -1;
  if (first < second || first > second)
    return (first < second) != sort->backwards ? -1 : 1;
  return compare_names (one, other);
}

GPtrArray *
desk_class_grid_new (const DeskClassView *view, const DeskClassSort *sort)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint n = 0; n < view->trainees->len; n++)
    g_ptr_array_add (rows, row_new (view, view->trainees->pdata[n]));
  g_ptr_array_sort_with_data (rows, compare_rows, (gpointer) sort);
  return rows;
}
