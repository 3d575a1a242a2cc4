/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/shift-inhibitor.h"

#include <glib/gi18n-lib.h>

/* GTK speaks with the session managers of GNOME and Xfce. Where there is none of them, the screen saver
 * is asked by the name that freedesktop.org gave it; its service need not be there, and is not started. */

#define SAVER_NAME "org.freedesktop.ScreenSaver"
#define SAVER_PATH "/org/freedesktop/ScreenSaver"

struct _DeskShiftInhibitor {
  GObject parent_instance;

  GtkWindow *window;   /* borrowed */
  guint logout_cookie; /* 0, as below: nothing is inhibited */
  guint idle_cookie;
  GDBusConnection *bus; /* owned; NULL unless the screen saver was asked to stay away */
  guint saver_cookie;   /* 0 until it has answered */
};

G_DEFINE_FINAL_TYPE (DeskShiftInhibitor, desk_shift_inhibitor, G_TYPE_OBJECT)

static GtkApplication *
get_application (DeskShiftInhibitor *self)
{
  return gtk_window_get_application (self->window);
}

/* The screen saver. */

static void
release_saver (GDBusConnection *bus, guint cookie)
{
  g_dbus_connection_call (bus, SAVER_NAME, SAVER_PATH, SAVER_NAME, "UnInhibit",
                          g_variant_new ("(u)", cookie), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, NULL, NULL);
}

/* A cookie that nobody needs is given back: the shift is over, or was paused and went on before the saver
 * had answered, and has one by now. */
static void
on_saver_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskShiftInhibitor) self = data;
  GDBusConnection *bus = G_DBUS_CONNECTION (source);
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (bus, result, NULL);
  guint cookie;

  if (reply == NULL) /* there is none */
    return;
  g_variant_get (reply, "(u)", &cookie);
  if (self->bus != NULL && self->saver_cookie == 0)
    self->saver_cookie = cookie;
  else
    release_saver (bus, cookie);
}

static void
ask_saver (DeskShiftInhibitor *self, const char *reason)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (get_application (self)));

  if (bus == NULL)
    return;
  g_set_object (&self->bus, bus);
  g_dbus_connection_call (bus, SAVER_NAME, SAVER_PATH, SAVER_NAME, "Inhibit",
                          g_variant_new ("(ss)", "Frontdesk", reason), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, on_saver_asked,
                          g_object_ref (self));
}

static void
let_saver_go (DeskShiftInhibitor *self)
{
  if (self->saver_cookie != 0)
    release_saver (self->bus, self->saver_cookie);
  self->saver_cookie = 0;
  g_clear_object (&self->bus);
}

/* Both. */

static void
inhibit_idle (DeskShiftInhibitor *self)
{
  const char *reason = _ ("Calls come in during a shift.");

  if (self->idle_cookie != 0 || self->bus != NULL || get_application (self) == NULL)
    return;
  self->idle_cookie = gtk_application_inhibit (
      get_application (self), self->window,
      GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND, reason);
  if (self->idle_cookie == 0)
    ask_saver (self, reason);
}

static void
release (DeskShiftInhibitor *self, guint *cookie)
{
  if (*cookie != 0 && get_application (self) != NULL)
    gtk_application_uninhibit (get_application (self), *cookie);
  *cookie = 0;
}

static void
allow_idle (DeskShiftInhibitor *self)
{
  release (self, &self->idle_cookie);
  let_saver_go (self);
}

static void
on_event (DeskShiftInhibitor *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_UNPAUSED)
    inhibit_idle (self);
  else if (event->type == DESK_EVENT_PAUSED || event->type == DESK_EVENT_FINISHED)
    allow_idle (self);
  if (event->type == DESK_EVENT_FINISHED)
    release (self, &self->logout_cookie);
}

static void
desk_shift_inhibitor_dispose (GObject *object)
{
  DeskShiftInhibitor *self = DESK_SHIFT_INHIBITOR (object);

  if (self->window != NULL) {
    allow_idle (self);
    release (self, &self->logout_cookie);
  }
  self->window = NULL;
  G_OBJECT_CLASS (desk_shift_inhibitor_parent_class)->dispose (object);
}

static void
desk_shift_inhibitor_class_init (DeskShiftInhibitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_shift_inhibitor_dispose;
}

static void
desk_shift_inhibitor_init (DeskShiftInhibitor *self)
{
}

DeskShiftInhibitor *
desk_shift_inhibitor_new (GtkWindow *window, DeskSession *session)
{
  DeskShiftInhibitor *self = g_object_new (DESK_TYPE_SHIFT_INHIBITOR, NULL);

  self->window = window;
  if (get_application (self) != NULL)
    self->logout_cookie =
        gtk_application_inhibit (get_application (self), window, GTK_APPLICATION_INHIBIT_LOGOUT,
                                 _ ("A shift is in progress; leaving now would interrupt it."));
  if (!desk_session_get_state (session)->paused)
    inhibit_idle (self);
  g_signal_connect_object (session, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  return self;
}
