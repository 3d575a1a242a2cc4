/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline-draw.h"

#include "report/timeline-shape.h"
#include "report/timeline-words.h"
#include "report/words.h"

#include <pango/pangocairo.h>

#define TEXT 12.0       /* size of text */
#define COUNT 9.5       /* of the number of marks in one place */
#define LEGEND_ROW 20.0 /* height */
#define LEGEND_GAP 18.0 /* between two entries */
#define SAMPLE_GAP 6.0  /* from a sample to its name */

typedef struct {
  const DeskTimeline *timeline; /* borrowed */
  cairo_t *cairo;               /* borrowed */
  PangoLayout *layout;          /* owned */
  PangoLayout *count_layout;    /* owned: set in a size of its own once, as there are many */
  const DeskTimelinePalette *palette;
  DeskTimelineFrame frame;
} Pen;

#define RGB(red, green, blue)                                                                      \
  {                                                                                                \
    red / 255.0, green / 255.0, blue / 255.0, 1                                                    \
  }

const DeskTimelinePalette *
desk_timeline_print_palette (void)
{
  static const DeskTimelinePalette palette = {
    .font = "Sans",
    .paper = RGB (0xff, 0xff, 0xff),
    .text = RGB (0x24, 0x29, 0x2f),
    .rule = RGB (0xd0, 0xd7, 0xde),
    .states = { [DESK_LINE_RINGING] = RGB (0x9a, 0x5b, 0x00),
                [DESK_LINE_CONNECTED] = RGB (0x2d, 0x8a, 0x4e),
                [DESK_LINE_HELD] = RGB (0xb6, 0x23, 0x24),
                [DESK_LINE_CONSULTING] = RGB (0x6f, 0x42, 0xc1),
                [DESK_LINE_TRANSFERRING] = RGB (0x1f, 0x5f, 0xbf),
                [DESK_LINE_RECALL] = RGB (0x9c, 0x1f, 0x6c) },
    .kinds = { [DESK_MARK_PHRASE] = RGB (0x24, 0x29, 0x2f),
               [DESK_MARK_COLLEAGUE_PHRASE] = RGB (0x24, 0x29, 0x2f),
               [DESK_MARK_MESSAGE] = RGB (0x0b, 0x4f, 0xae),
               [DESK_MARK_CRITICAL] = RGB (0xa4, 0x0e, 0x26),
               [DESK_MARK_PUT_THROUGH] = RGB (0x24, 0x29, 0x2f),
               [DESK_MARK_NEVER_CAME] = RGB (0xa4, 0x0e, 0x26),
               [DESK_MARK_BLOCKED] = RGB (0xa4, 0x0e, 0x26),
               [DESK_MARK_GAVE_UP] = RGB (0xa4, 0x0e, 0x26) },
  };

  return &palette;
}

