/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scoring/scorecard.h"

/* The finished sessions of the trainees on this machine, in one SQLite file that several programs may use
 * at once. A handle belongs to the thread that opened it; every thread opens its own.
 *
 * Like the score, the history is derived from the journals: these lie in the folder `sessions` beside it,
 * and it can be rebuilt from them at any time (desk_history_rebuild() in history-import.h). Lists and
 * progress: history-list.h, history-progress.h. All data of a trainee: history-trainee.h. */

G_BEGIN_DECLS

#define DESK_HISTORY_ERROR (desk_history_error_quark ())
GQuark desk_history_error_quark (void);

typedef enum {
  DESK_HISTORY_ERROR_FAILED, /* disk, permissions, locked for too long: see the message */
  DESK_HISTORY_ERROR_EXISTS, /* the target exists already */
} DeskHistoryError;

/* The version of the file format. */
#define DESK_HISTORY_VERSION 2

/* Tells how far a long piece of work has come: `done` of `total`, and the name, as shown, of what is worked
 * on now. Called in the thread that does the work. */
typedef void (*DeskHistoryTell) (guint done, guint total, const char *name, gpointer data);

typedef struct _DeskHistory DeskHistory;

/* Where the user's own history lies: "frontdesk/history.db" in the user's data folder. (transfer
 * full) */
char *desk_history_default_path (void);

/* Where imported journals lie, in the folder of the journals. */
#define DESK_HISTORY_IMPORTED "imported"

/* Where the user's own journals lie: "frontdesk/sessions" in the user's data folder. (transfer full) */
char *desk_history_default_sessions (void);

/* Opens the history at `path`, creating it if need be. NULL sets a DeskHistoryError. (transfer full)
 *
 * A file of an earlier version is migrated. One of a later version is left as it is, byte for byte, and the
 * sessions are kept in a file of our own beside it: "history-v2.db". A file that is damaged, or no history
 * at all, is set aside as "history-damaged-DATE.db", never over another file; a new one is begun and filled
 * from the journals, which may take seconds. desk_history_get_notice() tells of either. */
DeskHistory *desk_history_open (const char *path, GError **error);

/* NULL is allowed. */
void desk_history_close (DeskHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistory, desk_history_close)

/* What the user must be told about the file: what happened, and where the old one is. One or more sentences
 * in the user's language; NULL: nothing. It may change after the opening, when damage shows in use. Owned
 * by the history. */
const char *desk_history_get_notice (DeskHistory *self);

/* The file in use, which may be the one beside `path`, and the folder of the journals, which need not exist
 * yet. Owned by the history. */
const char *desk_history_get_path (DeskHistory *self);
const char *desk_history_get_sessions (DeskHistory *self);

/* Files beside the history that also hold sessions but that this program leaves alone: set aside, or of a
 * newer version. (transfer full) (element-type filename) */
GPtrArray *desk_history_list_old_files (DeskHistory *self);

/* Adds a session. It is known by the bytes of its journal: adding the same session again, under whatever
 * name, replaces the old entry. Without a journal (NULL) it always becomes a new entry. Sets a
 * DeskHistoryError. */
gboolean desk_history_add (DeskHistory *self,
                           const DeskScorecard *scorecard,
                           const char *journal,
                           GError **error);

G_END_DECLS
