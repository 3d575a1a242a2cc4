/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* Shifts for all that draws timelines. */

G_BEGIN_DECLS

/* A shift of 4:10 on three lines, handed in early, in which every state and every mark occurs:
 *
 *   0 invoice  line 2, rings at 0:02; a message is logged after its release
 *   1 secret   line 1, rings at 0:05; put through to Maja after a consultation
 *   2 lost     line 3, rings at 0:10; gives up after 20 s, rings again at 1:30, is told a secret
 *   3 full     at 0:20 every line is taken
 *   4 comes    line 1, rings at 1:40; put through to Erik, who is away: comes back after 20 s
 *   5 waits    line 2, rings at 2:50; on hold, gives up
 *   6 late     due at 7:00, after the end
 * (transfer full) */
DeskScorecard *timeline_shift_new (void);

/* `n_calls` spread over `length_ms` and worked by a hurried trainee. (transfer full) */
DeskScorecard *timeline_shift_new_long (guint n_calls, guint n_lines, gint64 length_ms);

G_END_DECLS
