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

/* Signal "settled" (const char *faults): what was to be opened is, or the user thought better of it:
 * NULL; else the faults for which it is not, in lines. The user was told. */

/* Begins with the start page of `scenario`; NULL: with the library. */
GtkWidget *
desk_window_new (GtkApplication *application, GSettings *settings, DeskScenario *scenario);

/* Opens a scenario's folder or file, or brings a bundle in. During a shift it does not: the user is told
 * that it can be opened afterwards, and FALSE is returned. */
gboolean desk_window_open (DeskWindow *self, const char *path);

/* The scenario that it began with was read from `path`, and is read anew when it changes there. */
void desk_window_follow (DeskWindow *self, const char *path);

/* The program is about to end in the midst of whatever it is at: brings the journal up to date, with what
 * is being typed on a slip, without drawing anything. */
void desk_window_settle (DeskWindow *self);

/* The shift that is being worked, NULL: none. For tests and benchmarks, which look at what the window
 * shows beside what is so. */
DeskShift *desk_window_get_shift (DeskWindow *self);

G_END_DECLS
