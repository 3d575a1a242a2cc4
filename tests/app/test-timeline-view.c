/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/timeline-view.h"

#include "app/summary-page.h"
#include "app/timeline-canvas.h"
#include "report/timeline-layout.h"
#include "timeline-shift.h"

#include <math.h>

/* The view of the shift of timeline-shift.h, in a window. */

typedef struct {
  DeskScorecard *scorecard;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *canvas;
  int activated; /* the last call, or -1 */
  guint n_activated;
} Fixture;

static void
on_call_activated (GtkWidget *view, guint call, gpointer data)
{
  Fixture *fixture = data;

  fixture->activated = (int) call;
  fixture->n_activated++;
}

static void
run_main_loop (void)
{
  while (gtk_events_pending ())
    gtk_main_iteration ();
}

/* The first widget of `type` at or below `root`. */
static GtkWidget *
find (GtkWidget *root, GType type)
{
  g_autoptr (GList) children = NULL;
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  if (GTK_IS_CONTAINER (root))
    children = gtk_container_get_children (GTK_CONTAINER (root));
  for (GList *child = children; child != NULL && found == NULL; child = child->next)
    found = find (child->data, type);
  return found;
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  const char *own = atk_object_get_name (gtk_widget_get_accessible (root));
  g_autoptr (GList) children = NULL;
  GtkWidget *found = NULL;

  if (own != NULL && g_str_equal (own, name))
    return root;
  if (GTK_IS_CONTAINER (root))
    children = gtk_container_get_children (GTK_CONTAINER (root));
  for (GList *child = children; child != NULL && found == NULL; child = child->next)
    found = find_named (child->data, name);
  return found;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scorecard = timeline_shift_new ();
  fixture->view = desk_timeline_view_new (fixture->scorecard);
  fixture->canvas = find (fixture->view, DESK_TYPE_TIMELINE_CANVAS);
  fixture->activated = -1;
  g_signal_connect (fixture->view, "call-activated", G_CALLBACK (on_call_activated), fixture);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 400);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->view);
  gtk_widget_show (fixture->window);
  run_main_loop ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  desk_scorecard_unref (fixture->scorecard);
}

static GtkAdjustment *
shown (Fixture *fixture)
{
  return desk_timeline_canvas_get_adjustment (DESK_TIMELINE_CANVAS (fixture->canvas));
}

static double
from_s (Fixture *fixture)
{
  return gtk_adjustment_get_value (shown (fixture)) / 1000;
}

static double
span_s (Fixture *fixture)
{
  return gtk_adjustment_get_page_size (shown (fixture)) / 1000;
}

/* Text of 11 points at 96 dpi: a unit is a pixel. */
static double
x_at (Fixture *fixture, double t_s)
{
  const DeskTimelineFrame frame = {
    .width = gtk_widget_get_allocated_width (fixture->canvas),
    .from_ms = llround (gtk_adjustment_get_value (shown (fixture))),
    .to_ms = llround (gtk_adjustment_get_value (shown (fixture)) +
                      gtk_adjustment_get_page_size (shown (fixture))),
  };

  return desk_timeline_x (&frame, llround (t_s * 1000));
}

static double
bar_y (guint lane)
{
  return lane * DESK_TIMELINE_LANE + DESK_TIMELINE_BAR_Y + DESK_TIMELINE_BAR / 2;
}

/* Input as a mouse and a keyboard make it. */

static GdkEvent *
event_new (Fixture *fixture, GdkEventType type)
{
  GdkEvent *event = gdk_event_new (type);
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (fixture->canvas));

  event->any.window = g_object_ref (gtk_widget_get_window (fixture->canvas));
  gdk_event_set_device (event, type == GDK_KEY_PRESS ? gdk_seat_get_keyboard (seat)
                                                     : gdk_seat_get_pointer (seat));
  return event;
}

static void
press_button (Fixture *fixture, GdkEventType type, double x, double y)
{
  g_autoptr (GdkEvent) event = event_new (fixture, type);

  event->button.button = GDK_BUTTON_PRIMARY;
  event->button.x = x;
  event->button.y = y;
  gtk_main_do_event (event);
}

