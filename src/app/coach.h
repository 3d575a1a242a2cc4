/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/coach-target.h"
#include "app/shift.h"

/* The coach of a guided shift: follows the session, and says the next step when it is wanted. */

G_BEGIN_DECLS

#define DESK_TYPE_COACH (desk_coach_get_type ())
G_DECLARE_FINAL_TYPE (DeskCoach, desk_coach, DESK, COACH, GObject)

/* For a shift that has been started. What `desk` names must outlive the coach. */
DeskCoach *desk_coach_new (DeskShift *shift, const DeskCoachDesk *desk);

/* Where the coach speaks, to be put on the page. (transfer none) */
GtkWidget *desk_coach_get_strip (DeskCoach *self);

/* Adds "coach-got-it", "coach-show-me", "coach-why" and "coach-quiet", for keys. */
void desk_coach_add_actions (DeskCoach *self, GActionMap *actions);

/* Called when a second has passed, after what the tick changes. */
void desk_coach_update (DeskCoach *self);

/* Takes in an event of before, which led to `state`: what is known of a call, and at what pace this
 * trainee learns. */
void desk_coach_recall (DeskCoach *self, const DeskState *state, const DeskEvent *event);

G_END_DECLS
