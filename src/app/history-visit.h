/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/history-page.h"
#include "audio/audio.h"

/* A visit to the history: its page, and over it the summaries of sessions that are opened. */

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY_VISIT (desk_history_visit_get_type ())
G_DECLARE_FINAL_TYPE (DeskHistoryVisit, desk_history_visit, DESK, HISTORY_VISIT, GtkStack)

/* Signal "leave" (): the user wants to go where they came from. */

/* `trainee` is chosen at first; NULL: all. */
GtkWidget *desk_history_visit_new (const char *path, const char *trainee);

/* By which recordings are listened to. Without, they are not offered. */
void desk_history_visit_set_audio (DeskHistoryVisit *self, DeskAudio *audio);

DeskHistoryPage *desk_history_visit_get_page (DeskHistoryVisit *self);

/* Goes from a summary to the page, with `trainee` chosen. */
void desk_history_visit_show_trainee (DeskHistoryVisit *self, const char *trainee);

G_END_DECLS
