/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scenario/scenario.h"

/* A cell that shows presence as a shape of its own and a colour: a disc, a square, a barred disc, a
 * triangle. */

G_BEGIN_DECLS

#define DESK_TYPE_PRESENCE_CELL (desk_presence_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresenceCell, desk_presence_cell, DESK, PRESENCE_CELL, GtkCellRenderer)

GtkCellRenderer *desk_presence_cell_new (void);
void desk_presence_cell_set_presence (DeskPresenceCell *self, DeskPresence presence);

G_END_DECLS
