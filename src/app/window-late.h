/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift.h"

/* Shifts that ended on a full disk: reports what their journals lack, writes it as soon as there is room,
 * and asks before it is lost by closing. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_LATE (desk_window_late_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowLate, desk_window_late, DESK, WINDOW_LATE, GObject)

/**
 * Signals of DeskWindowLate:
 *  - "written" (DeskShift *shift): its journal is whole and closed, and can go into the history
 *
 * `window` is borrowed and outlives it.
 */
DeskWindowLate *desk_window_late_new (GtkWindow *window);

/* Takes a finished shift whose journal could not be closed because of `error`: tells the user, and keeps
 * the shift while part of it is unwritten. */
void desk_window_late_take (DeskWindowLate *self, DeskShift *shift, const GError *error);

/* Whether the window may close; if not, the user is asked, and "yes" closes it. */
gboolean desk_window_late_may_close (DeskWindowLate *self);

G_END_DECLS
