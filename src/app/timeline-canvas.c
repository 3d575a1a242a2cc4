/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/timeline-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/announce.h"
#include "app/text-scale.h"
#include "app/timeline-palette.h"
#include "report/timeline-words.h"
#include "report/words.h"

#define CLOSEST_MS 5000
#define WHEEL_STEP 1.25
#define DRAG_START 6 /* px a press may move and still be a click */
#define PAN_STEPS 8  /* key presses for as much as is shown */

struct _DeskTimelineCanvas {
  GtkDrawingArea parent_instance;

  const DeskTimeline *timeline; /* borrowed */
  GtkAdjustment *adjustment;    /* owned */
  GtkGesture *drag;             /* owned */
  GtkGesture *pinch;            /* owned */
  int selected;                 /* call, or -1 */
  double drag_from;             /* the adjustment's value when the button was pressed */
  gboolean panning;
  double pinch_span; /* the adjustment's page-size when two fingers came down */
};

G_DEFINE_FINAL_TYPE (DeskTimelineCanvas, desk_timeline_canvas, GTK_TYPE_DRAWING_AREA)

enum {
  CALL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum {
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* Where things are. */

static void
read_frame (DeskTimelineCanvas *self, DeskTimelineFrame *frame)
{
  const double value = gtk_adjustment_get_value (self->adjustment);

  frame->width =
      gtk_widget_get_allocated_width (GTK_WIDGET (self)) / desk_text_scale (GTK_WIDGET (self));
  frame->from_ms = llround (value);
  frame->to_ms = llround (value + gtk_adjustment_get_page_size (self->adjustment));
}

static gboolean
find_at (DeskTimelineCanvas *self, double x, double y, DeskTimelineHit *hit)
{
  const double scale = desk_text_scale (GTK_WIDGET (self));
  DeskTimelineFrame frame;

  read_frame (self, &frame);
  return desk_timeline_hit (self->timeline, &frame, x / scale, y / scale, hit);
}

static gint64
time_at (DeskTimelineCanvas *self, double x)
{
  DeskTimelineFrame frame;

  read_frame (self, &frame);
  return CLAMP (desk_timeline_t (&frame, x / desk_text_scale (GTK_WIDGET (self))), frame.from_ms,
                frame.to_ms);
}

/* Zooming and moving. */

GtkAdjustment *
desk_timeline_canvas_get_adjustment (DeskTimelineCanvas *self)
{
  return self->adjustment;
}

gint64
desk_timeline_canvas_get_closest_ms (DeskTimelineCanvas *self)
{
  return MIN (CLOSEST_MS, self->timeline->end_ms);
}

static void
show_span (DeskTimelineCanvas *self, double from, double span)
{
  const double end = (double) self->timeline->end_ms;

  span = CLAMP (span, (double) desk_timeline_canvas_get_closest_ms (self), end);
  gtk_adjustment_configure (self->adjustment, CLAMP (from, 0, end - span), 0, end, span / PAN_STEPS,
                            span * .9, span);
}

void
desk_timeline_canvas_zoom (DeskTimelineCanvas *self, double factor, gint64 anchor_ms)
{
  const double from = gtk_adjustment_get_value (self->adjustment);
  const double span = gtk_adjustment_get_page_size (self->adjustment);
  const double next = CLAMP (span / factor, (double) desk_timeline_canvas_get_closest_ms (self),
                             (double) self->timeline->end_ms);

  show_span (self, (double) anchor_ms - ((double) anchor_ms - from) * next / span, next);
}

/* The chosen call's beginning is the middle of interest, if it can be seen. */
void
desk_timeline_canvas_zoom_middle (DeskTimelineCanvas *self, double factor)
{
  DeskTimelineFrame frame;
  gint64 anchor_ms, to_ms;

  read_frame (self, &frame);
  if (self->selected >= 0)
    desk_timeline_call_span (self->timeline, (guint) self->selected, &anchor_ms, &to_ms);
  if (self->selected < 0 || anchor_ms < frame.from_ms || anchor_ms > frame.to_ms)
    anchor_ms = (frame.from_ms + frame.to_ms) / 2;
  desk_timeline_canvas_zoom (self, factor, anchor_ms);
}

void
desk_timeline_canvas_show_whole (DeskTimelineCanvas *self)
{
  show_span (self, 0, (double) self->timeline->end_ms);
}

static gboolean
is_whole (DeskTimelineCanvas *self)
{
  return gtk_adjustment_get_page_size (self->adjustment) >= (double) self->timeline->end_ms;
}

/* FALSE where there is nothing to move, for the key or wheel to mean something to the page. */
static gboolean
pan (DeskTimelineCanvas *self, double steps)
{
  if (is_whole (self))
    return FALSE;
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment) +
                                steps * gtk_adjustment_get_step_increment (self->adjustment));
  return TRUE;
}

