/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Where the program's own files are, installed or in the build tree, and where it keeps the
 * user's. All results are (transfer full). */

G_BEGIN_DECLS

/* The folder of the scenarios that come with the program, and that of one of them. */
char *desk_paths_bundled_scenarios (void);
char *desk_paths_bundled_scenario (void);

/* The folder of the user's own scenarios, which need not be there. */
char *desk_paths_own_scenarios (void);

/* The folder of the translations. */
char *desk_paths_locale_dir (void);

/* Where the compiled schema of the settings lies. */
char *desk_paths_schemas_dir (void);

/* The folder for what the user makes, of which only the user can read. Makes it when it is not
 * there; sets a GIOError. */
char *desk_paths_data_dir (GError **error);

/* A path for the journal of a session that starts now: its folder is there, the file is not. Sets a
 * GIOError. */
char *desk_paths_new_journal (const char *trainee, GError **error);

G_END_DECLS
