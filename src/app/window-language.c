/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-language.h"

#include "app/language.h"

struct _DeskWindowLanguage {
  GObject parent_instance;

  GSettings *settings; /* owned */
  gboolean held;
  gboolean late;    /* another was chosen while it was held */
  guint due_source; /* 0: nothing is due */
};

G_DEFINE_FINAL_TYPE (DeskWindowLanguage, desk_window_language, G_TYPE_OBJECT)

static guint changed_signal;

static void
speak (DeskWindowLanguage *self, gboolean late)
{
  desk_language_follow (self->settings);
  g_signal_emit (self, changed_signal, 0, late);
}

static gboolean
on_due (gpointer data)
{
  DeskWindowLanguage *self = data;

  self->due_source = 0;
  self->late = self->held; /* then its end sees to it */
  if (!self->held)
    speak (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* Whoever chose it is still in the handler of a widget that is to be made anew. */
static void
on_chosen (DeskWindowLanguage *self)
{
  if (self->due_source == 0)
    self->due_source = g_idle_add (on_due, self);
}

void
desk_window_language_hold (DeskWindowLanguage *self, gboolean held)
{
  g_return_if_fail (DESK_IS_WINDOW_LANGUAGE (self));
  self->held = held;
  if (held || !self->late)
    return;
  self->late = FALSE;
  speak (self, TRUE);
}

static void
desk_window_language_dispose (GObject *object)
{
  DeskWindowLanguage *self = DESK_WINDOW_LANGUAGE (object);

  g_clear_handle_id (&self->due_source, g_source_remove);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_window_language_parent_class)->dispose (object);
}

static void
desk_window_language_class_init (DeskWindowLanguageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_language_dispose;
  changed_signal = g_signal_new ("changed", DESK_TYPE_WINDOW_LANGUAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
desk_window_language_init (DeskWindowLanguage *self)
{
}

DeskWindowLanguage *
desk_window_language_new (GSettings *settings)
{
  DeskWindowLanguage *self = g_object_new (DESK_TYPE_WINDOW_LANGUAGE, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::language", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  return self;
}