/* The chosen call. */

static char *
selected_words (DeskTimelineCanvas *self)
{
  gint64 from_ms, to_ms;
  g_autofree char *call = desk_timeline_call_words (self->timeline, (guint) self->selected);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  desk_timeline_call_span (self->timeline, (guint) self->selected, &from_ms, &to_ms);
  from = desk_words_clock (from_ms);
  to = desk_words_clock (to_ms);
  return g_strdup_printf (_ ("%s, %s – %s. Enter shows the call."), call, from, to);
}

static void
describe (DeskTimelineCanvas *self)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));
  g_autofree char *words = NULL;

  if (self->selected < 0) {
    atk_object_set_description (accessible,
                                _ ("Page Down and Page Up choose a call, Enter shows it. Plus, "
                                   "minus and 0 zoom, arrow keys move. The same times stand in "
                                   "words under each call."));
    return;
  }
  words = selected_words (self);
  atk_object_set_description (accessible, words);
  desk_announce (GTK_WIDGET (self), words);
}

static void
bring_into_frame (DeskTimelineCanvas *self)
{
  const double value = gtk_adjustment_get_value (self->adjustment);
  const double span = gtk_adjustment_get_page_size (self->adjustment);
  gint64 from_ms, to_ms;

  desk_timeline_call_span (self->timeline, (guint) self->selected, &from_ms, &to_ms);
  if ((double) from_ms >= value && (double) to_ms <= value + span)
    return;
  show_span (self, (double) from_ms - MAX (span - (double) (to_ms - from_ms), span / 5) / 2, span);
}

/* The lane too, where the page is too short for all of them. */
static void
bring_onto_page (DeskTimelineCanvas *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  const double scale = desk_text_scale (GTK_WIDGET (self));
  DeskTimelineFrame frame;
  double left, right;
  int x, y;

  if (viewport == NULL)
    return;
  read_frame (self, &frame);
  for (guint lane = 0; lane < self->timeline->n_lanes; lane++) {
    GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));

    if (!desk_timeline_extent (self->timeline, &frame, lane, (guint) self->selected, &left, &right))
      continue;
    if (gtk_widget_translate_coordinates (GTK_WIDGET (self), gtk_bin_get_child (GTK_BIN (viewport)),
                                          0, (int) (lane * DESK_TIMELINE_LANE * scale), &x, &y))
      gtk_adjustment_clamp_page (vertical, y, y + DESK_TIMELINE_LANE * scale);
    return;
  }
}

