/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* History files that are no longer in use: damaged ones that were set aside, and those of other versions. */

G_BEGIN_DECLS

/* The path without its ending: "…/history" for "…/history.db". (transfer full) */
char *desk_history_trunk (const char *path);

/* Renames the file at `path`, together with the files SQLite keeps beside it, to a name that is free:
 * "history-damaged-2026-11-23T091407.db". Returns the new path; NULL sets a GIOError. (transfer full) */
char *desk_history_set_aside (const char *path, GError **error);

/* The files beside `path` that were set aside or are of another version, without `in_use`. (transfer full)
 * (element-type filename) */
GPtrArray *desk_history_find_aside (const char *path, const char *in_use);

G_END_DECLS
