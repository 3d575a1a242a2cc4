/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/settings-saver.h"
#include "audio/audio.h"
#include "scenario/scenario.h"

/* The sound as the window has it: what its page tells of it, its page of the preferences, and the check, by
 * the window's actions "sound-check", and "sound-check-later" and "sound-check-never", which decline the
 * check for this run and for good. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_SOUND (desk_window_sound_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowSound, desk_window_sound, DESK, WINDOW_SOUND, GObject)

/* Starts `audio` after `window`, which outlives it, was first painted. `scenario` (NULL: none is open)
 * provides the ring and the caller for tests. */
DeskWindowSound *
desk_window_sound_new (GtkApplicationWindow *window, DeskAudio *audio, DeskScenario *scenario);

void desk_window_sound_set_scenario (DeskWindowSound *self, DeskScenario *scenario);

/* The page of the preferences; one at a time. (transfer floating) */
GtkWidget *desk_window_sound_page_new (DeskWindowSound *self);

/* By which the settings of the sound are kept. Owned by `self`. */
DeskSettingsSaver *desk_window_sound_get_saver (DeskWindowSound *self);

/* The sound check is not offered during a shift: the microphone may be in use, and callers wait. */
void desk_window_sound_set_check_allowed (DeskWindowSound *self, gboolean allowed);

/* Shows the notices about the sound on the window's page, which may be new. */
void desk_window_sound_show (DeskWindowSound *self);

/* Whether it is known that callers can be heard, or cannot; while the device is being opened, neither. */
gboolean desk_window_sound_is_heard (DeskWindowSound *self);
gboolean desk_window_sound_is_silent (DeskWindowSound *self);

G_END_DECLS
