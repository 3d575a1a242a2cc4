/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Switches the language as soon as the settings do, but not during a shift. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_LANGUAGE (desk_window_language_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowLanguage, desk_window_language, DESK, WINDOW_LANGUAGE, GObject)

/**
 * Signals of DeskWindowLanguage:
 *  - "changed" (gboolean late): another language is spoken, and what was made in the one before is to be
 *    made anew. `late`: it was chosen during a shift, whose page goes by itself
 */
DeskWindowLanguage *desk_window_language_new (GSettings *settings);

/* While held, the language does not change. */
void desk_window_language_hold (DeskWindowLanguage *self, gboolean held);

G_END_DECLS
