/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/phrase-grid.h"

/* A line under the phrases: what the trainee would say with the one that is pointed at or has the focus,
 * where a tooltip would lie over its neighbours; and whether there are more phrases than are in sight. */

G_BEGIN_DECLS

#define DESK_TYPE_PHRASE_FOOT (desk_phrase_foot_get_type ())
G_DECLARE_FINAL_TYPE (DeskPhraseFoot, desk_phrase_foot, DESK, PHRASE_FOOT, GtkBox)

/* `adjustment` is that of the pane `grid` scrolls in. */
GtkWidget *desk_phrase_foot_new (DeskPhraseGrid *grid, GtkAdjustment *adjustment);

G_END_DECLS
