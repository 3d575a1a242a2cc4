/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "past.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is remembered, and found again. */

static void
test_remembers (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *journal = g_build_filename (past->sessions, "one.journal", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  const DeskHistoryEntry *entry;

  past_add (past, history, "one.journal", PAST_WELL, "Kim'); DROP TABLE sessions;--",
            "2026-11-23T09:14:07+01:00");
  g_clear_pointer (&history, desk_history_close);
  history = past_open (past);
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->id, ==, "one");
  g_assert_cmpstr (entry->trainee, ==, "Kim'); DROP TABLE sessions;--");
  g_assert_cmpstr (entry->scenario, ==, "test");
  g_assert_cmpstr (entry->scenario_title, ==, "Quiet hour");
  g_assert_cmpstr (entry->started, ==, "2026-11-23T09:14:07+01:00");
  g_assert_cmpint (entry->started_us, ==, G_GINT64_CONSTANT (1795421647000000));
  g_assert_cmpint (entry->mode, ==, DESK_MODE_PRACTICE);
  g_assert_cmpstr (entry->accommodations, ==, "");
  g_assert_cmpfloat (entry->score, ==, 100);
  g_assert_cmpfloat (entry->pass, ==, 70);
  g_assert_true (entry->passed);
  g_assert_cmpint (entry->band, ==, DESK_BAND_NONE);
  g_assert_cmpint (entry->n_calls, ==, 1);
  g_assert_cmpint (entry->n_critical, ==, 0);
  g_assert_cmpfloat (entry->response, ==, 1);
  g_assert_cmpuint (entry->n_response, ==, 1);
  g_assert_cmpfloat (entry->message, ==, -1);
  g_assert_cmpuint (entry->n_message, ==, 0);
  g_assert_cmpfloat (entry->handling, ==, 1);
  g_assert_cmpuint (entry->n_handling, ==, 1);
  /* Answered at 1 s, released at 8 s. */
  g_assert_cmpfloat (entry->handling_seconds, ==, 7);
  g_assert_false (entry->imported);
  g_assert_cmpstr (entry->journal, ==, journal);
  g_assert_null (desk_history_get_notice (history));
}

/* That a session was finished early is known again, and counts as no kind of loss. */
static void
test_finished_early (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) entries = NULL;

  past_add (past, history, "early.journal", PAST_EARLY, "Kim", "2026-11-23T09:30:00+01:00");
  past_add (past, history, "absent.journal", PAST_ABSENT, "Kim", "2026-11-23T10:30:00+01:00");
  g_clear_pointer (&history, desk_history_close);
  history = past_open (past);
  entries = past_list (history, NULL);
  g_assert_cmpint (past_find (entries, "early")->n_undone, ==, 1);
  g_assert_cmpint (past_find (entries, "absent")->n_undone, ==, 0);
}

/* By the moment, not by the letters: 09:30 at +01:00 is before 09:00 at UTC. */
static void
test_newest_first (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) entries = NULL;
  const char *const ids[] = { "c", "b", "a" };

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-23T09:30:00+01:00");
  past_add (past, history, "b.journal", PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-23T11:00:00+01:00");
  past_add (past, history, "d.journal", PAST_WELL, "Eva", "2026-11-24T11:00:00+01:00");
  entries = past_list (history, "Kim");
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (ids));
  for (guint n = 0; n < G_N_ELEMENTS (ids); n++)
    g_assert_cmpstr (((DeskHistoryEntry *) entries->pdata[n])->id, ==, ids[n]);
}

/* The same bytes under another name are the same session; it keeps the name it had. */
static void
test_same_session_once (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) entries = NULL;

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-23T09:30:00+01:00");
  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-23T09:30:00+01:00");
  past_add (past, history, "b.journal", PAST_WELL, "Kim", "2026-11-23T09:30:00+01:00");
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((DeskHistoryEntry *) entries->pdata[0])->id, ==, "a");
}

/* Two sessions whose journals have one name in two folders are two. */
static void
test_same_name_twice (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) entries = NULL;

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-23T09:30:00Z");
  past_add (past, history, "more/a.journal", PAST_WELL, "Eva", "2026-11-23T09:30:00Z");
  entries = past_list (history, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (past_find (entries, "a")->trainee, ==, "Kim");
  g_assert_cmpstr (past_find (entries, "a-2")->trainee, ==, "Eva");
}

/* A disk that failed leaves a score without a journal: each is a session. */
static void
test_without_journal (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GBytes) bytes =
      past_journal (PAST_WELL, DESK_MODE_EXAM, NULL, "Kim", "2026-11-23T09:30:00Z");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (DeskRecording) recording = desk_recording_load_from_data (text, length, "", NULL);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);

  g_assert_true (desk_history_add (history, scorecard, NULL, NULL));
  g_assert_true (desk_history_add (history, scorecard, NULL, NULL));
  g_assert_cmpuint (past_count (history), ==, 2);
}

static void
test_filter (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  const struct {
    DeskHistoryFilter filter;
    guint n;
  } cases[] = {
    { { 0 }, 4 },
    { { .trainee = "Kim" }, 3 },
    { { .trainee = "kim" }, 0 },
    { { .scenario = "test" }, 4 },
    { { .scenario = "other" }, 0 },
    { { .since_us = G_GINT64_CONSTANT (1795392000000000) }, 3 }, /* 2026-11-23, UTC */
    { { .until_us = G_GINT64_CONSTANT (1795392000000000) }, 1 },
    { { .trainee = "Kim",
        .since_us = G_GINT64_CONSTANT (1795392000000000),
        .until_us = G_GINT64_CONSTANT (1795478400000000) },
      1 },
  };

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-22T23:59:59Z");
  past_add (past, history, "b.journal", PAST_WELL, "Kim", "2026-11-23T00:00:00Z");
  past_add (past, history, "c.journal", PAST_WELL, "Kim", "2026-11-24T00:00:00Z");
  past_add (past, history, "d.journal", PAST_WELL, "Eva", "2026-11-23T12:00:00Z");
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++) {
    g_autoptr (GPtrArray) entries = desk_history_list (history, &cases[n].filter, NULL);

    g_assert_cmpuint (entries->len, ==, cases[n].n);
  }
}

