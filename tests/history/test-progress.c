/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-progress.h"

#include <math.h>

#include "scoring/loss.h"
#include "past.h"

/* How trainees get on, and what persists. */

static GPtrArray *
progress_of (DeskHistory *history, const char *trainee)
{
  const DeskHistoryFilter filter = { .trainee = trainee };
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = desk_history_progress (history, &filter, &error);

  g_assert_no_error (error);
  return groups;
}

static void
add_in_mode (const Past *past,
             DeskHistory *history,
             DeskMode mode,
             const char *accommodation,
             const char *started)
{
  g_autoptr (GBytes) bytes = past_journal (PAST_WELL, mode, accommodation, "Kim", started);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (DeskRecording) recording = desk_recording_load_from_data (data, length, "", NULL);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);

  g_assert_true (desk_history_add (history, scorecard, NULL, NULL));
}

/* Day by day, from the first of November. */
static void
add_days (const Past *past, DeskHistory *history, const PastWork *works, guint n_works)
{
  for (guint n = 0; n < n_works; n++) {
    g_autofree char *started = g_strdup_printf ("2026-11-%02uT09:00:00Z", n + 1);
    g_autofree char *name = g_strdup_printf ("%02u.journal", n + 1);

    past_add (past, history, name, works[n], "Kim", started);
  }
}

static void
test_figures (Past *past, gconstpointer data)
{
  const PastWork works[] = { PAST_CURT, PAST_WELL, PAST_ABSENT, PAST_MUTE };
  const double scores[] = { 50, 100, 0, 87.5 };
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) groups = NULL;
  const DeskHistoryProgress *group;

  add_days (past, history, works, G_N_ELEMENTS (works));
  groups = progress_of (history, "Kim");
  g_assert_cmpuint (groups->len, ==, 1);
  group = groups->pdata[0];
  g_assert_cmpuint (group->n, ==, 4);
  g_assert_cmpuint (group->n_passed, ==, 2);
  g_assert_cmpfloat (group->mean, ==, (50 + 100 + 0 + 87.5) / 4);
  g_assert_cmpfloat (group->best, ==, 100);
  g_assert_cmpfloat (group->first, ==, 50);
  g_assert_cmpfloat (group->latest, ==, 87.5);
  for (guint n = 0; n < G_N_ELEMENTS (scores); n++)
    g_assert_cmpfloat (((DeskHistoryEntry *) group->sessions->pdata[n])->score, ==, scores[n]);
}

/* Modes apart, and accommodations apart from none and from each other. */
static void
test_never_mixed (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) groups = NULL;
  const struct {
    DeskMode mode;
    const char *accommodations;
  } expected[] = {
    { DESK_MODE_PRACTICE, "" },     { DESK_MODE_GUIDED, "" },     { DESK_MODE_EXAM, "" },
    { DESK_MODE_EXAM, "time:1.5" }, { DESK_MODE_EXAM, "time:2" }, { DESK_MODE_SIMULATED, "" },
  };

  for (guint n = 0; n < 2; n++) {
    add_in_mode (past, history, DESK_MODE_EXAM, "time:2", "2026-11-23T09:00:00Z");
    add_in_mode (past, history, DESK_MODE_EXAM, "time:1.5", "2026-11-23T09:00:00Z");
    add_in_mode (past, history, DESK_MODE_EXAM, NULL, "2026-11-23T09:00:00Z");
    add_in_mode (past, history, DESK_MODE_SIMULATED, NULL, "2026-11-23T09:00:00Z");
    add_in_mode (past, history, DESK_MODE_GUIDED, NULL, "2026-11-23T09:00:00Z");
    add_in_mode (past, history, DESK_MODE_PRACTICE, NULL, "2026-11-23T09:00:00Z");
  }
  groups = progress_of (history, NULL);
  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (expected));
  for (guint n = 0; n < groups->len; n++) {
    const DeskHistoryProgress *group = groups->pdata[n];

    g_assert_cmpint (group->mode, ==, expected[n].mode);
    g_assert_cmpstr (group->accommodations, ==, expected[n].accommodations);
    g_assert_cmpuint (group->n, ==, 2);
  }
}

