/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/loss.h"

/* What cost a session most, with one thing to do about each: what a trainee takes along. */

G_BEGIN_DECLS

#define DESK_MAX_LESSONS 3

/* In the user's language; strings are owned. */
typedef struct {
  const char *kind; /* borrowed; "Read-back" */
  char *cost;       /* "4.2 points lost, in 2 of the 5 calls where it counts" */
  char *advice;     /* of the call that lost most by it; "" where none is known */
} DeskLesson;

/* The costliest first; none where no point was lost. (transfer full) (element-type DeskLesson) */
GPtrArray *desk_lessons_new (const DeskScorecard *scorecard);

G_END_DECLS
