/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/judge.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "engine/target.h"

/* How soon a call was answered, and what to say of one that never was. */

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
  return desk_target_ms (judge->rubric->scenario, DESK_TARGET_ANSWER, judge->rubric->time_factor);
}

/* Without a limit any answer is in time, and needs no advice. */
static gboolean
has_limit (const DeskJudge *judge)
{
  return isfinite (judge->rubric->time_factor);
}

static gint64
allowed_ms (const DeskJudge *judge)
{
  return has_limit (judge) ? (gint64) target_ms_of (judge)
                           : judge->rubric->scenario->target_answer_ms;
}

/* A remark that fills `template` with the caller, the wait and the target. (transfer full) */
static DeskRemark *
advise (const DeskJudge *judge, const char *template, gint64 waited_ms)
{
  g_autofree char *caller = desk_call_caller_name (judge->call);

  return desk_remark_new (-1, template, desk_fill_text ("caller", caller),
                          desk_fill_brief_seconds ("waited", waited_ms),
                          desk_fill_brief_seconds ("allowed", allowed_ms (judge)));
}

/* Whether another caller would have had to be put on hold before this call could be answered. */
static gboolean
was_talking (const DeskJudge *judge, gint64 until_ms)
{
  return desk_shift_view_talks_meanwhile (judge->rubric->shift, judge->call, judge->view->rang_ms,
                                          until_ms);
}

static const char *
late_advice (const DeskJudge *judge)
{
  if (desk_call_view_count_ringings (judge->view) > 1)
    return N_ ("{caller} had given up once when you answered: take a call the first time it rings, "
               "within {allowed} s.");
  if (was_talking (judge, judge->view->answered_ms))
    return N_ ("{caller} waited for {waited} s; answer within {allowed} s, and ask whoever you are "
               "talking to if they can hold meanwhile.");
  return N_ ("{caller} waited for {waited} s while nobody else was on the line; answer within "
             "{allowed} s.");
}

static const char *
answer_evidence (const DeskJudge *judge)
{
  const gboolean rang_again = desk_call_view_count_ringings (judge->view) > 1;

  if (!has_limit (judge))
    return rang_again ? N_ ("rang again, answered {waited} s after it first rang, without a limit")
                      : N_ ("answered after {waited} s, without a limit");
  return rang_again
             ? N_ ("rang again, answered {waited} s after it first rang, {allowed} s allowed")
             : N_ ("answered after {waited} s, {allowed} s allowed");
}

static void
judge_answered (const DeskJudge *judge, DeskCallScore *score)
{
  const gint64 answered_ms = judge->view->answered_ms;
  const gint64 waited_ms = answered_ms - judge->view->rang_ms;

  score->response_seconds = (double) waited_ms / 1000;
  score->response_value = desk_rubric_response ((double) waited_ms, target_ms_of (judge));
  score->response_evidence = desk_remark_new (answered_ms, answer_evidence (judge),
                                              desk_fill_seconds ("waited", waited_ms),
                                              desk_fill_seconds ("allowed", allowed_ms (judge)));
  if (score->response_value < 1)
    score->response_advice = advise (judge, late_advice (judge), waited_ms);
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
  const guint n_ringings = desk_call_view_count_ringings (view);

  if (n_ringings > 1)
    score->response_evidence =
        desk_remark_new (view->ended_ms, N_ ("rang {times} times and was never answered"),
                         desk_fill_count ("times", n_ringings));
  else
    score->response_evidence =
        desk_remark_new (view->ended_ms, N_ ("gave up after {waited} s of ringing"),
                         desk_fill_seconds ("waited", view->ended_ms - view->rang_ms));
  score->response_advice = advise (
      judge,
      was_talking (judge, view->ended_ms)
          ? N_ ("{caller} was never answered: ask whoever you are talking to if they can hold, and "
                "take the line that has rung longest.")
          : N_ ("{caller} was never answered although nobody else was on the line: pick up as soon "
                "as it rings."),
      0);
}

static void
explain_not_reached (const DeskJudge *judge, DeskCallScore *score)
{
  if (!judge->rubric->shift->finished) {
    score->response_evidence =
        desk_remark_plain (-1, N_ ("the recording ends before the call was answered"));
    return;
  }
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
    explain_not_reached (judge, score);
}
