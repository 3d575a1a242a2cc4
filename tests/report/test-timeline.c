/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "timeline-shift.h"

#include "report/timeline-draw.h"
#include "report/timeline-words.h"

#include <math.h>
#include <string.h>

/* The shift of timeline-shift.h: when each thing happens stands in its commands. */

typedef struct {
  DeskScorecard *scorecard;
  DeskTimeline *timeline;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scorecard = timeline_shift_new ();
  fixture->timeline = desk_timeline_new (fixture->scorecard);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  desk_timeline_free (fixture->timeline);
  desk_scorecard_unref (fixture->scorecard);
}

static void
append_bars (GString *told, const DeskTimelineLane *lane)
{
  for (guint n = 0; n < lane->bars->len; n++) {
    const DeskTimelineBar *bar = &g_array_index (lane->bars, DeskTimelineBar, n);

    g_string_append_printf (told, "%u %s %g-%g%s%s\n", bar->call, desk_line_state_name (bar->state),
                            (double) bar->from_ms / 1000, (double) bar->to_ms / 1000,
                            bar->to != NULL ? " " : "", bar->to != NULL ? bar->to->id : "");
  }
}

static void
append_marks (GString *told, const GArray *marks)
{
  for (guint n = 0; n < marks->len; n++) {
    const DeskTimelineMark *mark = &g_array_index (marks, DeskTimelineMark, n);

    g_string_append_printf (told, "%u %s %g", mark->call, desk_timeline_kind_words (mark->kind),
                            (double) mark->t_ms / 1000);
    if (mark->since_ms >= 0)
      g_string_append_printf (told, " since %g", (double) mark->since_ms / 1000);
    if (mark->phrase != NULL)
      g_string_append_printf (told, " %s", mark->phrase->id);
    if (mark->to != NULL)
      g_string_append_printf (told, " %s", mark->to->id);
    g_string_append_c (told, '\n');
  }
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "Line 1\n"
    "1 ringing 5-24\n1 connected 24-32\n1 consulting 32-47 maja\n"
    "4 ringing 100-110\n4 connected 110-118\n4 transferring 118-138 erik\n"
    "4 recall 138-142 erik\n4 connected 142-168\n"
    "1 Said to the caller 25 greet\n1 Said to a colleague 40 announce maja\n1 Put through 47 maja\n"
    "4 Said to the caller 111 greet\n4 Said to the caller 116 tell_transfer\n"
    "4 Said to the caller 143 apologise\n4 Said to the caller 143.4 offer_message\n"
    "4 Said to the caller 143.8 ask_number\n4 Message logged 160\n"
    "4 Said to the caller 165 goodbye\n",
    "Line 2\n"
    "0 ringing 2-8\n0 connected 8-24\n0 held 24-50\n0 connected 50-66\n"
    "5 ringing 170-180\n5 connected 180-190\n5 held 190-230\n"
    "0 Said to the caller 9 greet\n0 Said to the caller 14 ask_matter\n"
    "0 Said to the caller 18 ask_hold\n0 Said to the caller 52 ask_number\n"
    "0 Said to the caller 63 goodbye\n0 Message logged 80 since 66\n"
    "5 Said to the caller 181 greet\n5 Gave up 230\n",
    "Line 3\n"
    "2 ringing 10-30\n2 ringing 90-95\n2 connected 95-110\n2 held 110-120\n2 connected 120-124\n"
    "2 Said to the caller 96 greet\n2 Critical phrase 104 secret\n2 Said to the caller 122 goodbye\n"
    "2 Gave up 30\n",
    "No line\n3 All lines taken 20\n6 Still to come 250\n",
  };

  g_assert_cmpuint (fixture->timeline->n_lanes, ==, G_N_ELEMENTS (expected));
  g_assert_cmpint (fixture->timeline->end_ms, ==, 250000);
  for (guint n = 0; n < fixture->timeline->n_lanes; n++) {
    const DeskTimelineLane *lane = &fixture->timeline->lanes[n];
    g_autoptr (GString) told = g_string_new (lane->name);

    g_string_append_c (told, '\n');
    append_bars (told, lane);
    append_marks (told, lane->above);
    append_marks (told, lane->on);
    g_assert_cmpstr (told->str, ==, expected[n]);
  }
}

