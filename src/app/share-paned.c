/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/share-paned.h"

#define SHARE .45 /* of the height */
#define LEAST 300 /* px */

struct _DeskSharePaned {
  GtkPaned parent_instance;

  int height;       /* for which it was placed; -1: not yet */
  guint place;      /* source id: it is about to be placed */
  gboolean placing; /* it is not somebody who moves it */
  gboolean moved;
};

G_DEFINE_FINAL_TYPE (DeskSharePaned, desk_share_paned, GTK_TYPE_PANED)

static gboolean
on_place (gpointer data)
{
  DeskSharePaned *self = data;

  self->place = 0;
  self->placing = TRUE;
  gtk_paned_set_position (GTK_PANED (self), MAX (LEAST, (int) (SHARE * self->height)));
  self->placing = FALSE;
  return G_SOURCE_REMOVE;
}

/* Not from within an allocation, which it would bring about anew. */
static void
desk_share_paned_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  DeskSharePaned *self = DESK_SHARE_PANED (widget);

  self->placing = TRUE;
  GTK_WIDGET_CLASS (desk_share_paned_parent_class)->size_allocate (widget, allocation);
  self->placing = FALSE;
  if (self->moved || allocation->height == self->height)
    return;
  self->height = allocation->height;
  if (self->place == 0)
    self->place = g_idle_add (on_place, self);
}

static void
on_position_changed (DeskSharePaned *self)
{
  if (!self->placing && self->height >= 0)
    self->moved = TRUE;
}

static void
desk_share_paned_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_SHARE_PANED (object)->place, g_source_remove);
  G_OBJECT_CLASS (desk_share_paned_parent_class)->dispose (object);
}

static void
desk_share_paned_class_init (DeskSharePanedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_share_paned_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = desk_share_paned_size_allocate;
}

static void
desk_share_paned_init (DeskSharePaned *self)
{
  self->height = -1;
  g_signal_connect (self, "notify::position", G_CALLBACK (on_position_changed), NULL);
}
