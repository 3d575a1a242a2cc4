/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "matching/moment.h"
#include "scoring/loss.h"

/* The session as a whole: which calls count, the totals, the bands and the pass mark. */

#define HEAD                                                                                       \
  "format: 1\ntitle: Session\nlanguage: en\ncountry: gb\nlines: 1\nduration: 60:00\n"              \
  "organisation: Harbour Print\n"                                                                  \
  "people:\n  - {id: free, name: Fay Reed, extension: 201}\n"

#define DECLINED "1000 answer 1\n1500 say 1 greet\n5000 say 1 goodbye\n8000 release 1\n"

/* Calls a minute apart that want to be declined. */
static char *
declining (guint n_calls)
{
  GString *yaml = g_string_new (HEAD "calls:\n");

  for (guint n = 0; n < n_calls; n++)
    g_string_append_printf (yaml,
                            "  - {id: c%u, at: %u, caller: {given: Ola}, expect: {do: decline},"
                            " says: {opening: {text: Hello there}}}\n",
                            n, n * 60);
  return g_string_free (yaml, FALSE);
}

/* The first `n_right` calls are handled without a fault, the others not at all. */
static DeskScorecard *
work_part (guint n_calls, guint n_right)
{
  g_autofree char *yaml = declining (n_calls);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_EXAM);

  for (guint n = 0; n < n_right; n++)
    shift_work (shift, n * 60000, DECLINED);
  return shift_end (shift);
}

static void
test_bands (void)
{
  static const struct {
    guint n_calls;
    guint n_right;
    double score;
    DeskBand band;
    gboolean passed;
  } shifts[] = {
    { 7, 7, 100, DESK_BAND_NONE, TRUE },          { 8, 8, 100, DESK_BAND_EXCELLENT, TRUE },
    { 8, 3, 37.5, DESK_BAND_NOT_YET, FALSE },     { 8, 4, 50, DESK_BAND_DEVELOPING, FALSE },
    { 10, 7, 70, DESK_BAND_COMPETENT, TRUE },     { 20, 17, 85, DESK_BAND_EXCELLENT, TRUE },
    { 13, 11, 84.62, DESK_BAND_COMPETENT, TRUE }, { 13, 9, 69.23, DESK_BAND_DEVELOPING, FALSE },
  };

  for (guint n = 0; n < G_N_ELEMENTS (shifts); n++) {
    g_autoptr (DeskScorecard) card = work_part (shifts[n].n_calls, shifts[n].n_right);

    g_assert_cmpfloat (desk_round_2 (card->score), ==, shifts[n].score);
    g_assert_cmpint (card->band, ==, shifts[n].band);
    g_assert_cmpint (card->passed, ==, shifts[n].passed);
  }
}

static void
test_rounding (void)
{
  static const double values[][2] = { { 0.825, 0.83 },    { 94.375, 94.38 },
                                      { 1.005, 1.01 },    { 69.995, 70 },
                                      { 69.9949, 69.99 }, { 84.0 + 2.0 / 3, 84.67 },
                                      { -0.125, -0.13 },  { 0, 0 },
                                      { 100, 100 } };

  for (guint n = 0; n < G_N_ELEMENTS (values); n++)
    g_assert_cmpfloat (desk_round_2 (values[n][0]), ==, values[n][1]);
}

/* Rings 0:00 to 0:20, again from 0:50, and is answered at 0:52. */
static void
test_calls_back (void)
{
  g_autoptr (Shift) shift = shift_new (
      HEAD "calls:\n  - {id: one, at: 0, patience: {ringing: 20}, calls_back_after: 30,"
           " caller: {given: Ola}, expect: {do: decline}, says: {opening: {text: Hello}}}\n",
      DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 51000, DECLINED);
  card = shift_end (shift);
  g_assert_cmpuint (card->n_calls, ==, 1);
  g_assert_cmpuint (card->totals.answered, ==, 1);
  g_assert_cmpuint (card->totals.abandoned_ringing, ==, 0);
  g_assert_cmpfloat (card->calls[0].response_seconds, ==, 52);
  g_assert_cmpfloat (card->calls[0].response_value, ==, 0);
  g_assert_true (card->calls[0].outcome_right);
  g_assert_cmpfloat (card->calls[0].score, ==, 50);
  g_assert_cmpfloat (card->totals.mean_handling_seconds.value, ==, 7);
}

