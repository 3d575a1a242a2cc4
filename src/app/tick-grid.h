/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "matching/slip.h"

/* The ticks of a slip: a single tab stop with arrow keys inside. */

G_BEGIN_DECLS

#define DESK_TYPE_TICK_GRID (desk_tick_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskTickGrid, desk_tick_grid, DESK, TICK_GRID, GtkGrid)

/* Signal "changed" (): the user ticked something. */

DeskTicks desk_tick_grid_get_ticks (DeskTickGrid *self);

/* Does not emit "changed". */
void desk_tick_grid_set_ticks (DeskTickGrid *self, DeskTicks ticks);

/* Toggles tick number `n` (0 to DESK_N_TICKS - 1), as a click does. */
void desk_tick_grid_toggle (DeskTickGrid *self, guint n);

G_END_DECLS
