/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The row of a transcript that shows the DeskCaption `caption`, of DeskCaptions `captions`; for
 * gtk_list_box_bind_model(). */
GtkWidget *desk_caption_row_new (gpointer caption, gpointer captions);
