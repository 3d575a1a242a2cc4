/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <gtk/gtk.h>

/* The least that a GTK 3 program with a window can be: the limit of first-frame. */

int
main (int argc, char **argv)
{
  GtkWidget *window;

  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 700);
  g_signal_connect (window, "destroy", gtk_main_quit, NULL);
  gtk_widget_show (window);
  gtk_main ();
  return 0;
}
