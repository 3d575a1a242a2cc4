/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline-layout.h"

#include <math.h>

#define TICK 84.0        /* units at least from one time on the axis to the next */
#define NARROWEST 2.0    /* of a bar */
#define GLYPH 13.0       /* room for a mark */
#define COUNT_DIGIT 6.5  /* room for each digit of how many they are */
#define MARK_REACH 10.0  /* from the middle of a mark a pointer still means it */
#define END_REACH 6.0    /* likewise, where a bar lies below */
#define BAR_REACH 3.0    /* from the ends of a bar */
#define STRIP_MS 1800000 /* half an hour: 0.5 units a second in a strip of usual width */
#define MAX_STRIPS 8

double
desk_timeline_height (const DeskTimeline *self)
{
  return self->n_lanes * DESK_TIMELINE_LANE + DESK_TIMELINE_AXIS;
}

static double
plot_width (const DeskTimelineFrame *frame)
{
  return MAX (frame->width - DESK_TIMELINE_LABEL - DESK_TIMELINE_END, 1);
}

static double
units_per_ms (const DeskTimelineFrame *frame)
{
  return plot_width (frame) / (double) MAX (frame->to_ms - frame->from_ms, 1);
}

double
desk_timeline_x (const DeskTimelineFrame *frame, gint64 t_ms)
{
  return DESK_TIMELINE_LABEL + (double) (t_ms - frame->from_ms) * units_per_ms (frame);
}

gint64
desk_timeline_t (const DeskTimelineFrame *frame, double x)
{
  return frame->from_ms + (gint64) llround ((x - DESK_TIMELINE_LABEL) / units_per_ms (frame));
}

gint64
desk_timeline_step_ms (const DeskTimelineFrame *frame)
{
  static const gint64 steps_s[] = { 1,   2,   5,    10,   15,   30,    60,    120,
                                    300, 600, 1800, 3600, 7200, 10800, 21600, 43200 };

  for (guint n = 0; n < G_N_ELEMENTS (steps_s); n++) {
    if ((double) steps_s[n] * 1000 * units_per_ms (frame) >= TICK)
      return steps_s[n] * 1000;
  }
  return MAX (frame->to_ms, 1);
}

static gint64
strip_ms (const DeskTimeline *self)
{
  const gint64 share_ms = (self->end_ms + MAX_STRIPS - 1) / MAX_STRIPS;

  if (self->end_ms <= STRIP_MS)
    return self->end_ms;
  return (share_ms + STRIP_MS - 1) / STRIP_MS * STRIP_MS;
}

guint
desk_timeline_n_strips (const DeskTimeline *self)
{
  return (guint) ((self->end_ms + strip_ms (self) - 1) / strip_ms (self));
}

void
desk_timeline_strip (const DeskTimeline *self, guint n, gint64 *from_ms, gint64 *to_ms)
{
  *from_ms = n * strip_ms (self);
  *to_ms = *from_ms + strip_ms (self);
}

