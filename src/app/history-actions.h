/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The actions of history-menu.h, by the tasks of history-tasks.h. */

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY_ACTIONS (desk_history_actions_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskHistoryActions, desk_history_actions, DESK, HISTORY_ACTIONS, GSimpleActionGroup)

/* Signal "done" (int type, const char *words): a task has ended, and the history may be another. What
 * is to be told of it is a GtkMessageType and `words`, or NULL. */

/* They show their dialogs over the window of `widget`, which is not kept alive. `path` is the history's. */
DeskHistoryActions *desk_history_actions_new (const char *path, GtkWidget *widget);

/* What they apply to: `trainee`, or NULL; and for how many days sessions are kept; -1: not known yet. */
void
desk_history_actions_set_subject (DeskHistoryActions *self, const char *trainee, int keep_days);

G_END_DECLS
