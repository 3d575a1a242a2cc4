/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-sound.h"

#include "app/preferences-window.h"
#include "app/settings-saver.h"
#include "app/sound-check.h"
#include "audio/device-watch.h"
#include "app/sound-page.h"
#include "app/sound-test.h"

struct _DeskWindowSound {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  GtkWidget *preferences;       /* borrowed: while it is open; or NULL */
  GtkWidget *check;             /* borrowed: while it is open; or NULL */
  DeskAudio *audio;             /* owned, as below */
  DeskSettingsSaver *saver;
  DeskSoundTest *test;
  DeskDeviceWatch *devices; /* while one of them is open; or NULL */
  gboolean declined;        /* for this run */
};

enum {
  SIGNAL_OFFER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskWindowSound, desk_window_sound, G_TYPE_OBJECT)

static DeskDeviceWatch *
get_devices (DeskWindowSound *self)
{
  if (self->devices == NULL)
    self->devices = desk_device_watch_new ();
  return self->devices;
}

/* Nobody watches what nobody sees. */
static void
on_window_gone (DeskWindowSound *self)
{
  if (self->preferences == NULL && self->check == NULL)
    g_clear_object (&self->devices);
}

/* A test that nobody can stop any more is stopped. */
static void
on_preferences_gone (DeskWindowSound *self)
{
  self->preferences = NULL;
  desk_sound_test_stop (self->test);
  on_window_gone (self);
}

static void
on_check_gone (DeskWindowSound *self)
{
  self->check = NULL;
  on_window_gone (self);
}

static void
on_preferences (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;

  if (self->preferences == NULL) {
    self->preferences = desk_preferences_window_new (
        GTK_WINDOW (self->window), self->saver,
        desk_sound_page_new (self->audio, get_devices (self), self->test));
    g_signal_connect_object (self->preferences, "destroy", G_CALLBACK (on_preferences_gone), self,
                             G_CONNECT_SWAPPED);
  }
  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void
on_check (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;
  GtkWidget *over = self->preferences != NULL ? self->preferences : GTK_WIDGET (self->window);

  if (self->check == NULL) {
    self->check =
        desk_sound_check_new (GTK_WINDOW (over), self->audio, get_devices (self), self->test);
    g_signal_connect_object (self->check, "destroy", G_CALLBACK (on_check_gone), self,
                             G_CONNECT_SWAPPED);
  }
  gtk_window_present (GTK_WINDOW (self->check));
}

static void
on_later (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;

  self->declined = TRUE;
  g_signal_emit (self, signals[SIGNAL_OFFER], 0);
}

static void
on_never (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;

  g_object_set (desk_audio_get_settings (self->audio), "checked", TRUE, NULL);
}

static void
on_checked_changed (DeskWindowSound *self)
{
  g_signal_emit (self, signals[SIGNAL_OFFER], 0);
}

void
desk_window_sound_set_scenario (DeskWindowSound *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_WINDOW_SOUND (self));
  desk_sound_test_set_scenario (self->test, scenario);
}

gboolean
desk_window_sound_is_offered (DeskWindowSound *self)
{
  gboolean checked;

  g_return_val_if_fail (DESK_IS_WINDOW_SOUND (self), FALSE);
  g_object_get (desk_audio_get_settings (self->audio), "checked", &checked, NULL);
  return !checked && !self->declined;
}

void
desk_window_sound_set_check_allowed (DeskWindowSound *self, gboolean allowed)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "sound-check");

  g_return_if_fail (DESK_IS_WINDOW_SOUND (self));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), allowed);
}

/* The windows are gone with the one they belong to, or go now. */
static void
desk_window_sound_dispose (GObject *object)
{
  DeskWindowSound *self = DESK_WINDOW_SOUND (object);

  if (self->check != NULL)
    gtk_widget_destroy (self->check);
  if (self->preferences != NULL)
    gtk_widget_destroy (self->preferences);
  g_clear_object (&self->saver);
  g_clear_object (&self->test);
  g_clear_object (&self->devices);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_window_sound_parent_class)->dispose (object);
}

static void
desk_window_sound_class_init (DeskWindowSoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_sound_dispose;
  signals[SIGNAL_OFFER] = g_signal_new ("offer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_window_sound_init (DeskWindowSound *self)
{
}

DeskWindowSound *
desk_window_sound_new (GtkApplicationWindow *window, DeskAudio *audio, DeskScenario *scenario)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = on_preferences },
    { .name = "sound-check", .activate = on_check },
    { .name = "sound-check-later", .activate = on_later },
    { .name = "sound-check-never", .activate = on_never },
  };
  DeskWindowSound *self = g_object_new (DESK_TYPE_WINDOW_SOUND, NULL);

  self->window = window;
  self->audio = g_object_ref (audio);
  self->saver = desk_settings_saver_new (desk_audio_get_settings (audio));
  self->test = desk_sound_test_new (audio, scenario);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (desk_audio_get_settings (audio), "notify::checked",
                           G_CALLBACK (on_checked_changed), self, G_CONNECT_SWAPPED);
  return self;
}
