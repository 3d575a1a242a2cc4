/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <sys/types.h>

#include "history/history-list.h"
#include "history/history-options.h"
#include "history/sql.h"

/* What the files of the history share, and nobody else. */

G_BEGIN_DECLS

/* The kind of mark that tells how many calls a session was finished without: no loss of points of its
 * own, so that who adds losses up passes it over. */
#define DESK_HISTORY_UNDONE "undone"

struct _DeskHistory {
  DeskSql sql;     /* of `file`; first, so that its owner can be told from it */
  char *path;      /* as asked for */
  char *file;      /* in use: `path`, or the one beside it */
  char *sessions;  /* folder of the journals */
  char *vfs;       /* of SQLite, or NULL */
  gboolean remote; /* asked to take it so */
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

/* Opens `self->path`, or what stands for it, and settles all that may be wrong with it. `suspect`:
 * the file that was in use is known to be damaged. */
gboolean desk_history_settle (DeskHistory *self, gboolean suspect, GError **error);

/* Closes `file`. */
void desk_history_disconnect (DeskHistory *self);

/* Fills a history that was just begun or carried over from the journals, where that is still to be
 * done; a failure is told in the notice. What fails or is cancelled is done the next time. */
void desk_history_refill (DeskHistory *self);

/* Adds sentences to the notice, once; takes them. */
void desk_history_take_notice (DeskHistory *self, char *sentence);

/* Does `step`, which may be done twice: when the file turns out to be damaged, or was replaced by
 * another program, it is first settled anew. */
typedef gboolean (*DeskHistoryStep) (DeskHistory *self, gpointer data, GError **error);
gboolean
desk_history_attempt (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error);

/* What fails in `sql` sets a DeskHistoryError that says what SQLite said. */
void desk_history_sql_begin (DeskHistory *self);

/* Everything inside one write transaction: undone when `step` fails. */
gboolean
desk_history_transact (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error);

#define DESK_HISTORY_KEEP_DAYS "keep_days"

/* A setting of this history; NULL when it was not made. (transfer full) */
gboolean
desk_history_get_setting (DeskHistory *self, const char *name, char **value, GError **error);

/* NULL takes the setting away. */
gboolean
desk_history_set_setting (DeskHistory *self, const char *name, const char *value, GError **error);

/* A journal as it is kept in the file: relative to the sessions' folder where it lies in there, so
 * that a home may move. Both ways; NULL stays NULL. (transfer full) */
char *desk_history_shorten_path (DeskHistory *self, const char *path);
char *desk_history_lengthen_path (DeskHistory *self, const char *kept);

/* Deletes the rows that `filter` leaves in, inside the transaction that runs. Returns what they were.
 * (transfer full) (element-type DeskHistoryEntry) */
GPtrArray *
desk_history_take_out (DeskHistory *self, const DeskHistoryFilter *filter, GError **error);

void desk_history_entry_clear (DeskHistoryEntry *entry);

G_END_DECLS
