/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <locale.h>

#include "classroom/class-grid.h"
#include "classroom/class-mistakes.h"
#include "classroom/class-weeks.h"
#include "classroom/class-words.h"
#include "scoring/loss.h"

/* What the class page shows, over a class worked by hand: Anna and Bo worked the first scenario, Cy only the
 * second. Marks: the kind with number 0 was lost by Anna and Bo in the call "note". */

#define LOST "[[\"note\",1,1,[],[\"not paid\"]]]"
#define KEPT "[[\"note\",1,0,[\"not paid\"],[]]]"

typedef struct {
  GPtrArray *sessions; /* of DeskClassSession; owned, as the next */
  DeskClassView *view;
} Fixture;

static void
add (Fixture *fixture,
     const char *trainee,
     const char *scenario,
     const char *started,
     double score,
     double response,
     const char *marks)
{
  DeskClassSession *session = g_new0 (DeskClassSession, 1);

  session->path = g_strdup_printf ("%s-%u.journal", trainee, fixture->sessions->len);
  session->identity = g_strdup (session->path);
  session->trainee = g_strdup (trainee);
  session->scenario = g_strdup (scenario);
  session->title = g_strdup ("First shift");
  session->started = g_strdup (started);
  session->started_us = fixture->sessions->len + 1;
  session->accommodations = g_strdup ("");
  session->score = score;
  session->passed = score >= 70;
  session->response = response;
  session->asa_seconds = -1;
  session->message = -1;
  session->marks = g_strdup (marks);
  g_ptr_array_add (fixture->sessions, session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const DeskClassFilter nothing = { .has_mode = FALSE };

  fixture->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_class_session_free);
  add (fixture, "Anna", "one", "2026-11-16T09:00:00+01:00", 40, .5, LOST);
  add (fixture, "Bo", "one", "2026-11-17T09:00:00+01:00", 80, 1, LOST);
  add (fixture, "Anna", "one", "2026-11-18T09:00:00+01:00", 60, -1, LOST);
  add (fixture, "Cy", "two", "2026-11-24T09:00:00+01:00", 87.5, 1, KEPT);
  add (fixture, "Anna", "two", "2026-11-25T09:00:00+01:00", 100, 1, KEPT);
  fixture->view = desk_class_view_new (fixture->sessions, &nothing);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  desk_class_view_free (fixture->view);
  g_ptr_array_unref (fixture->sessions);
}

static void
assert_order (Fixture *fixture, const DeskClassSort *sort, const char *expected)
{
  g_autoptr (GPtrArray) rows = desk_class_grid_new (fixture->view, sort);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint n = 0; n < rows->len; n++) {
    const DeskClassRow *row = rows->pdata[n];

    g_string_append_printf (order, "%s%s", n > 0 ? " " : "", row->trainee);
  }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  const DeskClassSort up = { .by = DESK_CLASS_BY_NAME };
  const DeskClassSort down = { .by = DESK_CLASS_BY_NAME, .backwards = TRUE };
  const DeskClassSort mean = { .by = DESK_CLASS_BY_MEAN };
  const DeskClassSort one = { .by = DESK_CLASS_BY_SCENARIO, .scenario = "one" };
  const DeskClassSort one_down = { .by = DESK_CLASS_BY_SCENARIO,
                                   .scenario = "one",
                                   .backwards = TRUE };

  assert_order (fixture, &up, "Anna Bo Cy");
  assert_order (fixture, &down, "Cy Bo Anna");
  assert_order (fixture, &mean, "Anna Bo Cy"); /* Anna and Bo have 80 both, Cy 87.5 */
  assert_order (fixture, &one, "Anna Bo Cy");
  assert_order (fixture, &one_down, "Bo Anna Cy"); /* who has none is last in both directions */
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const DeskClassSort up = { .by = DESK_CLASS_BY_NAME };
  g_autoptr (GPtrArray) rows = desk_class_grid_new (fixture->view, &up);
  const DeskClassRow *anna = rows->pdata[0];
  const DeskClassRow *bo = rows->pdata[1];

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (anna->n, ==, 2);
  g_assert_cmpuint (anna->n_passed, ==, 1);
  g_assert_cmpfloat (anna->mean, ==, 80);
  g_assert_cmpuint (bo->cells->len, ==, 2);
  g_assert_true ((bo->cells->pdata[0] == NULL) != (bo->cells->pdata[1] == NULL));
}

static void
test_weeks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) weeks = desk_class_weeks_of (fixture->view, NULL);
  g_autoptr (GPtrArray) of_bo = desk_class_weeks_of (fixture->view, "Bo");
  const DeskClassWeek *first = weeks->pdata[0];
  const DeskClassWeek *second = weeks->pdata[1];

  g_assert_cmpuint (weeks->len, ==, 2);
  g_assert_cmpstr (first->week, ==, "2026-W47");
  g_assert_cmpuint (first->n, ==, 3);
  g_assert_cmpfloat (first->score, ==, 65); /* Anna's mean is 50, Bo's 80: each counts once */
  g_assert_cmpfloat (first->response, ==, .75);
  g_assert_cmpfloat (first->message, ==, -1);
  g_assert_cmpfloat (second->score, ==, 93.75);
  g_assert_cmpuint (of_bo->len, ==, 1);
}

