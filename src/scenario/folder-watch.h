/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Reports changes in folders once they have settled: an editor that writes a new file and renames it over
 * the old one makes one change. Where the system cannot watch, nothing is reported. */

G_BEGIN_DECLS

#define DESK_TYPE_FOLDER_WATCH (desk_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (DeskFolderWatch, desk_folder_watch, DESK, FOLDER_WATCH, GObject)

/* Signal "changed" (const char *folder): something in it changed, and nothing has for 300 ms; in a folder
 * that never settles, every two seconds. */
DeskFolderWatch *desk_folder_watch_new (void);

/* Watches exactly `folders` (of char *) from now on; those watched before stay watched. TRUE if any is new:
 * what changed in it until now is not reported. */
gboolean desk_folder_watch_set (DeskFolderWatch *self, GPtrArray *folders);

G_END_DECLS
