/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-miss.h"

#include "engine/dialogue.h"

/* Whether a call begins without a greeting. One that comes back has been greeted already. */
static gboolean
begins_ungreeted (const DeskCallNotes *notes, guint n_said)
{
  return notes->heard->len == 0 && notes->said->len == n_said &&
         !desk_call_notes_said_builtin (notes, DESK_PHRASE_GREET);
}

DeskMiss
desk_coach_miss (const DeskCoachNotes *notes, const DeskEvent *event)
{
  const DeskCallNotes *of = event->call ? desk_coach_notes_of (notes, event->call) : NULL;
  gboolean missed = FALSE;

  if (event->type == DESK_EVENT_CALLER_SPEAKS)
    missed = event->reply == desk_dialogue_opening (event->call) && begins_ungreeted (of, 0);
  else if (event->type == DESK_EVENT_TRAINEE_SAYS)
    missed = begins_ungreeted (of, 1);
  else if (event->type == DESK_EVENT_RELEASED)
    return of->handed_on || desk_call_notes_said_builtin (of, DESK_PHRASE_GOODBYE)
               ? DESK_MISS_NONE
               : DESK_MISS_GOODBYE;
  return missed ? DESK_MISS_GREETING : DESK_MISS_NONE;
}
