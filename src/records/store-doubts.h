/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"

/* Statements that a store did not take in a run, as long as nobody knows whose fault that is. It is the
 * statement's once the store takes another: then it is recorded as refused, or put off where the store
 * failed at it. A store that takes nothing at all is wrongly set up, or in trouble: then all of them wait
 * as before. */

G_BEGIN_DECLS

typedef struct _DeskStoreDoubts DeskStoreDoubts;

typedef enum {
  DESK_STORE_DOUBT_REFUSED, /* 4xx */
  DESK_STORE_DOUBT_FAILED,  /* 5xx, or broken off */
} DeskStoreDoubt;

DeskStoreDoubts *desk_store_doubts_new (void);
void desk_store_doubts_free (DeskStoreDoubts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreDoubts, desk_store_doubts_free)

/* The statement is not taken again in this run. When an earlier run had already refused it or put it off,
 * it is recorded as such at once. */
gboolean desk_store_doubts_add (DeskStoreDoubts *self,
                                DeskOutbox *outbox,
                                const DeskOutboxItem *item,
                                DeskStoreDoubt doubt,
                                const char *words,
                                GError **error);

/* The store took another statement: records all of them. */
gboolean desk_store_doubts_settle (DeskStoreDoubts *self, DeskOutbox *outbox, GError **error);

/* The run has ended and the store took nothing: those it failed at now wait behind the others. */
gboolean desk_store_doubts_leave (DeskStoreDoubts *self, DeskOutbox *outbox, GError **error);

/* Those that were not settled. `known`: those too that were written down by what was known before, as with the next. */
guint desk_store_doubts_count (const DeskStoreDoubts *self, gboolean known);

/* What the store said of the latest of this kind; NULL: there is none. Owned by `self`. */
const char *
desk_store_doubts_words (const DeskStoreDoubts *self, DeskStoreDoubt doubt, gboolean known);

G_END_DECLS
