/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "long-shift.h"

#include <string.h>

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

char *
long_shift_to_yaml (guint n_calls)
{
  GString *yaml = g_string_new (
      "format: 1\nlanguage: en\ncountry: gb\nlines: 4\norganisation: Acme\ntitle: A long day\n"
      "people:\n  - {id: free, name: Fay Reed, extension: 201}\n");

  g_string_append_printf (yaml, "duration: %u\ncalls:\n", 60 + 20 * n_calls);
  for (guint n = 0; n < n_calls; n++)
    append_call (yaml, n);
  return g_string_free (yaml, FALSE);
}

DeskScenario *
long_shift_new (guint n_calls)
{
  g_autofree char *yaml = long_shift_to_yaml (n_calls);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "long", NULL, &diagnostics);

  if (scenario == NULL) {
    g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

    g_error ("%s", faults);
  }
  return scenario;
}
