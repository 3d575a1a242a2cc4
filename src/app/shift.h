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

/* A session about to start on these terms, with a journal in the user's folder; sets a GIOError. */
DeskShift *desk_shift_new (DeskScenario *scenario,
                           DeskClipLengths *lengths,
                           const char *trainee,
                           const DeskTerms *terms,
                           GError **error);

/* Writes the start of the journal and starts the clock. Connect to the session before it to miss no event.
 * Sets a GIOError, and deletes the journal. */
gboolean desk_shift_start (DeskShift *self, GError **error);

/* Recovers the interrupted shift whose journal is at `path`, as it was, and locks the journal without
 * changing it. The scenario is the journal's; its clips are searched for in the folders `shelves`
 * (NULL-terminated). Works on a thread; takes longer the longer the journal. Sets a DeskJournalError or a
 * GIOError. (transfer full) */
void desk_shift_recover_async (const char *path,
                               const char *const *shelves,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
DeskShift *desk_shift_recover_finish (GAsyncResult *result, GError **error);

/* The shift is resumed or handed in: the journal records the interruption and is written again. Sets a
 * GIOError, and leaves the journal as it was. */
gboolean desk_shift_take_up (DeskShift *self, GError **error);

/* Recovers and takes up in one, blocking. */
DeskShift *desk_shift_resume (const char *path, const char *const *shelves, GError **error);

/* Starts the clock of a shift that was taken up. Takes the place of desk_shift_start(). */
void desk_shift_go_on (DeskShift *self);

/* Hands it in instead: calls undone count as 0. */
void desk_shift_hand_in (DeskShift *self);

gboolean desk_shift_was_interrupted (DeskShift *self);

/* Replays all events so far. */
void desk_shift_recall (DeskShift *self, DeskRecordingStep step, gpointer data);

/* The call last answered or resumed; NULL: none. */
const DeskCall *desk_shift_get_last_call (DeskShift *self);

DeskSession *desk_shift_get_session (DeskShift *self);

DeskTerms desk_shift_get_terms (DeskShift *self);

/* NULL before the start. */
DeskSessionDriver *desk_shift_get_driver (DeskShift *self);

/* How many calls have words on their slip that were never logged. */
guint desk_shift_count_unlogged (DeskShift *self);

/* Closes the journal of a finished shift and scores it. A scorecard is always returned; `error` says what
 * could not be written. (transfer full) */
DeskScorecard *desk_shift_score (DeskShift *self, GError **error);

/* Closes the journal of a finished shift. FALSE if the disk has no room for all of it: it can be tried
 * again. */
gboolean desk_shift_close_journal (DeskShift *self, GError **error);

/* The path of the journal; owned by the shift. */
const char *desk_shift_get_journal (DeskShift *self);

G_END_DECLS