static void
test_too_few (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;

  past_add (past, history, "a.journal", PAST_MUTE, "Kim", "2026-11-23T09:00:00Z");
  one = progress_of (history, "Kim");
  g_assert_null (((DeskHistoryProgress *) one->pdata[0])->mistakes);
  past_add (past, history, "b.journal", PAST_MUTE, "Kim", "2026-11-24T09:00:00Z");
  two = progress_of (history, "Kim");
  g_assert_nonnull (((DeskHistoryProgress *) two->pdata[0])->mistakes);
  g_assert_cmpuint (((DeskHistoryProgress *) two->pdata[0])->mistakes->len, ==, 1);
}

static void
assert_mistake (const DeskHistoryProgress *group,
                guint n,
                const char *kind,
                guint n_lost,
                guint n_sessions,
                double lost,
                double before)
{
  const DeskHistoryMistake *mistake = group->mistakes->pdata[n];

  g_assert_cmpstr (mistake->kind, ==, kind);
  g_assert_cmpuint (mistake->n_sessions_lost, ==, n_lost);
  g_assert_cmpuint (mistake->n_sessions, ==, n_sessions);
  g_assert_cmpfloat_with_epsilon (mistake->lost, lost, 1e-9);
  g_assert_cmpfloat_with_epsilon (mistake->lost_before, before, 1e-9);
  g_assert_cmpstr (desk_history_kind_words (kind), !=, "");
}

/* Worked by hand. The last five: mute, well, curt, curt, mute. The greeting is lost in four of five,
 * 12.5 of its 12.5 points each: a mean of 10. Closing (12.5) and outcome (25) are lost in two of
 * five, which is not more than half. Before: absent and well; in the first the call was never
 * answered, so that the greeting applied to the second alone. */
static void
test_persists (Past *past, gconstpointer data)
{
  const PastWork works[] = { PAST_ABSENT, PAST_WELL, PAST_MUTE, PAST_WELL,
                             PAST_CURT,   PAST_CURT, PAST_MUTE };
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) groups = NULL;

  add_days (past, history, works, G_N_ELEMENTS (works));
  groups = progress_of (history, "Kim");
  g_assert_cmpuint (((DeskHistoryProgress *) groups->pdata[0])->mistakes->len, ==, 1);
  assert_mistake (groups->pdata[0], 0, "greeting", 4, 5, 10, 0);
}

/* One curt session more and all three are lost in three of five; the heaviest comes first. */
static void
test_order (Past *past, gconstpointer data)
{
  const PastWork works[] = { PAST_WELL, PAST_WELL, PAST_CURT, PAST_CURT, PAST_CURT };
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) groups = NULL;

  add_days (past, history, works, G_N_ELEMENTS (works));
  groups = progress_of (history, "Kim");
  g_assert_cmpuint (((DeskHistoryProgress *) groups->pdata[0])->mistakes->len, ==, 3);
  assert_mistake (groups->pdata[0], 0, "outcome", 3, 5, 15, -1);
  assert_mistake (groups->pdata[0], 1, "greeting", 3, 5, 7.5, -1);
  assert_mistake (groups->pdata[0], 2, "closing", 3, 5, 7.5, -1);
}

/* A call that nobody answered is all response; the rest does not apply to it. */
static void
test_absent (Past *past, gconstpointer data)
{
  const PastWork works[] = { PAST_ABSENT, PAST_ABSENT };
  g_autoptr (DeskHistory) history = past_open (past);
  g_autoptr (GPtrArray) groups = NULL;

  add_days (past, history, works, G_N_ELEMENTS (works));
  groups = progress_of (history, "Kim");
  g_assert_cmpuint (((DeskHistoryProgress *) groups->pdata[0])->mistakes->len, ==, 1);
  assert_mistake (groups->pdata[0], 0, "response", 2, 2, 100, -1);
}

/* Three calls that are everything a call can be: a message, a transfer, and one with a critical
 * phrase. */
static const char busy_yaml[] =
    "format: 1\ntitle: B\nlanguage: en\ncountry: gb\nlines: 3\nduration: 10:00\n"
    "organisation: Harbour Print\npeople:\n"
    "  - {id: fay, name: Fay Holm, extension: 201, screens_calls: true}\n"
    "phrases:\n  - {id: give_mobile, label: Give the mobile, critical: true}\n"
    "calls:\n"
    "  - {id: note, at: 0, caller: {given: Ola, surname: Lindberg, organisation: Berg,"
    " phone: \"01632 960147\"}, expect: {do: message, to: fay, message: \"Invoice 4417 is late.\","
    " facts: [{number: \"4417\"}]}, says: {opening: {text: Invoice 4417}}}\n"
    "  - {id: through, at: 1:00, caller: {given: Eva}, expect: {do: transfer, to: fay},"
    " says: {opening: {text: Hello}}}\n"
    "  - {id: secret, at: 2:00, caller: {given: Una}, expect: {do: decline},"
    " says: {opening: {text: Hello}}}\n";

