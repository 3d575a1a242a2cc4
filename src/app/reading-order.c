/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/reading-order.h"

static void
attach_again (GtkGrid *grid, GtkWidget *child)
{
  int left, top, width, height;

  gtk_container_child_get (GTK_CONTAINER (grid), child, "left-attach", &left, "top-attach", &top,
                           "width", &width, "height", &height, NULL);
  g_object_ref (child);
  gtk_container_remove (GTK_CONTAINER (grid), child);
  gtk_grid_attach (grid, child, left, top, width, height);
  g_object_unref (child);
}

/* The list has the last one first; attaching in its order turns it round. */
void
desk_grid_set_reading_order (GtkGrid *grid)
{
  g_autoptr (GList) children = gtk_container_get_children (GTK_CONTAINER (grid));

  for (GList *child = children; child != NULL; child = child->next)
    attach_again (grid, child->data);
}

/* Outermost first: the content of a grid moves with it and keeps its own order. */
static void
set_within (GtkWidget *widget, gpointer unused)
{
  if (GTK_IS_GRID (widget))
    desk_grid_set_reading_order (GTK_GRID (widget));
  if (GTK_IS_CONTAINER (widget))
    gtk_container_foreach (GTK_CONTAINER (widget), set_within, NULL);
}

void
desk_set_reading_order (GtkWidget *root)
{
  set_within (root, NULL);
}
