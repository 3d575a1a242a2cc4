/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* Rubric 1, for one call: its outcome, its checklist and its parts. */

G_BEGIN_DECLS

/* The caps, in points. */
#define DESK_WRONG_OUTCOME_CAP 50.0
#define DESK_CRITICAL_CAP 25.0

/* What is common to all calls of a session. */
typedef struct {
  const DeskScenario *scenario;
  const DeskShiftView *shift;
  double time_factor; /* what accommodations multiply the limits with; INFINITY: there are none */
} DeskRubric;

/* Judges the call of `view` into `score`, which must be all zero. The caller clears it. */
void desk_rubric_judge (const DeskRubric *rubric, const DeskCallView *view, DeskCallScore *score);
void desk_call_score_clear (DeskCallScore *score);

/* What the parts of a call earned and could have earned, in the scenario's weights. `possible` is 0 if no
 * part that applies has a weight. */
typedef struct {
  double earned;
  double possible;
} DeskParts;

DeskParts desk_rubric_parts (const DeskScenario *scenario, const DeskCallScore *score);

/* Whether a call can earn points at all: it was answered, and not cut short. */
gboolean desk_call_score_counts (const DeskCallScore *score);

/* The response, from 0 to 1, of an answer after `waited_ms` with a target of `target_ms`. */
double desk_rubric_response (double waited_ms, double target_ms);

G_END_DECLS
