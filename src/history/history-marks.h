/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* What a session lost, by the kind of mistake; history-progress.h defines the kinds. */

G_BEGIN_DECLS

/* First the items of the checklist, then the fields of the slip, then these: */
#define DESK_HISTORY_KIND_RESPONSE (DESK_N_ITEMS + DESK_N_FIELDS)
#define DESK_HISTORY_KIND_CRITICAL (DESK_HISTORY_KIND_RESPONSE + 1)
#define DESK_HISTORY_N_KINDS (DESK_HISTORY_KIND_CRITICAL + 1)

typedef struct {
  guint n_calls;      /* to which it applied */
  guint n_calls_lost; /* of these, in which something was lost by it */
  double lost;        /* points of a call, their sum */
} DeskHistoryMark;

/* "greeting", …, "phone", …, "response", "critical" */
const char *desk_history_kind_name (guint kind);

/* The number of a kind; DESK_HISTORY_N_KINDS when there is none of that name. */
guint desk_history_kind_from_name (const char *name);

/* Fills `marks`, which are all zero. */
void desk_history_marks_take (DeskHistoryMark marks[DESK_HISTORY_N_KINDS],
                              const DeskScorecard *scorecard);

G_END_DECLS
