/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "records/statement-ways.h"

/* Which learning record store sessions go to, and how they name the trainee there: as the school has set it
 * in the group [store] of its file, or else as the user has in the settings. There need be none. The
 * secret is not in it: see secret.h. */

G_BEGIN_DECLS

/* All owned. */
typedef struct {
  char *school;      /* the file that says it; NULL: the user's settings do */
  char *address;     /* as desk_store_address_read() makes it */
  char *user;        /* of HTTP Basic; never empty */
  char *secret_file; /* absolute; NULL: the secret is in the keyring */
  char *
      authorities; /* absolute: a PEM file of certificates to trust instead of the system's; or NULL */
  char *homepage;  /* of the accounts: an IRI; NULL: the usual one */
  char *salt_file; /* absolute: what pseudonyms are made with, the same at all seats; or NULL */
  char *salt;      /* the same of a user who has set the store; or NULL */
  DeskAccountScheme account;
} DeskStoreSetup;

/* NULL without error: no store is set. `settings` (of the schema "org.frontdesk.Frontdesk") may be NULL. Sets
 * a G_IO_ERROR, G_FILE_ERROR or G_KEY_FILE_ERROR: a set-up that cannot be used. (transfer full) */
DeskStoreSetup *desk_store_setup_new (GSettings *settings, GError **error);
DeskStoreSetup *desk_store_setup_copy (const DeskStoreSetup *self);
void desk_store_setup_free (DeskStoreSetup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreSetup, desk_store_setup_free)

/* What pseudonyms are made with. NULL without error: none is set, or none is needed. Sets a G_IO_ERROR: it
 * cannot be read. (transfer full) */
GBytes *desk_store_setup_read_salt (const DeskStoreSetup *self, GError **error);

/* What statements depend on, for desk_outbox_open(): another text, other statements. (transfer full) */
char *desk_store_setup_terms (const DeskStoreSetup *self, GBytes *salt);

G_END_DECLS
