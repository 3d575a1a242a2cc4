/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "timeline-shift.h"

#include "report/timeline-draw.h"

#include "results.h"
#include "rounds.h"

/* What a timeline of 2,000 calls on 24 lines in eight hours costs: making it, drawing the whole and
 * a quarter of an hour at twice the usual density of pixels, within a frame of the screen, and finding
 * what is under the pointer. */

#define N_CALLS 2000
#define N_LINES 24
#define LENGTH_MS (8 * 3600000)
#define WIDTH 880
#define ROUNDS 25
#define FRAME_MS 16.7

/* Milliseconds of processor time. */
static double
time_making (const DeskScorecard *scorecard)
{
  double ms[ROUNDS];

  for (guint n = 0; n < ROUNDS; n++) {
    const double start_ns = rounds_now_ns ();

    g_clear_pointer (&(DeskTimeline *){ desk_timeline_new (scorecard) }, desk_timeline_free);
    ms[n] = (rounds_now_ns () - start_ns) / 1e6;
  }
  return rounds_median (ms, ROUNDS);
}

static double
time_drawing (const DeskTimeline *timeline, gint64 from_ms, gint64 to_ms)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * WIDTH,
                                                         2 * (int) desk_timeline_height (timeline));
  cairo_t *cairo = cairo_create (surface);
  double ms[ROUNDS];

  cairo_scale (cairo, 2, 2);
  for (guint n = 0; n < ROUNDS; n++) {
    const double start_ns = rounds_now_ns ();

    desk_timeline_draw (timeline, cairo, WIDTH, from_ms, to_ms, desk_timeline_print_palette ());
    ms[n] = (rounds_now_ns () - start_ns) / 1e6;
  }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return rounds_median (ms, ROUNDS);
}

/* Microseconds a place, over every lane and the whole width. */
static double
time_pointing (const DeskTimeline *timeline)
{
  const DeskTimelineFrame frame = { .width = WIDTH, .from_ms = 0, .to_ms = timeline->end_ms };
  const double start_ns = rounds_now_ns ();
  guint n = 0;

  for (double y = 5; y < desk_timeline_height (timeline); y += 7) {
    for (double x = 0; x < WIDTH; x += 3, n++) {
      DeskTimelineHit hit;

      desk_timeline_hit (timeline, &frame, x, y, &hit);
    }
  }
  return (rounds_now_ns () - start_ns) / n / 1000;
}

int
main (int argc, char **argv)
{
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new_long (N_CALLS, N_LINES, LENGTH_MS);
  g_autoptr (DeskTimeline) timeline = desk_timeline_new (scorecard);

  results_begin (&argc, argv, "timeline");
  results_add (
      &(Result){ .what = "made of 2,000 calls", .unit = "ms", .ours = time_making (scorecard) });
  results_add (&(Result){ .what = "the whole shift of eight hours drawn",
                          .unit = "ms",
                          .ours = time_drawing (timeline, 0, timeline->end_ms),
                          .most = FRAME_MS });
  results_add (&(Result){ .what = "a quarter of an hour drawn",
                          .unit = "ms",
                          .ours = time_drawing (timeline, 3600000, 4500000),
                          .most = FRAME_MS });
  results_add (&(Result){
      .what = "what is under the pointer", .unit = "µs", .ours = time_pointing (timeline) });
  return results_end ();
}
