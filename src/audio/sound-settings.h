/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

/* The user's sound settings, kept in a small key file. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_SETTINGS (desk_sound_settings_get_type ())
G_DECLARE_FINAL_TYPE (DeskSoundSettings, desk_sound_settings, DESK, SOUND_SETTINGS, GObject)

/**
 * Properties of DeskSoundSettings, all writable; a change is kept on the disk within a second, and
 * at the latest when the object goes:
 *  - "headset" (string, nullable): id of the output for voices; NULL: the system's default
 *  - "ringer" (string, nullable): id of the output for the ringer; NULL: where the voices are
 *  - "ring-both" (boolean): with a "ringer" of its own, the headset rings too
 *  - "microphone" (string, nullable): id of the input; NULL: the system's default
 *  - "headset-name", "ringer-name", "microphone-name" (string, nullable): what the user knew it by when
 *    it was chosen, for the time when it is not connected
 *  - "voice-volume", "ringer-volume" (double, 0 to 1): as a slider shows it; gain is its square
 *  - "ear" (int): where voices are heard: -1 left alone, 0 both, 1 right alone
 *  - "latency-ms" (double): what is asked of the output, 2 to 200
 *  - "realtime" (boolean): a real-time class is asked for, TRUE unless it is turned off
 *  - "checked" (boolean): the sound check was made, or declined, so it is not offered again
 */

/* Reads the file at `path`, if there is one. Entries that it does not understand are ignored and kept. A
 * file that is no key file is renamed to "….bad" (or "….bad-2", …), which is reported on standard error,
 * and the defaults apply. Anything but a regular file, or one larger than 1 MiB, is not read, so it never
 * blocks. */
DeskSoundSettings *desk_sound_settings_new (const char *path);

/* The user's own file: settings.ini in the program's configuration folder. (transfer full) */
char *desk_sound_settings_default_path (void);

/* Writes pending changes now. Sets a GFileError. */
gboolean desk_sound_settings_save (DeskSoundSettings *self, GError **error);

G_END_DECLS
