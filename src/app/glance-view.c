/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/glance-view.h"

static void
promise (GArray *promises, DeskPromiseKind kind, const DeskCall *call, guint line, gint64 since_ms)
{
  DeskPromise made = { kind, call, line, since_ms };

  g_array_append_val (promises, made);
}

/* Words on a slip do not count: many a slip is begun for the trainee's own sake. */
static void
promise_message (GArray *promises, const DeskCall *call, const DeskCallState *is)
{
  if (!is->logged && is->message_offered_ms >= 0)
    promise (promises, DESK_PROMISE_MESSAGE, call, is->line, is->message_offered_ms);
}

static void
promise_on_line (GArray *promises, const DeskCall *call, const DeskCallState *is)
{
  switch (is->line_state) {
  case DESK_LINE_HELD:
    if (is->asked_to_hold)
      promise (promises, DESK_PROMISE_RETURN, call, is->line, is->alone_since_ms);
    break;
  case DESK_LINE_TRANSFERRING:
  case DESK_LINE_RECALL:
    promise (promises, DESK_PROMISE_TRANSFER, call, is->line, is->alone_since_ms);
    break;
  case DESK_LINE_IDLE:
  case DESK_LINE_RINGING:
  case DESK_LINE_CONNECTED:
  case DESK_LINE_CONSULTING: break;
  }
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const DeskPromise *one = a, *other = b;

  if (one->since_ms != other->since_ms)
    return one->since_ms < other->since_ms ? -1 : 1;
  return (one->call->index > other->call->index) - (one->call->index < other->call->index);
}

GArray *
desk_promises (const DeskState *state)
{
  GArray *promises = g_array_new (FALSE, FALSE, sizeof (DeskPromise));

  for (guint n = 0; n < state->scenario->n_calls; n++) {
    promise_message (promises, state->scenario->calls[n], &state->calls[n]);
    promise_on_line (promises, state->scenario->calls[n], &state->calls[n]);
  }
  g_array_sort (promises, compare_age);
  return promises;
}
