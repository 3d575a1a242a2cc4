/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/library-model.h"

/* The library: all scenarios, with a search. What can be done with them are actions "library.…" of whoever
 * shows the page. */

G_BEGIN_DECLS

#define DESK_TYPE_LIBRARY_PAGE (desk_library_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskLibraryPage, desk_library_page, DESK, LIBRARY_PAGE, GtkBox)

/**
 * Signals of DeskLibraryPage:
 *  - "open" (const char *folder): the scenario in it is wanted
 *  - "chosen" (): another row was chosen, or none
 */

GtkWidget *desk_library_page_new (DeskLibraryModel *model);

/* The row that is chosen; NULL: none. Borrowed. */
DeskLibraryEntry *desk_library_page_get_chosen (DeskLibraryPage *self);

/* Chooses the scenario in `folder` once it is there. */
void desk_library_page_choose (DeskLibraryPage *self, const char *folder);

/* Shows the outcome of something. `path` (NULL: none) is a file that can be opened from there. */
void desk_library_page_tell (DeskLibraryPage *self, const char *words, const char *path);

/* The menus for the chosen scenario, and for all. */
void desk_library_page_set_menus (DeskLibraryPage *self, GMenuModel *chosen, GMenuModel *all);

G_END_DECLS
