/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"
#include "scenario/scenario.h"

/* The preferences and the sound check as the window has them: its actions "preferences",
 * "sound-check", and "sound-check-later" and "sound-check-never", which decline it for this run and for
 * good. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_SOUND (desk_window_sound_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowSound, desk_window_sound, DESK, WINDOW_SOUND, GObject)

/* Signal "offer" (): whether the sound check is offered has changed. `window` lives longer; `scenario`
 * (NULL: none is open yet) says how it rings and who calls in a test. */
DeskWindowSound *
desk_window_sound_new (GtkApplicationWindow *window, DeskAudio *audio, DeskScenario *scenario);

void desk_window_sound_set_scenario (DeskWindowSound *self, DeskScenario *scenario);

/* During a shift the sound is not checked: the microphone may be recorded, and callers wait. */
void desk_window_sound_set_check_allowed (DeskWindowSound *self, gboolean allowed);

/* Whether the start page should offer the check: it was neither made nor declined. */
gboolean desk_window_sound_is_offered (DeskWindowSound *self);

G_END_DECLS
