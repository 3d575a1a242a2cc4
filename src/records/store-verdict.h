/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"

/* What an answer of a learning record store means for the statements that were sent. */

G_BEGIN_DECLS

typedef enum {
  DESK_STORE_TOOK,      /* the store has them all */
  DESK_STORE_TOO_LONG,  /* to be sent in smaller batches */
  DESK_STORE_REFUSES,   /* at least one of them, for good */
  DESK_STORE_CONFLICTS, /* claims to have at least one of them already, with other content */
  DESK_STORE_FAILS,  /* the store says that the fault is its own, with this batch or altogether */
  DESK_STORE_LATER,  /* to be tried again later */
  DESK_STORE_MISSET, /* somebody has to do something first */
} DeskStoreVerdict;

/* The verdict on `n` of `items` from `first` on. `words` (transfer full): the reason for people to read,
 * bounded and tamed; NULL for what was taken. */
DeskStoreVerdict desk_store_verdict (
    const DeskStoreReply *reply, const GPtrArray *items, guint first, guint n, char **words);

/* The same where no answer came. `host`: who was asked. */
DeskStoreVerdict desk_store_verdict_of_error (const GError *error, const char *host, char **words);

/* The status and what the store said, "400: the verb is unknown", on one line of bounded length. (transfer
 * full) */
char *desk_store_reply_describe (const DeskStoreReply *reply);

/* The error for a reply to a query whose status is not 200. (transfer full) */
GError *desk_store_reply_error (const DeskStoreReply *reply);

G_END_DECLS
