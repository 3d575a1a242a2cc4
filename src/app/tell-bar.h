/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A bar above a page that shows the outcome of something until it is closed. */

G_BEGIN_DECLS

#define DESK_TYPE_TELL_BAR (desk_tell_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskTellBar, desk_tell_bar, DESK, TELL_BAR, GtkInfoBar)

/* Signal "left" (): it was closed and the focus with it: the page should focus its content. */

/* Replaces the text by `words` and reads them out. `path` (NULL: none) is a file that can be opened from
 * there. */
void
desk_tell_bar_say (DeskTellBar *self, GtkMessageType type, const char *words, const char *path);

G_END_DECLS
