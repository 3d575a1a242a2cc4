/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* The receptionist's three questions, answered from the session's state: who has waited longest, whom am I
 * speaking with, what did I promise? */

G_BEGIN_DECLS

typedef enum {
  DESK_PROMISE_MESSAGE,  /* to take a message, which is not logged yet */
  DESK_PROMISE_RETURN,   /* to come back to a caller who was asked to hold */
  DESK_PROMISE_TRANSFER, /* to put a caller through, which has not happened yet */
} DeskPromiseKind;

typedef struct {
  DeskPromiseKind kind;
  const DeskCall *call;
  guint line;      /* 0: the call has ended */
  gint64 since_ms; /* session time */
} DeskPromise;

/* What the trainee has promised, oldest first. A message is owed once it was offered, whatever is on the
 * slip, unless the caller was put through. (transfer full) (element-type DeskPromise) */
GArray *desk_promises (const DeskState *state);

G_END_DECLS
