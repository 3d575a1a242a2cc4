/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "rehearsal/difficulty.h"

#include <glib/gi18n-lib.h>

/* A weighted mean of six parts. Each is scaled to 0 to 1 by the value that is as hard as it gets for a
 * beginner. Call centres plan for people to be busy 80 to 85 % of the time; the ideal trainee, who neither
 * thinks nor types, is busy for less: hence 70 %. The points that the steady trainee loses say most about
 * somebody at a human pace, and weigh most. */
#define WORST_OCCUPANCY 0.7
#define WORST_WAITING 0.5
#define WORST_AT_ONCE 4.0 /* beside the first */
#define WORST_STEADY_LOSS 40.0
#define WORST_HURRIED_LOSS 60.0

#define WEIGHT_OCCUPANCY 20.0 /* the weights sum up to 100 */
#define WEIGHT_WAITING 15.0
#define WEIGHT_AT_ONCE 15.0
#define WEIGHT_NOTES 10.0
#define WEIGHT_STEADY 30.0
#define WEIGHT_HURRIED 10.0

/* Where the next difficulty begins, in points. */
static const double borders[] = { 25.0, 45.0, 65.0 };

static const char *const names[] = { "gentle", "moderate", "demanding", "severe" };

/* What a trainee expects of a level, from easiest to hardest. */
static const DeskDifficulty expected[][2] = {
  [DESK_LEVEL_TUTORIAL] = { DESK_DIFFICULTY_GENTLE, DESK_DIFFICULTY_GENTLE },
  [DESK_LEVEL_BEGINNER] = { DESK_DIFFICULTY_GENTLE, DESK_DIFFICULTY_MODERATE },
  [DESK_LEVEL_INTERMEDIATE] = { DESK_DIFFICULTY_MODERATE, DESK_DIFFICULTY_DEMANDING },
  [DESK_LEVEL_ADVANCED] = { DESK_DIFFICULTY_DEMANDING, DESK_DIFFICULTY_SEVERE },
  [DESK_LEVEL_EXAM] = { DESK_DIFFICULTY_MODERATE, DESK_DIFFICULTY_SEVERE },
};

static double
part (double weight, double value, double worst)
{
  return weight * CLAMP (value / worst, 0.0, 1.0);
}

double
desk_difficulty_points (const DeskStrain *strain)
{
  double besides = strain->most_at_once > 1 ? strain->most_at_once - 1.0 : 0.0;

  return part (WEIGHT_OCCUPANCY, strain->occupancy, WORST_OCCUPANCY) +
         part (WEIGHT_WAITING, strain->waiting, WORST_WAITING) +
         part (WEIGHT_AT_ONCE, besides, WORST_AT_ONCE) + part (WEIGHT_NOTES, strain->notes, 1.0) +
         part (WEIGHT_STEADY, 100.0 - strain->steady_score, WORST_STEADY_LOSS) +
         part (WEIGHT_HURRIED, 100.0 - strain->hurried_score, WORST_HURRIED_LOSS);
}

DeskDifficulty
desk_difficulty_of (double points)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (borders) && points >= borders[n])
    n++;
  return (DeskDifficulty) n;
}

const char *
desk_difficulty_name (DeskDifficulty difficulty)
{
  return names[difficulty];
}

const char *
desk_difficulty_words (DeskDifficulty difficulty)
{
  switch (difficulty) {
  case DESK_DIFFICULTY_GENTLE: return C_ ("difficulty", "gentle");
  case DESK_DIFFICULTY_MODERATE: return C_ ("difficulty", "moderate");
  case DESK_DIFFICULTY_DEMANDING: return C_ ("difficulty", "demanding");
  case DESK_DIFFICULTY_SEVERE: return C_ ("difficulty", "severe");
  }
  g_return_val_if_reached ("");
}

int
desk_difficulty_against (DeskDifficulty difficulty, DeskLevel level)
{
  enum {
    FAR = 2
  }; /* one step off is a matter of opinion */

  if ((int) difficulty - (int) expected[level][1] >= FAR)
    return 1;
  return (int) expected[level][0] - (int) difficulty >= FAR ? -1 : 0;
}
