/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* One shift: takes commands, lets deadlines fire, journals what happened, then tells. */

G_BEGIN_DECLS

#define DESK_TYPE_SESSION (desk_session_get_type ())
G_DECLARE_FINAL_TYPE (DeskSession, desk_session, DESK, SESSION, GObject)

/**
 * Signals of DeskSession:
 *  - "event" (const DeskEvent *event): after it was journalled and applied
 *  - "told" (): all that came of a command, or of what was due, was told; what shows how the shift
 *    stands, and not what happens, need not look before
 *  - "drafted" (const DeskCall *call): a slip was kept
 *  - "journal-failed" (const GError *error): a record could not be written; the session goes on
 *  - "journal-mended" (): what was kept back is on the disk
 */
DeskSession *desk_session_new (DeskScenario *scenario,
                               DeskClipLengths *lengths,
                               const DeskJournalHeader *header,
                               DeskJournal *journal);

/* Keeps every record in `recording` as well, which must outlive the session: what a simulated shift
 * is scored from without reading its journal back. Comes before the start. */
void desk_session_set_recording (DeskSession *self, DeskRecording *recording);

/* Calls `follower` for each event just before the signal: a built-in trainee hears of so many that a signal
 * would be a tenth of its work. There is one at most; NULL takes it away. */
typedef void (*DeskSessionFollower) (DeskSession *self, const DeskEvent *event, gpointer data);
void desk_session_set_follower (DeskSession *self, DeskSessionFollower follower, gpointer data);

/* Writes the header and the `started` event, at t = 0. Must come first. FALSE when the header
 * could not be written: then nothing was started. */
gboolean desk_session_start (DeskSession *self, GError **error);

/* Brings the session to where its recording, which was read from the journal, tells that it stood: gives it
 * the recorded commands once more. Events that were about to be written then are appended to the recording
 * and to the journal (desk_journal_reopen()), which writes them, and all that comes after, once it is gone
 * on with (desk_journal_go_on()). Instead of the start, and without a signal. Takes as long as there are
 * records, and may run on any thread. Sets a DeskJournalError (DIFFERS: what was recorded is not what
 * happens now; CHANGED: the exam was changed). */
gboolean desk_session_replay (DeskSession *self, GError **error);

/* The same, and goes on with the journal. Sets a GIOError too. */
gboolean desk_session_resume (DeskSession *self, GError **error);

/* Fires what is due up to and including `now_ms`; a time that has passed already changes nothing.
 * Session time stands still while paused. */
void desk_session_advance (DeskSession *self, gint64 now_ms);

/* Advances to `now_ms`, then obeys `command` or rejects it. Called from a handler of this
 * session's signals it waits its turn. */
void desk_session_dispatch (DeskSession *self, const DeskCommand *command, gint64 now_ms);

/* The program is about to end, within a handler of this session's signals perhaps that will never return:
 * writes down what is still to come of what is under way, and what waits its turn. From now on nobody is
 * told of anything, and a command is obeyed at once, whoever gives it. */
void desk_session_settle (DeskSession *self);

/* When advance is needed next, or -1: nothing is due. */
gint64 desk_session_next_deadline_ms (DeskSession *self);

const DeskState *desk_session_get_state (DeskSession *self);
DeskScenario *desk_session_get_scenario (DeskSession *self);
const DeskJournalHeader *desk_session_get_header (DeskSession *self);
DeskJournal *desk_session_get_journal (DeskSession *self);

/* Why the journal lacks something, between "journal-failed" and "journal-mended"; else NULL. */
const GError *desk_session_get_journal_error (DeskSession *self);

G_END_DECLS
