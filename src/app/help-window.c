/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/help-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/help-documents.h"
#include "app/markdown-links.h"
#include "app/markdown-view.h"
#include "app/page-scroller.h"

#define HELP "desk-help"
#define CONTENTS_CHARS 30

typedef struct {
  GtkListBox *contents; /* a row for each document, and after the open one a row for each chapter */
  GtkWidget *holder;    /* of the scroller of the view */
  GtkWidget *view;      /* the open document */
  int document;         /* which that is */
} Help;

static int
count_chapters (const Help *self)
{
  return self->view == NULL ? 0 : (int) desk_markdown_view_get_chapters (self->view)->len;
}

/* Which chapter of the open document the row is of; -1: it is a document's. */
static int
chapter_of (const Help *self, GtkListBoxRow *row)
{
  const int n = gtk_list_box_row_get_index (row) - self->document - 1;

  return n >= 0 && n < count_chapters (self) ? n : -1;
}

/* Of a row that is no chapter's. */
static int
document_of (const Help *self, GtkListBoxRow *row)
{
  const int n = gtk_list_box_row_get_index (row);

  return n <= self->document ? n : n - count_chapters (self);
}

static GtkListBoxRow *
document_row (const Help *self, int document)
{
  return gtk_list_box_get_row_at_index (
      self->contents, document <= self->document ? document : document + count_chapters (self));
}

static GtkWidget *
row_new (const char *title, gboolean is_document)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "width-chars", CONTENTS_CHARS,
                "max-width-chars", CONTENTS_CHARS, "margin", 8, "margin-start",
                is_document ? 8 : 24, NULL);
  if (is_document)
    gtk_style_context_add_class (gtk_widget_get_style_context (label), "desk-contents-document");
  gtk_container_add (GTK_CONTAINER (row), label);
  gtk_widget_show_all (row);
  return row;
}

static void
remove_chapters (Help *self)
{
  for (int n = count_chapters (self); n > 0; n--)
    gtk_widget_destroy (
        GTK_WIDGET (gtk_list_box_get_row_at_index (self->contents, self->document + n)));
}

static void
add_chapters (Help *self)
{
  GPtrArray *chapters = desk_markdown_view_get_chapters (self->view);

  for (guint n = 0; n < chapters->len; n++) {
    const DeskMarkdownChapter *chapter = chapters->pdata[n];

    gtk_list_box_insert (self->contents, row_new (chapter->title, FALSE),
                         self->document + 1 + (int) n);
  }
}

static void follow (GtkWidget *view, const char *link, gpointer help);

static void
open_document (Help *self, int document)
{
  g_autofree char *text = desk_help_document_read ((guint) document);
  g_autofree char *title = desk_help_document_title ((guint) document);

  if (self->view != NULL) {
    remove_chapters (self);
    gtk_widget_destroy (gtk_bin_get_child (GTK_BIN (self->holder)));
  }
  self->document = document;
  self->view = desk_markdown_view_new (text);
  desk_markdown_links_serve (self->view, follow, self);
  atk_object_set_name (gtk_widget_get_accessible (self->view), title);
  add_chapters (self);
  gtk_list_box_invalidate_headers (self->contents);
  gtk_container_add (GTK_CONTAINER (self->holder), desk_page_scroller_new (self->view));
  gtk_widget_show_all (self->holder);
}

static void
on_row (Help *self, GtkListBoxRow *row)
{
  const DeskMarkdownChapter *chapter;

  if (row == NULL)
    return;
  if (chapter_of (self, row) >= 0) {
    chapter = desk_markdown_view_get_chapters (self->view)->pdata[chapter_of (self, row)];
    desk_markdown_view_show (self->view, chapter->anchor);
  } else if (document_of (self, row) == self->document) {
    desk_markdown_view_show (self->view, NULL);
  } else {
    open_document (self, document_of (self, row));
  }
}

/* "#a-call" is in the same document, "exams.md#marking" in another, "exams.md" the whole of that. */
static void
follow (GtkWidget *view, const char *link, gpointer help)
{
  Help *self = help;
  const int document = desk_help_document_find (link);
  const char *anchor = strchr (link, '#');

  if (document >= 0)
    gtk_list_box_select_row (self->contents, document_row (self, document));
  if (anchor != NULL)
    desk_markdown_view_show (self->view, anchor + 1);
}

/* Before the first of the documents that are for instructors. */
static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer help)
{
  const Help *self = help;
  const gboolean begins =
      before != NULL && chapter_of (self, row) < 0 &&
      desk_help_document_is_for_instructors ((guint) document_of (self, row)) &&
      !desk_help_document_is_for_instructors (
          (guint) (chapter_of (self, before) < 0 ? document_of (self, before) : self->document));
  GtkWidget *label;

  if (!begins) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (_ ("For instructors"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "desk-contents-heading");
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "dim-label");
  gtk_widget_show (label);
  gtk_list_box_row_set_header (row, label);
}

static void
add_documents (Help *self)
{
  for (guint n = 0; n < desk_help_documents_count (); n++) {
    g_autofree char *title = desk_help_document_title (n);

    gtk_container_add (GTK_CONTAINER (self->contents), row_new (title, TRUE));
  }
  open_document (self, 0);
  gtk_list_box_select_row (self->contents, document_row (self, 0));
  gtk_list_box_set_header_func (self->contents, set_header, self, NULL);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self->contents)), _ ("Contents"));
  g_signal_connect_swapped (self->contents, "row-selected", G_CALLBACK (on_row), self);
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
  Help *self = g_new0 (Help, 1);

  self->contents = GTK_LIST_BOX (gtk_list_box_new ());
  self->holder = gtk_event_box_new ();
  add_documents (self);
  gtk_box_pack_start (GTK_BOX (box), desk_page_scroller_new (GTK_WIDGET (self->contents)), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), self->holder, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help – Frontdesk"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 680);
  g_signal_connect (window, "key-press-event", G_CALLBACK (on_key), NULL);
  g_object_set_data_full (G_OBJECT (window), HELP, self, g_free);
  return window;
}
