/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history/history-options.h"
#include "history/history-progress.h"
#include "past.h"

/* Several programs at once, for which this one runs itself again, and many sessions. */

#define N_WRITERS 6
#define N_EACH 15
#define MANY 1000

static char *own_path;

/* "--write PATH SESSIONS NUMBER REMOTE": what a program does that others run beside. */
static int
write_sessions (char **arguments)
{
  Past past = { .path = arguments[0], .sessions = arguments[1] };
  const DeskHistoryOptions options = { .remote = atoi (arguments[3]) };

  for (guint n = 0; n < N_EACH; n++) {
    g_autofree char *name = g_strdup_printf ("%s-%02u.journal", arguments[2], n);
    g_autofree char *started = g_strdup_printf ("2026-11-21T09:%02u:%02uZ", atoi (arguments[2]), n);
    g_autoptr (GError) error = NULL;
    g_autoptr (DeskHistory) history = desk_history_open_with (past.path, &options, &error);

    g_assert_no_error (error);
    g_assert_true (g_str_equal (desk_history_get_path (history), past.path));
    past_add (&past, history, name, PAST_WELL, "Kim", started);
  }
  return 0;
}

static GPid
start_writer (const Past *past, guint number, gboolean remote)
{
  g_autofree char *named = g_strdup_printf ("%u", number);
  const char *arguments[] = { own_path, "--write",          past->path, past->sessions,
                              named,    remote ? "1" : "0", NULL };
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                 &error);
  g_assert_no_error (error);
  return pid;
}

static int
wait_for (GPid pid)
{
  int status = 0;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
assert_sound (const Past *past)
{
  past_assert (past->path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check");
  past_assert (past->path, "SELECT count(*) = 0 FROM pragma_foreign_key_check");
}

/* None of them finds a file, all begin at once; `data`: some do without shared memory. */
static void
test_writers (Past *past, gconstpointer data)
{
  GPid writers[N_WRITERS];
  g_autoptr (DeskHistory) history = NULL;

  for (guint n = 0; n < N_WRITERS; n++)
    writers[n] = start_writer (past, n, data != NULL && n % 2 == 0);
  for (guint n = 0; n < N_WRITERS; n++)
    g_assert_cmpint (wait_for (writers[n]), ==, 0);
  history = past_open (past);
  g_assert_null (desk_history_get_notice (history));
  g_assert_cmpuint (past_count (history), ==, N_WRITERS * N_EACH);
  assert_sound (past);
}

/* They find a damaged one. */
static void
test_writers_and_damage (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  GPid writers[N_WRITERS];
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GPtrArray) old = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (past->path, "SQLite format 4, as it were", -1, NULL));
  for (guint n = 0; n < N_WRITERS; n++)
    writers[n] = start_writer (past, n, FALSE);
  for (guint n = 0; n < N_WRITERS; n++)
    g_assert_cmpint (wait_for (writers[n]), ==, 0);
  history = past_open (past);
  old = desk_history_list_old_files (history);
  g_assert_cmpuint (old->len, ==, 1);
  g_assert_cmpuint (past_count (history), ==, N_WRITERS * N_EACH);
  assert_sound (past);
}

/* One after the other is killed at work; what the last one wrote is all there. */
static void
test_killed (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;

  for (guint n = 0; n < 8; n++) {
    GPid writer = start_writer (past, n, FALSE);

    g_usleep (20000 * (n + 1));
    kill (writer, SIGKILL);
    wait_for (writer);
  }
  g_assert_cmpint (wait_for (start_writer (past, 8, FALSE)), ==, 0);
  history = past_open (past);
  g_assert_null (desk_history_get_notice (history));
  g_assert_cmpuint (past_count (history), >=, N_EACH);
  assert_sound (past);
}

static void
add_many (const Past *past)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GString) sql = g_string_new ("BEGIN;");

  past_add (past, history, "one.journal", PAST_CURT, "Kim", "2026-11-21T09:00:00Z");
  for (guint n = 1; n < MANY; n++)
    g_string_append_printf (
        sql,
        "INSERT INTO sessions SELECT NULL, id || '-%u', identity || '-%u', 'Trainee %u', scenario,"
        " title, started, started_us + %u, mode, accommodations, rubric, score, pass, passed, band,"
        " n_calls, n_critical, response, n_response, message, n_message, handling, n_handling,"
        " handling_seconds, n_handling_seconds, imported, id || '-%u.journal' FROM sessions"
        " WHERE id = 'one';"
        "INSERT INTO marks SELECT last_insert_rowid (), kind, n_calls, n_calls_lost, lost"
        " FROM marks WHERE session = 1;",
        n, n, n % 20, n, n);
  g_string_append (sql, "COMMIT");
  past_sql (past->path, sql->str);
}

/* Well under a second, opening included; the limit is for machines that do much else. */
static void
test_many_sessions (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  gint64 start_us;
  double seconds;

  add_many (past);
  start_us = g_get_monotonic_time ();
  history = past_open (past);
  g_assert_cmpuint (past_count (history), ==, MANY);
  seconds = (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
  g_test_message ("opened and listed %d sessions in %.4f s", MANY, seconds);
  g_assert_cmpfloat (seconds, <, 1);
  start_us = g_get_monotonic_time ();
  groups = desk_history_progress (history, NULL, NULL);
  seconds = (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
  g_test_message ("told the progress of %u trainees in %.4f s", groups->len, seconds);
  g_assert_cmpfloat (seconds, <, 1);
}

#define ADD(path, test, data) g_test_add (path, Past, data, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--write"))
    return write_sessions (argv + 2);
  own_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  ADD ("/crowd/writers", test_writers, NULL);
  ADD ("/crowd/writers-and-remote-ones", test_writers, "remote");
  ADD ("/crowd/writers-and-damage", test_writers_and_damage, NULL);
  ADD ("/crowd/killed", test_killed, NULL);
  ADD ("/crowd/many-sessions", test_many_sessions, NULL);
  return g_test_run ();
}
