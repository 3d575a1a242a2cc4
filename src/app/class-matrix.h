/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* The class as a table of trainees by scenarios, with headings that stay in view. The cells are a single
 * tab stop with arrow keys inside; so are the trainees, and so are the scenarios. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_MATRIX (desk_class_matrix_get_type ())
G_DECLARE_FINAL_TYPE (DeskClassMatrix, desk_class_matrix, DESK, CLASS_MATRIX, GtkGrid)

/* More cells than this are not shown: each is a widget, and nobody reads that many. */
#define DESK_CLASS_MATRIX_MOST_CELLS 1500
#define DESK_CLASS_MATRIX_MOST_COLUMNS 50

/**
 * Signals of DeskClassMatrix; cells are those of the view, or NULL:
 *  - "chosen" (const DeskClassCell *cell): another cell has the keyboard
 *  - "open" (const DeskClassCell *cell): it was clicked, or Enter was pressed on it
 *  - "menu" (const DeskClassCell *cell, GtkWidget *widget, const GdkEvent *event): its menu was asked for;
 *    NULL: by the keys
 *  - "trainee" (const char *name): the trainee at the beginning of a row was chosen
 */

/* Shows a class in the order last chosen. The chosen cell stays chosen, and keeps the focus, while it is
 * there. */
void desk_class_matrix_show (DeskClassMatrix *self, DeskClassSnapshot *snapshot);

/* How much of it is shown, in words; NULL: everything. (transfer full) */
char *desk_class_matrix_describe_rest (DeskClassMatrix *self);

/* The cell that last had the focus; NULL: none. Owned by the snapshot. */
const DeskClassCell *desk_class_matrix_get_chosen (DeskClassMatrix *self);

/* Focuses the cell that last had the focus, or else the first. */
void desk_class_matrix_grab_focus (DeskClassMatrix *self);

G_END_DECLS
