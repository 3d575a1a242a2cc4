/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/clock.h"

#include "app/clock-accessible.h"

struct _DeskClock {
  GtkWidget parent_instance;

  char *text;          /* owned */
  PangoLayout *layout; /* owned; of the text; NULL until it is wanted */
  GtkRequisition room; /* width -1: not measured yet */
  int baseline;        /* px from its top */
};

G_DEFINE_FINAL_TYPE (DeskClock, desk_clock, GTK_TYPE_WIDGET)

enum {
  PROP_LABEL = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* Figures are as wide as each other whatever the style says, if the font has such. */
static PangoLayout *
layout_new (DeskClock *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* (transfer full) */
static char *
zeros_for (const char *text)
{
  char *zeros = g_strdup (text);

  for (char *at = zeros; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      *at = '0';
  return zeros;
}

static gboolean
takes_same_room (const char *one, const char *other)
{
  g_autofree char *of_one = zeros_for (one);
  g_autofree char *of_other = zeros_for (other);

  return g_str_equal (of_one, of_other);
}

/* The text as it is drawn. */
static PangoLayout *
get_layout (DeskClock *self)
{
  if (self->layout == NULL)
    self->layout = layout_new (self, self->text);
  return self->layout;
}

/* In a font whose figures differ in width, another may be wider than a zero. The greatest width requested
 * so far is kept while the text has the same shape, so that nothing moves to and fro. TRUE: it needs more
 * than before. */
static gboolean
make_room (DeskClock *self)
{
  const GtkRequisition before = self->room;
  GtkRequisition own;

  pango_layout_get_pixel_size (get_layout (self), &own.width, &own.height);
  self->room.width = MAX (before.width, own.width);
  self->room.height = MAX (before.height, own.height);
  return self->room.width > before.width || self->room.height > before.height;
}

static void
measure (DeskClock *self)
{
  g_autofree char *zeros = zeros_for (self->text);
  g_autoptr (PangoLayout) layout = NULL;

  if (self->room.width >= 0)
    return;
  layout = layout_new (self, zeros);
  pango_layout_get_pixel_size (layout, &self->room.width, &self->room.height);
  self->baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));
  make_room (self);
}

const char *
desk_clock_get_text (DeskClock *self)
{
  g_return_val_if_fail (DESK_IS_CLOCK (self), "");
  return self->text;
}

void
desk_clock_set_text (DeskClock *self, const char *text)
{
  g_autofree char *before = NULL;

  g_return_if_fail (DESK_IS_CLOCK (self));
  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return;
  before = self->text;
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  if (!takes_same_room (before, text))
    self->room.width = -1;
  if (self->room.width < 0 || make_room (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

static void
desk_clock_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  DeskClock *self = DESK_CLOCK (widget);

  measure (self);
  *minimum = *natural = self->room.width;
}

static void
desk_clock_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  DeskClock *self = DESK_CLOCK (widget);

  measure (self);
  *minimum = *natural = self->room.height;
}

static void
desk_clock_get_preferred_height_and_baseline (GtkWidget *widget,
                                              int width,
                                              int *minimum,
                                              int *natural,
                                              int *minimum_baseline,
                                              int *natural_baseline)
{
  DeskClock *self = DESK_CLOCK (widget);

  measure (self);
  *minimum = *natural = self->room.height;
  if (minimum_baseline != NULL)
    *minimum_baseline = self->baseline;
  if (natural_baseline != NULL)
    *natural_baseline = self->baseline;
}

/* Centred vertically, or on the baseline that it shares with others. */
static gboolean
desk_clock_draw (GtkWidget *widget, cairo_t *cr)
{
  DeskClock *self = DESK_CLOCK (widget);
  const int baseline = gtk_widget_get_allocated_baseline (widget);
  const int x = (gtk_widget_get_allocated_width (widget) - self->room.width) / 2;
  int y = (gtk_widget_get_allocated_height (widget) - self->room.height) / 2;

  if (baseline >= 0)
    y = baseline - self->baseline;
  gtk_render_layout (gtk_widget_get_style_context (widget), cr, x, y, get_layout (self));
  return GDK_EVENT_PROPAGATE;
}

/* The font may be another. */
static void
desk_clock_style_updated (GtkWidget *widget)
{
  DeskClock *self = DESK_CLOCK (widget);

  g_clear_object (&self->layout);
  self->room.width = -1;
  GTK_WIDGET_CLASS (desk_clock_parent_class)->style_updated (widget);
}

static void
desk_clock_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id) {
  case PROP_LABEL: g_value_set_string (value, DESK_CLOCK (object)->text); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_clock_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  switch (id) {
  case PROP_LABEL: desk_clock_set_text (DESK_CLOCK (object), g_value_get_string (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_clock_finalize (GObject *object)
{
  DeskClock *self = DESK_CLOCK (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (desk_clock_parent_class)->finalize (object);
}

static void
desk_clock_class_init (DeskClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_clock_get_property;
  object_class->set_property = desk_clock_set_property;
  object_class->finalize = desk_clock_finalize;
  widget_class->get_preferred_width = desk_clock_get_preferred_width;
  widget_class->get_preferred_height = desk_clock_get_preferred_height;
  widget_class->get_preferred_height_and_baseline_for_width =
      desk_clock_get_preferred_height_and_baseline;
  widget_class->draw = desk_clock_draw;
  widget_class->style_updated = desk_clock_style_updated;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_type (widget_class, DESK_TYPE_CLOCK_ACCESSIBLE);
  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_clock_init (DeskClock *self)
{
  self->text = g_strdup ("");
  self->room.width = -1;
  gtk_widget_set_has_window (GTK_WIDGET (self), FALSE);
}

GtkWidget *
desk_clock_new (void)
{
  return g_object_new (DESK_TYPE_CLOCK, NULL);
}
