/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* What `frontdesk history` does beside listing. Each tells what came of it, and returns the exit
 * status. */

G_BEGIN_DECLS

/* Opens the history, which may take long when it must be filled. NULL: `*status` is to be exited with.
 * (transfer full) */
DeskHistory *desk_history_chore_open (const char *path, int *status);

int desk_history_chore_import (DeskHistory *history, const char *folder);
int desk_history_chore_rebuild (DeskHistory *history);
int desk_history_chore_export (DeskHistory *history, const char *trainee, const char *folder);

/* `yes`: without asking. */
int desk_history_chore_delete (DeskHistory *history, const char *trainee, gboolean yes);

/* 0 days: for ever. */
int desk_history_chore_keep (DeskHistory *history, guint days, gboolean yes);
int desk_history_chore_where (DeskHistory *history);

/* Deletes what was kept for too long, and says so when there was something. */
void desk_history_chore_expire (DeskHistory *history);

G_END_DECLS
