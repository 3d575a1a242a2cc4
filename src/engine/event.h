/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/command.h"

/* What happened: the facts a journal is made of. */

G_BEGIN_DECLS

typedef enum {
  DESK_EVENT_STARTED,
  DESK_EVENT_CALL_DUE,          /* call; again: the caller rings back; ms: jitter, either way */
  DESK_EVENT_RINGING,           /* call, line */
  DESK_EVENT_ANSWERED,          /* call, line; ms: rung for; again: it was a recall */
  DESK_EVENT_CALLER_SPEAKS,     /* call, line, reply; ms: its length */
  DESK_EVENT_CALLER_DONE,       /* call, line, reply; cut: interrupted, not heard to its end */
  DESK_EVENT_TRAINEE_SAYS,      /* call, line, phrase */
  DESK_EVENT_HELD,              /* call, line; again: put on hold by answering another line */
  DESK_EVENT_HOLD_REMINDER,     /* call, line; ms: on hold for */
  DESK_EVENT_RESUMED,           /* call, line; ms: how long the caller was left alone */
  DESK_EVENT_CONSULTING,        /* call, line, to */
  DESK_EVENT_COLLEAGUE_ANSWERS, /* call, line, to, reply or NULL; ms: its length */
  DESK_EVENT_COLLEAGUE_BUSY,    /* call, line, to */
  DESK_EVENT_COLLEAGUE_ACCEPTS, /* call, line, to, reply or NULL; ms: its length */
  DESK_EVENT_COLLEAGUE_REFUSES, /* call, line, to, reply or NULL; ms: its length */
  DESK_EVENT_TRANSFERRING,      /* call, line, to: blind, the colleague's telephone rings */
  DESK_EVENT_TRANSFERRED,       /* call, line, to; again: after speaking to the colleague */
  DESK_EVENT_RECALL,            /* call, line, to: came back, rings again; cause */
  DESK_EVENT_ABANDONED,         /* call, line; cause */
  DESK_EVENT_BLOCKED,           /* call */
  DESK_EVENT_RELEASED,          /* call, line */
  DESK_EVENT_MESSAGE_LOGGED,    /* call */
  DESK_EVENT_COMMAND_REJECTED,  /* command, reason; line or call as the command named it */
  DESK_EVENT_PAUSED,
  DESK_EVENT_UNPAUSED,
  DESK_EVENT_REPEATED,    /* call: the trainee asked for a missed call to ring again */
  DESK_EVENT_INTERRUPTED, /* ms: how long, by the wall clock; session time stood still */
  DESK_EVENT_FINISHED,    /* again: before every call was done */
} DeskEventType;

#define DESK_N_EVENTS ((guint) DESK_EVENT_FINISHED + 1)

/* Why a call came back, or what made its caller hang up. */
typedef enum {
  DESK_CAUSE_NONE,
  DESK_CAUSE_BUSY,
  DESK_CAUSE_NO_ANSWER,
  DESK_CAUSE_RINGING,
  DESK_CAUSE_HOLD,
  DESK_CAUSE_SILENCE,
} DeskCause;

/* Why the telephone did not obey. */
typedef enum {
  DESK_REASON_NONE,
  DESK_REASON_LINE_IDLE,
  DESK_REASON_LINE_RINGING,
  DESK_REASON_LINE_CONNECTED,
  DESK_REASON_LINE_HELD,
  DESK_REASON_LINE_CONSULTING,
  DESK_REASON_LINE_TRANSFERRING,
  DESK_REASON_LINE_RECALL,
  DESK_REASON_COLLEAGUE_NOT_THERE, /* nobody has answered the consultation yet */
  DESK_REASON_COLLEAGUE_REFUSED,
  DESK_REASON_NO_COLLEAGUE, /* announce without a consultation */
  DESK_REASON_NOT_ANSWERED, /* a slip for a call that was never answered */
  DESK_REASON_PAUSED,
  DESK_REASON_NOT_PAUSED,
  DESK_REASON_NO_PAUSE,  /* an exam, in which it was not granted */
  DESK_REASON_NO_REPEAT, /* an exam */
  DESK_REASON_NOT_MISSED,
  DESK_REASON_NO_FREE_LINE,
  DESK_REASON_CALLS_LEFT,
  DESK_REASON_FINISHED,
} DeskReason;

#define DESK_N_REASONS ((guint) DESK_REASON_FINISHED + 1)

/* A plain value; pointers are borrowed from the scenario. DeskEventType says which fields each type uses. */
typedef struct {
  gint64 t_ms; /* since the start, pauses excluded */
  DeskEventType type;
  DeskCause cause;
  DeskReason reason;
  DeskCommandType command;
  guint line; /* 0: none */
  gboolean again;
  gboolean cut;
  gint64 ms;
  const DeskCall *call;
  const DeskPerson *to;
  const DeskReply *reply;
  const DeskPhrase *phrase;
} DeskEvent;

/* "call-due", "hold-reminder", … as in journals. The name of DESK_CAUSE_NONE or DESK_REASON_NONE is NULL.
 * Each _from_name() returns FALSE, and sets nothing, for a name it does not know. */
const char *desk_event_name (DeskEventType type);
gboolean desk_event_from_name (const char *name, DeskEventType *type);
const char *desk_cause_name (DeskCause cause);
gboolean desk_cause_from_name (const char *name, DeskCause *cause);
const char *desk_reason_name (DeskReason reason);
gboolean desk_reason_from_name (const char *name, DeskReason *reason);

G_END_DECLS
