/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/scorecard.h"

#include "engine/target.h"
#include "engine/terms.h"
#include "scoring/rubric.h"

#include <math.h>

#define CALLS_FOR_A_BAND 8

/* A figure holds the sum in `value` until every call is counted, and is divided once at the end. */

static void
figure_add (DeskFigure *figure, double value)
{
  figure->value += value;
  figure->n++;
}

static void
figure_raise (DeskFigure *figure, double value)
{
  figure->value = figure->n == 0 ? value : MAX (figure->value, value);
  figure->n++;
}

static void
figure_average (DeskFigure *figure)
{
  if (figure->n > 0)
    figure->value /= figure->n;
}

/* How the call counts. A caller who was answered, hung up, rang again and was not answered was lost the
 * first time: no call counts both as answered and as abandoned while ringing. */
static DeskEnd
counted_end (const DeskCallScore *score)
{
  if (score->end == DESK_END_ABANDONED_RINGING && score->view->left != DESK_END_NONE)
    return score->view->left;
  return score->end;
}

static void
count_end (DeskTotals *totals, const DeskCallScore *score)
{
  switch (counted_end (score)) {
  case DESK_END_TRANSFERRED:
    totals->transfers++;
    if (score->outcome_right && score->judged == DESK_OUTCOME_TRANSFER)
      totals->transfers_right++;
    break;
  case DESK_END_ABANDONED_RINGING: totals->abandoned_ringing++; break;
  case DESK_END_ABANDONED_HOLD: totals->abandoned_hold++; break;
  case DESK_END_ABANDONED_SILENCE: totals->abandoned_silence++; break;
  case DESK_END_BLOCKED: totals->blocked++; break;
  case DESK_END_COMPLETED:
  case DESK_END_NONE: break;
  }
}

static void
count_waits (DeskTotals *totals, const DeskCallView *view)
{
  gint64 from_ms;
  gint64 to_ms;
  guint n = 0;

  while (desk_call_view_next_wait (view, &n, &from_ms, &to_ms))
    figure_raise (&totals->longest_hold_seconds, (double) (to_ms - from_ms) / 1000);
}

static void
count_message (DeskTotals *totals, const DeskCallScore *score)
{
  if (!score->message_applies)
    return;

  totals->messages_due++;
  figure_add (&totals->message, score->message->value);
  if (score->slip == NULL)
    return;

  totals->messages++;
  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    if (score->message->fields[field].applies)
      figure_add (&totals->message_fields[field], score->message->fields[field].value);
  }
  if (score->ended_ms >= 0)
    figure_add (&totals->mean_logging_seconds,
                (double) MAX (0, score->logged_ms - score->ended_ms) / 1000);
}

static void
count_call (DeskTotals *totals, const DeskCallScore *score, double target_seconds)
{
  const gboolean in_time = score->answered && score->response_seconds <= target_seconds;

  totals->calls++;
  figure_add (&totals->response, score->response_value);
  figure_add (&totals->service_level, in_time ? 1 : 0);
  count_end (totals, score);
  if (!score->answered)
    return;

  totals->answered++;
  figure_add (&totals->asa_seconds, score->response_seconds);
  figure_raise (&totals->longest_answer_seconds, score->response_seconds);
  if (score->ended_ms >= 0)
    figure_add (&totals->mean_handling_seconds, (double) score->view->handled_ms / 1000);
  figure_add (&totals->handling, score->handling_value);
  count_waits (totals, score->view);
  count_message (totals, score);
}

static void
average_totals (DeskTotals *totals)
{
  figure_average (&totals->asa_seconds);
  figure_average (&totals->service_level);
  figure_average (&totals->mean_handling_seconds);
  figure_average (&totals->mean_logging_seconds);
  figure_average (&totals->response);
  figure_average (&totals->handling);
  figure_average (&totals->message);
  for (guint field = 0; field < DESK_N_FIELDS; field++)
    figure_average (&totals->message_fields[field]);
}

static DeskBand
band_of (double score, guint n_calls)
{
  if (n_calls < CALLS_FOR_A_BAND)
    return DESK_BAND_NONE;
  if (score < 50)
    return DESK_BAND_NOT_YET;
  if (score < 70)
    return DESK_BAND_DEVELOPING;
  return score < 85 ? DESK_BAND_COMPETENT : DESK_BAND_EXCELLENT;
}

