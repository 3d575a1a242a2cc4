/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/call-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/words.h"
#include "scoring/rubric.h"

/* With two decimals at most: "10.29", "22.5", "30". (transfer full) */
static char *
points_words (double points)
{
  g_autofree char *figure = g_strdup_printf ("%.2f", desk_round_2 (points));
  gsize length = strlen (figure);

  while (figure[length - 1] == '0')
    length--;
  while (!g_ascii_isdigit (figure[length - 1])) /* the decimal sign, of whatever language */
    length--;
  return g_strndup (figure, length);
}

/* The outcome. */

static const char *
recipient_of (const DeskScenario *scenario, const DeskSlip *slip)
{
  const DeskPerson *person = desk_scenario_find_person (scenario, slip->to);

  if (*slip->to == '\0')
    return _ ("nobody");
  return person != NULL ? person->name : slip->to;
}

static char *
transfer_to (const char *name)
{
  return g_strdup_printf (_ ("put through to %s"), name);
}

static char *
message_for (const char *name)
{
  return g_strdup_printf (_ ("message taken for %s"), name);
}

/* Of two messages or transfers, only one of which is right, the end alone tells nothing. */
static char *
end_of (const DeskScenario *scenario, const DeskCallScore *score)
{
  if (score->end == DESK_END_TRANSFERRED && score->view->got_by != NULL)
    return transfer_to (score->view->got_by->name);
  if (score->end == DESK_END_COMPLETED && score->slip != NULL &&
      g_str_equal (score->outcome, desk_outcome_name (DESK_OUTCOME_MESSAGE)))
    return message_for (recipient_of (scenario, score->slip));
  return g_strdup (desk_words_end (score));
}

static char *
expected_of (const DeskCallScore *score)
{
  const DeskExpectation *expect = &score->call->expect;

  if (score->judged == DESK_OUTCOME_TRANSFER && expect->to != NULL)
    return transfer_to (expect->to->name);
  if (score->judged == DESK_OUTCOME_MESSAGE && expect->to != NULL)
    return message_for (expect->to->name);
  return g_strdup (desk_words_outcome (score->judged));
}

static char *
verdict_of (const DeskScenario *scenario, const DeskCallScore *score)
{
  g_autofree char *end = end_of (scenario, score);
  g_autofree char *expected = expected_of (score);

  if (!score->answered)
    return g_strdup_printf (_ ("Outcome: %s. A call that was never answered earns nothing."), end);
  if (!desk_call_score_counts (score))
    return g_strdup_printf (_ ("Outcome: %s. Expected: %s. A call that was not brought to its end "
                               "earns nothing, whatever its parts came to."),
                            end, expected);
  if (score->outcome_right)
    return g_strdup_printf (_ ("Outcome: %s. That was right."), end);
  return g_strdup_printf (_ ("Outcome: %s. Expected: %s. A wrong outcome earns %g at most."), end,
                          expected, DESK_WRONG_OUTCOME_CAP);
}

char *
desk_words_came_to (const DeskScenario *scenario, const DeskCallScore *score)
{
  g_autofree char *verdict = verdict_of (scenario, score);

  if (score->view->is_repeated)
    return g_strdup_printf (
        _ ("%s The call was missed at first, and rang again at the trainee’s request."), verdict);
  return g_steal_pointer (&verdict);
}

/* The sum. */

static char *
sum_in_words (const DeskScenario *scenario, const DeskCallScore *score, const DeskParts *sum)
{
  g_autofree char *earned = points_words (sum->earned);
  g_autofree char *scaled = points_words (100 * sum->earned / sum->possible);

  if (sum->possible == 100)
    return g_strdup_printf (_ ("Together %s of 100 points."), earned);
  if (!score->message_applies && scenario->weight_message > 0)
    return g_strdup_printf (_ ("Together %s of %g points. No message was due, so that these make "
                               "up the whole: %s of 100."),
                            earned, sum->possible, scaled);
  return g_strdup_printf (_ ("Together %s of %g points, which makes %s of 100."), earned,
                          sum->possible, scaled);
}

char *
desk_words_sum (const DeskScenario *scenario, const DeskCallScore *score)
{
  const DeskParts sum = desk_rubric_parts (scenario, score);
  g_autofree char *left = points_words (score->score);
  g_autofree char *words = NULL;
  double uncapped;

  if (!desk_call_score_counts (score) || sum.possible <= 0)
    return NULL;
  uncapped = 100 * sum.earned / sum.possible;
  words = sum_in_words (scenario, score, &sum);
  if (score->critical && uncapped > DESK_CRITICAL_CAP)
    return g_strdup_printf (_ ("%s The critical failure leaves %s of them."), words, left);
  if (!score->outcome_right && uncapped > DESK_WRONG_OUTCOME_CAP)
    return g_strdup_printf (_ ("%s The wrong outcome leaves %s of them."), words, left);
  return g_steal_pointer (&words);
}

/* The parts. */

char *
desk_words_part (double value, double weight)
{
  g_autofree char *points = points_words (value * weight);

  return g_strdup_printf (_ ("%s of %g points"), points, weight);
}

char *
desk_words_handling (const DeskScenario *scenario, const DeskCallScore *score)
{
  g_autofree char *part = desk_words_part (score->handling_value, scenario->weight_handling);
  g_autofree char *marks = NULL;
  double earned = 0;
  double possible = 0;

  for (guint n = 0; n < score->n_checks; n++) {
    earned += score->checks[n].weight * score->checks[n].value;
    possible += score->checks[n].weight;
  }
  marks = points_words (earned);
  /* Translators: "8.57 of 30 points, 2 of 7 marks": the points of a part, and its marks. */
  return g_strdup_printf (_ ("%s, %s of %g marks"), part, marks, possible);
}

char *
desk_words_marks (const DeskCheck *check)
{
  g_autofree char *marks = points_words (check->weight * check->value);

  return g_strdup_printf (_ ("%s of %g"), marks, check->weight);
}
