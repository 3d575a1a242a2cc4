/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "rehearsal/many-shifts.h"

#include <math.h>
#include <stddef.h>

#define PROGRESS_EVERY_US (G_USEC_PER_SEC / 5)

/* A call's score in millionths of a point. Sums of integers do not depend on the order in which the workers
 * finish; sums of fractions do. */
#define POINT 1000000

/* The totals that are looked at: counts, and figures that may not apply to a run. */
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

#define N_TOTALS G_N_ELEMENTS (totals)
#define NOT_APPLICABLE (-1.0) /* no total is below 0 */

/* What the workers share. */
typedef struct {
  DeskManyShifts *result;
  DeskClipLengths *lengths;
  const DeskJournalHeader *header;
  DeskTrainee trainee;
  double *scores;       /* owned, by run: each worker writes its own */
  double *of[N_TOTALS]; /* owned, the same of each total */
  gint64 *points;       /* owned, by call, in POINTths; under the lock, as the counts in `result` */
  guint done;           /* runs; under the lock */
  GMutex lock;
  GCond all_done;
} Work;

static double
total_of_run (const Total *total, const DeskTotals *of)
{
  const void *at = (const char *) of + total->at;

  if (!total->is_figure)
    return *(const guint *) at;
  return ((const DeskFigure *) at)->n > 0 ? ((const DeskFigure *) at)->value : NOT_APPLICABLE;
}

static gboolean
has_failed (const DeskCallScore *score)
{
  return !score->answered || !score->outcome_right || score->critical;
}

static void
add_up (Work *work, guint run, const DeskScorecard *scorecard)
{
  DeskManyShifts *result = work->result;

  work->scores[run] = scorecard->score;
  for (guint i = 0; i < N_TOTALS; i++)
    work->of[i][run] = total_of_run (&totals[i], &scorecard->totals);

  g_mutex_lock (&work->lock);
  result->passed += scorecard->passed;
  for (guint i = 0; i < scorecard->n_calls; i++) {
    const DeskCallScore *score = &scorecard->calls[i];

    work->points[score->call->index] += llround (score->score * POINT);
    result->calls[score->call->index].failed += has_failed (score);
  }
  if (++work->done == result->runs)
    g_cond_signal (&work->all_done);
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
  recording =
      desk_virtual_shift_run (work->result->scenario, work->lengths, header, work->trainee, NULL);
  scorecard = desk_scorecard_new (recording);
  add_up (work, run, scorecard);
}

static int
compare_values (const void *a, const void *b)
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

/* The quantile `q`, interpolated between two neighbours of the sorted values. */
static double
quantile (const double *sorted, guint n, double q)
{
  double at = q * (n - 1);
  guint below = (guint) floor (at);
  guint above = MIN (below + 1, n - 1);

  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/* The spread of `values`, one for each run, which are sorted first: summing in a fixed order makes the
 * result the same every time. */
static DeskSpread
spread_of (double *values, guint runs)
{
  DeskSpread spread = { 0 };
  double sum = 0.0;
  double squares = 0.0;
  guint skipped = 0;

  qsort (values, runs, sizeof *values, compare_values);
  while (skipped < runs && values[skipped] < 0.0)
    skipped++;
  values += skipped;
  spread.n = runs - skipped;
  if (spread.n == 0)
    return spread;
  for (guint i = 0; i < spread.n; i++)
    sum += values[i];
  spread.mean = sum / spread.n;
  for (guint i = 0; i < spread.n; i++)
    squares += (values[i] - spread.mean) * (values[i] - spread.mean);
  spread.sd = spread.n > 1 ? sqrt (squares / (spread.n - 1)) : 0.0;
  spread.p5 = quantile (values, spread.n, 0.05);
  spread.p95 = quantile (values, spread.n, 0.95);
  return spread;
}

static void
describe (Work *work)
{
  DeskManyShifts *result = work->result;

  result->score = spread_of (work->scores, result->runs);
  for (guint i = 0; i < N_TOTALS; i++)
    result->totals[i].spread = spread_of (work->of[i], result->runs);
  for (guint i = 0; i < result->n_calls; i++)
    result->calls[i].mean = (double) work->points[i] / POINT / result->runs;
  qsort (result->calls, result->n_calls, sizeof *result->calls, compare_calls);
}

static DeskManyShifts *
many_shifts_new (DeskScenario *scenario, guint runs)
{
  DeskManyShifts *self = g_new0 (DeskManyShifts, 1);

  self->scenario = desk_scenario_ref (scenario);
  self->runs = runs;
  self->n_totals = N_TOTALS;
  self->totals = g_new0 (DeskTotalRuns, self->n_totals);
  for (guint i = 0; i < self->n_totals; i++)
    self->totals[i].name = totals[i].name;
  self->n_calls = scenario->n_calls;
  self->calls = g_new0 (DeskCallRuns, self->n_calls);
  for (guint i = 0; i < self->n_calls; i++)
    self->calls[i].call = scenario->calls[i];
  return self;
}

static void
work_init (Work *work, DeskScenario *scenario, guint runs)
{
  work->result = many_shifts_new (scenario, runs);
  work->scores = g_new0 (double, runs);
  for (guint i = 0; i < N_TOTALS; i++)
    work->of[i] = g_new0 (double, runs);
  work->points = g_new0 (gint64, scenario->n_calls);
  g_mutex_init (&work->lock);
  g_cond_init (&work->all_done);
}

static void
work_clear (Work *work)
{
  g_cond_clear (&work->all_done);
  g_mutex_clear (&work->lock);
  g_free (work->points);
  for (guint i = 0; i < N_TOTALS; i++)
    g_free (work->of[i]);
  g_free (work->scores);
}

/* Waits for the last run, reporting progress now and then. */
static void
wait_for_all (Work *work, DeskProgressFunc progress, gpointer data)
{
  guint runs = work->result->runs;

  g_mutex_lock (&work->lock);
  while (work->done < runs) {
    gint64 until_us = g_get_monotonic_time () + PROGRESS_EVERY_US;

    if (!g_cond_wait_until (&work->all_done, &work->lock, until_us) && progress != NULL) {
      guint done = work->done;

      g_mutex_unlock (&work->lock);
      progress (done, runs, data);
      g_mutex_lock (&work->lock);
    }
  }
  g_mutex_unlock (&work->lock);
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

  work_init (&work, scenario, runs);
  pool = g_thread_pool_new (work_one, &work, (int) g_get_num_processors (), FALSE, NULL);
  for (guint run = 0; run < runs; run++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (run + 1), NULL);
  wait_for_all (&work, progress, data);
  g_thread_pool_free (pool, FALSE, TRUE);

  describe (&work);
  work_clear (&work);
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
