/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/popover-accessible.h"

/* What the accessibility bus still holds of a popover when the page has gone that it hung on. */

static GtkWidget *
popover_new (GtkWidget *button)
{
  return gtk_popover_new (button);
}

/* As GTK makes one for a menu. */
static GtkWidget *
menu_new (GtkWidget *button)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, "Put aside", NULL);
  return gtk_popover_new_from_model (button, G_MENU_MODEL (menu));
}

static gboolean
has_state (AtkObject *object, AtkStateType state)
{
  g_autoptr (AtkStateSet) states = atk_object_ref_state_set (object);

  return atk_state_set_contains_state (states, state);
}

static void
test_gone (gconstpointer data)
{
  GtkWidget *(*make) (GtkWidget *) = (GtkWidget * (*) (GtkWidget *) ) data;
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new ();
  g_autoptr (AtkObject) held = NULL;

  gtk_container_add (GTK_CONTAINER (window), button);
  gtk_widget_show_all (window);
  held = g_object_ref (gtk_widget_get_accessible (make (button)));
  g_assert_true (has_state (held, ATK_STATE_MODAL));
  g_assert_false (has_state (held, ATK_STATE_DEFUNCT));
  gtk_widget_destroy (button);
  g_assert_true (has_state (held, ATK_STATE_DEFUNCT));
  gtk_widget_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  desk_popover_accessible_use ();
  g_test_add_data_func ("/popover-accessible/gone", popover_new, test_gone);
  g_test_add_data_func ("/popover-accessible/gone-menu", menu_new, test_gone);
  return g_test_run ();
}
