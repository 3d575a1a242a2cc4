/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"
#include "history/history-trainee.h"

/* The sessions of a trainee, or those that began before some moment, and the files that belong to them. */

G_BEGIN_DECLS

typedef struct {
  GPtrArray *entries;   /* of DeskHistoryEntry: the sessions in the history */
  GPtrArray *files;     /* paths in the folder of the sessions, in order */
  GPtrArray *busy;      /* paths likewise, of sessions that are being worked */
  GPtrArray *elsewhere; /* paths of journals that exist outside that folder */
  GPtrArray *gone;      /* paths of journals that do not exist any more */
} DeskHistoryBelongings;

void desk_history_belongings_clear (DeskHistoryBelongings *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskHistoryBelongings, desk_history_belongings_clear)

/* Fills `self`, which is all zero, with `entries` (transfer full), the sessions that match `filter`, and
 * with the files that belong to them. `filter` names a trainee, or the moment before which sessions began,
 * or both. */
void desk_history_belongings_take (DeskHistoryBelongings *self,
                                   DeskHistory *history,
                                   const DeskHistoryFilter *filter,
                                   GPtrArray *entries);

/* The same, with the entries looked up in the history. Sets a DeskHistoryError. */
gboolean desk_history_belongings_find (DeskHistoryBelongings *self,
                                       DeskHistory *history,
                                       const DeskHistoryFilter *filter,
                                       GError **error);

/* The journal at `path` and the files beside it that have the same name but for the ending. (transfer full)
 * (element-type filename) */
GPtrArray *desk_history_find_siblings (const char *path);

void desk_history_holding_leave (DeskHistoryHolding *holding, const char *path, const char *reason);

/* Adds the file at `path` to the number of files and bytes. */
void desk_history_holding_count (DeskHistoryHolding *holding, const char *path);

G_END_DECLS
