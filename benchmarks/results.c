/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "results.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "rounds.h"

/* Rows are printed as they come, for a benchmark may take a minute; JSON is one value, at the end. */

static struct {
  gboolean json;
  gboolean missed;
  const char *benchmark;
  json_t *rows; /* owned */
} results;

void
results_begin (int *argc, char **argv, const char *benchmark)
{
  int n = 1;

  for (int i = 1; i < *argc; i++) {
    if (strcmp (argv[i], "--json") == 0)
      results.json = TRUE;
    else
      argv[n++] = argv[i];
  }
  argv[n] = NULL;
  *argc = n;

  results.benchmark = benchmark;
  results.rows = json_array ();
  setlinebuf (stdout);
  if (!results.json)
    printf ("%-44s %10s  %-24s %10s %6s  %s\n", benchmark, "ours", "unit", "limit", "ratio",
            "to reach");
}

gboolean
results_are_json (void)
{
  return results.json;
}

static gboolean
is_reached (const Result *result)
{
  return (result->most == 0 || result->ours <= result->most) &&
         (result->most_ratio == 0 || result->ours <= result->most_ratio * result->limit);
}

/* json_real () refuses what is no number. */
static json_t *
number_or_null (double value)
{
  json_t *number = value != 0 ? json_real (value) : NULL;

  return number != NULL ? number : json_null ();
}

static json_t *
text_or_null (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

static void
keep (const Result *result)
{
  const double ratio = result->limit > 0 ? result->ours / result->limit : 0;

  json_array_append_new (results.rows,
                         json_pack ("{s:s, s:s, s:f, s:o, s:o, s:o, s:o, s:o, s:b, s:o}", "what",
                                    result->what, "unit", result->unit, "ours", result->ours,
                                    "limit", number_or_null (result->limit), "limit_is",
                                    text_or_null (result->limit_is), "ratio",
                                    number_or_null (ratio), "most", number_or_null (result->most),
                                    "most_ratio", number_or_null (result->most_ratio), "reached",
                                    is_reached (result), "note", text_or_null (result->note)));
}

/* Four figures, without an exponent where that can be helped. */
static void
print_number (int width, double value)
{
  const int decimals = value >= 1000 ? 0 : value >= 100 ? 1 : value >= 1 ? 2 : 4;

  if (value == 0)
    printf ("%*s", width, "-");
  else
    printf ("%*.*f", width, decimals, value);
}

static void
print_aim (const Result *result)
{
  if (result->most > 0)
    printf ("  <= %g", result->most);
  if (result->most_ratio > 0)
    printf ("  ratio <= %g", result->most_ratio);
  if (!is_reached (result))
    printf ("  NOT REACHED");
}

static void
print (const Result *result)
{
  /* Padded by letters: the names of what is measured have other letters than ASCII's. */
  const glong pad = 44 - g_utf8_strlen (result->what, -1);
  const glong unit_pad = 24 - g_utf8_strlen (result->unit, -1);

  printf ("%s%*s ", result->what, (int) MAX (pad, 0), "");
  print_number (10, result->ours);
  printf ("  %s%*s ", result->unit, (int) MAX (unit_pad, 0), "");
  print_number (10, result->limit);
  print_number (7, result->limit > 0 ? result->ours / result->limit : 0);
  print_aim (result);
  printf ("\n");
  if (result->note != NULL)
    printf ("    %s\n", result->note);
}

void
results_add (const Result *result)
{
  results.missed |= !is_reached (result);
  if (results.json)
    keep (result);
  else
    print (result);
}

void
results_add_growth (const char *what,
                    const char *size_unit,
                    const double *sizes,
                    const char *cost_unit,
                    const double *costs,
                    gsize n,
                    double most_exponent)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (note, "%s%.4g", i > 0 ? " / " : "", costs[i]);
  g_string_append_printf (note, " %s for ", cost_unit);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (note, "%s%.0f", i > 0 ? " / " : "", sizes[i]);
  g_string_append_printf (note, " %s", size_unit);

  results_add (&(Result){ .what = what,
                          .unit = "exponent of growth",
                          .ours = rounds_exponent (sizes, costs, n),
                          .most = most_exponent,
                          .note = note->str });
}

int
results_end (void)
{
  if (results.json) {
    json_t *all = json_pack ("{s:s, s:O}", "benchmark", results.benchmark, "results", results.rows);

    json_dumpf (all, stdout, JSON_INDENT (1) | JSON_REAL_PRECISION (5));
    printf ("\n");
    json_decref (all);
  }
  json_decref (results.rows);
  return results.missed ? 1 : 0;
}
