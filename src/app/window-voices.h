/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift-voices.h"

/* The voices of the scenario that the window has open: got ready on threads once the window has been painted, while
 * the trainee reads the briefing; and what is said when some people stay silent. */

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

/* Those of `scenario` from now on; NULL: none is open. Nothing is told of the ones before any more. */
void desk_window_voices_set_scenario (DeskWindowVoices *self, DeskScenario *scenario);

/* The window has been painted: they may be got ready at once. */
void desk_window_voices_begin (DeskWindowVoices *self);

/* Somebody waits for them, and sees how far it is. */
void desk_window_voices_show_progress (DeskWindowVoices *self);

/* NULL: no scenario is open. Owned by `self`. */
DeskShiftVoices *desk_window_voices_get (DeskWindowVoices *self);

/* Says who cannot be heard, and what would help: in passing during a shift, else in a dialogue. The same is said once,
 * to an author who saves often, too. */
void desk_window_voices_tell_trouble (DeskWindowVoices *self);

G_END_DECLS
