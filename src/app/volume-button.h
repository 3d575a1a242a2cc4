/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/sound-settings.h"

/* The two volumes, and a way to the preferences, during a shift. */

G_BEGIN_DECLS

#define DESK_TYPE_VOLUME_BUTTON (desk_volume_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskVolumeButton, desk_volume_button, DESK, VOLUME_BUTTON, GtkMenuButton)

/* Once. */
void desk_volume_button_set_settings (DeskVolumeButton *self, DeskSoundSettings *settings);

G_END_DECLS
