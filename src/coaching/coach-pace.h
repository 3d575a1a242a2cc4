/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-advice.h"
#include "coaching/coach-miss.h"

/* When the coach speaks, and when not: never while the trainee is at it or somebody speaks, once for
 * each step, and less and less for what the trainee has learnt. All times are session time. */

G_BEGIN_DECLS

typedef enum {
  DESK_COACH_SILENT,
  DESK_COACH_SPEAKS,  /* the advice, in full */
  DESK_COACH_REMINDS, /* the same in passing: it was told before */
  DESK_COACH_PRAISES, /* the step last advised was done */
  DESK_COACH_REGRETS, /* something was left out that cannot be made good */
} DeskCoachVoice;

typedef struct _DeskCoachPace DeskCoachPace;

/* Speaks sooner in a tutorial. */
DeskCoachPace *desk_coach_pace_new (DeskLevel level);
void desk_coach_pace_free (DeskCoachPace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCoachPace, desk_coach_pace_free)

/* The trainee does something: types, chooses, commands. */
void desk_coach_pace_touch (DeskCoachPace *self, gint64 now_ms);

/* Before the advice that follows `event` is given to the pace: whether it did what was advised. */
void desk_coach_pace_observe (DeskCoachPace *self, const DeskEvent *event);

/* Something was left out at `now_ms`; DESK_MISS_NONE: nothing. It is told for a while, unless there is
 * something to do, which goes before. */
void desk_coach_pace_miss (DeskCoachPace *self, DeskMiss miss, gint64 now_ms);
DeskMiss desk_coach_pace_get_miss (const DeskCoachPace *self);

/* What to do about `advice`, the one that holds at `now_ms`, which never falls. */
DeskCoachVoice
desk_coach_pace_update (DeskCoachPace *self, const DeskAdvice *advice, gint64 now_ms);

/* The advice that is spoken, is reminded of or, done, is praised. */
const DeskAdvice *desk_coach_pace_get_advice (const DeskCoachPace *self);

/* "Got it": silent about this advice until it has waited long. */
void desk_coach_pace_dismiss (DeskCoachPace *self, gint64 now_ms);

/* Not another word in this shift. */
void desk_coach_pace_be_quiet (DeskCoachPace *self);

G_END_DECLS
