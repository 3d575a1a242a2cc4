/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-report.h"

#include "report/json-figures.h"
#include "report/json-print.h"
#include "scoring/loss.h"

/* File names may be no UTF-8. */
static json_t *
text (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  return json_string (valid);
}

static json_t *
figure (double value)
{
  return value < 0 ? json_null () : desk_json_figure (value);
}

static json_t *
cell_to_json (const DeskClassCell *cell)
{
  const DeskClassSession *latest = cell->latest;

  return json_pack ("{so,so,so,si,si,so,so,so,so,so,so,so,ss,ss,so,sb}", "trainee",
                    text (cell->trainee), "scenario", text (cell->scenario), "title",
                    text (cell->title), "sessions", (int) cell->sessions->len, "passed",
                    (int) cell->n_passed, "latest", figure (latest->score), "best",
                    figure (cell->best), "mean", figure (desk_round_2 (cell->mean)), "response",
                    figure (latest->response), "asa_seconds", figure (latest->asa_seconds),
                    "message", figure (latest->message), "started", text (latest->started), "mode",
                    desk_mode_name (latest->mode), "accommodations", latest->accommodations,
                    "journal", text (latest->path), "unproved", (int) latest->unproved);
}

static json_t *
week_to_json (const DeskClassWeek *week)
{
  return json_pack ("{so,ss,si,so,so,so,so}", "trainee", text (week->trainee), "week", week->week,
                    "sessions", (int) week->n, "score", figure (desk_round_2 (week->score)),
                    "response", figure (desk_round_2 (week->response)), "asa_seconds",
                    figure (desk_round_2 (week->asa_seconds)), "message",
                    figure (desk_round_2 (week->message)));
}

static json_t *
mistake_to_json (const DeskClassMistake *mistake)
{
  return json_pack ("{so,so,so,ss,so,si,si}", "scenario", text (mistake->scenario), "title",
                    text (mistake->title), "call", text (mistake->call), "kind",
                    desk_loss_name (mistake->kind), "fact",
                    mistake->fact != NULL ? text (mistake->fact) : json_null (), "trainees",
                    (int) mistake->n_lost, "of", (int) mistake->n_trainees);
}

static json_t *
faults_to_json (const GPtrArray *faults)
{
  json_t *list = json_array ();

  for (guint n = 0; n < faults->len; n++) {
    const DeskHistoryFault *fault = faults->pdata[n];

    json_array_append_new (
        list, json_pack ("{so,so}", "path", text (fault->path), "reason", text (fault->reason)));
  }
  return list;
}

static json_t *
names_to_json (const GPtrArray *names)
{
  json_t *list = json_array ();

  for (guint n = 0; n < names->len; n++)
    json_array_append_new (list, text (names->pdata[n]));
  return list;
}

static json_t *
files_to_json (const DeskClassFolder *folder)
{
  return json_pack ("{si,si,si,so,so}", "finished", (int) folder->sessions->len, "twice",
                    (int) folder->n_twice, "other", (int) folder->n_other, "unfinished",
                    names_to_json (folder->unfinished), "faults", faults_to_json (folder->faults));
}

typedef json_t *(*ToJson) (gconstpointer item);

static json_t *
list_to_json (const GPtrArray *items, ToJson to_json)
{
  json_t *list = json_array ();

  for (guint n = 0; n < items->len; n++)
    json_array_append_new (list, to_json (items->pdata[n]));
  return list;
}

char *
desk_class_to_json (const DeskClassFolder *folder, const DeskClassView *view)
{
  json_t *object = json_pack (
      "{so,si,so,so,so,so}", "folder", text (folder->path), "sessions", (int) view->n_sessions,
      "cells", list_to_json (view->cells, (ToJson) cell_to_json), "weeks",
      list_to_json (view->weeks, (ToJson) week_to_json), "mistakes",
      list_to_json (view->mistakes, (ToJson) mistake_to_json), "files", files_to_json (folder));
  g_autofree char *printed = desk_json_print (object, JSON_COMPACT | JSON_REAL_PRECISION (15));
  char *result = g_strconcat (printed, "\n", NULL);

  json_decref (object);
  return result;
}
