/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Limits the size of a child, so that on a large screen everything stays within reach: it is centred
 * horizontally and at the top. Properties: "most-width" and "most-height", in pixels at the usual size of
 * the text; 0: no limit. A child that needs more gets it. */

G_BEGIN_DECLS

#define DESK_TYPE_REACH (desk_reach_get_type ())
G_DECLARE_FINAL_TYPE (DeskReach, desk_reach, DESK, REACH, GtkBin)

GtkWidget *desk_reach_new (guint most_width, guint most_height);

G_END_DECLS
