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

/* Also keeps every record in `recording`, which must outlive the session: a simulated shift is scored from
 * it without reading its journal back. Call it before the start. */
void desk_session_set_recording (DeskSession *self, DeskRecording *recording);

/* Calls `follower` for each event, just before the signal. For a built-in trainee a signal would cost a
 * tenth of the whole run. There is at most one follower; NULL removes it. */
typedef void (*DeskSessionFollower) (DeskSession *self, const DeskEvent *event, gpointer data);
void desk_session_set_follower (DeskSession *self, DeskSessionFollower follower, gpointer data);

/* Writes the header and the `started` event, at t = 0. Call it first. FALSE, with a GIOError, if either
 * could not be written: the shift has not begun. */
gboolean desk_session_start (DeskSession *self, GError **error);

/* Replays the recording, which was read from the journal, instead of starting: gives the session its
 * commands again and so brings it to where it stood. Events that the program was about to write when it
 * ended are appended to the recording and to the journal; desk_journal_go_on() then writes them. Emits no
 * signals. Takes time in proportion to the records, and may run on any thread. Sets a DeskJournalError:
 * DIFFERS if other events follow now, CHANGED if an exam was tampered with. */
gboolean desk_session_replay (DeskSession *self, GError **error);

/* desk_session_replay(), then desk_journal_go_on(). Also sets a GIOError. */
gboolean desk_session_resume (DeskSession *self, GError **error);

/* Fires what is due up to and including `now_ms`, in ms since the start; an earlier time than the last
 * changes nothing. Session time stands still during a pause. */
void desk_session_advance (DeskSession *self, gint64 now_ms);

/* Advances to `now_ms`, then obeys `command` or rejects it. If called from a handler of this session's
 * signals, the command is queued. */
void desk_session_dispatch (DeskSession *self, const DeskCommand *command, gint64 now_ms);

/* The program is about to end, possibly inside a handler of this session's signals that will never return.
 * Writes the rest of the decision in progress and obeys the queued commands. From now on nothing is
 * signalled, and a command is obeyed at once even inside a handler. */
void desk_session_settle (DeskSession *self);

/* When desk_session_advance() is needed next, in ms; -1: nothing is due. */
gint64 desk_session_next_deadline_ms (DeskSession *self);

const DeskState *desk_session_get_state (DeskSession *self);
DeskScenario *desk_session_get_scenario (DeskSession *self);
const DeskJournalHeader *desk_session_get_header (DeskSession *self);
DeskJournal *desk_session_get_journal (DeskSession *self);

/* Why the file lacks records, between "journal-failed" and "journal-mended"; else NULL. */
const GError *desk_session_get_journal_error (DeskSession *self);

G_END_DECLS
