/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/judge.h"

#include <math.h>
#include <string.h>

#include "engine/target.h"

/* What a call came to, and which outcome's checklist therefore applies. */

gint64
desk_judge_end_ms (const DeskJudge *judge)
{
  return judge->view->ended_ms >= 0 ? judge->view->ended_ms : G_MAXINT64;
}

const DeskSaying *
desk_judge_said (const DeskJudge *judge, DeskPhraseId which)
{
  return desk_call_view_last_said (judge->view, which, NULL, desk_judge_end_ms (judge));
}

static gboolean
said_own_phrase (const DeskCallView *view, const DeskPhrase *phrase)
{
  for (guint n = 0; n < view->sayings->len; n++) {
    if (g_array_index (view->sayings, DeskSaying, n).phrase == phrase)
      return TRUE;
  }
  return FALSE;
}

const DeskPhrase *
desk_judge_left_unsaid (const DeskJudge *judge)
{
  const DeskPhrase *const *say = judge->call->expect.say;

  for (guint n = 0; say != NULL && say[n] != NULL; n++) {
    if (!said_own_phrase (judge->view, say[n]))
      return say[n];
  }
  return NULL;
}

static gboolean
has_right_slip (const DeskJudge *judge)
{
  const DeskPerson *to = judge->call->expect.to;

  return judge->view->slip != NULL && to != NULL && strcmp (judge->view->slip->to, to->id) == 0;
}

static gboolean
outcome_is_achieved (const DeskJudge *judge, DeskOutcome what)
{
  const DeskCallView *view = judge->view;

  if (what == DESK_OUTCOME_TRANSFER)
    return view->end == DESK_END_TRANSFERRED && view->got_by == judge->call->expect.to;
  if (view->end != DESK_END_COMPLETED)
    return FALSE;

  switch (what) {
  case DESK_OUTCOME_MESSAGE: return has_right_slip (judge);
  case DESK_OUTCOME_INFORM: return desk_judge_left_unsaid (judge) == NULL;
  case DESK_OUTCOME_DECLINE: return desk_judge_said (judge, DESK_PHRASE_GOODBYE) != NULL;
  case DESK_OUTCOME_TRANSFER: break;
  }
  return FALSE;
}

gboolean
desk_judge_could_not_take (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = view->call->expect.to;
  const gint64 end_ms = desk_judge_end_ms (judge);
  gint64 from_ms;
  gint64 t_ms = view->answered_ms;

  if (view->not_taken_ms >= 0)
    return TRUE;
  while (to != NULL && t_ms >= 0 && t_ms <= end_ms) {
    if (desk_person_presence_at (to, t_ms) != DESK_PRESENCE_AVAILABLE)
      return TRUE;
    desk_person_presence_span (to, t_ms, &from_ms, &t_ms);
  }
  return FALSE;
}

void
desk_judge_outcome (DeskJudge *judge)
{
  const DeskExpectation *expect = &judge->call->expect;

  judge->judged = expect->what;
  judge->right = outcome_is_achieved (judge, expect->what);
  if (judge->right || expect->what != DESK_OUTCOME_TRANSFER || !desk_judge_could_not_take (judge))
    return;
  if (outcome_is_achieved (judge, expect->otherwise)) {
    judge->judged = expect->otherwise;
    judge->right = TRUE;
  }
}

static DeskOutcome
kind_of_release (const DeskJudge *judge)
{
  const DeskPhrase *const *say = judge->call->expect.say;

  if (judge->right)
    return judge->judged;
  if (judge->view->slip != NULL)
    return DESK_OUTCOME_MESSAGE;
  for (guint n = 0; say != NULL && say[n] != NULL; n++) {
    if (said_own_phrase (judge->view, say[n]))
      return DESK_OUTCOME_INFORM;
  }
  return DESK_OUTCOME_DECLINE;
}

DeskRemark *
desk_judge_advise (const DeskJudge *judge, const char *template, gint64 waited_ms)
{
  const DeskRubric *rubric = judge->rubric;
  const double factor = isfinite (rubric->time_factor) ? rubric->time_factor : 1;
  const double allowed_ms = desk_target_ms (rubric->scenario, DESK_TARGET_HOLD, factor);
  g_autofree char *caller = desk_call_caller_name (judge->call);

  return desk_remark_new (-1, template, desk_fill_text ("caller", caller),
                          desk_fill_brief_seconds ("held", waited_ms),
                          desk_fill_brief_seconds ("allowed", (gint64) allowed_ms));
}

const char *
desk_judge_outcome_text (const DeskJudge *judge)
{
  switch (judge->view->end) {
  case DESK_END_NONE: return "unfinished";
  case DESK_END_COMPLETED: return desk_outcome_name (kind_of_release (judge));
  case DESK_END_TRANSFERRED: return desk_outcome_name (DESK_OUTCOME_TRANSFER);
  case DESK_END_ABANDONED_RINGING: return "abandoned_ringing";
  case DESK_END_ABANDONED_HOLD: return "abandoned_hold";
  case DESK_END_ABANDONED_SILENCE: return "abandoned_silence";
  case DESK_END_BLOCKED: return "blocked";
  }
  return "unfinished";
}
