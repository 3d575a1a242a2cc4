/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "classroom/class-view.h"

/* A cell in the table of a class: the score with the shape of its result, and under it the result in words
 * with the number of sessions. There are as many as a thousand, so it has no children: it draws what is in sight,
 * and makes its words when somebody asks for them. It asks for no room of its own, but takes the width of its
 * heading and the height of the trainee's name. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_CELL_BUTTON (desk_class_cell_button_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskClassCellButton, desk_class_cell_button, DESK, CLASS_CELL_BUTTON, GtkButton)

/* `cell` lives until the button is destroyed. (transfer floating) */
GtkWidget *desk_class_cell_button_new (const DeskClassCell *cell);

G_END_DECLS