static void
test_choosers (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) trainees = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;
  const DeskHistoryScenario *scenario;

  past_add (past, history, "a.journal", PAST_WELL, "Mia", "2026-11-22T09:00:00Z");
  past_add (past, history, "b.journal", PAST_WELL, "Ava", "2026-11-23T09:00:00Z");
  past_add (past, history, "c.journal", PAST_WELL, "Mia", "2026-11-24T09:00:00Z");
  past_sql (past->path, "UPDATE sessions SET title = 'As it was called' WHERE id = 'a';"
                        "UPDATE sessions SET title = '' WHERE id = 'c'");
  trainees = desk_history_list_trainees (history, NULL);
  g_assert_cmpuint (trainees->len, ==, 2);
  g_assert_cmpstr (trainees->pdata[0], ==, "Ava");
  g_assert_cmpstr (trainees->pdata[1], ==, "Mia");
  scenarios = desk_history_list_scenarios (history, NULL);
  g_assert_cmpuint (scenarios->len, ==, 1);
  scenario = scenarios->pdata[0];
  g_assert_cmpstr (scenario->id, ==, "test");
  g_assert_cmpstr (scenario->title, ==, "Quiet hour");
}

static void
test_days (void)
{
  gint64 from_us;
  gint64 to_us;
  const char *const wrong[] = { "",           "2026-11-2",   "2026-13-01",
                                "2026-02-30", "26-11-2026",  "2026-+1-01",
                                "yesterday",  "2026-11-231", "2026-11-23T09:00" };

  g_assert_true (desk_history_read_day ("2026-11-23", &from_us, &to_us));
  g_assert_cmpint (to_us - from_us, ==, 24 * 60 * 60 * (gint64) G_USEC_PER_SEC);
  for (guint n = 0; n < G_N_ELEMENTS (wrong); n++)
    g_assert_false (desk_history_read_day (wrong[n], &from_us, &to_us));
}

/* The first nine names are a contract. */
static void
test_tables (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;

  past_add (past, history, "a.journal", PAST_WELL, "=Kim, \\\"K\\\"", "2026-11-22T09:00:00Z");
  entries = past_list (history, NULL);
  json = desk_history_to_json (entries);
  csv = desk_history_to_csv (entries);
  g_assert_true (g_str_has_prefix (
      json, "{\"sessions\":[{\"id\":\"a\",\"trainee\":\"=Kim, \\\"K\\\"\",\"scenario\":\"test\","
            "\"started\":\"2026-11-22T09:00:00Z\",\"mode\":\"practice\",\"score\":100.0,"
            "\"passed\":true,\"response\":1.0,\"message\":null,\"title\":\"Quiet hour\","
            "\"accommodations\":\"\",\"band\":null,\"calls\":1,\"critical\":0,"));
  g_assert_true (g_str_has_suffix (json, "}]}\n"));
  g_assert_true (g_str_has_prefix (
      csv, "\"id\",\"trainee\",\"scenario\",\"started\",\"mode\",\"score\",\"passed\","
           "\"response\",\"message\","));
  g_assert_nonnull (strstr (csv, "\r\n\"a\",\"'=Kim, \"\"K\"\"\",\"test\",\"2026-11-22T09:00:00Z\","
                                 "\"practice\",100,true,1,\"\",\"Quiet hour\",\"\",\"\",1,0,1,0,"));
}

/* A home that moves takes its journals along. */
static void
test_home_that_moves (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *old = g_path_get_dirname (past->path);
  g_autofree char *moved = g_build_filename (past->folder, "moved", NULL);
  g_autofree char *path = g_build_filename (moved, "history.db", NULL);
  g_autofree char *journal = g_build_filename (moved, "sessions", "a.journal", NULL);
  g_autoptr (GPtrArray) entries = NULL;

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-22T09:00:00Z");
  g_clear_pointer (&history, desk_history_close);
  g_assert_cmpint (g_rename (old, moved), ==, 0);
  history = desk_history_open (path, NULL);
  entries = past_list (history, NULL);
  g_assert_cmpstr (past_find (entries, "a")->journal, ==, journal);
}

/* Nobody but its owner can read it. */
static void
test_private (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autofree char *log = g_strconcat (past->path, "-wal", NULL);
  GStatBuf info;

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-22T09:00:00Z");
  g_assert_cmpint (g_stat (past->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

#define ADD(path, test) g_test_add (path, Past, NULL, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/remembers", test_remembers);
  ADD ("/history/finished-early", test_finished_early);
  ADD ("/history/newest-first", test_newest_first);
  ADD ("/history/same-session-once", test_same_session_once);
  ADD ("/history/same-name-twice", test_same_name_twice);
  ADD ("/history/without-journal", test_without_journal);
  ADD ("/history/filter", test_filter);
  ADD ("/history/choosers", test_choosers);
  g_test_add_func ("/history/days", test_days);
  ADD ("/history/tables", test_tables);
  ADD ("/history/home-that-moves", test_home_that_moves);
  ADD ("/history/private", test_private);
  return g_test_run ();
}
