/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "rehearsal/virtual-shift.h"

#include "engine/script.h"

/* A session that keeps its records in memory. */
typedef struct {
  DeskJournal *journal;     /* owned */
  DeskRecording *recording; /* owned */
  DeskSession *session;     /* owned */
} Shift;

static void
shift_start (Shift *self,
             DeskScenario *scenario,
             DeskClipLengths *lengths,
             const DeskJournalHeader *header)
{
  self->journal = desk_journal_new_in_memory ();
  self->recording = desk_recording_new (header, scenario, lengths);
  self->session = desk_session_new (scenario, lengths, header, self->journal);
  desk_session_set_recording (self->session, self->recording);
  desk_session_start (self->session, NULL);
}

static DeskRecording *
shift_end (Shift *self, GBytes **journal)
{
  if (journal)
    *journal = desk_journal_get_bytes (self->journal);
  g_object_unref (self->session);
  g_object_unref (self->journal);
  return self->recording;
}

DeskRecording *
desk_virtual_shift_run (DeskScenario *scenario,
                        DeskClipLengths *lengths,
                        const DeskJournalHeader *header,
                        DeskTrainee trainee,
                        GBytes **journal)
{
  Shift shift;
  DeskAutopilot *autopilot;

  shift_start (&shift, scenario, lengths, header);
  autopilot = desk_autopilot_new (trainee, shift.session, header->seed);
  desk_autopilot_run (autopilot);
  desk_autopilot_free (autopilot);
  return shift_end (&shift, journal);
}

DeskRecording *
desk_virtual_shift_replay (DeskScenario *scenario,
                           DeskClipLengths *lengths,
                           const DeskJournalHeader *header,
                           const DeskRecording *script,
                           GBytes **journal)
{
  Shift shift;

  shift_start (&shift, scenario, script->lengths ? script->lengths : lengths,
               script->header ? script->header : header);
  desk_script_run (shift.session, script);
  return shift_end (&shift, journal);
}
