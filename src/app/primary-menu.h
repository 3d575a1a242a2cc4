/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The menu button for the program as a whole: preferences, keys, help, about, quit. Its actions are those
 * of the window and the application; items without an action are hidden. */

G_BEGIN_DECLS

#define DESK_TYPE_PRIMARY_MENU (desk_primary_menu_get_type ())
G_DECLARE_FINAL_TYPE (DeskPrimaryMenu, desk_primary_menu, DESK, PRIMARY_MENU, GtkMenuButton)

G_END_DECLS
