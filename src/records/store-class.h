/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-folder.h"
#include "records/store-setup.h"

/* Reads a class from a store instead of a folder: the sessions from which its table is made. */

G_BEGIN_DECLS

/* `since_us` (microseconds since 1970, UTC; 0: all): sessions stored before then are not asked for; they
 * cannot have begun later. Network requests run on the main loop of this thread. */
void desk_store_class_read (const DeskStoreSetup *setup,
                            gint64 since_us,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* NULL sets a GError. In the result, `path` is the store's address, and the paths of its sessions are the
 * ids of statements. (transfer full) */
DeskClassFolder *desk_store_class_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
