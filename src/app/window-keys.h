/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* The keys of the window: they work in it, its widgets show them, and its action "key-sheet" opens the
 * sheet of them all. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_KEYS (desk_window_keys_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowKeys, desk_window_keys, DESK, WINDOW_KEYS, GObject)

/* `window` lives longer. */
DeskWindowKeys *desk_window_keys_new (GtkApplicationWindow *window, GSettings *settings);

/* The scenario of the current shift; NULL: none. The sheet then shows its phrases. */
void desk_window_keys_set_scenario (DeskWindowKeys *self, DeskScenario *scenario);

/* The scenario shown, before and after its shift; NULL: none. The sheet shows its lines and phrases too,
 * but its keys do nothing. */
void desk_window_keys_show_scenario (DeskWindowKeys *self, DeskScenario *scenario);

/* The keys of the shift are obeyed in `other` too, as long as it is there. `window` is one that has a
 * DeskWindowKeys; for any other nothing is done. */
void desk_window_keys_serve (GtkWindow *window, GtkWindow *other);

G_END_DECLS
