/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline-svg.h"

#include "report/timeline-layout.h"
#include "report/timeline-shape.h"
#include "report/timeline-words.h"
#include "report/words.h"

/* Everything is drawn in `currentColor`, which the class of the state or the kind sets. The glyphs
 * and hatchings are defined once and used by number of their element. To the assistive it is one
 * picture: all of it stands in words under the calls, so the links are left out of the tab order. */

#define WIDTH 1000.0
#define REACH 18.0 /* width of what a pointer hits of a mark */

typedef struct {
  const DeskTimeline *timeline; /* borrowed */
  DeskTimelineFrame frame;
  GString *html; /* borrowed */
} Strip;

const char *
desk_timeline_svg_style (void)
{
  return ".timeline{display:block;width:100%;height:auto;margin:.5rem 0;break-inside:avoid;"
         "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
         ".timeline text{font:12px system-ui,sans-serif;fill:var(--ink)}"
         ".timeline .count{font-size:9.5px}.timeline .rule{stroke:var(--edge);fill:none}"
         ".timeline .tail{stroke:currentColor;fill:none;stroke-width:1.4;stroke-dasharray:1.5 2.5}"
         ".timeline a:hover .bar,.timeline a:hover use{opacity:.7}\n"
         ".fill{fill:currentColor}.hatch{stroke:currentColor;stroke-width:1.2}"
         ".pen{stroke:currentColor;fill:none}.hollow{stroke:currentColor;fill:var(--paper)}"
         ".halo{stroke:var(--paper);stroke-linejoin:round;fill:none}"
         ".reach{fill:none;pointer-events:all}\n"
         ".phrase,.aside,.put-through{color:var(--ink)}"
         ".critical,.to-come,.blocked,.gave-up{color:var(--bad)}"
         ".ringing{color:#9a5b00}.connected{color:#2d8a4e}.held{color:#b62324}"
         ".consulting{color:#6f42c1}.transferring,.message{color:#1f5fbf}.recall{color:#9c1f6c}\n"
         "@media(prefers-color-scheme:dark){.ringing{color:#e0a13c}.connected{color:#3fb96b}"
         ".held{color:#ff6b65}.consulting{color:#a985f5}.transferring,.message{color:#5c9dff}"
         ".recall{color:#f062b4}}\n"
         ".legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}"
         ".legend svg{height:.9em;width:auto;vertical-align:-.1em}\n"
         "@media print{h2{break-after:avoid}.ringing{color:#9a5b00}.connected{color:#2d8a4e}.held{color:#b62324}"
         ".consulting{color:#6f42c1}.transferring,.message{color:#1f5fbf}.recall{color:#9c1f6c}"
         ".legend svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";
}

/* " x=\"12.5\"", whatever the locale's decimal sign. */
static void
append_number (GString *html, const char *name, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", value);
  g_string_append_printf (html, " %s=\"%s\"", name, number);
}

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
append_rect (
    GString *html, const char *style_class, double x, double y, double width, double height)
{
  g_string_append_printf (html, "<rect class=\"%s\"", style_class);
  append_number (html, "x", x);
  append_number (html, "y", y);
  append_number (html, "width", width);
  append_number (html, "height", height);
  g_string_append (html, "/>");
}

static void
append_line (GString *html, const char *style_class, double x, double y, double to_x, double to_y)
{
  g_string_append_printf (html, "<line class=\"%s\"", style_class);
  append_number (html, "x1", x);
  append_number (html, "y1", y);
  append_number (html, "x2", to_x);
  append_number (html, "y2", to_y);
  g_string_append (html, "/>");
}

static void
append_text (GString *html,
             const char *style_class,
             const char *anchor,
             double x,
             double y,
             const char *text)
{
  g_string_append_printf (html, "<text class=\"%s\" text-anchor=\"%s\"", style_class, anchor);
  append_number (html, "x", x);
  append_number (html, "y", y);
  g_string_append_c (html, '>');
  append_escaped (html, text);
  g_string_append (html, "</text>\n");
}

/* Bars. */

