/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/handing-in.h"

/* The class as the window has it: visits to its page, from which one comes back to the page one left. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_CLASSROOM (desk_window_classroom_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowClassroom, desk_window_classroom, DESK, WINDOW_CLASSROOM, GObject)

/**
 * Signals of DeskWindowClassroom:
 *  - "visit" (): the window's child is about to be put aside
 *  - "left" (): it is back
 */

/* Gives `window`, which lives longer, the action "class". */
DeskWindowClassroom *desk_window_classroom_new (GtkApplicationWindow *window);

/* What knows where sessions are handed in, and the user's settings. Comes once. */
void desk_window_classroom_set_up (DeskWindowClassroom *self,
                                   GSettings *settings,
                                   DeskHandingIn *handing_in);

/* A shift is never left for a visit. */
void desk_window_classroom_set_allowed (DeskWindowClassroom *self, gboolean allowed);

gboolean desk_window_classroom_is_visiting (DeskWindowClassroom *self);

/* Ends a visit, if there is one. */
void desk_window_classroom_leave (DeskWindowClassroom *self);

G_END_DECLS
