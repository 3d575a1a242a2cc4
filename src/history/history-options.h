/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* How a history is opened where the usual way is not meant. */

G_BEGIN_DECLS

typedef struct {
  const char *vfs; /* by which SQLite reaches the file; NULL: its own choice */
  gboolean remote; /* take the file to be on another machine, where programs share no memory */

  /* Of filling a history that was just begun from the journals. Cancelled, that is left for the next
   * opening, and the history is opened all the same. Both may be NULL. */
  DeskHistoryTell tell;
  gpointer tell_data;
  GCancellable *cancellable;
} DeskHistoryOptions;

/* As desk_history_open(); `options` (may be NULL) is borrowed for the call. */
DeskHistory *
desk_history_open_with (const char *path, const DeskHistoryOptions *options, GError **error);

/* "wal", or "delete" where programs share no memory. (transfer full) */
char *desk_history_get_journal_mode (DeskHistory *self);

G_END_DECLS
