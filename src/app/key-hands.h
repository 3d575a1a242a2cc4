/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* Obeys the keys in a window, wherever its focus is. */

G_BEGIN_DECLS

#define DESK_TYPE_KEY_HANDS (desk_key_hands_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeyHands, desk_key_hands, DESK, KEY_HANDS, GObject)

/* Calls the actions that `window` or the widget in it that has the focus knows under the names of the
 * table. `window` lives longer. */
DeskKeyHands *desk_key_hands_new (GtkWindow *window, DeskKeys *keys);

/* In another window of the program, such as the help: the keys call the actions of `owner`, and only
 * while there is a scenario; a key of the shift brings `owner` to the front. Both windows live longer. */
DeskKeyHands *desk_key_hands_new_elsewhere (GtkWindow *window, GtkWindow *owner, DeskKeys *keys);

/* Whose lines and phrases there are; NULL: none. The keys of others are left to the widgets: Shift+F10,
 * line 22, opens a menu on a desk with fewer lines. */
void desk_key_hands_set_scenario (DeskKeyHands *self, DeskScenario *scenario);

G_END_DECLS
