/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/difference.h"

/* Labels for text that people wrote: no markup, and nothing that could upset the display. */

G_BEGIN_DECLS

/* Wraps, starts at the left; `style_class` may be NULL. Shown. */
GtkWidget *desk_plain_label_new (const char *text, const char *style_class);

/* The same, with some bytes of `text` made to stand out. (element-type DeskSpan) */
GtkWidget *desk_plain_label_new_marked (const char *text, const GArray *spans);

void desk_plain_label_set_text (GtkLabel *label, const char *text);

G_END_DECLS
