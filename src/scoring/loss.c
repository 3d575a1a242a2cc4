/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/loss.h"

#include "scoring/rubric.h"

/* Less than this is rounding. */
#define LEAST_LOSS 1e-9

const char *
desk_loss_name (guint kind)
{
  if (kind < DESK_N_ITEMS)
    return desk_item_name ((DeskItem) kind);
  if (kind < DESK_LOSS_RESPONSE)
    return desk_field_name ((DeskField) (kind - DESK_N_ITEMS));
  return kind == DESK_LOSS_RESPONSE ? "response" : "critical";
}

guint
desk_loss_from_name (const char *name)
{
  guint kind = 0;

  while (kind < DESK_N_LOSSES && !g_str_equal (desk_loss_name (kind), name))
    kind++;
  return kind;
}

static void
take (DeskLoss *loss, double lost, gboolean happened, const DeskRemark *advice)
{
  loss->n_calls++;
  loss->n_calls_lost += happened || lost > LEAST_LOSS ? 1 : 0;
  loss->lost += MAX (lost, 0);
  if (lost > loss->worst || (happened && loss->advice == NULL)) {
    loss->worst = MAX (lost, 0);
    loss->advice = advice;
  }
}

static const DeskRemark *
outcome_advice (const DeskCallScore *call)
{
  for (guint n = 0; n < call->n_checks; n++) {
    if (call->checks[n].item == DESK_ITEM_OUTCOME)
      return call->checks[n].advice;
  }
  return NULL;
}

/* Takes the losses of the checklist. That of the item "outcome" is returned as part of the sum, but left
 * for take_caps() to enter. */
static double
take_items (DeskLoss *losses, const DeskCallScore *call, double points, double *by_outcome)
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
      take (&losses[check->item], lost, FALSE, check->advice);
  }
  return sum;
}

static double
take_fields (DeskLoss *losses, const DeskSlipScore *message, double points)
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
    take (&losses[DESK_N_ITEMS + n], share * (1 - message->fields[n].value), FALSE,
          message->fields[n].advice);
  }
  return sum;
}

/* `points`: what the parts came to, before any cap. */
static void
take_caps (DeskLoss *losses, const DeskCallScore *call, double points, double by_outcome)
{
  const double capped = call->outcome_right ? points : MIN (points, DESK_WRONG_OUTCOME_CAP);
  const double least = call->critical ? MIN (capped, DESK_CRITICAL_CAP) : capped;

  take (&losses[DESK_ITEM_OUTCOME], by_outcome + points - capped, !call->outcome_right,
        outcome_advice (call));
  take (&losses[DESK_LOSS_CRITICAL], capped - least, call->critical, call->critical_advice);
}

static void
take_parts (DeskLoss *losses, const DeskScenario *scenario, const DeskCallScore *call)
{
  const double weights = desk_rubric_parts (scenario, call).possible;
  const double point = weights > 0 ? 100 / weights : 0;
  const double by_response = point * scenario->weight_response * (1 - call->response_value);
  double by_outcome = 0;
  double lost = by_response;

  take (&losses[DESK_LOSS_RESPONSE], by_response, FALSE, call->response_advice);
  lost += take_items (losses, call, point * scenario->weight_handling, &by_outcome);
  if (call->message_applies)
    lost += take_fields (losses, call->message, point * scenario->weight_message);
  take_caps (losses, call, 100 - lost, by_outcome);
}

/* A call that earned nothing lost all of it to the way it ended; a critical failure in it is counted too. */
static void
take_nothing (DeskLoss *losses, const DeskCallScore *call)
{
  if (!call->answered || call->end == DESK_END_BLOCKED)
    take (&losses[DESK_LOSS_RESPONSE], 100, TRUE, call->response_advice);
  else
    take (&losses[DESK_ITEM_OUTCOME], 100, TRUE, outcome_advice (call));
  if (call->answered)
    take (&losses[DESK_LOSS_CRITICAL], 0, call->critical, call->critical_advice);
}

void
desk_losses_take_call (DeskLoss losses[DESK_N_LOSSES],
                       const DeskScenario *scenario,
                       const DeskCallScore *call)
{
  if (desk_call_score_counts (call))
    take_parts (losses, scenario, call);
  else
    take_nothing (losses, call);
}

void
desk_losses_take (DeskLoss losses[DESK_N_LOSSES], const DeskScorecard *scorecard)
{
  for (guint n = 0; n < scorecard->n_calls; n++)
    desk_losses_take_call (losses, scorecard->scenario, &scorecard->calls[n]);
}
