/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "classroom/class-session.h"
#include "history/history-fault.h"

/* A folder of journals, as a class hands them in: those in it and in the folders inside. Whatever else
 * lies there is passed over; what is torn, changed or hostile is told, and the rest is read. */

G_BEGIN_DECLS

/* All owned. Paths are relative to the folder, as shown. Counted. */
typedef struct {
  char *path;            /* of the folder, absolute */
  GPtrArray *sessions;   /* of DeskClassSession, the finished ones, oldest first */
  GPtrArray *unfinished; /* of char *: sessions that run, or were broken off */
  GPtrArray *faults;     /* of DeskHistoryFault: what could not be read, and why */
  guint n_twice;         /* journals that are there under another name as well */
  guint n_other;         /* files that are no journals */
  guint n_remembered;    /* sessions that need not be read again */
} DeskClassFolder;

/* Told in the calling thread; `done` of `total` journals. */
typedef void (*DeskClassTell) (guint done, guint total, gpointer data);

/* Reads `folder`. What was read once is remembered in the file `cache` (NULL: is not). Takes as long
 * as the journals take that are new, on all processors: call it where nobody waits. `tell` and
 * `cancellable` may be NULL. Sets a GIOError: a folder that cannot be read, or G_IO_ERROR_CANCELLED.
 * (transfer full) */
DeskClassFolder *desk_class_folder_read (const char *folder,
                                         const char *cache,
                                         DeskClassTell tell,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error);

/* One in which nothing is yet. (transfer full) */
DeskClassFolder *desk_class_folder_new (const char *path);
DeskClassFolder *desk_class_folder_ref (DeskClassFolder *self);
void desk_class_folder_unref (DeskClassFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassFolder, desk_class_folder_unref)

G_END_DECLS
