/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/sound-settings.h"

/* Saves settings soon after they change, and tells whether that worked. */

G_BEGIN_DECLS

#define DESK_TYPE_SETTINGS_SAVER (desk_settings_saver_get_type ())
G_DECLARE_FINAL_TYPE (DeskSettingsSaver, desk_settings_saver, DESK, SETTINGS_SAVER, GObject)

/* Property "failure" (string, readable): why the last change could not be written, for the user;
 * NULL: it could. */
DeskSettingsSaver *desk_settings_saver_new (DeskSoundSettings *settings);

G_END_DECLS
