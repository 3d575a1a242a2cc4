/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/many-shifts.h"

#include <math.h>
#include <stddef.h>

#define PROGRESS_EVERY_US (G_USEC_PER_SEC / 5)

/* The totals that are averaged: counts, and figures that may not apply to a run. */
typedef struct {
  const char *name;
  gsize at; /* in DeskTotals */
  gboolean is_figure;
} Total;

#define COUNT(member)                                                                              \
  {                                                                                                \
#member, offsetof(DeskTotals, member), FALSE                                                   \
  }
#define FIGURE(member)                                                                             \
  {                                                                                                \
#member, offsetof(DeskTotals, member), TRUE                                                    \
  }

static const Total totals[] = {
  COUNT (calls),
  COUNT (answered),
  COUNT (abandoned_ringing),
  COUNT (abandoned_hold),
  COUNT (abandoned_silence),
  COUNT (blocked),
  FIGURE (asa_seconds),
  FIGURE (longest_answer_seconds),
  FIGURE (service_level),
  FIGURE (longest_hold_seconds),
  FIGURE (mean_handling_seconds),
  COUNT (transfers_right),
  COUNT (transfers),
  COUNT (messages),
  COUNT (messages_due),
  FIGURE (mean_logging_seconds),
};

/* What the workers share. */
typedef struct {
  DeskManyShifts *result;
  DeskClipLengths *lengths;
  const DeskJournalHeader *header;
  DeskTrainee trainee;
  double *scores; /* owned, by run: each worker writes its own */
  guint done;     /* atomic */
  GMutex lock;    /* guards the sums in `result` */
} Work;

static void
add_total (DeskTotalRuns *sum, const Total *total, const DeskTotals *of)
{
  const void *at = (const char *) of + total->at;

  if (total->is_figure && ((const DeskFigure *) at)->n == 0)
    return;
  sum->mean += total->is_figure ? ((const DeskFigure *) at)->value : *(const guint *) at;
  sum->n++;
}

static gboolean
has_failed (const DeskCallScore *score)
{
  return !score->answered || !score->outcome_right || score->critical;
}

static void
add_up (Work *work, const DeskScorecard *scorecard)
{
  DeskManyShifts *result = work->result;

  g_mutex_lock (&work->lock);
  result->passed += scorecard->passed;
  for (guint i = 0; i < result->n_totals; i++)
    add_total (&result->totals[i], &totals[i], &scorecard->totals);
  for (guint i = 0; i < scorecard->n_calls; i++) {
    const DeskCallScore *score = &scorecard->calls[i];

    result->calls[score->call->index].mean += score->score;
    result->calls[score->call->index].failed += has_failed (score);
  }
  g_mutex_unlock (&work->lock);
}

/* On a worker's thread; `data` is the number of the run, from 1. */
static void
work_one (gpointer data, gpointer user_data)
{
  guint run = GPOINTER_TO_UINT (data) - 1;
  Work *work = user_data;
  g_autoptr (DeskJournalHeader) header = desk_journal_header_copy (work->header);
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskScorecard) scorecard = NULL;

  header->seed += run;
  header->jittered = TRUE;
  recording =
      desk_virtual_shift_run (work->result->scenario, work->lengths, header, work->trainee, NULL);
  scorecard = desk_scorecard_new (recording);
  work->scores[run] = scorecard->score;
  add_up (work, scorecard);
  g_atomic_int_inc (&work->done);
}

static int
compare_scores (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static int
compare_calls (const void *a, const void *b)
{
  const DeskCallRuns *x = a;
  const DeskCallRuns *y = b;

  if (x->failed != y->failed)
    return x->failed < y->failed ? 1 : -1;
  if (x->mean < y->mean || x->mean > y->mean)
    return x->mean > y->mean ? 1 : -1;
  return (int) x->call->index - (int) y->call->index;
}

/* Between two neighbours of the sorted scores, in proportion. */
static double
quantile (const double *sorted, guint n, double q)
{
  double at = q * (n - 1);
  guint below = (guint) floor (at);
  guint above = MIN (below + 1, n - 1);

  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

static void
describe_scores (DeskManyShifts *result, double *scores)
{
  double sum = 0.0;
  double squares = 0.0;

  qsort (scores, result->runs, sizeof *scores, compare_scores);
  for (guint i = 0; i < result->runs; i++)
    sum += scores[i];
  result->mean = sum / result->runs;
  for (guint i = 0; i < result->runs; i++)
    squares += (scores[i] - result->mean) * (scores[i] - result->mean);
  result->sd = result->runs > 1 ? sqrt (squares / (result->runs - 1)) : 0.0;
  result->p5 = quantile (scores, result->runs, 0.05);
  result->p95 = quantile (scores, result->runs, 0.95);
}

static void
average (DeskManyShifts *result)
{
  for (guint i = 0; i < result->n_totals; i++)
    if (result->totals[i].n > 0)
      result->totals[i].mean /= result->totals[i].n;
  for (guint i = 0; i < result->n_calls; i++)
    result->calls[i].mean /= result->runs;
  qsort (result->calls, result->n_calls, sizeof *result->calls, compare_calls);
}

static DeskManyShifts *
many_shifts_new (DeskScenario *scenario, guint runs)
{
  DeskManyShifts *self = g_new0 (DeskManyShifts, 1);

  self->scenario = desk_scenario_ref (scenario);
  self->runs = runs;
  self->n_totals = G_N_ELEMENTS (totals);
  self->totals = g_new0 (DeskTotalRuns, self->n_totals);
  for (guint i = 0; i < self->n_totals; i++)
    self->totals[i].name = totals[i].name;
  self->n_calls = scenario->n_calls;
  self->calls = g_new0 (DeskCallRuns, self->n_calls);
  for (guint i = 0; i < self->n_calls; i++)
    self->calls[i].call = scenario->calls[i];
  return self;
}

DeskManyShifts *
desk_many_shifts_run (DeskScenario *scenario,
                      DeskClipLengths *lengths,
                      const DeskJournalHeader *header,
                      DeskTrainee trainee,
                      guint runs,
                      DeskProgressFunc progress,
                      gpointer data)
{
  Work work = { .lengths = lengths, .header = header, .trainee = trainee };
  GThreadPool *pool;

  g_return_val_if_fail (runs > 0, NULL);

  work.result = many_shifts_new (scenario, runs);
  work.scores = g_new0 (double, runs);
  g_mutex_init (&work.lock);
  pool = g_thread_pool_new (work_one, &work, (int) g_get_num_processors (), FALSE, NULL);
  for (guint run = 0; run < runs; run++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (run + 1), NULL);
  while (progress && g_thread_pool_unprocessed (pool) > 0) {
    progress ((guint) g_atomic_int_get (&work.done), runs, data);
    g_usleep (PROGRESS_EVERY_US);
  }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&work.lock);

  describe_scores (work.result, work.scores);
  average (work.result);
  g_free (work.scores);
  return work.result;
}

void
desk_many_shifts_free (DeskManyShifts *self)
{
  if (!self)
    return;
  g_free (self->totals);
  g_free (self->calls);
  desk_scenario_unref (self->scenario);
  g_free (self);
}
