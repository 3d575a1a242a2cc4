/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "timeline-shift.h"

#include "report/report.h"
#include "report/timeline-draw.h"

#include <string.h>

/* What a timeline of 2,000 calls on 24 lines in eight hours costs: making it, drawing the whole and
 * a quarter of an hour at twice the usual density of pixels, finding what is under the pointer, and
 * the HTML report it is part of. */

#define N_CALLS 2000
#define N_LINES 24
#define LENGTH_MS (8 * 3600000)
#define WIDTH 880
#define ROUNDS 50

static double
draw_ms (const DeskTimeline *timeline, gint64 from_ms, gint64 to_ms)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * WIDTH,
                                                         2 * (int) desk_timeline_height (timeline));
  cairo_t *cairo = cairo_create (surface);
  gint64 start_us;

  cairo_scale (cairo, 2, 2);
  start_us = g_get_monotonic_time ();
  for (guint n = 0; n < ROUNDS; n++)
    desk_timeline_draw (timeline, cairo, WIDTH, from_ms, to_ms, desk_timeline_print_palette ());
  start_us = g_get_monotonic_time () - start_us;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return (double) start_us / 1000 / ROUNDS;
}

/* Over every lane and the whole width. */
static double
hit_us (const DeskTimeline *timeline)
{
  const DeskTimelineFrame frame = { .width = WIDTH, .from_ms = 0, .to_ms = timeline->end_ms };
  const gint64 start_us = g_get_monotonic_time ();
  guint n_hits = 0, n = 0;

  for (double y = 5; y < desk_timeline_height (timeline); y += 7) {
    for (double x = 0; x < WIDTH; x += 3, n++) {
      DeskTimelineHit hit;

      n_hits += desk_timeline_hit (timeline, &frame, x, y, &hit) ? 1 : 0;
    }
  }
  g_print ("%u of %u places hit something\n", n_hits, n);
  return (double) (g_get_monotonic_time () - start_us) / n;
}

int
main (void)
{
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new_long (N_CALLS, N_LINES, LENGTH_MS);
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (DeskTimeline) timeline = desk_timeline_new (scorecard);
  g_autofree char *html = NULL;

  g_print ("made in %.2f ms\n", (double) (g_get_monotonic_time () - start_us) / 1000);
  g_print ("whole shift drawn in %.2f ms\n", draw_ms (timeline, 0, timeline->end_ms));
  g_print ("a quarter of an hour drawn in %.2f ms\n", draw_ms (timeline, 3600000, 4500000));
  g_print ("place looked up in %.2f microseconds\n", hit_us (timeline));
  start_us = g_get_monotonic_time ();
  html = desk_report_to_html (scorecard);
  g_print ("HTML report of %.1f MB in %.1f ms\n", (double) strlen (html) / 1e6,
           (double) (g_get_monotonic_time () - start_us) / 1000);
  return 0;
}
