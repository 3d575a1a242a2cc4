/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-slip.h"
#include "engine/plan.h"

/* The next step with whoever is on the handset. */

G_BEGIN_DECLS

/* A caller who will hang up within this time is mentioned at once. */
#define DESK_LEAVES_SOON_MS 10000

/* What the ideal trainee would do with the call from its answer on, as the state is now. (transfer full) */
DeskPlan *desk_coach_case_plan (const DeskCoachCase *self);

/* Advice to take `line`, which rings or is on hold. */
DeskAdvice desk_coach_attend (const DeskState *state, guint line, DeskAdviceWhy why);

/* The waiting line whose caller will be the first to hang up, within DESK_LEAVES_SOON_MS; 0: none. */
guint desk_coach_leaves_soon (const DeskState *state);

/* What to do next on `line`, which is connected or consulting. */
DeskAdvice desk_coach_advise_at_hand (const DeskState *state,
                                      const DeskCoachNotes *notes,
                                      const DeskPerson *chosen,
                                      guint line);

G_END_DECLS
