/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/owed-messages.h"

struct _DeskOwedMessages {
  gboolean *put_through; /* owned: by DeskCall.index */
};

DeskOwedMessages *
desk_owed_messages_new (const DeskScenario *scenario)
{
  DeskOwedMessages *self = g_new (DeskOwedMessages, 1);

  self->put_through = g_new0 (gboolean, scenario->n_calls);
  return self;
}

void
desk_owed_messages_free (DeskOwedMessages *self)
{
  if (self == NULL)
    return;
  g_free (self->put_through);
  g_free (self);
}

/* A call answered again is a new conversation. */
void
desk_owed_messages_observe (DeskOwedMessages *self, const DeskEvent *event)
{
  if (event->call != NULL && event->type == DESK_EVENT_TRANSFERRED)
    self->put_through[event->call->index] = TRUE;
  else if (event->call != NULL && event->type == DESK_EVENT_ANSWERED)
    self->put_through[event->call->index] = FALSE;
}

gboolean
desk_owed_messages_put_through (const DeskOwedMessages *self, const DeskCall *call)
{
  return self->put_through[call->index];
}

gboolean
desk_owed_messages_has (const DeskOwedMessages *self, const DeskState *state, const DeskCall *call)
{
  const DeskCallState *at = &state->calls[call->index];

  if (self->put_through[call->index])
    return FALSE;
  if (at->logged)
    return at->slip != NULL && !desk_slip_equal (at->slip, at->logged_slip);
  return at->message_offered_ms >= 0 || desk_call_state_has_open_slip (at);
}

gboolean
desk_owed_messages_has_any (const DeskOwedMessages *self, const DeskState *state)
{
  for (guint n = 0; n < state->scenario->n_calls; n++)
    if (desk_owed_messages_has (self, state, state->scenario->calls[n]))
      return TRUE;
  return FALSE;
}
