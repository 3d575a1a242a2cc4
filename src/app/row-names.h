/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Names the rows of every list in `root` by their label, now and whenever it changes: GtkStackSidebar
 * leaves its rows unnamed. Call it when they exist. */
void desk_row_names_follow_labels (GtkWidget *root);