static PangoLayout *
layout_new (cairo_t *cairo, const char *family, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string (family);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static void
pen_init (Pen *pen,
          const DeskTimeline *timeline,
          cairo_t *cairo,
          const DeskTimelinePalette *palette)
{
  *pen = (Pen){ .timeline = timeline, .cairo = cairo, .palette = palette };
  pen->layout = layout_new (cairo, palette->font, TEXT);
  pen->count_layout = layout_new (cairo, palette->font, COUNT);
}

static void
pen_clear (Pen *pen)
{
  g_clear_object (&pen->layout);
  g_clear_object (&pen->count_layout);
}

static void
set_colour (cairo_t *cairo, const DeskTimelineColour *colour)
{
  cairo_set_source_rgba (cairo, colour->red, colour->green, colour->blue, colour->alpha);
}

/* Text. */

static double
text_width (PangoLayout *layout)
{
  PangoRectangle rectangle;

  pango_layout_get_extents (layout, NULL, &rectangle);
  return pango_units_to_double (rectangle.width);
}

/* `align`: the fraction of the text that is left of `x`; `y` is its middle. */
static void
move_to_text (cairo_t *cairo, PangoLayout *layout, double x, double y, double align)
{
  PangoRectangle rectangle;

  pango_layout_get_extents (layout, NULL, &rectangle);
  cairo_move_to (cairo, x - align * pango_units_to_double (rectangle.width),
                 y - pango_units_to_double (rectangle.height) / 2);
}

static void
show_text (Pen *pen, const char *text, double x, double y, double align)
{
  pango_layout_set_width (pen->layout, -1);
  pango_layout_set_text (pen->layout, text, -1);
  set_colour (pen->cairo, &pen->palette->text);
  move_to_text (pen->cairo, pen->layout, x, y, align);
  pango_cairo_show_layout (pen->cairo, pen->layout);
}

static void
show_lane_name (Pen *pen, const char *name, double y)
{
  pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (pen->layout,
                          pango_units_from_double (DESK_TIMELINE_LABEL - DESK_TIMELINE_NAME - 8));
  pango_layout_set_text (pen->layout, name, -1);
  set_colour (pen->cairo, &pen->palette->text);
  move_to_text (pen->cairo, pen->layout, DESK_TIMELINE_NAME, y, 0);
  pango_cairo_show_layout (pen->cairo, pen->layout);
}

/* Bars. */

static void
add_hatch_lines (cairo_t *cairo, double width, double height, gboolean rising)
{
  for (double x = DESK_BAR_HATCH / 2 - height; x < width; x += DESK_BAR_HATCH) {
    const double start = MAX (-x, 0);
    const double end = MIN (height, width - x);

    if (end <= start)
      continue;
    cairo_move_to (cairo, x + start, rising ? height - start : start);
    cairo_line_to (cairo, x + end, rising ? height - end : end);
  }
}

static void
draw_hatched (cairo_t *cairo, double width, double height, gboolean crossed)
{
  cairo_set_line_width (cairo, 1.2);
  cairo_rectangle (cairo, 0.6, 0.6, MAX (width - 1.2, 0.1), height - 1.2);
  add_hatch_lines (cairo, width, height, TRUE);
  if (crossed)
    add_hatch_lines (cairo, width, height, FALSE);
  cairo_stroke (cairo);
}

static void
draw_arrow (cairo_t *cairo, double width, double height)
{
  const double tip = MIN (width, height * .6);
  const double edge = height * DESK_BAR_ARROW_EDGE;

  cairo_move_to (cairo, 0, edge);
  cairo_line_to (cairo, width - tip, edge);
  cairo_line_to (cairo, width - tip, 0);
  cairo_line_to (cairo, width, height / 2);
  cairo_line_to (cairo, width - tip, height);
  cairo_line_to (cairo, width - tip, height - edge);
  cairo_line_to (cairo, 0, height - edge);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static void
draw_bands (cairo_t *cairo, DeskLineState state, double width, double height)
{
  for (const DeskBarBand *band = desk_bar_bands (state); band->height > 0; band++)
    cairo_rectangle (cairo, 0, height * band->top, width, height * band->height);
  cairo_fill (cairo);
}

/* At the origin, in the colour that is set. */
static void
draw_bar (cairo_t *cairo, DeskLineState state, double width)
{
  switch (desk_bar_shape (state)) {
  case DESK_BAR_BANDS: draw_bands (cairo, state, width, DESK_TIMELINE_BAR); break;
  case DESK_BAR_HATCHED: draw_hatched (cairo, width, DESK_TIMELINE_BAR, FALSE); break;
  case DESK_BAR_CROSS_HATCHED: draw_hatched (cairo, width, DESK_TIMELINE_BAR, TRUE); break;
  case DESK_BAR_ARROW: draw_arrow (cairo, width, DESK_TIMELINE_BAR); break;
  }
}

static void
draw_bars (Pen *pen, guint lane)
{
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;

  desk_timeline_box_iter_init (&iter, &pen->timeline->lanes[lane], &pen->frame);
  while (desk_timeline_box_iter_next (&iter, &box)) {
    cairo_save (pen->cairo);
    cairo_translate (pen->cairo, box.x, lane * DESK_TIMELINE_LANE + DESK_TIMELINE_BAR_Y);
    set_colour (pen->cairo, &pen->palette->states[box.bar->state]);
    draw_bar (pen->cairo, box.bar->state, box.width);
    cairo_restore (pen->cairo);
  }
}

/* Marks. */

/* `path` holds M, L and Z with their numbers, of our own making. */
static void
trace (cairo_t *cairo, const char *path)
{
  while (*path != '\0') {
    const char command = *path++;
    char *end;
    double x, y;

    if (command == 'Z') {
      cairo_close_path (cairo);
      continue;
    }
    x = g_ascii_strtod (path, &end);
    y = g_ascii_strtod (end, &end);
    path = end;
    if (command == 'M')
      cairo_move_to (cairo, x, y);
    else
      cairo_line_to (cairo, x, y);
  }
}

static void
draw_halo (cairo_t *cairo, const DeskMarkGlyph *glyph, const DeskTimelineColour *paper)
{
  const char *const paths[] = { glyph->solid, glyph->hollow, glyph->line };

  set_colour (cairo, paper);
  cairo_set_line_width (cairo, glyph->pen + 2 * DESK_MARK_HALO);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint n = 0; n < G_N_ELEMENTS (paths); n++) {
    if (paths[n] != NULL)
      trace (cairo, paths[n]);
  }
  cairo_stroke (cairo);
}

static void
draw_hollow (cairo_t *cairo, const DeskMarkGlyph *glyph, const DeskTimelineColour *paper)
{
  trace (cairo, glyph->hollow);
  set_colour (cairo, paper);
  cairo_fill (cairo);
  trace (cairo, glyph->hollow);
}

/* At the origin. */
static void
draw_glyph (cairo_t *cairo, DeskMarkKind kind, const DeskTimelinePalette *palette)
{
  const DeskMarkGlyph *glyph = desk_mark_glyph (kind);

  cairo_save (cairo);
  if (desk_mark_is_on_bar (kind))
    draw_halo (cairo, glyph, &palette->paper);
  if (glyph->hollow != NULL)
    draw_hollow (cairo, glyph, &palette->paper);
  if (glyph->line != NULL)
    trace (cairo, glyph->line);
  set_colour (cairo, &palette->kinds[kind]);
  cairo_set_line_width (cairo, glyph->pen);
  cairo_stroke (cairo);
  if (glyph->solid != NULL)
    trace (cairo, glyph->solid);
  cairo_fill (cairo);
  cairo_restore (cairo);
}

/* With the paper around it, for it may stand on a bar. */
static void
draw_count (Pen *pen, guint n, double x, double y)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", n);
  pango_layout_set_text (pen->count_layout, text, -1);
  cairo_save (pen->cairo);
  set_colour (pen->cairo, &pen->palette->paper);
  cairo_rectangle (pen->cairo, x + 6, y - COUNT / 2 - 1, text_width (pen->count_layout) + 2,
                   COUNT + 2);
  cairo_fill (pen->cairo);
  set_colour (pen->cairo, &pen->palette->text);
  move_to_text (pen->cairo, pen->count_layout, x + 7, y, 0);
  pango_cairo_show_layout (pen->cairo, pen->count_layout);
  cairo_restore (pen->cairo);
}

