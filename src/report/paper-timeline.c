/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/paper-sections.h"

#include "report/timeline-draw.h"

#include <math.h>

/* A unit of the timeline is a pixel of a screen, at 96 to the inch; smaller where many lines would
 * not fit on the page. */

#define SCALE .72

typedef struct {
  const DeskTimeline *timeline; /* borrowed */
  double scale;
  double width; /* in the timeline's units, as all below */
  guint strip;
} Picture;

static double
scale_for (const DeskPaperBody *body)
{
  const double height = desk_timeline_height (body->timeline);

  return MIN (SCALE, .8 * body->height / height);
}

static DeskBlock *
picture_block_new (const DeskPaperBody *body, double above, guint strip, DeskBlockDraw draw)
{
  DeskBlock *block = desk_block_new (above);
  Picture *picture = g_new (Picture, 1);

  picture->timeline = body->timeline;
  picture->scale = scale_for (body);
  /* What is kept free for half of the last time may lie in the margin. */
  picture->width = body->width / picture->scale + DESK_TIMELINE_END;
  picture->strip = strip;
  block->draw = draw;
  block->picture = picture;
  block->free_picture = g_free;
  return block;
}

/* In whole units: Cairo reads the numbers of a rectangle by the user's locale, where a point may mean
 * something else. */
static void
add_link (cairo_t *cairo, guint call, double left, guint lane, double right)
{
  g_autofree char *anchor = desk_paper_anchor (call);
  g_autofree char *attributes = g_strdup_printf (
      "dest='%s' rect=[%d %d %d %d]", anchor, (int) left, (int) (lane * DESK_TIMELINE_LANE),
      (int) ceil (right - left), (int) DESK_TIMELINE_LANE);

  cairo_tag_begin (cairo, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cairo, CAIRO_TAG_LINK);
}

/* One over all bars that follow one another in a call. */
static void
link_lane (const DeskTimeline *timeline, cairo_t *cairo, const DeskTimelineFrame *frame, guint lane)
{
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;
  gboolean open = FALSE;
  guint call = 0;
  double left = 0, right = 0;

  desk_timeline_box_iter_init (&iter, &timeline->lanes[lane], frame);
  while (desk_timeline_box_iter_next (&iter, &box)) {
    if (open && box.bar->call != call)
      add_link (cairo, call, left, lane, right);
    if (!open || box.bar->call != call)
      left = box.x;
    call = box.bar->call;
    right = box.x + box.width;
    open = TRUE;
  }
  if (open)
    add_link (cairo, call, left, lane, right);
}

static void
draw_strip (gpointer data, cairo_t *cairo, gboolean links)
{
  const Picture *picture = data;
  DeskTimelineFrame frame = { .width = picture->width };

  desk_timeline_strip (picture->timeline, picture->strip, &frame.from_ms, &frame.to_ms);
  cairo_scale (cairo, picture->scale, picture->scale);
  desk_timeline_draw (picture->timeline, cairo, frame.width, frame.from_ms, frame.to_ms,
                      desk_timeline_print_palette ());
  for (guint lane = 0; links && lane < picture->timeline->n_lanes; lane++)
    link_lane (picture->timeline, cairo, &frame, lane);
}

static void
draw_legend (gpointer data, cairo_t *cairo, gboolean links)
{
  const Picture *picture = data;

  cairo_scale (cairo, picture->scale, picture->scale);
  desk_timeline_draw_legend (picture->timeline, cairo, picture->width - DESK_TIMELINE_END,
                             desk_timeline_print_palette ());
}

DeskBlock *
desk_paper_make_strip (const DeskPaperBody *body, guint n)
{
  DeskBlock *block = picture_block_new (body, 8, n, draw_strip);

  block->height = desk_timeline_height (body->timeline) * scale_for (body);
  return block;
}

DeskBlock *
desk_paper_make_legend (const DeskPaperBody *body)
{
  DeskBlock *block = picture_block_new (body, 2, 0, draw_legend);
  const Picture *picture = block->picture;

  block->height = desk_timeline_legend_height (body->timeline, picture->width - DESK_TIMELINE_END,
                                               desk_timeline_print_palette ()) *
                  picture->scale;
  return block;
}