void
desk_timeline_canvas_select (DeskTimelineCanvas *self, int call)
{
  g_return_if_fail (call < (int) self->timeline->scorecard->n_calls);

  if (call == self->selected)
    return;
  self->selected = call;
  if (call >= 0) {
    bring_into_frame (self);
    bring_onto_page (self);
  }
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

int
desk_timeline_canvas_get_selected (DeskTimelineCanvas *self)
{
  return self->selected;
}

static gboolean
is_in_frame (DeskTimelineCanvas *self, guint call)
{
  DeskTimelineFrame frame;
  gint64 from_ms, to_ms;

  read_frame (self, &frame);
  desk_timeline_call_span (self->timeline, call, &from_ms, &to_ms);
  return from_ms <= frame.to_ms && to_ms >= frame.from_ms;
}

/* Starts with what is visible. */
static void
select_step (DeskTimelineCanvas *self, int step)
{
  const int n_calls = (int) self->timeline->scorecard->n_calls;
  int call = self->selected >= 0 ? self->selected + step : step > 0 ? 0 : n_calls - 1;

  if (self->selected < 0) {
    while (call >= 0 && call < n_calls && !is_in_frame (self, (guint) call))
      call += step;
  }
  if (call >= 0 && call < n_calls)
    desk_timeline_canvas_select (self, call);
}

static void
activate (DeskTimelineCanvas *self, guint call)
{
  desk_timeline_canvas_select (self, (int) call);
  g_signal_emit (self, signals[CALL_ACTIVATED], 0, call);
}

/* The keyboard. */

static gboolean
activate_selected (DeskTimelineCanvas *self)
{
  if (self->selected < 0)
    return FALSE;
  activate (self, (guint) self->selected);
  return TRUE;
}

static gboolean
deselect (DeskTimelineCanvas *self)
{
  if (self->selected < 0)
    return FALSE;
  desk_timeline_canvas_select (self, -1);
  return TRUE;
}

static gboolean
zoom_by_key (DeskTimelineCanvas *self, guint key)
{
  switch (key) {
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    desk_timeline_canvas_zoom_middle (self, DESK_TIMELINE_ZOOM_STEP);
    return TRUE;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    desk_timeline_canvas_zoom_middle (self, 1 / DESK_TIMELINE_ZOOM_STEP);
    return TRUE;
  case GDK_KEY_0:
  case GDK_KEY_KP_0: desk_timeline_canvas_show_whole (self); return TRUE;
  default: return FALSE;
  }
}

static gboolean
move_by_key (DeskTimelineCanvas *self, guint key)
{
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left: return pan (self, -1);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right: return pan (self, 1);
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home: return pan (self, -G_MAXINT);
  case GDK_KEY_End:
  case GDK_KEY_KP_End: return pan (self, G_MAXINT);
  default: return FALSE;
  }
}

static gboolean
choose_by_key (DeskTimelineCanvas *self, guint key)
{
  switch (key) {
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
  case GDK_KEY_n: select_step (self, 1); return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
  case GDK_KEY_p: select_step (self, -1); return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_space: return activate_selected (self);
  case GDK_KEY_Escape: return deselect (self);
  default: return FALSE;
  }
}

static gboolean
desk_timeline_canvas_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (widget);
  const guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  const guint besides_shift = modifiers & ~(guint) GDK_SHIFT_MASK;

  if ((besides_shift == 0 || besides_shift == GDK_CONTROL_MASK) &&
      zoom_by_key (self, event->keyval))
    return GDK_EVENT_STOP;
  if (modifiers == 0 && (move_by_key (self, event->keyval) || choose_by_key (self, event->keyval)))
    return GDK_EVENT_STOP;
  return GTK_WIDGET_CLASS (desk_timeline_canvas_parent_class)->key_press_event (widget, event);
}

/* The pointer. */

/* Up is -1, as a touchpad tells it. */
static void
read_wheel (const GdkEventScroll *event, double *dx, double *dy)
{
  *dx = *dy = 0;
  switch (event->direction) {
  case GDK_SCROLL_UP: *dy = -1; break;
  case GDK_SCROLL_DOWN: *dy = 1; break;
  case GDK_SCROLL_LEFT: *dx = -1; break;
  case GDK_SCROLL_RIGHT: *dx = 1; break;
  case GDK_SCROLL_SMOOTH:
    *dx = event->delta_x;
    *dy = event->delta_y;
    break;
  }
}

/* A plain wheel belongs to the page. */
static gboolean
desk_timeline_canvas_scroll_event (GtkWidget *widget, GdkEventScroll *event)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (widget);
  double dx, dy;

  read_wheel (event, &dx, &dy);
  if (event->state & GDK_CONTROL_MASK) {
    desk_timeline_canvas_zoom (self, pow (WHEEL_STEP, -dy), time_at (self, event->x));
    return GDK_EVENT_STOP;
  }
  if (event->state & GDK_SHIFT_MASK)
    return pan (self, fabs (dx) > fabs (dy) ? dx : dy);
  return fabs (dx) > fabs (dy) && pan (self, dx);
}

