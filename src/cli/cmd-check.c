/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-check.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>

#include "cli/load.h"
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
  for (guint i = 0; i < checked->load.unanswerable->len; i++) {
    const DeskCall *call = checked->load.unanswerable->pdata[i];
    desk_diagnostics_add (checked->diagnostics, DESK_SEVERITY_WARNING, call->file_line,
                          call->file_column,
                          _ ("even the ideal trainee cannot answer the call “%s” within its "
                             "patience; move it or the calls before it"),
                          call->id);
  }
  /* They point into the scenario, which goes. */
  g_ptr_array_set_size (checked->load.unanswerable, 0);
}

static void
print_load (const char *path, const DeskLoad *load)
{
  g_autofree char *calls = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u call", "%u calls", load->calls), load->calls);
  g_autofree char *lines = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", load->lines), load->lines);
  long talk = lround (load->talk_seconds);

  g_print (_ ("%s: %s on %s, %.1f in ten minutes, at most %u at once, %ld:%02ld of talk; the ideal "
              "trainee scores %.2f"),
           path, calls, lines, load->calls_per_ten_minutes, load->most_at_once, talk / 60,
           talk % 60, load->ideal_score);
  g_print ("\n");
}

static void
print_text (const Checked *checked)
{
  g_autofree char *faults = desk_diagnostics_to_text (checked->diagnostics);

  g_printerr ("%s", faults);
  if (checked->has_load)
    print_load (desk_diagnostics_get_path (checked->diagnostics), &checked->load);
}

/* Two decimals, as everywhere in this program's figures. */
static json_t *
figure (double value)
{
  return json_real (desk_round_2 (value));
}

static json_t *
load_to_json (const DeskLoad *load)
{
  return json_pack ("{s:i, s:i, s:o, s:i, s:o, s:o, s:i}", "calls", (int) load->calls, "lines",
                    (int) load->lines, "calls_per_ten_minutes",
                    figure (load->calls_per_ten_minutes), "most_at_once", (int) load->most_at_once,
                    "talk_seconds", figure (load->talk_seconds), "ideal_score",
                    figure (load->ideal_score), "unanswerable", (int) load->n_unanswerable);
}

/* A path may hold any bytes; JSON is UTF-8. */
static json_t *
path_to_json (const char *path)
{
  g_autofree char *utf8 = g_filename_display_name (path);

  return json_string (utf8);
}

static json_t *
checked_to_json (const Checked *checked)
{
  json_t *list = json_array ();

  for (guint i = 0; i < desk_diagnostics_get_n_items (checked->diagnostics); i++) {
    const DeskDiagnostic *item = desk_diagnostics_get_item (checked->diagnostics, i);
    gboolean error = item->severity == DESK_SEVERITY_ERROR;
    json_array_append_new (list, json_pack ("{s:i, s:i, s:s, s:s}", "line", (int) item->line,
                                            "column", (int) item->column, "severity",
                                            error ? "error" : "warning", "message", item->message));
  }
  json_t *load = checked->has_load ? load_to_json (&checked->load) : json_null ();
  return json_pack ("{s:o, s:o, s:o}", "path",
                    path_to_json (desk_diagnostics_get_path (checked->diagnostics)), "diagnostics",
                    list, "load", load);
}

static void
print_json (json_t *files)
{
  json_t *root = json_pack ("{s:O}", "files", files);

  json_dumpf (root, stdout, JSON_INDENT (2) | JSON_REAL_PRECISION (15));
  fputc ('\n', stdout);
  json_decref (root);
}

static int
check_all (char **paths, gboolean as_json)
{
  json_t *files = json_array ();
  int status = STATUS_DONE;

  for (; *paths != NULL; paths++) {
    g_auto (Checked) checked = { NULL };
    check (*paths, &checked);
    if (!checked.has_load)
      status = STATUS_FAULTS;
    if (as_json)
      json_array_append_new (files, checked_to_json (&checked));
    else
      print_text (&checked);
  }
  if (as_json)
    print_json (files);
  json_decref (files);
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
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to write: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("SCENARIO…"));
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context, _ ("Tells every fault of scenarios with its line, and what they ask of a trainee."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return wrong_usage (error->message);
  if (paths == NULL)
    return wrong_usage (_ ("name a scenario"));
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return wrong_usage (_ ("the format must be text or json"));
  return check_all (paths, g_strcmp0 (format, "json") == 0);
}
