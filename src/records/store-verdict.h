/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"

/* What an answer of a learning record store means for the statements that were sent. */

G_BEGIN_DECLS

typedef enum {
  DESK_STORE_TOOK,      /* the store has them all */
  DESK_STORE_TOO_LONG,  /* fewer at a time */
  DESK_STORE_REFUSES,   /* one of them at least, for good */
  DESK_STORE_CONFLICTS, /* has one of them at least already, and thinks that it is another */
  DESK_STORE_FAILS, /* at what was sent, or at anything: the store says that the fault is its own */
  DESK_STORE_LATER, /* it may go well another time */
  DESK_STORE_MISSET, /* somebody has to do something first */
} DeskStoreVerdict;

/* `words` (transfer full): for a person, bounded and tame; NULL for what was taken. */
DeskStoreVerdict desk_store_verdict (
    const DeskStoreReply *reply, const GPtrArray *items, guint first, guint n, char **words);

/* The same where there was no answer. `host`: who was asked. */
DeskStoreVerdict desk_store_verdict_of_error (const GError *error, const char *host, char **words);

/* The status and what the store said, "400: the verb is unknown", on a line of bounded length. (transfer full) */
char *desk_store_reply_describe (const DeskStoreReply *reply);

/* What went wrong where something was asked for and the status is not 200. (transfer full) */
GError *desk_store_reply_error (const DeskStoreReply *reply);

G_END_DECLS
