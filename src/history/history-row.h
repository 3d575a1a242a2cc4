/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-private.h"
#include "scoring/loss.h"

/* A session as it is written into the history. */

G_BEGIN_DECLS

/* No journal of ours is longer. Bytes. */
#define DESK_HISTORY_LONGEST_JOURNAL ((guint64) 256 << 20)

typedef struct {
  DeskHistoryEntry entry;         /* `journal` as the file keeps it; `id` as wished for */
  char *identity;                 /* owned */
  DeskLoss losses[DESK_N_LOSSES]; /* without advice, which goes with the scorecard */
} DeskHistoryRow;

/* `journal` and its `bytes` may each be NULL when not known. (transfer full) */
DeskHistoryRow *desk_history_row_new (DeskHistory *self,
                                      const DeskScorecard *scorecard,
                                      const char *journal,
                                      GBytes *bytes);
void desk_history_row_free (DeskHistoryRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistoryRow, desk_history_row_free)

/* (transfer full) */
char *desk_history_identity (GBytes *bytes);

/* Writes the row inside the current transaction, replacing what was known of the session. */
gboolean desk_history_store_row (DeskHistory *self, const DeskHistoryRow *row, GError **error);

G_END_DECLS
