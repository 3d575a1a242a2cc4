/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "records/outbox-sending.h"

/* In real files of SQLite. */

typedef struct {
  char *folder;
  char *path;
  DeskOutbox *outbox;
} Fixture;

static DeskOutbox *
open_on (const Fixture *fixture, const char *terms)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  DeskOutbox *outbox = desk_outbox_open (fixture->path, terms, &notice, &error);

  g_assert_no_error (error);
  g_assert_null (notice);
  return outbox;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("outbox-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "outbox.db", NULL);
  fixture->outbox = open_on (fixture, "one");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  desk_outbox_close (fixture->outbox);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
free_session (gpointer session)
{
  desk_outbox_session_free (session);
}

/* A session of `n` statements, "JOURNAL-0" and on; of none it has no result. */
static void
append (GPtrArray *sessions, const char *journal, const char *stamp, guint n)
{
  DeskOutboxSession *session = g_new0 (DeskOutboxSession, 1);

  session->journal = g_strdup (journal);
  session->stamp = g_strdup (stamp);
  session->statements = n > 0 ? json_array () : NULL;
  for (guint at = 0; at < n; at++) {
    g_autofree char *id = g_strdup_printf ("%s-%u", journal, at);

    json_array_append_new (session->statements, json_pack ("{s:s}", "id", id));
  }
  g_ptr_array_add (sessions, session);
}

static gint64
add (Fixture *fixture, const char *journal, const char *stamp, guint n)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (free_session);
  g_autoptr (GError) error = NULL;
  gint64 bytes;

  append (sessions, journal, stamp, n);
  desk_outbox_add (fixture->outbox, sessions, &bytes, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_counts (Fixture *fixture, guint n_waiting, guint n_delivered, guint n_refused)
{
  DeskOutboxCounts counts;

  g_assert_true (desk_outbox_count (fixture->outbox, &counts, NULL));
  g_assert_cmpuint (counts.n_waiting, ==, n_waiting);
  g_assert_cmpuint (counts.n_delivered, ==, n_delivered);
  g_assert_cmpuint (counts.n_refused, ==, n_refused);
}

static void
assert_known (Fixture *fixture, const char *journal, const char *stamp, gboolean expected)
{
  gboolean known = !expected;

  g_assert_true (desk_outbox_knows (fixture->outbox, journal, stamp, &known, NULL));
  g_assert_true (known == expected);
}

static gint64
room (Fixture *fixture)
{
  gint64 bytes = 0;

  g_assert_true (desk_outbox_room (fixture->outbox, &bytes, NULL));
  return bytes;
}

static void
deliver (Fixture *fixture, guint first, guint n)
{
  g_autoptr (GPtrArray) items = desk_outbox_take (fixture->outbox, G_MAXINT, G_MAXSIZE, NULL);

  g_assert_true (desk_outbox_delivered (fixture->outbox, items, first, n, NULL));
}

static void
open_anew (Fixture *fixture, const char *terms)
{
  desk_outbox_close (fixture->outbox);
  fixture->outbox = open_on (fixture, terms);
}

static void
spoil (const Fixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (add (fixture, "a", "1", 3), ==, 3 * strlen ("{\"id\":\"a-0\"}"));
  g_assert_cmpint (add (fixture, "a", "1", 3), ==, 0);
  assert_counts (fixture, 3, 0, 0);
  deliver (fixture, 1, 2);
  assert_counts (fixture, 1, 2, 0);
  g_assert_cmpint (add (fixture, "a", "1", 3), ==, 0);
  assert_counts (fixture, 1, 2, 0);
}

static void
test_known (Fixture *fixture, gconstpointer data)
{
  add (fixture, "a", "1", 1);
  add (fixture, "torn", "1", 0);
  assert_known (fixture, "a", "1", TRUE);
  assert_known (fixture, "a", "2", TRUE);
  assert_known (fixture, "torn", "1", TRUE);
  assert_known (fixture, "torn", "2", FALSE);
  assert_known (fixture, "other", "1", FALSE);
  add (fixture, "torn", "2", 0);
  assert_known (fixture, "torn", "1", FALSE);
  assert_known (fixture, "torn", "2", TRUE);
}

/* All sessions of a change, or none. */
static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (free_session);
  g_autoptr (GError) error = NULL;
  DeskOutboxSession *bad;
  gint64 bytes;

  append (sessions, "a", "1", 2);
  append (sessions, "b", "1", 2);
  bad = sessions->pdata[1];
  json_array_append_new (bad->statements, json_object ());
  g_assert_false (desk_outbox_add (fixture->outbox, sessions, &bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_counts (fixture, 0, 0, 0);
  assert_known (fixture, "a", "1", FALSE);
}

typedef struct {
  guint most;
  gsize most_bytes;
  guint expected;
} Batch;

static void
test_batches (Fixture *fixture, gconstpointer data)
{
  const gsize one = strlen ("{\"id\":\"a-0\"}");
  const Batch batches[] = {
    { 50, 1000, 5 }, { 3, 1000, 3 }, { 50, 2 * one, 2 }, { 50, 2 * one + 1, 2 }, { 50, 1, 1 },
  };

  add (fixture, "a", "1", 5);
  for (guint n = 0; n < G_N_ELEMENTS (batches); n++) {
    g_autoptr (GPtrArray) items =
        desk_outbox_take (fixture->outbox, batches[n].most, batches[n].most_bytes, NULL);
    const DeskOutboxItem *first = items->pdata[0];

    g_assert_cmpuint (items->len, ==, batches[n].expected);
    g_assert_cmpstr (first->id, ==, "a-0");
  }
}

static gboolean
first_was_refused (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = desk_outbox_take (fixture->outbox, 1, G_MAXSIZE, NULL);

  return ((const DeskOutboxItem *) items->pdata[0])->was_refused;
}

/* What was refused does not wait, takes none of the room, and can be put back. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const gint64 empty = room (fixture);
  g_autoptr (GPtrArray) refusals = NULL;
  const DeskOutboxComplaint *last;

  g_assert_cmpint (empty, ==, DESK_OUTBOX_MOST_WAITING);
  g_assert_cmpint (add (fixture, "a", "1", 3), ==, empty - room (fixture));
  for (guint n = 0; n < 3; n++) {
    g_autofree char *id = g_strdup_printf ("a-%u", n);

    g_assert_true (desk_outbox_refused (fixture->outbox, id, "400: no", NULL));
  }
  g_assert_cmpint (room (fixture), ==, empty);
  assert_counts (fixture, 0, 0, 3);
  refusals = desk_outbox_list_refused (fixture->outbox, 2, NULL);
  g_assert_cmpuint (refusals->len, ==, 2);
  last = refusals->pdata[0];
  g_assert_cmpstr (last->id, ==, "a-2");
  g_assert_cmpstr (last->words, ==, "400: no");
  g_assert_true (desk_outbox_try_all_again (fixture->outbox, NULL));
  assert_counts (fixture, 3, 0, 0);
  g_assert_true (first_was_refused (fixture));
}

/* What was delivered is not put back by what comes late. */
static void
test_delivered_stays (Fixture *fixture, gconstpointer data)
{
  add (fixture, "a", "1", 1);
  deliver (fixture, 0, 1);
  g_assert_true (desk_outbox_refused (fixture->outbox, "a-0", "400", NULL));
  g_assert_true (desk_outbox_put_off (fixture->outbox, "a-0", "500", NULL));
  g_assert_true (desk_outbox_try_all_again (fixture->outbox, NULL));
  assert_counts (fixture, 0, 1, 0);
}

static void
append_batch (Fixture *fixture, GString *order)
{
  g_autoptr (GPtrArray) items = desk_outbox_take (fixture->outbox, G_MAXINT, G_MAXSIZE, NULL);

  if (items->len > 0 && order->len > 0)
    g_string_append (order, " |");
  for (guint n = 0; n < items->len; n++) {
    const DeskOutboxItem *item = items->pdata[n];

    g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", item->id);
    desk_outbox_pass_over (fixture->outbox, item->id, NULL);
  }
}

/* "a-0 a-1 | a-2", as they are taken batch by batch. All are passed over by the end. (transfer full) */
static char *
order_of (Fixture *fixture)
{
  GString *order = g_string_new (NULL);
  gsize before;

  do {
    before = order->len;
    append_batch (fixture, order);
  } while (order->len > before);
  return g_string_free (order, FALSE);
}

static void
assert_order (Fixture *fixture, const char *expected)
{
  g_autofree char *order = order_of (fixture);

  g_assert_cmpstr (order, ==, expected);
  open_anew (fixture, "one");
}

static void
fail_at (Fixture *fixture, guint first, guint n)
{
  g_autoptr (GPtrArray) items = desk_outbox_take (fixture->outbox, G_MAXINT, G_MAXSIZE, NULL);

  g_assert_true (desk_outbox_failed (fixture->outbox, items, first, n, NULL));
}

/* What the store fails at goes last. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  add (fixture, "a", "1", 4);
  fail_at (fixture, 0, 2);
  assert_order (fixture, "a-2 a-3 | a-0 a-1");
  fail_at (fixture, 0, 2);
  fail_at (fixture, 1, 1);
  assert_order (fixture, "a-0 a-2 a-3 | a-1");
  assert_counts (fixture, 4, 0, 0);
}

/* It waits, and others take it as before. */
static void
test_passed_over (Fixture *fixture, gconstpointer data)
{
  add (fixture, "a", "1", 3);
  g_assert_true (desk_outbox_pass_over (fixture->outbox, "a-1", NULL));
  g_assert_true (desk_outbox_pass_over (fixture->outbox, "a-1", NULL));
  assert_order (fixture, "a-0 a-2");
  assert_counts (fixture, 3, 0, 0);
  open_anew (fixture, "one");
  assert_order (fixture, "a-0 a-1 a-2");
}

static DeskOutboxCounts
count (Fixture *fixture)
{
  DeskOutboxCounts counts;

  g_assert_true (desk_outbox_count (fixture->outbox, &counts, NULL));
  return counts;
}

static void
test_put_off (Fixture *fixture, gconstpointer data)
{
  const gint64 hours[] = { 1, 2, 4, 8, 16, 24, 24 };
  g_autoptr (GPtrArray) told = NULL;

  add (fixture, "a", "1", 2);
  g_assert_cmpint (count (fixture).next_s, ==, -1);
  for (guint n = 0; n < G_N_ELEMENTS (hours); n++) {
    g_assert_true (desk_outbox_put_off (fixture->outbox, "a-0", "500: broken", NULL));
    assert_order (fixture, "a-1");
    g_assert_cmpint (count (fixture).next_s, <=, hours[n] * 3600);
    g_assert_cmpint (count (fixture).next_s, >=, hours[n] * 3600 - 5);
    g_assert_cmpuint (count (fixture).n_put_off, ==, 1);
    assert_counts (fixture, 2, 0, 0);
  }
  told = desk_outbox_list_put_off (fixture->outbox, 9, NULL);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpstr (((const DeskOutboxComplaint *) told->pdata[0])->words, ==, "500: broken");
  g_assert_true (desk_outbox_try_all_again (fixture->outbox, NULL));
  assert_order (fixture, "a-0 a-1");
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  add (fixture, "a", "1", 3);
  deliver (fixture, 0, 1);
  g_assert_true (desk_outbox_refused (fixture->outbox, "a-1", "400", NULL));
  open_anew (fixture, "one");
  assert_counts (fixture, 1, 1, 1);
  open_anew (fixture, "two");
  assert_counts (fixture, 0, 1, 0);
  assert_known (fixture, "a", "1", FALSE);
}

/* By a clock that went wrong and was set right. */
static void
test_put_off_for_years (Fixture *fixture, gconstpointer data)
{
  add (fixture, "a", "1", 2);
  g_assert_true (desk_outbox_put_off (fixture->outbox, "a-0", "500", NULL));
  spoil (fixture, "UPDATE statement SET not_before = not_before + 100000000 WHERE put_off > 0");
  assert_order (fixture, "a-0 a-1");
}

/* A question that fails is no answer: nothing that waits is deleted for it. */
static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;

  add (fixture, "a", "1", 3);
  spoil (fixture, "ALTER TABLE terms RENAME COLUMN text TO another");
  g_assert_null (desk_outbox_open (fixture->path, "one", &notice, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_counts (fixture, 3, 0, 0);
}

static void
test_errors_are_told (Fixture *fixture, gconstpointer data)
{
  gboolean known;
  gint64 bytes;
  g_autoptr (GError) of_known = NULL;
  g_autoptr (GError) of_room = NULL;
  g_autoptr (GError) of_list = NULL;

  spoil (fixture, "DROP TABLE session; DROP TABLE statement");
  g_assert_false (desk_outbox_knows (fixture->outbox, "a", "1", &known, &of_known));
  g_assert_nonnull (of_known);
  g_assert_false (desk_outbox_room (fixture->outbox, &bytes, &of_room));
  g_assert_nonnull (of_room);
  g_assert_null (desk_outbox_list_refused (fixture->outbox, 1, &of_list));
  g_assert_nonnull (of_list);
}

/* It is looked through when it is opened first, and put aside with what SQLite keeps beside it. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *changes = g_strconcat (path, "-journal", NULL);
  g_autoptr (DeskOutbox) outbox = NULL;

  g_assert_true (g_file_set_contents (path, "no database at all, and long enough", -1, NULL));
  g_assert_true (g_file_set_contents (changes, "changes", -1, NULL));
  outbox = desk_outbox_open (path, "one", &notice, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (notice, "other-damaged-"));
  g_assert_false (g_file_test (changes, G_FILE_TEST_EXISTS));
}

/* One that was whole is not looked through again, until something failed. */
static void
test_damage_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;

  desk_outbox_close (g_steal_pointer (&fixture->outbox));
  g_assert_true (g_file_set_contents (fixture->path, "no database at all", -1, NULL));
  g_assert_null (desk_outbox_open (fixture->path, "one", &notice, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  fixture->outbox = desk_outbox_open (fixture->path, "one", &notice, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (notice, "outbox-damaged-"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/records/outbox/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("once", test_once);
  ADD ("known", test_known);
  ADD ("all-or-none", test_all_or_none);
  ADD ("batches", test_batches);
  ADD ("refused", test_refused);
  ADD ("delivered-stays", test_delivered_stays);
  ADD ("failed", test_failed);
  ADD ("passed-over", test_passed_over);
  ADD ("put-off", test_put_off);
  ADD ("put-off-for-years", test_put_off_for_years);
  ADD ("terms", test_terms);
  ADD ("errors", test_errors);
  ADD ("errors-are-told", test_errors_are_told);
  ADD ("damage", test_damage);
  ADD ("damage-meanwhile", test_damage_meanwhile);
  return g_test_run ();
}
