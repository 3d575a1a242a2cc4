/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/room-paned.h"

#define LEAST_LETTERS 90 /* that both need beside each other */
#define SHARE_ABOVE 0.8  /* of the height, for the one above */

struct _DeskRoomPaned {
  GtkPaned parent_instance;

  guint turn;      /* source id: it is about to be turned */
  guint place;     /* source id: its handle is about to be placed */
  gboolean turned; /* and not placed yet */
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

  self->turn = 0;
  self->turned = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), wanted (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

/* Beside each other, the second has what it needs and the first the rest. */
static gboolean
on_place (gpointer data)
{
  DeskRoomPaned *self = data;
  const int height = gtk_widget_get_allocated_height (GTK_WIDGET (self));
  const gboolean above =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self)) == GTK_ORIENTATION_VERTICAL;

  self->place = 0;
  gtk_paned_set_position (GTK_PANED (self), above ? (int) (SHARE_ABOVE * height) : -1);
  return G_SOURCE_REMOVE;
}

/* Not from within an allocation, which it would bring about anew. GtkPaned reckons the place of its handle from
 * the allocation before, so that it is placed only once there was one of the other orientation. */
static void
desk_room_paned_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  DeskRoomPaned *self = DESK_ROOM_PANED (widget);

  GTK_WIDGET_CLASS (desk_room_paned_parent_class)->size_allocate (widget, allocation);
  if (self->turned && self->place == 0) {
    self->turned = FALSE;
    self->place = g_idle_add (on_place, self);
  }
  if (self->turn == 0 && wanted (widget) != gtk_orientable_get_orientation (GTK_ORIENTABLE (self)))
    self->turn = g_idle_add (on_turn, self);
}

static void
desk_room_paned_dispose (GObject *object)
{
  DeskRoomPaned *self = DESK_ROOM_PANED (object);

  g_clear_handle_id (&self->turn, g_source_remove);
  g_clear_handle_id (&self->place, g_source_remove);
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
