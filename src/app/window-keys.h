/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* The keys as the window has them: they are obeyed in it, what lies in it shows them, and its action
 * "key-sheet" opens the sheet of them all. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_KEYS (desk_window_keys_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowKeys, desk_window_keys, DESK, WINDOW_KEYS, GObject)

/* `window` lives longer. */
DeskWindowKeys *desk_window_keys_new (GtkApplicationWindow *window, GSettings *settings);

/* Whose shift is worked; NULL: none is. The sheet then has the names of its phrases. */
void desk_window_keys_set_scenario (DeskWindowKeys *self, DeskScenario *scenario);

/* Whose page is shown, before its shift and after it; NULL: none is. The sheet has its lines and phrases too, but no key
 * is obeyed for it. */
void desk_window_keys_show_scenario (DeskWindowKeys *self, DeskScenario *scenario);

/* The keys of the shift are obeyed in `other` too, as long as it is there. `window` is one that has a
 * DeskWindowKeys; for any other nothing is done. */
void desk_window_keys_serve (GtkWindow *window, GtkWindow *other);

G_END_DECLS
