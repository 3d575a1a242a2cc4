/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* Work on the history, on a thread with a handle of its own, so that the window never waits for the disk. */

G_BEGIN_DECLS

/* On the worker thread. NULL with `error` set on failure; what it returns is freed with the
 * function given beside it. */
typedef gpointer (*DeskHistoryWork) (DeskHistory *history,
                                     gpointer data,
                                     GCancellable *cancellable,
                                     GError **error);

typedef struct {
  DeskHistoryWork work;
  gpointer data; /* owned by the work from here on, as is the result until it is taken */
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} DeskHistoryOrder;

/* Opens the history at `path` and does the work. `callback` is called on this thread; once `cancellable` is
 * cancelled it gets that error, whatever the work returned. */
void desk_history_work_run (const char *path,
                            const DeskHistoryOrder *order,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/* What the work returned. (transfer full) */
gpointer desk_history_work_finish (GAsyncResult *result, GError **error);

/* What was ordered; it goes with `result`. */
gpointer desk_history_work_get_data (GAsyncResult *result);

/* What the history has to tell about its file, or NULL; it goes with `result`. */
const char *desk_history_work_get_notice (GAsyncResult *result);

G_END_DECLS
