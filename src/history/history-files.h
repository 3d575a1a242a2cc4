/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Files and folders, handled so that nothing which is already there gets lost. */

G_BEGIN_DECLS

/* Renames `from` to `to`, never over another file. Sets a GIOError. */
gboolean desk_history_move_file (const char *from, const char *to, GError **error);

/* Writes a new file that only its owner can read, whole or not at all. Sets a GIOError; G_IO_ERROR_EXISTS
 * where the name is taken. */
gboolean desk_history_write_file (const char *path, GBytes *bytes, GError **error);

/* The same with the usual permissions of the folder, and with the name flushed to the disk as well. */
gboolean desk_history_write_shared_file (const char *path, GBytes *bytes, GError **error);

/* Reads a whole regular file of at most `limit` bytes; symbolic links are not followed. Sets a GIOError.
 * (transfer full) */
GBytes *desk_history_read_file (const char *path, guint64 limit, GError **error);

/* The first line of a file, without its line end, and its length in bytes; it is not NUL-terminated. NULL
 * where no line of at most `limit` bytes can be read. (transfer full) */
char *desk_history_read_line (const char *path, gsize limit, gsize *length);

/* Makes a folder that only its owner can read, and the folders above it as needed. Sets a GIOError. */
gboolean desk_history_make_folder (const char *path, GError **error);

/* `path`, or where that is taken, the same with a number that is free: "a.journal", "a-2.journal", …
 * (transfer full) */
char *desk_history_free_path (const char *path);

/* Every regular file in `folder` and the folders below it, sorted, at most 16 levels deep; symbolic links
 * are not followed. `on_fault` (may be NULL) is told of each folder that cannot be read. (transfer full)
 * (element-type filename) */
typedef void (*DeskHistoryOnFault) (const char *path, const char *reason, gpointer data);
GPtrArray *desk_history_walk (const char *folder, DeskHistoryOnFault on_fault, gpointer data);

gboolean desk_history_is_journal (const char *path);

/* Whether `path` lies in `folder`, going by the text of both paths: neither is resolved. */
gboolean desk_history_lies_in (const char *path, const char *folder);

G_END_DECLS
