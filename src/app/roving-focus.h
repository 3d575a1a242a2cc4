/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the buttons in `group` a single tab stop, which returns to the one that last had the focus. Inside,
 * arrow keys move to the next one in their direction, Home and End to the first and the last. Widgets that
 * use arrow keys, such as entries, must not be in it. */
void desk_roving_focus_add (GtkWidget *group);

G_END_DECLS
