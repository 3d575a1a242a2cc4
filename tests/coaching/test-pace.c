/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-pace.h"

/* When the coach speaks: by session time alone. */

static DeskCall first_call, second_call;

static DeskAdvice
answer (const DeskCall *call)
{
  return (DeskAdvice){ .kind = DESK_ADVICE_ANSWER, .line = 1, .call = call };
}

static DeskAdvice
say (DeskPhraseId which)
{
  return (DeskAdvice){ .kind = DESK_ADVICE_SAY,
                       .call = &first_call,
                       .phrase = &desk_builtin_phrases ("en")[which] };
}

static const DeskAdvice none = { 0 };

static void
assert_voice (DeskCoachPace *pace, DeskAdvice advice, gint64 at_ms, DeskCoachVoice voice)
{
  g_assert_cmpint (desk_coach_pace_update (pace, &advice, at_ms), ==, voice);
}

static void
do_it (DeskCoachPace *pace, const DeskCall *call, gint64 at_ms)
{
  DeskEvent event = { .t_ms = at_ms, .type = DESK_EVENT_ANSWERED, .call = call, .line = 1 };

  desk_coach_pace_observe (pace, &event);
}

static void
test_moment (void)
{
  g_autoptr (DeskCoachPace) tutorial = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);
  g_autoptr (DeskCoachPace) later = desk_coach_pace_new (DESK_LEVEL_ADVANCED);

  assert_voice (tutorial, answer (&first_call), 1000, DESK_COACH_SILENT);
  assert_voice (tutorial, answer (&first_call), 3499, DESK_COACH_SILENT);
  assert_voice (tutorial, answer (&first_call), 3500, DESK_COACH_SPEAKS);
  assert_voice (later, answer (&first_call), 1000, DESK_COACH_SILENT);
  assert_voice (later, answer (&first_call), 4999, DESK_COACH_SILENT);
  assert_voice (later, answer (&first_call), 5000, DESK_COACH_SPEAKS);
}

static void
test_greeting (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_ADVANCED);

  assert_voice (pace, say (DESK_PHRASE_GREET), 0, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_GREET), 1500, DESK_COACH_SPEAKS);
}

/* A beginner has to read it within the time for a greeting, until it is known. */
static void
test_first_greetings (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);
  DeskAdvice greet = say (DESK_PHRASE_GREET);
  DeskEvent event = { .type = DESK_EVENT_TRAINEE_SAYS,
                      .call = &first_call,
                      .phrase = greet.phrase };

  for (gint64 t_ms = 0; t_ms < 20000; t_ms += 10000) {
    greet.call = event.call = t_ms == 0 ? &first_call : &second_call;
    assert_voice (pace, greet, t_ms, DESK_COACH_SPEAKS);
    desk_coach_pace_observe (pace, &event);
    assert_voice (pace, none, t_ms + 1000, DESK_COACH_PRAISES);
  }
  assert_voice (pace, greet, 20000, DESK_COACH_SILENT);
  assert_voice (pace, greet, 24499, DESK_COACH_SILENT);
}

/* What goes before what was told, but not done, is told at once: the caller waits. What follows a step that was done
 * has its moment. */
static void
test_takes_the_place (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  assert_voice (pace, say (DESK_PHRASE_TELL_TRANSFER), 0, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_TELL_TRANSFER), 2500, DESK_COACH_SPEAKS);
  assert_voice (pace, say (DESK_PHRASE_ASK_HOLD), 4000, DESK_COACH_SPEAKS);
  assert_voice (pace, none, 5000, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 6000, DESK_COACH_SILENT);
}

static void
test_at_it (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  assert_voice (pace, answer (&first_call), 0, DESK_COACH_SILENT);
  for (gint64 t_ms = 1000; t_ms <= 20000; t_ms += 1000) {
    desk_coach_pace_touch (pace, t_ms);
    assert_voice (pace, answer (&first_call), t_ms, DESK_COACH_SILENT);
  }
  assert_voice (pace, answer (&first_call), 22499, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 22500, DESK_COACH_SPEAKS);
}

static void
test_once (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  assert_voice (pace, answer (&first_call), 0, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 2500, DESK_COACH_SPEAKS);
  assert_voice (pace, answer (&first_call), 17499, DESK_COACH_SPEAKS);
  assert_voice (pace, answer (&first_call), 17500, DESK_COACH_REMINDS);
  assert_voice (pace, answer (&first_call), 90000, DESK_COACH_REMINDS);
  assert_voice (pace, none, 91000, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 92000, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 99999, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 100000, DESK_COACH_REMINDS);
}

static void
test_got_it (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  assert_voice (pace, answer (&first_call), 0, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 2500, DESK_COACH_SPEAKS);
  desk_coach_pace_dismiss (pace, 3000);
  assert_voice (pace, answer (&first_call), 22999, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 23000, DESK_COACH_REMINDS);
}