static void
append_hatch (GString *html, DeskLineState state)
{
  const char *name = desk_line_state_name (state);

  g_string_append_printf (
      html,
      "<pattern id=\"timeline-%s\" width=\"5\" height=\"5\" "
      "patternUnits=\"userSpaceOnUse\"><path class=\"hatch %s\" "
      "d=\"M-1 1L1 -1M0 5L5 0M4 6L6 4%s\"/></pattern>\n",
      name, name,
      desk_bar_shape (state) == DESK_BAR_CROSS_HATCHED ? "M-1 4L1 6M0 0L5 5M4 -1L6 1" : "");
}

static void
append_hatched (GString *html, DeskLineState state, double x, double y, double width)
{
  g_string_append_printf (html, "<rect class=\"hatch\" fill=\"url(#timeline-%s)\"",
                          desk_line_state_name (state));
  append_number (html, "x", x + .6);
  append_number (html, "y", y + .6);
  append_number (html, "width", MAX (width - 1.2, .8));
  append_number (html, "height", DESK_TIMELINE_BAR - 1.2);
  g_string_append (html, "/>");
}

static void
append_bands (GString *html, DeskLineState state, double x, double y, double width)
{
  for (const DeskBarBand *band = desk_bar_bands (state); band->height > 0; band++)
    append_rect (html, "fill", x, y + DESK_TIMELINE_BAR * band->top, width,
                 DESK_TIMELINE_BAR * band->height);
}

static void
append_points (GString *html, const double *numbers, gsize n)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (html, "%s%s", i > 0 ? " " : "",
                            g_ascii_formatd (number, sizeof number, "%.1f", numbers[i]));
}

static void
append_arrow (GString *html, double x, double y, double width)
{
  const double height = DESK_TIMELINE_BAR;
  const double edge = height * DESK_BAR_ARROW_EDGE;
  const double neck = x + width - MIN (width, height * .6);
  const double points[] = { x,         y + edge,         neck, y + edge,   neck, y,
                            x + width, y + height / 2,   neck, y + height, neck, y + height - edge,
                            x,         y + height - edge };

  g_string_append (html, "<polygon class=\"fill\" points=\"");
  append_points (html, points, G_N_ELEMENTS (points));
  g_string_append (html, "\"/>");
}

static void
append_bar_shape (GString *html, DeskLineState state, double x, double y, double width)
{
  switch (desk_bar_shape (state)) {
  case DESK_BAR_BANDS: append_bands (html, state, x, y, width); break;
  case DESK_BAR_HATCHED:
  case DESK_BAR_CROSS_HATCHED: append_hatched (html, state, x, y, width); break;
  case DESK_BAR_ARROW: append_arrow (html, x, y, width); break;
  }
}

/* A link to a call, which the browser explains while the pointer rests on it; to be closed. */
static void
open_link (GString *html, guint call, const char *words)
{
  g_string_append_printf (html, "<a href=\"#call-%u\" tabindex=\"-1\"><title>", call + 1);
  append_escaped (html, words);
  g_string_append (html, "</title>");
}

static void
append_bar (Strip *strip, const DeskTimelineBox *box, double y)
{
  g_autofree char *words = desk_timeline_bar_words (strip->timeline, box->bar);

  open_link (strip->html, box->bar->call, words);
  g_string_append_printf (strip->html, "<g class=\"bar %s\">",
                          desk_line_state_name (box->bar->state));
  append_rect (strip->html, "reach", box->x, y, box->width, DESK_TIMELINE_BAR);
  append_bar_shape (strip->html, box->bar->state, box->x, y, box->width);
  g_string_append (strip->html, "</g></a>\n");
}

static void
append_bars (Strip *strip, const DeskTimelineLane *lane, double y)
{
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;

  desk_timeline_box_iter_init (&iter, lane, &strip->frame);
  while (desk_timeline_box_iter_next (&iter, &box))
    append_bar (strip, &box, y + DESK_TIMELINE_BAR_Y);
}

/* Marks. */

