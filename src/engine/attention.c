/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/attention.h"

#include <math.h>

#include "engine/target.h"
#include "engine/timer.h"

/* A caller on hold is taken back this long before the target is up. */
#define HOLD_MARGIN_MS 5000

static gint64
allowed_ms (const DeskState *state, DeskTarget target)
{
  const double factor = desk_state_time_factor (state);

  return (gint64) desk_target_ms (state->scenario, target, isfinite (factor) ? factor : 1);
}

/* When the caller on `line` is due, as if every shift had time limits: lines are put in order by it. */
static gint64
due_ms (const DeskState *state, guint line)
{
  const DeskCallState *at = desk_state_on_line (state, line);

  switch (desk_state_line (state, line)) {
  case DESK_LINE_RINGING: return at->since_ms + allowed_ms (state, DESK_TARGET_ANSWER);
  case DESK_LINE_RECALL: return at->since_ms + allowed_ms (state, DESK_TARGET_RECALL);
  case DESK_LINE_HELD:
    return at->alone_since_ms + allowed_ms (state, DESK_TARGET_HOLD) - HOLD_MARGIN_MS;
  case DESK_LINE_IDLE:
  case DESK_LINE_CONNECTED:
  case DESK_LINE_CONSULTING:
  case DESK_LINE_TRANSFERRING: return -1;
  }
  g_return_val_if_reached (-1);
}

gint64
desk_attention_until_ms (const DeskState *state, guint line)
{
  const gint64 until_ms = due_ms (state, line);

  return until_ms >= 0 && state->untimed ? DESK_ATTENTION_NEVER_MS : until_ms;
}

guint
desk_attention_first (const DeskState *state, gint64 *until_ms)
{
  guint first = 0;
  gint64 earliest_ms = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++) {
    gint64 due = due_ms (state, line);

    if (due >= 0 && (first == 0 || due < earliest_ms)) {
      first = line;
      earliest_ms = due;
    }
  }
  if (first > 0)
    *until_ms = desk_attention_until_ms (state, first);
  return first;
}

gint64
desk_attention_leaves_ms (const DeskState *state, guint line)
{
  const DeskCall *call = desk_state_call_on_line (state, line);

  return call ? desk_deadline_queue_get (state->deadlines,
                                         desk_timer_id (call->index, DESK_TIMER_PATIENCE))
              : -1;
}
