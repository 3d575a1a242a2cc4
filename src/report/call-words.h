/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* How the points of one call came about, in the same words on the screen, on paper and in a file. All
 * strings are owned by the caller. */

G_BEGIN_DECLS

/* What the call came to, whom it was put through to or who got its message, what was expected instead,
 * what that does to its points, and whether the call was repeated. */
char *desk_words_came_to (const DeskScenario *scenario, const DeskCallScore *score);

/* How the parts make the score: "Together 18.86 of 60 points, ...". NULL where no part counts. */
char *desk_words_sum (const DeskScenario *scenario, const DeskCallScore *score);

/* What a part earned, "10.29 of 30 points". */
char *desk_words_part (double value, double weight);

/* The same of the checklist, with the marks it is made of: "8.57 of 30 points, 2 of 7 marks". */
char *desk_words_handling (const DeskScenario *scenario, const DeskCallScore *score);

/* What an item of the checklist earned, "0.5 of 2". */
char *desk_words_marks (const DeskCheck *check);

G_END_DECLS