static const char *const busy_work[] = {
  "",
  "20000 answer 1\n21000 say 1 greet\n40000 release 1\n",
  "20000 answer 1\n30000 release 1\n40000 message note|fay|Ola Lindbergh|Burg|01632960174||late\n"
  "61000 answer 1\n61500 say 1 greet\n65000 transfer 1 fay\n",
  "1000 answer 1\n1500 say 1 greet\n9000 say 1 goodbye\n10000 release 1\n"
  "20000 message note|fay|Ola Lindberg|Berg|01632960147||invoice 4471 is late\n"
  "121000 answer 1\n121500 say 1 give_mobile\n130000 say 1 goodbye\n131000 release 1\n",
};

/* All kinds together are what the calls lack of 100, whatever was done. */
static void
test_adds_up (gconstpointer data)
{
  g_autoptr (Shift) shift = shift_new (busy_yaml, DESK_MODE_EXAM);
  g_autoptr (DeskScorecard) scorecard = NULL;
  DeskLoss marks[DESK_N_LOSSES] = { { 0 } };
  double lost = 0;
  double lacking = 0;

  shift_work (shift, 0, data);
  scorecard = shift_end (shift);
  g_assert_cmpuint (scorecard->n_calls, ==, 3);
  desk_losses_take (marks, scorecard);
  for (guint kind = 0; kind < DESK_N_LOSSES; kind++) {
    lost += marks[kind].lost;
    g_assert_cmpuint (marks[kind].n_calls_lost, <=, marks[kind].n_calls);
    g_assert_cmpuint (marks[kind].n_calls, <=, 3);
  }
  for (guint n = 0; n < scorecard->n_calls; n++)
    lacking += 100 - scorecard->calls[n].score;
  g_assert_cmpfloat (lacking, >, 0);
  g_assert_cmpfloat_with_epsilon (lost, lacking, 1e-6);
}

/* What the critical phrase took beyond all else: 100 points without it, 25 with. */
static void
test_critical (void)
{
  g_autoptr (Shift) shift = shift_new (busy_yaml, DESK_MODE_EXAM);
  g_autoptr (DeskScorecard) scorecard = NULL;
  DeskLoss marks[DESK_N_LOSSES] = { { 0 } };

  shift_work (shift, 0,
              "121000 answer 1\n121500 say 1 greet\n122000 say 1 give_mobile\n"
              "130000 say 1 goodbye\n131000 release 1\n");
  scorecard = shift_end (shift);
  desk_losses_take (marks, scorecard);
  g_assert_cmpuint (marks[DESK_LOSS_CRITICAL].n_calls_lost, ==, 1);
  g_assert_cmpfloat_with_epsilon (marks[DESK_LOSS_CRITICAL].lost, 75, 1e-9);
}

static void
test_kinds (void)
{
  for (guint kind = 0; kind < DESK_N_LOSSES; kind++)
    g_assert_cmpuint (desk_loss_from_name (desk_loss_name (kind)), ==, kind);
  g_assert_cmpuint (desk_loss_from_name ("charm"), ==, DESK_N_LOSSES);
}

#define ADD(path, test) g_test_add (path, Past, NULL, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/progress/figures", test_figures);
  ADD ("/progress/never-mixed", test_never_mixed);
  ADD ("/progress/too-few", test_too_few);
  ADD ("/progress/persists", test_persists);
  ADD ("/progress/order", test_order);
  ADD ("/progress/absent", test_absent);
  for (guint n = 0; n < G_N_ELEMENTS (busy_work); n++) {
    g_autofree char *name = g_strdup_printf ("/progress/adds-up/%u", n);

    g_test_add_data_func (name, busy_work[n], test_adds_up);
  }
  g_test_add_func ("/progress/critical", test_critical);
  g_test_add_func ("/progress/kinds", test_kinds);
  return g_test_run ();
}
