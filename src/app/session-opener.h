/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "history/history-list.h"
#include "scoring/scorecard.h"

/* Scores a session of the history again, from its journal, on a thread. */

G_BEGIN_DECLS

void desk_session_open (const DeskHistoryEntry *entry,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data);

/* The path of the journal that was to be opened, or NULL; it goes with `result`. */
const char *desk_session_open_get_journal (GAsyncResult *result);

/* Sets an error that says which journal is missing or cannot be read. (transfer full) */
DeskScorecard *desk_session_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
