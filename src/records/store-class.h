/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-folder.h"
#include "records/store-setup.h"

/* A class read from a store, in the place of a folder: its sessions, with which the table is made. */

G_BEGIN_DECLS

/* `since_us` (UTC; 0: all): sessions that were stored before then are not asked for, nor can they have begun
 * later. The network is asked on the main loop of this thread. */
void desk_store_class_read (const DeskStoreSetup *setup,
                            gint64 since_us,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* NULL sets a GError. The path of the result is the store's address, those of its sessions are the
 * ids of statements. (transfer full) */
DeskClassFolder *desk_store_class_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
