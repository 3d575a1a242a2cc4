/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* How large the text of `widget` is beside the usual 11 pt at 96 dpi, which is 1: what is drawn or limited in
 * pixels grows with it. Above 0. */
double desk_text_scale (GtkWidget *widget);

/* px of a letter of usual width in the font of `widget`, as GTK measures "width-chars". */
int desk_text_char_width (GtkWidget *widget);
