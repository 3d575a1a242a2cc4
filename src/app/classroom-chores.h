/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* What the class page does with dialogues. */

G_BEGIN_DECLS

/* Of the settings: the folder that the user chose to look at, as an address; "": none. */
#define DESK_CLASSROOM_KEY "class-folder"

/* The window that the page is in. */
GtkWindow *desk_classroom_window_of (GtkWidget *page);

/* The folder of the class that the user chose to look at, or else `results` (or NULL), where sessions are handed
 * in. (transfer full) (nullable) */
char *desk_classroom_find_folder (GSettings *settings, const char *results);

/* Asks for a folder, and keeps the answer in the settings; `shown` (or NULL) is where it begins. */
void desk_classroom_choose_folder (GtkWidget *page, GSettings *settings, const char *shown);

/* Shows the journals without a result, each with its reason. */
void desk_classroom_show_faults (GtkWidget *page, const DeskClassSnapshot *snapshot);

G_END_DECLS
