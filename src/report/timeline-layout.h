/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/timeline.h"

/* Where the parts of a timeline lie, in units that are pixels on a screen at 96 dpi and a text size
 * of 100 %, and whatever a page makes of them. A lane has a row for marks above one for bars; below
 * the lanes run the times. */

G_BEGIN_DECLS

#define DESK_TIMELINE_LABEL 76.0 /* width of the lanes' names, on the left */
#define DESK_TIMELINE_NAME 4.0   /* where the names begin: beside a ring of focus */
#define DESK_TIMELINE_END 24.0   /* kept free on the right, for half of the last time */
#define DESK_TIMELINE_LANE 35.0  /* height of a lane */
#define DESK_TIMELINE_MARK_Y 9.0 /* middle of the marks, from the top of their lane */
#define DESK_TIMELINE_BAR_Y 17.0 /* top of the bars, from the top of their lane */
#define DESK_TIMELINE_BAR 14.0   /* height of a bar */
#define DESK_TIMELINE_AXIS 22.0  /* height of the times */

#define DESK_TIMELINE_SAMPLE 28.0      /* width of a legend's sample of a bar */
#define DESK_TIMELINE_MARK_SAMPLE 16.0 /* of a mark */

/* What is shown of the shift, and how wide. */
typedef struct {
  double width; /* names included */
  gint64 from_ms;
  gint64 to_ms; /* after `from_ms` */
} DeskTimelineFrame;

double desk_timeline_height (const DeskTimeline *self);

/* Both ways; outside of the frame too. */
double desk_timeline_x (const DeskTimelineFrame *frame, gint64 t_ms);
gint64 desk_timeline_t (const DeskTimelineFrame *frame, double x);

/* The shortest round step that keeps the times on the axis apart. */
gint64 desk_timeline_step_ms (const DeskTimelineFrame *frame);

/* On paper a long shift is cut into strips of equal length, not to be a mere texture: how many, and
 * what the one from 0 on shows. */
guint desk_timeline_n_strips (const DeskTimeline *self);
void desk_timeline_strip (const DeskTimeline *self, guint n, gint64 *from_ms, gint64 *to_ms);

/* A bar as it is drawn: cut to the frame, and never too narrow to be seen. */
typedef struct {
  const DeskTimelineBar *bar;
  double x;
  double width;
} DeskTimelineBox;

typedef struct {
  const DeskTimelineFrame *frame;
  const GArray *bars;
  guint next;
} DeskTimelineBoxIter;

/* The bars of `lane` in the frame; of several too narrow to be told apart only the longest. */
void desk_timeline_box_iter_init (DeskTimelineBoxIter *iter,
                                  const DeskTimelineLane *lane,
                                  const DeskTimelineFrame *frame);
gboolean desk_timeline_box_iter_next (DeskTimelineBoxIter *iter, DeskTimelineBox *box);

/* Marks that would lie over one another: the weightiest is shown, and how many they are. */
typedef struct {
  const DeskTimelineMark *mark; /* the one shown */
  const DeskTimelineMark *first;
  guint n;
  double x;
} DeskTimelineCluster;

typedef struct {
  const DeskTimelineFrame *frame;
  const GArray *marks;
  guint next;
} DeskTimelineClusterIter;

/* The clusters of a row of marks in the frame. They depend on its scale alone, so that none changes
 * while the timeline is moved sideways. */
void desk_timeline_cluster_iter_init (DeskTimelineClusterIter *iter,
                                      const GArray *marks,
                                      const DeskTimelineFrame *frame);
gboolean
desk_timeline_cluster_iter_next (DeskTimelineClusterIter *iter, DeskTimelineCluster *cluster);

/* The way from the end of a call to the slip logged after it, cut to the frame. FALSE: none, or too
 * short to be seen. */
gboolean desk_timeline_tail (const DeskTimelineFrame *frame,
                             const DeskTimelineMark *mark,
                             double *from,
                             double *to);

/* What `lane` holds of a call, cut to the frame. FALSE: nothing. */
gboolean desk_timeline_extent (const DeskTimeline *self,
                               const DeskTimelineFrame *frame,
                               guint lane,
                               guint call,
                               double *left,
                               double *right);

/* What is at a place: a bar, or a cluster (`n` is not 0). */
typedef struct {
  guint call;
  const DeskTimelineBar *bar;
  DeskTimelineCluster cluster;
} DeskTimelineHit;

/* With some tolerance; FALSE: nothing. */
gboolean desk_timeline_hit (const DeskTimeline *self,
                            const DeskTimelineFrame *frame,
                            double x,
                            double y,
                            DeskTimelineHit *hit);

G_END_DECLS
