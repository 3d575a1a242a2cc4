/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Scenarios' folders as files: made beside their place and put there whole. Where it says so, errors are
 * GIOErrors; all paths are the caller's own. */

G_BEGIN_DECLS

/* What one scenario may come to, wherever it comes from. */
#define DESK_SCENARIO_MAX_BYTES ((guint64) 512 << 20)
#define DESK_SCENARIO_MAX_FILES 20000

/* An empty hidden folder in `parent`, of which only the user can read; `parent` is made when it is not
 * there. What earlier ones a program left that was cut short, more than a day ago, is taken away.
 * Sets a GIOError. (transfer full) */
char *desk_scenario_folder_make_temporary (const char *parent, GError **error);

/* Takes a folder and all that is in it away; links are not followed. What cannot be taken away stays. */
void desk_scenario_folder_remove (const char *path);

/* Gives the folder `from` the name `to`, on the same disk, once its files are on the disk. Never over
 * anything: G_IO_ERROR_EXISTS. */
gboolean desk_scenario_folder_settle (const char *from, const char *to, GError **error);

/* A folder's name of what came from outside as one: not empty, not hidden, no path. (transfer full) */
char *desk_scenario_folder_tidy_name (const char *name);

/* A path in `parent` that is free: "name", "name-2", … A name that could not be a folder's is made one.
 * (transfer full) */
char *desk_scenario_folder_free_path (const char *parent, const char *name);

/* Copies the scenario in `folder` into `parent` under a name that is free, whole or not at all. Hidden
 * files and links are left out. Returns where it is; sets a GIOError. (transfer full) */
char *desk_scenario_folder_copy (const char *folder,
                                 const char *parent,
                                 GCancellable *cancellable,
                                 GError **error);

/* Which folder this is, by whatever path; NULL when it is not there. (transfer full) */
char *desk_scenario_folder_identity (const char *path);

/* Sets a GIOError from errno that names `path`. FALSE. */
gboolean desk_scenario_folder_fail (const char *path, GError **error);

G_END_DECLS
