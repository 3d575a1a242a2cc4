/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* GtkGrid reports its children to screen readers in reverse order of attachment. */

G_BEGIN_DECLS

/* Makes the reading order of `grid` that of attachment. */
void desk_grid_set_reading_order (GtkGrid *grid);

/* The same for every grid in `root`. Call it once, after the template is built. */
void desk_set_reading_order (GtkWidget *root);

G_END_DECLS
