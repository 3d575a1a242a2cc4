/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Which learning record store sessions go to, and how they name the trainee there: as the school has set it
 * in the group [store] of its file, or else as the user has in the settings. There need be none. The
 * secret is not in it: see secret.h. */

G_BEGIN_DECLS

/* By what account a trainee is known at the store. */
typedef enum {
  DESK_STORE_ACCOUNT_PSEUDONYM,
  DESK_STORE_ACCOUNT_NAME,
  DESK_STORE_ACCOUNT_MBOX, /* an e-mail address */
} DeskStoreAccount;

/* All owned. */
typedef struct {
  char *school;      /* the file that says it; NULL: the user's settings do */
  char *address;     /* as desk_store_address_read() makes it */
  char *user;        /* of HTTP Basic; never empty */
  char *secret_file; /* absolute; NULL: the secret is in the keyring */
  char *authorities; /* absolute: a PEM file of certificates to trust instead of the system's; or NULL */
  char *homepage;    /* of the accounts: an IRI; the address unless it was set */
  DeskStoreAccount account;
} DeskStoreSetup;

/* NULL without error: no store is set. `settings` (of the schema "org.frontdesk.Frontdesk") may be NULL. Sets
 * a G_IO_ERROR, G_FILE_ERROR or G_KEY_FILE_ERROR: a set-up that cannot be used. (transfer full) */
DeskStoreSetup *desk_store_setup_new (GSettings *settings, GError **error);
DeskStoreSetup *desk_store_setup_copy (const DeskStoreSetup *self);
void desk_store_setup_free (DeskStoreSetup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreSetup, desk_store_setup_free)

/* What statements depend on, for desk_outbox_open(). (transfer full) */
char *desk_store_setup_terms (const DeskStoreSetup *self);

/* "pseudonym", "name", "mbox" */
const char *desk_store_account_name (DeskStoreAccount account);
gboolean desk_store_account_from_name (const char *name, DeskStoreAccount *account);

G_END_DECLS
