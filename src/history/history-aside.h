/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Files of the history that are out of use. */

G_BEGIN_DECLS

/* "…/history" of "…/history.db". (transfer full) */
char *desk_history_trunk (const char *path);

/* Gives the file at `path`, and what SQLite keeps beside it, a name that is not taken:
 * "history-damaged-2026-11-23T091407.db". Returns it; sets a GIOError. (transfer full) */
char *desk_history_set_aside (const char *path, GError **error);

/* What lies beside `path` and was set aside or is of another version, `in_use` left out. (transfer
 * full) (element-type filename) */
GPtrArray *desk_history_find_aside (const char *path, const char *in_use);

G_END_DECLS
