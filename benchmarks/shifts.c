/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>
#include <stdio.h>

#include "rehearsal/many-shifts.h"
#include "rounds.h"
#include "scenario/scenario-reader.h"

/* A thousand runs of a ten-call shift, as `simulate --runs 1000` works them over all cores, beside the
 * limit: the same shifts worked one after the other on one core, without counting anything, divided by
 * the cores there are. Rounds alternate. Usage: shifts SCENARIO, of ten calls or so; prints JSON. */

#define RUNS 1000
#define ROUNDS 5

typedef struct {
  DeskScenario *scenario;
  DeskClipLengths *lengths;
  DeskJournalHeader *header;
} Bench;

static double
time_all_cores (const Bench *bench)
{
  gint64 start_us = g_get_monotonic_time ();

  desk_many_shifts_free (desk_many_shifts_run (bench->scenario, bench->lengths, bench->header,
                                               DESK_TRAINEE_STEADY, RUNS, NULL, NULL));
  return (double) (g_get_monotonic_time () - start_us) / 1e6;
}

/* The engine and the score alone, in processor time. */
static double
time_one_core (const Bench *bench)
{
  double start_ns = rounds_now_ns ();

  for (guint run = 0; run < RUNS; run++) {
    g_autoptr (DeskJournalHeader) header = desk_journal_header_copy (bench->header);
    g_autoptr (DeskRecording) recording = NULL;
    g_autoptr (DeskScorecard) scorecard = NULL;

    header->seed += run;
    recording =
        desk_virtual_shift_run (bench->scenario, bench->lengths, header, DESK_TRAINEE_STEADY, NULL);
    scorecard = desk_scorecard_new (recording);
  }
  return (rounds_now_ns () - start_ns) / 1e9;
}

int
main (int argc, char **argv)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  double all[ROUNDS], one[ROUNDS];
  Bench bench = { NULL };

  if (argc != 2) {
    fprintf (stderr, "Usage: %s SCENARIO\n", argv[0]);
    return 2;
  }
  bench.scenario = desk_scenario_load_from_file (argv[1], &diagnostics);
  if (bench.scenario == NULL)
    return 1;
  bench.lengths = desk_clip_lengths_new (bench.scenario);
  bench.header = desk_journal_header_new ("steady", DESK_MODE_SIMULATED);
  bench.header->jittered = TRUE;
  for (int i = 0; i < ROUNDS; i++) {
    all[i] = time_all_cores (&bench);
    one[i] = time_one_core (&bench);
  }

  const double seconds = rounds_median (all, ROUNDS);
  const double limit = rounds_median (one, ROUNDS) / g_get_num_processors ();
  printf ("{\"runs\":%d,\"calls\":%u,\"cores\":%u,\"seconds\":%.3f,\"limit\":%.3f,\"ratio\":%.2f,"
          "\"to_reach_seconds\":0.5}\n",
          RUNS, bench.scenario->n_calls, g_get_num_processors (), seconds, limit, seconds / limit);

  desk_journal_header_free (bench.header);
  desk_clip_lengths_unref (bench.lengths);
  desk_scenario_unref (bench.scenario);
  return seconds <= 0.5 ? 0 : 1;
}
