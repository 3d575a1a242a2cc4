/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "past.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "history/history-files.h"

static const char yaml[] =
    "format: 1\ntitle: \"Quiet hour\"\nlanguage: en\ncountry: gb\nlines: 1\nduration: 10:00\n"
    "organisation: Harbour Print\npeople:\n  - {id: free, name: Fay, extension: 201}\n"
    "calls:\n  - {id: one, at: 0, caller: {given: Ola}, expect: {do: decline},"
    " says: {opening: {text: Hello}}}\n";

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    while (umount2 (child, MNT_DETACH) == 0)
      ;
    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_tree (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

void
past_set_up (Past *past, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  past->folder = g_dir_make_tmp ("frontdesk-history-XXXXXX", &error);
  g_assert_no_error (error);
  past->path = g_build_filename (past->folder, "made", "history.db", NULL);
  past->sessions = g_build_filename (past->folder, "made", "sessions", NULL);
}

void
past_tear_down (Past *past, gconstpointer data)
{
  remove_tree (past->folder);
  g_assert_false (g_file_test (past->folder, G_FILE_TEST_EXISTS));
  g_free (past->folder);
  g_free (past->path);
  g_free (past->sessions);
}

DeskHistory *
past_open (const Past *past)
{
  g_autoptr (GError) error = NULL;
  DeskHistory *history = desk_history_open (past->path, &error);

  g_assert_no_error (error);
  return history;
}

static Shift *
begin (DeskMode mode, const char *accommodation)
{
  if (accommodation == NULL)
    return shift_new (yaml, mode);
  g_assert_cmpint (mode, ==, DESK_MODE_EXAM);
  return shift_new_adjusted (yaml, accommodation);
}

static void
work_shift (Shift *shift, PastWork work)
{
  switch (work) {
  case PAST_WELL:
    shift_work (shift, 0, "1000 answer 1\n1500 say 1 greet\n5000 say 1 goodbye\n8000 release 1\n");
    break;
  case PAST_MUTE:
    shift_work (shift, 0, "1000 answer 1\n7000 say 1 goodbye\n8000 release 1\n");
    break;
  case PAST_CURT: shift_work (shift, 0, "1000 answer 1\n8000 release 1\n"); break;
  case PAST_CUT: shift_work (shift, 0, "1000 answer 1\n"); return;
  case PAST_EARLY: shift_finish (shift, TRUE); return;
  case PAST_ABSENT: break;
  }
  shift_run_on (shift);
  shift_finish (shift, FALSE);
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (new, parts);
}

/* What is made up of an exam must look as if it had been written so. */
static char *
seal_anew (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *sealed = g_string_new (NULL);
  DeskChain chain = { 0 };

  for (guint n = 0; *lines[n] != '\0'; n++) {
    const char *value = g_strrstr (lines[n], ",\"chain\":\"");
    const gsize from = sealed->len;

    g_string_append_printf (sealed, "%.*s}\n", (int) (value - lines[n]), lines[n]);
    desk_chain_seal (&chain, sealed, from);
  }
  return g_string_free (sealed, FALSE);
}

GBytes *
past_journal (PastWork work,
              DeskMode mode,
              const char *accommodation,
              const char *trainee,
              const char *started)
{
  g_autoptr (Shift) shift = begin (mode, accommodation);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *who = g_strdup_printf ("\"trainee\":\"%s\"", trainee);
  g_autofree char *dated = NULL;
  char *sealed;

  work_shift (shift, work);
  bytes = shift_journal (shift);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  renamed = replace (text, "\"trainee\":\"Kim\"", who);
  dated = replace (renamed, "2026-11-23T09:14:07+01:00", started);
  sealed = mode == DESK_MODE_EXAM ? seal_anew (dated) : g_steal_pointer (&dated);
  return g_bytes_new_take (sealed, strlen (sealed));
}

static void
write_bytes (const char *path, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

char *
past_leave (
    const char *folder, const char *name, PastWork work, const char *trainee, const char *started)
{
  g_autoptr (GBytes) bytes = past_journal (work, DESK_MODE_PRACTICE, NULL, trainee, started);
  char *path = g_build_filename (folder, name, NULL);

  write_bytes (path, bytes);
  return path;
}

void
past_add (const Past *past,
          DeskHistory *history,
          const char *name,
          PastWork work,
          const char *trainee,
          const char *started)
{
  g_autofree char *path = past_leave (past->sessions, name, work, trainee, started);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, &error);
  g_autoptr (DeskScorecard) scorecard = NULL;

  g_assert_no_error (error);
  scorecard = desk_scorecard_new (recording);
  desk_history_add (history, scorecard, path, &error);
  g_assert_no_error (error);
}

GPtrArray *
past_list (DeskHistory *history, const char *trainee)
{
  const DeskHistoryFilter filter = { .trainee = trainee };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = desk_history_list (history, &filter, &error);

  g_assert_no_error (error);
  return entries;
}

guint
past_count (DeskHistory *history)
{
  g_autoptr (GPtrArray) entries = past_list (history, NULL);

  return entries->len;
}

const DeskHistoryEntry *
past_find (const GPtrArray *entries, const char *id)
{
  for (guint n = 0; n < entries->len; n++) {
    const DeskHistoryEntry *entry = entries->pdata[n];

    if (g_str_equal (entry->id, id))
      return entry;
  }
  g_error ("there is no session %s", id);
}

GPtrArray *
past_files (const char *folder)
{
  return desk_history_walk (folder, NULL, NULL);
}

char *
past_find_file (const Past *past, const char *beginning)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autoptr (GPtrArray) files = past_files (folder);

  for (guint n = 0; n < files->len; n++) {
    g_autofree char *name = g_path_get_basename (files->pdata[n]);

    if (g_str_has_prefix (name, beginning))
      return g_strdup (files->pdata[n]);
  }
  g_error ("there is no file %s…", beginning);
}

char *
past_checksum (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return g_strdup ("none");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

void
past_sql (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  char *fault = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &fault);
  g_assert_cmpstr (fault, ==, NULL);
  sqlite3_close (database);
}

void
past_assert (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  if (sqlite3_column_int (statement, 0) != 1)
    g_error ("%s: it is not so: %s", path, sql);
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

gboolean
past_mount (const Past *past, const char *folder, const char *options)
{
  g_assert_true (g_str_has_prefix (folder, past->folder));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (mount ("none", folder, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0)
    return TRUE;
  g_test_skip ("no file system can be mounted here");
  return FALSE;
}
