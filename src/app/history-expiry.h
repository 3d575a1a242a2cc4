/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Deletes, once a start, the sessions that were kept for as long as was set. */

G_BEGIN_DECLS

/* Works on a thread of its own; does nothing where there is no history yet. */
void desk_history_expiry_run (const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* What the trainee must be told: what was deleted, or happened to the file; NULL: nothing. Sets an
 * error. (transfer full) */
char *desk_history_expiry_finish (GAsyncResult *result, GError **error);

G_END_DECLS
