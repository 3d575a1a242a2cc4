/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

/* The sound devices as the window knows them: listed on a thread, and again as they come and go. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_DEVICES (desk_sound_devices_get_type ())
G_DECLARE_FINAL_TYPE (DeskSoundDevices, desk_sound_devices, DESK, SOUND_DEVICES, GObject)

/* Signal "changed" (): they were listed, and differ or are known for the first time. */
DeskSoundDevices *desk_sound_devices_new (void);

/* (element-type DeskDevice), borrowed until the next "changed"; NULL before the first. Empty where
 * there is no sound system. */
GPtrArray *desk_sound_devices_get_list (DeskSoundDevices *self);

/* Lists them again, in its own time. */
void desk_sound_devices_refresh (DeskSoundDevices *self);

G_END_DECLS
