/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The panes of a table whose headings and names stay in sight: they scroll with the cells, and are held to their
 * widths and heights by groups of two. */

G_BEGIN_DECLS

/* Borrowed: children of the table, each a scrolled window. */
typedef struct {
  GtkWidget *headings;
  GtkWidget *names;
  GtkWidget *cells;
} DeskClassPanes;

/* Puts them into `table`, beside and under a corner that has the first place. */
void desk_class_panes_add (DeskClassPanes *self, GtkGrid *table);

/* An empty grid in `pane`, in which arrows go from one to the next, for what was there before. Owned by the pane. */
GtkWidget *desk_class_panes_renew (GtkWidget *pane);

/* The grid that is there; NULL: none. Owned by the pane. */
GtkWidget *desk_class_panes_grid (GtkWidget *pane);

/* `one` is as high, or as wide, as `other`. */
void desk_class_panes_hold (GtkSizeGroupMode mode, GtkWidget *one, GtkWidget *other);

G_END_DECLS
