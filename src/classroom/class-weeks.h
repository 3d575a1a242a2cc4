/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* Progress from week to week, of one trainee or of all. */

G_BEGIN_DECLS

/* The weeks of `trainee`, oldest first. NULL: of the class, where each figure is the mean of the trainees'
 * figures of that week, so that whoever practises most does not count most, and the number of sessions is
 * the sum. `view` outlives them. (transfer full) (element-type DeskClassWeek) */
GPtrArray *desk_class_weeks_of (const DeskClassView *view, const char *trainee);

/* When the week began, in the local time zone: microseconds since 1970, UTC; 0 where `week` names none. */
gint64 desk_class_week_us (const DeskClassWeek *week);

G_END_DECLS
