/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/library-model.h"
#include "app/scenario-opening.h"

/* The library of the window: its page, what is opened or imported, and the open scenario, which is followed
 * while its author changes it. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_LIBRARY (desk_window_library_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowLibrary, desk_window_library, DESK, WINDOW_LIBRARY, GObject)

/**
 * Signals of DeskWindowLibrary:
 *  - "opened" (DeskOpening *, gboolean again): a scenario was read, or (`again`) changed on the disk
 *  - "settled" (const char *faults): what was to be opened is, or the user thought better of it: NULL;
 *    else why it cannot be, in lines
 */

/* Gives `window`, which lives longer, the actions "library.…". */
DeskWindowLibrary *desk_window_library_new (GtkApplicationWindow *window);

/* The page, created on demand. Borrowed. */
GtkWidget *desk_window_library_get_page (DeskWindowLibrary *self);

/* What the page shows; it is read now if it never was. Owned by `self`, until the page is forgotten. */
DeskLibraryModel *desk_window_library_get_model (DeskWindowLibrary *self);

/* The page is made anew when it is asked for again. Not while it is the window's child. */
void desk_window_library_forget_page (DeskWindowLibrary *self);

/* Tells of what is open once more, as if it had just been opened. */
void desk_window_library_open_again (DeskWindowLibrary *self);

/* Scans the folders and reads the trainee's scores again. */
void desk_window_library_refresh (DeskWindowLibrary *self);

/* Opens a scenario's folder or file, or brings a bundle in. */
void desk_window_library_open (DeskWindowLibrary *self, const char *path);

/* Follows `scenario`, which was read from `path`, as if it had been opened. */
void desk_window_library_follow (DeskWindowLibrary *self,
                                 const char *path,
                                 const DeskScenario *scenario);

/* Reads the open scenario again, and emits "opened" if it has changed. */
void desk_window_library_reload (DeskWindowLibrary *self);

/* Closes the scenario, and ignores one that is being read. */
void desk_window_library_close_scenario (DeskWindowLibrary *self);

G_END_DECLS
