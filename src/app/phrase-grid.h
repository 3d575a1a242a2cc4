/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/state.h"

/* A button for each phrase the trainee can say. */

G_BEGIN_DECLS

#define DESK_TYPE_PHRASE_GRID (desk_phrase_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskPhraseGrid, desk_phrase_grid, DESK, PHRASE_GRID, GtkBox)

/**
 * Signals of DeskPhraseGrid:
 *  - "phrase" (const DeskPhrase *phrase): its button was pressed
 *  - "pointed" (const char *words): what the trainee would say with the one that the pointer or the focus is
 *    on; NULL: it is on none
 */
GtkWidget *desk_phrase_grid_new (DeskScenario *scenario, const char *trainee);

/* Where `phrase` is said. (transfer none) */
GtkWidget *desk_phrase_grid_get_button (DeskPhraseGrid *self, const DeskPhrase *phrase);

/* Makes those phrases sensitive that can be said on `line` (0: none) now. */
void desk_phrase_grid_update (DeskPhraseGrid *self, const DeskState *state, guint line);

G_END_DECLS
