/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-recall.h"

typedef struct {
  const DeskConsoleMemory *memory;
  const DeskState *now;
  gint64 captioned_ms; /* of calls that were over before, nobody looks at the captions any more */
} Recall;

static gboolean
has_captions (const Recall *of, const DeskCall *call)
{
  const DeskCallState *now = call != NULL ? &of->now->calls[call->index] : NULL;

  return now != NULL && (now->phase != DESK_CALL_ENDED || now->since_ms >= of->captioned_ms);
}

static void
recall_event (const DeskState *state, const DeskEvent *event, gpointer data)
{
  const Recall *of = data;
  const DeskConsoleMemory *memory = of->memory;

  desk_owed_messages_observe (memory->owed, event);
  if (has_captions (of, event->call))
    desk_captions_recall (memory->captions, state, event);
  desk_message_pad_recall (memory->pad, event);
  if (memory->coach != NULL)
    desk_coach_recall (memory->coach, state, event);
}

void
desk_console_recall (DeskShift *shift, const DeskConsoleMemory *memory)
{
  const DeskState *now = desk_session_get_state (desk_shift_get_session (shift));
  Recall of = { memory, now, desk_captions_kept_since_ms (now) };

  desk_shift_recall (shift, recall_event, &of);
}
