/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/judge.h"

#include <glib/gi18n-lib.h>

/* How soon a call was answered, and what is said of one that never was. */

double
desk_rubric_response (double waited_ms, double target_ms)
{
  if (waited_ms <= target_ms)
    return 1;
  return waited_ms < 3 * target_ms ? (3 * target_ms - waited_ms) / (2 * target_ms) : 0;
}

static double
target_ms_of (const DeskJudge *judge)
{
  return (double) judge->rubric->scenario->target_answer_ms * judge->rubric->time_factor;
}

/* `template` about the caller, how long they waited and what is allowed. */
static DeskRemark *
advise (const DeskJudge *judge, const char *template, gint64 waited_ms)
{
  g_autofree char *caller = desk_call_caller_name (judge->call);

  return desk_remark_new (-1, template, desk_fill_text ("caller", caller),
                          desk_fill_brief_seconds ("waited", waited_ms),
                          desk_fill_brief_seconds ("allowed", (gint64) target_ms_of (judge)));
}

static void
judge_answered (const DeskJudge *judge, DeskCallScore *score)
{
  const gint64 answered_ms = judge->view->answered_ms;
  const gint64 waited_ms = answered_ms - judge->view->rang_ms;
  const double target_ms = target_ms_of (judge);

  score->response_seconds = (double) waited_ms / 1000;
  score->response_value = desk_rubric_response ((double) waited_ms, target_ms);
  score->response_evidence = desk_remark_new (
      answered_ms, N_ ("answered after {waited} s, {allowed} s allowed"),
      desk_fill_seconds ("waited", waited_ms), desk_fill_seconds ("allowed", (gint64) target_ms));
  if (score->response_value < 1)
    score->response_advice = advise (
        judge,
        N_ ("{caller} waited for {waited} s; answer within {allowed} s, and ask whoever you "
            "are talking to if they can hold meanwhile."),
        waited_ms);
}

static void
explain_blocked (const DeskJudge *judge, DeskCallScore *score)
{
  score->response_evidence =
      desk_remark_plain (judge->view->ended_ms, N_ ("found every line taken"));
  score->response_advice =
      advise (judge,
              N_ ("Every line was taken when {caller} rang: bring calls to their end sooner, so "
                  "that a line is free."),
              0);
}

static void
explain_given_up (const DeskJudge *judge, DeskCallScore *score)
{
  const DeskCallView *view = judge->view;

  score->response_evidence =
      desk_remark_new (view->ended_ms, N_ ("gave up after {waited} s of ringing"),
                       desk_fill_seconds ("waited", view->ended_ms - view->rang_ms));
  score->response_advice =
      advise (judge,
              N_ ("{caller} was never answered: ask whoever you are talking to if they can hold, "
                  "and take the line that has rung longest."),
              0);
}

static void
explain_not_reached (DeskCallScore *score)
{
  score->response_evidence =
      desk_remark_plain (-1, N_ ("the session ended before the call was answered"));
  score->response_advice = desk_remark_plain (
      -1, N_ ("Stay until the last call has come, and finish the shift after it."));
}

void
desk_judge_response (const DeskJudge *judge, DeskCallScore *score)
{
  const DeskCallView *view = judge->view;

  if (view->answered_ms >= 0)
    judge_answered (judge, score);
  else if (view->end == DESK_END_BLOCKED)
    explain_blocked (judge, score);
  else if (view->rang_ms >= 0 && view->ended_ms >= 0)
    explain_given_up (judge, score);
  else
    explain_not_reached (score);
}
