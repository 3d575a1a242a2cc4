/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the widget a class of the style sheets, or takes it away. */
void desk_style_class_set (GtkWidget *widget, const char *name, gboolean set);

G_END_DECLS
