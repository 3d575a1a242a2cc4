/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* Handles the keys in a window, wherever the focus is. */

G_BEGIN_DECLS

#define DESK_TYPE_KEY_HANDS (desk_key_hands_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeyHands, desk_key_hands, DESK, KEY_HANDS, GObject)

/* Activates the actions of the table by name, from the focused widget or `window`, which outlives it. */
DeskKeyHands *desk_key_hands_new (GtkWindow *window, DeskKeys *keys);

/* For another window of the program, such as the help: keys activate the actions of `owner`, and only
 * during a shift; a key of the shift also brings `owner` to the front. Both windows outlive it. */
DeskKeyHands *desk_key_hands_new_elsewhere (GtkWindow *window, GtkWindow *owner, DeskKeys *keys);

/* The scenario whose lines and phrases exist; NULL: none. Keys of others are left to the widgets: with
 * fewer than 22 lines, Shift+F10 opens a menu. */
void desk_key_hands_set_scenario (DeskKeyHands *self, DeskScenario *scenario);

G_END_DECLS
