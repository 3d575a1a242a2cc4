/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/keys.h"
#include "coaching/coach-advice.h"
#include "coaching/coach-miss.h"

/* The coach's sentences, in the user's language. `keys` NULL: the default keys. */

G_BEGIN_DECLS

/* "Line 2 has waited longest. Press F2 to answer." (transfer full) */
char *
desk_coach_words_advice (const DeskAdvice *advice, const DeskScenario *scenario, DeskKeys *keys);

/* The reason: the rubric in plain words, with this trainee's limits. (transfer full) */
char *desk_coach_words_reason (const DeskAdvice *advice, const DeskState *state);

/* What was left out, and why it matters. (transfer full) */
char *desk_coach_words_miss (DeskMiss miss, const DeskState *state);

/* What to expect, or to do, while there is no advice. `has_step`: it is the trainee's turn all the same.
 * (transfer full) */
char *desk_coach_words_rest (const DeskState *state, gboolean has_step);

/* A line for a step that was done as advised. */
const char *desk_coach_words_praise (const DeskAdvice *advice);

G_END_DECLS
