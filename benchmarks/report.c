/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <sys/resource.h>

#include "long-shift.h"
#include "rehearsal/virtual-shift.h"
#include "report/report.h"
#include "results.h"
#include "rounds.h"

/* How long a report of each format takes, for shifts of three lengths worked by a built-in trainee who
 * makes mistakes, and how that grows with the calls. */

#define ROUNDS 3

#define N_LENGTHS 3
#define MOST_EXPONENT 1.15

static const double lengths[N_LENGTHS] = { 100, 400, 1600 };

static DeskScorecard *
work (guint n_calls)
{
  g_autoptr (DeskScenario) scenario = long_shift_new (n_calls);
  g_autoptr (DeskClipLengths) clips = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_SIMULATED);
  g_autoptr (DeskRecording) recording =
      desk_virtual_shift_run (scenario, clips, header, DESK_TRAINEE_HURRIED, NULL);

  return desk_scorecard_new (recording);
}

/* Milliseconds, and in `size` the bytes. */
static double
time_report (const DeskScorecard *card, DeskReportFormat format, gsize *size)
{
  double ms[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++) {
    const double begun_ns = rounds_now_ns ();
    g_autoptr (GBytes) report = desk_report_write (card, format, NULL, NULL, NULL);

    ms[round] = (rounds_now_ns () - begun_ns) / 1e6;
    *size = g_bytes_get_size (report);
  }
  return rounds_median (ms, ROUNDS);
}

static void
measure (DeskScorecard *const cards[N_LENGTHS], DeskReportFormat format)
{
  const char *name = desk_report_kind (format)->name;
  g_autofree char *what = g_strdup_printf ("a report, %s", name);
  g_autofree char *growth = g_strdup_printf ("a report with its calls, %s", name);
  g_autofree char *note = NULL;
  double ms[N_LENGTHS];
  gsize size = 0;

  for (guint n = 0; n < N_LENGTHS; n++)
    ms[n] = time_report (cards[n], format, &size);

  note = g_strdup_printf ("%.2f MB for %.0f calls", (double) size / 1e6, lengths[N_LENGTHS - 1]);
  results_add (&(Result){ .what = what,
                          .unit = "ms for 1,000 calls",
                          .ours = ms[N_LENGTHS - 1] * 1000 / lengths[N_LENGTHS - 1],
                          .note = note });
  results_add_growth (growth, "calls", lengths, "ms", ms, N_LENGTHS, MOST_EXPONENT);
}

int
main (int argc, char **argv)
{
  DeskScorecard *cards[N_LENGTHS];
  struct rusage usage;

  results_begin (&argc, argv, "report");
  for (guint n = 0; n < N_LENGTHS; n++)
    cards[n] = work ((guint) lengths[n]);
  for (guint format = 0; format < DESK_N_REPORT_FORMATS; format++)
    measure (cards, (DeskReportFormat) format);
  for (guint n = 0; n < N_LENGTHS; n++)
    desk_scorecard_unref (cards[n]);

  getrusage (RUSAGE_SELF, &usage);
  results_add (&(Result){ .what = "the most memory that took",
                          .unit = "MiB",
                          .ours = (double) usage.ru_maxrss / 1024 });
  return results_end ();
}
