/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"
#include "records/store-verdict.h"

/* A statement that the store has already, it says (409), in other words: what it has by that id is asked for. */

G_BEGIN_DECLS

typedef enum {
  DESK_STORE_HAS_IT, /* what it has by that id says the same */
  DESK_STORE_HAS_IT_NOT, /* it has another one, or will never show what it has, which holds up no other */
  DESK_STORE_MAY_HAVE_IT, /* nobody knows yet: it could not be asked */
} DeskStoreHas;

/* What came of a look-up. */
typedef struct {
  DeskStoreHas has;
  char *
      words; /* owned: of one that it has not, what is kept of it; of one that it may have, why nothing goes now */
  char *said; /* owned: of one that it may have, what the store said, or what broke off; or NULL */
  DeskStoreVerdict verdict; /* of one that it may have: DESK_STORE_FAILS, _LATER or _MISSET */
  gint64 wait_s;            /* the store asks to be left alone so long; -1: it does not */
} DeskStoreLookUp;

/* `client` and `item` outlive the call. */
void desk_store_conflict_look_up (DeskStoreClient *client,
                                  const DeskOutboxItem *item,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* NULL sets G_IO_ERROR_CANCELLED. (transfer full) */
DeskStoreLookUp *desk_store_conflict_look_up_finish (GAsyncResult *result, GError **error);
void desk_store_look_up_free (DeskStoreLookUp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreLookUp, desk_store_look_up_free)

G_END_DECLS
