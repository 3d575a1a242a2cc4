/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-notes.h"

/* A courtesy that was left out and can no longer be made up for. There is nothing to advise; it is
 * mentioned so that the next caller gets it. */

G_BEGIN_DECLS

typedef enum {
  DESK_MISS_NONE,
  DESK_MISS_GREETING, /* the caller began, or was asked something, without having been greeted */
  DESK_MISS_GOODBYE,  /* the trainee has released the line without one */
} DeskMiss;

/* What `event` shows was left out. `notes` has observed it already. */
DeskMiss desk_coach_miss (const DeskCoachNotes *notes, const DeskEvent *event);

G_END_DECLS
