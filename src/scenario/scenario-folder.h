/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The folders of scenarios: created beside their destination and moved there whole. Where it says so,
 * errors are GIOErrors. Paths are in the file system's encoding. */

G_BEGIN_DECLS

/* The limits of one scenario, wherever it comes from. */
#define DESK_SCENARIO_MAX_BYTES ((guint64) 512 << 20)
#define DESK_SCENARIO_MAX_FILES 20000

/* A new, empty, hidden folder in `parent` (created if missing) that only the user can read. Folders of this
 * kind that a program left behind more than a day ago are deleted. Sets a GIOError. (transfer full) */
char *desk_scenario_folder_make_temporary (const char *parent, GError **error);

/* Deletes a folder and everything in it, without following links. What cannot be deleted stays. */
void desk_scenario_folder_remove (const char *path);

/* Renames the folder `from` to `to`, on the same disk, once its files are flushed. Never replaces anything:
 * G_IO_ERROR_EXISTS. */
gboolean desk_scenario_folder_settle (const char *from, const char *to, GError **error);

/* A name for a folder, made from a name that came from outside: not empty, not hidden, no path. (transfer
 * full) */
char *desk_scenario_folder_tidy_name (const char *name);

/* An unused path in `parent`: "name", "name-2", … `name` is tidied first. (transfer full) */
char *desk_scenario_folder_free_path (const char *parent, const char *name);

/* Copies the scenario in `folder` to an unused name in `parent`, completely or not at all. Hidden files and
 * links are left out. Returns where it is; sets a GIOError. (transfer full) */
char *desk_scenario_folder_copy (const char *folder,
                                 const char *parent,
                                 GCancellable *cancellable,
                                 GError **error);

/* Identifies the folder, whatever path leads to it; NULL if there is none. (transfer full) */
char *desk_scenario_folder_identity (const char *path);

/* Sets a GIOError from errno, naming `path`. Returns FALSE. */
gboolean desk_scenario_folder_fail (const char *path, GError **error);

G_END_DECLS
