/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Files and folders, with care for what is there already. */

G_BEGIN_DECLS

/* Gives `from` the name `to`, never over another file. Sets a GIOError. */
gboolean desk_history_move_file (const char *from, const char *to, GError **error);

/* Writes a new file of which only its owner can read, whole or not at all. Sets a GIOError
 * (G_IO_ERROR_EXISTS). */
gboolean desk_history_write_file (const char *path, GBytes *bytes, GError **error);

/* The same with the rights that are usual where it lies, and its name flushed to the disk too. */
gboolean desk_history_write_shared_file (const char *path, GBytes *bytes, GError **error);

/* The whole of a regular file of at most `limit` bytes; no link is followed. Sets a GIOError.
 * (transfer full) */
GBytes *desk_history_read_file (const char *path, guint64 limit, GError **error);

/* The first line of a file, without its end; NULL where there is none of at most `limit` bytes. Not
 * terminated. (transfer full) */
char *desk_history_read_line (const char *path, gsize limit, gsize *length);

/* Makes a folder, and those above it, of which only the owner can read. Sets a GIOError. */
gboolean desk_history_make_folder (const char *path, GError **error);

/* A path like `path` that is not taken: "a.journal", "a-2.journal", … (transfer full) */
char *desk_history_free_path (const char *path);

/* Every regular file in `folder` and the folders in it, at most 16 deep, in order; links are not
 * followed. What cannot be looked into is told to `on_fault` (may be NULL). (transfer full)
 * (element-type filename) */
typedef void (*DeskHistoryOnFault) (const char *path, const char *reason, gpointer data);
GPtrArray *desk_history_walk (const char *folder, DeskHistoryOnFault on_fault, gpointer data);

gboolean desk_history_is_journal (const char *path);

/* Whether `path` lies in `folder`, both as they are written. */
gboolean desk_history_lies_in (const char *path, const char *folder);

G_END_DECLS
