/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "history/history.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static const char yaml[] =
    "format: 1\ntitle: T\nlanguage: en\ncountry: gb\nlines: 1\nduration: 10:00\n"
    "organisation: Harbour Print\npeople:\n  - {id: free, name: Fay, extension: 201}\n"
    "calls:\n  - {id: one, at: 0, caller: {given: Ola}, expect: {do: decline},"
    " says: {opening: {text: Hello}}}\n";

typedef struct {
  char *folder; /* owned, as are the others */
  char *path;
  DeskScorecard *card;
} Fixture;

static DeskScorecard *
work (gboolean adjusted, gboolean well)
{
  g_autoptr (Shift) shift =
      adjusted ? shift_new_adjusted (yaml, "extra_time") : shift_new (yaml, DESK_MODE_EXAM);

  if (well)
    shift_work (shift, 0, "1000 answer 1\n1500 say 1 greet\n5000 say 1 goodbye\n8000 release 1\n");
  return shift_end (shift);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("frontdesk-history-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "made", "history.db", NULL);
  fixture->card = work (FALSE, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *made = g_path_get_dirname (fixture->path);

  for (guint n = 0; n < G_N_ELEMENTS (suffixes); n++) {
    g_autofree char *path = g_strconcat (fixture->path, suffixes[n], NULL);

    g_unlink (path);
  }
  g_rmdir (made);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  desk_scorecard_unref (fixture->card);
}

static DeskHistory *
open_history (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DeskHistory *history = desk_history_open (fixture->path, &error);

  g_assert_no_error (error);
  return history;
}

/* As the trainee `name`, at `started`. */
static void
add (DeskHistory *history,
     DeskScorecard *card,
     const char *name,
     const char *started,
     const char *journal)
{
  g_autoptr (GError) error = NULL;

  g_free (card->header->trainee);
  g_free (card->header->started);
  card->header->trainee = g_strdup (name);
  card->header->started = g_strdup (started);
  desk_history_add (history, card, journal, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (DeskHistory *history, const char *trainee)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = desk_history_list (history, trainee, &error);

  g_assert_no_error (error);
  return entries;
}

static void
test_remembers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = open_history (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  const DeskHistoryEntry *entry;

  add (history, fixture->card, "Kim'); DROP TABLE sessions;--", "2026-11-23T09:14:07+01:00",
       "/home/kim/2026-11-23.journal");
  g_clear_pointer (&history, desk_history_close);
  history = open_history (fixture);
  entries = list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->id, ==, "2026-11-23");
  g_assert_cmpstr (entry->trainee, ==, "Kim'); DROP TABLE sessions;--");
  g_assert_cmpstr (entry->scenario, ==, "test");
  g_assert_cmpstr (entry->started, ==, "2026-11-23T09:14:07+01:00");
  g_assert_cmpint (entry->mode, ==, DESK_MODE_EXAM);
  g_assert_cmpstr (entry->accommodations, ==, "");
  g_assert_cmpfloat (entry->score, ==, 100);
  g_assert_true (entry->passed);
  g_assert_cmpfloat (entry->response, ==, 1);
  g_assert_cmpfloat (entry->message, ==, -1);
  g_assert_cmpstr (entry->journal, ==, "/home/kim/2026-11-23.journal");
}

/* By the moment, not by the letters: 09:30 at +01:00 is before 09:00 at UTC. */
static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = open_history (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  const char *const ids[] = { "c", "b", "a" };

  add (history, fixture->card, "Kim", "2026-11-23T09:30:00+01:00", "a.journal");
  add (history, fixture->card, "Kim", "2026-11-23T09:00:00Z", "b.journal");
  add (history, fixture->card, "Kim", "2026-11-23T11:00:00+01:00", "c.journal");
  add (history, fixture->card, "Eva", "2026-11-24T11:00:00+01:00", "d.journal");
  entries = list (history, "Kim");
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (ids));
  for (guint n = 0; n < G_N_ELEMENTS (ids); n++)
    g_assert_cmpstr (((DeskHistoryEntry *) g_ptr_array_index (entries, n))->id, ==, ids[n]);
}

static void
test_same_journal_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = open_history (fixture);
  g_autoptr (GPtrArray) entries = NULL;

  add (history, fixture->card, "Kim", "2026-11-23T09:30:00+01:00", "a.journal");
  add (history, fixture->card, "Kim", "2026-11-23T09:30:00+01:00", "a.journal");
  add (history, fixture->card, "Kim", "2026-11-23T09:30:00+01:00", NULL);
  add (history, fixture->card, "Kim", "2026-11-23T09:30:00+01:00", NULL);
  entries = list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
}

