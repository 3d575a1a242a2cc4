/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Shows a text in Markdown: headings, paragraphs, lists, emphasis and code. Links are shown as their text. */

G_BEGIN_DECLS

/* A text view that cannot be written in. `markdown` is UTF-8. */
GtkWidget *desk_markdown_view_new (const char *markdown);

/* A chapter, which is a heading of the second level. */
typedef struct {
  char *title;       /* owned */
  GtkTextMark *mark; /* of its beginning; owned by the view's text */
} DeskMarkdownChapter;

/* Of DeskMarkdownChapter, in order. Owned by the view. */
GPtrArray *desk_markdown_view_get_chapters (GtkWidget *view);

G_END_DECLS
