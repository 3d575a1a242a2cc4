/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/timeline-view.h"

#include <glib/gi18n-lib.h>

#include "app/wording.h"
#include "report/words.h"

#define LANE 26   /* px, a line's height */
#define BAR 16    /* px, a full bar's height */
#define SAMPLE 28 /* px, of the legend's bars */
#define AXIS 22   /* px, for the times below */
#define LABEL 64  /* px, for the lines' names on the left */
#define END 24    /* px, so that the last time is not cut off */
#define TICK 90   /* px at least from one time on the axis to the next */

struct _DeskTimelineView {
  GtkDrawingArea parent_instance;

  DeskScorecard *scorecard; /* owned */
};

G_DEFINE_FINAL_TYPE (DeskTimelineView, desk_timeline_view, GTK_TYPE_DRAWING_AREA)

static const DeskLineState states[] = {
  DESK_LINE_RINGING,    DESK_LINE_CONNECTED,    DESK_LINE_HELD,
  DESK_LINE_CONSULTING, DESK_LINE_TRANSFERRING, DESK_LINE_RECALL,
};

/* Named colours of pages.css; without it, that of the text. */
static const char *
colour_name (DeskLineState state)
{
  switch (state) {
  case DESK_LINE_IDLE: return "desk_line_idle";
  case DESK_LINE_RINGING: return "desk_line_ringing";
  case DESK_LINE_CONNECTED: return "desk_line_connected";
  case DESK_LINE_HELD: return "desk_line_held";
  case DESK_LINE_CONSULTING: return "desk_line_consulting";
  case DESK_LINE_TRANSFERRING: return "desk_line_transferring";
  case DESK_LINE_RECALL: return "desk_line_recall";
  }
  g_return_val_if_reached ("");
}

