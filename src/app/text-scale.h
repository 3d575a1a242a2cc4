/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The size of the text of `widget` relative to 11 pt at 96 dpi: what is drawn or limited in pixels is
 * multiplied by it. Above 0. */
double desk_text_scale (GtkWidget *widget);

/* The width in pixels of an average character of `widget`'s font, as GTK uses for "width-chars". */
int desk_text_char_width (GtkWidget *widget);
