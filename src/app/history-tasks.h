/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* What can be done with the history as a whole. Each asks what it needs to know, works on a thread with a
 * progress dialog, and ends with words to show. `path` is the history's; `parent` the window of the
 * dialogs. */

G_BEGIN_DECLS

/* Asks for a folder and imports the journals in it. */
void desk_history_ask_import (const char *path,
                              GtkWindow *parent,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* The same for a given folder. NULL: rescores the history's own journals. */
void desk_history_import_folder (const char *path,
                                 const char *folder,
                                 GtkWindow *parent,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/* Explains what it is, and does it. */
void desk_history_ask_rebuild (const char *path,
                               GtkWindow *parent,
                               GAsyncReadyCallback callback,
                               gpointer data);

/* Asks for a folder, and copies everything of `trainee` to a new one in it. */
void desk_history_ask_export (const char *path,
                              const char *trainee,
                              GtkWindow *parent,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* The same with the folder at hand. */
void desk_history_export_to (const char *path,
                             const char *trainee,
                             const char *folder,
                             GtkWindow *parent,
                             GAsyncReadyCallback callback,
                             gpointer data);

/* Says how much there is, asks, and deletes all data of `trainee`. */
void desk_history_ask_delete (const char *path,
                              const char *trainee,
                              GtkWindow *parent,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Asks how long sessions are kept, now `days` (0: for ever), and again before anything is deleted. */
void desk_history_ask_keep (
    const char *path, guint days, GtkWindow *parent, GAsyncReadyCallback callback, gpointer data);

/* What to tell the user, or NULL if a dialog has done so. Sets an error: G_IO_ERROR_CANCELLED if the user
 * cancelled. (transfer full) */
char *desk_history_task_finish (GAsyncResult *result, GError **error);

G_END_DECLS
