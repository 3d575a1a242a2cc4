/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Two panes over each other, of which the upper has its share of the height: on a large screen it is larger.
 * Once somebody has moved the divider, that is where it stays. */

G_BEGIN_DECLS

#define DESK_TYPE_SHARE_PANED (desk_share_paned_get_type ())
G_DECLARE_FINAL_TYPE (DeskSharePaned, desk_share_paned, DESK, SHARE_PANED, GtkPaned)

G_END_DECLS