static void
judge_calls (DeskScorecard *self, const DeskRubric *rubric)
{
  const double target_seconds =
      desk_target_ms (self->scenario, DESK_TARGET_ANSWER, rubric->time_factor) / 1000;

  self->n_calls = self->shift->n_calls;
  self->calls = g_new0 (DeskCallScore, self->n_calls);
  for (guint n = 0; n < self->n_calls; n++) {
    desk_rubric_judge (rubric, &self->shift->calls[n], &self->calls[n]);
    count_call (&self->totals, &self->calls[n], target_seconds);
  }
  average_totals (&self->totals);
}

static void
judge_session (DeskScorecard *self)
{
  gboolean critical = FALSE;
  double sum = 0;
  double rounded;

  for (guint n = 0; n < self->n_calls; n++) {
    sum += self->calls[n].score;
    critical = critical || self->calls[n].critical;
  }
  self->score = self->n_calls > 0 ? sum / self->n_calls : 0;
  rounded = desk_round_2 (self->score);
  self->passed = self->n_calls > 0 && !critical && rounded >= self->scenario->pass &&
                 self->chain.state != DESK_CHAIN_CHANGED;
  self->band = band_of (rounded, self->n_calls);
}

static double
time_factor_of (const DeskJournalHeader *header)
{
  const DeskRules rules = desk_journal_header_rules (header);

  return rules.untimed ? (double) INFINITY : rules.patience_factor;
}

DeskScorecard *
desk_scorecard_new (const DeskRecording *recording)
{
  DeskScorecard *self = g_atomic_rc_box_new0 (DeskScorecard);
  DeskRubric rubric;

  self->scenario = desk_scenario_ref (recording->scenario);
  self->header = desk_journal_header_copy (recording->header);
  self->shift = desk_shift_view_new (recording);
  self->finished = self->shift->finished;
  self->chain = recording->chain;
  self->time_factor = time_factor_of (self->header);
  rubric = (DeskRubric){ self->scenario, self->shift, self->time_factor };
  judge_calls (self, &rubric);
  judge_session (self);
  return self;
}

static void
scorecard_clear (gpointer data)
{
  DeskScorecard *self = data;

  for (guint n = 0; n < self->n_calls; n++)
    desk_call_score_clear (&self->calls[n]);
  g_free (self->calls);
  desk_shift_view_free (self->shift);
  desk_journal_header_free (self->header);
  desk_scenario_unref (self->scenario);
}

guint
desk_scorecard_count_undone (const DeskScorecard *self)
{
  guint n_undone = 0;

  for (guint n = 0; self->finished && n < self->n_calls; n++)
    n_undone += self->calls[n].end == DESK_END_NONE ? 1 : 0;
  return n_undone;
}

DeskScorecard *
desk_scorecard_ref (DeskScorecard *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
desk_scorecard_unref (DeskScorecard *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, scorecard_clear);
}

double
desk_round_2 (double value)
{
  /* The small addend lifts values that binary fractions leave just below a half (0.825 * 100). */
  return copysign (floor (fabs (value) * 100 + 0.5 + 1e-7) / 100, value);
}

const char *
desk_item_name (DeskItem item)
{
  switch (item) {
  case DESK_ITEM_GREETING: return "greeting";
  case DESK_ITEM_OUTCOME: return "outcome";
  case DESK_ITEM_READ_BACK: return "read_back";
  case DESK_ITEM_ANNOUNCED: return "announced";
  case DESK_ITEM_TOLD: return "told_caller";
  case DESK_ITEM_CLOSING: return "closing";
  case DESK_ITEM_HOLD_PERMISSION: return "hold_permission";
  case DESK_ITEM_HOLD_LENGTH: return "hold_length";
  case DESK_ITEM_RECALL: return "recall";
  }
  return NULL;
}

const char *
desk_band_name (DeskBand band)
{
  switch (band) {
  case DESK_BAND_NONE: return NULL;
  case DESK_BAND_NOT_YET: return "not_yet";
  case DESK_BAND_DEVELOPING: return "developing";
  case DESK_BAND_COMPETENT: return "competent";
  case DESK_BAND_EXCELLENT: return "excellent";
  }
  return NULL;
}

GStrv
desk_scorecard_granted_at_desk (const DeskScorecard *self)
{
  if (self->header->mode != DESK_MODE_EXAM)
    return g_new0 (char *, 1);
  return desk_terms_beyond ((const char *const *) self->header->accommodations, self->scenario);
}
