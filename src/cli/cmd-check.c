/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-check.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <stdio.h>

#include "cli/check-report.h"
#include "rehearsal/load.h"
#include "report/json-figures.h"
#include "report/json-print.h"
#include "scenario/bundle.h"
#include "scenario/scenario-reader.h"
#include "scoring/scorecard.h"

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
};

/* One scenario, checked. */
typedef struct {
  DeskDiagnostics *diagnostics; /* owned */
  gboolean has_load;
  DeskLoad load;
} Checked;

static void
checked_clear (Checked *checked)
{
  g_clear_pointer (&checked->diagnostics, desk_diagnostics_free);
  if (checked->has_load)
    desk_load_clear (&checked->load);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checked, checked_clear)

/* Of the calls that nobody can take, which are in `load->unanswerable`; those among them that find no
 * line are in `load->blocked`, in the same order. */
static void
warn_unanswerable (Checked *checked)
{
  const DeskLoad *load = &checked->load;
  guint n_blocked = 0;

  for (guint i = 0; i < load->unanswerable->len; i++) {
    const DeskCall *call = load->unanswerable->pdata[i];

    if (n_blocked < load->blocked->len && load->blocked->pdata[n_blocked] == call) {
      desk_diagnostics_add (checked->diagnostics, DESK_SEVERITY_WARNING, call->file_line,
                            call->file_column,
                            _ ("even with the ideal trainee, the call “%s” finds every line taken; "
                               "move it or the calls before it, or raise “lines”"),
                            call->id);
      n_blocked++;
    } else {
      desk_diagnostics_add (checked->diagnostics, DESK_SEVERITY_WARNING, call->file_line,
                            call->file_column,
                            _ ("even the ideal trainee cannot answer the call “%s” within its "
                               "patience; move it or the calls before it"),
                            call->id);
    }
  }
}

/* The scenario in a bundle, unpacked for as long as `bundle` is there. Its faults are told as those of
 * "BUNDLE/scenario.yaml"; those of the bundle are its own. */
static DeskScenario *
load_bundle (const char *path, DeskBundle **bundle, DeskDiagnostics **diagnostics)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  DeskScenario *scenario;

  *bundle = desk_bundle_unpack (path, g_get_tmp_dir (), NULL, NULL, &error);
  if (*bundle == NULL) {
    *diagnostics = desk_diagnostics_new (path);
    desk_diagnostics_add (*diagnostics, DESK_SEVERITY_ERROR, 0, 0, "%s", error->message);
    return NULL;
  }
  scenario = desk_scenario_load_from_file ((*bundle)->folder, diagnostics);
  shown = g_build_filename (path, "scenario.yaml", NULL);
  desk_diagnostics_set_path (*diagnostics, shown);
  for (guint n = 0; n < (*bundle)->notes->len; n++)
    desk_diagnostics_add (*diagnostics, DESK_SEVERITY_WARNING, 0, 0, "%s",
                          (const char *) (*bundle)->notes->pdata[n]);
  return scenario;
}

static DeskScenario *
load (const char *path, DeskBundle **bundle, DeskDiagnostics **diagnostics)
{
  return desk_bundle_is_one (path) ? load_bundle (path, bundle, diagnostics)
                                   : desk_scenario_load_from_file (path, diagnostics);
}

static void
check (const char *path, Checked *checked)
{
  g_autoptr (DeskBundle) bundle = NULL;
  g_autoptr (DeskScenario) scenario = load (path, &bundle, &checked->diagnostics);

  if (scenario == NULL)
    return;
  desk_load_measure (scenario, &checked->load);
  checked->has_load = TRUE;
  warn_unanswerable (checked);
}

static void
print_text (const Checked *checked, gboolean details)
{
  desk_check_report_faults (checked->diagnostics);
  if (!checked->has_load)
    return;
  desk_check_report_load (desk_diagnostics_get_path (checked->diagnostics), &checked->load);
  if (details)
    desk_check_report_details (&checked->load);
}

static json_t *
spread_to_json (const DeskSpread *spread)
{
  json_t *json = desk_json_spread (spread);

  json_object_set_new (json, "runs", json_integer (spread->n));
  return json;
}

static json_t *
ids_to_json (const GPtrArray *calls)
{
  json_t *ids = json_array ();

  for (guint i = 0; i < calls->len; i++)
    json_array_append_new (ids, json_string (((const DeskCall *) calls->pdata[i])->id));
  return ids;
}

