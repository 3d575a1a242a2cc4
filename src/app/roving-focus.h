/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the buttons in `group` one stop for Tab, which comes back to the one that had the focus last.
 * Inside, arrows go to the next one in their direction, Home and End to the first and the last. What needs
 * arrows for itself, such as an entry, must not be in it. */
void desk_roving_focus_add (GtkWidget *group);

G_END_DECLS
