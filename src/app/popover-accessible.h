/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>

/* How a screen reader sees a popover. The accessibility bus keeps the object after the popover is gone with
 * its page; GTK's own would then query a NULL widget, and warn. */

G_BEGIN_DECLS

#define DESK_TYPE_POPOVER_ACCESSIBLE (desk_popover_accessible_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskPopoverAccessible, desk_popover_accessible, DESK, POPOVER_ACCESSIBLE, GtkPopoverAccessible)

/* Every popover of the program gets one, also those that GTK makes for menus. To be called before there is
 * any. */
void desk_popover_accessible_use (void);

G_END_DECLS
