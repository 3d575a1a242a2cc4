/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

/* The file of an outbox: opened, judged, and put aside where it is damaged. */

G_BEGIN_DECLS

/* Opens the file at `path`, with its tables, for this program and others at once. `notice`: as for
 * desk_outbox_open(). Sets a GIOError. */
sqlite3 *desk_outbox_file_open (const char *path, char **notice, GError **error);

/* Sets a GIOError of what SQLite says. Returns FALSE. */
gboolean desk_outbox_file_fail (sqlite3 *database, GError **error);

gboolean desk_outbox_file_run (sqlite3 *database, const char *sql, GError **error);

G_END_DECLS