static void
append_path (GString *html, const char *style_class, double pen, const char *path)
{
  if (path == NULL)
    return;
  g_string_append_printf (html, "<path class=\"%s\"", style_class);
  append_number (html, "stroke-width", pen);
  g_string_append_printf (html, " d=\"%s\"/>", path);
}

static void
append_glyph (GString *html, DeskMarkKind kind)
{
  const DeskMarkGlyph *glyph = desk_mark_glyph (kind);
  const double halo = glyph->pen + 2 * DESK_MARK_HALO;

  g_string_append_printf (html, "<g id=\"timeline-%s\">", desk_mark_kind_name (kind));
  if (desk_mark_is_on_bar (kind)) {
    append_path (html, "halo", halo, glyph->hollow);
    append_path (html, "halo", halo, glyph->line);
  }
  append_path (html, "hollow", glyph->pen, glyph->hollow);
  append_path (html, "pen", glyph->pen, glyph->line);
  append_path (html, "fill", 0, glyph->solid);
  g_string_append (html, "</g>\n");
}

static void
append_use (GString *html, DeskMarkKind kind, double x, double y)
{
  const char *name = desk_mark_kind_name (kind);

  g_string_append_printf (html, "<use class=\"%s\" href=\"#timeline-%s\"", name, name);
  append_number (html, "x", x);
  append_number (html, "y", y);
  g_string_append (html, "/>");
}

static void
append_cluster (Strip *strip, const DeskTimelineCluster *cluster, double y)
{
  g_autofree char *words = desk_timeline_cluster_words (strip->timeline, cluster);
  char count[16];

  open_link (strip->html, cluster->mark->call, words);
  append_rect (strip->html, "reach", cluster->x - REACH / 2, y - 8, REACH, 16);
  append_use (strip->html, cluster->mark->kind, cluster->x, y);
  if (cluster->n > 1) {
    g_snprintf (count, sizeof count, "%u", cluster->n);
    append_text (strip->html, "count", "start", cluster->x + 7, y + 3.5, count);
  }
  g_string_append (strip->html, "</a>\n");
}

static void
append_clusters (Strip *strip, const GArray *marks, double y)
{
  DeskTimelineClusterIter iter;
  DeskTimelineCluster cluster;

  desk_timeline_cluster_iter_init (&iter, marks, &strip->frame);
  while (desk_timeline_cluster_iter_next (&iter, &cluster))
    append_cluster (strip, &cluster, y);
}

static void
append_tails (Strip *strip, const GArray *marks, double y)
{
  for (guint n = 0; n < marks->len; n++) {
    double from, to;

    if (desk_timeline_tail (&strip->frame, &g_array_index (marks, DeskTimelineMark, n), &from, &to))
      append_line (strip->html, "tail message", from, y, to, y);
  }
}

/* The whole. */

static void
append_axis (Strip *strip)
{
  const gint64 step_ms = desk_timeline_step_ms (&strip->frame);
  const double bottom = strip->timeline->n_lanes * DESK_TIMELINE_LANE;
  gint64 t_ms = (strip->frame.from_ms + step_ms - 1) / step_ms * step_ms;

  for (; t_ms <= strip->frame.to_ms; t_ms += step_ms) {
    const double x = desk_timeline_x (&strip->frame, t_ms);
    g_autofree char *clock = desk_words_clock (t_ms);

    append_line (strip->html, "rule", x, 0, x, bottom + 4);
    append_text (strip->html, "time", "middle", x, bottom + DESK_TIMELINE_AXIS - 5, clock);
  }
}

static void
append_lane (Strip *strip, guint n)
{
  const DeskTimelineLane *lane = &strip->timeline->lanes[n];
  const double y = n * DESK_TIMELINE_LANE;
  const double bar_middle = y + DESK_TIMELINE_BAR_Y + DESK_TIMELINE_BAR / 2;

  append_line (strip->html, "rule", 0, y + DESK_TIMELINE_LANE - .5, WIDTH - DESK_TIMELINE_END,
               y + DESK_TIMELINE_LANE - .5);
  append_text (strip->html, "lane", "start", DESK_TIMELINE_NAME, bar_middle + 4, lane->name);
  append_bars (strip, lane, y);
  append_tails (strip, lane->above, y + DESK_TIMELINE_MARK_Y);
  append_clusters (strip, lane->above, y + DESK_TIMELINE_MARK_Y);
  append_clusters (strip, lane->on, bar_middle);
}

