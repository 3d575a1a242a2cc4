/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>
#include <yaml.h>

#include "long-shift.h"
#include "results.h"
#include "rounds.h"

/* What reading a scenario costs for each MiB of its text, beside the limit, libyaml's own events thrown
 * away as they come; and how it grows. Rounds alternate. */

#define ROUNDS 7
#define MIB (1024.0 * 1024.0)

static double
time_events (const char *yaml, gsize length)
{
  const double start_ns = rounds_now_ns ();
  yaml_parser_t parser;
  yaml_event_t event;
  gboolean ended = FALSE;

  yaml_parser_initialize (&parser);
  yaml_parser_set_input_string (&parser, (const guchar *) yaml, length);
  while (!ended) {
    if (!yaml_parser_parse (&parser, &event))
      g_error ("libyaml: %s", parser.problem);
    ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);
  return (rounds_now_ns () - start_ns) / 1e6;
}

static double
time_reading (const char *yaml, gsize length)
{
  const double start_ns = rounds_now_ns ();
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario =
      desk_scenario_load_from_data (yaml, length, "long", NULL, &diagnostics);

  if (scenario == NULL)
    g_error ("the scenario has faults");
  return (rounds_now_ns () - start_ns) / 1e6;
}

/* Returns the size in MiB, and in `ms` what reading takes. */
static double
measure (guint n_calls, double *ms)
{
  g_autofree char *yaml = long_shift_to_yaml (n_calls);
  g_autofree char *what = g_strdup_printf ("a scenario read, %u calls", n_calls);
  g_autofree char *note = NULL;
  const gsize length = strlen (yaml);
  const double mib = (double) length / MIB;
  double limit[ROUNDS], ours[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    limit[i] = time_events (yaml, length);
    ours[i] = time_reading (yaml, length);
  }
  *ms = rounds_median (ours, ROUNDS);

  note = g_strdup_printf ("%.2f MiB, %.1f ms", mib, *ms);
  results_add (&(Result){ .what = what,
                          .unit = "ms a MiB",
                          .ours = *ms / mib,
                          .limit = rounds_median (limit, ROUNDS) / mib,
                          .limit_is = "libyaml's events, thrown away",
                          .note = note });
  return mib;
}

int
main (int argc, char **argv)
{
  static const double sizes[] = { 40, 400, 4000 };
  double ms[G_N_ELEMENTS (sizes)];

  results_begin (&argc, argv, "reading");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure ((guint) sizes[i], &ms[i]);
  results_add_growth ("a scenario read, with its calls", "calls", sizes, "ms", ms,
                      G_N_ELEMENTS (sizes), 1.15);
  return results_end ();
}
