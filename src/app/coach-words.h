/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/keys.h"
#include "coaching/coach-advice.h"
#include "coaching/coach-miss.h"

/* What the coach says, in the user's language. `keys` NULL: as they are from the start. */

G_BEGIN_DECLS

/* "Line 2 has waited longest. Press F2 to answer." (transfer full) */
char *
desk_coach_words_advice (const DeskAdvice *advice, const DeskScenario *scenario, DeskKeys *keys);

/* Why that is so: the point of the rubric in plain words, with the limits as they are for this
 * trainee. (transfer full) */
char *desk_coach_words_reason (const DeskAdvice *advice, const DeskState *state);

/* What was left out, and why it matters. (transfer full) */
char *desk_coach_words_miss (DeskMiss miss, const DeskState *state);

/* What to expect, or to do meanwhile, while nothing is advised: `has_step` when it is the trainee's turn all the
 * same. (transfer full) */
char *desk_coach_words_rest (const DeskState *state, gboolean has_step);

/* A line for a step that was done as advised. */
const char *desk_coach_words_praise (const DeskAdvice *advice);

G_END_DECLS