static void
set_colour (GtkWidget *widget, cairo_t *cr, const char *name, double alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, gtk_style_context_get_state (context), &colour);
  colour.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_hatched (cairo_t *cr, double width, double height, double slope)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip_preserve (cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.5);
  for (double x = -height; x < width + height; x += 5) {
    cairo_move_to (cr, x, slope > 0 ? height : 0);
    cairo_line_to (cr, x + height, slope > 0 ? 0 : height);
  }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_arrow (cairo_t *cr, double width, double height)
{
  double tip = MIN (width, height / 2);

  cairo_move_to (cr, 0, height * .2);
  cairo_line_to (cr, width - tip, height * .2);
  cairo_line_to (cr, width - tip, 0);
  cairo_line_to (cr, width, height / 2);
  cairo_line_to (cr, width - tip, height);
  cairo_line_to (cr, width - tip, height * .8);
  cairo_line_to (cr, 0, height * .8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The bar of `state` at the origin, in the colour that is set. */
static void
draw_bar (cairo_t *cr, DeskLineState state, double width, double height)
{
  switch (state) {
  case DESK_LINE_IDLE: break;
  case DESK_LINE_RINGING: draw_hatched (cr, width, height, 1); break;
  case DESK_LINE_CONNECTED:
    cairo_rectangle (cr, 0, 0, width, height);
    cairo_fill (cr);
    break;
  case DESK_LINE_HELD:
    cairo_rectangle (cr, 0, height * .65, width, height * .35);
    cairo_fill (cr);
    break;
  case DESK_LINE_CONSULTING:
    cairo_rectangle (cr, 0, 0, width, height * .38);
    cairo_rectangle (cr, 0, height * .62, width, height * .38);
    cairo_fill (cr);
    break;
  case DESK_LINE_TRANSFERRING: draw_arrow (cr, width, height); break;
  case DESK_LINE_RECALL: draw_hatched (cr, width, height, -1); break;
  }
}

/* Geometry. */

static guint
n_lanes (DeskTimelineView *self)
{
  return self->scorecard->scenario->n_lines;
}

static double
x_of (DeskTimelineView *self, gint64 t_ms)
{
  double width = gtk_widget_get_allocated_width (GTK_WIDGET (self)) - LABEL - END;

  return LABEL + width * (double) t_ms / (double) MAX (self->scorecard->shift->end_ms, 1);
}

static double
y_of (guint line)
{
  return (line - 1) * LANE + (LANE - BAR) / 2.0;
}

/* Drawing. */

static void
draw_text (DeskTimelineView *self, cairo_t *cr, const char *text, double x, double y, double align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x - align * width, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_lanes (DeskTimelineView *self, cairo_t *cr)
{
  double right = gtk_widget_get_allocated_width (GTK_WIDGET (self)) - END;

  for (guint line = 1; line <= n_lanes (self); line++) {
    g_autofree char *name = g_strdup_printf (_ ("Line %u"), line);

    set_colour (GTK_WIDGET (self), cr, "desk_rule", 1);
    cairo_rectangle (cr, LABEL, line * LANE - .5, right - LABEL, 1);
    cairo_fill (cr);
    set_colour (GTK_WIDGET (self), cr, "theme_fg_color", .75);
    draw_text (self, cr, name, 0, (line - .5) * LANE, 0);
  }
}

/* The shortest round step that keeps the times on the axis apart. */
static gint64
axis_step_ms (DeskTimelineView *self)
{
  static const gint64 steps_s[] = { 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600 };

  for (guint i = 0; i < G_N_ELEMENTS (steps_s); i++)
    if (x_of (self, steps_s[i] * 1000) - LABEL >= TICK)
      return steps_s[i] * 1000;
  return MAX (self->scorecard->shift->end_ms, 1);
}

static void
draw_axis (DeskTimelineView *self, cairo_t *cr)
{
  gint64 step_ms = axis_step_ms (self);
  double bottom = n_lanes (self) * LANE;

  for (gint64 t_ms = 0; t_ms <= self->scorecard->shift->end_ms; t_ms += step_ms) {
    g_autofree char *clock = desk_wording_clock (t_ms);

    set_colour (GTK_WIDGET (self), cr, "desk_rule", 1);
    cairo_rectangle (cr, x_of (self, t_ms), 0, 1, bottom + 4);
    cairo_fill (cr);
    set_colour (GTK_WIDGET (self), cr, "theme_fg_color", .75);
    draw_text (self, cr, clock, x_of (self, t_ms), bottom + 4 + (AXIS - 4) / 2.0, .5);
  }
}

static void
draw_stretch (DeskTimelineView *self, cairo_t *cr, const DeskStretch *stretch)
{
  double from = x_of (self, stretch->from_ms);
  double width = MAX (x_of (self, stretch->to_ms) - from, 2);

  cairo_save (cr);
  cairo_translate (cr, from, y_of (stretch->line));
  set_colour (GTK_WIDGET (self), cr, colour_name (stretch->state), 1);
  draw_bar (cr, stretch->state, width, BAR);
  cairo_restore (cr);
}

static gboolean
gave_up (const DeskCallView *call)
{
  return call->end == DESK_END_ABANDONED_RINGING || call->end == DESK_END_ABANDONED_HOLD ||
         call->end == DESK_END_ABANDONED_SILENCE;
}

static void
draw_cross (GtkWidget *widget, cairo_t *cr, double x, double y)
{
  set_colour (widget, cr, "desk_wrong", 1);
  cairo_set_line_width (cr, 2.5);
  cairo_move_to (cr, x - 5, y - 5);
  cairo_line_to (cr, x + 5, y + 5);
  cairo_move_to (cr, x - 5, y + 5);
  cairo_line_to (cr, x + 5, y - 5);
  cairo_stroke (cr);
}

/* A caller who gave up is crossed out where they left. */
static void
draw_end (DeskTimelineView *self, cairo_t *cr, const DeskCallView *call)
{
  const DeskStretch *last;

  if (call->stretches->len == 0 || !gave_up (call))
    return;
  last = &g_array_index (call->stretches, DeskStretch, call->stretches->len - 1);
  draw_cross (GTK_WIDGET (self), cr, x_of (self, last->to_ms), y_of (last->line) + BAR / 2.0);
}

static gboolean
desk_timeline_view_draw (GtkWidget *widget, cairo_t *cr)
{
  DeskTimelineView *self = DESK_TIMELINE_VIEW (widget);
  const DeskShiftView *shift = self->scorecard->shift;

  draw_axis (self, cr);
  draw_lanes (self, cr);
  for (guint i = 0; i < shift->n_calls; i++) {
    GArray *stretches = shift->calls[i].stretches;

    for (guint j = 0; j < stretches->len; j++)
      draw_stretch (self, cr, &g_array_index (stretches, DeskStretch, j));
    draw_end (self, cr, &shift->calls[i]);
  }
  return GDK_EVENT_PROPAGATE;
}

/* What is under the pointer. */

static gboolean
is_under (DeskTimelineView *self, const DeskStretch *stretch, int x, int y)
{
  return x >= x_of (self, stretch->from_ms) - 1 && x <= x_of (self, stretch->to_ms) + 1 &&
         y >= (int) (stretch->line - 1) * LANE && y < (int) stretch->line * LANE;
}

static char *
describe (const DeskCallView *call, const DeskStretch *stretch)
{
  g_autofree char *written = desk_words_caller (call->call);
  g_autofree char *caller = desk_words_tame (written);
  g_autofree char *from = desk_wording_clock (stretch->from_ms);
  g_autofree char *to = desk_wording_clock (stretch->to_ms);

  return g_strdup_printf ("%s\n%s, %s – %s", caller, desk_words_line_state (stretch->state), from,
                          to);
}

static gboolean
desk_timeline_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  DeskTimelineView *self = DESK_TIMELINE_VIEW (widget);
  const DeskShiftView *shift = self->scorecard->shift;

  for (guint i = 0; i < shift->n_calls; i++) {
    GArray *stretches = shift->calls[i].stretches;

    for (guint j = 0; j < stretches->len; j++) {
      const DeskStretch *stretch = &g_array_index (stretches, DeskStretch, j);

      if (is_under (self, stretch, x, y)) {
        g_autofree char *words = describe (&shift->calls[i], stretch);

        gtk_tooltip_set_text (tooltip, words);
        return TRUE;
      }
    }
  }
  return FALSE;
}

static void
desk_timeline_view_finalize (GObject *object)
{
  DeskTimelineView *self = DESK_TIMELINE_VIEW (object);

  g_clear_pointer (&self->scorecard, desk_scorecard_unref);
  G_OBJECT_CLASS (desk_timeline_view_parent_class)->finalize (object);
}

static void
desk_timeline_view_class_init (DeskTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_timeline_view_finalize;
  widget_class->draw = desk_timeline_view_draw;
  widget_class->query_tooltip = desk_timeline_view_query_tooltip;
}

static void
desk_timeline_view_init (DeskTimelineView *self)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  atk_object_set_role (accessible, ATK_ROLE_IMAGE);
  atk_object_set_name (accessible, _ ("The shift as a timeline"));
  atk_object_set_description (accessible, _ ("The same times stand in words under each call."));
}

GtkWidget *
desk_timeline_view_new (DeskScorecard *scorecard)
{
  DeskTimelineView *self = g_object_new (DESK_TYPE_TIMELINE_VIEW, "visible", TRUE, NULL);

  self->scorecard = desk_scorecard_ref (scorecard);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, (int) n_lanes (self) * LANE + AXIS);
  return GTK_WIDGET (self);
}

