/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/session-driver.h"
#include "engine/recording-walk.h"
#include "engine/terms.h"
#include "scoring/scorecard.h"

/* One trainee's shift: a session with its journal on the disk and its clock. */

G_BEGIN_DECLS

#define DESK_TYPE_SHIFT (desk_shift_get_type ())
G_DECLARE_FINAL_TYPE (DeskShift, desk_shift, DESK, SHIFT, GObject)

/* A session about to start on these terms, with its journal in the user's folder; sets a GIOError. */
DeskShift *desk_shift_new (DeskScenario *scenario,
                           DeskClipLengths *lengths,
                           const char *trainee,
                           const DeskTerms *terms,
                           GError **error);

/* Writes the journal's beginning and lets time run. Whoever must not miss an event listens to the
 * session before. */
gboolean desk_shift_start (DeskShift *self, GError **error);

/* The shift whose journal at `path` was interrupted, as it stood; it is nobody else's from now on. Its
 * scenario is the journal's; clips are looked for in the folders `shelves` (NULL-terminated). The journal
 * is not changed. Works on a thread, as long as there is much in the journal. Sets a DeskJournalError or a
 * GIOError. (transfer full) */
void desk_shift_recover_async (const char *path,
                               const char *const *shelves,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
DeskShift *desk_shift_recover_finish (GAsyncResult *result, GError **error);

/* Somebody goes on with it, or hands it in: the journal tells of the interruption from now on, and can be
 * gone on with again. Sets a GIOError, and the journal is as it was. */
gboolean desk_shift_take_up (DeskShift *self, GError **error);

/* Both at once, for whoever may wait. */
DeskShift *desk_shift_resume (const char *path, const char *const *shelves, GError **error);

/* Lets time run on. Instead of the start. */
void desk_shift_go_on (DeskShift *self);

/* Hands it in instead: calls undone count as 0. */
void desk_shift_hand_in (DeskShift *self);

gboolean desk_shift_was_interrupted (DeskShift *self);

/* Goes through all that has happened so far. */
void desk_shift_recall (DeskShift *self, DeskRecordingStep step, gpointer data);

/* The call that was last answered or taken back; NULL: none. */
const DeskCall *desk_shift_get_last_call (DeskShift *self);

DeskSession *desk_shift_get_session (DeskShift *self);

DeskTerms desk_shift_get_terms (DeskShift *self);

/* NULL before the start. */
DeskSessionDriver *desk_shift_get_driver (DeskShift *self);

/* How many calls have words on their slip that were never logged. */
guint desk_shift_count_unlogged (DeskShift *self);

/* Closes the journal of a finished shift, and scores what it says. The scorecard comes in any case;
 * `error` tells what could not be kept on the disk. (transfer full) */
DeskScorecard *desk_shift_score (DeskShift *self, GError **error);

/* Closes the journal of a finished shift. FALSE when the disk has not room for all of it: then it can be
 * tried again. */
gboolean desk_shift_close_journal (DeskShift *self, GError **error);

/* The path of the journal; owned by the shift. */
const char *desk_shift_get_journal (DeskShift *self);

G_END_DECLS
