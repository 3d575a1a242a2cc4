/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The sessions that were worked by trainees at this machine: those that are handed in, and told to a
 * learning record store. What was imported, worked by a built-in trainee or not finished is none. */

G_BEGIN_DECLS

/* A session's journal holds a scenario and some thousand lines. One that is longer is none of ours, and is
 * neither handed in nor read. Bytes. */
#define DESK_LONGEST_JOURNAL ((guint64) 64 << 20)

/* The journals in `sessions`, but for imported ones, as paths. What is not there holds none. (transfer full)
 * (element-type filename) */
GPtrArray *desk_own_sessions_list (const char *sessions);

/* The part of `path`, of that list, inside of `sessions`. Borrowed from `path`. */
const char *desk_own_sessions_name (const char *sessions, const char *path);

/* The scorecard of a finished session of a trainee, which `bytes` of the journal at `path` are; NULL: they
 * are none, or cannot be read, which the history tells. (transfer full) Any thread. */
DeskScorecard *desk_own_sessions_judge (const char *path, GBytes *bytes);

G_END_DECLS
