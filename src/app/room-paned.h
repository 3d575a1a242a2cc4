/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Two panes, side by side if there is room for the size of the text, else one above the other. */

G_BEGIN_DECLS

#define DESK_TYPE_ROOM_PANED (desk_room_paned_get_type ())
G_DECLARE_FINAL_TYPE (DeskRoomPaned, desk_room_paned, DESK, ROOM_PANED, GtkPaned)

G_END_DECLS
