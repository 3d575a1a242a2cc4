/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/writers.h"

#include "report/csv.h"

/* A nested name of the JSON is written with a point: "message.value". Session and mode stand in
 * every row, so that rows of several sessions stay apart when they are put together. */

static const char *const first_names[] = {
  "rubric",         "scenario",      "trainee",       "mode",     "id",
  "score",          "outcome",       "outcome_right", "critical", "response.seconds",
  "response.value", "handling.value"
};

static void
append_header (GString *csv)
{
  for (guint n = 0; n < G_N_ELEMENTS (first_names); n++)
    desk_csv_text (csv, first_names[n]);
  for (guint item = 0; item < DESK_N_ITEMS; item++) {
    g_autofree char *name = g_strdup_printf ("handling.%s", desk_item_name ((DeskItem) item));

    desk_csv_text (csv, name);
  }
  desk_csv_text (csv, "message.value");
  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    g_autofree char *name = g_strdup_printf ("message.%s", desk_field_name ((DeskField) field));

    desk_csv_text (csv, name);
  }
  desk_csv_text (csv, "started");
  desk_csv_text (csv, "accommodations");
  desk_csv_text (csv, "chain");
  desk_csv_text (csv, "granted_at_desk");
  desk_csv_end_row (csv);
}

static void
append_applicable (GString *csv, gboolean applies, double value)
{
  if (applies)
    desk_csv_number (csv, value);
  else
    desk_csv_empty (csv);
}

static void
append_checks (GString *csv, const DeskCallScore *score)
{
  guint n = 0;

  for (guint item = 0; item < DESK_N_ITEMS; item++) {
    const gboolean applies = n < score->n_checks && score->checks[n].item == item;

    append_applicable (csv, applies, applies ? score->checks[n].value : 0);
    if (applies)
      n++;
  }
}

static void
append_message (GString *csv, const DeskSlipScore *message)
{
  append_applicable (csv, message != NULL, message != NULL ? message->value : 0);
  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    const gboolean applies = message != NULL && message->fields[field].applies;

    append_applicable (csv, applies, applies ? message->fields[field].value : 0);
  }
}

/* "time:1.5, captions"; how the checksums of an exam were found; and which of the accommodations were
 * granted by somebody other than the author of the exam. */
static void
append_terms (GString *csv, const DeskScorecard *scorecard)
{
  g_autofree char *accommodations = g_strjoinv (", ", scorecard->header->accommodations);
  g_auto (GStrv) granted_at_desk = desk_scorecard_granted_at_desk (scorecard);
  g_autofree char *granted = g_strjoinv (", ", granted_at_desk);

  desk_csv_text (csv, accommodations);
  if (scorecard->chain.state == DESK_CHAIN_NONE)
    desk_csv_empty (csv);
  else
    desk_csv_text (csv, desk_chain_state_name (scorecard->chain.state));
  desk_csv_text (csv, granted);
}

static void
append_call (GString *csv, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  desk_csv_integer (csv, DESK_RUBRIC);
  desk_csv_text (csv, scorecard->scenario->id);
  desk_csv_text (csv, scorecard->header->trainee);
  desk_csv_text (csv, desk_mode_name (scorecard->header->mode));
  desk_csv_text (csv, score->call->id);
  desk_csv_number (csv, score->score);
  desk_csv_text (csv, score->outcome);
  desk_csv_boolean (csv, score->outcome_right);
  desk_csv_boolean (csv, score->critical);
  append_applicable (csv, score->answered, score->response_seconds);
  append_applicable (csv, score->answered, score->response_value);
  append_applicable (csv, score->answered, score->handling_value);
  append_checks (csv, score);
  append_message (csv, score->message);
  desk_csv_text (csv, scorecard->header->started);
  append_terms (csv, scorecard);
  desk_csv_end_row (csv);
}

void
desk_report_write_csv (const DeskScorecard *scorecard, const DeskReportWork *work, GString *csv)
{
  append_header (csv);
  for (guint n = 0; n < scorecard->n_calls && desk_report_goes_on (work, n, scorecard->n_calls);
       n++)
    append_call (csv, scorecard, &scorecard->calls[n]);
}
