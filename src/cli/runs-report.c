/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/runs-report.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "cli/text-table.h"
#include "report/json-figures.h"
#include "report/json-print.h"

#define MOST_CALLS 20 /* on screen; JSON has them all */

void
desk_runs_report_print_json (const DeskManyShifts *many)
{
  json_t *totals = json_object ();
  json_t *spreads = json_object ();
  json_t *calls = json_array ();
  json_t *score = desk_json_spread (&many->score);
  json_t *root;
  g_autofree char *text = NULL;

  for (guint i = 0; i < many->n_totals; i++) {
    const DeskTotalRuns *total = &many->totals[i];
    gboolean applies = total->spread.n > 0;

    json_object_set_new (totals, total->name,
                         applies ? desk_json_figure (total->spread.mean) : json_null ());
    json_object_set_new (spreads, total->name,
                         applies ? desk_json_spread (&total->spread) : json_null ());
  }
  for (guint i = 0; i < many->n_calls; i++)
    json_array_append_new (calls, json_pack ("{s:s, s:o, s:i}", "id", many->calls[i].call->id,
                                             "mean", desk_json_figure (many->calls[i].mean),
                                             "failed", (int) many->calls[i].failed));
  root =
      json_pack ("{s:i, s:o, s:i, s:o, s:o, s:o}", "runs", (int) many->runs, "score", score,
                 "passed", (int) many->passed, "totals", totals, "spread", spreads, "calls", calls);
  text = desk_json_print (root, JSON_COMPACT | JSON_REAL_PRECISION (15));
  puts (text);
  json_decref (root);
}

/* What the totals are called on screen, in which unit, and how a unit is written. */
static const struct {
  const char *name;
  const char *label;
  double factor;
  const char *format; /* of a figure, which is never a mean of whole numbers alone */
} labels[] = {
  { "calls", N_ ("Calls"), 1, "%.2f" },
  { "answered", N_ ("Answered"), 1, "%.2f" },
  { "abandoned_ringing", N_ ("Gave up while it rang"), 1, "%.2f" },
  { "abandoned_hold", N_ ("Gave up waiting"), 1, "%.2f" },
  { "abandoned_silence", N_ ("Hung up in silence"), 1, "%.2f" },
  { "blocked", N_ ("Blocked, every line taken"), 1, "%.2f" },
  { "asa_seconds", N_ ("Response time (average speed of answer)"), 1, "%.1f s" },
  { "longest_answer_seconds", N_ ("Longest response time"), 1, "%.1f s" },
  { "service_level", N_ ("Service level, answered in time"), 100, "%.0f %%" },
  { "longest_hold_seconds", N_ ("Longest hold"), 1, "%.1f s" },
  { "mean_handling_seconds", N_ ("Average handling time"), 1, "%.1f s" },
  { "transfers_right", N_ ("Transfers to the right person"), 1, "%.2f" },
  { "transfers", N_ ("Transfers"), 1, "%.2f" },
  { "messages", N_ ("Messages logged"), 1, "%.2f" },
  { "messages_due", N_ ("Messages due"), 1, "%.2f" },
  { "mean_logging_seconds", N_ ("From release to logged slip"), 1, "%.1f s" },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
figure (const char *format, double value)
{
  return g_strdup_printf (format, desk_round_2 (value));
}
#pragma GCC diagnostic pop

static void
add_spread (DeskTextTable *table,
            const char *label,
            const DeskSpread *spread,
            double factor,
            const char *format)
{
  desk_text_table_take (table, g_strdup (label));
  desk_text_table_take (table, figure (format, spread->mean * factor));
  desk_text_table_take (table, figure (format, spread->sd * factor));
  desk_text_table_take (table, figure (format, spread->p5 * factor));
  desk_text_table_take (table, figure (format, spread->p95 * factor));
}

static void
append_figures (GString *text, const DeskManyShifts *many)
{
  static const gboolean to_the_right[] = { FALSE, TRUE, TRUE, TRUE, TRUE };
  g_autoptr (DeskTextTable) table = desk_text_table_new (5, to_the_right);

  desk_text_table_take (table, g_strdup (""));
  desk_text_table_take (table, g_strdup (_ ("mean")));
  desk_text_table_take (table, g_strdup (_ ("std dev")));
  /* Translators: heads of two columns, "from 80.50 to 99.44". */
  desk_text_table_take (table, g_strdup (C_ ("interval", "from")));
  desk_text_table_take (table, g_strdup (C_ ("interval", "to")));
  add_spread (table, _ ("Score"), &many->score, 1, "%.2f");
  for (guint i = 0; i < many->n_totals; i++)
    for (guint n = 0; many->totals[i].spread.n > 0 && n < G_N_ELEMENTS (labels); n++)
      if (g_str_equal (labels[n].name, many->totals[i].name))
        add_spread (table, _ (labels[n].label), &many->totals[i].spread, labels[n].factor,
                    labels[n].format);
  desk_text_table_append_to (table, text);
}

static void
append_calls (GString *text, const DeskManyShifts *many)
{
  static const gboolean to_the_right[] = { FALSE, TRUE, TRUE };
  g_autoptr (DeskTextTable) table = desk_text_table_new (3, to_the_right);

  desk_text_table_take (table, g_strdup (_ ("Calls that fail most")));
  desk_text_table_take (table, g_strdup (_ ("mean")));
  desk_text_table_take (table, g_strdup (_ ("failed")));
  for (guint i = 0; i < MIN (many->n_calls, MOST_CALLS); i++) {
    desk_text_table_take (table, desk_text_fit (many->calls[i].call->id));
    desk_text_table_take (table, figure ("%.2f", many->calls[i].mean));
    desk_text_table_take (table, g_strdup_printf ("%u", many->calls[i].failed));
  }
  desk_text_table_append_to (table, text);
  if (many->n_calls > MOST_CALLS) {
    guint more = many->n_calls - MOST_CALLS;

    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "and %u more call\n", "and %u more calls\n", more),
        more);
  }
}

void
desk_runs_report_print_text (const DeskManyShifts *many)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = desk_text_fit (many->scenario->title);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s, worked %u time\n\n",
                                       "%s, worked %u times\n\n", many->runs),
                          title, many->runs);
  append_figures (text, many);
  g_string_append (text, _ ("Nine shifts in ten lie between the last two figures.\n"));
  g_string_append_printf (text, _ ("Passed: %u of %u\n\n"), many->passed, many->runs);
  append_calls (text, many);
  g_print ("%s", text->str);
}
