/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/secret.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

#include "records/borrowed-library.h"
#include "records/secret-file.h"

static const SecretSchema schema = {
  "org.frontdesk.Frontdesk.Store",
  SECRET_SCHEMA_NONE,
  {
      { "address", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

/* What is used of libsecret; it is loaded where a store is set and its secret is in the keyring. */
typedef struct {
  __typeof__ (secret_password_lookup_sync) *lookup;
  __typeof__ (secret_password_store_sync) *store;
  __typeof__ (secret_password_free) *free;
} Keyring;

static gboolean
find_keyring (Keyring *keyring, GError **error)
{
  const DeskBorrowed functions[] = {
    { "secret_password_lookup_sync", (gpointer *) &keyring->lookup },
    { "secret_password_store_sync", (gpointer *) &keyring->store },
    { "secret_password_free", (gpointer *) &keyring->free },
  };

  return desk_borrow_library ("libsecret-1.so.0", functions, G_N_ELEMENTS (functions), error);
}

static char *
look_up (const DeskStoreSetup *setup, GCancellable *cancellable, GError **error)
{
  Keyring keyring;
  char *found;
  char *secret = NULL;

  if (!find_keyring (&keyring, error))
    return NULL;
  found = keyring.lookup (&schema, cancellable, error, "address", setup->address, "user",
                          setup->user, NULL);
  if (found != NULL)
    secret = g_strdup (found);
  keyring.free (found);
  return secret;
}

static char *
find_in_keyring (const DeskStoreSetup *setup, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *secret = look_up (setup, cancellable, &local);

  if (secret != NULL)
    return secret;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (local != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("The secret of the learning record store cannot be read from the keyring: %s"),
                 local->message);
  else
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
        _ ("The keyring has no secret for the learning record store: write it under "
           "Preferences, Class."));
  return NULL;
}

char *
desk_secret_find (const DeskStoreSetup *setup, GCancellable *cancellable, GError **error)
{
  if (setup->secret_file != NULL)
    return desk_secret_file_read (setup->secret_file, error);
  return find_in_keyring (setup, cancellable, error);
}

gboolean
desk_secret_keep (const char *address,
                  const char *user,
                  const char *secret,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Frontdesk: learning record store %s"), address);
  Keyring keyring;

  return find_keyring (&keyring, error) &&
         keyring.store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, error,
                        "address", address, "user", user, NULL);
}

void
desk_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