static json_t *
load_to_json (const DeskLoad *load)
{
  json_t *json = json_pack (
      "{s:i, s:i, s:o, s:i, s:o, s:o, s:i}", "calls", (int) load->calls, "lines", (int) load->lines,
      "calls_per_ten_minutes", desk_json_figure (load->calls_per_ten_minutes), "most_at_once",
      (int) load->most_at_once, "talk_seconds", desk_json_figure (load->talk_seconds),
      "ideal_score", desk_json_figure (load->ideal_score), "unanswerable",
      (int) load->n_unanswerable);
  json_t *scores =
      json_pack ("{s:o, s:o, s:o}", "ideal", spread_to_json (&load->ideal), "steady",
                 spread_to_json (&load->steady), "hurried", spread_to_json (&load->hurried));
  json_t *more = json_pack (
      "{s:o, s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:s, s:o, s:i}", "shift_seconds",
      desk_json_figure (load->shift_seconds), "occupancy", desk_json_figure (load->occupancy),
      "waiting", desk_json_figure (load->waiting), "messages", (int) load->notes, "scores", scores,
      "unanswerable_calls", ids_to_json (load->unanswerable), "blocked_calls",
      ids_to_json (load->blocked), "late_calls", ids_to_json (load->late), "difficulty",
      desk_difficulty_name (load->difficulty), "difficulty_points", desk_json_figure (load->points),
      "against_level", load->against_level);

  json_object_update_new (json, more);
  return json;
}

/* A path may hold any bytes; JSON is UTF-8. */
static json_t *
path_to_json (const char *path)
{
  g_autofree char *utf8 = g_filename_display_name (path);

  return json_string (utf8);
}

static json_t *
diagnostic_to_json (DeskDiagnostics *diagnostics, guint n)
{
  const DeskDiagnostic *item = desk_diagnostics_get_item (diagnostics, n);
  const char *severity = item->severity == DESK_SEVERITY_ERROR ? "error" : "warning";
  g_auto (DeskQuote) quote = { NULL };
  gboolean quoted = desk_diagnostics_get_quote (diagnostics, n, &quote);

  return json_pack ("{s:i, s:i, s:s, s:s, s:o}", "line", (int) item->line, "column",
                    (int) item->column, "severity", severity, "message", item->message, "source",
                    quoted ? json_string (quote.text) : json_null ());
}

static json_t *
checked_to_json (const Checked *checked)
{
  json_t *list = json_array ();

  for (guint i = 0; i < desk_diagnostics_get_n_items (checked->diagnostics); i++)
    json_array_append_new (list, diagnostic_to_json (checked->diagnostics, i));
  json_t *load = checked->has_load ? load_to_json (&checked->load) : json_null ();
  return json_pack ("{s:o, s:o, s:o}", "path",
                    path_to_json (desk_diagnostics_get_path (checked->diagnostics)), "diagnostics",
                    list, "load", load);
}

static void
print_json (json_t *files)
{
  json_t *root = json_pack ("{s:O}", "files", files);
  g_autofree char *json = desk_json_print (root, JSON_INDENT (2) | JSON_REAL_PRECISION (15));

  puts (json);
  json_decref (root);
}

static int
check_as_json (char **paths)
{
  json_t *files = json_array ();
  int status = STATUS_DONE;

  for (; *paths != NULL; paths++) {
    g_auto (Checked) checked = { NULL };
    check (*paths, &checked);
    if (!checked.has_load)
      status = STATUS_FAULTS;
    json_array_append_new (files, checked_to_json (&checked));
  }
  print_json (files);
  json_decref (files);
  return status;
}

static int
check_as_text (char **paths, gboolean details)
{
  guint n_errors = 0, n_warnings = 0, n_faulty = 0;
  int status = STATUS_DONE;
  char **path;

  for (path = paths; *path != NULL; path++) {
    g_auto (Checked) checked = { NULL };
    check (*path, &checked);
    if (!checked.has_load)
      status = STATUS_FAULTS;
    print_text (&checked, details);
    n_errors += desk_diagnostics_count (checked.diagnostics, DESK_SEVERITY_ERROR);
    n_warnings += desk_diagnostics_count (checked.diagnostics, DESK_SEVERITY_WARNING);
    n_faulty += desk_diagnostics_get_n_items (checked.diagnostics) > 0;
  }
  desk_check_report_sum (n_errors, n_warnings, n_faulty, (guint) (path - paths));
  return status;
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk check: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk check --help”."));
  return STATUS_USAGE;
}

int
desk_cmd_check (int argc, char **argv)
{
  g_autofree char *format = NULL;
  gboolean details = FALSE;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("Output format: text or json"),
      N_ ("FORMAT") },
    { "details", 0, 0, G_OPTION_ARG_NONE, &details,
      N_ ("Describe for each what the shift will feel like, as is done for a single one"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("SCENARIO…"));
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context, _ ("Lists every fault in scenarios with its line, and what they ask of a trainee."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return wrong_usage (error->message);
  if (paths == NULL)
    return wrong_usage (_ ("name a scenario"));
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return wrong_usage (_ ("the format must be text or json"));
  if (g_strcmp0 (format, "json") == 0)
    return check_as_json (paths);
  return check_as_text (paths, details || paths[1] == NULL);
}
