/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-delivery.h"
#include "records/store-setup.h"

/* All steps together: puts the finished sessions of this machine into the store's outbox, and delivers what
 * waits there. Only one program does so at a time; what another adds meanwhile stays in its journals and
 * goes with the next run. */

G_BEGIN_DECLS

typedef struct {
  DeskStoreDelivery *delivery; /* owned: how this run ended */
  DeskOutboxCounts counts;     /* of statements, after this run */
  GPtrArray *refusals;         /* owned: of DeskOutboxComplaint: the latest ten refused */
  GPtrArray *put_off;          /* owned: of the same: the latest ten put off */
  char *notice;                /* owned: says that the outbox was damaged; or NULL */
} DeskStoreSending;

/* `setup` is copied; `sessions` is the folder of the journals. `refused_too`: tries again what the store
 * refused before, and what is put off, at once. Network requests run on the main loop of this thread; files
 * and the keyring are used on other threads. */
void desk_store_send (const DeskStoreSetup *setup,
                      const char *sessions,
                      gboolean refused_too,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data);

/* NULL sets a GError that says why nothing could be sent from this machine; G_IO_ERROR_BUSY: another
 * program is sending. (transfer full) */
DeskStoreSending *desk_store_send_finish (GAsyncResult *result, GError **error);
void desk_store_sending_free (DeskStoreSending *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreSending, desk_store_sending_free)

G_END_DECLS
