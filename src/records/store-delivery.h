/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"

/* Sends what waits in an outbox to a store, in batches, until nothing is due or the store has no more of it
 * for now. A batch that is refused is halved until the statement is found that the store does not want; so is
 * one that the store fails at again and again. That one is kept as refused, or put off, and does not hold up the
 * rest, as soon as the store takes another. Where it takes none, it is the store that is set wrongly, or
 * in trouble: everything waits. */

G_BEGIN_DECLS

typedef enum {
  DESK_DELIVERED_ALL,    /* nothing waits but what was put off */
  DESK_DELIVERED_LATER,  /* to be tried again */
  DESK_DELIVERED_MISSET, /* somebody has to do something first */
} DeskStoreEnd;

typedef struct {
  DeskStoreEnd end;
  guint n_delivered; /* statements, by this run */
  gint64 wait_s;     /* the store asks to be left alone so long; -1: it does not */
  char *words;       /* owned: why it came to an end before; or NULL */
} DeskStoreDelivery;

/* Bounds of a batch. */
#define DESK_STORE_MOST_STATEMENTS 50
#define DESK_STORE_MOST_BYTES ((gsize) 256 << 10)

/* `client` and `outbox` outlive the call and are used by nobody else meanwhile. The network is asked on
 * the main loop of this thread, the disk on another thread. */
void desk_store_deliver (DeskStoreClient *client,
                         DeskOutbox *outbox,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data);

/* NULL sets a GIOError: the outbox failed, or G_IO_ERROR_CANCELLED. (transfer full) */
DeskStoreDelivery *desk_store_deliver_finish (GAsyncResult *result, GError **error);
void desk_store_delivery_free (DeskStoreDelivery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreDelivery, desk_store_delivery_free)

G_END_DECLS
