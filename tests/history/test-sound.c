/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-sound.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/journal.h"
#include "history/history-import.h"
#include "history/history-trainee.h"
#include "past.h"

/* What becomes of recordings, which lie beside their journals. What is in them matters to nobody
 * here. */

#define SOUND "what was said"

static char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
leave_sound (const char *folder, const char *name)
{
  g_autofree char *path = path_in (folder, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, SOUND, -1, &error);
  g_assert_no_error (error);
}

static void
assert_sound (const char *folder, const char *name)
{
  g_autofree char *path = path_in (folder, name);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, SOUND);
}

static void
assert_gone (const char *folder, const char *name)
{
  g_autofree char *path = path_in (folder, name);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* One session with a recording, one without, and a recording of no session. */
static DeskHistory *
furnish (const Past *past)
{
  DeskHistory *history = past_open (past);

  past_add (past, history, "one.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  past_add (past, history, "two.journal", PAST_MUTE, "Kim", "2026-11-22T09:00:00Z");
  leave_sound (past->sessions, "one.flac");
  leave_sound (past->sessions, "nobody.flac");
  return history;
}

static void
assert_marked (DeskHistory *history, const char *id, const char *path)
{
  g_autoptr (GPtrArray) entries = past_list (history, NULL);

  g_assert_cmpstr (past_find (entries, id)->sound, ==, path);
}

static void
test_path (void)
{
  g_autofree char *beside = desk_journal_sound_path ("/a.journal/b c.journal");
  g_autofree char *other = desk_journal_sound_path ("/a.journal/b");

  g_assert_cmpstr (beside, ==, "/a.journal/b c.flac");
  g_assert_cmpstr (other, ==, "/a.journal/b.flac");
}

static void
test_marks (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *one = path_in (past->sessions, "one.flac");
  g_autofree char *journal = path_in (past->sessions, "one.journal");
  g_autofree char *two = path_in (past->sessions, "two.flac");

  g_assert_cmpuint (past_count (history), ==, 2);
  assert_marked (history, "one", one);
  assert_marked (history, "two", NULL);
  g_assert_cmpint (g_mkdir (two, 0700), ==, 0);
  assert_marked (history, "two", NULL);
  g_assert_cmpint (g_unlink (journal), ==, 0);
  assert_marked (history, "one", NULL);
}

static void
test_tables (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autoptr (GPtrArray) entries = past_list (history, NULL);
  g_autofree char *one = path_in (past->sessions, "one.flac");
  g_autofree char *json = desk_history_to_json (entries);
  g_autofree char *csv = desk_history_to_csv (entries);
  g_autofree char *in_json = g_strdup_printf ("\"recording\":\"%s\"}", one);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_nonnull (strstr (json, in_json));
  g_assert_nonnull (strstr (json, "\"recording\":null}"));
  g_assert_true (g_str_has_suffix (lines[0], "\"journal\",\"recording\""));
  g_assert_true (g_str_has_suffix (lines[1], "two.journal\",\"\""));
  g_assert_true (g_str_has_suffix (lines[2], "one.flac\""));
}

static void
test_delete (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *journal = path_in (past->sessions, "one.journal");
  g_autofree char *folder = path_in (past->sessions, "two.flac");
  g_autofree char *two = path_in (past->sessions, "two.journal");
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_history_delete_sound (journal, &error));
  g_assert_no_error (error);
  assert_gone (past->sessions, "one.flac");
  assert_sound (past->sessions, "nobody.flac");
  assert_marked (history, "one", NULL);
  g_assert_cmpuint (past_count (history), ==, 2);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  /* It may be gone already. */
  g_assert_true (desk_history_delete_sound (journal, &error));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (desk_history_delete_sound (two, &error));
  g_assert_cmpint (error->domain, ==, G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, "two.flac"));
}

