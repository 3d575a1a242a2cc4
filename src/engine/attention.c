/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/attention.h"

#include "engine/timer.h"

/* A caller on hold is taken back this long before the target is up. */
#define HOLD_MARGIN_MS 5000

gint64
desk_attention_until_ms (const DeskState *state, guint line)
{
  const DeskScenario *scenario = state->scenario;
  const DeskCallState *at = desk_state_on_line (state, line);

  switch (desk_state_line (state, line)) {
  case DESK_LINE_RINGING: return at->since_ms + scenario->target_answer_ms;
  case DESK_LINE_RECALL: return at->since_ms + scenario->target_recall_ms;
  case DESK_LINE_HELD: return at->alone_since_ms + scenario->target_hold_ms - HOLD_MARGIN_MS;
  case DESK_LINE_IDLE:
  case DESK_LINE_CONNECTED:
  case DESK_LINE_CONSULTING:
  case DESK_LINE_TRANSFERRING: return -1;
  }
  g_return_val_if_reached (-1);
}

guint
desk_attention_first (const DeskState *state, gint64 *until_ms)
{
  guint first = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++) {
    gint64 until = desk_attention_until_ms (state, line);

    if (until >= 0 && (first == 0 || until < *until_ms)) {
      first = line;
      *until_ms = until;
    }
  }
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
