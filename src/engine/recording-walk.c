/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/recording-walk.h"

#include "engine/decider.h"

/* A rejection directly follows the command that it answers. */
static gboolean
is_rejected (const GArray *records, guint n)
{
  const DeskRecord *next =
      n + 1 < records->len ? &g_array_index (records, DeskRecord, n + 1) : NULL;

  return next != NULL && !next->is_command && next->event.type == DESK_EVENT_COMMAND_REJECTED;
}

static void
take_slip (DeskState *state, const DeskRecord *record)
{
  state->now_ms = record->t_ms;
  if (record->command.slip != NULL)
    desk_evolve_slip (state, record->command.call, record->command.slip);
}

void
desk_recording_walk (const DeskRecording *recording, DeskRecordingStep step, gpointer data)
{
  const DeskRules rules = desk_journal_header_rules (recording->header);
  g_autoptr (DeskState) state = desk_state_new (recording->scenario, recording->lengths, &rules);

  for (guint n = 0; n < recording->records->len; n++) {
    const DeskRecord *record = &g_array_index (recording->records, DeskRecord, n);

    if (!record->is_command) {
      desk_evolve (state, &record->event);
      step (state, &record->event, data);
    } else if (!is_rejected (recording->records, n)) {
      take_slip (state, record);
    }
  }
}
