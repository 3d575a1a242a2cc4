/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>
#include <jansson.h>

/* The statements that a learning record store is to have, and what became of each (SQLite). A statement
 * that was put in stays, through kills, power cuts and weeks offline, until the store has it or has
 * refused it; one that the store has is never put in again. The journals are the only truth: an outbox
 * that is lost or damaged is filled from them again, and as the ids come of the sessions, the store
 * gets nothing twice. This is how one is opened and filled; outbox-sending.h tells the rest.
 *
 * Several programs may use one at the same time. A handle may go from thread to thread, and is used by
 * one at a time. All functions may wait for the disk. Errors are of G_IO_ERROR. */

G_BEGIN_DECLS

typedef struct _DeskOutbox DeskOutbox;

/* A journal that was looked at; all owned. */
typedef struct {
  char *journal;      /* a path in the folder of the sessions */
  char *stamp;        /* of the file: with another one it is looked at again */
  json_t *statements; /* an array of objects with "id"; NULL: it has no result */
} DeskOutboxSession;

/* What waits may take, in bytes of statements; what finds no room stays in its journal for later. What was
 * refused does not wait. */
#define DESK_OUTBOX_MOST_WAITING ((gint64) 128 << 20)

/* Where the outbox for the store at `address` is: "frontdesk/outbox-….db" in the user's data folder. Another
 * store has another. (transfer full) */
char *desk_outbox_default_path (const char *address);

/* `terms` says how statements are made (which account names the trainee). Where they have changed, what
 * was made on other terms and is not delivered is forgotten, to be made again: a name that is no longer
 * to be told is not. A file that is damaged is put aside; `notice` (transfer full), in the user's
 * language, then says so, and is NULL otherwise. */
DeskOutbox *desk_outbox_open (const char *path, const char *terms, char **notice, GError **error);
void desk_outbox_close (DeskOutbox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOutbox, desk_outbox_close)

/* Whether the session of `journal` was put in, or it had no result when its stamp was the same. */
gboolean desk_outbox_knows (
    DeskOutbox *self, const char *journal, const char *stamp, gboolean *known, GError **error);

/* How many more bytes of statements may wait; below nought where too many do. */
gboolean desk_outbox_room (DeskOutbox *self, gint64 *bytes, GError **error);

/* Puts in all statements of all `sessions` (of DeskOutboxSession), or none. `bytes`: how much more waits now. */
gboolean
desk_outbox_add (DeskOutbox *self, const GPtrArray *sessions, gint64 *bytes, GError **error);
void desk_outbox_session_free (DeskOutboxSession *session);

G_END_DECLS
