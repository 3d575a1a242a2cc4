/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scoring/scorecard.h"

/* The finished sessions of the trainees on this machine, in one SQLite file that several programs
 * may use at once. A handle belongs to the thread that opened it; every thread opens its own.
 *
 * The history is a reader of the journals, as the score is: they lie in the folder `sessions` beside
 * it, and from them it can be made again at any time (desk_history_rebuild() in history-import.h).
 * Lists and progress: history-list.h, history-progress.h. A trainee's data as a whole:
 * history-trainee.h. */

G_BEGIN_DECLS

#define DESK_HISTORY_ERROR (desk_history_error_quark ())
GQuark desk_history_error_quark (void);

typedef enum {
  DESK_HISTORY_ERROR_FAILED, /* disk, permissions, in use for too long; the message says */
  DESK_HISTORY_ERROR_EXISTS, /* what was to be written to is there already */
} DeskHistoryError;

/* The version of the file that is written and read. */
#define DESK_HISTORY_VERSION 2

/* Told of work that takes long: `done` of `total`, and what is being worked on, as shown. Called in
 * the thread that does the work. */
typedef void (*DeskHistoryTell) (guint done, guint total, const char *name, gpointer data);

typedef struct _DeskHistory DeskHistory;

/* Where the user's own history lies: "frontdesk/history.db" in the user's data folder. (transfer
 * full) */
char *desk_history_default_path (void);

/* Where imported journals lie, in the folder of the journals. */
#define DESK_HISTORY_IMPORTED "imported"

/* Where the user's own journals lie: "frontdesk/sessions" in the user's data folder. (transfer full) */
char *desk_history_default_sessions (void);

/* Opens the history at `path`, and begins one where there is none. Sets a DeskHistoryError.
 *
 * A file of an earlier version is carried over. One of a later version is left as it is, byte for
 * byte, and the sessions are kept in a file of our own beside it: "history-v2.db". One that is
 * damaged, or no history at all, is set aside as "history-damaged-DATE.db", never over another file;
 * a new one is begun and filled from the journals, which may take seconds. Both are told by
 * desk_history_get_notice(). */
DeskHistory *desk_history_open (const char *path, GError **error);

/* NULL is no history, and nothing to close. */
void desk_history_close (DeskHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistory, desk_history_close)

/* What the user must be told about the file: what happened, and where the old one is. In the user's
 * language, a sentence or more; NULL: nothing. It may come up later than the opening, when damage
 * shows on use. Owned by the history. */
const char *desk_history_get_notice (DeskHistory *self);

/* Where everything lies: the file in use (which may be the one beside), and the folder of the
 * journals, which need not be there yet. Owned by the history. */
const char *desk_history_get_path (DeskHistory *self);
const char *desk_history_get_sessions (DeskHistory *self);

/* Files beside the history that hold sessions too and that this program leaves alone: those that
 * were set aside, or of a newer version. (transfer full) (element-type filename) */
GPtrArray *desk_history_list_old_files (DeskHistory *self);

/* Remembers a session. It goes by the bytes of its journal, so that adding the same session again,
 * under whatever name, replaces what was there; without a journal (NULL) it gets a new name. Sets a
 * DeskHistoryError. */
gboolean desk_history_add (DeskHistory *self,
                           const DeskScorecard *scorecard,
                           const char *journal,
                           GError **error);

G_END_DECLS
