/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>

/* What a screen reader has of a popover. The accessibility bus keeps it for a while after the popover has gone
 * with its page, and GTK's own would then ask nothing at all whether it is modal, and complain. */

G_BEGIN_DECLS

#define DESK_TYPE_POPOVER_ACCESSIBLE (desk_popover_accessible_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskPopoverAccessible, desk_popover_accessible, DESK, POPOVER_ACCESSIBLE, GtkPopoverAccessible)

/* Every popover of the program gets one, also those that GTK makes for menus. To be called before there is
 * any. */
void desk_popover_accessible_use (void);

G_END_DECLS