static void
set_cursor (DeskTimelineCanvas *self, const char *name)
{
  GdkWindow *window = gtk_widget_get_window (GTK_WIDGET (self));
  g_autoptr (GdkCursor) cursor = NULL;

  if (window == NULL)
    return;
  if (name != NULL)
    cursor = gdk_cursor_new_from_name (gdk_window_get_display (window), name);
  gdk_window_set_cursor (window, cursor);
}

static gboolean
desk_timeline_canvas_motion_notify_event (GtkWidget *widget, GdkEventMotion *event)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (widget);
  DeskTimelineHit hit;

  if (!self->panning)
    set_cursor (self, find_at (self, event->x, event->y, &hit) ? "pointer" : NULL);
  return GTK_WIDGET_CLASS (desk_timeline_canvas_parent_class)->motion_notify_event (widget, event);
}

static void
on_drag_begin (DeskTimelineCanvas *self, double x, double y)
{
  self->drag_from = gtk_adjustment_get_value (self->adjustment);
  self->panning = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_drag_update (DeskTimelineCanvas *self, double dx, double dy)
{
  DeskTimelineFrame frame;
  double ms_per_px;

  if (!self->panning && (is_whole (self) || fabs (dx) < DRAG_START || fabs (dx) < fabs (dy)))
    return;
  if (!self->panning) {
    self->panning = TRUE;
    gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
    set_cursor (self, "grabbing");
  }
  read_frame (self, &frame);
  ms_per_px = (double) (desk_timeline_t (&frame, DESK_TIMELINE_LABEL + 1000) -
                        desk_timeline_t (&frame, DESK_TIMELINE_LABEL)) /
              1000 / desk_text_scale (GTK_WIDGET (self));
  gtk_adjustment_set_value (self->adjustment, self->drag_from - dx * ms_per_px);
}

/* A press that did not move is a click. */
static void
on_drag_end (DeskTimelineCanvas *self, double dx, double dy)
{
  DeskTimelineHit hit;
  double x, y;

  set_cursor (self, NULL);
  if (self->panning || fabs (dx) >= DRAG_START || fabs (dy) >= DRAG_START) {
    self->panning = FALSE;
    return;
  }
  if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y) &&
      find_at (self, x, y, &hit))
    activate (self, hit.call);
}

static void
on_pinch_begin (DeskTimelineCanvas *self)
{
  self->pinch_span = gtk_adjustment_get_page_size (self->adjustment);
}

static void
on_pinch (DeskTimelineCanvas *self, double scale)
{
  double x, y;

  if (scale > 0 && gtk_gesture_get_bounding_box_center (self->pinch, &x, &y))
    desk_timeline_canvas_zoom (
        self, scale * gtk_adjustment_get_page_size (self->adjustment) / self->pinch_span,
        time_at (self, x));
}

static gboolean
desk_timeline_canvas_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (widget);
  g_autofree char *words = NULL;
  DeskTimelineHit hit;

  if (by_keyboard && self->selected >= 0)
    words = selected_words (self);
  else if (!by_keyboard && !self->panning && find_at (self, x, y, &hit))
    words = hit.bar != NULL ? desk_timeline_bar_words (self->timeline, hit.bar)
                            : desk_timeline_cluster_words (self->timeline, &hit.cluster);
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* Drawing. */

static void
draw_selected (DeskTimelineCanvas *self, cairo_t *cairo, const DeskTimelineFrame *frame)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, "desk_chosen", &colour))
    gtk_style_context_get_color (context, gtk_style_context_get_state (context), &colour);
  gdk_cairo_set_source_rgba (cairo, &colour);
  cairo_set_line_width (cairo, 2.5);
  desk_timeline_draw_outline (self->timeline, cairo, frame, (guint) self->selected);
}

