/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "rehearsal/virtual-shift.h"
#include "report/report.h"
#include "scenario/scenario-reader.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "rounds.h"

/* How long a report of each format takes, for shifts of different length worked by a built-in
 * trainee who makes mistakes: three of four calls are answered and have a checklist, two of four
 * leave a message with three facts. The median of five. */

#define ROUNDS 5

static const guint lengths[] = { 250, 1000, 4000 };

static void
append_call (GString *yaml, guint n)
{
  const guint number = 1000 + n % 9000;

  g_string_append_printf (yaml,
                          "  - {id: c%u, at: %u, caller: {given: Ann, surname: Wilde, "
                          "organisation: Acme, phone: 01632 960011}, ",
                          n, 1 + 20 * n);
  if (n % 2 == 0)
    g_string_append_printf (yaml,
                            "says: {opening: {text: \"Order %u is late, ring before 14:30\"}}, "
                            "expect: {do: message, to: free, ticks: [please_call], message: "
                            "\"Order %u is late. Please ring before 14:30.\", facts: [{number: "
                            "\"%u\", weight: 2}, {time: \"14:30\"}, {phrase: late}]}}\n",
                            number, number, number);
  else if (n % 4 == 1)
    g_string_append (yaml, "says: {opening: {text: Is Fay in}}, expect: {do: transfer, to: "
                           "free}}\n");
  else
    g_string_append (yaml, "patience: {ringing: 1}, says: {opening: {text: Hello}}, expect: {do: "
                           "decline}}\n");
}

static DeskScenario *
make_scenario (guint n_calls)
{
  g_autoptr (GString) yaml = g_string_new (
      "format: 1\nlanguage: en\ncountry: gb\nlines: 4\norganisation: Acme\ntitle: A long day\n"
      "people:\n  - {id: free, name: Fay Reed, extension: 201}\n");
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario;

  g_string_append_printf (yaml, "duration: %u\ncalls:\n", 60 + 20 * n_calls);
  for (guint n = 0; n < n_calls; n++)
    append_call (yaml, n);
  scenario = desk_scenario_load_from_data (yaml->str, yaml->len, "long", NULL, &diagnostics);
  if (scenario == NULL) {
    g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

    g_error ("%s", faults);
  }
  return scenario;
}

static DeskScorecard *
work (guint n_calls)
{
  g_autoptr (DeskScenario) scenario = make_scenario (n_calls);
  g_autoptr (DeskClipLengths) clips = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_SIMULATED);
  g_autoptr (DeskRecording) recording =
      desk_virtual_shift_run (scenario, clips, header, DESK_TRAINEE_HURRIED, NULL);

  return desk_scorecard_new (recording);
}

static void
measure (const DeskScorecard *card, DeskReportFormat format)
{
  double ms[ROUNDS];
  gsize size = 0;

  for (guint round = 0; round < ROUNDS; round++) {
    const gint64 begun_us = g_get_monotonic_time ();
    g_autoptr (GBytes) report = desk_report_write (card, format, NULL, NULL, NULL);

    ms[round] = (double) (g_get_monotonic_time () - begun_us) / 1000;
    size = g_bytes_get_size (report);
  }
  const double median_ms = rounds_median (ms, ROUNDS);

  printf ("%-6s %6u calls %9.1f ms %9.1f ms for each 1,000 %8.2f MB\n",
          desk_report_kind (format)->name, card->n_calls, median_ms,
          median_ms * 1000 / card->n_calls, (double) size / 1e6);
}

int
main (void)
{
  struct rusage usage;

  for (guint n = 0; n < G_N_ELEMENTS (lengths); n++) {
    g_autoptr (DeskScorecard) card = work (lengths[n]);

    for (guint format = 0; format < DESK_N_REPORT_FORMATS; format++)
      measure (card, (DeskReportFormat) format);
  }
  getrusage (RUSAGE_SELF, &usage);
  printf ("most memory %.0f MB\n", (double) usage.ru_maxrss / 1024);
  return 0;
}
