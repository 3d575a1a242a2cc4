/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/handing-in.h"
#include "app/window-visit.h"

/* The class as the window has it: visits to its page. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_CLASSROOM (desk_window_classroom_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskWindowClassroom, desk_window_classroom, DESK, WINDOW_CLASSROOM, DeskWindowVisit)

/* Gives `window`, which lives longer, the action "class". */
DeskWindowClassroom *desk_window_classroom_new (GtkApplicationWindow *window);

/* What knows where sessions are handed in, and the user's settings. Comes once. */
void desk_window_classroom_set_up (DeskWindowClassroom *self,
                                   GSettings *settings,
                                   DeskHandingIn *handing_in);

G_END_DECLS
