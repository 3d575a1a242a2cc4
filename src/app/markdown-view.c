/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/markdown-view.h"

#include <cmark.h>
#include <string.h>

#define CHAPTERS "desk-chapters"
#define INDENT 24 /* pixels a level of a list */

/* While a text is laid out. */
typedef struct {
  GtkTextBuffer *buffer;
  GPtrArray *chapters;
  GPtrArray *tags;  /* names of those that hold now (static strings) */
  GArray *numbers;  /* of each open list, its next number; 0: bullets */
  int chapter_from; /* offset in letters of the heading that is open; -1: none */
} Layout;

static void
chapter_free (gpointer data)
{
  DeskMarkdownChapter *chapter = data;

  g_free (chapter->title);
  g_free (chapter);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "h1", "scale", 1.6, "weight", PANGO_WEIGHT_BOLD,
                              "pixels-below-lines", 8, NULL);
  gtk_text_buffer_create_tag (buffer, "h2", "scale", 1.25, "weight", PANGO_WEIGHT_BOLD,
                              "pixels-above-lines", 14, "pixels-below-lines", 4, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "emph", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", NULL);
  gtk_text_buffer_create_tag (buffer, "item", "left-margin", INDENT + 12, "indent", -INDENT,
                              "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (buffer, "paragraph", "pixels-above-lines", 4, "pixels-below-lines", 4,
                              NULL);
}

static void
write_text (Layout *self, const char *text)
{
  GtkTextIter from, end;
  int offset;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (self->buffer, &end, text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, offset);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  for (guint n = 0; n < self->tags->len; n++)
    gtk_text_buffer_apply_tag_by_name (self->buffer, self->tags->pdata[n], &from, &end);
}

static void
turn (Layout *self, gboolean on, const char *tag)
{
  if (on)
    g_ptr_array_add (self->tags, (gpointer) tag);
  else if (self->tags->len > 0)
    g_ptr_array_remove_index (self->tags, self->tags->len - 1);
}

static void
end_chapter_title (Layout *self)
{
  DeskMarkdownChapter *chapter = g_new0 (DeskMarkdownChapter, 1);
  GtkTextIter from, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, self->chapter_from);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  chapter->title = gtk_text_buffer_get_text (self->buffer, &from, &end, FALSE);
  chapter->mark = gtk_text_buffer_create_mark (self->buffer, NULL, &from, TRUE);
  g_ptr_array_add (self->chapters, chapter);
  self->chapter_from = -1;
}

static void
lay_heading (Layout *self, cmark_node *node, gboolean on)
{
  const gboolean is_chapter = cmark_node_get_heading_level (node) == 2;
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (on && is_chapter)
    self->chapter_from = gtk_text_iter_get_offset (&end);
  if (!on && is_chapter)
    end_chapter_title (self);
  if (!on)
    write_text (self, "\n");
  turn (self, on, is_chapter ? "h2" : "h1");
}

static void
lay_list (Layout *self, cmark_node *node, gboolean on)
{
  int number =
      cmark_node_get_list_type (node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start (node) : 0;

  if (on)
    g_array_append_val (self->numbers, number);
  else
    g_array_set_size (self->numbers, self->numbers->len - 1);
}

static void
lay_item (Layout *self, gboolean on)
{
  int *number = &g_array_index (self->numbers, int, self->numbers->len - 1);
  g_autofree char *bullet = *number > 0 ? g_strdup_printf ("%d.\t", *number) : g_strdup ("•\t");

  turn (self, on, "item");
  if (on)
    write_text (self, bullet);
  if (on && *number > 0)
    (*number)++;
}

static void
lay_paragraph (Layout *self, gboolean on)
{
  if (!on)
    write_text (self, "\n");
  turn (self, on, "paragraph");
}

static void
lay_code (Layout *self, const char *text)
{
  turn (self, TRUE, "code");
  write_text (self, text);
  turn (self, FALSE, "code");
}

static void
lay_node (Layout *self, cmark_node *node, gboolean on)
{
  const cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_HEADING)
    lay_heading (self, node, on);
  else if (type == CMARK_NODE_LIST)
    lay_list (self, node, on);
  else if (type == CMARK_NODE_ITEM)
    lay_item (self, on);
  else if (type == CMARK_NODE_PARAGRAPH)
    lay_paragraph (self, on);
  else if (type == CMARK_NODE_STRONG)
    turn (self, on, "strong");
  else if (type == CMARK_NODE_EMPH)
    turn (self, on, "emph");
  else if (type == CMARK_NODE_TEXT)
    write_text (self, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
    lay_code (self, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    write_text (self, type == CMARK_NODE_SOFTBREAK ? " " : "\n");
}

static void
lay_out (Layout *self, const char *markdown)
{
  cmark_node *document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_iter *each = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (each)) != CMARK_EVENT_DONE)
    lay_node (self, cmark_iter_get_node (each), event == CMARK_EVENT_ENTER);
  cmark_iter_free (each);
  cmark_node_free (document);
}

GPtrArray *
desk_markdown_view_get_chapters (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), CHAPTERS);
}

GtkWidget *
desk_markdown_view_new (const char *markdown)
{
  GtkWidget *view = gtk_text_view_new ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  Layout layout = {
    .buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
    .chapters = g_ptr_array_new_with_free_func (chapter_free),
    .tags = tags,
    .numbers = numbers,
    .chapter_from = -1,
  };
  GtkTextIter start;

  make_tags (layout.buffer);
  lay_out (&layout, markdown);
  g_object_set_data_full (G_OBJECT (view), CHAPTERS, layout.chapters,
                          (GDestroyNotify) g_ptr_array_unref);
  gtk_text_buffer_get_start_iter (layout.buffer, &start);
  gtk_text_buffer_place_cursor (layout.buffer, &start);
  g_object_set (view, "editable", FALSE, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                "left-margin", 24, "right-margin", 24, "top-margin", 18, "bottom-margin", 18, NULL);
  return view;
}