/* After "Got it" the next thing to say waits, too. */
static void
test_breath (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 0, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 2500, DESK_COACH_SPEAKS);
  desk_coach_pace_dismiss (pace, 3000);
  assert_voice (pace, say (DESK_PHRASE_ASK_NUMBER), 3000, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_ASK_NUMBER), 13499, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_ASK_NUMBER), 13500, DESK_COACH_SPEAKS);
}

static void
test_urgent (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_ADVANCED);
  DeskAdvice urgent = answer (&first_call);

  assert_voice (pace, answer (&first_call), 0, DESK_COACH_SILENT);
  desk_coach_pace_touch (pace, 1000);
  urgent.urgent = TRUE;
  urgent.why = DESK_WHY_LEAVES;
  assert_voice (pace, urgent, 1000, DESK_COACH_SPEAKS);
}

/* What was done right twice is told later; what was not, as soon as ever. */
static void
test_fade (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);
  gint64 t_ms = 0;

  for (guint n = 0; n < 2; n++, t_ms += 2000) {
    assert_voice (pace, answer (&first_call), t_ms, DESK_COACH_SILENT);
    do_it (pace, &first_call, t_ms + 1000);
    assert_voice (pace, none, t_ms + 1000, DESK_COACH_SILENT);
  }
  assert_voice (pace, answer (&second_call), 10000, DESK_COACH_SILENT);
  assert_voice (pace, answer (&second_call), 17499, DESK_COACH_SILENT);
  assert_voice (pace, answer (&second_call), 17500, DESK_COACH_SPEAKS);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 20000, DESK_COACH_SILENT);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 22500, DESK_COACH_SPEAKS);
}

/* Praise is for who was told, and short. */
static void
test_praise (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  assert_voice (pace, answer (&first_call), 0, DESK_COACH_SILENT);
  do_it (pace, &first_call, 1000);
  assert_voice (pace, none, 1000, DESK_COACH_SILENT);

  assert_voice (pace, answer (&second_call), 2000, DESK_COACH_SILENT);
  assert_voice (pace, answer (&second_call), 4500, DESK_COACH_SPEAKS);
  do_it (pace, &second_call, 5000);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 5000, DESK_COACH_PRAISES);
  g_assert_cmpint (desk_coach_pace_get_advice (pace)->kind, ==, DESK_ADVICE_ANSWER);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 7499, DESK_COACH_PRAISES);
  assert_voice (pace, say (DESK_PHRASE_ASK_NAME), 7500, DESK_COACH_SPEAKS);
  g_assert_cmpint (desk_coach_pace_get_advice (pace)->kind, ==, DESK_ADVICE_SAY);
}

/* What was left out is told while there is nothing to do, and no longer than it takes to read. */
static void
test_regret (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);

  desk_coach_pace_miss (pace, DESK_MISS_GREETING, 1000);
  assert_voice (pace, none, 1000, DESK_COACH_REGRETS);
  desk_coach_pace_miss (pace, DESK_MISS_NONE, 2000);
  g_assert_cmpint (desk_coach_pace_get_miss (pace), ==, DESK_MISS_GREETING);
  assert_voice (pace, none, 7999, DESK_COACH_REGRETS);
  assert_voice (pace, none, 8000, DESK_COACH_SILENT);
  desk_coach_pace_miss (pace, DESK_MISS_GOODBYE, 9000);
  assert_voice (pace, answer (&second_call), 9000, DESK_COACH_REGRETS);
  assert_voice (pace, answer (&second_call), 11500, DESK_COACH_SPEAKS);
}

static void
test_quiet (void)
{
  g_autoptr (DeskCoachPace) pace = desk_coach_pace_new (DESK_LEVEL_TUTORIAL);
  DeskAdvice urgent = answer (&first_call);

  urgent.urgent = TRUE;
  desk_coach_pace_be_quiet (pace);
  assert_voice (pace, urgent, 0, DESK_COACH_SILENT);
  assert_voice (pace, answer (&first_call), 60000, DESK_COACH_SILENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/moment", test_moment);
  g_test_add_func ("/pace/greeting", test_greeting);
  g_test_add_func ("/pace/first-greetings", test_first_greetings);
  g_test_add_func ("/pace/takes-the-place", test_takes_the_place);
  g_test_add_func ("/pace/at-it", test_at_it);
  g_test_add_func ("/pace/once", test_once);
  g_test_add_func ("/pace/got-it", test_got_it);
  g_test_add_func ("/pace/breath", test_breath);
  g_test_add_func ("/pace/urgent", test_urgent);
  g_test_add_func ("/pace/fade", test_fade);
  g_test_add_func ("/pace/praise", test_praise);
  g_test_add_func ("/pace/regret", test_regret);
  g_test_add_func ("/pace/quiet", test_quiet);
  return g_test_run ();
}
