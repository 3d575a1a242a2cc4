/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* What a session lost, by the kind of mistake. The kinds are the items of the checklist, the fields of the
 * slip, the response and critical failures. Together they come to exactly what the calls lack of 100:
 *
 *  - an item or a field: its share of the points, times what it lacks of full marks;
 *  - the response: that of the part "Response"; of a call that nobody answered, all 100;
 *  - the outcome: the item of that name, and what its cap of 50 took beyond the parts; of a call that
 *    was answered and then cut short, all 100;
 *  - critical: what its cap of 25 took beyond the others. It counts as lost whenever it happened. */

G_BEGIN_DECLS

/* Kinds are numbered: first the items of the checklist, then the fields of the slip, then these. */
#define DESK_LOSS_RESPONSE (DESK_N_ITEMS + DESK_N_FIELDS)
#define DESK_LOSS_CRITICAL (DESK_LOSS_RESPONSE + 1)
#define DESK_N_LOSSES (DESK_LOSS_CRITICAL + 1)

typedef struct {
  guint n_calls;            /* to which it applied */
  guint n_calls_lost;       /* how many of those lost something by it */
  double lost;              /* points of a call, their sum */
  double worst;             /* the most that a single call lost by it, in points */
  const DeskRemark *advice; /* the advice on that call; borrowed from the scorecard, or NULL */
} DeskLoss;

/* "greeting", …, "phone", …, "response", "critical" */
const char *desk_loss_name (guint kind);

/* The number of the kind called `name`; DESK_N_LOSSES if there is none. */
guint desk_loss_from_name (const char *name);

/* Fills `losses`, which must be all zero, with those of every call. */
void desk_losses_take (DeskLoss losses[DESK_N_LOSSES], const DeskScorecard *scorecard);

/* Adds those of one call. */
void desk_losses_take_call (DeskLoss losses[DESK_N_LOSSES],
                            const DeskScenario *scenario,
                            const DeskCallScore *call);

G_END_DECLS
