/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The menu of a row in a list. */

G_BEGIN_DECLS

/* Pops up `model`, whose actions are looked up from `widget` upwards: at the pointer of `event` or, if that
 * is NULL (by keyboard), below the widget. It destroys itself. */
void desk_context_menu_show (GtkWidget *widget, GMenuModel *model, const GdkEvent *event);

G_END_DECLS
