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
 *  - "settled" (): all that came of a command, or of what was due, was told; what shows how the shift
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

/* Writes the header and the `started` event, at t = 0. Must come first. FALSE when the header
 * could not be written: then nothing was started. */
gboolean desk_session_start (DeskSession *self, GError **error);

/* Goes on with the session that its recording, which was read from the journal, tells of: gives it the
 * recorded commands once more, and lets it stand where the last record left it. Events that were about
 * to be written then are written now, to the journal (desk_journal_reopen()) and the recording. Instead
 * of the start, and without a signal. Sets a DeskJournalError (DIFFERS: what was recorded is not what
 * happens now, and nothing was written) or a GIOError. */
gboolean desk_session_resume (DeskSession *self, GError **error);

/* Fires what is due up to and including `now_ms`; a time that has passed already changes nothing.
 * Session time stands still while paused. */
void desk_session_advance (DeskSession *self, gint64 now_ms);

/* Advances to `now_ms`, then obeys `command` or rejects it. Called from a handler of this
 * session's signals it waits its turn. */
void desk_session_dispatch (DeskSession *self, const DeskCommand *command, gint64 now_ms);

/* When advance is needed next, or -1: nothing is due. */
gint64 desk_session_next_deadline_ms (DeskSession *self);

const DeskState *desk_session_get_state (DeskSession *self);
DeskScenario *desk_session_get_scenario (DeskSession *self);
const DeskJournalHeader *desk_session_get_header (DeskSession *self);
DeskJournal *desk_session_get_journal (DeskSession *self);

/* Why the journal lacks something, between "journal-failed" and "journal-mended"; else NULL. */
const GError *desk_session_get_journal_error (DeskSession *self);

G_END_DECLS