static void
move_pointer (Fixture *fixture, double x, double y)
{
  g_autoptr (GdkEvent) event = event_new (fixture, GDK_MOTION_NOTIFY);

  event->motion.state = GDK_BUTTON1_MASK;
  event->motion.x = x;
  event->motion.y = y;
  gtk_main_do_event (event);
}

static void
click (Fixture *fixture, double x, double y)
{
  press_button (fixture, GDK_BUTTON_PRESS, x, y);
  press_button (fixture, GDK_BUTTON_RELEASE, x, y);
  run_main_loop ();
}

/* Whether the timeline took it. */
static gboolean
turn_wheel (Fixture *fixture, GdkScrollDirection direction, guint state, double x)
{
  g_autoptr (GdkEvent) event = event_new (fixture, GDK_SCROLL);

  event->scroll.direction = direction;
  event->scroll.state = state;
  event->scroll.x = x;
  event->scroll.y = 10;
  return gtk_widget_event (fixture->canvas, event);
}

static gboolean
press_key (Fixture *fixture, guint key, guint state)
{
  g_autoptr (GdkEvent) event = event_new (fixture, GDK_KEY_PRESS);

  event->key.keyval = key;
  event->key.state = state;
  return gtk_widget_event (fixture->canvas, event);
}

static int
selected (Fixture *fixture)
{
  return desk_timeline_canvas_get_selected (DESK_TIMELINE_CANVAS (fixture->canvas));
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *closer = find_named (fixture->view, "Zoom in (+)");
  GtkWidget *wider = find_named (fixture->view, "Zoom out (−)");
  GtkWidget *whole = find_named (fixture->view, "Show the whole shift (0)");
  GtkWidget *scrollbar = find_named (fixture->view, "What is shown of the shift");

  g_assert_cmpfloat (span_s (fixture), ==, 250);
  g_assert_false (gtk_widget_get_sensitive (wider));
  g_assert_false (gtk_widget_get_sensitive (whole));
  g_assert_false (gtk_widget_get_sensitive (scrollbar));
  gtk_button_clicked (GTK_BUTTON (closer));
  g_assert_cmpfloat_with_epsilon (span_s (fixture), 250 / 1.5, .001);
  g_assert_cmpfloat_with_epsilon (from_s (fixture), 125 - 125 / 1.5, .001);
  g_assert_true (gtk_widget_get_sensitive (scrollbar));
  gtk_button_clicked (GTK_BUTTON (closer));
  gtk_button_clicked (GTK_BUTTON (wider));
  g_assert_cmpfloat_with_epsilon (span_s (fixture), 250 / 1.5, .001);
  for (guint n = 0; n < 20; n++)
    gtk_button_clicked (GTK_BUTTON (closer));
  g_assert_cmpfloat (span_s (fixture), ==, 5);
  g_assert_false (gtk_widget_get_sensitive (closer));
  gtk_button_clicked (GTK_BUTTON (whole));
  g_assert_cmpfloat (span_s (fixture), ==, 250);
  g_assert_cmpfloat (from_s (fixture), ==, 0);
}

