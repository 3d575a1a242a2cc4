/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* The organisation's people: who is there, and where calls go. */

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

/* Shows presence as it is at the session's time: to be called when that moves on. */
void desk_directory_panel_update (DeskDirectoryPanel *self);

void desk_directory_panel_focus_search (DeskDirectoryPanel *self);

/* Goes to the search for somebody to transfer to or to consult: Enter then does that, until the search
 * ends. */
void desk_directory_panel_seek (DeskDirectoryPanel *self, DeskCommandType what);

/* Clears the search, and leaves the person chosen who is. */
void desk_directory_panel_end_search (DeskDirectoryPanel *self);

/* Clears the search and chooses nobody: the next call must not go to whom the last one went. */
void desk_directory_panel_reset (DeskDirectoryPanel *self);

/* The person chosen in the list, or NULL. */
const DeskPerson *desk_directory_panel_get_person (DeskDirectoryPanel *self);

G_END_DECLS
