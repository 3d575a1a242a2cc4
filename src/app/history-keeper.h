/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scoring/scorecard.h"

/* Adds the session of a shift that is over to the history. */

G_BEGIN_DECLS

/* Works on a thread of its own; `application` (may be NULL) runs on until it is done, also without a
 * window. A history that is begun for it is filled from the journals first, which may take long:
 * `hurry`, once cancelled, leaves that for the next time. The session is added in any case. */
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

/* How many sessions are on their way into a history now. */
guint desk_history_keeper_get_n_under_way (void);

G_END_DECLS
