/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/handing-in.h"
#include "app/store-sender.h"
#include "app/window-sound.h"

/* The preferences as the window has them: one window of their own, by the action "preferences", whose
 * target is the name of the page to show; "": the one last shown. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_PREFERENCES (desk_window_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskWindowPreferences, desk_window_preferences, DESK, WINDOW_PREFERENCES, GObject)

/* `window` lives longer. */
DeskWindowPreferences *desk_window_preferences_new (GtkApplicationWindow *window,
                                                    GSettings *settings,
                                                    DeskWindowSound *sound,
                                                    DeskHandingIn *handing_in,
                                                    DeskStoreSender *sender);

/* Says which settings take effect only after the shift. */
void desk_window_preferences_set_in_shift (DeskWindowPreferences *self, gboolean in_shift);

/* Rebuilds the window in the present language, if it is open. */
void desk_window_preferences_rebuild (DeskWindowPreferences *self);

G_END_DECLS
