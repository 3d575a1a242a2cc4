/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/context-menu.h"

static gboolean
drop_menu (gpointer menu)
{
  gtk_widget_destroy (menu);
  return G_SOURCE_REMOVE;
}

/* The chosen item's action is told of after this. */
static void
on_done (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu, g_object_ref (menu), g_object_unref);
}

void
desk_context_menu_show (GtkWidget *widget, GMenuModel *model, const GdkEvent *event)
{
  GtkWidget *menu = gtk_menu_new_from_model (model);

  gtk_menu_attach_to_widget (GTK_MENU (menu), widget, NULL);
  g_signal_connect (menu, "selection-done", G_CALLBACK (on_done), NULL);
  if (event != NULL) {
    gtk_menu_popup_at_pointer (GTK_MENU (menu), event);
    return;
  }
  gtk_menu_popup_at_widget (GTK_MENU (menu), widget, GDK_GRAVITY_SOUTH_WEST, GDK_GRAVITY_NORTH_WEST,
                            NULL);
  gtk_menu_shell_select_first (GTK_MENU_SHELL (menu), FALSE);
}
