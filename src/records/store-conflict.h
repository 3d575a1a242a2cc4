/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"
#include "records/store-client.h"
#include "records/store-verdict.h"

/* For a statement of which the store says (409) that it already has another by that id: asks the store what
 * it has. */

G_BEGIN_DECLS

typedef enum {
  DESK_STORE_HAS_IT,      /* it has the same statement by that id */
  DESK_STORE_HAS_IT_NOT,  /* it has another, or will never show which: nothing else waits for it */
  DESK_STORE_MAY_HAVE_IT, /* not known yet: it could not be asked */
} DeskStoreHas;

/* What a look-up found; "HAS_IT" and so on are values of `has`. */
typedef struct {
  DeskStoreHas has;
  char *words; /* owned: HAS_IT_NOT: what to keep on record; MAY_HAVE_IT: why nothing goes now */
  char *said;  /* owned: MAY_HAVE_IT: what the store said, or what broke off; or NULL */
  DeskStoreVerdict verdict; /* MAY_HAVE_IT: DESK_STORE_FAILS, _LATER or _MISSET */
  gint64 wait_s;            /* seconds for which the store asks to be left alone; -1: it does not */
} DeskStoreLookUp;

/* `client` and `item` outlive the look-up. */
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