/* What lies under the pointer stays there. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  const double x = x_at (fixture, 200);

  g_assert_false (turn_wheel (fixture, GDK_SCROLL_DOWN, 0, x));
  g_assert_false (turn_wheel (fixture, GDK_SCROLL_DOWN, GDK_SHIFT_MASK, x));
  g_assert_true (turn_wheel (fixture, GDK_SCROLL_UP, GDK_CONTROL_MASK, x));
  g_assert_true (turn_wheel (fixture, GDK_SCROLL_UP, GDK_CONTROL_MASK, x));
  g_assert_cmpfloat_with_epsilon (span_s (fixture), 160, .001);
  g_assert_cmpfloat_with_epsilon (x_at (fixture, 200), x, .1);
  g_assert_false (turn_wheel (fixture, GDK_SCROLL_DOWN, 0, x));
  g_assert_true (turn_wheel (fixture, GDK_SCROLL_UP, GDK_SHIFT_MASK, x));
  g_assert_cmpfloat_with_epsilon (from_s (fixture), 200 - 200 * 160 / 250.0 - 20, .001);
  for (guint n = 0; n < 3; n++)
    turn_wheel (fixture, GDK_SCROLL_DOWN, GDK_CONTROL_MASK, x);
  g_assert_cmpfloat (span_s (fixture), ==, 250);
}

static void
test_keys_zoom_and_move (Fixture *fixture, gconstpointer data)
{
  g_assert_false (press_key (fixture, GDK_KEY_Right, 0));
  g_assert_true (press_key (fixture, GDK_KEY_plus, GDK_SHIFT_MASK));
  g_assert_true (press_key (fixture, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (span_s (fixture), 250 / 2.25, .001);
  g_assert_true (press_key (fixture, GDK_KEY_Home, 0));
  g_assert_cmpfloat (from_s (fixture), ==, 0);
  g_assert_true (press_key (fixture, GDK_KEY_Right, 0));
  g_assert_cmpfloat_with_epsilon (from_s (fixture), 250 / 2.25 / 8, .001);
  g_assert_true (press_key (fixture, GDK_KEY_Left, 0));
  g_assert_cmpfloat (from_s (fixture), ==, 0);
  g_assert_true (press_key (fixture, GDK_KEY_End, 0));
  g_assert_cmpfloat_with_epsilon (from_s (fixture) + span_s (fixture), 250, .001);
  g_assert_true (press_key (fixture, GDK_KEY_KP_Subtract, 0));
  g_assert_cmpfloat_with_epsilon (span_s (fixture), 250 / 1.5, .001);
  g_assert_true (press_key (fixture, GDK_KEY_0, 0));
  g_assert_cmpfloat (span_s (fixture), ==, 250);
  g_assert_false (press_key (fixture, GDK_KEY_plus, GDK_MOD1_MASK));
  g_assert_cmpfloat (span_s (fixture), ==, 250);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  click (fixture, x_at (fixture, 40), bar_y (0));
  g_assert_cmpint (fixture->activated, ==, 1);
  g_assert_cmpint (selected (fixture), ==, 1);
  click (fixture, x_at (fixture, 80), DESK_TIMELINE_LANE + DESK_TIMELINE_MARK_Y);
  g_assert_cmpint (fixture->activated, ==, 0);
  click (fixture, x_at (fixture, 20), bar_y (3));
  g_assert_cmpint (fixture->activated, ==, 3);
  g_assert_cmpuint (fixture->n_activated, ==, 3);
  click (fixture, x_at (fixture, 75), bar_y (0));
  g_assert_cmpuint (fixture->n_activated, ==, 3);
}

/* Somebody who presses on a call and thinks better of it moves away before letting go. */
static void
test_click_taken_back (Fixture *fixture, gconstpointer data)
{
  const double x = x_at (fixture, 40);

  press_button (fixture, GDK_BUTTON_PRESS, x, bar_y (0));
  move_pointer (fixture, x, bar_y (0) + 60);
  press_button (fixture, GDK_BUTTON_RELEASE, x, bar_y (0) + 60);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  g_assert_cmpint (selected (fixture), ==, -1);
}

