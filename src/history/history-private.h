/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <sys/types.h>

#include "history/history-list.h"
#include "history/history-options.h"
#include "history/sql.h"

/* Shared by the files of src/history, and used by nobody else. */

G_BEGIN_DECLS

/* The kind of mark that keeps how many calls were undone when the session was finished. It stands for no
 * loss of points, so whoever adds up losses passes over it. */
#define DESK_HISTORY_UNDONE "undone"

struct _DeskHistory {
  DeskSql sql;     /* of `file`; first, so that its owner can be told from it */
  char *path;      /* as asked for */
  char *file;      /* in use: `path`, or the one beside it */
  char *sessions;  /* folder of the journals */
  char *vfs;       /* of SQLite, or NULL */
  gboolean remote; /* as in DeskHistoryOptions */
  gboolean without_wal;
  gboolean read_only;
  gboolean refilling;
  const DeskHistoryOptions *options; /* while the history is being opened; or NULL */
  dev_t device;                      /* of `file` when it was opened */
  ino_t inode;
  gboolean damaged; /* SQLite said so since the file was opened */
  char *saved_keep; /* setting of a file that is being replaced, or NULL */
  char *notice;     /* or NULL */
};

/* Opens `self->path`, or the file that stands in for it, and puts right whatever is wrong with it.
 * `suspect`: the file in use is known to be damaged. Sets a DeskHistoryError. */
gboolean desk_history_settle (DeskHistory *self, gboolean suspect, GError **error);

/* Closes `file`. */
void desk_history_disconnect (DeskHistory *self);

/* Fills a new or migrated history from the journals, where that is still to be done. A failure goes into
 * the notice; what fails or is cancelled is done at the next opening. */
void desk_history_refill (DeskHistory *self);

/* Adds `sentence` (transfer full) to the notice, unless it is there already. */
void desk_history_take_notice (DeskHistory *self, char *sentence);

/* Runs `step`, and once more when the file turns out to be damaged or was replaced by another program: it
 * is then opened anew in between. */
typedef gboolean (*DeskHistoryStep) (DeskHistory *self, gpointer data, GError **error);
gboolean
desk_history_attempt (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error);

/* Makes errors of `sql` a DeskHistoryError with SQLite's message. */
void desk_history_sql_begin (DeskHistory *self);

/* Runs `step` inside one write transaction, which is rolled back when `step` fails. */
gboolean
desk_history_transact (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error);

#define DESK_HISTORY_KEEP_DAYS "keep_days"

/* Reads a setting kept in this history; `value` is NULL when it was never made. (out) (transfer full) */
gboolean
desk_history_get_setting (DeskHistory *self, const char *name, char **value, GError **error);

/* `value` NULL removes the setting. */
gboolean
desk_history_set_setting (DeskHistory *self, const char *name, const char *value, GError **error);

/* A journal's path as the file keeps it, and back: relative to the folder of the sessions where it lies
 * inside, so that a home folder may move. NULL stays NULL. (transfer full) */
char *desk_history_shorten_path (DeskHistory *self, const char *path);
char *desk_history_lengthen_path (DeskHistory *self, const char *kept);

/* Deletes the rows that match `filter`, inside the current transaction. Returns the deleted sessions.
 * (transfer full) (element-type DeskHistoryEntry) */
GPtrArray *
desk_history_take_out (DeskHistory *self, const DeskHistoryFilter *filter, GError **error);

void desk_history_entry_clear (DeskHistoryEntry *entry);

G_END_DECLS
