/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A GtkGrid tells its children to a screen reader with the last that was attached first. */

G_BEGIN_DECLS

/* Lets the children of `grid` be read in the order in which they were attached. */
void desk_grid_set_reading_order (GtkGrid *grid);

/* The same for every grid in `root`, once, when it has just been made from a template. */
void desk_set_reading_order (GtkWidget *root);

G_END_DECLS
