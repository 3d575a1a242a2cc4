/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* How loud the microphone is. It is opened while the meter can be seen, and only then. */

G_BEGIN_DECLS

#define DESK_TYPE_LEVEL_METER (desk_level_meter_get_type ())
G_DECLARE_FINAL_TYPE (DeskLevelMeter, desk_level_meter, DESK, LEVEL_METER, GtkLevelBar)

void desk_level_meter_set_audio (DeskLevelMeter *self, DeskAudio *audio);

G_END_DECLS