static void
test_delete_while_working (Past *past, gconstpointer data)
{
  g_autofree char *path = path_in (past->sessions, "now.journal");
  g_autoptr (DeskHistory) history = furnish (past);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (journal);
  g_assert_cmpuint (past_count (history), ==, 2);
  leave_sound (past->sessions, "now.flac");
  g_assert_false (desk_history_delete_sound (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  assert_sound (past->sessions, "now.flac");
}

static void
test_trainee_deleted (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_auto (DeskHistoryHolding) holding = { 0 };

  g_assert_true (desk_history_delete (history, "Kim", &holding, NULL));
  g_assert_cmpuint (holding.n_files, ==, 3);
  assert_gone (past->sessions, "one.flac");
  assert_sound (past->sessions, "nobody.flac");
}

static void
test_expired (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_auto (DeskHistoryHolding) holding = { 0 };

  past_add (past, history, "old.journal", PAST_WELL, "Kim", "2001-11-21T09:00:00Z");
  leave_sound (past->sessions, "old.flac");
  g_assert_true (desk_history_set_keep (history, 30, NULL));
  g_assert_true (desk_history_expire (history, &holding, NULL));
  g_assert_cmpuint (holding.n_sessions, ==, 1);
  assert_gone (past->sessions, "old.flac");
}

static void
test_exported (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = path_in (past->folder, "copy");
  g_autofree char *table = path_in (folder, "sessions.json");
  g_autofree char *json = NULL;
  g_auto (DeskHistoryHolding) holding = { 0 };

  g_assert_true (desk_history_export (history, "Kim", folder, &holding, NULL, NULL, NULL, NULL));
  assert_sound (folder, "one.flac");
  assert_gone (folder, "nobody.flac");
  g_assert_true (g_file_get_contents (table, &json, NULL, NULL));
  g_assert_nonnull (strstr (json, "\"recording\":\"one.flac\"}"));
}

static void
import (DeskHistory *history, const char *folder, DeskHistoryImport *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_history_import (history, folder, result, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The copies are named anew together. */
static void
test_imported (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = path_in (past->folder, "class");
  g_autofree char *other = path_in (past->folder, "other");
  g_autofree char *imported = path_in (past->sessions, "imported");
  g_autofree char *copy = path_in (imported, "day.flac");
  g_auto (DeskHistoryImport) first = { 0 };
  g_auto (DeskHistoryImport) second = { 0 };
  struct stat info;

  g_free (past_leave (class, "day.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z"));
  g_free (past_leave (other, "day.journal", PAST_WELL, "Eva", "2026-11-21T09:00:00Z"));
  leave_sound (class, "day.flac");
  leave_sound (class, "nobody.flac");
  leave_sound (other, "day.flac");
  import (history, class, &first);
  import (history, other, &second);
  g_assert_cmpuint (first.unreadable->len + second.unreadable->len, ==, 0);
  assert_sound (imported, "day.flac");
  assert_sound (imported, "day-2.flac");
  assert_gone (imported, "nobody.flac");
  assert_marked (history, "day", copy);
  g_assert_cmpint (stat (copy, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  assert_sound (class, "day.flac");
}

/* A recording that cannot be brought along is told, and its session comes all the same. */
static void
test_import_without_room (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = path_in (past->folder, "class");
  g_autofree char *long_one = path_in (class, "day.flac");
  g_autofree char *imported = path_in (past->sessions, "imported");
  g_autofree char *much = g_strnfill (1 << 20, 'x');
  g_auto (DeskHistoryImport) result = { 0 };
  const DeskHistoryFault *fault;

  g_free (past_leave (class, "day.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z"));
  g_assert_true (g_file_set_contents (long_one, much, -1, NULL));
  if (!past_mount (past, imported, "size=256k"))
    return;
  import (history, class, &result);
  g_assert_cmpuint (result.n_new, ==, 1);
  g_assert_cmpuint (result.unreadable->len, ==, 1);
  fault = result.unreadable->pdata[0];
  g_assert_cmpstr (fault->path, ==, long_one);
  g_assert_cmpuint (past_count (history), ==, 1);
  assert_marked (history, "day", NULL);
}

#define ADD(path, function) g_test_add (path, Past, NULL, past_set_up, function, past_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/sound/path", test_path);
  ADD ("/history/sound/marks", test_marks);
  ADD ("/history/sound/tables", test_tables);
  ADD ("/history/sound/delete", test_delete);
  ADD ("/history/sound/delete-while-working", test_delete_while_working);
  ADD ("/history/sound/trainee-deleted", test_trainee_deleted);
  ADD ("/history/sound/expired", test_expired);
  ADD ("/history/sound/exported", test_exported);
  ADD ("/history/sound/imported", test_imported);
  ADD ("/history/sound/import-without-room", test_import_without_room);
  return g_test_run ();
}
