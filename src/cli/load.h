/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* What a shift will feel like, found by letting the ideal trainee work it. */

G_BEGIN_DECLS

typedef struct {
  guint calls;
  guint lines;
  double calls_per_ten_minutes;
  guint most_at_once;      /* lines in use at the same time */
  double talk_seconds;     /* the handset in use */
  double ideal_score;      /* 0 to 100 */
  guint n_unanswerable;    /* calls that even the ideal trainee does not answer in their patience */
  GPtrArray *unanswerable; /* these calls, of DeskCall borrowed from the scenario; owned */
} DeskLoad;

/* Measures `scenario`; what `load` holds is freed with desk_load_clear(). */
void desk_load_measure (DeskScenario *scenario, DeskLoad *load);
void desk_load_clear (DeskLoad *load);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskLoad, desk_load_clear)

G_END_DECLS
