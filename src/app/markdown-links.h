/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Words of a text that lead elsewhere: underlined, and followed with the pointer. What can be reached in this
 * way alone is out of reach for the keyboard, so there must be another. */

G_BEGIN_DECLS

/* From `offset`, in letters, to the end of the text. */
void desk_markdown_links_add (GtkTextBuffer *buffer, int offset, const char *link);

/* Where the words at `at` lead, or NULL. Borrowed. */
const char *desk_markdown_links_get (const GtkTextIter *at);

/* To be called with `view` and `data` when a link of its text is followed. */
typedef void (*DeskLinkFollowed) (GtkWidget *view, const char *link, gpointer data);
void desk_markdown_links_serve (GtkWidget *view, DeskLinkFollowed followed, gpointer data);

G_END_DECLS
