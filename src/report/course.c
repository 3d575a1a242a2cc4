/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/course.h"

#include <glib/gi18n-lib.h>

#include "report/words.h"

static void
step_free (gpointer data)
{
  DeskCourseStep *step = data;

  g_free (step->who);
  g_free (step->words);
  g_free (step);
}

/* Takes `words`. */
static void
add (GPtrArray *course, gint64 t_ms, DeskCourseKind kind, const char *who, char *words)
{
  DeskCourseStep *step = g_new (DeskCourseStep, 1);

  step->t_ms = t_ms;
  step->kind = kind;
  step->who = g_strdup (who);
  step->words = words;
  g_ptr_array_add (course, step);
}

static void
add_stretches (GPtrArray *course, const DeskCallView *view)
{
  for (guint n = 0; n < view->stretches->len; n++) {
    const DeskStretch *stretch = &g_array_index (view->stretches, DeskStretch, n);
    const char *state = desk_words_line_state (stretch->state);

    add (course, stretch->from_ms, DESK_COURSE_LINE, "",
         stretch->to != NULL ? g_strdup_printf ("%s: %s", state, stretch->to->name)
                             : g_strdup_printf (_ ("%s, line %u"), state, stretch->line));
  }
}

/* "Greet: “Good morning, Nordvik Bygg, this is Kim.”": the key that was pressed, and what the caller heard.
 * An author's own phrase is its own name. */
static char *
words_said (const DeskScorecard *scorecard, const DeskPhrase *phrase)
{
  g_autofree char *spoken =
      phrase->which == DESK_PHRASE_GREET
          ? desk_scenario_greeting_for (scorecard->scenario, scorecard->header->trainee)
          : g_strdup (phrase->spoken);

  if (phrase->which == DESK_PHRASE_CUSTOM)
    return g_steal_pointer (&spoken);
  /* Translators: the key that was pressed, and what the caller heard. */
  return g_strdup_printf (_ ("%s: “%s”"), desk_words_phrase (phrase), spoken);
}

static void
add_sayings (GPtrArray *course, const DeskScorecard *scorecard, const DeskCallView *view)
{
  for (guint n = 0; n < view->sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (view->sayings, DeskSaying, n);

    add (course, saying->t_ms, DESK_COURSE_TRAINEE, _ ("You"),
         words_said (scorecard, saying->phrase));
  }
}

static void
add_heard (GPtrArray *course, const DeskCallView *view)
{
  g_autofree char *caller = desk_call_caller_name (view->call);

  for (guint n = 0; n < view->heard->len; n++) {
    const DeskHearing *hearing = &g_array_index (view->heard, DeskHearing, n);

    add (course, hearing->t_ms, DESK_COURSE_OTHER, hearing->by != NULL ? hearing->by->name : caller,
         g_strdup (hearing->reply->text));
  }
}

static void
add_end (GPtrArray *course, const DeskScenario *scenario, const DeskCallScore *score)
{
  if (score->ended_ms >= 0)
    add (course, score->ended_ms, DESK_COURSE_LINE, "",
         score->view->got_by != NULL
             ? g_strdup_printf ("%s: %s", desk_words_end (score), score->view->got_by->name)
             : g_strdup (desk_words_end (score)));
  if (score->slip != NULL) {
    const DeskPerson *to = desk_scenario_find_person (scenario, score->slip->to);

    add (course, score->logged_ms, DESK_COURSE_SLIP, "",
         g_strdup_printf (_ ("message logged for %s"), to != NULL ? to->name : score->slip->to));
  }
}

/* Of what happened at one moment, what was done comes before what followed from it. */
static gint
compare_steps (gconstpointer a, gconstpointer b)
{
  const DeskCourseStep *first = *(const DeskCourseStep *const *) a;
  const DeskCourseStep *second = *(const DeskCourseStep *const *) b;

  if (first->t_ms != second->t_ms)
    return first->t_ms < second->t_ms ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

GPtrArray *
desk_course_new (const DeskScorecard *scorecard, const DeskCallScore *score)
{
  GPtrArray *course = g_ptr_array_new_with_free_func (step_free);

  add_stretches (course, score->view);
  add_sayings (course, scorecard, score->view);
  add_heard (course, score->view);
  add_end (course, scorecard->scenario, score);
  g_ptr_array_sort (course, compare_steps);
  return course;
}
