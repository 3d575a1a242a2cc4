/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"
#include "records/store-verdict.h"

/* A statement that the store has already, it says (409), in other words: what it has by that id is asked for. */

G_BEGIN_DECLS

/* `client` and `item` outlive the call. */
void desk_store_conflict_look_up (DeskStoreClient *client,
                                  const DeskOutboxItem *item,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* DESK_STORE_TOOK: it is the same. DESK_STORE_REFUSES: it is another, or the store will never show it, which holds up
 * no other. DESK_STORE_LATER and DESK_STORE_MISSET: nobody knows yet. `words` (transfer full) as of
 * desk_store_verdict(). FALSE sets G_IO_ERROR_CANCELLED. */
gboolean desk_store_conflict_look_up_finish (GAsyncResult *result,
                                             DeskStoreVerdict *verdict,
                                             char **words,
                                             GError **error);

G_END_DECLS
