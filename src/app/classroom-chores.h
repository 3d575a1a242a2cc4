/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* The dialogs of the class page. */

G_BEGIN_DECLS

/* The key of the settings for the folder that the user chose to view, as a URI; "": none. */
#define DESK_CLASSROOM_KEY "class-folder"

/* The window that the page is in. */
GtkWindow *desk_classroom_window_of (GtkWidget *page);

/* The folder that the user chose to view, or else `results` (nullable), where sessions are handed in.
 * (transfer full) (nullable) */
char *desk_classroom_find_folder (GSettings *settings, const char *results);

/* Asks for a folder, starting at `shown` (nullable), and saves the answer to the settings. */
void desk_classroom_choose_folder (GtkWidget *page, GSettings *settings, const char *shown);

/* Shows the journals without a result, each with its reason. */
void desk_classroom_show_faults (GtkWidget *page, const DeskClassSnapshot *snapshot);

G_END_DECLS
