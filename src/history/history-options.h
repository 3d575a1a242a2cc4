/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* Ways to open a history other than the usual one: for tests, and for programs that show progress. */

G_BEGIN_DECLS

typedef struct {
  const char *vfs; /* SQLite's VFS for the file; NULL: its own choice */
  gboolean remote; /* treat the file as one on another machine, where programs share no memory */

  /* For the filling of a new history from the journals. When that is cancelled, it is left for the next
   * opening, and the history opens all the same. All three may be NULL. */
  DeskHistoryTell tell;
  gpointer tell_data;
  GCancellable *cancellable;
} DeskHistoryOptions;

/* As desk_history_open(); `options` (may be NULL) is borrowed for the call. */
DeskHistory *
desk_history_open_with (const char *path, const DeskHistoryOptions *options, GError **error);

/* SQLite's journal mode: "wal", or "delete" where programs share no memory. (transfer full) */
char *desk_history_get_journal_mode (DeskHistory *self);

G_END_DECLS
