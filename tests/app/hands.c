/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "hands.h"

#include <string.h>

GtkApplication *
desk_test_application_new (void)
{
  GtkApplication *application =
      gtk_application_new ("org.frontdesk.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

GtkWidget *
desk_test_find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_type_is_a (G_OBJECT_TYPE (at->data), type) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static void
append_labels (GtkWidget *widget, gpointer text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), append_labels, text);
}

char *
desk_test_read_labels (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  append_labels (widget, text);
  return g_string_free (text, FALSE);
}

gboolean
desk_test_says (GtkWidget *widget, const char *words)
{
  g_autofree char *text = desk_test_read_labels (widget);

  return strstr (text, words) != NULL;
}

void
desk_test_run_for (guint ms)
{
  const gint64 until_us = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

gboolean
desk_test_press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_KEY_PRESS);
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  gboolean handled = FALSE;

  event->key.window = g_object_ref (gtk_widget_get_window (widget));
  event->key.keyval = keyval;
  gdk_event_set_device (event, gdk_seat_get_keyboard (seat));
  g_signal_emit_by_name (widget, "key-press-event", event, &handled);
  return handled;
}
