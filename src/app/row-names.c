/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/row-names.h"

static void
find_label (GtkWidget *widget, gpointer found)
{
  GtkWidget **label = found;

  if (*label == NULL && GTK_IS_LABEL (widget))
    *label = widget;
  else if (*label == NULL && GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_label, found);
}

static void
name_row (GtkWidget *row)
{
  AtkObject *accessible = gtk_widget_get_accessible (row);
  GtkWidget *label = NULL;

  gtk_container_forall (GTK_CONTAINER (row), find_label, &label);
  if (label != NULL && atk_object_get_name (accessible) == NULL)
    g_object_bind_property (label, "label", accessible, "accessible-name", G_BINDING_SYNC_CREATE);
}

static void
name_within (GtkWidget *widget, gpointer unused)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    name_row (widget);
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), name_within, NULL);
}

void
desk_row_names_follow_labels (GtkWidget *root)
{
  name_within (root, NULL);
}
