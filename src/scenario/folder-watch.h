/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Tells when something in a folder has changed, once it is quiet again: an editor that writes a new file
 * and gives it the old one's name is one change. Where the system cannot watch, nothing is told. */

G_BEGIN_DECLS

#define DESK_TYPE_FOLDER_WATCH (desk_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (DeskFolderWatch, desk_folder_watch, DESK, FOLDER_WATCH, GObject)

/* Signal "changed" (const char *folder): something in it, 300 ms ago; where it never gets quiet, every
 * two seconds. */
DeskFolderWatch *desk_folder_watch_new (void);

/* Watches exactly `folders` (paths) from now on; those it watched already it goes on watching. TRUE
 * when there is one that it did not: what changed there until now is not told. */
gboolean desk_folder_watch_set (DeskFolderWatch *self, GPtrArray *folders);

G_END_DECLS
