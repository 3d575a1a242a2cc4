/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* The means of a class. Each figure is over the sessions to which it applies, so each has its own count. */

G_BEGIN_DECLS

/* A mean that grows; begins as all zeros. */
typedef struct {
  double sum;
  guint n;
} DeskClassMean;

/* A value below 0 does not apply, and is left out. */
void desk_class_mean_add (DeskClassMean *self, double value);

/* -1: there is none. */
double desk_class_mean_of (const DeskClassMean *self);

/* The means of a week; begins as all zeros. */
typedef struct {
  DeskClassMean score;
  DeskClassMean response;
  DeskClassMean asa_seconds;
  DeskClassMean message;
} DeskClassWeekMeans;

/* Takes in the figures of `part`, and writes the means into `week`; `n` is left to the caller. */
void desk_class_week_means_add (DeskClassWeekMeans *self,
                                const DeskClassWeek *part,
                                DeskClassWeek *week);

G_END_DECLS
