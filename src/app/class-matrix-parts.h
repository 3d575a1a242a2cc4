/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "classroom/class-grid.h"

/* What a table of a class is made of beside its cells. All are (transfer floating), and shown by gtk_widget_show_all(). */

G_BEGIN_DECLS

/* In the place of a cell: the scenario was not worked. */
GtkWidget *desk_class_part_nothing_new (void);

/* A button at the beginning of a row: the trainee, and how it stands with all scenarios. */
GtkWidget *desk_class_part_name_new (const DeskClassRow *row);

/* A button by which the table is sorted, and what it says. */
GtkWidget *desk_class_part_heading_new (void);
GtkWidget *desk_class_part_corner_new (void); /* of its natural width */
void desk_class_part_heading_set (GtkWidget *heading,
                                  const char *title,
                                  gboolean is_sorted,
                                  gboolean backwards);

G_END_DECLS
