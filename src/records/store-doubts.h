/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox-sending.h"

/* Statements that a store did not take in a run, while nobody knows yet whose fault that is. It is the statement's
 * once the store takes another: then it is written down as refused, or put off where the store fails at it.
 * A store that takes nothing at all is set wrongly, or is in trouble: then they all wait as before. */

G_BEGIN_DECLS

typedef struct _DeskStoreDoubts DeskStoreDoubts;

typedef enum {
  DESK_STORE_DOUBT_REFUSED, /* 4xx */
  DESK_STORE_DOUBT_FAILED,  /* 5xx, or broken off */
} DeskStoreDoubt;

DeskStoreDoubts *desk_store_doubts_new (void);
void desk_store_doubts_free (DeskStoreDoubts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreDoubts, desk_store_doubts_free)

/* In this run the statement is not taken again. What was known of it before, it is at once. */
gboolean desk_store_doubts_add (DeskStoreDoubts *self,
                                DeskOutbox *outbox,
                                const DeskOutboxItem *item,
                                DeskStoreDoubt doubt,
                                const char *words,
                                GError **error);

/* The store took another statement: writes all of them down. */
gboolean desk_store_doubts_settle (DeskStoreDoubts *self, DeskOutbox *outbox, GError **error);

/* The run has ended, and the store took nothing: those that it failed at wait behind the others. */
gboolean desk_store_doubts_leave (DeskStoreDoubts *self, DeskOutbox *outbox, GError **error);

/* Those that were not settled. `known`: those too that were written down by what was known before, as with the next. */
guint desk_store_doubts_count (const DeskStoreDoubts *self, gboolean known);

/* What the store said of the last one of this kind; NULL: there is none since. Owned by `self`. */
const char *
desk_store_doubts_words (const DeskStoreDoubts *self, DeskStoreDoubt doubt, gboolean known);

G_END_DECLS
