/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-list.h"

/* Score, response and message accuracy from session to session, as lines. */

G_BEGIN_DECLS

#define DESK_TYPE_PROGRESS_CHART (desk_progress_chart_get_type ())
G_DECLARE_FINAL_TYPE (DeskProgressChart, desk_progress_chart, DESK, PROGRESS_CHART, GtkDrawingArea)

/* At most this many, the latest, are drawn: more points cannot be told apart. */
#define DESK_PROGRESS_CHART_MOST 100

/**
 * Signals of DeskProgressChart:
 *  - "chosen" (const DeskHistoryEntry *entry): a point was clicked, or come to by the arrow keys
 *  - "open" (const DeskHistoryEntry *entry): it was double-clicked, or Enter was pressed
 */

/* (element-type DeskHistoryEntry), comparable ones, oldest first. `words` say the same as the
 * picture, for those who do not see it. */
void
desk_progress_chart_set_sessions (DeskProgressChart *self, GPtrArray *sessions, const char *words);

/* The same of points that are no sessions, such as weeks; `of_points` (element-type utf8) say of each in a
 * few words what it is. */
void desk_progress_chart_set_points (DeskProgressChart *self,
                                     GPtrArray *points,
                                     GPtrArray *of_points,
                                     const char *words);

/* Marks a session; nothing when it is not among those drawn. NULL: none. */
void desk_progress_chart_choose (DeskProgressChart *self, const char *id);

G_END_DECLS