static void
test_two_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) one = open_history (fixture);
  g_autoptr (DeskHistory) two = open_history (fixture);
  g_autoptr (GPtrArray) seen_by_one = NULL;
  g_autoptr (GPtrArray) seen_by_two = NULL;

  for (guint n = 0; n < 20; n++)
    add (n % 2 == 0 ? one : two, fixture->card, "Kim", "2026-11-23T09:30:00+01:00", NULL);
  seen_by_one = list (one, NULL);
  seen_by_two = list (two, NULL);
  g_assert_cmpuint (seen_by_one->len, ==, 20);
  g_assert_cmpuint (seen_by_two->len, ==, 20);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = open_history (fixture);
  g_autoptr (DeskScorecard) poor = work (FALSE, FALSE);
  g_autoptr (DeskScorecard) adjusted = work (TRUE, TRUE);
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GError) error = NULL;
  const DeskHistoryProgress *progress;

  add (history, fixture->card, "Kim", "2026-11-25T09:00:00Z", NULL);
  add (history, poor, "Kim", "2026-11-23T09:00:00Z", NULL);
  add (history, poor, "Kim", "2026-11-24T09:00:00Z", NULL);
  add (history, fixture->card, "Kim", "2026-11-26T09:00:00Z", NULL);
  add (history, adjusted, "Kim", "2026-11-27T09:00:00Z", NULL);
  figures = desk_history_progress (history, "Kim", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->len, ==, 2);
  progress = g_ptr_array_index (figures, 0);
  g_assert_false (progress->adjusted);
  g_assert_cmpuint (progress->n, ==, 4);
  g_assert_cmpuint (progress->n_passed, ==, 2);
  g_assert_cmpfloat (progress->mean, ==, 50);
  g_assert_cmpfloat (progress->best, ==, 100);
  g_assert_cmpfloat (progress->first, ==, 0);
  g_assert_cmpfloat (progress->latest, ==, 100);
  progress = g_ptr_array_index (figures, 1);
  g_assert_true (progress->adjusted);
  g_assert_cmpuint (progress->n, ==, 1);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = open_history (fixture);
  g_autoptr (GError) error = NULL;
  sqlite3 *database = NULL;

  g_clear_pointer (&history, desk_history_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, "PRAGMA user_version = 2", NULL, NULL, NULL);
  sqlite3_close (database);
  g_assert_null (desk_history_open (fixture->path, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_NEWER);
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *made = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (made, 0700);
  g_file_set_contents (fixture->path, "This is a letter, not a table of sessions. Dear Kim, …", -1,
                       NULL);
  g_assert_null (desk_history_open (fixture->path, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
}

/* Not even root can make a folder in /proc. */
static void
test_read_only (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_history_open ("/proc/frontdesk/history.db", &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/remembers", test_remembers);
  ADD ("/history/newest-first", test_newest_first);
  ADD ("/history/same-journal-once", test_same_journal_once);
  ADD ("/history/two-at-once", test_two_at_once);
  ADD ("/history/progress", test_progress);
  ADD ("/history/newer", test_newer);
  ADD ("/history/no-database", test_no_database);
  g_test_add_func ("/history/read-only", test_read_only);
  return g_test_run ();
}
