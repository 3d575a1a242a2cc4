/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "rehearsal/difficulty.h"
#include "rehearsal/many-shifts.h"

/* What a shift will feel like, found by letting the built-in trainees work it. */

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
  guint n_unanswerable;    /* calls that even the ideal trainee does not answer in their patience */
  GPtrArray *unanswerable; /* these calls, of DeskCall; owned, as the next two */
  GPtrArray *blocked;      /* those among them that find every line taken */
  GPtrArray *late;         /* calls answered, but after the target */

  /* Scores over some shifts with other chances: the pace of steps, and arrivals where the scenario
   * jitters them. `n` is how many shifts. */
  DeskSpread ideal; /* a single one where arrivals are fixed: this trainee's pace never changes */
  DeskSpread steady;
  DeskSpread hurried;

  guint notes;   /* calls that the ideal trainee ends with a message */
  double points; /* of difficulty, 0 to 100 */
  DeskDifficulty difficulty;
  int against_level; /* 1: much harder than its level says, -1: much easier, else 0 */
} DeskLoad;

/* Measures `scenario`; what `load` holds is freed with desk_load_clear(). Ten calls take some 30 ms,
 * ten thousand a few seconds; the same scenario gives the same figures. */
void desk_load_measure (DeskScenario *scenario, DeskLoad *load);
void desk_load_clear (DeskLoad *load);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskLoad, desk_load_clear)

G_END_DECLS
