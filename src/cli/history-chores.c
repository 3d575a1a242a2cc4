/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/history-chores.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/complain.h"
#include "cli/long-work.h"
#include "history/history-import.h"
#include "history/history-options.h"
#include "history/history-trainee.h"
#include "report/words.h"

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* `data`: the DeskLongWork. */
static void
tell_progress (guint done, guint total, const char *name, gpointer data)
{
  desk_long_work_tell (total > 0 ? (double) done / total : 0, data);
}

/* Ends what was begun. The status of a program that Ctrl+C stopped, which says `what` is left; or 0. */
static int
end_work (DeskLongWork *work, const char *what)
{
  const int status = desk_long_work_end (work);

  if (status != 0)
    g_printerr ("%s %s\n", _ ("Stopped."), what);
  return status;
}

static int
tell_error (const GError *error)
{
  desk_complain ("history", error->message);
  if (error->domain == G_FILE_ERROR ||
      g_error_matches (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_EXISTS))
    return STATUS_FAULTS;
  return STATUS_SYSTEM;
}

DeskHistory *
desk_history_chore_open (const char *path, int *status)
{
  DeskLongWork work;
  DeskHistoryOptions options = { .tell = tell_progress, .tell_data = &work };
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  desk_long_work_begin (&work, _ ("Reading the sessions back"));
  options.cancellable = work.cancellable;
  history = desk_history_open_with (path, &options, &error);
  *status = end_work (&work, _ ("The sessions are read back the next time."));
  if (*status == 0 && history == NULL)
    *status = tell_error (error);
  return *status == 0 ? g_steal_pointer (&history) : NULL;
}

static void
tell_unreadable (const DeskHistoryImport *result)
{
  for (guint n = 0; n < result->unreadable->len; n++) {
    g_autofree char *line = desk_history_fault_describe (result->unreadable->pdata[n]);
    g_autofree char *tame = desk_words_tame (line);

    g_printerr ("%s\n", tame);
  }
}

static int
tell_import (const DeskHistoryImport *result)
{
  tell_unreadable (result);
  g_print (_ ("New: %u\nKnown already: %u\nNot finished: %u\nUnreadable: %u\n"), result->n_new,
           result->n_known, result->n_unfinished, result->unreadable->len);
  return result->unreadable->len > 0 ? STATUS_FAULTS : STATUS_DONE;
}

int
desk_history_chore_import (DeskHistory *history, const char *folder)
{
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;
  DeskLongWork work;
  gboolean good;
  int stopped;

  desk_long_work_begin (&work, _ ("Importing"));
  good = desk_history_import (history, folder, &result, tell_progress, &work, work.cancellable,
                              &error);
  stopped = end_work (&work, _ ("What was added before is kept."));
  if (good)
    return tell_import (&result);
  return stopped != 0 ? stopped : tell_error (error);
}

int
desk_history_chore_rebuild (DeskHistory *history)
{
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;
  DeskLongWork work;
  gboolean good;
  int stopped;

  desk_long_work_begin (&work, _ ("Scoring the journals"));
  good = desk_history_rebuild (history, &result, tell_progress, &work, work.cancellable, &error);
  stopped = end_work (&work, _ ("The history is as it was."));
  if (good)
    return tell_import (&result);
  return stopped != 0 ? stopped : tell_error (error);
}

static void
tell_left (const DeskHistoryHolding *holding)
{
  for (guint n = 0; holding->left != NULL && n < holding->left->len; n++) {
    const DeskHistoryFault *left = holding->left->pdata[n];

    g_printerr (_ ("Left as it is: %s (%s)\n"), left->path, left->reason);
  }
}

/* "3 sessions, 5 files, 120.4 kB" */
static char *
words_of_holding (const DeskHistoryHolding *holding)
{
  g_autofree char *sessions = g_strdup_printf (
      ngettext ("%u session", "%u sessions", holding->n_sessions), holding->n_sessions);
  g_autofree char *files =
      g_strdup_printf (ngettext ("%u file", "%u files", holding->n_files), holding->n_files);
  g_autofree char *size = g_format_size (holding->n_bytes);

  return g_strdup_printf ("%s, %s, %s", sessions, files, size);
}

static gboolean
is_empty (const DeskHistoryHolding *holding)
{
  return holding->n_sessions == 0 && holding->n_files == 0;
}

static int
tell_nobody (const char *trainee)
{
  g_autofree char *who = desk_words_tame (trainee);

  g_printerr (_ ("frontdesk history: there is nothing of a trainee called “%s”\n"), who);
  return STATUS_FAULTS;
}

static gboolean export(DeskHistory *history,
                       const char *trainee,
                       const char *folder,
                       DeskHistoryHolding *copied,
                       int *stopped,
                       GError **error)
{
  DeskLongWork work;
  gboolean good;

  desk_long_work_begin (&work, _ ("Copying"));
  good = desk_history_export (history, trainee, folder, copied, tell_progress, &work,
                              work.cancellable, error);
  *stopped = end_work (&work, _ ("Nothing was exported."));
  return good;
}