/* Pressed on a bar and moved: no click. 100 s take a quarter of the width when 100 are shown. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  double x, width;

  desk_timeline_canvas_zoom (DESK_TIMELINE_CANVAS (fixture->canvas), 2.5, 0);
  g_assert_cmpfloat (span_s (fixture), ==, 100);
  x = x_at (fixture, 40);
  width = x_at (fixture, 100) - x_at (fixture, 0);
  press_button (fixture, GDK_BUTTON_PRESS, x, bar_y (0));
  move_pointer (fixture, x - width / 8, bar_y (0));
  move_pointer (fixture, x - width / 4, bar_y (0));
  g_assert_cmpfloat_with_epsilon (from_s (fixture), 25, .3);
  press_button (fixture, GDK_BUTTON_RELEASE, x - width / 4, bar_y (0));
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  click (fixture, x_at (fixture, 40), bar_y (0));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
}

static const char *
description (Fixture *fixture)
{
  return atk_object_get_description (gtk_widget_get_accessible (fixture->canvas));
}

static void
test_keys_choose (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (strstr (description (fixture), "Page Down"));
  g_assert_false (press_key (fixture, GDK_KEY_Return, 0));
  g_assert_true (press_key (fixture, GDK_KEY_Page_Down, 0));
  g_assert_cmpint (selected (fixture), ==, 0);
  g_assert_true (press_key (fixture, GDK_KEY_n, 0));
  g_assert_cmpint (selected (fixture), ==, 1);
  g_assert_cmpstr (description (fixture), ==, "2. Nils Holm, 00:05 – 00:47. Enter shows the call.");
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  g_assert_true (press_key (fixture, GDK_KEY_Return, 0));
  g_assert_cmpint (fixture->activated, ==, 1);
  g_assert_true (press_key (fixture, GDK_KEY_p, 0));
  g_assert_true (press_key (fixture, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (selected (fixture), ==, 0);
  g_assert_true (press_key (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpint (selected (fixture), ==, -1);
  g_assert_false (press_key (fixture, GDK_KEY_Escape, 0));
  g_assert_true (press_key (fixture, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (selected (fixture), ==, 6);
  g_assert_true (press_key (fixture, GDK_KEY_Page_Down, 0));
  g_assert_cmpint (selected (fixture), ==, 6);
}

/* The choice begins with what is shown, and what is chosen is shown. */
static void
test_choice_is_brought_into_sight (Fixture *fixture, gconstpointer data)
{
  desk_timeline_canvas_zoom (DESK_TIMELINE_CANVAS (fixture->canvas), 10, 250000);
  g_assert_cmpfloat_with_epsilon (from_s (fixture), 225, .001);
  press_key (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpint (selected (fixture), ==, 5);
  press_key (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpint (selected (fixture), ==, 4);
  g_assert_cmpfloat (from_s (fixture), <, 100);
  g_assert_cmpfloat (from_s (fixture) + span_s (fixture), >, 100);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *canvas = find_named (fixture->view, "The shift as a timeline");

  g_assert_true (canvas == fixture->canvas);
  g_assert_true (gtk_widget_get_can_focus (canvas));
  g_assert_cmpint (atk_object_get_role (gtk_widget_get_accessible (canvas)), ==, ATK_ROLE_IMAGE);
  g_assert_nonnull (find_named (fixture->view, "Critical phrase"));
  g_assert_nonnull (find_named (fixture->view, "Recall"));
}

static gboolean
has_tip (Fixture *fixture, double x, double y)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean found = FALSE;

  g_signal_emit_by_name (fixture->canvas, "query-tooltip", (int) x, (int) y, FALSE, tooltip,
                         &found);
  return found;
}

static void
test_tips (Fixture *fixture, gconstpointer data)
{
  g_assert_true (has_tip (fixture, x_at (fixture, 40), bar_y (0)));
  g_assert_true (has_tip (fixture, x_at (fixture, 104) + 9, 2 * DESK_TIMELINE_LANE + 2));
  g_assert_true (has_tip (fixture, x_at (fixture, 250), bar_y (3)));
  g_assert_false (has_tip (fixture, x_at (fixture, 75), bar_y (0)));
  g_assert_false (has_tip (fixture, 20, bar_y (0)));
}

static cairo_surface_t *
picture_of (GtkWidget *widget)
{
  const int width = gtk_widget_get_allocated_width (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width,
                                                         gtk_widget_get_allocated_height (widget));
  cairo_t *cairo = cairo_create (surface);

  run_main_loop ();
  gtk_widget_draw (widget, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
pixel_differs (cairo_surface_t *a, cairo_surface_t *b, double x, double y)
{
  const int at = (int) y * cairo_image_surface_get_stride (a) + (int) x * 4;

  return memcmp (cairo_image_surface_get_data (a) + at, cairo_image_surface_get_data (b) + at, 4) !=
         0;
}

/* Around the bars of the call, and nowhere else. */
static void
test_chosen_call_is_outlined (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *before = picture_of (fixture->canvas);
  cairo_surface_t *after;

  desk_timeline_canvas_select (DESK_TIMELINE_CANVAS (fixture->canvas), 1);
  after = picture_of (fixture->canvas);
  g_assert_true (pixel_differs (before, after, x_at (fixture, 5) - 2, bar_y (0)));
  g_assert_true (pixel_differs (before, after, x_at (fixture, 47) + 1, bar_y (0)));
  g_assert_true (pixel_differs (before, after, x_at (fixture, 30), DESK_TIMELINE_BAR_Y - 2));
  g_assert_false (pixel_differs (before, after, x_at (fixture, 28), bar_y (0)));
  g_assert_false (pixel_differs (before, after, x_at (fixture, 30), bar_y (1)));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* The page of a shift of `n_calls`, in a window that is lower than it. */
static GtkWidget *
page_window_new (guint n_calls, guint n_lines)
{
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new_long (n_calls, n_lines, 3600000);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_container_add (GTK_CONTAINER (window), desk_summary_page_new (scorecard));
  gtk_widget_show (window);
  run_main_loop ();
  return window;
}

/* Calls are listed a hundred at a time; the one that is wanted unfolds, has the focus and is in
 * sight. */
static void
test_page_jumps_to_the_call (void)
{
  GtkWidget *window = page_window_new (250, 4);
  GtkWidget *page = gtk_bin_get_child (GTK_BIN (window));
  GtkWidget *calls, *row;
  g_autoptr (GList) hundreds = NULL;
  g_autoptr (GList) rows = NULL;
  int x, y;

  g_signal_emit_by_name (find (page, DESK_TYPE_TIMELINE_VIEW), "call-activated", 140u);
  run_main_loop ();
  calls = GTK_WIDGET (gtk_widget_get_template_child (page, DESK_TYPE_SUMMARY_PAGE, "calls"));
  hundreds = gtk_container_get_children (GTK_CONTAINER (calls));
  g_assert_cmpuint (g_list_length (hundreds), ==, 2);
  rows = gtk_container_get_children (GTK_CONTAINER (hundreds->next->data));
  g_assert_cmpuint (g_list_length (rows), ==, 100);
  row = g_list_nth_data (rows, 40);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (row)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  g_assert_true (gtk_widget_translate_coordinates (row, page, 0, 0, &x, &y));
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (y, <, 40);
  gtk_widget_destroy (window);
}

/* On twenty-four lines the last lanes lie below the window's edge until a call there is chosen. */
static void
test_page_shows_the_lane (void)
{
  GtkWidget *window = page_window_new (48, 24);
  GtkWidget *page = gtk_bin_get_child (GTK_BIN (window));
  GtkWidget *canvas = find (page, DESK_TYPE_TIMELINE_CANVAS);
  int x, y;

  g_assert_true (
      gtk_widget_translate_coordinates (canvas, page, 0, (int) (23 * DESK_TIMELINE_LANE), &x, &y));
  g_assert_cmpint (y, >, 700);
  desk_timeline_canvas_select (DESK_TIMELINE_CANVAS (canvas), 23);
  run_main_loop ();
  g_assert_true (
      gtk_widget_translate_coordinates (canvas, page, 0, (int) (23 * DESK_TIMELINE_LANE), &x, &y));
  g_assert_cmpint (y, >, 0);
  g_assert_cmpint (y, <, 700);
  gtk_widget_destroy (window);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/timeline-view/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("buttons", test_buttons);
  ADD ("wheel", test_wheel);
  ADD ("keys-zoom", test_keys_zoom_and_move);
  ADD ("click", test_click);
  ADD ("click-taken-back", test_click_taken_back);
  ADD ("drag", test_drag);
  ADD ("keys-choose", test_keys_choose);
  ADD ("into-sight", test_choice_is_brought_into_sight);
  ADD ("names", test_names);
  ADD ("tips", test_tips);
  ADD ("outline", test_chosen_call_is_outlined);
  g_test_add_func ("/timeline-view/page-jumps", test_page_jumps_to_the_call);
  g_test_add_func ("/timeline-view/page-shows-lane", test_page_shows_the_lane);
  return g_test_run ();
}