static void
test_everything_occurs (Fixture *fixture, gconstpointer data)
{
  for (guint state = DESK_LINE_RINGING; state < DESK_N_LINE_STATES; state++)
    g_assert_true (fixture->timeline->has_state[state]);
  for (guint kind = 0; kind < DESK_N_MARK_KINDS; kind++)
    g_assert_true (fixture->timeline->has_kind[kind]);
}

/* 1100 wide leaves 1000 for 250 s: 4 units a second. */
static const DeskTimelineFrame whole = { .width = 1100, .from_ms = 0, .to_ms = 250000 };
static const DeskTimelineFrame middle = { .width = 1100, .from_ms = 30000, .to_ms = 55000 };

static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const DeskTimelineFrame *frame;
    gint64 t_ms;
    double x;
  } places[] = {
    { &whole, 0, 76 },      { &whole, 10000, 116 },   { &whole, 250000, 1076 },
    { &middle, 30000, 76 }, { &middle, 55000, 1076 }, { &middle, 42500, 576 },
    { &middle, 29000, 36 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (places); n++) {
    g_assert_cmpfloat_with_epsilon (desk_timeline_x (places[n].frame, places[n].t_ms), places[n].x,
                                    1e-9);
    g_assert_cmpint (desk_timeline_t (places[n].frame, places[n].x), ==, places[n].t_ms);
  }
  g_assert_cmpfloat (desk_timeline_height (fixture->timeline), ==, 4 * 35 + 22);
}

