/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift-voices.h"

/* The voices of the window's scenario: prepared on threads after the window was first painted, while the
 * trainee reads the briefing; and the messages if some people stay silent. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_VOICES (desk_window_voices_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowVoices, desk_window_voices, DESK, WINDOW_VOICES, GObject)

/**
 * Signals of DeskWindowVoices:
 *  - "ready" (): everybody who will be heard can be heard
 *
 * `window` is borrowed and outlives it.
 */
DeskWindowVoices *desk_window_voices_new (GtkWindow *window);

/* Prepares those of `scenario` from now on; NULL: none is open. Nothing more is reported about earlier
 * ones. */
void desk_window_voices_set_scenario (DeskWindowVoices *self, DeskScenario *scenario);

/* The window was painted: preparation may begin. */
void desk_window_voices_begin (DeskWindowVoices *self);

/* Somebody is waiting for them: shows progress. */
void desk_window_voices_show_progress (DeskWindowVoices *self);

/* NULL: no scenario is open. Owned by `self`. */
DeskShiftVoices *desk_window_voices_get (DeskWindowVoices *self);

/* Says who cannot be heard and what would help: briefly during a shift, else in a dialog. Each message
 * once, even to an author who saves often. */
void desk_window_voices_tell_trouble (DeskWindowVoices *self);

G_END_DECLS
