/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* The organisation's people and their presence; calls are transferred from here. */

G_BEGIN_DECLS

#define DESK_TYPE_DIRECTORY_PANEL (desk_directory_panel_get_type ())
G_DECLARE_FINAL_TYPE (DeskDirectoryPanel, desk_directory_panel, DESK, DIRECTORY_PANEL, GtkBox)

/**
 * Signals of DeskDirectoryPanel, all (const DeskPerson *person):
 *  - "transfer": by the button, or Enter after desk_directory_panel_seek()
 *  - "consult": by the button, or Shift+Enter; or Enter after desk_directory_panel_seek()
 *  - "chosen": by Enter that was not pressed for either
 *
 * Property "can-transfer": whether there is a call to hand on now; without it the first two are not
 * signalled.
 */
GtkWidget *desk_directory_panel_new (DeskSession *session);

/* Updates presence to the session's time. Call it whenever that changes. */
void desk_directory_panel_update (DeskDirectoryPanel *self);

void desk_directory_panel_focus_search (DeskDirectoryPanel *self);

/* Focuses the search, for somebody to transfer to or to consult: Enter then does that, until the search
 * ends. */
void desk_directory_panel_seek (DeskDirectoryPanel *self, DeskCommandType what);

/* Clears the search and keeps the chosen person. */
void desk_directory_panel_end_search (DeskDirectoryPanel *self);

/* Clears the search and the choice, so that the next call does not go to the same person. */
void desk_directory_panel_reset (DeskDirectoryPanel *self);

/* The person chosen in the list, or NULL. */
const DeskPerson *desk_directory_panel_get_person (DeskDirectoryPanel *self);

G_END_DECLS
