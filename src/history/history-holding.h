/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"
#include "history/history-trainee.h"

/* Which sessions, and which files with them, belong together: those of a trainee, or those that
 * began before some moment. */

G_BEGIN_DECLS

typedef struct {
  GPtrArray *entries;   /* of DeskHistoryEntry: the sessions remembered */
  GPtrArray *files;     /* paths in the folder of the sessions, in order */
  GPtrArray *busy;      /* the same of a session that runs */
  GPtrArray *elsewhere; /* paths of their journals outside it that are there */
  GPtrArray *gone;      /* paths of their journals that are not */
} DeskHistoryBelongings;

void desk_history_belongings_clear (DeskHistoryBelongings *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskHistoryBelongings, desk_history_belongings_clear)

/* Fills `self`, which is all zero. `filter` has a trainee, or a moment until which, or both. `entries`
 * (transfer full) are the sessions that it leaves in. */
void desk_history_belongings_take (DeskHistoryBelongings *self,
                                   DeskHistory *history,
                                   const DeskHistoryFilter *filter,
                                   GPtrArray *entries);

/* The same with the sessions that are remembered. */
gboolean desk_history_belongings_find (DeskHistoryBelongings *self,
                                       DeskHistory *history,
                                       const DeskHistoryFilter *filter,
                                       GError **error);

/* The journal at `path` and what lies beside it under its name but for the ending. (transfer full)
 * (element-type filename) */
GPtrArray *desk_history_find_siblings (const char *path);

void desk_history_holding_leave (DeskHistoryHolding *holding, const char *path, const char *reason);

/* Counts a file that belongs to it. */
void desk_history_holding_count (DeskHistoryHolding *holding, const char *path);

G_END_DECLS
