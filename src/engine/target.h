/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* How long the trainee may take. The score, the coach, the built-in trainees and the window all ask here. */

G_BEGIN_DECLS

typedef enum {
  DESK_TARGET_GREETING, /* after the answer; the same in every scenario */
  DESK_TARGET_ANSWER,   /* after the first ring */
  DESK_TARGET_HOLD,     /* for how long a caller may be left alone */
  DESK_TARGET_RECALL,   /* after a transferred call came back */
} DeskTarget;

/* In ms: `time_factor` times the scenario's target. INFINITY if the factor is: nothing is then too late. */
double desk_target_ms (const DeskScenario *scenario, DeskTarget target, double time_factor);

/* The factor of a session: 1 or more; INFINITY without time limits. */
double desk_state_time_factor (const DeskState *state);

/* desk_target_ms() of a session. */
double desk_state_target_ms (const DeskState *state, DeskTarget target);

G_END_DECLS
