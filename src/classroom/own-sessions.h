/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The finished sessions of trainees at this machine: those that are handed in, and reported to a learning
 * record store. Sessions that were imported, worked by a built-in trainee or not finished do not count. */

G_BEGIN_DECLS

/* A journal holds a scenario and some thousand lines. One that is longer than this is not ours, and is
 * neither handed in nor read. Bytes. */
#define DESK_LONGEST_JOURNAL ((guint64) 64 << 20)

/* The paths of the journals in `sessions`, without imported ones; none where there is no such folder.
 * (transfer full) (element-type filename) */
GPtrArray *desk_own_sessions_list (const char *sessions);

/* A `path` of that list, relative to `sessions`. Borrowed from `path`. */
const char *desk_own_sessions_name (const char *sessions, const char *path);

/* The scorecard of a trainee's finished session, from `bytes`, the content of the journal at `path`. NULL:
 * it is not one, or cannot be read; the history tells the user about those. Any thread. (transfer full) */
DeskScorecard *desk_own_sessions_judge (const char *path, GBytes *bytes);

G_END_DECLS
