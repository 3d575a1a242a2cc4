/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-delivery.h"
#include "records/store-setup.h"

/* All of it at once: the finished sessions of this machine are put into the outbox of the store, and what
 * waits there is delivered. One program at a time does both; what another one has meanwhile stays in its
 * journals and goes with the next. */

G_BEGIN_DECLS

typedef struct {
  DeskStoreDelivery *delivery; /* owned: what this run came to */
  DeskOutboxCounts counts;     /* of statements, as it stands now */
  GPtrArray *
      refusals; /* owned: of DeskOutboxComplaint, the latest ten that were refused, as with the next */
  GPtrArray *put_off; /* owned: those that the store fails at */
  char *notice;       /* owned: the outbox was damaged; or NULL */
} DeskStoreSending;

/* `setup` is copied. `refused_too`: what the store refused before is tried again, and what was put
 * off before it is due. The network is asked on the
 * main loop of this thread; files and the keyring on other threads. */
void desk_store_send (const DeskStoreSetup *setup,
                      const char *sessions,
                      gboolean refused_too,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data);

/* NULL sets a GError: nothing could be sent, for a reason at this machine; it says which. G_IO_ERROR_BUSY:
 * another program is at it. (transfer full) */
DeskStoreSending *desk_store_send_finish (GAsyncResult *result, GError **error);
void desk_store_sending_free (DeskStoreSending *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreSending, desk_store_sending_free)

G_END_DECLS
