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

/* Offers the trainees and scenarios there are. What was chosen stays so while it is there. */
void desk_history_filter_bar_fill (DeskHistoryFilterBar *self, const DeskHistorySnapshot *snapshot);

/* (transfer full) */
DeskHistoryWish *desk_history_filter_bar_get_wish (DeskHistoryFilterBar *self);

/* The trainee chosen, or the only one there is; NULL: several are shown. */
const char *desk_history_filter_bar_get_trainee (DeskHistoryFilterBar *self);

/* NULL: all. */
void desk_history_filter_bar_set_trainee (DeskHistoryFilterBar *self, const char *trainee);

/* Leaves all in again. */
void desk_history_filter_bar_clear (DeskHistoryFilterBar *self);

G_END_DECLS
