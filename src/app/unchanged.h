/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Set properties that are recomputed every second, but only if they changed: each change is reported on the
 * accessibility bus, and a tooltip that is set again flickers. */

G_BEGIN_DECLS

void desk_name_unless_same (GtkWidget *widget, const char *name);
void desk_text_unless_same (GtkLabel *label, const char *text);

/* `text` NULL: none. */
void desk_tooltip_unless_same (gpointer widget, const char *text);

G_END_DECLS
