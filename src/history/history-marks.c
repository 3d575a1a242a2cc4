/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-marks.h"

#include <glib/gi18n-lib.h>

#include "history/history-progress.h"
#include "report/words.h"

/* Less than this is rounding. */
#define LEAST_LOSS 1e-9

/* The caps of RUBRIC, "A call". */
#define WRONG_OUTCOME_CAP 50.0
#define CRITICAL_CAP 25.0

const char *
desk_history_kind_name (guint kind)
{
  if (kind < DESK_N_ITEMS)
    return desk_item_name ((DeskItem) kind);
  if (kind < DESK_HISTORY_KIND_RESPONSE)
    return desk_field_name ((DeskField) (kind - DESK_N_ITEMS));
  return kind == DESK_HISTORY_KIND_RESPONSE ? "response" : "critical";
}

guint
desk_history_kind_from_name (const char *name)
{
  guint kind = 0;

  while (kind < DESK_HISTORY_N_KINDS && !g_str_equal (desk_history_kind_name (kind), name))
    kind++;
  return kind;
}

const char *
desk_history_kind_words (const char *name)
{
  const guint kind = desk_history_kind_from_name (name);

  if (kind < DESK_N_ITEMS)
    return desk_words_item ((DeskItem) kind);
  if (kind < DESK_HISTORY_KIND_RESPONSE)
    return desk_words_field ((DeskField) (kind - DESK_N_ITEMS));
  return kind == DESK_HISTORY_KIND_RESPONSE ? _ ("Response") : _ ("Critical failure");
}

static void
take (DeskHistoryMark *mark, double lost, gboolean happened)
{
  mark->n_calls++;
  mark->n_calls_lost += happened || lost > LEAST_LOSS ? 1 : 0;
  mark->lost += MAX (lost, 0);
}

/* All that a call can earn, in the scenario's own weights; 0: nothing has a weight. */
static double
sum_of_weights (const DeskScenario *scenario, const DeskCallScore *call)
{
  return scenario->weight_response + scenario->weight_handling +
         (call->message_applies ? scenario->weight_message : 0);
}

/* The loss by the item "outcome" is left to take_caps(); it is among what is returned. */
static double
take_items (DeskHistoryMark *marks, const DeskCallScore *call, double points, double *by_outcome)
{
  double weights = 0;
  double sum = 0;

  for (guint n = 0; n < call->n_checks; n++)
    weights += call->checks[n].weight;
  for (guint n = 0; n < call->n_checks; n++) {
    const DeskCheck *check = &call->checks[n];
    const double lost = points * check->weight / weights * (1 - check->value);

    sum += lost;
    if (check->item == DESK_ITEM_OUTCOME)
      *by_outcome = lost;
    else
      take (&marks[check->item], lost, FALSE);
  }
  return sum;
}

static double
take_fields (DeskHistoryMark *marks, const DeskSlipScore *message, double points)
{
  double weights = 0;
  double sum = 0;

  for (guint n = 0; n < DESK_N_FIELDS; n++)
    weights += message->fields[n].applies ? desk_field_weight ((DeskField) n) : 0;
  for (guint n = 0; n < DESK_N_FIELDS; n++) {
    const double share = points * desk_field_weight ((DeskField) n) / weights;

    if (!message->fields[n].applies)
      continue;
    sum += share * (1 - message->fields[n].value);
    take (&marks[DESK_N_ITEMS + n], share * (1 - message->fields[n].value), FALSE);
  }
  return sum;
}

/* `points`: what the parts came to. */
static void
take_caps (DeskHistoryMark *marks, const DeskCallScore *call, double points, double by_outcome)
{
  const double capped = call->outcome_right ? points : MIN (points, WRONG_OUTCOME_CAP);
  const double least = call->critical ? MIN (capped, CRITICAL_CAP) : capped;

  take (&marks[DESK_ITEM_OUTCOME], by_outcome + points - capped, !call->outcome_right);
  take (&marks[DESK_HISTORY_KIND_CRITICAL], capped - least, call->critical);
}

static void
take_parts (DeskHistoryMark *marks, const DeskScenario *scenario, const DeskCallScore *call)
{
  const double weights = sum_of_weights (scenario, call);
  const double point = weights > 0 ? 100 / weights : 0;
  const double by_response = point * scenario->weight_response * (1 - call->response_value);
  double by_outcome = 0;
  double lost = by_response;

  take (&marks[DESK_HISTORY_KIND_RESPONSE], by_response, FALSE);
  lost += take_items (marks, call, point * scenario->weight_handling, &by_outcome);
  if (call->message_applies)
    lost += take_fields (marks, call->message, point * scenario->weight_message);
  take_caps (marks, call, 100 - lost, by_outcome);
}

static void
take_call (DeskHistoryMark *marks, const DeskScenario *scenario, const DeskCallScore *call)
{
  if (!call->answered || call->end == DESK_END_BLOCKED)
    take (&marks[DESK_HISTORY_KIND_RESPONSE], 100, TRUE);
  else if (call->end == DESK_END_NONE)
    take (&marks[DESK_ITEM_OUTCOME], 100, TRUE);
  else
    take_parts (marks, scenario, call);
}

void
desk_history_marks_take (DeskHistoryMark marks[DESK_HISTORY_N_KINDS],
                         const DeskScorecard *scorecard)
{
  for (guint n = 0; n < scorecard->n_calls; n++)
    take_call (marks, scorecard->scenario, &scorecard->calls[n]);
}