static gboolean
on_sample_draw (GtkWidget *sample, cairo_t *cr, gpointer data)
{
  DeskLineState state = GPOINTER_TO_UINT (data);

  cairo_translate (cr, 0, 1);
  set_colour (sample, cr, colour_name (state), 1);
  draw_bar (cr, state, SAMPLE, BAR - 2);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_cross_draw (GtkWidget *sample, cairo_t *cr, gpointer data)
{
  draw_cross (sample, cr, SAMPLE / 2.0, BAR / 2.0);
  return GDK_EVENT_PROPAGATE;
}

static void
add_sample (GtkWidget *legend, const char *name, GCallback draw, gpointer data)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = gtk_drawing_area_new ();

  gtk_widget_set_size_request (sample, SAMPLE, BAR);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  g_signal_connect (sample, "draw", draw, data);
  gtk_container_add (GTK_CONTAINER (item), sample);
  gtk_container_add (GTK_CONTAINER (item), gtk_label_new (name));
  gtk_container_add (GTK_CONTAINER (legend), item);
}

GtkWidget *
desk_timeline_legend_new (void)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    add_sample (legend, desk_words_line_state (states[i]), G_CALLBACK (on_sample_draw),
                GUINT_TO_POINTER (states[i]));
  add_sample (legend, _ ("Gave up"), G_CALLBACK (on_cross_draw), NULL);
  gtk_widget_show_all (legend);
  return legend;
}