static void
draw_marks (Pen *pen, const GArray *marks, double y)
{
  DeskTimelineClusterIter iter;
  DeskTimelineCluster cluster;

  desk_timeline_cluster_iter_init (&iter, marks, &pen->frame);
  while (desk_timeline_cluster_iter_next (&iter, &cluster)) {
    cairo_save (pen->cairo);
    cairo_translate (pen->cairo, cluster.x, y);
    draw_glyph (pen->cairo, cluster.mark->kind, pen->palette);
    cairo_restore (pen->cairo);
    if (cluster.n > 1)
      draw_count (pen, cluster.n, cluster.x, y);
  }
}

/* From the end of a call to the slip that was logged after it. */
static void
draw_tails (Pen *pen, const GArray *marks, double y)
{
  const double dash[] = { 1.5, 2.5 };

  cairo_save (pen->cairo);
  set_colour (pen->cairo, &pen->palette->kinds[DESK_MARK_MESSAGE]);
  cairo_set_line_width (pen->cairo, 1.4);
  cairo_set_dash (pen->cairo, dash, 2, 0);
  for (guint n = 0; n < marks->len; n++) {
    double from, to;

    if (!desk_timeline_tail (&pen->frame, &g_array_index (marks, DeskTimelineMark, n), &from, &to))
      continue;
    cairo_move_to (pen->cairo, from, y);
    cairo_line_to (pen->cairo, to, y);
  }
  cairo_stroke (pen->cairo);
  cairo_restore (pen->cairo);
}

