/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/board.h"
#include "matching/phone-number.h"

/* The ring for those who do not hear it: the edge of a widget lights up in the country's cadence, at most
 * twice a second, and while the window is not in front it asks the desktop for attention. */

G_BEGIN_DECLS

#define DESK_TYPE_VISUAL_RING (desk_visual_ring_get_type ())
G_DECLARE_FINAL_TYPE (DeskVisualRing, desk_visual_ring, DESK, VISUAL_RING, GObject)

/**
 * Properties of DeskVisualRing:
 *  - "wanted" (gboolean, default FALSE): whether there is such a ring
 *  - "flash" (gboolean, default TRUE): FALSE keeps the edge lit for as long as it rings
 */

/* Rings with `board` at the edge of `widget`, which must outlive it. */
DeskVisualRing *desk_visual_ring_new (DeskBoard *board, DeskCountry country, GtkWidget *widget);

G_END_DECLS
