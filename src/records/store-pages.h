/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "records/store-client.h"

/* Reads statements from a store, page after page, within bounds: a page has at most a hundred statements
 * and 2 MiB. When a store says that the next page is on another computer, reading stops. */

G_BEGIN_DECLS

/* Which statements are wanted. A member that is NULL or FALSE matches all. Borrowed for the call. */
typedef struct {
  const char *verb;     /* an IRI */
  const char *activity; /* an IRI */
  gboolean related;     /* `activity` may also stand in the context */
  const char *since;    /* stored after then; ISO 8601 */
} DeskStoreQuery;

/* What may still be read, over all pages of all queries together. */
typedef struct {
  guint statements;
  gsize bytes;
  gint64 until_us; /* monotonic clock, microseconds: no page is asked for later */
} DeskStoreBounds;

/* Allows a hundred thousand statements, 256 MiB and ten minutes from now. */
void desk_store_bounds_begin (DeskStoreBounds *self);

/* The reference with which a store is asked for these statements, a hundred at a time. (transfer full) */
char *desk_store_query_reference (const DeskStoreQuery *query);

/* Called for each statement, which is borrowed for the call. */
typedef void (*DeskStoreTake) (const json_t *statement, gpointer data);

/* `reference`: from desk_store_query_reference(). `client` and `bounds` (which it uses up) outlive the
 * reading; `take` is given `take_data`. */
void desk_store_pages_read (DeskStoreClient *client,
                            const char *reference,
                            DeskStoreBounds *bounds,
                            DeskStoreTake take,
                            gpointer take_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* FALSE sets a GError that says why not everything was read. G_IO_ERROR_MESSAGE_TOO_LARGE: there is too
 * much, on one page or in all. */
gboolean desk_store_pages_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
