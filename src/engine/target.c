/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/target.h"

#include <math.h>

#define GREETING_LIMIT_MS 5000 /* RUBRIC, "Handling" */

static gint64
written_ms (const DeskScenario *scenario, DeskTarget target)
{
  switch (target) {
  case DESK_TARGET_GREETING: return GREETING_LIMIT_MS;
  case DESK_TARGET_ANSWER: return scenario->target_answer_ms;
  case DESK_TARGET_HOLD: return scenario->target_hold_ms;
  case DESK_TARGET_RECALL: return scenario->target_recall_ms;
  }
  g_return_val_if_reached (0);
}

/* A target of 0 ms is also unlimited without time limits; 0 times INFINITY would be NaN. */
double
desk_target_ms (const DeskScenario *scenario, DeskTarget target, double time_factor)
{
  return isfinite (time_factor) ? (double) written_ms (scenario, target) * time_factor
                                : (double) INFINITY;
}

double
desk_state_time_factor (const DeskState *state)
{
  return state->untimed ? (double) INFINITY : state->patience_factor;
}

double
desk_state_target_ms (const DeskState *state, DeskTarget target)
{
  return desk_target_ms (state->scenario, target, desk_state_time_factor (state));
}