static void
test_abandoned_and_blocked (void)
{
  g_autoptr (Shift) shift =
      shift_new (HEAD "calls:\n"
                      "  - {id: rings, at: 0, patience: {ringing: 20}, caller: {given: Ola},"
                      " expect: {do: decline}, says: {opening: {text: Hello}}}\n"
                      "  - {id: blocked, at: 10, caller: {given: Ola}, expect: {do: decline},"
                      " says: {opening: {text: Hello}}}\n"
                      "  - {id: held, at: 60, patience: {hold: 30}, caller: {given: Ola},"
                      " expect: {do: decline}, says: {opening: {text: Hello}}}\n"
                      "  - {id: silent, at: 120, patience: {silence: 10}, caller: {given: Ola},"
                      " expect: {do: decline}, says: {opening: {text: Hello}}}\n",
                 DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;
  const char *const outcomes[] = { "abandoned_ringing", "blocked", "abandoned_hold",
                                   "abandoned_silence" };

  shift_work (shift, 0,
              "61000 answer 1\n62000 say 1 greet\n65000 say 1 goodbye\n67000 hold 1\n"
              "121000 answer 1\n122000 say 1 greet\n");
  card = shift_end (shift);
  for (guint n = 0; n < G_N_ELEMENTS (outcomes); n++) {
    g_assert_cmpstr (card->calls[n].outcome, ==, outcomes[n]);
    g_assert_false (card->calls[n].outcome_right);
  }
  g_assert_cmpfloat (card->calls[0].score, ==, 0);
  g_assert_cmpfloat (card->calls[1].score, ==, 0);
  g_assert_cmpfloat (card->calls[2].score, ==, 50);
  g_assert_cmpuint (card->totals.calls, ==, 4);
  g_assert_cmpuint (card->totals.answered, ==, 2);
  g_assert_cmpuint (card->totals.abandoned_ringing, ==, 1);
  g_assert_cmpuint (card->totals.abandoned_hold, ==, 1);
  g_assert_cmpuint (card->totals.abandoned_silence, ==, 1);
  g_assert_cmpuint (card->totals.blocked, ==, 1);
  g_assert_cmpfloat (card->totals.service_level.value, ==, 0.5);
  g_assert_cmpuint (card->totals.service_level.n, ==, 4);
  g_assert_cmpfloat (card->totals.longest_hold_seconds.value, ==, 30);
}

static void
test_handed_in_early (void)
{
  g_autofree char *yaml = declining (4);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_EXAM);
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 0, DECLINED);
  shift_work (shift, 60000, "1000 answer 1\n2000 say 1 greet\n");
  shift_finish (shift, TRUE);
  card = shift_score (shift);
  g_assert_true (card->finished);
  g_assert_cmpuint (card->n_calls, ==, 4);
  g_assert_cmpfloat (card->score, ==, 25);
  g_assert_cmpint (card->calls[1].end, ==, DESK_END_NONE);
  g_assert_cmpstr (card->calls[1].outcome, ==, "unfinished");
  g_assert_true (card->calls[1].answered);
  g_assert_false (card->calls[2].answered);
}

/* A journal without its end counts the calls that came. */
static void
test_cut_short (void)
{
  g_autofree char *yaml = declining (4);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_EXAM);
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 0, DECLINED);
  card = shift_score (shift);
  g_assert_false (card->finished);
  g_assert_cmpuint (card->n_calls, ==, 1);
  g_assert_cmpfloat (card->score, ==, 100);
}

static void
test_critical_fact (void)
{
  static const char yaml[] = HEAD "calls:\n"
                                  "  - id: one\n"
                                  "    at: 0\n"
                                  "    caller: {given: Ann}\n"
                                  "    says: {opening: {text: \"The order is 4417.\"}}\n"
                                  "    expect:\n"
                                  "      do: message\n"
                                  "      to: free\n"
                                  "      message: Order 4417.\n"
                                  "      facts: [{number: \"4417\", critical: yes}]\n";
  static const char *const texts[] = { "Order 4417.", "An order." };

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++) {
    g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);
    g_autofree char *message = g_strdup_printf ("4000 message one|free|Ann||||%s", texts[n]);
    g_autoptr (DeskScorecard) card = NULL;

    shift_work (shift, 0, "1000 answer 1\n1500 say 1 greet\n");
    shift_work (shift, 0, message);
    shift_work (shift, 0, "5000 say 1 read_back\n8000 say 1 goodbye\n10000 release 1\n");
    card = shift_end (shift);
    g_assert_cmpint (card->calls[0].critical, ==, n == 1);
    g_assert_cmpint (card->passed, ==, n == 0);
    g_assert_cmpfloat (card->calls[0].score, ==, n == 0 ? 100 : 25);
  }
}

