/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/reach.h"

#include "app/text-scale.h"

struct _DeskReach {
  GtkBin parent_instance;

  guint most_width;
  guint most_height;
};

G_DEFINE_FINAL_TYPE (DeskReach, desk_reach, GTK_TYPE_BIN)

enum {
  PROP_0,
  PROP_MOST_WIDTH,
  PROP_MOST_HEIGHT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* `room`, but at most `most`, or `least` where that is more. */
static int
within (DeskReach *self, int room, guint most, int least)
{
  const int limit = (int) (most * desk_text_scale (GTK_WIDGET (self)));

  return most == 0 ? room : MIN (room, MAX (limit, least));
}

static int
child_width (DeskReach *self, int width)
{
  int least = 0;

  gtk_widget_get_preferred_width (gtk_bin_get_child (GTK_BIN (self)), &least, NULL);
  return within (self, width, self->most_width, least);
}

static void
desk_reach_get_preferred_height_for_width (GtkWidget *widget, int width, int *minimum, int *natural)
{
  DeskReach *self = DESK_REACH (widget);
  GtkWidget *child = gtk_bin_get_child (GTK_BIN (self));

  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_get_preferred_height_for_width (child, child_width (self, width), minimum, natural);
}

static void
desk_reach_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  DeskReach *self = DESK_REACH (widget);
  GtkWidget *child = gtk_bin_get_child (GTK_BIN (self));
  GtkAllocation place = *allocation;
  int least;

  gtk_widget_set_allocation (widget, allocation);
  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  place.width = child_width (self, allocation->width);
  place.x += (allocation->width - place.width) / 2;
  gtk_widget_get_preferred_height_for_width (child, place.width, &least, NULL);
  place.height = within (self, allocation->height, self->most_height, least);
  gtk_widget_size_allocate (child, &place);
}

static GtkSizeRequestMode
desk_reach_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_reach_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskReach *self = DESK_REACH (object);

  switch (id) {
  case PROP_MOST_WIDTH: g_value_set_uint (value, self->most_width); break;
  case PROP_MOST_HEIGHT: g_value_set_uint (value, self->most_height); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_reach_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  DeskReach *self = DESK_REACH (object);

  switch (id) {
  case PROP_MOST_WIDTH: self->most_width = g_value_get_uint (value); break;
  case PROP_MOST_HEIGHT: self->most_height = g_value_get_uint (value); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GParamSpec *
property (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXINT, 0,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
}

static void
desk_reach_class_init (DeskReachClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_reach_get_property;
  object_class->set_property = desk_reach_set_property;
  widget_class->get_request_mode = desk_reach_get_request_mode;
  widget_class->get_preferred_height_for_width = desk_reach_get_preferred_height_for_width;
  widget_class->size_allocate = desk_reach_size_allocate;
  properties[PROP_MOST_WIDTH] = property ("most-width");
  properties[PROP_MOST_HEIGHT] = property ("most-height");
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_reach_init (DeskReach *self)
{
}

GtkWidget *
desk_reach_new (guint most_width, guint most_height)
{
  return g_object_new (DESK_TYPE_REACH, "most-width", most_width, "most-height", most_height,
                       "visible", TRUE, NULL);
}
