/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "key-fixture.h"

static GdkKeymap *
keymap (void)
{
  return gdk_keymap_get_for_display (gdk_display_get_default ());
}

gboolean
desk_test_find_key (const char *accelerator, guint *code, GdkModifierType *held)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;
  guint keyval;

  gtk_accelerator_parse (accelerator, &keyval, held);
  g_assert_cmpuint (keyval, !=, 0);
  if (!gdk_keymap_get_entries_for_keyval (keymap (), keyval, &keys, &n_keys))
    return FALSE;
  for (int level = 0; level <= 1; level++)
    for (int i = 0; i < n_keys; i++)
      if (keys[i].group == 0 && keys[i].level == level) {
        *code = keys[i].keycode;
        *held |= level == 1 ? GDK_SHIFT_MASK : 0;
        return TRUE;
      }
  return FALSE;
}

GdkEvent *
desk_test_key_event (GtkWidget *window, GdkEventType type, guint code, GdkModifierType held)
{
  GdkEvent *event = gdk_event_new (type);
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());

  event->key.window = g_object_ref (gtk_widget_get_window (window));
  event->key.send_event = TRUE;
  event->key.time = GDK_CURRENT_TIME;
  event->key.state = held;
  event->key.hardware_keycode = (guint16) code;
  gdk_keymap_translate_keyboard_state (keymap (), code, held, 0, &event->key.keyval, NULL, NULL,
                                       NULL);
  gdk_event_set_device (event, gdk_seat_get_keyboard (seat));
  return event;
}

static void
send (GtkWidget *window, GdkEventType type, const char *accelerator)
{
  g_autoptr (GdkEvent) event = NULL;
  GdkModifierType held;
  guint code;

  g_assert_true (desk_test_find_key (accelerator, &code, &held));
  event = desk_test_key_event (window, type, code, held);
  gtk_main_do_event (event);
}

void
desk_test_key_down (GtkWidget *window, const char *accelerator)
{
  send (window, GDK_KEY_PRESS, accelerator);
}

void
desk_test_key_up (GtkWidget *window, const char *accelerator)
{
  send (window, GDK_KEY_RELEASE, accelerator);
}

void
desk_test_key (GtkWidget *window, const char *accelerator)
{
  desk_test_key_down (window, accelerator);
  desk_test_key_up (window, accelerator);
}

void
desk_test_type (GtkWidget *window, const char *text)
{
  for (const char *at = text; *at != '\0'; at++) {
    const char letter[] = { *at, '\0' };

    desk_test_key (window, letter);
  }
}

void
desk_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_keys_changed (GdkKeymap *map, gpointer seen)
{
  *(gboolean *) seen = TRUE;
}

static gboolean
on_patience_over (gpointer seen)
{
  *(gboolean *) seen = TRUE;
  return G_SOURCE_REMOVE;
}

/* The same layout again tells nobody of a change. */
void
desk_test_set_layout (const char *layout)
{
  const char *argv[] = { "setxkbmap", "-layout", layout, NULL };
  gboolean seen = FALSE;
  gulong handler =
      g_signal_connect (keymap (), "keys-changed", G_CALLBACK (on_keys_changed), &seen);
  guint patience = g_timeout_add (2000, on_patience_over, &seen);
  g_autoptr (GError) error = NULL;
  GSource *source;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  while (!seen)
    g_main_context_iteration (NULL, TRUE);
  desk_test_settle ();
  g_signal_handler_disconnect (keymap (), handler);
  source = g_main_context_find_source_by_id (NULL, patience);
  if (source != NULL)
    g_source_destroy (source);
}
