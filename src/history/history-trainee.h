/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-fault.h"
#include "history/history.h"

/* The data of one trainee as a whole: taken along, or deleted; and the time that sessions are kept.
 *
 * The files of a session are its journal and what lies beside it under the same name but for the
 * ending: recordings, reports. Deleted are only those in the folder of the sessions; a journal
 * elsewhere, or of a session that is being worked, is told and not touched. */

G_BEGIN_DECLS

/* What belongs to a trainee, or became of it; all owned. */
typedef struct {
  guint n_sessions; /* remembered */
  guint n_files;    /* journals, also of sessions never finished, recordings, reports */
  guint64 n_bytes;  /* of these files */
  GPtrArray *
      left; /* of DeskHistoryFault: files of theirs that are not touched, or could not be; or NULL */
} DeskHistoryHolding;

void desk_history_holding_clear (DeskHistoryHolding *holding);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskHistoryHolding, desk_history_holding_clear)

/* What desk_history_delete() would delete, and what it would leave. Fills `holding`, which is all
 * zero. Sets a DeskHistoryError. */
gboolean desk_history_survey (DeskHistory *self,
                              const char *trainee,
                              DeskHistoryHolding *holding,
                              GError **error);

/* Deletes every session and file of `trainee`, so that no trace of them stays in the history's own
 * file. Fills `holding`, which is all zero, with what was deleted and what was left: files that could
 * not be deleted, or belong to a session that is being worked. Journals that are left in the folder of
 * the sessions come back into the history when it is made again, or catches up, from there. Sets a
 * DeskHistoryError; then no file was deleted. */
gboolean desk_history_delete (DeskHistory *self,
                              const char *trainee,
                              DeskHistoryHolding *holding,
                              GError **error);

/* Copies everything of `trainee` into `folder`, which must not be there yet or be empty: the files of
 * every session, also of those never finished, and sessions.json and sessions.csv. The folder is
 * whole or not there. `holding` tells what was copied; journals that are gone are among `left`.
 * Sets DESK_HISTORY_ERROR_EXISTS when something is in the folder. */
gboolean desk_history_export (DeskHistory *self,
                              const char *trainee,
                              const char *folder,
                              DeskHistoryHolding *holding,
                              DeskHistoryTell tell,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/* For how many days sessions are kept; 0: for ever, as long as nothing else was set. Both set a
 * DeskHistoryError. */
gboolean desk_history_get_keep (DeskHistory *self, guint *days, GError **error);
gboolean desk_history_set_keep (DeskHistory *self, guint days, GError **error);

/* The longest time to keep that can be set, a hundred years. */
#define DESK_HISTORY_MOST_DAYS 36525

/* What desk_history_expire() would delete if sessions were kept for `days`; for ever (0): nothing.
 * Fills `holding`, which is all zero. */
gboolean desk_history_survey_older (DeskHistory *self,
                                    guint days,
                                    DeskHistoryHolding *holding,
                                    GError **error);

/* Deletes what was kept for longer than that, of all trainees, as desk_history_delete() does. The
 * program calls this when it opens the history. Fills `holding`, which is all zero. Sets a
 * DeskHistoryError. */
gboolean desk_history_expire (DeskHistory *self, DeskHistoryHolding *holding, GError **error);

G_END_DECLS
