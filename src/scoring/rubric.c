/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/rubric.h"

#include <glib/gi18n-lib.h>

#include "scoring/judge.h"

/* The order of judging: what the call came to; which outcome's checklist applies; each item of it; the
 * message; and finally the sum with its caps. */

static void
judge_handling (const DeskJudge *judge, DeskCallScore *score)
{
  DeskCheck checks[DESK_N_ITEMS] = { { 0 } };
  double earned = 0;
  double possible = 0;

  for (guint item = 0; item < DESK_N_ITEMS; item++) {
    DeskCheck *check = &checks[score->n_checks];

    if (!desk_judge_item (judge, (DeskItem) item, check))
      continue;
    earned += check->weight * check->value;
    possible += check->weight;
    score->n_checks++;
  }
  score->handling_value = earned / possible;
  score->checks = g_memdup2 (checks, score->n_checks * sizeof *checks);
}

static void
judge_message (const DeskJudge *judge, DeskCallScore *score)
{
  score->message_applies = judge->judged == DESK_OUTCOME_MESSAGE;
  if (!score->message_applies)
    return;
  score->message = desk_slip_key_score (judge->call->key, judge->view->slip);
  if (judge->view->slip != NULL) {
    const char *id = judge->view->slip->to;
    const DeskPerson *to = desk_scenario_find_person (judge->rubric->scenario, id);

    desk_slip_score_name_recipient (score->message, to != NULL ? to->name : id);
  }
}

static const DeskFactScore *
critical_fact (const DeskSlipScore *message)
{
  for (gsize n = 0; message != NULL && n < message->n_facts; n++) {
    if (message->facts[n].critical && message->facts[n].value < 1)
      return &message->facts[n];
  }
  return NULL;
}

static void
judge_critical (const DeskJudge *judge, DeskCallScore *score)
{
  const GArray *sayings = judge->view->sayings;
  const DeskFactScore *fact = critical_fact (score->message);

  for (guint n = 0; n < sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (sayings, DeskSaying, n);

    if (!saying->phrase->critical)
      continue;
    score->critical = TRUE;
    score->critical_evidence =
        desk_remark_new (saying->t_ms, N_ ("said what must not be said: {phrase}"),
                         desk_fill_text ("phrase", saying->phrase->label));
    score->critical_advice = desk_remark_plain (
        -1, N_ ("Never say that to a caller, however they press you: offer to take a message "
                "instead."));
    return;
  }
  if (fact == NULL)
    return;
  score->critical = TRUE;
  score->critical_evidence =
      desk_remark_new (judge->view->logged_ms,
                       fact->value < 0 ? N_ ("critical fact contradicted: {fact}")
                                       : N_ ("critical fact missing: {fact}"),
                       desk_fill_remark ("fact", fact->fact));
  score->critical_advice = desk_remark_plain (
      -1, N_ ("This is what the whole message turns on: read it back to the caller, and look at it "
              "once more before you log the slip."));
}

DeskParts
desk_rubric_parts (const DeskScenario *scenario, const DeskCallScore *score)
{
  DeskParts parts = {
    .earned = scenario->weight_response * score->response_value +
              scenario->weight_handling * score->handling_value,
    .possible = scenario->weight_response + scenario->weight_handling,
  };

  if (score->message_applies) {
    parts.earned += scenario->weight_message * score->message->value;
    parts.possible += scenario->weight_message;
  }
  return parts;
}

gboolean
desk_call_score_counts (const DeskCallScore *score)
{
  return score->answered && score->end != DESK_END_BLOCKED && score->end != DESK_END_NONE;
}

/* The sum before any cap. If no part that applies has a weight, there is nothing to lose points for. */
static double
sum_of_parts (const DeskScenario *scenario, const DeskCallScore *score)
{
  const DeskParts parts = desk_rubric_parts (scenario, score);

  return parts.possible > 0 ? 100 * parts.earned / parts.possible : 100;
}

static double
call_points (const DeskScenario *scenario, const DeskCallScore *score)
{
  double points;

  if (!desk_call_score_counts (score))
    return 0;
  points = sum_of_parts (scenario, score);
  if (!score->outcome_right)
    points = MIN (points, DESK_WRONG_OUTCOME_CAP);
  if (score->critical)
    points = MIN (points, DESK_CRITICAL_CAP);
  return points;
}

void
desk_rubric_judge (const DeskRubric *rubric, const DeskCallView *view, DeskCallScore *score)
{
  DeskJudge judge = { .rubric = rubric, .view = view, .call = view->call };

  desk_judge_outcome (&judge);
  score->call = view->call;
  score->view = view;
  score->end = view->end;
  score->answered = view->answered_ms >= 0;
  score->outcome = desk_judge_outcome_text (&judge);
  score->outcome_right = judge.right;
  score->judged = judge.judged;
  score->ringing_ms = view->rang_ms;
  score->answered_ms = view->answered_ms;
  score->ended_ms = view->ended_ms;
  score->slip = view->slip;
  score->logged_ms = view->logged_ms;
  desk_judge_response (&judge, score);
  if (score->answered) {
    judge_handling (&judge, score);
    judge_message (&judge, score);
    judge_critical (&judge, score);
  }
  score->score = call_points (rubric->scenario, score);
}

void
desk_call_score_clear (DeskCallScore *score)
{
  for (guint n = 0; n < score->n_checks; n++) {
    desk_remark_free (score->checks[n].evidence);
    desk_remark_free (score->checks[n].advice);
  }
  g_clear_pointer (&score->checks, g_free);
  g_clear_pointer (&score->message, desk_slip_score_free);
  g_clear_pointer (&score->response_evidence, desk_remark_free);
  g_clear_pointer (&score->response_advice, desk_remark_free);
  g_clear_pointer (&score->critical_evidence, desk_remark_free);
  g_clear_pointer (&score->critical_advice, desk_remark_free);
}
