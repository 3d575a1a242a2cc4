/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* The view of a class: the filter, the table, what is beside it, and details of the chosen cell. Its
 * buttons use the page's actions, in the group "classroom". */

G_BEGIN_DECLS

#define DESK_TYPE_CLASSROOM_OVERVIEW (desk_classroom_overview_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskClassroomOverview, desk_classroom_overview, DESK, CLASSROOM_OVERVIEW, GtkBox)

/**
 * Signals of DeskClassroomOverview:
 *  - "wish" (const DeskClassWish *wish): other sessions are to be shown; borrowed for the call, and without a folder
 *  - "session" (const DeskClassSession *session): one is to be opened; borrowed from the snapshot
 */

/* The snapshot must live until the next one, or until desk_classroom_overview_forget(). */
void desk_classroom_overview_show (DeskClassroomOverview *self, DeskClassSnapshot *snapshot);
void desk_classroom_overview_forget (DeskClassroomOverview *self);

/* Emits "session" for session `n` of the chosen cell, from 0, the latest first; does nothing if there is
 * none. */
void desk_classroom_overview_open (DeskClassroomOverview *self, guint n);

/* What the table has no room for, in the user's language; NULL: nothing. (transfer full) */
char *desk_classroom_overview_describe_rest (DeskClassroomOverview *self);

/* Focuses the table. */
void desk_classroom_overview_grab_focus (DeskClassroomOverview *self);

G_END_DECLS
