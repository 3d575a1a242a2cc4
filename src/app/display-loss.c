/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/display-loss.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <unistd.h>

#if defined(GDK_WINDOWING_X11) && defined(DESK_HAVE_X11)
#include <gdk/gdkx.h>

#define STATUS_SYSTEM 3

/* Xlib's handler is one for the process and is given nothing of ours. */
static struct {
  DeskDisplayLossHook hook;
  gpointer data;
  gboolean lost;
} watch;

/* Whatever draws meanwhile comes here again. */
static int
on_io_error (Display *display)
{
  if (watch.lost)
    _exit (STATUS_SYSTEM);
  watch.lost = TRUE;
  g_printerr (
      "%s\n",
      _ ("Frontdesk has lost its display and must close. Everything done so far has been saved."));
  watch.hook (watch.data);
  _exit (STATUS_SYSTEM);
}

void
desk_display_loss_watch (DeskDisplayLossHook hook, gpointer data)
{
  watch.hook = hook;
  watch.data = data;
  if (GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    XSetIOErrorHandler (on_io_error);
}

#else

void
desk_display_loss_watch (DeskDisplayLossHook hook, gpointer data)
{
}

#endif
