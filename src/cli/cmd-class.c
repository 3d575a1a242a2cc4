/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-class.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "classroom/class-cache.h"
#include "classroom/class-report.h"
#include "classroom/school.h"
#include "cli/class-chores.h"
#include "cli/class-statements.h"
#include "cli/class-text.h"
#include "cli/complain.h"
#include "cli/long-work.h"
#include "cli/session-choice.h"
#include "cli/settings.h"
#include "cli/store-chores.h"
#include "cli/write-out.h"

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* The command line as it was given; strings are owned. */
typedef struct {
  DeskSessionChoice choice;
  char *mode;
  char *format;
  char *output;
  gboolean anew;
  gboolean hand_in;
  gboolean send;
  gboolean store;
  gboolean test;
  gboolean statements;
  char *account;
  char *folder; /* that of the command line, or else the school's */
} Options;

static void
options_clear (Options *options)
{
  desk_session_choice_clear (&options->choice);
  g_free (options->mode);
  g_free (options->format);
  g_free (options->output);
  g_free (options->account);
  g_free (options->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char explanation[] = N_ (
    "FOLDER holds journals, in folders of any depth; anything else in it is ignored. It may be\n"
    "left out where the school has set one up in /etc/frontdesk/frontdesk.conf, or you have in\n"
    "the preferences. Figures are those of the latest session. What was read is remembered in the\n"
    "cache folder, so that the next time is quick. A mistake is shared when two trainees or more\n"
    "made it in their latest session of a scenario. With --store the class is read from the\n"
    "learning record store that the school or the user has set, to which --send delivers. The exit\n"
    "status is 0 when the class was written, whatever was found in the folder, 2 for a wrong command\n"
    "line and 3 when the folder or a file failed.");

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "mode", 0, 0, G_OPTION_ARG_STRING, &options->mode,
      N_ ("Only sessions of MODE: practice, guided, exam or simulated"), N_ ("MODE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("Output format: text, json, csv or html"), N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { "anew", 0, 0, G_OPTION_ARG_NONE, &options->anew,
      N_ ("Read all journals again, without the cache"), NULL },
    { "hand-in", 0, 0, G_OPTION_ARG_NONE, &options->hand_in,
      N_ ("Hand in the finished sessions waiting on this computer"), NULL },
    { "send", 0, 0, G_OPTION_ARG_NONE, &options->send,
      N_ ("Deliver what is waiting for the learning record store"), NULL },
    { "store", 0, 0, G_OPTION_ARG_NONE, &options->store,
      N_ ("Read the class from the learning record store"), NULL },
    { "test", 0, 0, G_OPTION_ARG_NONE, &options->test,
      N_ ("Say in a line each whether the folder and the store can be used"), NULL },
    { "statements", 0, 0, G_OPTION_ARG_NONE, &options->statements,
      N_ ("Show the statements of journals for a learning record store, and send nothing"), NULL },
    { "account", 0, 0, G_OPTION_ARG_STRING, &options->account,
      N_ ("How statements name the trainee: pseudonym, name or mbox"), N_ ("SCHEME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context =
      g_option_context_new (_ ("[FOLDER] | --statements JOURNAL…"));

  desk_session_choice_add_to (&options->choice, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _ ("Shows how a class gets on, from a folder of journals."));
  g_option_context_set_description (context, _ (explanation));
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
is_format (const char *name)
{
  static const char *const formats[] = { "text", "json", "csv", "html", NULL };

  return name == NULL || g_strv_contains (formats, name);
}

static gboolean
is_scheme (const char *name)
{
  DeskAccountScheme scheme;

  return name == NULL || desk_account_scheme_from_name (name, &scheme);
}

static const char *
find_misuse_of_statements (const Options *options, int argc)
{
  if (options->statements && argc < 2)
    return _ ("name the journals whose statements are to be shown");
  if (options->account != NULL && !options->statements)
    return _ ("--account goes with --statements");
  if (!is_scheme (options->account))
    return _ ("the account must be pseudonym, name or mbox");
  return NULL;
}

static const char *
find_misuse (const Options *options, int argc)
{
  const char *misuse;
  DeskMode mode;

  if (argc > 2 && !options->statements)
    return _ ("name one folder");
  if (options->hand_in + options->send + options->store + options->test + options->statements > 1)
    return _ ("one thing at a time: --hand-in, --send, --store, --test or --statements");
  if (argc > 1 && (options->send || options->store))
    return _ ("a folder has nothing to do with --send and --store");
  if (!is_format (options->format))
    return _ ("the format must be text, json, csv or html");
  if (options->mode != NULL && !desk_mode_from_name (options->mode, &mode))
    return _ ("the mode must be practice, guided, exam or simulated");
  misuse = find_misuse_of_statements (options, argc);
  return misuse != NULL ? misuse : desk_session_choice_find_misuse (&options->choice);
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk class: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk class --help”."));
  return STATUS_USAGE;
}

static void
tell_progress (guint done, guint total, gpointer data)
{
  desk_long_work_tell (total > 0 ? (double) done / total : 0, data);
}

/* NULL: the status says what became of it. */
static DeskClassFolder *
read_folder (const Options *options, int *status)
{
  g_autofree char *full = g_canonicalize_filename (options->folder, NULL);
  g_autofree char *cache = options->anew ? NULL : desk_class_cache_path (full);
  g_autoptr (DeskClassFolder) folder = NULL;
  g_autoptr (GError) error = NULL;
  DeskLongWork work;

  desk_long_work_begin (&work, _ ("Reading the journals"));
  folder = desk_class_folder_read (full, cache, tell_progress, &work, work.cancellable, &error);
  *status = desk_long_work_end (&work);
  if (*status != 0) {
    g_printerr ("%s\n", _ ("Stopped."));
    return NULL;
  }
  if (folder == NULL) {
    desk_complain ("class", error->message);
    *status = STATUS_SYSTEM;
  }
  return g_steal_pointer (&folder);
}

static DeskClassFilter
make_filter (const Options *options)
{
  DeskClassFilter filter = { .sessions = desk_session_choice_to_filter (&options->choice) };

  filter.has_mode = options->mode != NULL && desk_mode_from_name (options->mode, &filter.mode);
  return filter;
}

static char *
show (const DeskClassFolder *folder, const DeskClassView *view, const char *format)
{
  if (g_strcmp0 (format, "json") == 0)
    return desk_class_to_json (folder, view);
  if (g_strcmp0 (format, "csv") == 0)
    return desk_class_to_csv (view);
  if (g_strcmp0 (format, "html") == 0)
    return desk_class_to_html (folder, view);
  return desk_class_to_text (folder, view);
}

static int
write_class (const DeskClassFolder *folder, const Options *options)
{
  const DeskClassFilter filter = make_filter (options);
  g_autoptr (DeskClassView) view = desk_class_view_new (folder->sessions, &filter);
  char *shown = show (folder, view, options->format);
  g_autoptr (GBytes) bytes = g_bytes_new_take (shown, strlen (shown));

  return desk_write_out ("class", options->output, bytes) ? STATUS_DONE : STATUS_SYSTEM;
}

static int
show_class (const Options *options)
{
  int status;
  g_autoptr (DeskClassFolder) folder = read_folder (options, &status);

  return folder != NULL ? write_class (folder, options) : status;
}

/* Not the school's salt, which is nobody's to read here: it only shows what a pseudonym looks like. */
#define SPECIMEN_SALT "a specimen, not a secret"

/* As they would be sent to the store that is set, or to one that is set by no more than its address. */
static int
show_statements (const Options *options, char **paths)
{
  g_autoptr (GBytes) salt = g_bytes_new_static (SPECIMEN_SALT, strlen (SPECIMEN_SALT));
  DeskStatementWays ways = { .scheme = DESK_ACCOUNT_PSEUDONYM, .salt = salt };
  int status;
  g_autoptr (DeskStoreSetup) setup = desk_store_chore_find (&status);

  if (status != STATUS_DONE)
    return status;
  if (setup != NULL) {
    ways.scheme = setup->account;
    ways.home_page = setup->homepage;
  }
  if (options->account != NULL)
    desk_account_scheme_from_name (options->account, &ways.scheme);
  if (ways.scheme != DESK_ACCOUNT_NAME)
    g_printerr ("%s\n",
                _ ("Pseudonyms are made with a specimen salt here, not with the school's."));
  return desk_class_show_statements (paths, &ways);
}

/* The folder that is meant; NULL: the status says why there is none. */
static char *
find_folder (int argc, char **argv, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSchool) school = NULL;
  g_autofree char *folder = NULL;

  if (argc == 2)
    return g_strdup (argv[1]);
  school = desk_school_new (&error);
  if (school == NULL) {
    desk_complain ("class", error->message);
    *status = STATUS_FAULTS;
    return NULL;
  }
  folder = desk_settings_find_class_folder (school);
  if (folder == NULL)
    *status = wrong_usage (_ ("name a folder: neither the school nor your preferences have one"));
  return g_steal_pointer (&folder);
}

/* What is done with the store that is set: `chore` of --send or --test, or NULL to show the class. */
static int
use_store (const Options *options, int (*chore) (const DeskStoreSetup *setup))
{
  const DeskClassFilter filter = make_filter (options);
  int status;
  g_autoptr (DeskStoreSetup) setup = desk_store_chore_find (&status);
  g_autoptr (DeskClassFolder) folder = NULL;

  if (status != STATUS_DONE)
    return status;
  if (setup == NULL)
    return wrong_usage (_ ("no learning record store is set"));
  if (chore != NULL)
    return chore (setup);
  folder = desk_store_chore_read (setup, filter.sessions.since_us, &status);
  return folder != NULL ? write_class (folder, options) : status;
}

/* Of the folder and of the store, whichever is set. */
static int
test_all (int argc, char **argv)
{
  g_autoptr (DeskSchool) school = argc == 2 ? NULL : desk_school_new (NULL);
  g_autofree char *folder = argc == 2        ? g_strdup (argv[1])
                            : school != NULL ? desk_settings_find_class_folder (school)
                                             : NULL;
  const int status = folder != NULL ? desk_class_chore_test (folder) : STATUS_DONE;
  int status_of_store = STATUS_DONE;
  g_autoptr (DeskStoreSetup) setup = argc == 2 ? NULL : desk_store_chore_find (&status_of_store);

  if (setup != NULL)
    status_of_store = desk_store_chore_test (setup);
  else if (folder == NULL && status_of_store == STATUS_DONE)
    return wrong_usage (
        _ ("name a folder: neither the school nor your preferences have one, nor a learning record "
           "store"));
  return MAX (status, status_of_store);
}

int
desk_cmd_class (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  const char *misuse;
  int status = STATUS_DONE;

  if (!parse_options (&options, &argc, &argv, &error))
    return wrong_usage (error->message);
  misuse = find_misuse (&options, argc);
  if (misuse != NULL)
    return wrong_usage (misuse);
  if (options.statements)
    return show_statements (&options, argv + 1);
  if (options.test)
    return test_all (argc, argv);
  if (options.send || options.store)
    return use_store (&options, options.send ? desk_store_chore_send : NULL);
  options.folder = find_folder (argc, argv, &status);
  if (options.folder == NULL)
    return status;
  if (options.hand_in)
    return desk_class_chore_hand_in (options.folder);
  return show_class (&options);
}
