/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-report.h"

#include "report/csv.h"

static const char *const names[] = { "trainee",  "scenario",       "title",   "sessions",
                                     "passed",   "latest",         "best",    "mean",
                                     "response", "asa_seconds",    "message", "started",
                                     "mode",     "accommodations", "journal", "unproved" };

static void
append_figure (GString *csv, double value)
{
  if (value < 0)
    desk_csv_empty (csv);
  else
    desk_csv_number (csv, value);
}

static void
append_cell (GString *csv, const DeskClassCell *cell)
{
  const DeskClassSession *latest = cell->latest;

  desk_csv_text (csv, cell->trainee);
  desk_csv_text (csv, cell->scenario);
  desk_csv_text (csv, cell->title);
  desk_csv_integer (csv, cell->sessions->len);
  desk_csv_integer (csv, cell->n_passed);
  append_figure (csv, latest->score);
  append_figure (csv, cell->best);
  append_figure (csv, desk_round_2 (cell->mean));
  append_figure (csv, latest->response);
  append_figure (csv, latest->asa_seconds);
  append_figure (csv, latest->message);
  desk_csv_text (csv, latest->started);
  desk_csv_text (csv, desk_mode_name (latest->mode));
  desk_csv_text (csv, latest->accommodations);
  desk_csv_text (csv, latest->path);
  desk_csv_boolean (csv, latest->unproved);
  desk_csv_end_row (csv);
}

char *
desk_class_to_csv (const DeskClassView *view)
{
  GString *csv = g_string_new (NULL);

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    desk_csv_text (csv, names[n]);
  desk_csv_end_row (csv);
  for (guint n = 0; n < view->cells->len; n++)
    append_cell (csv, view->cells->pdata[n]);
  return g_string_free (csv, FALSE);
}
