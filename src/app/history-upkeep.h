/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Housekeeping of the history, once for each start: sessions older than the limit are deleted, and finished
 * ones that it lacks are added, such as those that ended while it was out of reach. */

G_BEGIN_DECLS

/* Works on a thread of its own; does nothing where there is neither a history nor a journal yet. */
void desk_history_upkeep_run (const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* What the trainee must be told: what was deleted, added, or happened to the file; NULL: nothing. Sets an
 * error. (transfer full) */
char *desk_history_upkeep_finish (GAsyncResult *result, GError **error);

G_END_DECLS
