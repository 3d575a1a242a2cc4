/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* Rubric 1 for one call: its outcome, its checklist and its parts. */

G_BEGIN_DECLS

/* What a call earns at most, in points. */
#define DESK_WRONG_OUTCOME_CAP 50.0
#define DESK_CRITICAL_CAP 25.0

/* What all calls of a session are judged by. */
typedef struct {
  const DeskScenario *scenario;
  const DeskShiftView *shift;
  double time_factor; /* what accommodations multiply the limits with; INFINITY: there are none */
} DeskRubric;

/* Fills `score`, which is all zero, for the call of `view`. The caller clears it. */
void desk_rubric_judge (const DeskRubric *rubric, const DeskCallView *view, DeskCallScore *score);
void desk_call_score_clear (DeskCallScore *score);

/* What the parts of a call came to and could have come to, in the scenario's own weights; `possible` is 0 where no part
 * that applies has a weight. */
typedef struct {
  double earned;
  double possible;
} DeskParts;

DeskParts desk_rubric_parts (const DeskScenario *scenario, const DeskCallScore *score);

/* Whether a call earns points at all: it was answered, and brought to its end. */
gboolean desk_call_score_counts (const DeskCallScore *score);

/* The response value of an answer after `waited_ms` with target `target_ms`. */
double desk_rubric_response (double waited_ms, double target_ms);

G_END_DECLS
