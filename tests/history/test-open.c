/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "history/history-aside.h"
#include "history/history-options.h"
#include "history/history-progress.h"
#include "history/history-trainee.h"
#include "past.h"

/* Files that are new, old, newer than the program, damaged, on another machine, not writable. */

static void
leave_two (const Past *past)
{
  g_free (past_leave (past->sessions, "a.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z"));
  g_free (past_leave (past->sessions, "b.journal", PAST_MUTE, "Eva", "2026-11-22T09:00:00Z"));
}

/* A history with two sessions, closed. */
static void
furnish (const Past *past)
{
  g_autoptr (DeskHistory) history = NULL;

  leave_two (past);
  history = past_open (past);
  g_assert_cmpuint (past_count (history), ==, 2);
}

static char *
mode_of (const char *path)
{
  g_autoptr (DeskHistory) history = desk_history_open (path, NULL);

  return desk_history_get_journal_mode (history);
}

static void
test_new (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *mode = desk_history_get_journal_mode (history);

  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpstr (desk_history_get_path (history), ==, past->path);
  g_assert_cmpstr (desk_history_get_sessions (history), ==, past->sessions);
  g_assert_null (desk_history_get_notice (history));
  past_assert (past->path, "SELECT user_version = 2 FROM pragma_user_version");
}

static void
test_empty_file (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autoptr (DeskHistory) history = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (past->path, "", 0, NULL));
  history = past_open (past);
  g_assert_null (desk_history_get_notice (history));
  g_assert_cmpuint (past_count (history), ==, 0);
}

/* Makes the folder. */
static void
copy (const char *from, const char *to)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *data = NULL;
  gsize length;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize) length, NULL));
}

/* version-1.db was written by the program that kept version 1: "kept" by Kim, "gone" by Eva, both as
 * in "/home/kim/.local/share/frontdesk/sessions", and one of Ola that never had a journal. */
static void
copy_version_1 (const Past *past)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "history", "version-1.db", NULL);
  g_autofree char *home = g_strdup_printf (
      "UPDATE sessions SET journal = replace (journal, '/home/kim/.local/share/frontdesk', '%s')",
      folder);

  copy (from, past->path);
  past_assert (past->path, "SELECT user_version = 1 FROM pragma_user_version");
  past_sql (past->path, home);
}

static void
assert_unknown (const DeskHistoryEntry *entry)
{
  g_assert_cmpstr (entry->scenario_title, ==, "");
  g_assert_cmpint (entry->n_calls, ==, -1);
  g_assert_cmpint (entry->n_critical, ==, -1);
  g_assert_cmpfloat (entry->handling, ==, -1);
  g_assert_cmpfloat (entry->pass, ==, -1);
}

/* Everything is carried over, and the journal that is there tells the rest. */
static void
test_version_1 (Past *past, gconstpointer data)
{
  g_autofree char *journal = NULL;
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  copy_version_1 (past);
  journal = past_leave (past->sessions, "kept.journal", PAST_MUTE, "Kim", "2026-11-21T09:00:00Z");
  for (guint n = 0; n < 2; n++) {
    g_clear_pointer (&history, desk_history_close);
    g_clear_pointer (&entries, g_ptr_array_unref);
    history = past_open (past);
    g_assert_null (desk_history_get_notice (history));
    entries = past_list (history, NULL);
    g_assert_cmpuint (entries->len, ==, 3);
    g_assert_cmpfloat (past_find (entries, "kept")->score, ==, 87.5);
    g_assert_cmpfloat (past_find (entries, "kept")->pass, ==, 70);
    g_assert_cmpstr (past_find (entries, "kept")->journal, ==, journal);
    g_assert_cmpint (past_find (entries, "kept")->n_calls, ==, 1);
    g_assert_cmpstr (past_find (entries, "kept")->scenario_title, ==, "Quiet hour");
    g_assert_cmpstr (past_find (entries, "gone")->trainee, ==, "Eva");
    g_assert_cmpstr (past_find (entries, "gone")->started, ==, "2026-11-22T09:00:00Z");
    g_assert_cmpfloat (past_find (entries, "gone")->score, ==, 50);
    g_assert_cmpfloat (past_find (entries, "gone")->response, ==, 1);
    assert_unknown (past_find (entries, "gone"));
    assert_unknown (entries->pdata[0]);
    g_assert_cmpstr (((DeskHistoryEntry *) entries->pdata[0])->trainee, ==, "Ola");
    g_assert_null (((DeskHistoryEntry *) entries->pdata[0])->journal);
  }
  groups = desk_history_progress (history, NULL, NULL);
  g_assert_cmpuint (groups->len, ==, 3);
  past_assert (past->path, "SELECT user_version = 2 FROM pragma_user_version");
}

