/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "records/store-client.h"

/* Statements read from a store, page after page, within bounds: a page has a hundred statements and 2 MiB at
 * most. Where the store says that the next page is on another computer, nothing more is read. */

G_BEGIN_DECLS

/* Which statements are meant; a part that is NULL or FALSE leaves all in. Borrowed for the call. */
typedef struct {
  const char *verb;     /* an IRI */
  const char *activity; /* an IRI */
  gboolean related;     /* `activity` may stand in the context */
  const char *since;    /* stored after then; ISO 8601 */
} DeskStoreQuery;

/* What may still be read, of all pages of all questions together. */
typedef struct {
  guint statements;
  gsize bytes;
  gint64 until_us; /* of the monotonic clock: no page is asked for later */
} DeskStoreBounds;

/* A hundred thousand statements, 256 MiB and ten minutes from now. */
void desk_store_bounds_begin (DeskStoreBounds *self);

/* The reference by which a store is asked for them, a hundred at a time. (transfer full) */
char *desk_store_query_reference (const DeskStoreQuery *query);

/* Told of each statement, borrowed for the call. */
typedef void (*DeskStoreTake) (const json_t *statement, gpointer data);

/* `reference`: of desk_store_query_reference(). `client` and `bounds`, which are used up by it, outlive the
 * call; `take` gets `take_data`. */
void desk_store_pages_read (DeskStoreClient *client,
                            const char *reference,
                            DeskStoreBounds *bounds,
                            DeskStoreTake take,
                            gpointer take_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* FALSE sets a GError that says why not all was read. G_IO_ERROR_MESSAGE_TOO_LARGE: there is too much of it, on one
 * page or on all together. */
gboolean desk_store_pages_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
