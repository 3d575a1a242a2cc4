/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-advice.h"
#include "coaching/coach-miss.h"

/* When the coach speaks. Never while the trainee is busy or somebody speaks; once for each step; and less
 * and less about steps that the trainee has learnt. All times are session time, in ms. */

G_BEGIN_DECLS

typedef enum {
  DESK_COACH_SILENT,
  DESK_COACH_SPEAKS,  /* the advice, in full */
  DESK_COACH_REMINDS, /* the same advice, shown as a reminder */
  DESK_COACH_PRAISES, /* the step last advised was done */
  DESK_COACH_REGRETS, /* a courtesy was left out and cannot be made up for */
} DeskCoachVoice;

typedef struct _DeskCoachPace DeskCoachPace;

/* Speaks sooner in a tutorial. */
DeskCoachPace *desk_coach_pace_new (DeskLevel level);
void desk_coach_pace_free (DeskCoachPace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCoachPace, desk_coach_pace_free)

/* The trainee did something: typed, chose, or gave a command. */
void desk_coach_pace_touch (DeskCoachPace *self, gint64 now_ms);

/* Call it with each `event` before giving the pace the advice that follows: it sees whether the event
 * carried out the last advice. */
void desk_coach_pace_observe (DeskCoachPace *self, const DeskEvent *event);

/* A courtesy was left out at `now_ms`; DESK_MISS_NONE: none was. It is mentioned for a while, unless there
 * is something to do. */
void desk_coach_pace_miss (DeskCoachPace *self, DeskMiss miss, gint64 now_ms);
DeskMiss desk_coach_pace_get_miss (const DeskCoachPace *self);

/* What the coach does about `advice`, the one that applies at `now_ms`. The time never decreases from call
 * to call. */
DeskCoachVoice
desk_coach_pace_update (DeskCoachPace *self, const DeskAdvice *advice, gint64 now_ms);

/* The advice that is being given, repeated or praised. */
const DeskAdvice *desk_coach_pace_get_advice (const DeskCoachPace *self);

/* "Got it": this advice is not given again until it has waited a long time. */
void desk_coach_pace_dismiss (DeskCoachPace *self, gint64 now_ms);

/* No more advice in this shift. */
void desk_coach_pace_be_quiet (DeskCoachPace *self);

G_END_DECLS
