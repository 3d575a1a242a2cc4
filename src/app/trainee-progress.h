/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-progress.h"

/* The progress of one trainee: a chart of comparable sessions, and the mistakes that persist. */

G_BEGIN_DECLS

#define DESK_TYPE_TRAINEE_PROGRESS (desk_trainee_progress_get_type ())
G_DECLARE_FINAL_TYPE (DeskTraineeProgress, desk_trainee_progress, DESK, TRAINEE_PROGRESS, GtkBox)

/**
 * Signals of DeskTraineeProgress, of its chart:
 *  - "chosen" (const DeskHistoryEntry *entry)
 *  - "open" (const DeskHistoryEntry *entry)
 */

/* (element-type DeskHistoryProgress), all of one trainee, and at least one. Of several, that of the
 * latest session is shown, unless the user has chosen another. */
void desk_trainee_progress_set_groups (DeskTraineeProgress *self, GPtrArray *groups);

/* Marks a session in the chart; NULL: none. */
void desk_trainee_progress_choose (DeskTraineeProgress *self, const char *id);

/* The mean over the sessions of a group to which the figure applied, 0 to 1; -1: to none. */
double desk_progress_mean_response (const DeskHistoryProgress *progress);
double desk_progress_mean_message (const DeskHistoryProgress *progress);

G_END_DECLS
