/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/lamp.h"

#include "app/text-scale.h"
#include "engine/state.h"
#include "report/words.h"

/* Shapes are drawn in a square of 2 by 2 around the middle, so that one scale fits any size. */

#define SIZE 20 /* px at the usual size of the text */

struct _DeskLamp {
  GtkDrawingArea parent_instance;

  DeskLineState state;
  gboolean lit;
};

G_DEFINE_FINAL_TYPE (DeskLamp, desk_lamp, GTK_TYPE_DRAWING_AREA)

enum {
  PROP_STATE = 1,
  PROP_LIT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

typedef struct {
  double x;
  double y;
} Point;

static void
trace (cairo_t *cr, const Point *points, guint n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

static void
trace_disc (cairo_t *cr, double x, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, 0, radius, 0, 2 * G_PI);
}

/* An arrow to the right; `direction` -1: to the left. */
static void
trace_arrow (cairo_t *cr, double direction)
{
  static const Point arrow[] = { { -.85, -.28 }, { .1, -.28 }, { .1, -.75 }, { .9, 0 },
                                 { .1, .75 },    { .1, .28 },  { -.85, .28 } };

  cairo_scale (cr, direction, 1);
  trace (cr, arrow, G_N_ELEMENTS (arrow));
}

static void
trace_shape (cairo_t *cr, DeskLineState state)
{
  static const Point bell[] = { { 0, -.9 }, { .85, .7 }, { -.85, .7 } };

  switch (state) {
  case DESK_LINE_IDLE: trace_disc (cr, 0, .55); break;
  case DESK_LINE_RINGING: trace (cr, bell, G_N_ELEMENTS (bell)); break;
  case DESK_LINE_CONNECTED: trace_disc (cr, 0, .8); break;
  case DESK_LINE_HELD:
    cairo_rectangle (cr, -.65, -.75, .45, 1.5);
    cairo_rectangle (cr, .2, -.75, .45, 1.5);
    break;
  case DESK_LINE_CONSULTING:
    trace_disc (cr, -.48, .42);
    trace_disc (cr, .48, .42);
    break;
  case DESK_LINE_TRANSFERRING: trace_arrow (cr, 1); break;
  case DESK_LINE_RECALL: trace_arrow (cr, -1); break;
  }
}

static gboolean
desk_lamp_draw (GtkWidget *widget, cairo_t *cr)
{
  DeskLamp *self = DESK_LAMP (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double half =
      MIN (gtk_widget_get_allocated_width (widget), gtk_widget_get_allocated_height (widget)) / 2.0;
  GdkRGBA colour;

  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (cr, gtk_widget_get_allocated_width (widget) / 2.0,
                   gtk_widget_get_allocated_height (widget) / 2.0);
  cairo_scale (cr, half, half);
  cairo_set_line_width (cr, 1.5 / half);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_shape (cr, self->state);
  if (self->lit && self->state != DESK_LINE_IDLE)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  return GDK_EVENT_PROPAGATE;
}

static void
desk_lamp_style_updated (GtkWidget *widget)
{
  int size = (int) (SIZE * MAX (desk_text_scale (widget), 1));

  GTK_WIDGET_CLASS (desk_lamp_parent_class)->style_updated (widget);
  gtk_widget_set_size_request (widget, size, size);
}

static void
desk_lamp_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskLamp *self = DESK_LAMP (object);

  switch (id) {
  case PROP_STATE: g_value_set_uint (value, self->state); break;
  case PROP_LIT: g_value_set_boolean (value, self->lit); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
tell_state (DeskLamp *self)
{
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)),
                       desk_words_line_state (self->state));
}

static void
set_state (DeskLamp *self, DeskLineState state)
{
  if (self->state == state)
    return;
  self->state = state;
  tell_state (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_lit (DeskLamp *self, gboolean lit)
{
  if (self->lit == lit)
    return;
  self->lit = lit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
desk_lamp_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  DeskLamp *self = DESK_LAMP (object);

  switch (id) {
  case PROP_STATE: set_state (self, g_value_get_uint (value)); break;
  case PROP_LIT: set_lit (self, g_value_get_boolean (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_lamp_class_init (DeskLampClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_lamp_get_property;
  object_class->set_property = desk_lamp_set_property;
  GTK_WIDGET_CLASS (klass)->draw = desk_lamp_draw;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ATK_ROLE_IMAGE);
  GTK_WIDGET_CLASS (klass)->style_updated = desk_lamp_style_updated;
  props[PROP_STATE] =
      g_param_spec_uint ("state", NULL, NULL, 0, DESK_N_LINE_STATES - 1, DESK_LINE_IDLE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LIT] =
      g_param_spec_boolean ("lit", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_lamp_init (DeskLamp *self)
{
  self->lit = TRUE;
  tell_state (self);
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-lamp");
}
