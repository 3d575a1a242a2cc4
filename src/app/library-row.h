/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-scores.h"
#include "scenario/library-entry.h"

/* A scenario in the list of the library. */

G_BEGIN_DECLS

#define DESK_TYPE_LIBRARY_ROW (desk_library_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskLibraryRow, desk_library_row, DESK, LIBRARY_ROW, GtkListBoxRow)

GtkWidget *desk_library_row_new (DeskLibraryEntry *entry);

DeskLibraryEntry *desk_library_row_get_entry (DeskLibraryRow *self);
void desk_library_row_set_entry (DeskLibraryRow *self, DeskLibraryEntry *entry);

/* NULL: not worked yet. */
void desk_library_row_set_score (DeskLibraryRow *self, const DeskHistoryScore *score);

G_END_DECLS
