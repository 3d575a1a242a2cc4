/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>
#include <jansson.h>

/* The statements for a learning record store, and what became of each (SQLite). A statement once put in
 * stays, through kills, power cuts and weeks offline, until the store has it or has refused it; one that
 * the store has is never put in again. The journals are the only truth: an outbox that is lost or damaged
 * is filled from them again, and since ids derive from the session, the store gets nothing twice. This
 * header opens and fills one; outbox-sending.h does the rest.
 *
 * Several programs may use one at the same time. A handle may move between threads, but only one uses it at
 * a time. Every function may wait for the disk. Errors are of G_IO_ERROR. */

G_BEGIN_DECLS

typedef struct _DeskOutbox DeskOutbox;

/* A journal that was read; all owned. */
typedef struct {
  char *journal;      /* its path relative to the folder of the sessions */
  char *stamp;        /* of the file: when it differs, the file is read again */
  json_t *statements; /* an array of objects with "id"; NULL: it has no result */
} DeskOutboxSession;

/* The most that may wait, in bytes of statements. What finds no room stays in its journal for later; what
 * was refused does not count. */
#define DESK_OUTBOX_MOST_WAITING ((gint64) 128 << 20)

/* The path of the outbox for the store at `address`: "frontdesk/outbox-….db" in the user's data folder, one
 * for each store. (transfer full) */
char *desk_outbox_default_path (const char *address);

/* `terms` stands for how statements are made (which account names the trainee). When it changes, statements
 * made on other terms and not delivered yet are deleted, to be made again: a name that must no longer be
 * told then is not. A damaged file is set aside; `notice` (transfer full) then says so in the user's
 * language, and is NULL otherwise. NULL sets an error. (transfer full) */
DeskOutbox *desk_outbox_open (const char *path, const char *terms, char **notice, GError **error);
void desk_outbox_close (DeskOutbox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOutbox, desk_outbox_close)

/* Sets `known`: whether the session of `journal` was put in, or had no result when the file last had this
 * stamp. */
gboolean desk_outbox_knows (
    DeskOutbox *self, const char *journal, const char *stamp, gboolean *known, GError **error);

/* How many more bytes of statements may wait; negative where too many do already. */
gboolean desk_outbox_room (DeskOutbox *self, gint64 *bytes, GError **error);

/* Puts in all statements of all `sessions` (of DeskOutboxSession), or none. `bytes`: by how much more waits
 * now. (out) */
gboolean
desk_outbox_add (DeskOutbox *self, const GPtrArray *sessions, gint64 *bytes, GError **error);
void desk_outbox_session_free (DeskOutboxSession *session);

G_END_DECLS