/* Those that occur; the hatchings go by the state's name, as the glyphs do by the kind's. */
static void
append_definitions (const DeskTimeline *timeline, GString *html)
{
  g_string_append (html, "<defs>\n");
  for (guint n = 0; n < DESK_N_LINE_STATES; n++) {
    const DeskBarShape shape = desk_bar_shape ((DeskLineState) n);

    if (timeline->has_state[n] && (shape == DESK_BAR_HATCHED || shape == DESK_BAR_CROSS_HATCHED))
      append_hatch (html, (DeskLineState) n);
  }
  for (guint n = 0; n < DESK_N_MARK_KINDS; n++) {
    if (timeline->has_kind[n])
      append_glyph (html, (DeskMarkKind) n);
  }
  g_string_append (html, "</defs>\n");
}

static void
append_strip (const DeskTimeline *timeline, guint n, GString *html)
{
  Strip strip = { .timeline = timeline, .html = html, .frame = { .width = WIDTH } };
  g_autofree char *words = NULL;

  desk_timeline_strip (timeline, n, &strip.frame.from_ms, &strip.frame.to_ms);
  words = desk_timeline_words (strip.frame.from_ms, strip.frame.to_ms);
  g_string_append (html, "<svg class=\"timeline\" role=\"img\" aria-label=\"");
  append_escaped (html, words);
  g_string_append_printf (html, "\" viewBox=\"0 0 %d %d\">\n", (int) WIDTH,
                          (int) desk_timeline_height (timeline));
  if (n == 0)
    append_definitions (timeline, html);
  append_axis (&strip);
  for (guint lane = 0; lane < timeline->n_lanes; lane++)
    append_lane (&strip, lane);
  g_string_append (html, "</svg>\n");
}

static void
open_sample (GString *html, double width)
{
  g_string_append_printf (html, "<li><svg aria-hidden=\"true\" viewBox=\"0 0 %d %d\">", (int) width,
                          (int) DESK_TIMELINE_BAR);
}

static void
close_sample (GString *html, const char *words)
{
  g_string_append (html, "</svg> ");
  append_escaped (html, words);
  g_string_append (html, "</li>\n");
}

static void
append_legend (const DeskTimeline *timeline, GString *html)
{
  g_string_append (html, "<ul class=\"legend\">\n");
  for (guint n = 0; n < DESK_N_LINE_STATES; n++) {
    if (!timeline->has_state[n])
      continue;
    open_sample (html, DESK_TIMELINE_SAMPLE);
    g_string_append_printf (html, "<g class=\"%s\">", desk_line_state_name ((DeskLineState) n));
    append_bar_shape (html, (DeskLineState) n, 0, 0, DESK_TIMELINE_SAMPLE);
    g_string_append (html, "</g>");
    close_sample (html, desk_words_line_state ((DeskLineState) n));
  }
  for (guint n = 0; n < DESK_N_MARK_KINDS; n++) {
    if (!timeline->has_kind[n])
      continue;
    open_sample (html, DESK_TIMELINE_MARK_SAMPLE);
    append_use (html, (DeskMarkKind) n, DESK_TIMELINE_MARK_SAMPLE / 2, DESK_TIMELINE_BAR / 2);
    close_sample (html, desk_timeline_kind_words ((DeskMarkKind) n));
  }
  g_string_append (html, "</ul>\n");
}

void
desk_timeline_append_svg (const DeskScorecard *scorecard, GString *html)
{
  g_autoptr (DeskTimeline) timeline = NULL;

  if (scorecard->shift->end_ms <= 0)
    return;

  timeline = desk_timeline_new (scorecard);
  for (guint n = 0; n < desk_timeline_n_strips (timeline); n++)
    append_strip (timeline, n, html);
  append_legend (timeline, html);
}
