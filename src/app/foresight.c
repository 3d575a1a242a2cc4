/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/foresight.h"

#include "engine/decider.h"

gboolean
desk_foresee_rejection (const DeskState *state, const DeskCommand *command, DeskEvent *rejected)
{
  DeskEvents events = { 0 };

  desk_decide (state, command, &events);
  if (events.n == 0 || events.items[0].type != DESK_EVENT_COMMAND_REJECTED)
    return FALSE;
  if (rejected != NULL)
    *rejected = events.items[0];
  return TRUE;
}

guint
desk_foresee_held_line (const DeskState *state, const DeskCommand *command)
{
  DeskEvents events = { 0 };

  desk_decide (state, command, &events);
  for (guint i = 0; i < events.n; i++)
    if (events.items[i].type == DESK_EVENT_HELD && events.items[i].line != command->line)
      return events.items[i].line;
  return 0;
}