/* The whole. */

static void
draw_axis (Pen *pen)
{
  const DeskTimelineFrame *frame = &pen->frame;
  const gint64 step_ms = desk_timeline_step_ms (frame);
  const double bottom = pen->timeline->n_lanes * DESK_TIMELINE_LANE;
  gint64 t_ms = (frame->from_ms + step_ms - 1) / step_ms * step_ms;

  for (; t_ms <= frame->to_ms; t_ms += step_ms) {
    const double x = desk_timeline_x (frame, t_ms);
    g_autofree char *clock = desk_words_clock (t_ms);

    set_colour (pen->cairo, &pen->palette->rule);
    cairo_rectangle (pen->cairo, x - .5, 0, 1, bottom + 4);
    cairo_fill (pen->cairo);
    show_text (pen, clock, x, bottom + 4 + (DESK_TIMELINE_AXIS - 4) / 2, .5);
  }
}

static void
draw_lane (Pen *pen, guint n)
{
  const DeskTimelineLane *lane = &pen->timeline->lanes[n];
  const double y = n * DESK_TIMELINE_LANE;

  set_colour (pen->cairo, &pen->palette->rule);
  cairo_rectangle (pen->cairo, 0, y + DESK_TIMELINE_LANE - 1, pen->frame.width - DESK_TIMELINE_END,
                   1);
  cairo_fill (pen->cairo);
  show_lane_name (pen, lane->name, y + DESK_TIMELINE_BAR_Y + DESK_TIMELINE_BAR / 2);
  draw_bars (pen, n);
  draw_tails (pen, lane->above, y + DESK_TIMELINE_MARK_Y);
  draw_marks (pen, lane->above, y + DESK_TIMELINE_MARK_Y);
  draw_marks (pen, lane->on, y + DESK_TIMELINE_BAR_Y + DESK_TIMELINE_BAR / 2);
}

/* Whether any of the lane is inside of what is drawn anew. */
static gboolean
is_in_clip (cairo_t *cairo, guint lane)
{
  double left, top, right, bottom;

  cairo_clip_extents (cairo, &left, &top, &right, &bottom);
  return lane * DESK_TIMELINE_LANE <= bottom && (lane + 1) * DESK_TIMELINE_LANE >= top;
}

void
desk_timeline_draw (const DeskTimeline *self,
                    cairo_t *cairo,
                    double width,
                    gint64 from_ms,
                    gint64 to_ms,
                    const DeskTimelinePalette *palette)
{
  Pen pen;

  pen_init (&pen, self, cairo, palette);
  pen.frame = (DeskTimelineFrame){ .width = width, .from_ms = from_ms, .to_ms = to_ms };
  cairo_save (cairo);
  draw_axis (&pen);
  for (guint n = 0; n < self->n_lanes; n++) {
    if (is_in_clip (cairo, n))
      draw_lane (&pen, n);
  }
  cairo_restore (cairo);
  pen_clear (&pen);
}

static void
outline_box (cairo_t *cairo, guint lane, double left, double right)
{
  cairo_rectangle (cairo, left - 2, lane * DESK_TIMELINE_LANE + DESK_TIMELINE_BAR_Y - 2,
                   right - left + 4, DESK_TIMELINE_BAR + 4);
}

