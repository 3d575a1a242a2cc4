/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "history/history-private.h"
#include "past.h"

/* A program with two handles of the history must keep its locks against other programs, for which
 * this one runs itself again. A file's locks are a process's: they are gone when it closes that file,
 * by whichever handle. */

static char *own_path;

/* What another program does; the status says what came of it. */

#define STATUS_BUSY 7

/* "--write PATH": writes and goes. */
static int
write_as_another (const char *path)
{
  sqlite3 *database = NULL;
  int result;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  result = sqlite3_exec (database, "INSERT OR REPLACE INTO settings VALUES ('other', 'x')", NULL,
                         NULL, NULL);
  sqlite3_close (database);
  return result == SQLITE_BUSY ? STATUS_BUSY : result;
}

/* "--count PATH": how many sessions it sees. */
static int
count_as_another (const char *path)
{
  g_autoptr (DeskHistory) history = desk_history_open (path, NULL);

  return (int) past_count (history);
}

static int
ask_another (const char *what, const char *path)
{
  const char *arguments[] = { own_path, what, path, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static DeskHistory *
open_by_mode (const Past *past, const char *mode)
{
  const DeskHistoryOptions options = { .remote = g_str_equal (mode, "delete") };
  g_autoptr (GError) error = NULL;
  DeskHistory *history = desk_history_open_with (past->path, &options, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = desk_history_get_journal_mode (history);
  g_assert_cmpstr (found, ==, mode);
  return history;
}

typedef struct {
  const Past *past;
  const char *mode;
} Inside;

static gboolean
open_another_inside (DeskHistory *history, gpointer data, GError **error)
{
  const Inside *inside = data;

  desk_history_close (open_by_mode (inside->past, inside->mode));
  g_assert_cmpint (ask_another ("--write", inside->past->path), ==, STATUS_BUSY);
  return desk_history_set_setting (history, DESK_HISTORY_KEEP_DAYS, "30", error);
}

/* A second handle comes and goes in the middle of a transaction, which stays alone. */
static void
test_inside_transaction (Past *past, gconstpointer mode)
{
  g_autoptr (DeskHistory) history = open_by_mode (past, mode);
  Inside inside = { past, mode };
  g_autoptr (GError) error = NULL;

  desk_history_transact (history, open_another_inside, &inside, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask_another ("--write", past->path), ==, 0);
}

/* A second handle comes and goes. Another program that closes the file must not think it is the last
 * one: it would take the log away under us, and what we write would go with it. */
static void
test_between_transactions (Past *past, gconstpointer mode)
{
  g_autoptr (DeskHistory) history = open_by_mode (past, mode);

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  desk_history_close (open_by_mode (past, mode));
  g_assert_cmpint (ask_another ("--write", past->path), ==, 0);
  past_add (past, history, "b.journal", PAST_WELL, "Kim", "2026-11-22T09:00:00Z");
  if (g_str_equal (mode, "wal"))
    g_assert_cmpint (ask_another ("--count", past->path), ==, 2);
  g_assert_cmpuint (past_count (history), ==, 2);
  g_clear_pointer (&history, desk_history_close);
  g_assert_cmpint (ask_another ("--count", past->path), ==, 2);
}

#define ADD(path, test, mode) g_test_add (path, Past, mode, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_as_another (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--count"))
    return count_as_another (argv[2]);
  own_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  ADD ("/locks/delete/inside-transaction", test_inside_transaction, "delete");
  ADD ("/locks/delete/between-transactions", test_between_transactions, "delete");
  ADD ("/locks/wal/inside-transaction", test_inside_transaction, "wal");
  ADD ("/locks/wal/between-transactions", test_between_transactions, "wal");
  return g_test_run ();
}
