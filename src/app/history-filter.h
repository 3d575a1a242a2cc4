/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/history-snapshot.h"

/* Which sessions are shown: of whom, of which scenario, from when. */

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY_FILTER_BAR (desk_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskHistoryFilterBar, desk_history_filter_bar, DESK, HISTORY_FILTER_BAR, GtkBox)

/* Signal "changed" (): other sessions are wanted now. */

/* Offers these trainees and scenarios. A choice is kept while it is among them. */
void desk_history_filter_bar_fill (DeskHistoryFilterBar *self, const DeskHistorySnapshot *snapshot);

/* (transfer full) */
DeskHistoryWish *desk_history_filter_bar_get_wish (DeskHistoryFilterBar *self);

/* The chosen trainee, or the only one; NULL: several. */
const char *desk_history_filter_bar_get_trainee (DeskHistoryFilterBar *self);

/* NULL: all. */
void desk_history_filter_bar_set_trainee (DeskHistoryFilterBar *self, const char *trainee);

/* Clears the filter. */
void desk_history_filter_bar_clear (DeskHistoryFilterBar *self);

G_END_DECLS
