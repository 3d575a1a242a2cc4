/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Lets the rows of every list in `root` be called as the label in them says, now and whenever it
 * changes: a GtkStackSidebar leaves its rows without a name. To be called when they are there. */
void desk_row_names_follow_labels (GtkWidget *root);
