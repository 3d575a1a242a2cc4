/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"

/* Sends what waits in an outbox to a store, in batches, until nothing is due or the store takes no more for
 * now. A batch that is refused, or that the store fails at again and again, is halved until the one
 * statement that the store does not want is found. That one is recorded as refused, or put off, as soon as
 * the store has taken another, and does not hold up the rest. Where the store takes none at all, it is
 * wrongly set up, or in trouble: everything waits. */

G_BEGIN_DECLS

typedef enum {
  DESK_DELIVERED_ALL,    /* nothing waits except what was put off */
  DESK_DELIVERED_LATER,  /* to be tried again */
  DESK_DELIVERED_MISSET, /* somebody has to do something first */
} DeskStoreEnd;

typedef struct {
  DeskStoreEnd end;
  guint n_delivered; /* statements, by this run */
  gint64 wait_s;     /* seconds for which the store asks to be left alone; -1: it does not */
  char *words;       /* owned: why it ended early; or NULL */
} DeskStoreDelivery;

/* Bounds of a batch. */
#define DESK_STORE_MOST_STATEMENTS 50
#define DESK_STORE_MOST_BYTES ((gsize) 256 << 10)

/* `client` and `outbox` outlive the delivery and are used by nobody else meanwhile. Network requests run on
 * the main loop of this thread, the disk is used on another thread. */
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
