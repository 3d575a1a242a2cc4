/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-geometry.h"

#define MIN_WIDTH 640 /* pixels; less than any page needs, so that nonsense is no size */
#define MIN_HEIGHT 480

/* Lives as long as the window does. */
typedef struct {
  GtkWindow *window;   /* borrowed */
  GSettings *settings; /* owned */
  int width,
      height; /* of the window when it is neither maximised nor over the full screen, in pixels */
  gboolean is_maximized;
} Geometry;

static void
geometry_free (gpointer data)
{
  Geometry *self = data;

  g_object_unref (self->settings);
  g_free (self);
}

/* What the desktop's bars leave of the screen that the window is likely to appear on. */
static GdkRectangle
find_space (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  GdkMonitor *monitor = gdk_display_get_primary_monitor (display);
  GdkRectangle space = { .width = G_MAXINT, .height = G_MAXINT };

  if (monitor == NULL)
    monitor = gdk_display_get_monitor (display, 0);
  if (monitor != NULL)
    gdk_monitor_get_workarea (monitor, &space);
  return space;
}

static void
restore (Geometry *self)
{
  const GdkRectangle space = find_space ();

  g_settings_get (self->settings, "window-size", "(ii)", &self->width, &self->height);
  self->width = MIN (MAX (self->width, MIN_WIDTH), space.width);
  self->height = MIN (MAX (self->height, MIN_HEIGHT), space.height);
  self->is_maximized = g_settings_get_boolean (self->settings, "window-maximized");
  gtk_window_set_default_size (self->window, self->width, self->height);
  if (self->is_maximized)
    gtk_window_maximize (self->window);
}

static gboolean
is_free (GtkWindow *window)
{
  GdkWindow *surface = gtk_widget_get_window (GTK_WIDGET (window));

  return surface != NULL &&
         (gdk_window_get_state (surface) &
          (GDK_WINDOW_STATE_MAXIMIZED | GDK_WINDOW_STATE_FULLSCREEN | GDK_WINDOW_STATE_TILED)) == 0;
}

static void
on_size_allocate (Geometry *self)
{
  if (is_free (self->window))
    gtk_window_get_size (self->window, &self->width, &self->height);
}

static gboolean
on_state (Geometry *self, GdkEventWindowState *event)
{
  self->is_maximized = (event->new_window_state & GDK_WINDOW_STATE_MAXIMIZED) != 0;
  return GDK_EVENT_PROPAGATE;
}

static void
keep (Geometry *self)
{
  g_settings_set (self->settings, "window-size", "(ii)", self->width, self->height);
  g_settings_set_boolean (self->settings, "window-maximized", self->is_maximized);
}

void
desk_window_geometry_remember (GtkWindow *window, GSettings *settings)
{
  Geometry *self = g_new0 (Geometry, 1);

  self->window = window;
  self->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (window), "desk-geometry", self, geometry_free);
  restore (self);
  g_signal_connect_swapped (window, "size-allocate", G_CALLBACK (on_size_allocate), self);
  g_signal_connect_swapped (window, "window-state-event", G_CALLBACK (on_state), self);
  g_signal_connect_swapped (window, "unmap", G_CALLBACK (keep), self);
}