/* Weeks of ISO 8601, worked by hand: 2026 begins on a Thursday, 2027 on a Friday. */
static void
test_monday (void)
{
  static const struct {
    const char *week;
    const char *monday;
  } weeks[] = {
    { "2026-W01", "2025-12-29" },
    { "2026-W48", "2026-11-23" },
    { "2026-W53", "2026-12-28" },
    { "2027-W01", "2027-01-04" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (weeks); n++) {
    DeskClassWeek week = { 0 };
    g_autoptr (GDateTime) monday = NULL;
    g_autofree char *day = NULL;

    g_strlcpy (week.week, weeks[n].week, sizeof week.week);
    monday = g_date_time_new_from_unix_local (desk_class_week_us (&week) / G_USEC_PER_SEC);
    day = g_date_time_format (monday, "%Y-%m-%d");
    g_assert_cmpstr (day, ==, weeks[n].monday);
  }
}

static void
test_who (Fixture *fixture, gconstpointer data)
{
  const DeskClassMistake *mistake = fixture->view->mistakes->pdata[0];
  g_autoptr (GPtrArray) who = desk_class_mistake_find_who (fixture->view, mistake);

  g_assert_cmpuint (mistake->n_lost, ==, 2);
  g_assert_cmpuint (who->len, ==, 2);
  g_assert_cmpstr (((const DeskClassCell *) who->pdata[0])->trainee, ==, "Anna");
  g_assert_cmpstr (((const DeskClassCell *) who->pdata[1])->trainee, ==, "Bo");
}

static void
assert_cell_words (Fixture *fixture,
                   const char *trainee,
                   const char *scenario,
                   const char *expected)
{
  g_autofree char *words =
      desk_class_words_cell (desk_class_view_find (fixture->view, trainee, scenario));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  assert_cell_words (fixture, "Anna", "one",
                     "Anna, First shift: 60 points, not passed, 2 sessions");
  assert_cell_words (fixture, "Cy", "two", "Cy, First shift: 87.5 points, passed, 1 session");
  assert_cell_words (fixture, "Anna", "two", "Anna, First shift: 100 points, passed, 1 session");
}

/* What an exam, more time or a shift that was broken off came to stands beside the others, and says what it is. */
static void
test_set_apart (Fixture *fixture, gconstpointer data)
{
  const DeskClassFilter nothing = { .has_mode = FALSE };
  const DeskClassSort by_name = { .by = DESK_CLASS_BY_NAME };
  DeskClassSession *exam = fixture->sessions->pdata[4]; /* the latest of Anna's "two" */
  g_autoptr (DeskClassView) view = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) weeks = NULL;
  g_autofree char *cell = NULL;
  g_autofree char *mix = NULL;
  g_autofree char *note = NULL;
  g_autofree char *week = NULL;

  exam->mode = DESK_MODE_EXAM;
  exam->n_undone = 2;
  g_free (exam->accommodations);
  exam->accommodations = g_strdup ("captions, time:1.5");
  view = desk_class_view_new (fixture->sessions, &nothing);
  cell = desk_class_words_cell (desk_class_view_find (view, "Anna", "two"));
  g_assert_cmpstr (cell, ==,
                   "Anna, First shift: 100 points, passed, exam, captions, time ×1.5, finished "
                   "early, 1 session");
  rows = desk_class_grid_new (view, &by_name);
  mix = desk_class_mix_describe (&((DeskClassRow *) rows->pdata[0])->mix);
  g_assert_cmpstr (mix, ==, "1 exam, 1 adjusted, 1 finished early");
  g_assert_null (desk_class_mix_describe (&((DeskClassRow *) rows->pdata[1])->mix));
  note = desk_class_mix_note (&view->mix);
  g_assert_nonnull (strstr (note, mix));
  weeks = desk_class_weeks_of (view, NULL);
  week = desk_class_words_week (weeks->pdata[1]);
  g_assert_true (g_str_has_suffix (week, "2 sessions, 1 exam, 1 adjusted, 1 finished early"));
}

static void
test_scores (void)
{
  static const struct {
    double score;
    const char *words;
  } scores[] = { { 0, "0" }, { 100, "100" }, { 87.5, "87.5" }, { 79.47, "79.47" }, { -1, "–" } };

  for (guint n = 0; n < G_N_ELEMENTS (scores); n++) {
    g_autofree char *words = desk_class_words_score (scores[n].score);

    g_assert_cmpstr (words, ==, scores[n].words);
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/class-page/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/class-page/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/class-page/weeks", Fixture, NULL, set_up, test_weeks, tear_down);
  g_test_add_func ("/class-page/monday", test_monday);
  g_test_add ("/class-page/who", Fixture, NULL, set_up, test_who, tear_down);
  g_test_add ("/class-page/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/class-page/set-apart", Fixture, NULL, set_up, test_set_apart, tear_down);
  g_test_add_func ("/class-page/scores", test_scores);
  return g_test_run ();
}
