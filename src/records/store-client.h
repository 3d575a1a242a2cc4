/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "records/store-setup.h"

/* Asks a learning record store one thing at a time, over HTTPS, on the main loop of the thread that asks.
 * Whatever the store answers takes bounded time and memory: an answer has a minute, and the bytes that
 * were allowed for it. No certificate is passed over, no redirect followed, and the secret goes nowhere
 * but to the address that was set. */

G_BEGIN_DECLS

typedef struct _DeskStoreClient DeskStoreClient;

/* What the store answered. */
typedef struct {
  guint status;   /* of HTTP, 100 to 599 */
  GBytes *body;   /* owned; of another length than zero it was read to its end */
  gint64 wait_s;  /* the store asks to be left alone so long; -1: it does not */
  char *leads_to; /* owned: where it redirects to, as it was written; or NULL */
} DeskStoreReply;

/* `secret` is copied. Sets a GError: a library or certificates that are missing. */
DeskStoreClient *
desk_store_client_new (const DeskStoreSetup *setup, const char *secret, GError **error);
void desk_store_client_free (DeskStoreClient *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreClient, desk_store_client_free)

const char *desk_store_client_get_address (const DeskStoreClient *self);

/* `reference` is resolved at the store's address; `body` (JSON) is NULL for a GET; more than `most_bytes` of
 * an answer are not read. `self` outlives the call. */
void desk_store_client_ask (DeskStoreClient *self,
                            const char *reference,
                            GBytes *body,
                            gsize most_bytes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* NULL: nobody answered, or not within bounds: a GError of G_IO_ERROR, G_TLS_ERROR or G_RESOLVER_ERROR.
 * (transfer full) */
DeskStoreReply *desk_store_client_ask_finish (GAsyncResult *result, GError **error);
void desk_store_reply_free (DeskStoreReply *reply);

/* Its body; NULL where that is no JSON. (transfer full) */
json_t *desk_store_reply_json (const DeskStoreReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreReply, desk_store_reply_free)

G_END_DECLS
