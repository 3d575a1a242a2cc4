/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-trainee.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "past.h"

/* A trainee's data as a whole, and for how long it is kept. */

static void
write_text (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Kim: a session with a recording and a report, another, one that was never finished. Eva: a session
 * whose name begins as Kim's does, and a report. A letter of nobody. */
static DeskHistory *
furnish (const Past *past)
{
  DeskHistory *history = past_open (past);

  past_add (past, history, "day.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  past_add (past, history, "imported/day.journal", PAST_MUTE, "Kim", "2026-11-22T09:00:00Z");
  g_free (past_leave (past->sessions, "cut.journal", PAST_CUT, "Kim", "2026-11-23T09:00:00Z"));
  past_add (past, history, "day.two.journal", PAST_WELL, "Eva", "2026-11-21T09:00:00Z");
  past_add (past, history, "day-2.journal", PAST_CURT, "Eva", "2026-11-21T09:00:00Z");
  write_text (past->sessions, "day.ogg", "recording");
  write_text (past->sessions, "day.report.pdf", "report");
  write_text (past->sessions, "day.two.pdf", "Eva's");
  write_text (past->sessions, "day-2.pdf", "Eva's");
  write_text (past->sessions, "letter.txt", "nobody's");
  return history;
}

static const char *const kims[] = { "day.journal", "imported/day.journal", "cut.journal", "day.ogg",
                                    "day.report.pdf" };
static const char *const others[] = { "day.two.journal", "day-2.journal", "day.two.pdf",
                                      "day-2.pdf", "letter.txt" };

static void
assert_others_are_there (const Past *past)
{
  for (guint n = 0; n < G_N_ELEMENTS (others); n++)
    g_assert_true (is_there (past->sessions, others[n]));
}

static void
test_survey (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_auto (DeskHistoryHolding) holding = { 0 };
  guint64 n_bytes = 0;

  for (guint n = 0; n < G_N_ELEMENTS (kims); n++) {
    g_autofree char *path = g_build_filename (past->sessions, kims[n], NULL);
    GStatBuf info;

    g_assert_cmpint (g_stat (path, &info), ==, 0);
    n_bytes += (guint64) info.st_size;
  }
  g_assert_true (desk_history_survey (history, "Kim", &holding, NULL));
  g_assert_cmpuint (holding.n_sessions, ==, 2);
  g_assert_cmpuint (holding.n_files, ==, 5);
  g_assert_cmpuint (holding.n_bytes, ==, n_bytes);
  g_assert_null (holding.left);
}

static void
test_delete (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GPtrArray) left = NULL;

  g_assert_true (desk_history_delete (history, "Kim", &holding, NULL));
  g_assert_cmpuint (holding.n_sessions, ==, 2);
  g_assert_cmpuint (holding.n_files, ==, 5);
  for (guint n = 0; n < G_N_ELEMENTS (kims); n++)
    g_assert_false (is_there (past->sessions, kims[n]));
  assert_others_are_there (past);
  left = past_list (history, NULL);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpstr (((DeskHistoryEntry *) left->pdata[0])->trainee, ==, "Eva");
  past_assert (past->path, "SELECT count(*) = 2 FROM (SELECT DISTINCT session FROM marks)");
}

/* An interrupted shift that was put aside is the trainee's all the same. */
static void
test_delete_put_aside (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *aside = g_build_filename (past->sessions, "aside", NULL);
  g_auto (DeskHistoryHolding) holding = { 0 };

  g_assert_cmpint (g_mkdir_with_parents (aside, 0700), ==, 0);
  g_free (past_leave (aside, "half.journal", PAST_CUT, "Kim", "2026-11-24T09:00:00Z"));
  write_text (aside, "half.flac", "recording");
  g_free (past_leave (aside, "evas.journal", PAST_CUT, "Eva", "2026-11-24T09:00:00Z"));
  g_assert_true (desk_history_delete (history, "Kim", &holding, NULL));
  g_assert_cmpuint (holding.n_files, ==, 7);
  g_assert_false (is_there (aside, "half.journal"));
  g_assert_false (is_there (aside, "half.flac"));
  g_assert_true (is_there (aside, "evas.journal"));
}

/* The history is found to be damaged on deleting, and is made again from the journals. There the names
 * fall otherwise, in the order of the paths: whose session is called what has changed. */
static void
test_delete_after_damage (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GPtrArray) left = NULL;

  past_add (past, history, "imported/day.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  past_add (past, history, "day.journal", PAST_MUTE, "Eva", "2026-11-22T09:00:00Z");
  past_sql (past->path, "PRAGMA writable_schema = ON;"
                        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
                        " WHERE name = 'sessions') WHERE name = 'marks';"
                        "PRAGMA schema_version = 1000");
  g_assert_true (desk_history_delete (history, "Kim", &holding, NULL));
  g_assert_nonnull (desk_history_get_notice (history));
  g_assert_cmpuint (holding.n_sessions, ==, 1);
  left = past_list (history, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((DeskHistoryEntry *) left->pdata[0])->trainee, ==, "Eva");
  g_assert_true (is_there (past->sessions, "day.journal"));
  g_assert_false (is_there (past->sessions, "imported/day.journal"));
}

/* As a session that was just started has it open. */
static DeskJournal *
begin_journal (const Past *past, const char *name)
{
  g_autoptr (GBytes) bytes =
      past_journal (PAST_CUT, DESK_MODE_PRACTICE, NULL, "Kim", "2026-11-24T09:00:00Z");
  g_autoptr (DeskRecording) like = desk_recording_load_from_data (
      g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name, NULL);
  g_autofree char *path = g_build_filename (past->sessions, name, NULL);
  g_autoptr (GError) error = NULL;
  DeskJournal *journal = desk_journal_create (path, &error);

  g_assert_no_error (error);
  desk_journal_append_header (journal, like->header, like->scenario, like->lengths, &error);
  g_assert_no_error (error);
  return journal;
}

/* Kim is at work: that session is told and left, with what lies beside it, and taken along. */
static void
test_session_that_runs (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autoptr (DeskJournal) journal = begin_journal (past, "now.journal");
  g_autofree char *folder = g_build_filename (past->folder, "for Kim", NULL);
  g_auto (DeskHistoryHolding) exported = { 0 };
  g_auto (DeskHistoryHolding) deleted = { 0 };
  g_auto (DeskHistoryHolding) later = { 0 };

  write_text (past->sessions, "now.ogg", "recording");
  g_assert_true (desk_history_export (history, "Kim", folder, &exported, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (exported.n_files, ==, 7);
  g_assert_true (desk_history_delete (history, "Kim", &deleted, NULL));
  g_assert_cmpuint (deleted.n_files, ==, 5);
  g_assert_cmpuint (deleted.left->len, ==, 2);
  g_assert_true (is_there (past->sessions, "now.journal"));
  g_assert_true (is_there (past->sessions, "now.ogg"));

  g_clear_object (&journal);
  g_assert_true (desk_history_delete (history, "Kim", &later, NULL));
  g_assert_cmpuint (later.n_files, ==, 2);
  g_assert_null (later.left);
  g_assert_false (is_there (past->sessions, "now.journal"));
}

/* A file that cannot go is told, with the reason; a history that cannot be written loses no file. */
static void
test_delete_read_only (Past *past, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autoptr (DeskHistory) history = NULL;
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GError) error = NULL;

  if (!past_mount (past, folder, "size=2m") || !past_mount (past, past->sessions, "size=2m"))
    return;
  history = furnish (past);
  g_clear_pointer (&history, desk_history_close);
  g_assert_cmpint (mount ("none", folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  history = past_open (past);
  g_assert_false (desk_history_delete (history, "Kim", &holding, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
  for (guint n = 0; n < G_N_ELEMENTS (kims); n++)
    g_assert_true (is_there (past->sessions, kims[n]));
}

static void
test_delete_stubborn_file (Past *past, gconstpointer data)
{
  g_autofree char *imported = g_build_filename (past->sessions, "imported", NULL);
  g_autofree char *stubborn = g_build_filename (imported, "day.journal", NULL);
  g_autoptr (DeskHistory) history = NULL;
  g_auto (DeskHistoryHolding) holding = { 0 };

  if (!past_mount (past, imported, "size=1m"))
    return;
  history = furnish (past);
  g_assert_cmpint (mount ("none", imported, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  g_assert_true (desk_history_delete (history, "Kim", &holding, NULL));
  g_assert_cmpuint (holding.n_files, ==, 4);
  g_assert_cmpuint (holding.left->len, ==, 1);
  g_assert_cmpstr (((DeskHistoryFault *) holding.left->pdata[0])->path, ==, stubborn);
  g_assert_true (g_file_test (stubborn, G_FILE_TEST_EXISTS));
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &data, &length, NULL) &&
         memmem (data, length, text, strlen (text)) != NULL;
}

/* Not in the file, nor in its log. The name is one that no other bytes have. */
static void
test_no_trace (Past *past, gconstpointer data)
{
  static const char name[] = "Zebulon Quixworthy";
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *log = g_strconcat (past->path, "-wal", NULL);
  g_auto (DeskHistoryHolding) holding = { 0 };

  for (guint n = 0; n < 40; n++) {
    g_autofree char *file = g_strdup_printf ("%u.journal", n);
    g_autofree char *started = g_strdup_printf ("2026-11-21T09:00:%02uZ", n);

    past_add (past, history, file, PAST_WELL, n % 2 == 0 ? name : "Eva", started);
  }
  g_assert_true (holds (past->path, name) || holds (log, name));
  g_assert_true (desk_history_delete (history, name, &holding, NULL));
  g_assert_cmpuint (holding.n_sessions, ==, 20);
  g_assert_false (holds (past->path, name));
  g_assert_false (holds (log, name));
  g_clear_pointer (&history, desk_history_close);
  g_assert_false (holds (past->path, name));
}

/* The name that the window would offer next time goes too, and only if it is this one. */
static void
test_last_name (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_auto (DeskHistoryHolding) evas = { 0 };
  g_auto (DeskHistoryHolding) kim = { 0 };

  write_text (folder, "last-trainee", "Kim");
  g_assert_true (desk_history_delete (history, "Eva", &evas, NULL));
  g_assert_true (is_there (folder, "last-trainee"));
  g_assert_true (desk_history_delete (history, "Kim", &kim, NULL));
  g_assert_false (is_there (folder, "last-trainee"));
}

/* Told, and not touched: a journal of hers elsewhere, and histories out of use. */
static void
test_elsewhere (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = g_path_get_dirname (past->path);
  g_autofree char *other = g_build_filename (past->folder, "other", NULL);
  g_autofree char *path =
      past_leave (other, "e.journal", PAST_ABSENT, "Kim", "2026-11-20T09:00:00Z");
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, NULL);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);
  g_auto (DeskHistoryHolding) holding = { 0 };

  g_assert_true (desk_history_add (history, scorecard, path, NULL));
  write_text (folder, "history-damaged-2026-11-01T090000.db", "x");
  g_assert_true (desk_history_delete (history, "Kim", &holding, NULL));
  g_assert_cmpuint (holding.n_sessions, ==, 3);
  g_assert_cmpuint (holding.left->len, ==, 2);
  g_assert_cmpstr (((DeskHistoryFault *) holding.left->pdata[0])->path, ==, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (is_there (folder, "history-damaged-2026-11-01T090000.db"));
}

static void
assert_no_part (const Past *past)
{
  g_autoptr (GPtrArray) files = past_files (past->folder);

  for (guint n = 0; n < files->len; n++)
    g_assert_null (strstr (files->pdata[n], ".part-"));
}

static void
test_export (Past *past, gconstpointer data)
{
  static const char *const expected[] = { "cut.journal",    "day.journal",          "day.ogg",
                                          "day.report.pdf", "imported/day.journal", "sessions.csv",
                                          "sessions.json" };
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = g_build_filename (past->folder, "for Kim", NULL);
  g_autofree char *table = g_build_filename (folder, "sessions.json", NULL);
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  desk_history_export (history, "Kim", folder, &holding, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (holding.n_sessions, ==, 2);
  g_assert_cmpuint (holding.n_files, ==, 5);
  files = past_files (folder);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  for (guint n = 0; n < files->len; n++)
    g_assert_true (g_str_has_suffix (files->pdata[n], expected[n]));
  g_assert_true (holds (table, "\"journal\":\"imported/day.journal\""));
  g_assert_false (holds (table, past->folder));
  assert_no_part (past);
  assert_others_are_there (past);
}

/* Into an empty folder, but over nothing. */
static void
test_export_over (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = g_build_filename (past->folder, "there", NULL);
  g_auto (DeskHistoryHolding) first = { 0 };
  g_auto (DeskHistoryHolding) second = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (desk_history_export (history, "Kim", folder, &first, NULL, NULL, NULL, NULL));
  g_assert_false (desk_history_export (history, "Eva", folder, &second, NULL, NULL, NULL, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_EXISTS);
  g_assert_false (is_there (folder, "day-2.journal"));
  assert_no_part (past);
}

static void
cancel_now (guint done, guint total, const char *name, gpointer data)
{
  g_assert_cmpuint (total, ==, 5);
  if (done == 1)
    g_cancellable_cancel (data);
}

static void
test_export_cancelled (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = g_build_filename (past->folder, "half", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_history_export (history, "Kim", folder, &holding, cancel_now, cancellable,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  assert_no_part (past);
}

static void
add_elsewhere (const Past *past, DeskHistory *history)
{
  g_autofree char *other = g_build_filename (past->folder, "other", NULL);
  g_autofree char *path =
      past_leave (other, "e.journal", PAST_ABSENT, "Kim", "2026-11-20T09:00:00Z");
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, NULL);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);

  g_assert_true (desk_history_add (history, scorecard, path, NULL));
  write_text (other, "e.ogg", "recording");
  write_text (other, "e.pdf", "report");
}

static void
note_done (guint done, guint total, const char *name, gpointer data)
{
  g_assert_cmpuint (total, ==, 8);
  g_assert_cmpuint (done, ==, (*(guint *) data)++);
}

/* What lies beside a journal elsewhere is copied too, and counts. */
static void
test_export_elsewhere (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *folder = g_build_filename (past->folder, "for Kim", NULL);
  g_auto (DeskHistoryHolding) holding = { 0 };
  guint n_told = 0;

  add_elsewhere (past, history);
  g_assert_true (
      desk_history_export (history, "Kim", folder, &holding, note_done, &n_told, NULL, NULL));
  g_assert_cmpuint (n_told, ==, 8);
  g_assert_cmpuint (holding.n_files, ==, 8);
  g_assert_true (is_there (folder, "elsewhere/1/e.journal"));
  g_assert_true (is_there (folder, "elsewhere/1/e.ogg"));
  g_assert_true (is_there (folder, "elsewhere/1/e.pdf"));
}

/* The folder fills up: nothing is left lying about, and our own files are as they were. */
static void
test_export_disk_full (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = furnish (past);
  g_autofree char *stick = g_build_filename (past->folder, "stick", NULL);
  g_autofree char *folder = g_build_filename (stick, "kim", NULL);
  g_autofree char *big = g_strnfill (200000, 'x');
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (!past_mount (past, stick, "size=64k"))
    return;
  write_text (past->sessions, "day.ogg", big);
  g_assert_false (desk_history_export (history, "Kim", folder, &holding, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  files = past_files (stick);
  g_assert_cmpuint (files->len, ==, 0);
  g_assert_true (is_there (past->sessions, "day.ogg"));
}

static char *
days_ago (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);

  return g_date_time_format_iso8601 (then);
}

static void
test_expire (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *long_ago = days_ago (31);
  g_autofree char *lately = days_ago (29);
  g_auto (DeskHistoryHolding) nothing = { 0 };
  g_auto (DeskHistoryHolding) for_ever = { 0 };
  g_auto (DeskHistoryHolding) foreseen = { 0 };
  g_auto (DeskHistoryHolding) gone = { 0 };
  guint days = 1;

  past_add (past, history, "old.journal", PAST_WELL, "Kim", long_ago);
  past_add (past, history, "new.journal", PAST_WELL, "Kim", lately);
  past_add (past, history, "when.journal", PAST_WELL, "Eva", "some day");
  write_text (past->sessions, "old.pdf", "report");
  g_assert_true (desk_history_get_keep (history, &days, NULL));
  g_assert_cmpuint (days, ==, 0);
  g_assert_true (desk_history_expire (history, &nothing, NULL));
  g_assert_cmpuint (nothing.n_sessions, ==, 0);

  g_assert_true (desk_history_survey_older (history, 30, &foreseen, NULL));
  g_assert_cmpuint (foreseen.n_sessions, ==, 1);
  g_assert_cmpuint (foreseen.n_files, ==, 2);
  g_assert_cmpuint (past_count (history), ==, 3);
  g_assert_true (desk_history_survey_older (history, 0, &for_ever, NULL));
  g_assert_cmpuint (for_ever.n_sessions, ==, 0);
  g_assert_true (desk_history_set_keep (history, 30, NULL));
  g_assert_true (desk_history_get_keep (history, &days, NULL));
  g_assert_cmpuint (days, ==, 30);
  g_assert_true (desk_history_expire (history, &gone, NULL));
  g_assert_cmpuint (gone.n_sessions, ==, 1);
  g_assert_cmpuint (gone.n_files, ==, 2);
  g_assert_cmpuint (gone.n_bytes, ==, foreseen.n_bytes);
  g_assert_false (is_there (past->sessions, "old.journal"));
  g_assert_false (is_there (past->sessions, "old.pdf"));
  g_assert_true (is_there (past->sessions, "new.journal"));
  g_assert_cmpuint (past_count (history), ==, 2);
  g_assert_true (desk_history_set_keep (history, 0, NULL));
  g_assert_true (desk_history_get_keep (history, &days, NULL));
  g_assert_cmpuint (days, ==, 0);
}

#define ADD(path, test) g_test_add (path, Past, NULL, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/trainee/survey", test_survey);
  ADD ("/trainee/delete", test_delete);
  ADD ("/trainee/delete-put-aside", test_delete_put_aside);
  ADD ("/trainee/delete-after-damage", test_delete_after_damage);
  ADD ("/trainee/session-that-runs", test_session_that_runs);
  ADD ("/trainee/delete-read-only", test_delete_read_only);
  ADD ("/trainee/delete-stubborn-file", test_delete_stubborn_file);
  ADD ("/trainee/no-trace", test_no_trace);
  ADD ("/trainee/last-name", test_last_name);
  ADD ("/trainee/elsewhere", test_elsewhere);
  ADD ("/trainee/export", test_export);
  ADD ("/trainee/export-elsewhere", test_export_elsewhere);
  ADD ("/trainee/export-over", test_export_over);
  ADD ("/trainee/export-cancelled", test_export_cancelled);
  ADD ("/trainee/export-disk-full", test_export_disk_full);
  ADD ("/trainee/expire", test_expire);
  return g_test_run ();
}
