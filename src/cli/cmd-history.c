/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-history.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/complain.h"
#include "cli/history-chores.h"
#include "cli/history-text.h"
#include "cli/session-choice.h"
#include "history/history-trainee.h"

enum {
  STATUS_DONE = 0,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* The command line as it was given; strings are owned. */
typedef struct {
  DeskSessionChoice choice;
  char *format;
  char *import;
  char *export;
  char *keep;
  gboolean rebuild;
  gboolean delete;
  gboolean where;
  gboolean yes;
} Options;

static void
options_clear (Options *options)
{
  desk_session_choice_clear (&options->choice);
  g_free (options->format);
  g_free (options->import);
  g_free (options->export);
  g_free (options->keep);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char explanation[] = N_ (
    "A kind of mistake persists when points were lost by it in more than half of the last five\n"
    "comparable sessions (same trainee, mode and accommodations) to which it applied, and in at\n"
    "least two. It is given in points of a call, and as it was in the five sessions before.");

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("Output format: text, json or csv"), N_ ("FORMAT") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &options->import,
      N_ ("Add the journals in FOLDER, also those from other computers"), N_ ("FOLDER") },
    { "rebuild", 0, 0, G_OPTION_ARG_NONE, &options->rebuild,
      N_ ("Score all journals again and rebuild the history from them"), NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &options->export,
      N_ ("Copy everything about the trainee into FOLDER"), N_ ("FOLDER") },
    { "delete", 0, 0, G_OPTION_ARG_NONE, &options->delete,
      N_ ("Delete everything about the trainee"), NULL },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &options->keep, N_ ("Keep sessions for DAYS, or forever"),
      N_ ("DAYS") },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &options->yes, N_ ("Delete without asking"), NULL },
    { "where", 0, 0, G_OPTION_ARG_NONE, &options->where, N_ ("Show where everything is kept"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  desk_session_choice_add_to (&options->choice, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Lists the sessions on this computer, newest first."));
  g_option_context_set_description (context, _ (explanation));
  return g_option_context_parse (context, argc, argv, error);
}

static guint
count_chores (const Options *options)
{
  return (options->import != NULL) + (options->export != NULL) + (options->keep != NULL) +
         (options->rebuild != FALSE) + (options->delete != FALSE) + (options->where != FALSE);
}

static gboolean
is_format (const char *name)
{
  static const char *const formats[] = { "text", "json", "csv", NULL };

  return name == NULL || g_strv_contains (formats, name);
}

/* "forever" is 0. */
static gboolean
read_days (const char *text, guint *days)
{
  guint64 value = 0;

  if (!g_str_equal (text, "forever") &&
      !g_ascii_string_to_unsigned (text, 10, 1, DESK_HISTORY_MOST_DAYS, &value, NULL))
    return FALSE;
  *days = (guint) value;
  return TRUE;
}

static const char *
find_misuse_of_list (const Options *options)
{
  if (!is_format (options->format))
    return _ ("the format must be text, json or csv");
  return desk_session_choice_find_misuse (&options->choice);
}

static const char *
find_misuse (const Options *options, int argc)
{
  const gboolean of_trainee = options->export != NULL || options->delete;
  guint days;

  if (argc != 1)
    return _ ("this command takes options alone");
  if (count_chores (options) > 1)
    return _ ("one thing at a time: --import, --rebuild, --export, --delete, --keep or --where");
  if ((options->import != NULL && *options->import == '\0') ||
      (options->export != NULL && *options->export == '\0'))
    return _ ("name the folder");
  if (of_trainee && (options->choice.trainee == NULL || *options->choice.trainee == '\0'))
    return _ ("say whose: --trainee NAME");
  if (count_chores (options) > 0 &&
      (options->choice.scenario != NULL || options->choice.since != NULL ||
       options->choice.until != NULL || options->format != NULL ||
       (options->choice.trainee != NULL && !of_trainee)))
    return _ ("a choice of sessions or a format goes with the list alone");
  if (options->yes && !options->delete &&options->keep == NULL)
    return _ ("--yes goes with --delete or --keep");
  if (options->keep != NULL && !read_days (options->keep, &days))
    return _ ("--keep takes a number of days, at most 36525, or forever");
  return find_misuse_of_list (options);
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk history: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk history --help”."));
  return STATUS_USAGE;
}

static int
tell_failure (const GError *error)
{
  desk_complain ("history", error->message);
  return STATUS_SYSTEM;
}

/* What is shown; owned. */
typedef struct {
  GPtrArray *sessions; /* of DeskHistoryEntry */
  GPtrArray *progress; /* of DeskHistoryProgress; NULL: not asked for */
} Past;

static void
past_clear (Past *past)
{
  g_clear_pointer (&past->sessions, g_ptr_array_unref);
  g_clear_pointer (&past->progress, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_clear)

static gboolean
wants (const Options *options, const char *format)
{
  return g_str_equal (options->format != NULL ? options->format : "text", format);
}

/* Where no history was begun there is nothing to show. */
static gboolean
read_past (Past *past, DeskHistory *history, const Options *options, GError **error)
{
  const DeskHistoryFilter filter = desk_session_choice_to_filter (&options->choice);

  if (history == NULL) {
    past->sessions = g_ptr_array_new ();
    past->progress = g_ptr_array_new ();
    return TRUE;
  }
  past->sessions = desk_history_list (history, &filter, error);
  if (past->sessions == NULL || !wants (options, "text"))
    return past->sessions != NULL;
  past->progress = desk_history_progress (history, &filter, error);
  return past->progress != NULL;
}

static char *
show (const Past *past, const Options *options)
{
  if (wants (options, "json"))
    return desk_history_to_json (past->sessions);
  if (wants (options, "csv"))
    return desk_history_to_csv (past->sessions);
  return desk_history_to_text (past->sessions, past->progress,
                               desk_session_choice_is_made (&options->choice));
}

/* `told`: what was told before; damage may show on use. */
static void
tell_notice (DeskHistory *history, const char *told)
{
  const char *notice = history != NULL ? desk_history_get_notice (history) : NULL;

  if (notice != NULL && g_strcmp0 (notice, told) != 0)
    g_printerr ("frontdesk history: %s\n", notice);
}

static int
list (DeskHistory *history, const Options *options)
{
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Past) past = { 0 };

  if (history != NULL)
    desk_history_chore_expire (history);
  if (!read_past (&past, history, options, &error))
    return tell_failure (error);
  shown = show (&past, options);
  /* The bytes as they are: GLib's printing would turn them into the locale's character set. */
  fputs (shown, stdout);
  return STATUS_DONE;
}

static int
do_chore (DeskHistory *history, const Options *options)
{
  guint days = 0;

  if (options->import != NULL)
    return desk_history_chore_import (history, options->import);
  if (options->rebuild)
    return desk_history_chore_rebuild (history);
  if (options->export != NULL)
    return desk_history_chore_export (history, options->choice.trainee, options->export);
  if (options->delete)
    return desk_history_chore_delete (history, options->choice.trainee, options->yes);
  if (options->where)
    return desk_history_chore_where (history);
  read_days (options->keep, &days);
  return desk_history_chore_keep (history, days, options->yes);
}

/* To list what is not there begins no history, unless there are journals to begin it from. */
static gboolean
is_nothing_to_list (const char *path, const Options *options)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *sessions = g_build_filename (folder, "sessions", NULL);

  return count_chores (options) == 0 && !g_file_test (path, G_FILE_TEST_EXISTS) &&
         !g_file_test (sessions, G_FILE_TEST_EXISTS);
}

int
desk_cmd_history (int argc, char **argv)
{
  g_autofree char *path = desk_history_default_path ();
  g_auto (Options) options = { 0 };
  g_autofree char *told = NULL;
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  const char *misuse;
  int status;

  if (!parse_options (&options, &argc, &argv, &error))
    return wrong_usage (error->message);
  misuse = find_misuse (&options, argc);
  if (misuse != NULL)
    return wrong_usage (misuse);
  if (!is_nothing_to_list (path, &options)) {
    history = desk_history_chore_open (path, &status);
    if (history == NULL)
      return status;
  }
  tell_notice (history, NULL);
  told = g_strdup (history != NULL ? desk_history_get_notice (history) : NULL);
  status = count_chores (&options) > 0 ? do_chore (history, &options) : list (history, &options);
  tell_notice (history, told);
  return status;
}
