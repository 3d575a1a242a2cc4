/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scoring/scorecard.h"

/* Adds the session of a finished shift to the history. */

G_BEGIN_DECLS

/* Works on a thread; `application` (nullable) is held until it is done, even without a window. A new
 * history is first filled from the journals, which may take long: cancelling `hurry` leaves that for the
 * next time. The session is added in any case. */
void desk_history_keeper_run (GApplication *application,
                              const char *path,
                              DeskScorecard *scorecard,
                              const char *journal,
                              GCancellable *hurry,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* FALSE when the session is not in the history. `notice` (transfer full): what the trainee must be told
 * about its file, or NULL. */
gboolean desk_history_keeper_finish (GAsyncResult *result, char **notice, GError **error);

/* How many sessions are being added now. */
guint desk_history_keeper_get_n_under_way (void);

G_END_DECLS