/* The first bar that ends at `t_ms` or later: they are in order and never overlap. */
static guint
first_bar (const GArray *bars, gint64 t_ms)
{
  guint low = 0, high = bars->len;

  while (low < high) {
    const guint middle = (low + high) / 2;

    if (g_array_index (bars, DeskTimelineBar, middle).to_ms < t_ms)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void
desk_timeline_box_iter_init (DeskTimelineBoxIter *iter,
                             const DeskTimelineLane *lane,
                             const DeskTimelineFrame *frame)
{
  iter->frame = frame;
  iter->bars = lane->bars;
  iter->next = first_bar (lane->bars, frame->from_ms);
}

static double
bar_end (const DeskTimelineFrame *frame, const DeskTimelineBar *bar)
{
  return desk_timeline_x (frame, MIN (bar->to_ms, frame->to_ms));
}

static void
make_box (const DeskTimelineFrame *frame, const DeskTimelineBar *bar, DeskTimelineBox *box)
{
  box->bar = bar;
  box->x = desk_timeline_x (frame, MAX (bar->from_ms, frame->from_ms));
  box->width = MAX (bar_end (frame, bar) - box->x, NARROWEST);
}

static gint64
length_ms (const DeskTimelineBar *bar)
{
  return bar->to_ms - bar->from_ms;
}

/* Takes in what ends within the width that the first is drawn with anyway. */
static void
gather_box (DeskTimelineBoxIter *iter, DeskTimelineBox *box)
{
  const DeskTimelineBar *bars = (const DeskTimelineBar *) (gpointer) iter->bars->data;

  make_box (iter->frame, &bars[iter->next++], box);
  if (box->width > NARROWEST)
    return;
  while (iter->next < iter->bars->len &&
         bar_end (iter->frame, &bars[iter->next]) < box->x + NARROWEST) {
    if (length_ms (&bars[iter->next]) > length_ms (box->bar))
      box->bar = &bars[iter->next];
    iter->next++;
  }
}

gboolean
desk_timeline_box_iter_next (DeskTimelineBoxIter *iter, DeskTimelineBox *box)
{
  if (iter->next >= iter->bars->len ||
      g_array_index (iter->bars, DeskTimelineBar, iter->next).from_ms > iter->frame->to_ms)
    return FALSE;
  gather_box (iter, box);
  return TRUE;
}

void
desk_timeline_cluster_iter_init (DeskTimelineClusterIter *iter,
                                 const GArray *marks,
                                 const DeskTimelineFrame *frame)
{
  iter->frame = frame;
  iter->marks = marks;
  iter->next = 0;
}

static double
room_for (guint n)
{
  double room = GLYPH;

  for (guint rest = n; n > 1 && rest > 0; rest /= 10)
    room += COUNT_DIGIT;
  return room;
}

static void
gather_cluster (DeskTimelineClusterIter *iter, DeskTimelineCluster *cluster)
{
  const DeskTimelineMark *marks = (const DeskTimelineMark *) (gpointer) iter->marks->data;

  cluster->first = cluster->mark = &marks[iter->next++];
  cluster->x = desk_timeline_x (iter->frame, cluster->first->t_ms);
  cluster->n = 1;
  while (iter->next < iter->marks->len && desk_timeline_x (iter->frame, marks[iter->next].t_ms) <
                                              cluster->x + room_for (cluster->n)) {
    if (marks[iter->next].kind > cluster->mark->kind)
      cluster->mark = &marks[iter->next];
    cluster->n++;
    iter->next++;
  }
}

gboolean
desk_timeline_cluster_iter_next (DeskTimelineClusterIter *iter, DeskTimelineCluster *cluster)
{
  const double right = iter->frame->width - DESK_TIMELINE_END;

  while (iter->next < iter->marks->len) {
    gather_cluster (iter, cluster);
    if (cluster->x > right + 0.5)
      return FALSE;
    if (cluster->x >= DESK_TIMELINE_LABEL - 0.5)
      return TRUE;
  }
  return FALSE;
}

gboolean
desk_timeline_tail (const DeskTimelineFrame *frame,
                    const DeskTimelineMark *mark,
                    double *from,
                    double *to)
{
  if (mark->since_ms < 0 || mark->since_ms > frame->to_ms || mark->t_ms < frame->from_ms)
    return FALSE;
  *from = desk_timeline_x (frame, MAX (mark->since_ms, frame->from_ms));
  *to = desk_timeline_x (frame, MIN (mark->t_ms, frame->to_ms));
  return *to - *from > GLYPH / 2;
}

static void
widen (double *left, double *right, double from, double to)
{
  *left = MIN (*left, from);
  *right = MAX (*right, to);
}

static void
widen_by_bars (
    const GArray *bars, const DeskTimelineFrame *frame, guint call, double *left, double *right)
{
  for (guint n = first_bar (bars, frame->from_ms); n < bars->len; n++) {
    const DeskTimelineBar *bar = &g_array_index (bars, DeskTimelineBar, n);
    DeskTimelineBox box;

    if (bar->from_ms > frame->to_ms)
      return;
    if (bar->call != call)
      continue;
    make_box (frame, bar, &box);
    widen (left, right, box.x, box.x + box.width);
  }
}

static void
widen_by_marks (
    const GArray *marks, const DeskTimelineFrame *frame, guint call, double *left, double *right)
{
  for (guint n = 0; n < marks->len; n++) {
    const DeskTimelineMark *mark = &g_array_index (marks, DeskTimelineMark, n);
    const double x = desk_timeline_x (frame, mark->t_ms);

    if (mark->call == call && mark->t_ms >= frame->from_ms && mark->t_ms <= frame->to_ms)
      widen (left, right, x - GLYPH / 2, x + GLYPH / 2);
  }
}

/* Bars say where a call was; marks only where there are none. */
gboolean
desk_timeline_extent (const DeskTimeline *self,
                      const DeskTimelineFrame *frame,
                      guint lane,
                      guint call,
                      double *left,
                      double *right)
{
  *left = G_MAXDOUBLE;
  *right = -G_MAXDOUBLE;
  widen_by_bars (self->lanes[lane].bars, frame, call, left, right);
  if (self->lanes[lane].bars->len == 0)
    widen_by_marks (self->lanes[lane].on, frame, call, left, right);
  return *left <= *right;
}

static gboolean
hit_mark (const GArray *marks,
          const DeskTimelineFrame *frame,
          double x,
          double reach,
          DeskTimelineHit *hit)
{
  DeskTimelineClusterIter iter;
  DeskTimelineCluster cluster;
  double nearest = reach;

  desk_timeline_cluster_iter_init (&iter, marks, frame);
  while (desk_timeline_cluster_iter_next (&iter, &cluster)) {
    const double right = cluster.x + (cluster.n > 1 ? room_for (cluster.n) - GLYPH : 0);
    const double distance = x < cluster.x ? cluster.x - x : MAX (x - right, 0);

    if (distance > nearest)
      continue;
    nearest = distance;
    *hit = (DeskTimelineHit){ .call = cluster.mark->call, .cluster = cluster };
  }
  return hit->cluster.n > 0;
}

static gboolean
hit_bar (const DeskTimelineLane *lane,
         const DeskTimelineFrame *frame,
         double x,
         DeskTimelineHit *hit)
{
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;
  double nearest = BAR_REACH;

  desk_timeline_box_iter_init (&iter, lane, frame);
  while (desk_timeline_box_iter_next (&iter, &box)) {
    const double distance = MAX (MAX (box.x - x, x - box.x - box.width), 0);

    if (distance > nearest || (distance == nearest && hit->bar != NULL))
      continue;
    nearest = distance;
    *hit = (DeskTimelineHit){ .call = box.bar->call, .bar = box.bar };
  }
  return hit->bar != NULL;
}

gboolean
desk_timeline_hit (const DeskTimeline *self,
                   const DeskTimelineFrame *frame,
                   double x,
                   double y,
                   DeskTimelineHit *hit)
{
  const guint n = (guint) MAX (y / DESK_TIMELINE_LANE, 0);
  const DeskTimelineLane *lane;

  *hit = (DeskTimelineHit){ 0 };
  if (y < 0 || n >= self->n_lanes || x < DESK_TIMELINE_LABEL - MARK_REACH)
    return FALSE;
  lane = &self->lanes[n];
  if (y - n * DESK_TIMELINE_LANE < DESK_TIMELINE_BAR_Y - 1)
    return hit_mark (lane->above, frame, x, MARK_REACH, hit) || hit_bar (lane, frame, x, hit);
  return hit_mark (lane->on, frame, x, lane->bars->len > 0 ? END_REACH : MARK_REACH, hit) ||
         hit_bar (lane, frame, x, hit);
}
