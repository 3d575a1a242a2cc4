/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Two panes one above the other; the upper one gets a share of the height, so that it grows with the
 * screen. Once the user moves the divider, it stays there. */

G_BEGIN_DECLS

#define DESK_TYPE_SHARE_PANED (desk_share_paned_get_type ())
G_DECLARE_FINAL_TYPE (DeskSharePaned, desk_share_paned, DESK, SHARE_PANED, GtkPaned)

G_END_DECLS
