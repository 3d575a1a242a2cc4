/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "history/history-number.h"
#include "past.h"

/* Journals from a folder, and all of our own anew. */

/* Of a class, on the instructor's stick. */
static char *
class_folder (const Past *past)
{
  return g_build_filename (past->folder, "class", NULL);
}

static void
leave (const char *folder, const char *name, PastWork work, const char *trainee)
{
  g_autofree char *path = past_leave (folder, name, work, trainee, "2026-11-23T09:00:00Z");

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
import (DeskHistory *history, const char *folder, DeskHistoryImport *result)
{
  g_autoptr (GError) error = NULL;

  desk_history_import (history, folder, result, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_counts (const DeskHistoryImport *result,
               guint n_new,
               guint n_known,
               guint n_unfinished,
               guint n_unreadable)
{
  g_assert_cmpuint (result->n_new, ==, n_new);
  g_assert_cmpuint (result->n_known, ==, n_known);
  g_assert_cmpuint (result->n_unfinished, ==, n_unfinished);
  g_assert_cmpuint (result->unreadable->len, ==, n_unreadable);
}

static void
test_class (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autofree char *broken = g_build_filename (class, "broken.journal", NULL);
  g_autofree char *letter = g_build_filename (class, "letter.txt", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (DeskHistoryImport) first = { 0 };
  g_auto (DeskHistoryImport) again = { 0 };

  leave (class, "a/session.journal", PAST_WELL, "Kim");
  leave (class, "b/session.journal", PAST_MUTE, "Eva");
  leave (class, "b/copy.journal", PAST_MUTE, "Eva");
  leave (class, "c/deep/deeper/cut.journal", PAST_CUT, "Ola");
  g_assert_true (g_file_set_contents (broken, "{\"journal\":1}\n", -1, NULL));
  g_assert_true (g_file_set_contents (letter, "Dear Kim", -1, NULL));
  import (history, class, &first);
  assert_counts (&first, 2, 1, 1, 1);
  g_assert_cmpstr (((DeskHistoryFault *) first.unreadable->pdata[0])->path, ==, broken);
  g_assert_cmpstr (((DeskHistoryFault *) first.unreadable->pdata[0])->reason, !=, "");
  import (history, class, &again);
  assert_counts (&again, 0, 3, 1, 1);

  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint n = 0; n < entries->len; n++) {
    const DeskHistoryEntry *entry = entries->pdata[n];

    g_assert_true (entry->imported);
    g_assert_true (g_str_has_prefix (entry->journal, past->sessions));
    g_assert_true (g_file_test (entry->journal, G_FILE_TEST_IS_REGULAR));
  }
}

/* The class's files stay as they are, and our copies have their bytes. */
static void
test_copies (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autofree char *from = past_leave (class, "a.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  g_autofree char *to = g_build_filename (past->sessions, "imported", "a.journal", NULL);
  g_autofree char *before = past_checksum (from);
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;
  g_auto (DeskHistoryImport) result = { 0 };
  GStatBuf info;

  import (history, class, &result);
  after = past_checksum (from);
  copy = past_checksum (to);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, ==, copy);
  g_assert_cmpint (g_stat (to, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A session worked here comes back on a stick: it is known, and stays our own. */
static void
test_own_session (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_auto (DeskHistoryImport) result = { 0 };

  past_add (past, history, "mine.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  leave (class, "renamed.journal", PAST_WELL, "Kim");
  import (history, class, &result);
  assert_counts (&result, 0, 1, 0, 0);
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_false (past_find (entries, "mine")->imported);
  files = past_files (past->sessions);
  g_assert_cmpuint (files->len, ==, 1);
}

/* A known session whose journal is gone gets it back. */
static void
test_journal_comes_back (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autofree char *lost = g_build_filename (past->sessions, "mine.journal", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (DeskHistoryImport) result = { 0 };

  past_add (past, history, "mine.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  g_assert_cmpint (g_unlink (lost), ==, 0);
  leave (class, "backup.journal", PAST_WELL, "Kim");
  import (history, class, &result);
  assert_counts (&result, 0, 1, 0, 0);
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_true (g_file_test (past_find (entries, "mine")->journal, G_FILE_TEST_EXISTS));
}

static gboolean
is_unreadable (const DeskHistoryImport *result, const char *ending)
{
  for (guint n = 0; n < result->unreadable->len; n++) {
    const DeskHistoryFault *fault = result->unreadable->pdata[n];

    if (g_str_has_suffix (fault->path, ending))
      return TRUE;
  }
  return FALSE;
}

/* Links lead nowhere, neither out of the folder nor round in it; nor do folders without end. */
static void
test_links_and_depth (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autofree char *other = g_build_filename (past->folder, "other", NULL);
  g_autofree char *file = past_leave (other, "o.journal", PAST_WELL, "Ola", "2026-11-23T09:00:00Z");
  g_autofree char *round = g_build_filename (class, "round", NULL);
  g_autofree char *out = g_build_filename (class, "out", NULL);
  g_autofree char *link = g_build_filename (class, "link.journal", NULL);
  g_autofree char *pipe = g_build_filename (class, "pipe.journal", NULL);
  GString *deep = g_string_new (class);
  g_auto (DeskHistoryImport) result = { 0 };

  leave (class, "a.journal", PAST_WELL, "Kim");
  g_assert_cmpint (symlink (class, round), ==, 0);
  g_assert_cmpint (symlink (other, out), ==, 0);
  g_assert_cmpint (symlink (file, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint n = 0; n < 20; n++)
    g_string_append (deep, "/d");
  leave (deep->str, "deep.journal", PAST_MUTE, "Kim");
  import (history, class, &result);
  assert_counts (&result, 1, 0, 0, 3);
  g_assert_true (is_unreadable (&result, "/d/d"));
  g_assert_true (is_unreadable (&result, "/link.journal"));
  g_assert_true (is_unreadable (&result, "/pipe.journal"));
  g_string_free (deep, TRUE);
}

static void
test_no_folder (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *nowhere = g_build_filename (past->folder, "nowhere", NULL);
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_history_import (history, nowhere, &result, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Stops before the third journal. */
static void
stop_at_third (guint done, guint total, const char *name, gpointer data)
{
  g_assert_cmpuint (total, ==, 4);
  g_assert_cmpstr (name, !=, "");
  if (done == 2)
    g_cancellable_cancel (data);
}

static void
leave_four (const char *folder)
{
  leave (folder, "a.journal", PAST_WELL, "Ada");
  leave (folder, "b.journal", PAST_WELL, "Bo");
  leave (folder, "c.journal", PAST_WELL, "Cy");
  leave (folder, "d.journal", PAST_WELL, "Di");
}

/* What was taken before stays, and the next time the rest comes. */
static void
test_cancelled_import (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (DeskHistoryImport) first = { 0 };
  g_auto (DeskHistoryImport) second = { 0 };
  g_autoptr (GError) error = NULL;

  leave_four (class);
  g_assert_false (desk_history_import (history, class, &first, stop_at_third, cancellable,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_counts (&first, 2, 0, 0, 0);
  g_assert_cmpuint (past_count (history), ==, 2);
  import (history, class, &second);
  assert_counts (&second, 2, 2, 0, 0);
  g_assert_cmpuint (past_count (history), ==, 4);
}

typedef struct {
  const Past *past;
  const char *folder;
  guint n_new;
} InThread;

static gpointer
import_in_thread (gpointer data)
{
  InThread *job = data;
  g_autoptr (DeskHistory) history = past_open (job->past);
  g_auto (DeskHistoryImport) result = { 0 };

  import (history, job->folder, &result);
  job->n_new = result.n_new;
  return NULL;
}

/* While this thread lists what is there. */
static void
test_in_a_thread (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  InThread job = { past, class, 0 };
  GThread *thread;

  leave_four (class);
  thread = g_thread_new ("import", import_in_thread, &job);
  while (past_count (history) < 4)
    g_usleep (1000);
  g_thread_join (thread);
  g_assert_cmpuint (job.n_new, ==, 4);
}

/* All that the file held comes again, and what no journal tells is kept, settings too. */
static void
test_rebuild (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autofree char *gone = g_build_filename (past->sessions, "gone.journal", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_auto (DeskHistoryImport) imported = { 0 };
  g_auto (DeskHistoryImport) result = { 0 };
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  past_add (past, history, "gone.journal", PAST_MUTE, "Kim", "2026-11-22T09:00:00Z");
  leave (class, "a.journal", PAST_CURT, "Eva");
  import (history, class, &imported);
  g_assert_cmpint (g_unlink (gone), ==, 0);
  before = past_list (history, NULL);
  was = desk_history_to_json (before);
  past_sql (past->path, "INSERT INTO settings VALUES ('keep_days', '90');"
                        "UPDATE sessions SET score = 1, trainee = 'X' WHERE id <> 'gone'");
  g_assert_true (desk_history_rebuild (history, &result, NULL, NULL, NULL, NULL));
  assert_counts (&result, 0, 2, 0, 0);
  after = past_list (history, NULL);
  is = desk_history_to_json (after);
  g_assert_cmpstr (is, ==, was);
  past_assert (past->path, "SELECT count(*) FROM settings WHERE value = '90'");
}

/* A journal that was spoilt since does not take its session along. */
static void
test_rebuild_keeps_spoilt (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *journal = g_build_filename (past->sessions, "a.journal", NULL);
  g_auto (DeskHistoryImport) result = { 0 };

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  g_assert_true (g_file_set_contents (journal, "nonsense\n", -1, NULL));
  g_assert_true (desk_history_rebuild (history, &result, NULL, NULL, NULL, NULL));
  assert_counts (&result, 0, 0, 0, 1);
  g_assert_cmpuint (past_count (history), ==, 1);
}

static void
test_cancelled_rebuild (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  leave_four (past->sessions);
  past_add (past, history, "a.journal", PAST_WELL, "Ada", "2026-11-23T09:00:00Z");
  past_sql (past->path, "UPDATE sessions SET trainee = 'as it was'");
  g_assert_false (
      desk_history_rebuild (history, &result, stop_at_third, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (past_find (entries, "a")->trainee, ==, "as it was");
}

/* A file that is taken away altogether is made again from the journals. */
static void
test_begun_from_journals (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;

  leave_four (past->sessions);
  history = past_open (past);
  g_assert_cmpuint (past_count (history), ==, 4);
  g_assert_null (desk_history_get_notice (history));
}

/* Numbers that are taken: those up to the greatest, but for a gap. */
typedef struct {
  guint greatest;
  guint gap;
  guint n_asked;
} Numbers;

static gboolean
is_taken (guint number, gpointer data)
{
  Numbers *numbers = data;

  numbers->n_asked++;
  return number <= numbers->greatest && number != numbers->gap;
}

static void
test_numbers (void)
{
  static const guint taken[] = { 1, 2, 3, 4, 7, 8, 9, 100, 199999 };

  for (guint n = 0; n < G_N_ELEMENTS (taken); n++) {
    Numbers numbers = { taken[n], 0, 0 };
    Numbers with_gap = { taken[n], 5, 0 };
    const guint number = desk_history_find_number (is_taken, &with_gap);

    g_assert_cmpuint (desk_history_find_number (is_taken, &numbers), ==, taken[n] + 1);
    g_assert_cmpuint (numbers.n_asked, <=, 36);
    g_assert_false (is_taken (number, &with_gap));
  }
}

#define N_LIKE 300

/* A class whose program gave every journal the same name: each gets a number. */
static void
test_one_name (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *class = class_folder (past);
  g_autoptr (GBytes) bytes =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim 0000", "2026-11-23T09:00:00Z");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *number = strstr (text, "Kim 0000") + strlen ("Kim ");
  g_auto (DeskHistoryImport) result = { 0 };

  for (guint n = 0; n < N_LIKE; n++) {
    g_autofree char *folder = g_strdup_printf ("%s/%u", class, n);
    g_autofree char *path = g_build_filename (folder, "session.journal", NULL);
    g_autofree char *digits = g_strdup_printf ("%04u", n);

    memcpy (number, digits, 4);
    g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
    g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
  import (history, class, &result);
  assert_counts (&result, N_LIKE, 0, 0, 0);
  past_assert (past->path, "SELECT count(DISTINCT journal) = 300 AND"
                           " max(id = 'session-300') = 1 FROM sessions");
}

static void
catch_up (DeskHistory *history, DeskHistoryImport *result)
{
  g_autoptr (GError) error = NULL;

  desk_history_catch_up (history, result, NULL, &error);
  g_assert_no_error (error);
}

/* What ended while the history was out of reach comes in; what it names already is not read. */
static void
test_catch_up (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *named = g_build_filename (past->sessions, "named.journal", NULL);
  g_autofree char *broken = g_build_filename (past->sessions, "broken.journal", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (DeskHistoryImport) nothing = { 0 };
  g_auto (DeskHistoryImport) first = { 0 };
  g_auto (DeskHistoryImport) again = { 0 };

  catch_up (history, &nothing);
  assert_counts (&nothing, 0, 0, 0, 0);
  past_add (past, history, "named.journal", PAST_WELL, "Kim", "2026-11-22T09:00:00Z");
  leave (past->sessions, "missing.journal", PAST_MUTE, "Eva");
  leave (past->sessions, "deeper/other.journal", PAST_CURT, "Ola");
  leave (past->sessions, "running.journal", PAST_CUT, "Eva");
  g_assert_true (g_file_set_contents (named, "spoilt\n", -1, NULL));
  g_assert_true (g_file_set_contents (broken, "spoilt\n", -1, NULL));
  catch_up (history, &first);
  assert_counts (&first, 2, 0, 1, 1);
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpfloat (past_find (entries, "named")->score, ==, 100);
  g_assert_cmpfloat (past_find (entries, "missing")->score, ==, 87.5);
  g_assert_cmpstr (past_find (entries, "other")->trainee, ==, "Ola");
  g_assert_false (past_find (entries, "missing")->imported);
  catch_up (history, &again);
  assert_counts (&again, 0, 0, 1, 1);
  g_assert_cmpuint (past_count (history), ==, 3);
}

static void
test_cancelled_catch_up (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (DeskHistoryImport) result = { 0 };

  leave (past->sessions, "missing.journal", PAST_MUTE, "Eva");
  g_cancellable_cancel (cancellable);
  g_assert_false (desk_history_catch_up (history, &result, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (past_count (history), ==, 0);
}

#define ADD(path, test) g_test_add (path, Past, NULL, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/class", test_class);
  ADD ("/import/copies", test_copies);
  ADD ("/import/own-session", test_own_session);
  ADD ("/import/journal-comes-back", test_journal_comes_back);
  ADD ("/import/links-and-depth", test_links_and_depth);
  ADD ("/import/no-folder", test_no_folder);
  ADD ("/import/cancelled", test_cancelled_import);
  ADD ("/import/in-a-thread", test_in_a_thread);
  ADD ("/catch-up/all", test_catch_up);
  ADD ("/catch-up/cancelled", test_cancelled_catch_up);
  ADD ("/rebuild/all", test_rebuild);
  ADD ("/rebuild/keeps-spoilt", test_rebuild_keeps_spoilt);
  ADD ("/rebuild/cancelled", test_cancelled_rebuild);
  ADD ("/rebuild/begun-from-journals", test_begun_from_journals);
  g_test_add_func ("/import/numbers", test_numbers);
  ADD ("/import/one-name", test_one_name);
  return g_test_run ();
}
