/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The menu of a row in a list. */

G_BEGIN_DECLS

/* Shows `model`, whose actions are looked for from `widget` upwards, where the pointer was at `event`,
 * or under the widget when that is NULL: asked for by the keys. It goes away by itself. */
void desk_context_menu_show (GtkWidget *widget, GMenuModel *model, const GdkEvent *event);

G_END_DECLS