int
desk_history_chore_export (DeskHistory *history, const char *trainee, const char *folder)
{
  g_auto (DeskHistoryHolding) found = { 0 };
  g_auto (DeskHistoryHolding) copied = { 0 };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  int stopped = 0;

  if (!desk_history_survey (history, trainee, &found, &error))
    return tell_error (error);
  if (is_empty (&found))
    return tell_nobody (trainee);
  if (!export(history, trainee, folder, &copied, &stopped, &error))
    return stopped != 0 ? stopped : tell_error (error);
  words = words_of_holding (&copied);
  tell_left (&copied);
  g_print (_ ("Exported: %s\n"), words);
  return STATUS_DONE;
}

/* Only a person at a terminal can be asked. */
static gboolean
is_answered_yes (void)
{
  char line[16] = "";
  g_autofree char *yes = g_utf8_casefold (_ ("y"), -1);
  g_autofree char *answer = NULL;

  g_printerr ("%s ", _ ("Delete this for ever? [y/N]"));
  if (fgets (line, sizeof line, stdin) == NULL || !g_utf8_validate (line, -1, NULL))
    return FALSE;
  answer = g_utf8_casefold (line, -1);
  return g_str_has_prefix (answer, yes);
}

static int
ask (const DeskHistoryHolding *found, gboolean yes)
{
  g_autofree char *words = words_of_holding (found);

  if (yes)
    return STATUS_DONE;
  g_printerr (_ ("To be deleted: %s\n"), words);
  tell_left (found);
  if (!isatty (STDIN_FILENO) || !isatty (STDERR_FILENO)) {
    g_printerr ("frontdesk history: %s\n", _ ("cannot ask for confirmation here: give --yes"));
    return STATUS_USAGE;
  }
  if (is_answered_yes ())
    return STATUS_DONE;
  g_printerr ("%s\n", _ ("Nothing was deleted."));
  return STATUS_FAULTS;
}

static int
tell_deleted (const DeskHistoryHolding *deleted)
{
  g_autofree char *words = words_of_holding (deleted);

  tell_left (deleted);
  g_print (_ ("Deleted: %s\n"), words);
  return STATUS_DONE;
}

int
desk_history_chore_delete (DeskHistory *history, const char *trainee, gboolean yes)
{
  g_auto (DeskHistoryHolding) found = { 0 };
  g_auto (DeskHistoryHolding) deleted = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!desk_history_survey (history, trainee, &found, &error))
    return tell_error (error);
  if (is_empty (&found))
    return tell_nobody (trainee);
  status = ask (&found, yes);
  if (status != STATUS_DONE)
    return status;
  if (!desk_history_delete (history, trainee, &deleted, &error))
    return tell_error (error);
  return tell_deleted (&deleted);
}

int
desk_history_chore_keep (DeskHistory *history, guint days, gboolean yes)
{
  g_auto (DeskHistoryHolding) found = { 0 };
  g_auto (DeskHistoryHolding) deleted = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!desk_history_survey_older (history, days, &found, &error))
    return tell_error (error);
  status = is_empty (&found) ? STATUS_DONE : ask (&found, yes);
  if (status != STATUS_DONE)
    return status;
  if (!desk_history_set_keep (history, days, &error) ||
      !desk_history_expire (history, &deleted, &error))
    return tell_error (error);
  return is_empty (&deleted) ? STATUS_DONE : tell_deleted (&deleted);
}

void
desk_history_chore_expire (DeskHistory *history)
{
  g_auto (DeskHistoryHolding) deleted = { 0 };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!desk_history_expire (history, &deleted, &error)) {
    g_printerr ("frontdesk history: %s\n", error->message);
    return;
  }
  if (is_empty (&deleted))
    return;
  words = words_of_holding (&deleted);
  g_printerr (_ ("Kept for longer than was set, and deleted: %s\n"), words);
}

static void
tell_path (const char *label, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_print ("%s: %s\n", label, name);
}

int
desk_history_chore_where (DeskHistory *history)
{
  g_autoptr (GPtrArray) old = desk_history_list_old_files (history);
  g_autoptr (GError) error = NULL;
  guint days;

  if (!desk_history_get_keep (history, &days, &error))
    return tell_error (error);
  tell_path (_ ("History"), desk_history_get_path (history));
  tell_path (_ ("Journals"), desk_history_get_sessions (history));
  for (guint n = 0; n < old->len; n++)
    tell_path (_ ("No longer in use"), old->pdata[n]);
  if (days == 0)
    g_print ("%s\n", _ ("Sessions are kept for ever."));
  else
    g_print (ngettext ("Sessions are kept for %u day.\n", "Sessions are kept for %u days.\n", days),
             days);
  return STATUS_DONE;
}