/* One box around what of a call lies in `lane`. */
static void
outline_lane (const DeskTimeline *self,
              cairo_t *cairo,
              const DeskTimelineFrame *frame,
              guint lane,
              guint call)
{
  double left, right;

  if (desk_timeline_extent (self, frame, lane, call, &left, &right))
    outline_box (cairo, lane, left, right);
}

void
desk_timeline_draw_outline (const DeskTimeline *self,
                            cairo_t *cairo,
                            const DeskTimelineFrame *frame,
                            guint call)
{
  for (guint lane = 0; lane < self->n_lanes; lane++)
    outline_lane (self, cairo, frame, lane, call);
  cairo_stroke (cairo);
}

/* The legend: entries by number, the states and then the kinds of marks. */

#define N_ENTRIES (DESK_N_LINE_STATES + DESK_N_MARK_KINDS)

void
desk_timeline_draw_state (cairo_t *cairo, DeskLineState state, const DeskTimelinePalette *palette)
{
  set_colour (cairo, &palette->states[state]);
  draw_bar (cairo, state, DESK_TIMELINE_SAMPLE);
}

void
desk_timeline_draw_kind (cairo_t *cairo, DeskMarkKind kind, const DeskTimelinePalette *palette)
{
  cairo_save (cairo);
  cairo_translate (cairo, DESK_TIMELINE_MARK_SAMPLE / 2, DESK_TIMELINE_BAR / 2);
  draw_glyph (cairo, kind, palette);
  cairo_restore (cairo);
}

static gboolean
has_entry (const DeskTimeline *self, guint n)
{
  return n < DESK_N_LINE_STATES ? self->has_state[n] : self->has_kind[n - DESK_N_LINE_STATES];
}

static const char *
entry_words (guint n)
{
  return n < DESK_N_LINE_STATES
             ? desk_words_line_state ((DeskLineState) n)
             : desk_timeline_kind_words ((DeskMarkKind) (n - DESK_N_LINE_STATES));
}

static double
entry_indent (guint n)
{
  return SAMPLE_GAP + (n < DESK_N_LINE_STATES ? DESK_TIMELINE_SAMPLE : DESK_TIMELINE_MARK_SAMPLE);
}

static double
entry_width (Pen *pen, guint n)
{
  pango_layout_set_text (pen->layout, entry_words (n), -1);
  return entry_indent (n) + text_width (pen->layout);
}

static void
draw_entry (Pen *pen, guint n, double x, double y)
{
  cairo_save (pen->cairo);
  cairo_translate (pen->cairo, x, y + (LEGEND_ROW - DESK_TIMELINE_BAR) / 2);
  if (n < DESK_N_LINE_STATES)
    desk_timeline_draw_state (pen->cairo, (DeskLineState) n, pen->palette);
  else
    desk_timeline_draw_kind (pen->cairo, (DeskMarkKind) (n - DESK_N_LINE_STATES), pen->palette);
  cairo_restore (pen->cairo);
  show_text (pen, entry_words (n), x + entry_indent (n), y + LEGEND_ROW / 2, 0);
}

double
desk_timeline_draw_legend (const DeskTimeline *self,
                           cairo_t *cairo,
                           double width,
                           const DeskTimelinePalette *palette)
{
  Pen pen;
  double x = 0, y = 0;

  pen_init (&pen, self, cairo, palette);
  for (guint n = 0; n < N_ENTRIES; n++) {
    const double entry = has_entry (self, n) ? entry_width (&pen, n) : 0;

    if (entry <= 0)
      continue;
    if (x > 0 && x + entry > width) {
      x = 0;
      y += LEGEND_ROW;
    }
    draw_entry (&pen, n, x, y);
    x += entry + LEGEND_GAP;
  }
  pen_clear (&pen);
  return x > 0 ? y + LEGEND_ROW : 0;
}

double
desk_timeline_legend_height (const DeskTimeline *self,
                             double width,
                             const DeskTimelinePalette *palette)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cairo = cairo_create (nowhere);
  const double height = desk_timeline_draw_legend (self, cairo, width, palette);

  cairo_destroy (cairo);
  cairo_surface_destroy (nowhere);
  return height;
}
