/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/page-scroller.h"

GtkWidget *
desk_page_scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_container_add (GTK_CONTAINER (scroller), child);
  return scroller;
}

static gboolean
scroll_of_key (guint keyval, GtkScrollType *scroll)
{
  switch (keyval) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home: *scroll = GTK_SCROLL_START; return TRUE;
  case GDK_KEY_End:
  case GDK_KEY_KP_End: *scroll = GTK_SCROLL_END; return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up: *scroll = GTK_SCROLL_PAGE_BACKWARD; return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down: *scroll = GTK_SCROLL_PAGE_FORWARD; return TRUE;
  }
  return FALSE;
}

static gboolean
on_window_key (GtkWidget *scroller, GdkEventKey *event)
{
  const gboolean is_plain = (event->state & gtk_accelerator_get_default_mod_mask ()) == 0;
  GtkScrollType scroll;
  gboolean scrolled = FALSE;

  if (is_plain && gtk_widget_get_mapped (scroller) && scroll_of_key (event->keyval, &scroll))
    g_signal_emit_by_name (scroller, "scroll-child", scroll, FALSE, &scrolled);
  return scrolled;
}

static void
on_realized (GtkWidget *scroller)
{
  g_signal_connect_object (gtk_widget_get_toplevel (scroller), "key-press-event",
                           G_CALLBACK (on_window_key), scroller,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
on_unrealized (GtkWidget *scroller)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_toplevel (scroller), on_window_key,
                                        scroller);
}

void
desk_page_scroller_take_keys (GtkWidget *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  g_signal_connect (scroller, "realize", G_CALLBACK (on_realized), NULL);
  g_signal_connect (scroller, "unrealize", G_CALLBACK (on_unrealized), NULL);
}
