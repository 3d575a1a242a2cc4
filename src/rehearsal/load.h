/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "rehearsal/difficulty.h"
#include "rehearsal/many-shifts.h"

/* How busy a shift will be, found by having the built-in trainees work it. */

G_BEGIN_DECLS

typedef struct {
  DeskScenario *scenario; /* owned */
  guint calls;
  guint lines;
  double calls_per_ten_minutes;

  /* The ideal trainee, with every call at the time that the author wrote. */
  double shift_seconds;    /* until the last call is done */
  guint most_at_once;      /* lines in use at the same time */
  double talk_seconds;     /* the handset in use */
  double occupancy;        /* the same as a share of the shift, 0 to 1 */
  double waiting;          /* share of the shift in which somebody rings or is on hold, 0 to 1 */
  double ideal_score;      /* 0 to 100 */
  guint n_unanswerable;    /* calls that even the ideal trainee answers too late */
  GPtrArray *unanswerable; /* these calls, of DeskCall; owned, as the next two */
  GPtrArray *blocked;      /* those among them that find every line taken */
  GPtrArray *late;         /* calls answered, but after the target */

  /* Scores over `n` shifts that differ by chance: in the pace of steps and, if the scenario jitters them,
   * in arrivals. */
  DeskSpread ideal; /* a single value if arrivals are fixed: this trainee's pace never varies */
  DeskSpread steady;
  DeskSpread hurried;

  guint notes;   /* calls that the ideal trainee ends with a message */
  double points; /* of difficulty, 0 to 100 */
  DeskDifficulty difficulty;
  int against_level; /* 1: much harder than its level says, -1: much easier, else 0 */
} DeskLoad;

/* Measures `scenario` into `load`, which desk_load_clear() frees. Ten calls take some 30 ms, ten thousand a
 * few seconds. The same scenario always gives the same figures. */
void desk_load_measure (DeskScenario *scenario, DeskLoad *load);
void desk_load_clear (DeskLoad *load);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskLoad, desk_load_clear)

G_END_DECLS
