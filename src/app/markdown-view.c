/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/markdown-view.h"

#include <cmark.h>
#include <string.h>

#include "app/markdown-links.h"

#define CHAPTERS "desk-chapters"
#define ANCHORS "desk-anchors"
#define INDENT 24               /* pixels a level of a list */
#define LINE_SEPARATOR "\u2028" /* a new line of the same paragraph */

/* While a text is laid out. */
typedef struct {
  GtkTextBuffer *buffer;
  GPtrArray *chapters;
  GHashTable *anchors; /* char *: GtkTextMark * */
  GPtrArray *tags;     /* names of those that hold now (static strings) */
  GArray *numbers;     /* of each open list, its next number; 0: bullets */
  int heading_from;    /* offset in letters of the heading that is open */
  int link_from;       /* of the link */
} Layout;

static void
chapter_free (gpointer data)
{
  DeskMarkdownChapter *chapter = data;

  g_free (chapter->title);
  g_free (chapter->anchor);
  g_free (chapter);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "h1", "scale", 1.6, "weight", PANGO_WEIGHT_BOLD,
                              "pixels-below-lines", 8, NULL);
  gtk_text_buffer_create_tag (buffer, "h2", "scale", 1.25, "weight", PANGO_WEIGHT_BOLD,
                              "pixels-above-lines", 14, "pixels-below-lines", 4, NULL);
  gtk_text_buffer_create_tag (buffer, "h3", "scale", 1.1, "weight", PANGO_WEIGHT_BOLD,
                              "pixels-above-lines", 10, "pixels-below-lines", 2, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "emph", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", NULL);
  gtk_text_buffer_create_tag (buffer, "block", "family", "monospace", "scale", 0.85, "left-margin",
                              2 * INDENT, NULL);
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

/* As links name a heading: in lower case, with hyphens for spaces and without other signs. */
static char *
anchor_of (const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);
  GString *anchor = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p)) {
    const gunichar letter = g_utf8_get_char (p);

    if (letter == ' ')
      g_string_append_c (anchor, '-');
    else if (g_unichar_isalnum (letter) || letter == '-' || letter == '_')
      g_string_append_unichar (anchor, letter);
  }
  return g_string_free (anchor, FALSE);
}

static void
end_heading (Layout *self, gboolean is_chapter)
{
  g_autofree char *title = NULL;
  g_autofree char *anchor = NULL;
  GtkTextIter from, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, self->heading_from);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  title = gtk_text_buffer_get_text (self->buffer, &from, &end, FALSE);
  anchor = anchor_of (title);
  g_hash_table_insert (self->anchors, g_strdup (anchor),
                       gtk_text_buffer_create_mark (self->buffer, NULL, &from, TRUE));
  if (is_chapter) {
    DeskMarkdownChapter *chapter = g_new (DeskMarkdownChapter, 1);

    *chapter = (DeskMarkdownChapter){ g_steal_pointer (&title), g_steal_pointer (&anchor) };
    g_ptr_array_add (self->chapters, chapter);
  }
}

static int
end_offset (Layout *self)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  return gtk_text_iter_get_offset (&end);
}

static void
lay_heading (Layout *self, cmark_node *node, gboolean on)
{
  static const char *const tags[] = { "h1", "h2", "h3" };
  const int level = MIN (cmark_node_get_heading_level (node), (int) G_N_ELEMENTS (tags));

  if (on)
    self->heading_from = end_offset (self);
  else
    end_heading (self, level == 2);
  if (!on)
    write_text (self, "\n");
  turn (self, on, tags[level - 1]);
}

static void
lay_link (Layout *self, cmark_node *node, gboolean on)
{
  if (on)
    self->link_from = end_offset (self);
  else
    desk_markdown_links_add (self->buffer, self->link_from, cmark_node_get_url (node));
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
lay_code (Layout *self, const char *text, const char *tag)
{
  turn (self, TRUE, tag);
  write_text (self, text);
  turn (self, FALSE, tag);
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
  else if (type == CMARK_NODE_LINK)
    lay_link (self, node, on);
  else if (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
    lay_code (self, cmark_node_get_literal (node), type == CMARK_NODE_CODE ? "code" : "block");
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    write_text (self, type == CMARK_NODE_SOFTBREAK ? " " : LINE_SEPARATOR);
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

gboolean
desk_markdown_view_show (GtkWidget *view, const char *anchor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextMark *mark;
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (anchor != NULL) {
    mark = g_hash_table_lookup (g_object_get_data (G_OBJECT (view), ANCHORS), anchor);
    if (mark == NULL)
      return FALSE;
    gtk_text_buffer_get_iter_at_mark (buffer, &start, mark);
  }
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                0, 0);
  return TRUE;
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
    .anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .tags = tags,
    .numbers = numbers,
  };
  GtkTextIter start;

  make_tags (layout.buffer);
  lay_out (&layout, markdown);
  g_object_set_data_full (G_OBJECT (view), CHAPTERS, layout.chapters,
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (view), ANCHORS, layout.anchors,
                          (GDestroyNotify) g_hash_table_unref);
  gtk_text_buffer_get_start_iter (layout.buffer, &start);
  gtk_text_buffer_place_cursor (layout.buffer, &start);
  g_object_set (view, "editable", FALSE, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                "left-margin", 24, "right-margin", 24, "top-margin", 18, "bottom-margin", 18, NULL);
  return view;
}
