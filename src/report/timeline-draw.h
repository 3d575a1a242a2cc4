/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/timeline-layout.h"

#include <cairo.h>

/* A timeline drawn with Cairo, for the screen and for PDF. All lengths are the units of
 * timeline-layout.h: scale the context for larger text or for paper. */

G_BEGIN_DECLS

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} DeskTimelineColour;

typedef struct {
  const char *font; /* family, such as "Sans" */
  DeskTimelineColour paper;
  DeskTimelineColour text;
  DeskTimelineColour rule;
  DeskTimelineColour states[DESK_N_LINE_STATES];
  DeskTimelineColour kinds[DESK_N_MARK_KINDS];
} DeskTimelinePalette;

/* Dark enough for white paper, and apart in grey by shape. */
const DeskTimelinePalette *desk_timeline_print_palette (void);

/* Draws from (0, 0) on; the height is desk_timeline_height(). */
void desk_timeline_draw (const DeskTimeline *self,
                         cairo_t *cairo,
                         double width,
                         gint64 from_ms,
                         gint64 to_ms,
                         const DeskTimelinePalette *palette);

/* An outline in the current colour and line width around all that belongs to a call. */
void desk_timeline_draw_outline (const DeskTimeline *self,
                                 cairo_t *cairo,
                                 const DeskTimelineFrame *frame,
                                 guint call);

/* Samples of a bar and of a mark, DESK_TIMELINE_BAR high. */
void
desk_timeline_draw_state (cairo_t *cairo, DeskLineState state, const DeskTimelinePalette *palette);
void
desk_timeline_draw_kind (cairo_t *cairo, DeskMarkKind kind, const DeskTimelinePalette *palette);

/* The bars and marks that occur, each with its name, in as many rows as it takes. Returns the
 * height; the second only measures. */
double desk_timeline_draw_legend (const DeskTimeline *self,
                                  cairo_t *cairo,
                                  double width,
                                  const DeskTimelinePalette *palette);
double desk_timeline_legend_height (const DeskTimeline *self,
                                    double width,
                                    const DeskTimelinePalette *palette);

G_END_DECLS