/* A call that was never answered, or was meant to be declined, has no critical fact to miss. */
static void
test_critical_fact_needs_an_answer (void)
{
  g_autoptr (Shift) shift = shift_new (
      HEAD "calls:\n"
           "  - {id: one, at: 0, caller: {given: Ann}, says: {opening: {text: Order 4417.}},\n"
           "     expect: {do: message, to: free, message: Order 4417.,\n"
           "              facts: [{number: \"4417\", critical: yes}]}}\n",
      DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = shift_end (shift);

  g_assert_false (card->calls[0].critical);
  g_assert_null (card->calls[0].message);
  g_assert_cmpfloat (card->score, ==, 0);
}

static void
assert_evidence (const DeskRemark *evidence, const char *expected)
{
  g_autofree char *english = desk_remark_to_english (evidence);

  g_assert_cmpstr (english, ==, expected);
}

/* Twice the time: targets and the limit of the greeting are doubled. */
static void
test_more_time (void)
{
  static const char yaml[] =
      HEAD "calls:\n  - {id: one, at: 0, patience: {ringing: 90, hold: 300}, caller: {given: Ola},"
           " expect: {do: decline}, says: {opening: {text: Hello}}}\n";
  g_autoptr (Shift) shift = shift_new_adjusted (yaml, "time:2");
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 0,
              "30000 answer 1\n40000 say 1 greet\n45000 say 1 ask_hold\n60000 hold 1\n"
              "240000 resume 1\n241000 say 1 goodbye\n243000 release 1\n");
  card = shift_end (shift);
  g_assert_cmpfloat (card->time_factor, ==, 2);
  g_assert_cmpfloat (card->calls[0].response_value, ==, 1);
  g_assert_cmpfloat (card->totals.service_level.value, ==, 1);
  g_assert_cmpfloat (find_check (&card->calls[0], DESK_ITEM_GREETING)->value, ==, 1);
  g_assert_cmpfloat (find_check (&card->calls[0], DESK_ITEM_HOLD_LENGTH)->value, ==, 0.5);
}

/* Without limits everything that takes its time takes it rightly: there is no time to be too late. */
static void
test_untimed (void)
{
  static const char yaml[] =
      HEAD "calls:\n  - {id: one, at: 0, patience: {ringing: 90, hold: 300}, caller: {given: Ola},"
           " expect: {do: decline}, says: {opening: {text: Hello}}}\n";
  g_autoptr (Shift) shift = shift_new_adjusted (yaml, "untimed");
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 0,
              "900000 answer 1\n990000 say 1 greet\n995000 say 1 ask_hold\n1060000 hold 1\n"
              "4240000 resume 1\n4241000 say 1 goodbye\n4243000 release 1\n");
  card = shift_end (shift);
  g_assert_cmpfloat (card->calls[0].response_value, ==, 1);
  g_assert_cmpfloat (card->totals.service_level.value, ==, 1);
  g_assert_cmpfloat (find_check (&card->calls[0], DESK_ITEM_GREETING)->value, ==, 1);
  g_assert_cmpfloat (find_check (&card->calls[0], DESK_ITEM_HOLD_LENGTH)->value, ==, 1);
  g_assert_cmpfloat (card->score, ==, 100);
  assert_evidence (card->calls[0].response_evidence,
                   "15:00.0 answered after 900.0 s, without a limit");
  assert_evidence (find_check (&card->calls[0], DESK_ITEM_HOLD_LENGTH)->evidence,
                   "17:40.0 left alone for 3180.0 s, without a limit");
}

/* A caller who gave up and rings again at the trainee's wish is one call: answered at once the second
 * time, it was late all the same. */
static void
test_repeated (void)
{
  static const char yaml[] =
      HEAD "calls:\n  - {id: one, at: 0, patience: {ringing: 20}, caller: {given: Ola},"
           " expect: {do: decline}, says: {opening: {text: Hello}}}\n";
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 0,
              "29000 repeat one\n30000 answer 1\n30500 say 1 greet\n"
              "34000 say 1 goodbye\n36000 release 1\n");
  card = shift_end (shift);
  g_assert_cmpuint (card->n_calls, ==, 1);
  g_assert_cmpuint (card->totals.abandoned_ringing, ==, 0);
  g_assert_cmpfloat (card->calls[0].response_seconds, ==, 30);
  g_assert_cmpfloat (card->calls[0].response_value, ==, 0.5);
  g_assert_true (card->calls[0].outcome_right);
}