static void
test_newer (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autofree char *beside = g_build_filename (folder, "history-v2.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) old = NULL;

  furnish (past);
  past_sql (past->path, "CREATE TABLE novelties (x); PRAGMA user_version = 3");
  before = past_checksum (past->path);
  for (guint n = 0; n < 2; n++) {
    g_autoptr (DeskHistory) history = past_open (past);

    g_assert_cmpstr (desk_history_get_path (history), ==, beside);
    g_assert_nonnull (strstr (desk_history_get_notice (history), past->path));
    g_assert_nonnull (strstr (desk_history_get_notice (history), beside));
    g_assert_cmpuint (past_count (history), ==, 2 + n);
    past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
    g_assert_cmpuint (past_count (history), ==, 3);
    old = desk_history_list_old_files (history);
    g_assert_cmpuint (old->len, ==, 1);
    g_clear_pointer (&old, g_ptr_array_unref);
  }
  after = past_checksum (past->path);
  g_assert_cmpstr (before, ==, after);
}

/* The newer program runs: that its file is newer stands in the log alone. */
static void
test_newer_in_use (Past *past, gconstpointer data)
{
  g_autofree char *log = g_strconcat (past->path, "-wal", NULL);
  g_autofree char *file_before = NULL;
  g_autofree char *log_before = NULL;
  g_autofree char *file_after = NULL;
  g_autofree char *log_after = NULL;
  g_autoptr (DeskHistory) history = NULL;
  sqlite3 *newer = NULL;

  furnish (past);
  g_assert_cmpint (sqlite3_open (past->path, &newer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (newer, "PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 3",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  file_before = past_checksum (past->path);
  log_before = past_checksum (log);
  history = past_open (past);
  g_assert_true (g_str_has_suffix (desk_history_get_path (history), "/history-v2.db"));
  g_clear_pointer (&history, desk_history_close);
  file_after = past_checksum (past->path);
  log_after = past_checksum (log);
  g_assert_cmpstr (file_before, ==, file_after);
  g_assert_cmpstr (log_before, ==, log_after);
  sqlite3_close (newer);
}

/* The newer program died: nobody else is there to whom the log would belong. */
static void
test_newer_that_died (Past *past, gconstpointer data)
{
  g_autofree char *other = g_build_filename (past->folder, "other", "history.db", NULL);
  g_autofree char *journals = g_build_filename (past->folder, "other", "sessions", NULL);
  const Past there = { .folder = past->folder, .path = other, .sessions = journals };
  static const char *const endings[] = { "", "-wal" };
  char *before[2];
  g_autoptr (DeskHistory) history = NULL;
  sqlite3 *newer = NULL;

  furnish (&there);
  g_assert_cmpint (sqlite3_open (other, &newer), ==, SQLITE_OK);
  sqlite3_exec (newer, "PRAGMA user_version = 3", NULL, NULL, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (endings); n++) {
    g_autofree char *from = g_strconcat (other, endings[n], NULL);
    g_autofree char *to = g_strconcat (past->path, endings[n], NULL);

    copy (from, to);
    before[n] = past_checksum (to);
  }
  sqlite3_close (newer);
  history = past_open (past);
  g_assert_true (g_str_has_suffix (desk_history_get_path (history), "/history-v2.db"));
  g_clear_pointer (&history, desk_history_close);
  for (guint n = 0; n < G_N_ELEMENTS (endings); n++) {
    g_autofree char *path = g_strconcat (past->path, endings[n], NULL);
    g_autofree char *after = past_checksum (path);

    g_assert_cmpstr (before[n], ==, after);
    g_free (before[n]);
  }
}

/* Ways to spoil a file. */
typedef enum {
  SPOIL_LETTER,    /* no database at all */
  SPOIL_STUB,      /* less than its header */
  SPOIL_HALF,      /* cut off */
  SPOIL_PAGE,      /* a page of noise */
  SPOIL_HEADER,    /* the first page is noise */
  SPOIL_STRANGER,  /* somebody else's database */
  SPOIL_STRANGER_2 /* that calls itself version 2 */
} Spoil;

static void
replace_by_stranger (const char *path, const char *sql)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  past_sql (path, sql);
}

static void
spoil (const char *path, Spoil how)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (length, >=, 8 * 4096);
  switch (how) {
  case SPOIL_LETTER:
    g_file_set_contents (path, "This is a letter, no table of sessions. Dear Kim, …", -1, NULL);
    break;
  case SPOIL_STUB: g_file_set_contents (path, data, 50, NULL); break;
  case SPOIL_HALF: g_file_set_contents (path, data, (gssize) length / 2, NULL); break;
  case SPOIL_PAGE:
    memset (data + 4096, 0xa5, 4096);
    g_file_set_contents (path, data, (gssize) length, NULL);
    break;
  case SPOIL_HEADER:
    memset (data, 0xa5, 4096);
    g_file_set_contents (path, data, (gssize) length, NULL);
    break;
  case SPOIL_STRANGER: replace_by_stranger (path, "CREATE TABLE recipes (cake)"); break;
  case SPOIL_STRANGER_2:
    replace_by_stranger (path, "CREATE TABLE recipes (cake); PRAGMA user_version = 2");
    break;
  }
}

static void
test_damaged (Past *past, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *after = NULL;
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (DeskHistory) again = NULL;

  furnish (past);
  spoil (past->path, GPOINTER_TO_INT (data));
  before = past_checksum (past->path);
  history = past_open (past);
  aside = past_find_file (past, "history-damaged-");
  after = past_checksum (aside);
  g_assert_cmpstr (before, ==, after);
  g_assert_nonnull (strstr (desk_history_get_notice (history), aside));
  g_assert_cmpstr (desk_history_get_path (history), ==, past->path);
  g_assert_cmpuint (past_count (history), ==, 2);
  again = past_open (past);
  g_assert_null (desk_history_get_notice (again));
  g_assert_cmpuint (past_count (again), ==, 2);
}

/* The page where the table of the marks begins becomes noise. */
static void
spoil_marks (const char *path)
{
  g_autofree char *data = NULL;
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  gsize length;
  gsize page;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "SELECT rootpage FROM sqlite_master WHERE name = 'marks'", -1,
                      &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  page = (gsize) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (page * 4096, <=, length);
  memset (data + (page - 1) * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

/* The time to keep can be read from the file still, and holds for the new one. */
static void
test_damaged_settings (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;
  guint days = 0;

  furnish (past);
  history = past_open (past);
  g_assert_true (desk_history_set_keep (history, 4000, NULL));
  g_clear_pointer (&history, desk_history_close);
  spoil_marks (past->path);
  history = past_open (past);
  g_assert_nonnull (desk_history_get_notice (history));
  g_assert_true (desk_history_get_keep (history, &days, NULL));
  g_assert_cmpuint (days, ==, 4000);
  g_assert_cmpuint (past_count (history), ==, 2);
}

/* What lies beside the file goes with it, and what was set aside before stays as it is. */
static void
test_set_aside_over_nothing (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *log = g_strconcat (past->path, "-wal", NULL);
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *aside_log = NULL;

  furnish (past);
  spoil (past->path, SPOIL_LETTER);
  g_assert_true (g_file_set_contents (log, "its log", -1, NULL));
  for (guint n = 0; n < 10; n++) {
    g_autoptr (GDateTime) then = g_date_time_add_seconds (now, n);
    g_autofree char *name = g_date_time_format (then, "history-damaged-%Y-%m-%dT%H%M%S.db");
    g_autofree char *taken = g_build_filename (folder, name, NULL);

    g_assert_true (g_file_set_contents (taken, "older", -1, NULL));
  }
  history = past_open (past);
  for (guint n = 0; n < 10; n++) {
    g_autofree char *first = past_find_file (past, "history-damaged-");
    g_autofree char *content = NULL;

    g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
    if (g_str_equal (content, "older"))
      g_assert_cmpint (g_unlink (first), ==, 0);
  }
  aside = past_find_file (past, "history-damaged-");
  g_assert_true (g_str_has_suffix (aside, "-2.db"));
  g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "This is a letter"));
  aside_log = g_strconcat (aside, "-wal", NULL);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (aside_log, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "its log");
}

/* The damage shows while the file is in use: the list comes all the same. */
static void
test_damaged_on_use (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;
  g_autofree char *aside = NULL;

  furnish (past);
  history = past_open (past);
  g_assert_null (desk_history_get_notice (history));
  past_sql (past->path, "PRAGMA writable_schema = ON;"
                        "UPDATE sqlite_master SET rootpage = 9999 WHERE name = 'sessions';"
                        "PRAGMA schema_version = 1000");
  g_assert_cmpuint (past_count (history), ==, 2);
  aside = past_find_file (past, "history-damaged-");
  g_assert_nonnull (strstr (desk_history_get_notice (history), aside));
  past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  g_assert_cmpuint (past_count (history), ==, 3);
}

/* Another program has set the file aside meanwhile: what comes now goes to the new one, whose log is
 * left alone when this program closes. */
static void
test_replaced_while_open (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (DeskHistory) other = NULL;
  g_autofree char *moved = NULL;

  furnish (past);
  history = past_open (past);
  moved = desk_history_set_aside (past->path, NULL);
  g_assert_nonnull (moved);
  other = past_open (past);
  past_add (past, other, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  past_add (past, history, "d.journal", PAST_WELL, "Kim", "2026-11-24T09:00:00Z");
  g_clear_pointer (&history, desk_history_close);
  g_assert_cmpuint (past_count (other), ==, 4);
  g_clear_pointer (&other, desk_history_close);
  other = past_open (past);
  g_assert_null (desk_history_get_notice (other));
  g_assert_cmpuint (past_count (other), ==, 4);
}

/* The same, and the old file is closed without more: the new one's log has what is new. */
static void
test_replaced_and_closed (Past *past, gconstpointer data)
{
  g_autofree char *log = g_strconcat (past->path, "-wal", NULL);
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (DeskHistory) other = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  furnish (past);
  history = past_open (past);
  moved = desk_history_set_aside (past->path, NULL);
  other = past_open (past);
  past_add (past, other, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  before = past_checksum (log);
  g_assert_cmpstr (before, !=, "none");
  g_clear_pointer (&history, desk_history_close);
  after = past_checksum (log);
  g_assert_cmpstr (before, ==, after);
}

static gpointer
open_in_thread (gpointer data)
{
  g_autoptr (DeskHistory) history = past_open (data);

  g_assert_cmpstr (desk_history_get_path (history), ==, ((Past *) data)->path);
  return NULL;
}

/* Many find the damage at once: one sets aside. */
static void
test_damaged_for_many (Past *past, gconstpointer data)
{
  GThread *threads[8];
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GPtrArray) old = NULL;

  furnish (past);
  spoil (past->path, SPOIL_HALF);
  for (guint n = 0; n < G_N_ELEMENTS (threads); n++)
    threads[n] = g_thread_new ("open", open_in_thread, past);
  for (guint n = 0; n < G_N_ELEMENTS (threads); n++)
    g_thread_join (threads[n]);
  history = past_open (past);
  g_assert_cmpuint (past_count (history), ==, 2);
  old = desk_history_list_old_files (history);
  g_assert_cmpuint (old->len, ==, 1);
}

static void
test_remote (Past *past, gconstpointer data)
{
  const DeskHistoryOptions options = { .remote = TRUE };
  g_autoptr (DeskHistory) history = NULL;
  g_autofree char *before = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *log = g_strconcat (past->path, "-wal", NULL);

  furnish (past);
  before = mode_of (past->path);
  g_assert_cmpstr (before, ==, "wal");
  history = desk_history_open_with (past->path, &options, NULL);
  mode = desk_history_get_journal_mode (history);
  g_assert_cmpstr (mode, ==, "delete");
  past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  g_assert_cmpuint (past_count (history), ==, 3);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_null (desk_history_get_notice (history));
}

/* Two programs without shared memory still take turns. */
static void
test_two_remote (Past *past, gconstpointer data)
{
  const DeskHistoryOptions options = { .remote = TRUE };
  g_autoptr (DeskHistory) one = desk_history_open_with (past->path, &options, NULL);
  g_autoptr (DeskHistory) two = desk_history_open_with (past->path, &options, NULL);

  for (guint n = 0; n < 10; n++) {
    g_autofree char *name = g_strdup_printf ("%u.journal", n);
    g_autofree char *started = g_strdup_printf ("2026-11-21T09:00:%02uZ", n);

    past_add (past, n % 2 == 0 ? one : two, name, PAST_WELL, "Kim", started);
  }
  g_assert_cmpuint (past_count (one), ==, 10);
  g_assert_cmpuint (past_count (two), ==, 10);
}

/* This way of SQLite's to reach files has no shared memory, and nobody told us. */
static void
test_no_shared_memory (Past *past, gconstpointer data)
{
  const DeskHistoryOptions options = { .vfs = "unix-dotfile" };
  g_autoptr (DeskHistory) history = NULL;
  g_autofree char *mode = NULL;

  if (GPOINTER_TO_INT (data))
    furnish (past);
  else
    leave_two (past);
  history = desk_history_open_with (past->path, &options, NULL);
  g_assert_nonnull (history);
  mode = desk_history_get_journal_mode (history);
  g_assert_cmpstr (mode, ==, "delete");
  g_assert_cmpuint (past_count (history), ==, 2);
  past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  g_assert_cmpuint (past_count (history), ==, 3);
  g_assert_null (desk_history_get_notice (history));
}

/* Shown, and said. */
static void
test_read_only (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  if (!past_mount (past, folder, "size=1m"))
    return;
  furnish (past);
  before = past_checksum (past->path);
  g_assert_cmpint (mount ("none", folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  history = past_open (past);
  g_assert_nonnull (strstr (desk_history_get_notice (history), past->path));
  g_assert_cmpuint (past_count (history), ==, 2);
  g_assert_false (desk_history_set_keep (history, 10, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
  after = past_checksum (past->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_nowhere (void)
{
  g_autoptr (GError) error = NULL;

  /* Not even root can make a folder in /proc. */
  g_assert_null (desk_history_open ("/proc/frontdesk/history.db", &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
}

/* As many bytes as there is room for. */
static void
fill_up (const char *path)
{
  g_autofree char *block = g_strnfill (4096, 'x');
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  while (write (fd, block, 4096) > 0)
    ;
  close (fd);
}

/* It is said; nothing is lost; and it goes on when there is room again. */
static void
test_disk_full (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *class = g_build_filename (past->folder, "class", NULL);
  g_autofree char *path = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskScorecard) scorecard = NULL;
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  if (!past_mount (past, folder, "size=512k"))
    return;
  furnish (past);
  path = past_leave (class, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  recording = desk_recording_load_from_file (path, NULL);
  scorecard = desk_scorecard_new (recording);
  history = past_open (past);
  fill_up (ballast);
  g_assert_false (desk_history_add (history, scorecard, path, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
  g_assert_cmpuint (past_count (history), ==, 2);
  g_assert_cmpint (g_unlink (ballast), ==, 0);
  g_assert_true (desk_history_add (history, scorecard, path, NULL));
  g_clear_pointer (&history, desk_history_close);
  history = past_open (past);
  g_assert_null (desk_history_get_notice (history));
  g_assert_cmpuint (past_count (history), ==, 3);
}

/* A file of ours that calls itself version 1: it cannot be carried over. */
static void
test_version_2_as_1 (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;

  furnish (past);
  past_sql (past->path, "PRAGMA user_version = 1");
  history = past_open (past);
  g_free (past_find_file (past, "history-damaged-"));
  g_assert_cmpuint (past_count (history), ==, 2);
}

/* Somebody has taken the rules out of the tables, and then the words. */
static void
test_nothing_in_rows (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autofree char *table = NULL;

  furnish (past);
  past_sql (past->path, "PRAGMA writable_schema = ON;"
                        "UPDATE sqlite_master SET sql = replace (sql, 'TEXT NOT NULL', 'TEXT')"
                        " WHERE name = 'sessions'");
  past_sql (past->path, "UPDATE sessions SET trainee = NULL, scenario = NULL, title = NULL,"
                        " started = NULL, mode = NULL, accommodations = NULL");
  history = past_open (past);
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((DeskHistoryEntry *) entries->pdata[0])->trainee, ==, "");
  table = desk_history_to_csv (entries);
  names = desk_history_list_trainees (history, NULL);
  g_assert_cmpstr (names->pdata[0], ==, "");
  scenarios = desk_history_list_scenarios (history, NULL);
  g_assert_cmpuint (scenarios->len, ==, 1);
}

static void
cancel_at_second (guint done, guint total, const char *name, gpointer data)
{
  g_assert_cmpuint (total, ==, 2);
  if (done == 1)
    g_cancellable_cancel (data);
}

/* Reading the sessions back is stopped: the history opens, takes what comes, and the next opening
 * reads all of them. */
static void
test_filling_cancelled (Past *past, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const DeskHistoryOptions options = { .tell = cancel_at_second,
                                       .tell_data = cancellable,
                                       .cancellable = cancellable };
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  leave_two (past);
  history = desk_history_open_with (past->path, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_null (desk_history_get_notice (history));
  g_assert_cmpuint (past_count (history), ==, 0);
  past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  g_assert_cmpuint (past_count (history), ==, 1);
  g_clear_pointer (&history, desk_history_close);
  history = past_open (past);
  g_assert_cmpuint (past_count (history), ==, 3);
}

#define ADD_WITH(path, test, data)                                                                 \
  g_test_add (path, Past, GINT_TO_POINTER (data), past_set_up, test, past_tear_down)
#define ADD(path, test) ADD_WITH (path, test, 0)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/open/new", test_new);
  ADD ("/open/empty-file", test_empty_file);
  ADD ("/open/version-1", test_version_1);
  ADD ("/open/newer", test_newer);
  ADD ("/open/newer-in-use", test_newer_in_use);
  ADD ("/open/newer-that-died", test_newer_that_died);
  ADD_WITH ("/open/damaged/letter", test_damaged, SPOIL_LETTER);
  ADD_WITH ("/open/damaged/stub", test_damaged, SPOIL_STUB);
  ADD_WITH ("/open/damaged/half", test_damaged, SPOIL_HALF);
  ADD_WITH ("/open/damaged/page", test_damaged, SPOIL_PAGE);
  ADD_WITH ("/open/damaged/header", test_damaged, SPOIL_HEADER);
  ADD_WITH ("/open/damaged/stranger", test_damaged, SPOIL_STRANGER);
  ADD_WITH ("/open/damaged/stranger-2", test_damaged, SPOIL_STRANGER_2);
  ADD ("/open/damaged/settings", test_damaged_settings);
  ADD ("/open/damaged/over-nothing", test_set_aside_over_nothing);
  ADD ("/open/damaged/on-use", test_damaged_on_use);
  ADD ("/open/damaged/replaced-while-open", test_replaced_while_open);
  ADD ("/open/damaged/replaced-and-closed", test_replaced_and_closed);
  ADD ("/open/damaged/for-many", test_damaged_for_many);
  ADD ("/open/version-2-as-1", test_version_2_as_1);
  ADD ("/open/nothing-in-rows", test_nothing_in_rows);
  ADD ("/open/filling-cancelled", test_filling_cancelled);
  ADD ("/open/remote", test_remote);
  ADD ("/open/two-remote", test_two_remote);
  ADD_WITH ("/open/no-shared-memory/new", test_no_shared_memory, FALSE);
  ADD_WITH ("/open/no-shared-memory/was-wal", test_no_shared_memory, TRUE);
  ADD ("/open/read-only", test_read_only);
  g_test_add_func ("/open/nowhere", test_nowhere);
  ADD ("/open/disk-full", test_disk_full);
  return g_test_run ();
}
