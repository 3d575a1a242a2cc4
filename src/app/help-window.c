/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/help-window.h"

#include <glib/gi18n-lib.h>

#include "app/markdown-view.h"
#include "app/page-scroller.h"

#define FOLDER "/org/frontdesk/Frontdesk/manual/"

static char *
read_manual (void)
{
  /* Translators: the manual in your language, a file in docs/; “manual.md” is the English one. */
  g_autofree char *path = g_strconcat (FOLDER, _ ("manual.md"), NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    bytes = g_resources_lookup_data (FOLDER "manual.md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
on_chapter (GtkWidget *view, GtkListBoxRow *row)
{
  GPtrArray *chapters = desk_markdown_view_get_chapters (view);
  const DeskMarkdownChapter *chapter;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;

  if (row == NULL)
    return;
  chapter = chapters->pdata[gtk_list_box_row_get_index (row)];
  gtk_text_buffer_get_iter_at_mark (buffer, &start, chapter->mark);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), chapter->mark, 0, TRUE, 0, 0);
}

static GtkWidget *
chapter_list_new (GtkWidget *view)
{
  GPtrArray *chapters = desk_markdown_view_get_chapters (view);
  GtkWidget *list = gtk_list_box_new ();

  for (guint n = 0; n < chapters->len; n++) {
    GtkWidget *label = gtk_label_new (((DeskMarkdownChapter *) chapters->pdata[n])->title);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    g_object_set (label, "margin", 8, NULL);
    gtk_container_add (GTK_CONTAINER (list), label);
  }
  atk_object_set_name (gtk_widget_get_accessible (list), _ ("Chapters"));
  g_signal_connect_object (list, "row-selected", G_CALLBACK (on_chapter), view, G_CONNECT_SWAPPED);
  return list;
}

static gboolean
on_key (GtkWindow *window, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (window);
  return GDK_EVENT_STOP;
}

GtkWidget *
desk_help_window_new (GtkWindow *parent)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *manual = read_manual ();
  GtkWidget *view = desk_markdown_view_new (manual);
  GtkWidget *list = chapter_list_new (view);

  atk_object_set_name (gtk_widget_get_accessible (view), _ ("Manual"));
  gtk_box_pack_start (GTK_BOX (box), desk_page_scroller_new (list), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), desk_page_scroller_new (view), TRUE, TRUE, 0);
  gtk_widget_show_all (box);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help – Frontdesk"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 640);
  g_signal_connect (window, "key-press-event", G_CALLBACK (on_key), NULL);
  return window;
}
