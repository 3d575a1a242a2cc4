/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/library-page.h"

/* What can be done with scenarios other than working them: open, create, copy and delete them, and add
 * folders. Gives the page its menus and their actions. */

G_BEGIN_DECLS

#define DESK_TYPE_LIBRARY_CHORES (desk_library_chores_get_type ())
G_DECLARE_FINAL_TYPE (DeskLibraryChores, desk_library_chores, DESK, LIBRARY_CHORES, GObject)

/**
 * Signals of DeskLibraryChores:
 *  - "open" (const char *path): a scenario or bundle is wanted
 *  - "changed" (): the library must look again
 */

/* `page` lives longer. */
DeskLibraryChores *desk_library_chores_new (DeskLibraryPage *page);

G_END_DECLS
