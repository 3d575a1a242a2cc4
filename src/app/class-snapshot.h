/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "app/history-snapshot.h"
#include "classroom/class-folder.h"
#include "classroom/class-view.h"

/* A class as read at one moment, after filtering. Immutable, so that any thread may read it;
 * reference-counted. */

G_BEGIN_DECLS

/* All owned. */
typedef struct {
  DeskClassFolder *folder; /* as read; shared by the snapshots that filter it */
  DeskClassView *view;     /* of what the wish leaves in */
  GPtrArray *trainees;     /* utf8, all there are, in the user's alphabet */
  GPtrArray *scenarios;    /* of DeskHistoryScenario, all there are, by title */
} DeskClassSnapshot;

DeskClassSnapshot *desk_class_snapshot_ref (DeskClassSnapshot *self);
void desk_class_snapshot_unref (DeskClassSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassSnapshot, desk_class_snapshot_unref)

/* What to show. Borrowed for the call. */
typedef struct {
  const char *folder; /* an absolute path */
  const DeskHistoryWish *wish;
  gboolean has_mode;
  DeskMode mode;
} DeskClassWish;

/* The progress of a reading; written by its thread and read by any. Borrowed until the callback. */
typedef struct {
  int done; /* atomic, as the next: journals */
  int total;
} DeskClassProgress;

/* Reads the folder on a thread, using the user's cache. If `last` (nullable) was read from that folder, it
 * is only filtered again. `callback` is always called, on this thread. */
void desk_class_snapshot_take (const DeskClassWish *wish,
                               DeskClassSnapshot *last,
                               DeskClassProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/* Sets a GIOError: a folder that cannot be read, or G_IO_ERROR_CANCELLED. (transfer full) */
DeskClassSnapshot *desk_class_snapshot_finish (GAsyncResult *result, GError **error);

/* The path of a session's journal. (transfer full) */
char *desk_class_snapshot_journal (const DeskClassSnapshot *self, const DeskClassSession *session);

/* Journals without a result, each with the reason in the user's words. (transfer full) (element-type utf8)
 */
GPtrArray *desk_class_snapshot_list_faults (const DeskClassSnapshot *self);

G_END_DECLS
