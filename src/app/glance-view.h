/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* The three questions of a receptionist, answered from the session's state: who waits longest, whom do I
 * speak with, what did I promise. */

G_BEGIN_DECLS

typedef enum {
  DESK_PROMISE_MESSAGE,  /* to pass a message on, which is not logged */
  DESK_PROMISE_RETURN,   /* to come back to one who was asked to hold */
  DESK_PROMISE_TRANSFER, /* to put one through, who is not yet */
} DeskPromiseKind;

typedef struct {
  DeskPromiseKind kind;
  const DeskCall *call;
  guint line;      /* 0: the call has ended */
  gint64 since_ms; /* session time */
} DeskPromise;

/* What the trainee owes, the oldest first. A message is owed once it was offered to the caller, whatever
 * stands on the slip; one who was put through wants none any more. (transfer full)
 * (element-type DeskPromise) */
GArray *desk_promises (const DeskState *state);

G_END_DECLS
