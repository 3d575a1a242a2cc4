/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "long-shift.h"
#include "rehearsal/many-shifts.h"
#include "results.h"
#include "rounds.h"

/* An instructor's bulk work in virtual time. A thousand runs of a ten-call shift, as `simulate --runs
 * 1000` works them over all cores, beside the limit: the same shifts worked one after the other on one
 * core, without counting anything, divided by the cores there are. A hundred thousand calls, in
 * shifts of a day and a night, worked, journalled to memory and scored on one core; and how
 * that grows with the length of the shift. Rounds alternate. */

#define RUNS 1000
#define RUN_CALLS 10
#define ROUNDS 5
#define LONG_CALLS 4000
#define N_LONG 25

typedef struct {
  DeskScenario *scenario;    /* owned */
  DeskClipLengths *lengths;  /* owned */
  DeskJournalHeader *header; /* owned */
} Bench;

static Bench
bench_new (guint n_calls)
{
  Bench bench = { .scenario = long_shift_new (n_calls) };

  bench.lengths = desk_clip_lengths_new_by_words (bench.scenario);
  bench.header = desk_journal_header_new ("steady", DESK_MODE_SIMULATED);
  bench.header->jittered = TRUE;
  return bench;
}

static void
bench_clear (Bench *bench)
{
  desk_journal_header_free (bench->header);
  desk_clip_lengths_unref (bench->lengths);
  desk_scenario_unref (bench->scenario);
}

/* Seconds on the wall. */
static double
time_all_cores (const Bench *bench)
{
  const double start_ns = rounds_wall_ns ();

  desk_many_shifts_free (desk_many_shifts_run (bench->scenario, bench->lengths, bench->header,
                                               DESK_TRAINEE_STEADY, RUNS, NULL, NULL));
  return (rounds_wall_ns () - start_ns) / 1e9;
}

/* The engine and the score, in seconds of processor time. Adds to `n_events`, unless NULL. */
static double
time_one_core (const Bench *bench, guint n_runs, guint *n_events)
{
  const double start_ns = rounds_now_ns ();

  for (guint run = 0; run < n_runs; run++) {
    g_autoptr (DeskJournalHeader) header = desk_journal_header_copy (bench->header);
    g_autoptr (DeskRecording) recording = NULL;
    g_autoptr (DeskScorecard) scorecard = NULL;
    g_autoptr (GBytes) journal = NULL;

    header->seed += run;
    recording = desk_virtual_shift_run (bench->scenario, bench->lengths, header,
                                        DESK_TRAINEE_STEADY, &journal);
    scorecard = desk_scorecard_new (recording);
    if (n_events != NULL)
      *n_events += recording->records->len;
  }
  return (rounds_now_ns () - start_ns) / 1e9;
}

static void
measure_runs (void)
{
  Bench bench = bench_new (RUN_CALLS);
  double all[ROUNDS], one[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    all[i] = time_all_cores (&bench);
    one[i] = time_one_core (&bench, RUNS, NULL);
  }
  bench_clear (&bench);

  results_add (&(Result){ .what = "1,000 runs of a ten-call shift, all cores",
                          .unit = "s",
                          .ours = rounds_median (all, ROUNDS),
                          .limit = rounds_median (one, ROUNDS) / g_get_num_processors (),
                          .limit_is = "the same on one core, divided by the cores",
                          .most = 0.5 });
}

static void
measure_long_shifts (void)
{
  g_autofree char *note = NULL;
  double seconds[ROUNDS];
  guint n_records = 0;
  Bench bench = bench_new (LONG_CALLS);

  for (guint i = 0; i < ROUNDS; i++)
    seconds[i] = time_one_core (&bench, N_LONG, i == 0 ? &n_records : NULL);
  bench_clear (&bench);

  note = g_strdup_printf ("%u records of the journal", n_records);
  results_add (&(Result){ .what = "100,000 calls simulated, journalled, scored",
                          .unit = "s",
                          .ours = rounds_median (seconds, ROUNDS),
                          .most = 0.5,
                          .note = note });
}

static void
measure_growth (void)
{
  static const double sizes[] = { 40, 400, 4000 };
  double ms[G_N_ELEMENTS (sizes)];

  for (guint n = 0; n < G_N_ELEMENTS (sizes); n++) {
    Bench bench = bench_new ((guint) sizes[n]);
    double rounds[ROUNDS];

    for (guint i = 0; i < ROUNDS; i++)
      rounds[i] = time_one_core (&bench, 1, NULL) * 1000;
    ms[n] = rounds_median (rounds, ROUNDS);
    bench_clear (&bench);
  }
  results_add_growth ("a shift simulated and scored, with its calls", "calls", sizes, "ms", ms,
                      G_N_ELEMENTS (sizes), 1.15);
}

int
main (int argc, char **argv)
{
  results_begin (&argc, argv, "shifts");
  measure_runs ();
  measure_long_shifts ();
  measure_growth ();
  return results_end ();
}
