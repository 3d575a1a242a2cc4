/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-fault.h"
#include "history/history.h"

/* All data of one trainee, to take along or to delete; and how long sessions are kept.
 *
 * The files of a session are its journal and what lies beside it under the same name but for the ending:
 * recordings, reports. Only files in the folder of the sessions are deleted; a journal elsewhere, or of a
 * session that is being worked, is reported and left alone. */

G_BEGIN_DECLS

/* What a trainee has here, or what was done with it; all owned. */
typedef struct {
  guint n_sessions; /* remembered */
  guint n_files;    /* journals (those of unfinished sessions too), recordings, reports */
  guint64 n_bytes;  /* of these files */
  GPtrArray *left;  /* of DeskHistoryFault: files left alone, and why; or NULL */
} DeskHistoryHolding;

void desk_history_holding_clear (DeskHistoryHolding *holding);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskHistoryHolding, desk_history_holding_clear)

/* What desk_history_delete() would delete, and what it would leave. Fills `holding`, which is all
 * zero. Sets a DeskHistoryError. */
gboolean desk_history_survey (DeskHistory *self,
                              const char *trainee,
                              DeskHistoryHolding *holding,
                              GError **error);

/* Deletes every session and file of `trainee`, so that no trace of them stays in the history's own file.
 * Fills `holding`, which is all zero, with what was deleted and what was left: files that could not be
 * deleted, or that belong to a session being worked. Journals left in the folder of the sessions return to
 * the history when it is rebuilt or catches up. Sets a DeskHistoryError; then no file was deleted. */
gboolean desk_history_delete (DeskHistory *self,
                              const char *trainee,
                              DeskHistoryHolding *holding,
                              GError **error);

/* Copies everything of `trainee` into `folder`, which must be empty or not exist: the files of every
 * session, finished or not, with sessions.json and sessions.csv. The folder is complete or not there.
 * `holding` tells what was copied; journals that no longer exist are among `left`. Sets
 * DESK_HISTORY_ERROR_EXISTS when the folder is not empty. */
gboolean desk_history_export (DeskHistory *self,
                              const char *trainee,
                              const char *folder,
                              DeskHistoryHolding *holding,
                              DeskHistoryTell tell,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/* For how many days sessions are kept; 0, the default: for ever. Both set a DeskHistoryError. */
gboolean desk_history_get_keep (DeskHistory *self, guint *days, GError **error);
gboolean desk_history_set_keep (DeskHistory *self, guint days, GError **error);

/* The longest time to keep that can be set, a hundred years. */
#define DESK_HISTORY_MOST_DAYS 36525

/* What desk_history_expire() would delete if sessions were kept for `days`; nothing for 0. Fills `holding`,
 * which is all zero. Sets a DeskHistoryError. */
gboolean desk_history_survey_older (DeskHistory *self,
                                    guint days,
                                    DeskHistoryHolding *holding,
                                    GError **error);

/* Deletes what is older than the time to keep, of all trainees, as desk_history_delete() does. The program
 * calls this when it opens the history. Fills `holding`, which is all zero. Sets a DeskHistoryError. */
gboolean desk_history_expire (DeskHistory *self, DeskHistoryHolding *holding, GError **error);

G_END_DECLS
