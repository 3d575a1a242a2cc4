/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift.h"
#include "scenario/scenario.h"

/* The one window: library, start page, console and summary in turn. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW (desk_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, GtkApplicationWindow)

/* Signal "settled" (const char *faults): opening has ended, or was cancelled by the user: NULL; else the
 * faults because of which it failed, a line each. The user has been told. */

/* Shows the start page of `scenario`; NULL: the library. */
GtkWidget *
desk_window_new (GtkApplication *application, GSettings *settings, DeskScenario *scenario);

/* Opens a scenario's folder or file, or imports a bundle. FALSE during a shift: the user is told that it
 * can be opened afterwards. */
gboolean desk_window_open (DeskWindow *self, const char *path);

/* The scenario given to desk_window_new() was read from `path`; it is read again when it changes there. */
void desk_window_follow (DeskWindow *self, const char *path);

/* The program is about to end, whatever it is doing: brings the journal up to date, including what is being
 * typed on a slip, without drawing. */
void desk_window_settle (DeskWindow *self);

/* The current shift, NULL: none. For tests and benchmarks, which compare it with what the window shows. */
DeskShift *desk_window_get_shift (DeskWindow *self);

G_END_DECLS
