/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "records/statement-ways.h"

/* Which learning record store sessions go to, and how they name the trainee there: as set by the school in
 * the group [store] of its file, or else by the user in the settings. There may be none. The secret is not
 * part of it: see secret.h. */

G_BEGIN_DECLS

/* All owned. */
typedef struct {
  char *school;      /* the file that sets it; NULL: the user's settings do */
  char *address;     /* normalised by desk_store_address_read() */
  char *user;        /* of HTTP Basic; never empty */
  char *secret_file; /* absolute; NULL: the secret is in the keyring */
  char *authorities; /* absolute: PEM certificates trusted instead of the system's; or NULL */
  char *homepage;    /* of the accounts: an IRI; NULL: the usual one */
  char *salt_file;   /* absolute: the salt of pseudonyms, the same at all seats; or NULL */
  char *salt;        /* the salt itself, where the user has set the store; or NULL */
  DeskAccountScheme account;
} DeskStoreSetup;

/* NULL without error: no store is set. `settings` (of the schema "org.frontdesk.Frontdesk") may be NULL. Sets
 * a G_IO_ERROR, G_FILE_ERROR or G_KEY_FILE_ERROR: a set-up that cannot be used. (transfer full) */
DeskStoreSetup *desk_store_setup_new (GSettings *settings, GError **error);
DeskStoreSetup *desk_store_setup_copy (const DeskStoreSetup *self);
void desk_store_setup_free (DeskStoreSetup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreSetup, desk_store_setup_free)

/* The salt of pseudonyms. NULL without an error: none is set, or none needed. NULL sets a G_IO_ERROR where
 * it cannot be read. (transfer full) */
GBytes *desk_store_setup_read_salt (const DeskStoreSetup *self, GError **error);

/* Stands for all that statements depend on, for desk_outbox_open(): when it differs, so do the statements.
 * (transfer full) */
char *desk_store_setup_terms (const DeskStoreSetup *self, GBytes *salt);

G_END_DECLS
