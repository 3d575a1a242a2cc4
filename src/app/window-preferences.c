/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-preferences.h"

#include <glib/gi18n-lib.h>

#include "app/keys-page.h"
#include "app/appearance-page.h"
#include "app/class-page.h"
#include "app/general-page.h"
#include "app/preferences-window.h"
#include "app/window-keys.h"

struct _DeskWindowPreferences {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  GtkWidget *preferences;       /* borrowed: while it is open; or NULL */
  GSettings *settings;          /* owned, as below */
  DeskWindowSound *sound;
  DeskHandingIn *handing_in;
  DeskStoreSender *sender;
  char *shown; /* the page last shown; or NULL */
  gboolean in_shift;
};

G_DEFINE_FINAL_TYPE (DeskWindowPreferences, desk_window_preferences, G_TYPE_OBJECT)

static void
on_preferences_gone (DeskWindowPreferences *self)
{
  g_free (self->shown);
  self->shown =
      g_strdup (desk_preferences_window_get_page (DESK_PREFERENCES_WINDOW (self->preferences)));
  self->preferences = NULL;
}

static void
add_pages (DeskWindowPreferences *self)
{
  DeskPreferencesWindow *window = DESK_PREFERENCES_WINDOW (self->preferences);

  desk_preferences_window_add_page (window, desk_general_page_new (self->settings, self->in_shift),
                                    "general", _ ("General"));
  desk_preferences_window_add_page (window, desk_window_sound_page_new (self->sound), "sound",
                                    _ ("Sound"));
  desk_preferences_window_add_page (window, desk_keys_page_new (self->settings), "keys",
                                    _ ("Keys"));
  desk_preferences_window_add_page (window, desk_appearance_page_new (self->settings), "appearance",
                                    _ ("Appearance"));
  desk_preferences_window_add_page (
      window, desk_class_page_new (self->settings, self->handing_in, self->sender), "class",
      _ ("Class"));
}

static void
open_preferences (DeskWindowPreferences *self)
{
  self->preferences = desk_preferences_window_new (GTK_WINDOW (self->window),
                                                   desk_window_sound_get_saver (self->sound));
  add_pages (self);
  desk_window_keys_serve (GTK_WINDOW (self->window), GTK_WINDOW (self->preferences));
  g_signal_connect_object (self->preferences, "destroy", G_CALLBACK (on_preferences_gone), self,
                           G_CONNECT_SWAPPED);
  if (self->shown != NULL)
    desk_preferences_window_show_page (DESK_PREFERENCES_WINDOW (self->preferences), self->shown);
}

static void
on_preferences (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowPreferences *self = data;
  const char *page = g_variant_get_string (target, NULL);

  if (self->preferences == NULL)
    open_preferences (self);
  if (*page != '\0')
    desk_preferences_window_show_page (DESK_PREFERENCES_WINDOW (self->preferences), page);
  gtk_window_present (GTK_WINDOW (self->preferences));
}

void
desk_window_preferences_set_in_shift (DeskWindowPreferences *self, gboolean in_shift)
{
  g_return_if_fail (DESK_IS_WINDOW_PREFERENCES (self));
  self->in_shift = in_shift;
}

void
desk_window_preferences_rebuild (DeskWindowPreferences *self)
{
  g_return_if_fail (DESK_IS_WINDOW_PREFERENCES (self));
  if (self->preferences == NULL)
    return;
  gtk_widget_destroy (self->preferences);
  open_preferences (self);
  gtk_window_present (GTK_WINDOW (self->preferences));
}

/* The preferences went with their window, or go now. */
static void
desk_window_preferences_dispose (GObject *object)
{
  DeskWindowPreferences *self = DESK_WINDOW_PREFERENCES (object);

  if (self->preferences != NULL)
    gtk_widget_destroy (self->preferences);
  g_clear_object (&self->sound);
  g_clear_object (&self->handing_in);
  g_clear_object (&self->sender);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (desk_window_preferences_parent_class)->dispose (object);
}

static void
desk_window_preferences_class_init (DeskWindowPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_preferences_dispose;
}

static void
desk_window_preferences_init (DeskWindowPreferences *self)
{
}

DeskWindowPreferences *
desk_window_preferences_new (GtkApplicationWindow *window,
                             GSettings *settings,
                             DeskWindowSound *sound,
                             DeskHandingIn *handing_in,
                             DeskStoreSender *sender)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = on_preferences, .parameter_type = "s" },
  };
  DeskWindowPreferences *self = g_object_new (DESK_TYPE_WINDOW_PREFERENCES, NULL);

  self->window = window;
  self->settings = g_object_ref (settings);
  self->sound = g_object_ref (sound);
  self->handing_in = g_object_ref (handing_in);
  self->sender = g_object_ref (sender);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  return self;
}
