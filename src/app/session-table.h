/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-list.h"

/* Sessions in rows, to be sorted, chosen and opened. */

G_BEGIN_DECLS

#define DESK_TYPE_SESSION_TABLE (desk_session_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskSessionTable, desk_session_table, DESK, SESSION_TABLE, GtkScrolledWindow)

/**
 * Signals of DeskSessionTable:
 *  - "chosen" (const DeskHistoryEntry *entry): another row is chosen; NULL: none
 *  - "open" (const DeskHistoryEntry *entry): it was double-clicked, or Enter was pressed on it
 */

/* (element-type DeskHistoryEntry) The chosen row stays chosen while it is there. */
void desk_session_table_set_entries (DeskSessionTable *self, GPtrArray *entries);

/* NULL: none. Owned by the entries. */
const DeskHistoryEntry *desk_session_table_get_chosen (DeskSessionTable *self);

/* Chooses the session, and scrolls to it. */
void desk_session_table_choose (DeskSessionTable *self, const char *id);

void desk_session_table_grab_focus (DeskSessionTable *self);

G_END_DECLS