/* Who found every line taken has waited since then. */
static void
test_repeated_after_blocked (void)
{
  static const char yaml[] = HEAD "calls:\n  - {id: one, at: 0, caller: {given: Ola},"
                                  " expect: {do: decline}, says: {opening: {text: Hello}}}\n"
                                  "  - {id: two, at: 2, caller: {given: Ulf},"
                                  " expect: {do: decline}, says: {opening: {text: Hello}}}\n";
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;

  shift_work (shift, 0,
              DECLINED "31000 repeat two\n32000 answer 1\n32500 say 1 greet\n"
                       "36000 say 1 goodbye\n38000 release 1\n");
  card = shift_end (shift);
  g_assert_cmpuint (card->totals.blocked, ==, 0);
  g_assert_cmpfloat (card->calls[0].score, ==, 100);
  g_assert_cmpfloat (card->calls[1].response_seconds, ==, 30);
  g_assert_cmpfloat (card->calls[1].response_value, ==, 0.5);
}

static void
test_moments (void)
{
  char text[DESK_TIME_TEXT_SIZE];

  g_assert_cmpstr (desk_moment_text (text, 0), ==, "00:00.0");
  g_assert_cmpstr (desk_moment_text (text, 9800), ==, "00:09.8");
  g_assert_cmpstr (desk_moment_text (text, 59960), ==, "01:00.0");
  g_assert_cmpstr (desk_moment_text (text, 3600000), ==, "1:00:00.0");
  g_assert_cmpstr (desk_seconds_text (text, 800), ==, "0.8");
  g_assert_cmpstr (desk_seconds_text (text, 15040), ==, "15.04");
  g_assert_cmpstr (desk_seconds_text (text, 90000), ==, "90.0");
}

/* What must never be said counts as lost, with its advice, also where no points are left for it. */
static void
test_critical_is_never_lost_from_view (void)
{
  static const char *const endings[] = { "", "3000 hold 1\n" };

  for (gsize n = 0; n < G_N_ELEMENTS (endings); n++) {
    g_autoptr (Shift) shift =
        shift_new (HEAD "phrases:\n  - {id: secret, label: Give the mobile, critical: yes}\n"
                        "calls:\n  - {id: one, at: 0, caller: {given: Ola}, expect: {do: decline},"
                        " says: {opening: {text: Hello there}}}\n",
                   DESK_MODE_EXAM);
    g_autoptr (DeskScorecard) card = NULL;
    DeskLoss losses[DESK_N_LOSSES] = { { 0 } };

    shift_work (shift, 0, "1000 answer 1\n2000 say 1 secret\n");
    shift_work (shift, 0, endings[n]);
    if (*endings[n] == '\0')
      shift_finish (shift, TRUE);
    else
      shift_run_on (shift);
    card = shift_score (shift);
    desk_losses_take (losses, card);
    g_assert_cmpuint (losses[DESK_LOSS_CRITICAL].n_calls_lost, ==, 1);
    g_assert_nonnull (losses[DESK_LOSS_CRITICAL].advice);
    g_assert_cmpfloat_with_epsilon (
        losses[DESK_LOSS_CRITICAL].lost + losses[DESK_ITEM_OUTCOME].lost +
            losses[DESK_ITEM_GREETING].lost + losses[DESK_ITEM_CLOSING].lost +
            losses[DESK_ITEM_HOLD_PERMISSION].lost + losses[DESK_ITEM_HOLD_LENGTH].lost,
        100 - card->calls[0].score, 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/bands", test_bands);
  g_test_add_func ("/session/rounding", test_rounding);
  g_test_add_func ("/session/calls-back", test_calls_back);
  g_test_add_func ("/session/abandoned-and-blocked", test_abandoned_and_blocked);
  g_test_add_func ("/session/handed-in-early", test_handed_in_early);
  g_test_add_func ("/session/cut-short", test_cut_short);
  g_test_add_func ("/session/critical-fact", test_critical_fact);
  g_test_add_func ("/session/critical-fact-needs-an-answer", test_critical_fact_needs_an_answer);
  g_test_add_func ("/session/more-time", test_more_time);
  g_test_add_func ("/session/untimed", test_untimed);
  g_test_add_func ("/session/repeated", test_repeated);
  g_test_add_func ("/session/repeated-after-blocked", test_repeated_after_blocked);
  g_test_add_func ("/session/moments", test_moments);
  g_test_add_func ("/session/critical-is-never-lost-from-view",
                   test_critical_is_never_lost_from_view);
  return g_test_run ();
}
