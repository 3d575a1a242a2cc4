/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A slider for a volume, shown and read out in per cent. */

G_BEGIN_DECLS

#define DESK_TYPE_VOLUME_SCALE (desk_volume_scale_get_type ())
G_DECLARE_FINAL_TYPE (DeskVolumeScale, desk_volume_scale, DESK, VOLUME_SCALE, GtkScale)

/* Property "volume" (double, 0 to 1), to be bound to a setting. */

G_END_DECLS
