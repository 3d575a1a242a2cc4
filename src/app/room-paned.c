/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/room-paned.h"

#define LEAST_LETTERS 90 /* that both need beside each other */
#define SHARE_ABOVE 0.8  /* of the height, for the one above */

struct _DeskRoomPaned {
  GtkPaned parent_instance;

  guint turn; /* source id: it is about to be turned */
};

G_DEFINE_FINAL_TYPE (DeskRoomPaned, desk_room_paned, GTK_TYPE_PANED)

static int
letter_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width);
}

static GtkOrientation
wanted (GtkWidget *widget)
{
  const int least = LEAST_LETTERS * letter_width (widget);

  return gtk_widget_get_allocated_width (widget) < least ? GTK_ORIENTATION_VERTICAL
                                                         : GTK_ORIENTATION_HORIZONTAL;
}

static gboolean
on_turn (gpointer data)
{
  DeskRoomPaned *self = data;
  const GtkOrientation orientation = wanted (GTK_WIDGET (self));
  const int height = gtk_widget_get_allocated_height (GTK_WIDGET (self));

  self->turn = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), orientation);
  /* Beside each other, the second has what it needs and the first the rest. */
  gtk_paned_set_position (GTK_PANED (self), orientation == GTK_ORIENTATION_VERTICAL
                                                ? (int) (SHARE_ABOVE * height)
                                                : -1);
  return G_SOURCE_REMOVE;
}

/* Not from within an allocation, which it would bring about anew. */
static void
desk_room_paned_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  DeskRoomPaned *self = DESK_ROOM_PANED (widget);

  GTK_WIDGET_CLASS (desk_room_paned_parent_class)->size_allocate (widget, allocation);
  if (self->turn == 0 && wanted (widget) != gtk_orientable_get_orientation (GTK_ORIENTABLE (self)))
    self->turn = g_idle_add (on_turn, self);
}

static void
desk_room_paned_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_ROOM_PANED (object)->turn, g_source_remove);
  G_OBJECT_CLASS (desk_room_paned_parent_class)->dispose (object);
}

static void
desk_room_paned_class_init (DeskRoomPanedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_room_paned_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = desk_room_paned_size_allocate;
}

static void
desk_room_paned_init (DeskRoomPaned *self)
{
}
