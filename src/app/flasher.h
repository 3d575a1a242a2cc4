/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/board.h"

/* Flashes the keys of ringing lines, unless the user or the desktop wants no animation. */

G_BEGIN_DECLS

#define DESK_TYPE_FLASHER (desk_flasher_get_type ())
G_DECLARE_FINAL_TYPE (DeskFlasher, desk_flasher, DESK, FLASHER, GObject)

/**
 * Property "moves" (gboolean, read-only): things may flash at all.
 *
 * `keys` (element-type DeskLineKey) are those of `board`, `widget` says what the desktop wants; all live
 * longer. `settings` has the key "flash".
 */
DeskFlasher *
desk_flasher_new (DeskBoard *board, GPtrArray *keys, GSettings *settings, GtkWidget *widget);

G_END_DECLS
