/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/coach-target.h"
#include "app/shift.h"

/* The coach of a guided shift: follows the session and says the next step when it is needed. */

G_BEGIN_DECLS

#define DESK_TYPE_COACH (desk_coach_get_type ())
G_DECLARE_FINAL_TYPE (DeskCoach, desk_coach, DESK, COACH, GObject)

/* `shift` must have been started. What `desk` refers to must outlive the coach. */
DeskCoach *desk_coach_new (DeskShift *shift, const DeskCoachDesk *desk);

/* The strip in which the coach speaks, to be put on the page. (transfer none) */
GtkWidget *desk_coach_get_strip (DeskCoach *self);

/* Adds "coach-got-it", "coach-show-me", "coach-why" and "coach-quiet", for keys. */
void desk_coach_add_actions (DeskCoach *self, GActionMap *actions);

/* Call it once a second, after the rest of the page was updated. */
void desk_coach_update (DeskCoach *self);

/* Adds an earlier event, which led to `state`: what is known about a call, and the pace for this trainee. */
void desk_coach_recall (DeskCoach *self, const DeskState *state, const DeskEvent *event);

G_END_DECLS
