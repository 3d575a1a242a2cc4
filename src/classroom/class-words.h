/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* The figures of a class in the user's words. */

G_BEGIN_DECLS

/* "Telephone number", "Facts: not betald". (transfer full) */
char *desk_class_words_mistake (const DeskClassMistake *mistake);

/* "9.3 s"; "–" where nobody answered. (transfer full) */
char *desk_class_words_seconds (double seconds);

/* The day a session began, by the clock where it was worked: "2026-11-28"; as it is written where it
 * is no date. (transfer full) */
char *desk_class_words_day (const DeskClassSession *session);

/* A score with no more decimals than it needs: "87", "87.5". (transfer full) */
char *desk_class_words_score (double score);

/* "passed", "not passed" */
const char *desk_class_words_result (gboolean passed);

/* "3 sessions" (transfer full) */
char *desk_class_words_sessions (guint n);

/* All that a cell says, in a sentence: "Anna Frome, First shift: 87 points, passed, exam, 3 sessions". What
 * people wrote is tamed. (transfer full) */
char *desk_class_words_cell (const DeskClassCell *cell);

/* A session among others of its cell: "2026-11-28: 87 points, passed, exam". (transfer full) */
char *desk_class_words_session (const DeskClassSession *session);

/* What a week was like: "Week of 2026-11-23: score 81.25, response 90 %, message accuracy 75 %, 12
 * sessions". (transfer full) */
char *desk_class_words_week (const DeskClassWeek *week);

G_END_DECLS
