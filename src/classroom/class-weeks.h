/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* Progress from week to week, of one trainee or of all. */

G_BEGIN_DECLS

/* The weeks of `trainee`; NULL: of the class, whose figures are the means of its trainees' figures of that
 * week, so that who practises most does not count most, and whose number of sessions is that of all. Oldest
 * first. `view` outlives them. (transfer full) (element-type DeskClassWeek) */
GPtrArray *desk_class_weeks_of (const DeskClassView *view, const char *trainee);

/* When a week began, by the clock here: microseconds since 1970; 0 where it is none. */
gint64 desk_class_week_us (const DeskClassWeek *week);

G_END_DECLS
