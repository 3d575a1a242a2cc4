/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/script.h"

static void
run_on (DeskSession *session)
{
  const DeskState *state = desk_session_get_state (session);
  DeskCommand unpause = { .type = DESK_COMMAND_UNPAUSE };
  DeskCommand finish = { .type = DESK_COMMAND_FINISH };

  if (state->paused)
    desk_session_dispatch (session, &unpause, state->now_ms);
  /* Without time limits callers would stay on their lines for ever. */
  while (state->n_left > 0 && !state->untimed)
    desk_session_advance (session, desk_session_next_deadline_ms (session));
  finish.early = state->n_left > 0;
  desk_session_dispatch (session, &finish, state->now_ms);
}

void
desk_script_run (DeskSession *session, const DeskRecording *script)
{
  const DeskState *state = desk_session_get_state (session);

  for (guint i = 0; i < script->records->len; i++) {
    const DeskRecord *record = &g_array_index (script->records, DeskRecord, i);

    if (record->is_command)
      desk_session_dispatch (session, &record->command, record->t_ms);
  }
  if (!state->finished)
    run_on (session);
}
