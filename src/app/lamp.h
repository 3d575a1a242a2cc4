/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A line's state as a coloured shape, for people who cannot tell colours apart. */

G_BEGIN_DECLS

/* Property "state" (guint): a DeskLineState. Property "lit" (gboolean): FALSE draws the outline
 * alone, as when it flashes. */
#define DESK_TYPE_LAMP (desk_lamp_get_type ())
G_DECLARE_FINAL_TYPE (DeskLamp, desk_lamp, DESK, LAMP, GtkDrawingArea)

G_END_DECLS
