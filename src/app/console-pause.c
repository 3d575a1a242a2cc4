/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-pause.h"

#include "app/focus.h"

struct _DeskConsolePause {
  GObject parent_instance;

  DeskSessionDriver *driver; /* owned */
  DeskPausePlaces places;
  GtkWidget *focus; /* weak: where it was before the pause; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskConsolePause, desk_console_pause, G_TYPE_OBJECT)

static void
give_focus_back (DeskConsolePause *self)
{
  if (GTK_IS_ENTRY (self->focus))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->focus));
  else if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
}

/* What is insensitive loses the focus. */
static void
follow (DeskConsolePause *self)
{
  const DeskPausePlaces *places = &self->places;
  const gboolean paused = desk_session_driver_get_paused (self->driver);

  if (paused)
    g_set_weak_pointer (&self->focus, desk_focus_of (places->page));
  gtk_widget_set_visible (places->cover, paused);
  gtk_widget_set_sensitive (places->body, !paused);
  gtk_widget_set_sensitive (places->glance, !paused);
  if (!paused)
    give_focus_back (self);
  desk_console_bar_set_paused (places->bar, paused);
}

DeskConsolePause *
desk_console_pause_new (DeskSessionDriver *driver, const DeskPausePlaces *places)
{
  DeskConsolePause *self = g_object_new (DESK_TYPE_CONSOLE_PAUSE, NULL);

  self->driver = g_object_ref (driver);
  self->places = *places;
  g_signal_connect_object (driver, "notify::paused", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return self;
}

static void
desk_console_pause_dispose (GObject *object)
{
  DeskConsolePause *self = DESK_CONSOLE_PAUSE (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->driver);
  G_OBJECT_CLASS (desk_console_pause_parent_class)->dispose (object);
}

static void
desk_console_pause_class_init (DeskConsolePauseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_console_pause_dispose;
}

static void
desk_console_pause_init (DeskConsolePause *self)
{
}
