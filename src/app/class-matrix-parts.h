/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "classroom/class-grid.h"

/* The parts of a table of a class other than its cells. All are (transfer floating); gtk_widget_show_all()
 * shows them. */

G_BEGIN_DECLS

/* In place of a cell: the trainee has not worked the scenario. */
GtkWidget *desk_class_part_nothing_new (void);

/* The button at the start of a row: the trainee, and their standing over all scenarios. */
GtkWidget *desk_class_part_name_new (const DeskClassRow *row);

/* A heading that sorts the table, with its text. */
GtkWidget *desk_class_part_heading_new (void);
GtkWidget *desk_class_part_corner_new (void); /* of its natural width */
void desk_class_part_heading_set (GtkWidget *heading,
                                  const char *title,
                                  gboolean is_sorted,
                                  gboolean backwards);

G_END_DECLS
