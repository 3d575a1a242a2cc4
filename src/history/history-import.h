/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-fault.h"
#include "history/history.h"

/* Brings journals into the history: those of a folder, from this machine or another, or all of our own
 * again. A session is known by the bytes of its journal: the same journal twice, or under another name,
 * is one session. Each of these may take seconds, and may run in a thread of its own with a handle of
 * its own. */

G_BEGIN_DECLS

/* What became of the journals; all owned. */
typedef struct {
  guint n_new;
  guint n_known;         /* in the history already, or twice in the folder */
  guint n_unfinished;    /* without `finished` at their end: left where they are */
  GPtrArray *unreadable; /* of DeskHistoryFault; also folders that cannot be read */
} DeskHistoryImport;

void desk_history_import_clear (DeskHistoryImport *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskHistoryImport, desk_history_import_clear)

/* Adds every finished session whose "*.journal" lies in `folder` or in folders inside it (at most
 * 16 deep; links are not followed, other files are passed over). A journal from elsewhere is copied
 * to "imported" in the folder of the sessions, with the recording that lies beside it, so that the
 * history can be rebuilt from there.
 *
 * Fills `result`, which is all zero, whatever happens: sessions added before a failure stay. Sets a
 * DeskHistoryError or a GIOError (G_IO_ERROR_CANCELLED). `tell` and `cancellable` may be NULL. */
gboolean desk_history_import (DeskHistory *self,
                              const char *folder,
                              DeskHistoryImport *result,
                              DeskHistoryTell tell,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/* Adds the finished sessions in the folder of the sessions whose journals the history does not name,
 * as when it was out of reach when they ended. Reads those alone, and so may be done often. `result`,
 * which is all zero, counts as above. */
gboolean desk_history_catch_up (DeskHistory *self,
                                DeskHistoryImport *result,
                                GCancellable *cancellable,
                                GError **error);

/* Scores all journals in the folder of the sessions anew, and replaces what was remembered of them
 * in one go: on failure or cancelling the history is as it was. A session whose journal is not there
 * any more, or cannot be read, is kept as it was remembered; settings are kept too. `result` counts as above. */
gboolean desk_history_rebuild (DeskHistory *self,
                               DeskHistoryImport *result,
                               DeskHistoryTell tell,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
