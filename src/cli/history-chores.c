/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/history-chores.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "history/history-import.h"
#include "history/history-trainee.h"
#include "report/words.h"

#define LONGEST_NAME 40 /* letters beside a number that counts up */

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* Set by Ctrl+C, looked at between two journals: the work stops where nothing is half done. */
static volatile sig_atomic_t interrupted;

static void
on_interrupt (int number)
{
  interrupted = 1;
}

static GCancellable *
begin_work (void)
{
  struct sigaction action = { .sa_handler = on_interrupt };

  interrupted = 0;
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  return g_cancellable_new ();
}

static void
clear_line (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}

static void
show (guint done, guint total, const char *name, gpointer data)
{
  g_autofree char *tame = desk_words_tame (name);
  g_autofree char *beginning =
      g_utf8_substring (tame, 0, MIN (g_utf8_strlen (tame, -1), LONGEST_NAME));

  if (interrupted)
    g_cancellable_cancel (data);
  if (!isatty (STDERR_FILENO))
    return;
  clear_line ();
  g_printerr (_ ("%u of %u: %s"), done, total, beginning);
}

/* Ends as a program does that Ctrl+C ends. */
static int
end_interrupted (void)
{
  g_printerr ("%s\n", _ ("Stopped. What was done before is kept."));
  signal (SIGINT, SIG_DFL);
  raise (SIGINT);
  return STATUS_SYSTEM;
}

static int
tell_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return end_interrupted ();
  g_printerr ("frontdesk history: %s\n", error->message);
  if (error->domain == G_FILE_ERROR ||
      g_error_matches (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_EXISTS))
    return STATUS_FAULTS;
  return STATUS_SYSTEM;
}

static void
end_work (void)
{
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  clear_line ();
}

static void
tell_unreadable (const DeskHistoryImport *result)
{
  for (guint n = 0; n < result->unreadable->len; n++) {
    const DeskHistoryFault *fault = result->unreadable->pdata[n];

    if (g_str_has_prefix (fault->reason, fault->path))
      g_printerr ("%s\n", fault->reason);
    else
      g_printerr ("%s: %s\n", fault->path, fault->reason);
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
  g_autoptr (GCancellable) cancellable = begin_work ();
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean good =
      desk_history_import (history, folder, &result, show, cancellable, cancellable, &error);

  end_work ();
  return good ? tell_import (&result) : tell_error (error);
}

int
desk_history_chore_rebuild (DeskHistory *history)
{
  g_autoptr (GCancellable) cancellable = begin_work ();
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean good =
      desk_history_rebuild (history, &result, show, cancellable, cancellable, &error);

  end_work ();
  return good ? tell_import (&result) : tell_error (error);
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

int
desk_history_chore_export (DeskHistory *history, const char *trainee, const char *folder)
{
  g_autoptr (GCancellable) cancellable = begin_work ();
  g_auto (DeskHistoryHolding) found = { 0 };
  g_auto (DeskHistoryHolding) copied = { 0 };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = desk_history_survey (history, trainee, &found, &error);

  if (good && is_empty (&found))
    return tell_nobody (trainee);
  good = good && desk_history_export (history, trainee, folder, &copied, show, cancellable,
                                      cancellable, &error);
  end_work ();
  if (!good)
    return tell_error (error);
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
    g_printerr ("frontdesk history: %s\n", _ ("nobody can be asked here: say --yes"));
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
    tell_path (_ ("Out of use"), old->pdata[n]);
  if (days == 0)
    g_print ("%s\n", _ ("Sessions are kept for ever."));
  else
    g_print (ngettext ("Sessions are kept for %u day.\n", "Sessions are kept for %u days.\n", days),
             days);
  return STATUS_DONE;
}
