/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/captions.h"
#include "app/coach.h"
#include "app/message-pad.h"
#include "app/owed-messages.h"
#include "app/shift.h"

/* Tells a console that joins a shift in progress what happened before. */

G_BEGIN_DECLS

/* The objects that need to know; borrowed. */
typedef struct {
  DeskCaptions *captions;
  DeskMessagePad *pad;
  DeskOwedMessages *owed;
  DeskCoach *coach; /* or NULL */
} DeskConsoleMemory;

void desk_console_recall (DeskShift *shift, const DeskConsoleMemory *memory);

G_END_DECLS
