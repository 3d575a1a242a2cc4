/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/event.h"

static const char *const names[DESK_N_EVENTS] = {
  [DESK_EVENT_STARTED] = "started",
  [DESK_EVENT_CALL_DUE] = "call-due",
  [DESK_EVENT_RINGING] = "ringing",
  [DESK_EVENT_ANSWERED] = "answered",
  [DESK_EVENT_CALLER_SPEAKS] = "caller-speaks",
  [DESK_EVENT_CALLER_DONE] = "caller-done",
  [DESK_EVENT_TRAINEE_SAYS] = "trainee-says",
  [DESK_EVENT_HELD] = "held",
  [DESK_EVENT_HOLD_REMINDER] = "hold-reminder",
  [DESK_EVENT_RESUMED] = "resumed",
  [DESK_EVENT_CONSULTING] = "consulting",
  [DESK_EVENT_COLLEAGUE_ANSWERS] = "colleague-answers",
  [DESK_EVENT_COLLEAGUE_BUSY] = "colleague-busy",
  [DESK_EVENT_COLLEAGUE_ACCEPTS] = "colleague-accepts",
  [DESK_EVENT_COLLEAGUE_REFUSES] = "colleague-refuses",
  [DESK_EVENT_TRANSFERRING] = "transferring",
  [DESK_EVENT_TRANSFERRED] = "transferred",
  [DESK_EVENT_RECALL] = "recall",
  [DESK_EVENT_ABANDONED] = "abandoned",
  [DESK_EVENT_BLOCKED] = "blocked",
  [DESK_EVENT_RELEASED] = "released",
  [DESK_EVENT_MESSAGE_LOGGED] = "message-logged",
  [DESK_EVENT_COMMAND_REJECTED] = "command-rejected",
  [DESK_EVENT_PAUSED] = "paused",
  [DESK_EVENT_UNPAUSED] = "unpaused",
  [DESK_EVENT_REPEATED] = "repeated",
  [DESK_EVENT_INTERRUPTED] = "interrupted",
  [DESK_EVENT_FINISHED] = "finished",
};

static const char *const causes[] = {
  [DESK_CAUSE_NONE] = NULL,
  [DESK_CAUSE_BUSY] = "busy",
  [DESK_CAUSE_NO_ANSWER] = "no-answer",
  [DESK_CAUSE_RINGING] = "ringing",
  [DESK_CAUSE_HOLD] = "hold",
  [DESK_CAUSE_SILENCE] = "silence",
};

static const char *const reasons[DESK_N_REASONS] = {
  [DESK_REASON_NONE] = NULL,
  [DESK_REASON_LINE_IDLE] = "line-idle",
  [DESK_REASON_LINE_RINGING] = "line-ringing",
  [DESK_REASON_LINE_CONNECTED] = "line-connected",
  [DESK_REASON_LINE_HELD] = "line-held",
  [DESK_REASON_LINE_CONSULTING] = "line-consulting",
  [DESK_REASON_LINE_TRANSFERRING] = "line-transferring",
  [DESK_REASON_LINE_RECALL] = "line-recall",
  [DESK_REASON_COLLEAGUE_NOT_THERE] = "colleague-not-there",
  [DESK_REASON_COLLEAGUE_REFUSED] = "colleague-refused",
  [DESK_REASON_NO_COLLEAGUE] = "no-colleague",
  [DESK_REASON_NOT_ANSWERED] = "not-answered",
  [DESK_REASON_PAUSED] = "paused",
  [DESK_REASON_NOT_PAUSED] = "not-paused",
  [DESK_REASON_NO_PAUSE] = "no-pause",
  [DESK_REASON_NO_REPEAT] = "no-repeat",
  [DESK_REASON_NOT_MISSED] = "not-missed",
  [DESK_REASON_NO_FREE_LINE] = "no-free-line",
  [DESK_REASON_CALLS_LEFT] = "calls-left",
  [DESK_REASON_FINISHED] = "finished",
};

static gboolean
find_name (const char *const *table, guint n, const char *name, guint *found)
{
  for (guint i = 0; i < n; i++) {
    if (g_strcmp0 (table[i], name) == 0) {
      *found = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
desk_event_name (DeskEventType type)
{
  return names[type];
}

gboolean
desk_event_from_name (const char *name, DeskEventType *type)
{
  return find_name (names, G_N_ELEMENTS (names), name, type);
}

const char *
desk_cause_name (DeskCause cause)
{
  return causes[cause];
}

gboolean
desk_cause_from_name (const char *name, DeskCause *cause)
{
  return find_name (causes, G_N_ELEMENTS (causes), name, cause);
}

const char *
desk_reason_name (DeskReason reason)
{
  return reasons[reason];
}

gboolean
desk_reason_from_name (const char *name, DeskReason *reason)
{
  return find_name (reasons, G_N_ELEMENTS (reasons), name, reason);
}
