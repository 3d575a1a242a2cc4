/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "classroom/class-view.h"

/* A cell in the table of a class: the score with the shape of its result, and under it the result in words
 * with the number of sessions. There may be a thousand cells, so a cell has no children: it draws itself
 * when it is in view, and composes its text on demand. It requests no size; the heading gives it its width
 * and the trainee's name its height. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_CELL_BUTTON (desk_class_cell_button_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskClassCellButton, desk_class_cell_button, DESK, CLASS_CELL_BUTTON, GtkButton)

/* `cell` outlives the button. (transfer floating) */
GtkWidget *desk_class_cell_button_new (const DeskClassCell *cell);

G_END_DECLS