static void
draw_focus (GtkWidget *widget, cairo_t *cairo)
{
  if (gtk_widget_has_visible_focus (widget))
    gtk_render_focus (gtk_widget_get_style_context (widget), cairo, 0, 0,
                      gtk_widget_get_allocated_width (widget),
                      gtk_widget_get_allocated_height (widget));
}

static gboolean
desk_timeline_canvas_draw (GtkWidget *widget, cairo_t *cairo)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (widget);
  const double scale = desk_text_scale (widget);
  DeskTimelinePalette palette;
  DeskTimelineFrame frame;

  read_frame (self, &frame);
  desk_timeline_palette_read (widget, &palette);
  cairo_save (cairo);
  cairo_scale (cairo, scale, scale);
  desk_timeline_draw (self->timeline, cairo, frame.width, frame.from_ms, frame.to_ms, &palette);
  if (self->selected >= 0)
    draw_selected (self, cairo, &frame);
  cairo_restore (cairo);
  draw_focus (widget, cairo);
  return GDK_EVENT_PROPAGATE;
}

static void
desk_timeline_canvas_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (widget);

  *minimum = *natural =
      (int) ceil (desk_timeline_height (self->timeline) * desk_text_scale (widget));
}

static void
desk_timeline_canvas_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = (int) (3 * DESK_TIMELINE_LABEL * desk_text_scale (widget));
  *natural = 2 * *minimum;
}

static void
desk_timeline_canvas_style_updated (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_timeline_canvas_parent_class)->style_updated (widget);
  gtk_widget_queue_resize (widget);
}

/* Life. */

static void
desk_timeline_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    g_value_set_int (value, DESK_TIMELINE_CANVAS (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_timeline_canvas_dispose (GObject *object)
{
  DeskTimelineCanvas *self = DESK_TIMELINE_CANVAS (object);

  g_clear_object (&self->drag);
  g_clear_object (&self->pinch);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (desk_timeline_canvas_parent_class)->dispose (object);
}

static void
desk_timeline_canvas_class_init (DeskTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_timeline_canvas_get_property;
  object_class->dispose = desk_timeline_canvas_dispose;
  widget_class->draw = desk_timeline_canvas_draw;
  widget_class->get_preferred_width = desk_timeline_canvas_get_preferred_width;
  widget_class->get_preferred_height = desk_timeline_canvas_get_preferred_height;
  widget_class->style_updated = desk_timeline_canvas_style_updated;
  widget_class->query_tooltip = desk_timeline_canvas_query_tooltip;
  widget_class->key_press_event = desk_timeline_canvas_key_press_event;
  widget_class->scroll_event = desk_timeline_canvas_scroll_event;
  widget_class->motion_notify_event = desk_timeline_canvas_motion_notify_event;
  props[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CALL_ACTIVATED] =
      g_signal_new ("call-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_gestures (DeskTimelineCanvas *self)
{
  self->drag = gtk_gesture_drag_new (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  self->pinch = gtk_gesture_zoom_new (GTK_WIDGET (self));
  g_signal_connect_swapped (self->pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (self->pinch, "scale-changed", G_CALLBACK (on_pinch), self);
}

static void
desk_timeline_canvas_init (DeskTimelineCanvas *self)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));

  self->selected = -1;
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_can_focus (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_events (GTK_WIDGET (self), GDK_BUTTON_PRESS_MASK | GDK_BUTTON_RELEASE_MASK |
                                                GDK_POINTER_MOTION_MASK | GDK_SCROLL_MASK |
                                                GDK_SMOOTH_SCROLL_MASK | GDK_TOUCH_MASK);
  add_gestures (self);
  atk_object_set_role (accessible, ATK_ROLE_IMAGE);
  atk_object_set_name (accessible, _ ("The shift as a timeline"));
  describe (self);
}

GtkWidget *
desk_timeline_canvas_new (const DeskTimeline *timeline)
{
  DeskTimelineCanvas *self = g_object_new (DESK_TYPE_TIMELINE_CANVAS, "visible", TRUE, NULL);

  self->timeline = timeline;
  desk_timeline_canvas_show_whole (self);
  return GTK_WIDGET (self);
}
