/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "records/store-setup.h"

/* Asks a learning record store one thing at a time, over HTTPS, on the main loop of the calling thread.
 * Whatever the store answers takes bounded time and memory: an answer has a minute, and as many bytes as
 * the caller allows. No certificate is waved through, no redirect followed, and the secret goes nowhere but
 * to the address that was set. */

G_BEGIN_DECLS

typedef struct _DeskStoreClient DeskStoreClient;

/* What the store answered. */
typedef struct {
  guint status;   /* of HTTP, 100 to 599 */
  GBytes *body;   /* owned; when it is not empty, it is complete */
  gint64 wait_s;  /* seconds for which the store asks to be left alone; -1: it does not */
  char *leads_to; /* owned: the target of a redirect as the store wrote it; or NULL */
} DeskStoreReply;

/* `secret` is copied. NULL sets a GError: a library or the certificates are missing. (transfer full) */
DeskStoreClient *
desk_store_client_new (const DeskStoreSetup *setup, const char *secret, GError **error);
void desk_store_client_free (DeskStoreClient *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreClient, desk_store_client_free)

const char *desk_store_client_get_address (const DeskStoreClient *self);

/* `reference` is resolved against the store's address; `body` (JSON) is NULL for a GET; no more than
 * `most_bytes` of an answer are read. `self` outlives the request. */
void desk_store_client_ask (DeskStoreClient *self,
                            const char *reference,
                            GBytes *body,
                            gsize most_bytes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* NULL sets a G_IO_ERROR, G_TLS_ERROR or G_RESOLVER_ERROR: nobody answered, or not within the bounds.
 * (transfer full) */
DeskStoreReply *desk_store_client_ask_finish (GAsyncResult *result, GError **error);
void desk_store_reply_free (DeskStoreReply *reply);

/* The reply's body as JSON; NULL where it is none. (transfer full) */
json_t *desk_store_reply_json (const DeskStoreReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreReply, desk_store_reply_free)

G_END_DECLS
