/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-history.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <stdio.h>

#include "history/history.h"
#include "report/csv.h"
#include "report/words.h"

enum {
  STATUS_DONE = 0,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* What is shown; lists are owned. */
typedef struct {
  GPtrArray *sessions; /* of DeskHistoryEntry */
  GPtrArray *progress; /* of DeskHistoryProgress */
} Past;

static void
past_clear (Past *past)
{
  g_clear_pointer (&past->sessions, g_ptr_array_unref);
  g_clear_pointer (&past->progress, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_clear)

typedef char *(*ShowFunc) (const Past *past);

static json_t *
figure_to_json (double value)
{
  return value < 0 ? json_null () : json_real (desk_round_2 (value));
}

static json_t *
entry_to_json (const DeskHistoryEntry *entry)
{
  json_t *object = json_object ();

  json_object_set_new (object, "id", json_string (entry->id));
  json_object_set_new (object, "trainee", json_string (entry->trainee));
  json_object_set_new (object, "scenario", json_string (entry->scenario));
  json_object_set_new (object, "started", json_string (entry->started));
  json_object_set_new (object, "mode", json_string (desk_mode_name (entry->mode)));
  json_object_set_new (object, "score", figure_to_json (entry->score));
  json_object_set_new (object, "passed", json_boolean (entry->passed));
  json_object_set_new (object, "response", figure_to_json (entry->response));
  json_object_set_new (object, "message", figure_to_json (entry->message));
  return object;
}

static char *
show_json (const Past *past)
{
  json_t *sessions = json_array ();
  json_t *object = json_object ();
  char *dumped;
  char *shown;

  for (guint n = 0; n < past->sessions->len; n++)
    json_array_append_new (sessions, entry_to_json (g_ptr_array_index (past->sessions, n)));
  json_object_set_new (object, "sessions", sessions);
  dumped = json_dumps (object, JSON_COMPACT | JSON_REAL_PRECISION (15));
  shown = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  json_decref (object);
  return shown;
}

static void
append_figure (GString *csv, double value)
{
  if (value < 0)
    desk_csv_empty (csv);
  else
    desk_csv_number (csv, value);
}

static void
append_entry (GString *csv, const DeskHistoryEntry *entry)
{
  desk_csv_text (csv, entry->id);
  desk_csv_text (csv, entry->trainee);
  desk_csv_text (csv, entry->scenario);
  desk_csv_text (csv, entry->started);
  desk_csv_text (csv, desk_mode_name (entry->mode));
  desk_csv_number (csv, entry->score);
  desk_csv_boolean (csv, entry->passed);
  append_figure (csv, entry->response);
  append_figure (csv, entry->message);
  desk_csv_end_row (csv);
}

static char *
show_csv (const Past *past)
{
  static const char *const names[] = { "id",    "trainee", "scenario", "started", "mode",
                                       "score", "passed",  "response", "message" };
  GString *csv = g_string_new (NULL);

  for (gsize n = 0; n < G_N_ELEMENTS (names); n++)
    desk_csv_text (csv, names[n]);
  desk_csv_end_row (csv);
  for (guint n = 0; n < past->sessions->len; n++)
    append_entry (csv, g_ptr_array_index (past->sessions, n));
  return g_string_free (csv, FALSE);
}

static void
append_session (GString *text, const DeskHistoryEntry *entry)
{
  g_autofree char *who = desk_words_tame (entry->trainee);
  g_autofree char *what = desk_words_tame (entry->scenario);
  g_autofree char *when = desk_words_tame (entry->started);

  g_string_append_printf (text, "%s  %6.2f  %s  %s, %s, %s%s\n", when, entry->score,
                          entry->passed ? _ ("passed    ") : _ ("not passed"), who, what,
                          desk_words_mode (entry->mode),
                          *entry->accommodations != '\0' ? _ (", adjusted") : "");
}

static void
append_progress (GString *text, const DeskHistoryProgress *progress)
{
  g_autofree char *who = desk_words_tame (progress->trainee);

  g_string_append_printf (text, "%s, %s%s: ", who, desk_words_mode (progress->mode),
                          progress->adjusted ? _ (", adjusted") : "");
  g_string_append_printf (
      text, _ ("%u sessions, %u passed, mean %.2f, best %.2f, first %.2f, latest %.2f\n"),
      progress->n, progress->n_passed, progress->mean, progress->best, progress->first,
      progress->latest);
}

static char *
show_text (const Past *past)
{
  GString *text = g_string_new (NULL);

  if (past->sessions->len == 0)
    g_string_append (text, _ ("No session has been finished yet.\n"));
  for (guint n = 0; n < past->sessions->len; n++)
    append_session (text, g_ptr_array_index (past->sessions, n));
  if (past->progress->len > 0)
    g_string_append_printf (text, "\n%s\n", _ ("Progress"));
  for (guint n = 0; n < past->progress->len; n++)
    append_progress (text, g_ptr_array_index (past->progress, n));
  return g_string_free (text, FALSE);
}

static ShowFunc
find_format (const char *name)
{
  if (name == NULL || g_str_equal (name, "text"))
    return show_text;
  if (g_str_equal (name, "json"))
    return show_json;
  return g_str_equal (name, "csv") ? show_csv : NULL;
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk history: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk history --help”."));
  return STATUS_USAGE;
}

/* Where no history was begun there is nothing to show, and none is begun for that. */
static gboolean
read_past (Past *past, const char *trainee, GError **error)
{
  g_autofree char *path = desk_history_default_path ();
  g_autoptr (DeskHistory) history = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    past->sessions = g_ptr_array_new ();
    past->progress = g_ptr_array_new ();
    return TRUE;
  }
  history = desk_history_open (path, error);
  if (history == NULL)
    return FALSE;
  past->sessions = desk_history_list (history, trainee, error);
  if (past->sessions == NULL)
    return FALSE;
  past->progress = desk_history_progress (history, trainee, error);
  return past->progress != NULL;
}

int
desk_cmd_history (int argc, char **argv)
{
  g_autofree char *trainee = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "trainee", 0, 0, G_OPTION_ARG_STRING, &trainee, N_ ("Only the sessions of NAME"),
      N_ ("NAME") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to write: text, json or csv"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Past) past = { 0 };
  g_autofree char *shown = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Lists the sessions on this machine, newest first."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return wrong_usage (error->message);
  if (argc != 1)
    return wrong_usage (_ ("this command takes options alone"));
  if (find_format (format) == NULL)
    return wrong_usage (_ ("the format must be text, json or csv"));
  if (!read_past (&past, trainee, &error)) {
    g_printerr ("frontdesk history: %s\n", error->message);
    return STATUS_SYSTEM;
  }
  shown = find_format (format) (&past);
  /* The bytes as they are: GLib's printing would turn them into the locale's character set. */
  fputs (shown, stdout);
  return STATUS_DONE;
}
