/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/pages.h"
#include "report/timeline.h"
#include "report/typesetter.h"

/* What stands on the pages of a report: the summary, and a section for each call. */

G_BEGIN_DECLS

/* All borrowed. */
typedef struct {
  const DeskScorecard *scorecard;
  const DeskTimeline *timeline;
  DeskTypesetter *typesetter;
  double width; /* of a page without its margins */
  double height;
} DeskPaperBody;

DeskSection *desk_paper_make_summary (const DeskPaperBody *body);
DeskSection *desk_paper_make_call (const DeskPaperBody *body, guint call);

/* The heading of a part of the report; stays with what follows. (transfer full) */
DeskBlock *desk_paper_make_heading (const DeskPaperBody *body, const char *text);

/* A strip of the timeline, and what its bars and marks mean. (transfer full) */
DeskBlock *desk_paper_make_strip (const DeskPaperBody *body, guint n);
DeskBlock *desk_paper_make_legend (const DeskPaperBody *body);

/* What links to a call: "call-12". (transfer full) */
char *desk_paper_anchor (guint call);

/* A mark for a value of 0 to 1. */
void desk_paper_add_mark (DeskBlock *block, double x, double y, double size, double value);

/* A text that is tamed before it is set; returns its height. */
double desk_paper_add (const DeskPaperBody *body,
                       DeskBlock *block,
                       DeskTypeStyle style,
                       DeskInk ink,
                       double x,
                       double y,
                       double width,
                       const char *text);

/* What to do better, told from all else in grey as well; returns where it ends. */
double desk_paper_add_advice (
    const DeskPaperBody *body, DeskBlock *block, double x, double y, const char *advice);

/* One line that ends at `right`; returns its width. */
double desk_paper_add_right (const DeskPaperBody *body,
                             DeskBlock *block,
                             DeskTypeStyle style,
                             DeskInk ink,
                             double right,
                             double y,
                             const char *text);

G_END_DECLS
