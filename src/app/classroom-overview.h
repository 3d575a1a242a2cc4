/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* A class as it is shown: the choice of sessions, the table, what stands beside it, and what is said of the cell that
 * was chosen. Its buttons are actions of the page's, in the group "classroom". */

G_BEGIN_DECLS

#define DESK_TYPE_CLASSROOM_OVERVIEW (desk_classroom_overview_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskClassroomOverview, desk_classroom_overview, DESK, CLASSROOM_OVERVIEW, GtkBox)

/**
 * Signals of DeskClassroomOverview:
 *  - "wish" (const DeskClassWish *wish): other sessions are to be shown; borrowed for the call, and without a folder
 *  - "session" (const DeskClassSession *session): one is to be opened; borrowed from the snapshot
 */

/* The snapshot outlives what is shown of it: until the next one, or desk_classroom_overview_forget(). */
void desk_classroom_overview_show (DeskClassroomOverview *self, DeskClassSnapshot *snapshot);
void desk_classroom_overview_forget (DeskClassroomOverview *self);

/* Asks for the session `n` of the cell that is chosen, from 0, the latest first; nothing where there is none. */
void desk_classroom_overview_open (DeskClassroomOverview *self, guint n);

/* What has no place in the table, in the user's language; NULL: everything has. (transfer full) */
char *desk_classroom_overview_describe_rest (DeskClassroomOverview *self);

/* Gives the keyboard to the table. */
void desk_classroom_overview_grab_focus (DeskClassroomOverview *self);

G_END_DECLS
