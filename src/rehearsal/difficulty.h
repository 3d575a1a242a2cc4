/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* How hard a shift is, as one figure and one word. docs/difficulty.md explains it to authors. */

G_BEGIN_DECLS

typedef enum {
  DESK_DIFFICULTY_GENTLE,    /* below 25 points */
  DESK_DIFFICULTY_MODERATE,  /* below 45 */
  DESK_DIFFICULTY_DEMANDING, /* below 65 */
  DESK_DIFFICULTY_SEVERE,
} DeskDifficulty;

/* What difficulty is made of. */
typedef struct {
  double occupancy; /* share of the shift that the ideal trainee spends on the telephone, 0 to 1 */
  double waiting; /* share of the shift in which somebody rings or is on hold regardless, 0 to 1 */
  guint most_at_once;  /* lines in use */
  double notes;        /* share of the calls that want a message, 0 to 1 */
  double steady_score; /* means, 0 to 100 */
  double hurried_score;
} DeskStrain;

/* From 0 to 100. */
double desk_difficulty_points (const DeskStrain *strain);
DeskDifficulty desk_difficulty_of (double points);

/* "gentle", "moderate", "demanding", "severe"; and the user's word. */
const char *desk_difficulty_name (DeskDifficulty difficulty);
const char *desk_difficulty_words (DeskDifficulty difficulty);

/* How `difficulty` compares with what `level` promises: 1: much harder, -1: much easier, else 0. */
int desk_difficulty_against (DeskDifficulty difficulty, DeskLevel level);

G_END_DECLS
