/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/settings-saver.h"

#include <glib/gi18n-lib.h>

/* The settings write themselves, but can tell nobody when they fail. This comes before them: sooner,
 * and with a priority that holds even when the main loop was kept busy for longer than both wait. */

#define SAVE_AFTER_MS 200

struct _DeskSettingsSaver {
  GObject parent_instance;

  DeskSoundSettings *settings; /* owned */
  char *failure;               /* owned; or NULL */
  guint save_source;
};

enum {
  PROP_0,
  PROP_FAILURE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskSettingsSaver, desk_settings_saver, G_TYPE_OBJECT)

static void
save (DeskSettingsSaver *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *failure = NULL;

  if (!desk_sound_settings_save (self->settings, &error))
    failure = g_strdup_printf (
        _ ("This applies until the program is closed, but it could not be saved for next time. %s"),
        error->message);
  if (g_strcmp0 (failure, self->failure) == 0)
    return;
  g_free (self->failure);
  self->failure = g_steal_pointer (&failure);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILURE]);
}

static gboolean
on_save_due (gpointer data)
{
  DeskSettingsSaver *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_setting_changed (DeskSettingsSaver *self)
{
  if (self->save_source == 0)
    self->save_source =
        g_timeout_add_full (G_PRIORITY_HIGH, SAVE_AFTER_MS, on_save_due, self, NULL);
}

static void
desk_settings_saver_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, DESK_SETTINGS_SAVER (object)->failure);
}

static void
desk_settings_saver_finalize (GObject *object)
{
  DeskSettingsSaver *self = DESK_SETTINGS_SAVER (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_object_unref (self->settings);
  g_free (self->failure);
  G_OBJECT_CLASS (desk_settings_saver_parent_class)->finalize (object);
}

static void
desk_settings_saver_class_init (DeskSettingsSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_settings_saver_get_property;
  object_class->finalize = desk_settings_saver_finalize;
  props[PROP_FAILURE] =
      g_param_spec_string ("failure", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_settings_saver_init (DeskSettingsSaver *self)
{
}

DeskSettingsSaver *
desk_settings_saver_new (DeskSoundSettings *settings)
{
  DeskSettingsSaver *self = g_object_new (DESK_TYPE_SETTINGS_SAVER, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "notify", G_CALLBACK (on_setting_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
