/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"

/* Sessions in the user's words, for the history page. Results are (transfer full) unless stated. */

G_BEGIN_DECLS

/* When it was started, by the clock here and in the user's form: "23/11/26 09:14". */
char *desk_history_words_moment (const DeskHistoryEntry *entry);
char *desk_history_words_day (const DeskHistoryEntry *entry);

/* "Exam", "Exam, adjusted" */
char *desk_history_words_mode (DeskMode mode, const char *accommodations);

/* The scenario's title, or its id where no title is known. */
char *desk_history_words_scenario (const DeskHistoryEntry *entry);

/* "Passed", "Not passed, finished early"; not to be freed. */
const char *desk_history_words_result (const DeskHistoryEntry *entry);

/* A share as "83 %"; "–" for one that does not apply, which is -1. */
char *desk_history_words_share (double share);

/* Everything about a session in a few lines, for a tooltip. */
char *desk_history_words_session (const DeskHistoryEntry *entry);

/* "3 sessions", "1 file" */
char *desk_history_words_sessions (guint n);
char *desk_history_words_files (guint n);

G_END_DECLS