/* At least 84 units from one time to the next, and the shortest step that gives them. */
static void
test_steps (void)
{
  static const struct {
    double width;
    gint64 span_ms;
    gint64 step_ms;
  } steps[] = {
    { 1100, 5000, 1000 },        { 1100, 12000, 2000 },        { 1100, 250000, 30000 },
    { 1100, 480000, 60000 },     { 1100, 3600000, 600000 },    { 1100, 28800000, 3600000 },
    { 400, 28800000, 10800000 }, { 1100, 86400000, 10800000 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (steps); n++) {
    const DeskTimelineFrame frame = { steps[n].width, 7000, 7000 + steps[n].span_ms };

    g_assert_cmpint (desk_timeline_step_ms (&frame), ==, steps[n].step_ms);
  }
}

static void
test_strips (void)
{
  static const struct {
    gint64 end_ms;
    guint n;
    gint64 strip_ms;
  } strips[] = {
    { 1, 1, 1 },
    { 250000, 1, 250000 },
    { 1800000, 1, 1800000 },
    { 1800001, 2, 1800000 },
    { 4 * 3600000, 8, 1800000 },
    { 8 * 3600000, 8, 3600000 },
    { 8 * 3600000 + 1, 6, 5400000 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (strips); n++) {
    const DeskTimeline timeline = { .end_ms = strips[n].end_ms };
    gint64 from_ms, to_ms;

    g_assert_cmpuint (desk_timeline_n_strips (&timeline), ==, strips[n].n);
    desk_timeline_strip (&timeline, strips[n].n - 1, &from_ms, &to_ms);
    g_assert_cmpint (from_ms, ==, (strips[n].n - 1) * strips[n].strip_ms);
    g_assert_cmpint (to_ms, ==, from_ms + strips[n].strip_ms);
    g_assert_cmpint (from_ms, <, strips[n].end_ms);
    g_assert_cmpint (to_ms, >=, strips[n].end_ms);
  }
}

/* Where the three phrases at 143, 143.4 and 143.8 s stand as `frame` shows them. */
static char *
clusters_of (const GArray *marks, const DeskTimelineFrame *frame)
{
  GString *told = g_string_new (NULL);
  DeskTimelineClusterIter iter;
  DeskTimelineCluster cluster;

  desk_timeline_cluster_iter_init (&iter, marks, frame);
  while (desk_timeline_cluster_iter_next (&iter, &cluster))
    g_string_append_printf (told, "%s%.0f:%u", told->len > 0 ? " " : "", cluster.x, cluster.n);
  return g_string_free (told, FALSE);
}

/* A mark needs 13 units, and 6.5 for each digit of a number beside it. */
static void
test_marks_make_room (Fixture *fixture, gconstpointer data)
{
  static const DeskTimelineFrame close = { 1100, 140000, 150000 };
  static const DeskTimelineFrame shifted = { 1100, 143500, 153500 };
  const GArray *marks = fixture->timeline->lanes[0].above;
  g_autofree char *far_away = clusters_of (marks, &whole);
  g_autofree char *near_by = clusters_of (marks, &close);
  g_autofree char *moved = clusters_of (marks, &shifted);

  g_assert_cmpstr (far_away, ==, "176:1 236:1 264:1 520:1 540:1 648:3 716:1 736:1");
  g_assert_cmpstr (near_by, ==, "376:1 416:1 456:1");
  g_assert_cmpstr (moved, ==, "106:1");
}

static void
test_weightiest_mark_is_shown (Fixture *fixture, gconstpointer data)
{
  const DeskTimelineFrame tiny = { 110, 0, 250000 };
  DeskTimelineClusterIter iter;
  DeskTimelineCluster cluster;

  desk_timeline_cluster_iter_init (&iter, fixture->timeline->lanes[2].above, &tiny);
  g_assert_true (desk_timeline_cluster_iter_next (&iter, &cluster));
  g_assert_cmpuint (cluster.n, ==, 3);
  g_assert_cmpint (cluster.mark->kind, ==, DESK_MARK_CRITICAL);
  g_assert_cmpint (cluster.first->t_ms, ==, 96000);
}

static guint
count_boxes (const DeskTimelineLane *lane, const DeskTimelineFrame *frame)
{
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;
  double right = 0;
  guint n = 0;

  desk_timeline_box_iter_init (&iter, lane, frame);
  while (desk_timeline_box_iter_next (&iter, &box)) {
    g_assert_cmpfloat (box.x, >=, DESK_TIMELINE_LABEL - 1e-9);
    g_assert_cmpfloat (box.width, >=, 2);
    g_assert_cmpfloat (box.x + 2, >=, right);
    right = box.x + box.width;
    n++;
  }
  return n;
}

static void
test_bars_are_cut_to_the_frame (Fixture *fixture, gconstpointer data)
{
  const DeskTimelineLane *lane = &fixture->timeline->lanes[1];
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;

  g_assert_cmpuint (count_boxes (lane, &whole), ==, 7);
  desk_timeline_box_iter_init (&iter, lane, &middle);
  g_assert_true (desk_timeline_box_iter_next (&iter, &box));
  g_assert_cmpint (box.bar->state, ==, DESK_LINE_HELD);
  g_assert_cmpfloat (box.x, ==, 76);
  g_assert_cmpfloat_with_epsilon (box.width, 800, 1e-9);
  g_assert_true (desk_timeline_box_iter_next (&iter, &box));
  g_assert_cmpfloat_with_epsilon (box.x + box.width, 1076, 1e-9);
  g_assert_false (desk_timeline_box_iter_next (&iter, &box));
}

/* At 1 unit for 25 s, the seven bars of line 2 come to two calls, on hold for the greater part. */
static void
test_narrow_bars_are_thinned (Fixture *fixture, gconstpointer data)
{
  const DeskTimelineFrame tiny = { 110, 0, 250000 };
  DeskTimelineBoxIter iter;
  DeskTimelineBox box;

  g_assert_cmpuint (count_boxes (&fixture->timeline->lanes[1], &tiny), <, 7);
  desk_timeline_box_iter_init (&iter, &fixture->timeline->lanes[1], &tiny);
  g_assert_true (desk_timeline_box_iter_next (&iter, &box));
  g_assert_cmpint (box.bar->state, ==, DESK_LINE_HELD);
}

static void
test_tail (Fixture *fixture, gconstpointer data)
{
  static const DeskTimelineFrame later = { 1100, 70000, 95000 };
  const GArray *marks = fixture->timeline->lanes[1].above;
  guint n_tails = 0;
  double from, to;

  for (guint n = 0; n < marks->len; n++) {
    if (!desk_timeline_tail (&whole, &g_array_index (marks, DeskTimelineMark, n), &from, &to))
      continue;
    n_tails++;
    g_assert_cmpfloat_with_epsilon (from, 76 + 66 * 4, 1e-9);
    g_assert_cmpfloat_with_epsilon (to, 76 + 80 * 4, 1e-9);
    g_assert_true (
        desk_timeline_tail (&later, &g_array_index (marks, DeskTimelineMark, n), &from, &to));
    g_assert_cmpfloat (from, ==, 76);
    g_assert_false (
        desk_timeline_tail (&middle, &g_array_index (marks, DeskTimelineMark, n), &from, &to));
  }
  g_assert_cmpuint (n_tails, ==, 1);
}

static void
test_hit (Fixture *fixture, gconstpointer data)
{
  static const struct {
    double x, y;
    int call;
    int state;
    int kind;
    guint n;
  } hits[] = {
    { 76 + 4 * 10, 24, 1, DESK_LINE_RINGING, -1, 0 },
    { 76 + 4 * 40, 24, 1, DESK_LINE_CONSULTING, -1, 0 },
    { 76 + 4 * 40, 9, 1, -1, DESK_MARK_COLLEAGUE_PHRASE, 1 },
    { 76 + 4 * 40 + 9, 4, 1, -1, DESK_MARK_COLLEAGUE_PHRASE, 1 },
    { 76 + 4 * 34, 9, 1, DESK_LINE_CONSULTING, -1, 0 }, /* no mark near: the bar below */
    { 76 + 4 * 143, 9, 4, -1, DESK_MARK_PHRASE, 3 },
    { 76 + 4 * 143 + 12, 9, 4, -1, DESK_MARK_PHRASE, 3 }, /* on the number */
    { 76 + 4 * 80, 35 + 9, 0, -1, DESK_MARK_MESSAGE, 1 },
    { 76 + 4 * 40, 35 + 18, 0, DESK_LINE_HELD, -1, 0 }, /* the empty part of the bar */
    { 76 + 4 * 30, 70 + 24, 2, -1, DESK_MARK_GAVE_UP, 1 },
    { 76 + 4 * 24, 70 + 24, 2, DESK_LINE_RINGING, -1, 0 },
    { 76 + 4 * 5 - 3, 24, 1, DESK_LINE_RINGING, -1, 0 },
    { 76 + 4 * 5 - 4, 24, -1, -1, -1, 0 },
    { 76 + 4 * 75, 24, -1, -1, -1, 0 },
    { 76 + 4 * 20, 105 + 24, 3, -1, DESK_MARK_BLOCKED, 1 },
    { 76 + 4 * 250, 105 + 24, 6, -1, DESK_MARK_NEVER_CAME, 1 },
    { 76 + 4 * 20, 150, -1, -1, -1, 0 }, /* the axis */
    { 30, 24, -1, -1, -1, 0 },           /* a line's name */
    { 76 + 4 * 10, -1, -1, -1, -1, 0 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (hits); n++) {
    DeskTimelineHit hit;
    gboolean found = desk_timeline_hit (fixture->timeline, &whole, hits[n].x, hits[n].y, &hit);

    g_test_message ("%u: %g, %g", n, hits[n].x, hits[n].y);
    g_assert_cmpint (found ? (int) hit.call : -1, ==, hits[n].call);
    g_assert_cmpint (found && hit.bar != NULL ? (int) hit.bar->state : -1, ==, hits[n].state);
    g_assert_cmpint (found && hit.cluster.n > 0 ? (int) hit.cluster.mark->kind : -1, ==,
                     hits[n].kind);
    g_assert_cmpuint (hit.cluster.n, ==, hits[n].n);
  }
}

static void
test_extent (Fixture *fixture, gconstpointer data)
{
  double left, right;

  g_assert_true (desk_timeline_extent (fixture->timeline, &whole, 0, 4, &left, &right));
  g_assert_cmpfloat_with_epsilon (left, 76 + 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (right, 76 + 4 * 168, 1e-9);
  g_assert_false (desk_timeline_extent (fixture->timeline, &whole, 1, 4, &left, &right));
  g_assert_false (desk_timeline_extent (fixture->timeline, &middle, 0, 4, &left, &right));
  g_assert_true (desk_timeline_extent (fixture->timeline, &whole, 3, 3, &left, &right));
  g_assert_cmpfloat_with_epsilon (left, 76 + 80 - 6.5, 1e-9);
}

static void
test_call_span (Fixture *fixture, gconstpointer data)
{
  static const gint64 spans[][2] = { { 2000, 80000 },   { 5000, 47000 },    { 10000, 124000 },
                                     { 20000, 20000 },  { 100000, 168000 }, { 170000, 230000 },
                                     { 250000, 250000 } };

  g_assert_cmpuint (fixture->scorecard->n_calls, ==, G_N_ELEMENTS (spans));
  for (guint n = 0; n < G_N_ELEMENTS (spans); n++) {
    gint64 from_ms, to_ms;

    desk_timeline_call_span (fixture->timeline, n, &from_ms, &to_ms);
    g_assert_cmpint (from_ms, ==, spans[n][0]);
    g_assert_cmpint (to_ms, ==, spans[n][1]);
  }
}

static char *
words_at (Fixture *fixture, double x, double y)
{
  DeskTimelineHit hit;

  g_assert_true (desk_timeline_hit (fixture->timeline, &whole, x, y, &hit));
  return hit.bar != NULL ? desk_timeline_bar_words (fixture->timeline, hit.bar)
                         : desk_timeline_cluster_words (fixture->timeline, &hit.cluster);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct {
    double x, y;
    const char *words;
  } words[] = {
    { 76 + 4 * 40, 35 + 24, "1. Åsa Lindqvist, Nordvik Bygg\nOn hold\n00:24.0 – 00:50.0 (26.0 s)" },
    { 76 + 4 * 40, 24, "2. Nils Holm\nConsulting: Maja Sjölund\n00:32.0 – 00:47.0 (15.0 s)" },
    { 76 + 4 * 40, 9, "2. Nils Holm\n00:40.0  “Announce the caller” to Maja Sjölund" },
    { 76 + 4 * 47, 9, "2. Nils Holm\n00:47.0  Put through to Maja Sjölund" },
    { 76 + 4 * 80, 35 + 9,
      "1. Åsa Lindqvist, Nordvik Bygg\n01:20.0  Message logged 14.0 s after the call" },
    { 76 + 4 * 104, 70 + 9,
      "3. Eva <Ek> & Ö\n01:44.0  “Give the private mobile”, which must not be said" },
    { 76 + 4 * 230, 35 + 24, "6. Siv Lund\n03:50.0  Gave up" },
    { 76 + 4 * 20, 105 + 24, "4. Ola Berg\n00:20.0  All lines taken" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (words); n++) {
    g_autofree char *said = words_at (fixture, words[n].x, words[n].y);

    g_assert_cmpstr (said, ==, words[n].words);
  }
}

static void
test_many_marks_are_listed_in_part (Fixture *fixture, gconstpointer data)
{
  const DeskTimelineFrame tiny = { 101, 0, 250000 };
  DeskTimelineClusterIter iter;
  DeskTimelineCluster cluster;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  desk_timeline_cluster_iter_init (&iter, fixture->timeline->lanes[0].above, &tiny);
  g_assert_true (desk_timeline_cluster_iter_next (&iter, &cluster));
  g_assert_cmpuint (cluster.n, ==, 10);
  words = desk_timeline_cluster_words (fixture->timeline, &cluster);
  lines = g_strsplit (words, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2 + 8 + 1);
  g_assert_cmpstr (lines[0], ==, "2. Nils Holm");
  g_assert_true (g_str_has_prefix (lines[4], "5. Karl-Wilhelm von Hohenstaufen"));
  g_assert_cmpstr (lines[10], ==, "and 2 more");
}

/* All in the same black: what tells it from another must be its shape. */
static cairo_surface_t *
draw_sample (guint n)
{
  static const DeskTimelinePalette grey = {
    .font = "Sans",
    .paper = { 1, 1, 1, 1 },
    .states = { { .alpha = 1 },
                { .alpha = 1 },
                { .alpha = 1 },
                { .alpha = 1 },
                { .alpha = 1 },
                { .alpha = 1 },
                { .alpha = 1 } },
    .kinds = { { .alpha = 1 },
               { .alpha = 1 },
               { .alpha = 1 },
               { .alpha = 1 },
               { .alpha = 1 },
               { .alpha = 1 },
               { .alpha = 1 },
               { .alpha = 1 } },
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 28, 14);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  if (n < DESK_N_LINE_STATES)
    desk_timeline_draw_state (cairo, (DeskLineState) n, &grey);
  else
    desk_timeline_draw_kind (cairo, (DeskMarkKind) (n - DESK_N_LINE_STATES), &grey);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

/* In pixels of full difference. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  double sum = 0;

  for (int y = 0; y < 14; y++) {
    const guchar *left = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
    const guchar *right = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

    for (int x = 0; x < 28; x++)
      sum += fabs ((double) left[4 * x] - (double) right[4 * x]) / 255;
  }
  return sum;
}

static void
test_shapes_differ_in_black (void)
{
  enum {
    N = DESK_N_LINE_STATES + DESK_N_MARK_KINDS
  };
  cairo_surface_t *samples[N];

  for (guint n = 0; n < N; n++)
    samples[n] = draw_sample (n);
  for (guint n = 0; n < N; n++) {
    for (guint m = 0; m < n; m++) {
      g_test_message ("%u and %u: %.1f", n, m, difference (samples[n], samples[m]));
      g_assert_cmpfloat (difference (samples[n], samples[m]), >, 20);
    }
  }
  for (guint n = 0; n < N; n++)
    cairo_surface_destroy (samples[n]);
}

/* On paper, with everything there is, and a lane of it cut off. */
static void
test_draws_and_measures (Fixture *fixture, gconstpointer data)
{
  const DeskTimelinePalette *palette = desk_timeline_print_palette ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);
  double x, y, width, height;

  desk_timeline_draw (fixture->timeline, cairo, 500, 30000, 200000, palette);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (x + width, <=, 500);
  g_assert_cmpfloat (y + height, <=, desk_timeline_height (fixture->timeline));
  g_assert_cmpfloat (desk_timeline_legend_height (fixture->timeline, 5000, palette), ==, 20);
  g_assert_cmpfloat (desk_timeline_legend_height (fixture->timeline, 300, palette), >=, 80);
  g_assert_cmpfloat (desk_timeline_draw_legend (fixture->timeline, cairo, 300, palette), ==,
                     desk_timeline_legend_height (fixture->timeline, 300, palette));
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/timeline/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lanes", test_lanes);
  ADD ("everything-occurs", test_everything_occurs);
  ADD ("places", test_places);
  g_test_add_func ("/timeline/steps", test_steps);
  g_test_add_func ("/timeline/strips", test_strips);
  ADD ("marks-make-room", test_marks_make_room);
  ADD ("weightiest-mark", test_weightiest_mark_is_shown);
  ADD ("bars-are-cut", test_bars_are_cut_to_the_frame);
  ADD ("narrow-bars", test_narrow_bars_are_thinned);
  ADD ("tail", test_tail);
  ADD ("hit", test_hit);
  ADD ("extent", test_extent);
  ADD ("call-span", test_call_span);
  ADD ("words", test_words);
  ADD ("many-marks", test_many_marks_are_listed_in_part);
  g_test_add_func ("/timeline/shapes-differ", test_shapes_differ_in_black);
  ADD ("draws", test_draws_and_measures);
  return g_test_run ();
}
