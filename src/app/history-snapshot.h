/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"
#include "history/history-progress.h"

/* Everything the history page shows, as of one moment. */

G_BEGIN_DECLS

/* A filter; strings are owned. NULL or 0: no restriction. */
typedef struct {
  char *trainee;
  char *scenario;
  gint64 since_us;
  gint64 until_us;
} DeskHistoryWish;

DeskHistoryWish *desk_history_wish_copy (const DeskHistoryWish *self);
void desk_history_wish_free (DeskHistoryWish *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistoryWish, desk_history_wish_free)

/* Owned throughout. */
typedef struct {
  GPtrArray *entries;   /* of DeskHistoryEntry, newest first: those wanted */
  GPtrArray *progress;  /* of DeskHistoryProgress, the same sessions in groups */
  GPtrArray *trainees;  /* utf8, all there are */
  GPtrArray *scenarios; /* of DeskHistoryScenario, all there are */
  guint n_all;          /* sessions, wanted or not */
  guint keep_days;      /* 0: for ever */
} DeskHistorySnapshot;

/* A DeskHistoryWork, whose data is a DeskHistoryWish. (transfer full) */
gpointer desk_history_snapshot_take (DeskHistory *history,
                                     gpointer wish,
                                     GCancellable *cancellable,
                                     GError **error);
void desk_history_snapshot_free (DeskHistorySnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistorySnapshot, desk_history_snapshot_free)

G_END_DECLS
