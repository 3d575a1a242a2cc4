/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-talk.h"
#include "engine/attention.h"

/* A slip that is ready is logged before the next call is taken only if that can wait this long. */
#define LOGGING_MS 5000

static DeskAdvice
advise_line (const DeskState *state, guint line)
{
  guint ringing = desk_state_next_ringing (state);
  DeskAdvice advice;

  if (desk_state_line (state, line) == DESK_LINE_RINGING && ringing > 0)
    line = ringing; /* as the lines are ordered on the screen */
  advice = desk_coach_attend (state, line, DESK_WHY_PLAIN);
  if (desk_state_line (state, line) == DESK_LINE_RECALL)
    advice.why = DESK_WHY_CAME_BACK;
  else if (advice.call->urgent)
    advice.why = DESK_WHY_URGENT;
  else if (desk_state_n_waiting (state) > 1)
    advice.why = DESK_WHY_LONGEST;
  return advice;
}

static gboolean
plan_has (const DeskPlan *plan, DeskStepType type)
{
  for (guint n = 0; n < plan->steps->len; n++)
    if (g_array_index (plan->steps, DeskStep, n).type == type)
      return TRUE;
  return FALSE;
}

static gboolean
wants_message (const DeskCoachCase *of)
{
  DeskPlan *plan;
  gboolean wants;

  if (of->at->phase != DESK_CALL_ENDED || !of->at->answered)
    return FALSE;
  plan = desk_coach_case_plan (of);
  wants = plan_has (plan, DESK_STEP_LOG);
  desk_plan_free (plan);
  return wants;
}

/* Advises on the slip of a call that has ended: to log it or, if `may_write`, to finish it first. Notes on
 * a caller who was put through are not needed. */
static gboolean
take_slip (const DeskCoachCase *of, gboolean may_write, DeskAdvice *found)
{
  DeskAdvice log = desk_coach_case_advise (of, DESK_ADVICE_LOG);
  const DeskSlip *slip = of->at->slip;

  if (of->notes->handed_on)
    return FALSE;
  if (of->at->logged && (!of->notes->logged || desk_slip_equal (slip, of->notes->logged)))
    return FALSE;
  if (!of->at->logged && !wants_message (of) && !desk_call_state_has_open_slip (of->at))
    return FALSE;
  if (of->at->phase != DESK_CALL_ENDED)
    return FALSE;
  if (wants_message (of) && desk_coach_look_at_slip (of, DESK_EVERY_FIELD, found))
    return may_write;
  if (!slip)
    return FALSE;
  log.why = of->at->logged ? DESK_WHY_CHANGED : DESK_WHY_PLAIN;
  *found = log;
  return TRUE;
}

static gboolean
take_any_slip (const DeskState *state,
               const DeskCoachNotes *notes,
               gboolean may_write,
               DeskAdvice *found)
{
  for (guint i = 0; i < state->scenario->n_calls; i++) {
    DeskCoachCase of = desk_coach_case (state, notes, state->scenario->calls[i]);

    if (take_slip (&of, may_write, found))
      return TRUE;
  }
  *found = (DeskAdvice){ 0 };
  return FALSE;
}

static DeskAdvice
advise_at_rest (const DeskState *state, const DeskCoachNotes *notes)
{
  gint64 until_ms = 0;
  guint first = desk_attention_first (state, &until_ms);
  guint leaving = desk_coach_leaves_soon (state);
  DeskAdvice found = { 0 };

  if (leaving > 0)
    return desk_coach_attend (state, leaving, DESK_WHY_LEAVES);
  if ((first == 0 || until_ms > state->now_ms + LOGGING_MS) &&
      take_any_slip (state, notes, first == 0, &found))
    return found;
  if (first > 0)
    return advise_line (state, first);
  if (state->n_left == 0)
    found.kind = DESK_ADVICE_FINISH;
  return found;
}

DeskAdvice
desk_coach_advise (const DeskState *state, const DeskCoachNotes *notes, const DeskPerson *chosen)
{
  guint line = desk_state_handset (state);

  if (!state->started || state->paused || state->finished)
    return (DeskAdvice){ 0 };
  return line > 0 ? desk_coach_advise_at_hand (state, notes, chosen, line)
                  : advise_at_rest (state, notes);
}
