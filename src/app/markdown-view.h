/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Shows a text in Markdown: headings, paragraphs, lists, emphasis, code and links. See markdown-links.h for what
 * follows those. */

G_BEGIN_DECLS

/* A text view that cannot be written in. `markdown` is UTF-8. */
GtkWidget *desk_markdown_view_new (const char *markdown);

/* A chapter, which is a heading of the second level. */
typedef struct {
  char *title;  /* owned */
  char *anchor; /* owned */
} DeskMarkdownChapter;

/* Of DeskMarkdownChapter, in order. Owned by the view. */
GPtrArray *desk_markdown_view_get_chapters (GtkWidget *view);

/* Scrolls to a heading, which its anchor names as links do: "a-call" for "A call". NULL is the beginning of the
 * text. FALSE: there is no such heading. */
gboolean desk_markdown_view_show (GtkWidget *view, const char *anchor);

G_END_DECLS
