/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-advice.h"

/* What is missing on the slip of a call, as far as the caller has said it. */

G_BEGIN_DECLS

/* What the coach looks at for one call; everything is borrowed. */
typedef struct {
  const DeskState *state;
  const DeskScenario *scenario;
  const DeskCall *call;
  const DeskCallState *at;
  const DeskCallNotes *notes;
  guint line; /* where the caller can be spoken to, or 0 */
} DeskCoachCase;

DeskCoachCase
desk_coach_case (const DeskState *state, const DeskCoachNotes *notes, const DeskCall *call);

/* An advice about the case with the rest left empty. */
DeskAdvice desk_coach_case_advise (const DeskCoachCase *self, DeskAdviceKind kind);

/* The same, to say built-in phrase `which`. */
DeskAdvice desk_coach_case_say (const DeskCoachCase *self, DeskPhraseId which, DeskAdviceWhy why);

/* Copies `advice` to `found` unless the trainee has waived it; returns whether it did. */
gboolean desk_coach_case_take (const DeskCoachCase *self, DeskAdvice advice, DeskAdvice *found);

#define DESK_FIELD_SET(field) (1u << (field))
#define DESK_EVERY_FIELD (DESK_FIELD_SET (DESK_N_FIELDS) - 1)

/* The first thing to write, correct or ask for in `fields` (a set of DESK_FIELD bits); FALSE: nothing. What
 * was not heard is asked for once, and only if `line` is not 0. */
gboolean desk_coach_look_at_slip (const DeskCoachCase *self, guint fields, DeskAdvice *found);

/* What follows from the caller's answer to the read-back: a correction, or another read-back. */
gboolean desk_coach_look_at_read_back (const DeskCoachCase *self, DeskAdvice *found);

G_END_DECLS
