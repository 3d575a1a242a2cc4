/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-menu.h"

#include "app/about.h"
#include "app/help-window.h"
#include "app/window-keys.h"

#define HELP "desk-help"
#define AUDIO "desk-audio"

static void
on_about (GSimpleAction *action, GVariant *target, gpointer window)
{
  gtk_widget_show (
      desk_about_dialog_new (GTK_WINDOW (window), g_object_get_data (G_OBJECT (window), AUDIO)));
}

static void
on_help_gone (GObject *window)
{
  g_object_set_data (window, HELP, NULL);
}

/* One is enough; it may be in a language that is spoken no more, so it is made anew. */
static void
on_help (GSimpleAction *action, GVariant *target, gpointer window)
{
  GtkWidget *help = g_object_get_data (G_OBJECT (window), HELP);

  if (help != NULL)
    gtk_widget_destroy (help);
  help = desk_help_window_new (GTK_WINDOW (window));
  g_object_set_data (G_OBJECT (window), HELP, help);
  g_signal_connect_object (help, "destroy", G_CALLBACK (on_help_gone), window, G_CONNECT_SWAPPED);
  desk_window_keys_serve (GTK_WINDOW (window), GTK_WINDOW (help));
  gtk_window_present (GTK_WINDOW (help));
}

void
desk_window_menu_add (GtkApplicationWindow *window, DeskAudio *audio)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = on_about },
    { .name = "help", .activate = on_help },
  };

  g_object_set_data_full (G_OBJECT (window), AUDIO, g_object_ref (audio), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
