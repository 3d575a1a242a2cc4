/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "classroom/class-session.h"
#include "history/history-fault.h"

/* A folder of journals as a class hands them in, folders inside it included. Files that are no journals are
 * passed over; journals that are torn, tampered with or hostile are reported, and the rest is read. */

G_BEGIN_DECLS

/* Reference counted. All owned. Paths are relative to the folder, as shown. */
typedef struct {
  char *path;            /* of the folder, absolute */
  GPtrArray *sessions;   /* of DeskClassSession, the finished ones, oldest first */
  GPtrArray *unfinished; /* of char *: paths of sessions being worked or broken off */
  GPtrArray *faults;     /* of DeskHistoryFault: what could not be read, and why */
  guint n_twice;         /* journals that are there under another name as well */
  guint n_other;         /* files that are no journals */
  guint n_remembered;    /* sessions taken from the cache */
} DeskClassFolder;

/* Tells how far the reading has come: `done` of `total` journals. Called in the thread that called. */
typedef void (*DeskClassTell) (guint done, guint total, gpointer data);

/* Reads `folder`. What was read is remembered in the file `cache` (NULL: it is not). Takes as long as the
 * new journals take, on all processors: call it where nobody waits. `tell` and `cancellable` may be NULL.
 * NULL sets a GIOError: the folder cannot be read, or G_IO_ERROR_CANCELLED. (transfer full) */
DeskClassFolder *desk_class_folder_read (const char *folder,
                                         const char *cache,
                                         DeskClassTell tell,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error);

/* An empty one. (transfer full) */
DeskClassFolder *desk_class_folder_new (const char *path);
DeskClassFolder *desk_class_folder_ref (DeskClassFolder *self);
void desk_class_folder_unref (DeskClassFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassFolder, desk_class_folder_unref)

G_END_DECLS
