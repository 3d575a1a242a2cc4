/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-panes.h"

#include <glib/gi18n-lib.h>

#include "app/roving-focus.h"

static GtkScrolledWindow *
add_pane (GtkGrid *table, int left, int top, GtkPolicyType across, GtkPolicyType down)
{
  GtkWidget *pane = gtk_scrolled_window_new (NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (pane), across, down);
  gtk_grid_attach (table, pane, left, top, 1, 1);
  gtk_widget_show (pane);
  return GTK_SCROLLED_WINDOW (pane);
}

static void
scroll_together (GtkAdjustment *one, GtkAdjustment *other)
{
  g_object_bind_property (one, "value", other, "value", G_BINDING_BIDIRECTIONAL);
}

void
desk_class_panes_add (DeskClassPanes *self, GtkGrid *table)
{
  GtkScrolledWindow *cells = add_pane (table, 1, 1, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  GtkScrolledWindow *headings = add_pane (table, 1, 0, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  GtkScrolledWindow *names = add_pane (table, 0, 1, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);

  gtk_scrolled_window_set_overlay_scrolling (cells, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (headings), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (cells), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (cells), TRUE);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (cells)), _ ("Trainees by scenarios"));
  scroll_together (gtk_scrolled_window_get_hadjustment (cells),
                   gtk_scrolled_window_get_hadjustment (headings));
  scroll_together (gtk_scrolled_window_get_vadjustment (cells),
                   gtk_scrolled_window_get_vadjustment (names));
  self->cells = GTK_WIDGET (cells);
  self->headings = GTK_WIDGET (headings);
  self->names = GTK_WIDGET (names);
}

GtkWidget *
desk_class_panes_renew (GtkWidget *pane)
{
  GtkWidget *before = gtk_bin_get_child (GTK_BIN (pane));
  GtkWidget *grid = gtk_grid_new ();

  if (before != NULL)
    gtk_widget_destroy (before);
  desk_roving_focus_add (grid);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_container_add (GTK_CONTAINER (pane), grid);
  return grid;
}

GtkWidget *
desk_class_panes_grid (GtkWidget *pane)
{
  GtkWidget *viewport = gtk_bin_get_child (GTK_BIN (pane));

  return viewport != NULL ? gtk_bin_get_child (GTK_BIN (viewport)) : NULL;
}

void
desk_class_panes_hold (GtkSizeGroupMode mode, GtkWidget *one, GtkWidget *other)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (mode);

  gtk_size_group_add_widget (group, one);
  gtk_size_group_add_widget (group, other);
}
