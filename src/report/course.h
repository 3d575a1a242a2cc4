/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The course of a call, line by line, as it is read in a debrief: what was said, by whom, and what
 * became of the line. */

G_BEGIN_DECLS

typedef enum {
  DESK_COURSE_LINE,    /* what the line did */
  DESK_COURSE_TRAINEE, /* what the trainee said */
  DESK_COURSE_OTHER,   /* what the caller or a colleague said */
  DESK_COURSE_SLIP,    /* a message was logged */
} DeskCourseKind;

typedef struct {
  gint64 t_ms;
  DeskCourseKind kind;
  char *who;   /* owned; "" for what the line did */
  char *words; /* owned; in the user's language but for what callers and colleagues said */
} DeskCourseStep;

/* In the order of time. (transfer full) (element-type DeskCourseStep) */
GPtrArray *desk_course_new (const DeskScorecard *scorecard, const DeskCallScore *score);

G_END_DECLS
