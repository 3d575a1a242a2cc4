/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The panes of a table with headings and names that stay in view: they scroll with the cells, and size
 * groups of two keep their widths and heights in step. */

G_BEGIN_DECLS

/* Borrowed: children of the table, each a scrolled window. */
typedef struct {
  GtkWidget *headings;
  GtkWidget *names;
  GtkWidget *cells;
} DeskClassPanes;

/* Adds them to `table` beside and below the corner, its first cell. */
void desk_class_panes_add (DeskClassPanes *self, GtkGrid *table);

/* Replaces the content of `pane` by an empty grid in which arrow keys move the focus. Owned by the pane. */
GtkWidget *desk_class_panes_renew (GtkWidget *pane);

/* The grid that is there; NULL: none. Owned by the pane. */
GtkWidget *desk_class_panes_grid (GtkWidget *pane);

/* `one` is as high, or as wide, as `other`. */
void desk_class_panes_hold (GtkSizeGroupMode mode, GtkWidget *one, GtkWidget *other);

G_END_DECLS
