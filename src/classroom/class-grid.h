/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* The table of a class, sorted as somebody asked: a row for each trainee, a column for each scenario. A
 * pure function of the view. */

G_BEGIN_DECLS

typedef enum {
  DESK_CLASS_BY_NAME,
  DESK_CLASS_BY_MEAN,
  DESK_CLASS_BY_SCENARIO, /* by the latest score in one scenario */
} DeskClassOrder;

/* Borrowed for the call. */
typedef struct {
  DeskClassOrder by;
  const char *scenario; /* the id, for DESK_CLASS_BY_SCENARIO */
  gboolean backwards;   /* from Z, or from the highest score */
} DeskClassSort;

/* Borrowed from the view, except `cells`. */
typedef struct {
  const char *trainee;
  guint n_passed;   /* scenarios whose latest session was passed */
  guint n;          /* scenarios that were worked */
  double mean;      /* of the latest scores, 0 to 100 */
  DeskClassMix mix; /* of the sessions that the mean is of */
  GPtrArray *cells; /* of DeskClassCell, in the order of the scenarios; NULL: not worked; owned */
} DeskClassRow;

/* Whoever did not work the scenario that it is sorted by comes last, in either direction; ties are in the
 * order of the alphabet. `view` outlives the rows. (transfer full) (element-type DeskClassRow) */
GPtrArray *desk_class_grid_new (const DeskClassView *view, const DeskClassSort *sort);

G_END_DECLS
