/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/markdown-links.h"

#define LINK "desk-link"
#define IS_OVER "desk-is-over-link"

typedef struct {
  DeskLinkFollowed followed;
  gpointer data;
} Served;

void
desk_markdown_links_add (GtkTextBuffer *buffer, int offset, const char *link)
{
  GtkTextTag *tag =
      gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  GtkTextIter from, end;

  g_object_set_data_full (G_OBJECT (tag), LINK, g_strdup (link), g_free);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, offset);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &end);
}

const char *
desk_markdown_links_get (const GtkTextIter *at)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (at);
  const char *link = NULL;

  for (GSList *one = tags; one != NULL && link == NULL; one = one->next)
    link = g_object_get_data (one->data, LINK);
  return link;
}

/* Of the link at a place in the window of the text, or NULL. Borrowed. */
static const char *
link_at (GtkTextView *view, double window_x, double window_y)
{
  GtkTextIter at;
  int x, y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_TEXT, (int) window_x, (int) window_y,
                                         &x, &y);
  return gtk_text_view_get_iter_at_location (view, &at, x, y) ? desk_markdown_links_get (&at)
                                                              : NULL;
}

static gboolean
on_motion (GtkWidget *view, const GdkEventMotion *event)
{
  const gboolean is_over = link_at (GTK_TEXT_VIEW (view), event->x, event->y) != NULL;
  GdkWindow *window = gtk_text_view_get_window (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_TEXT);
  g_autoptr (GdkCursor) cursor = NULL;

  if (event->window != window ||
      is_over == GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), IS_OVER)))
    return GDK_EVENT_PROPAGATE;
  g_object_set_data (G_OBJECT (view), IS_OVER, GINT_TO_POINTER (is_over));
  cursor = gdk_cursor_new_from_name (gtk_widget_get_display (view), is_over ? "pointer" : "text");
  gdk_window_set_cursor (window, cursor);
  return GDK_EVENT_PROPAGATE;
}

/* Whoever marks text with the pointer does not want to be taken elsewhere. */
static gboolean
on_release (GtkWidget *view, const GdkEventButton *event, const Served *served)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *link = NULL;

  if (event->button != GDK_BUTTON_PRIMARY || gtk_text_buffer_get_has_selection (buffer))
    return GDK_EVENT_PROPAGATE;
  link = g_strdup (link_at (GTK_TEXT_VIEW (view), event->x, event->y));
  if (link == NULL)
    return GDK_EVENT_PROPAGATE;
  served->followed (view, link, served->data);
  return GDK_EVENT_STOP;
}

static void
served_free (gpointer served, GClosure *closure)
{
  g_free (served);
}

void
desk_markdown_links_serve (GtkWidget *view, DeskLinkFollowed followed, gpointer data)
{
  Served *served = g_new (Served, 1);

  *served = (Served){ followed, data };
  g_signal_connect (view, "motion-notify-event", G_CALLBACK (on_motion), NULL);
  g_signal_connect_data (view, "button-release-event", G_CALLBACK (on_release), served, served_free,
                         0);
}
