/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/flasher.h"

#include "app/line-key.h"

#define FLASH_MS 500 /* lit and dark in turn: one flash a second */

struct _DeskFlasher {
  GObject parent_instance;

  DeskBoard *board; /* owned, as the next two */
  GSettings *settings;
  GtkSettings *desktop;
  GPtrArray *keys; /* borrowed */
  guint flash_source;
  gboolean lit;
};

G_DEFINE_FINAL_TYPE (DeskFlasher, desk_flasher, G_TYPE_OBJECT)

enum {
  PROP_MOVES = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gboolean
may_move (DeskFlasher *self)
{
  gboolean animations;

  g_object_get (self->desktop, "gtk-enable-animations", &animations, NULL);
  return animations && g_settings_get_boolean (self->settings, "flash");
}

static void
set_lit (DeskFlasher *self, gboolean lit)
{
  self->lit = lit;
  for (guint i = 0; i < self->keys->len; i++)
    desk_line_key_set_lit (g_ptr_array_index (self->keys, i), lit);
}

static gboolean
on_flash (gpointer data)
{
  DeskFlasher *self = data;

  set_lit (self, !self->lit);
  return G_SOURCE_CONTINUE;
}

static void
update (DeskFlasher *self)
{
  gboolean alerting;

  g_object_get (self->board, "alerting", &alerting, NULL);
  if (!alerting || !may_move (self)) {
    g_clear_handle_id (&self->flash_source, g_source_remove);
    set_lit (self, TRUE);
  } else if (self->flash_source == 0) {
    self->flash_source = g_timeout_add (FLASH_MS, on_flash, self);
  }
}

static void
on_wish_changed (DeskFlasher *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MOVES]);
}

DeskFlasher *
desk_flasher_new (DeskBoard *board, GPtrArray *keys, GSettings *settings, GtkWidget *widget)
{
  DeskFlasher *self = g_object_new (DESK_TYPE_FLASHER, NULL);

  self->board = g_object_ref (board);
  self->settings = g_object_ref (settings);
  self->desktop = g_object_ref (gtk_widget_get_settings (widget));
  self->keys = keys;
  g_signal_connect_object (board, "notify::alerting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::flash", G_CALLBACK (on_wish_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desktop, "notify::gtk-enable-animations",
                           G_CALLBACK (on_wish_changed), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

static void
desk_flasher_dispose (GObject *object)
{
  DeskFlasher *self = DESK_FLASHER (object);

  g_clear_handle_id (&self->flash_source, g_source_remove);
  g_clear_object (&self->board);
  g_clear_object (&self->settings);
  g_clear_object (&self->desktop);
  G_OBJECT_CLASS (desk_flasher_parent_class)->dispose (object);
}

static void
desk_flasher_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id) {
  case PROP_MOVES: g_value_set_boolean (value, may_move (DESK_FLASHER (object))); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_flasher_class_init (DeskFlasherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_flasher_dispose;
  object_class->get_property = desk_flasher_get_property;
  props[PROP_MOVES] =
      g_param_spec_boolean ("moves", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_flasher_init (DeskFlasher *self)
{
  self->lit = TRUE;
}
