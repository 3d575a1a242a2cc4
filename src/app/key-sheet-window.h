/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* The sheet of all keys in a window of its own, from where it is printed or saved as PDF. */

G_BEGIN_DECLS

#define DESK_TYPE_KEY_SHEET_WINDOW (desk_key_sheet_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeySheetWindow, desk_key_sheet_window, DESK, KEY_SHEET_WINDOW, GtkWindow)

/* Over `parent`, and gone with it. `scenario` may be NULL. Follows changes of the keys. Not shown
 * yet. */
GtkWidget *desk_key_sheet_window_new (GtkWindow *parent, DeskKeys *keys, DeskScenario *scenario);

G_END_DECLS
