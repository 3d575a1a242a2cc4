/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-setup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "classroom/school.h"
#include "records/secret-file.h"
#include "records/statement-actor.h"
#include "records/store-address.h"

#define GROUP "store"

/* What was written, before it was looked at; owned, NULL or stripped. */
typedef struct {
  char *school;
  char *url;
  char *user;
  char *secret_file;
  char *authorities;
  char *account;
  char *homepage;
  char *salt_file;
  char *salt;
} Written;

static void
written_clear (Written *written)
{
  g_free (written->school);
  g_free (written->url);
  g_free (written->user);
  g_free (written->secret_file);
  g_free (written->authorities);
  g_free (written->account);
  g_free (written->homepage);
  g_free (written->salt_file);
  g_free (written->salt);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Written, written_clear)

/* Takes `text`; what is empty was not written. */
static char *
strip (char *text)
{
  if (text == NULL || *g_strstrip (text) != '\0')
    return text;
  g_free (text);
  return NULL;
}

static char *
key_of (GKeyFile *file, const char *key)
{
  return strip (g_key_file_get_string (file, GROUP, key, NULL));
}

static gboolean
read_school (Written *written, GError **error)
{
  g_autoptr (DeskSchool) school = desk_school_new (error);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (school == NULL)
    return FALSE;
  /* One that is not there says nothing; one that cannot be read was told by now. */
  if (!g_key_file_load_from_file (file, school->path, G_KEY_FILE_NONE, NULL))
    return TRUE;
  written->url = key_of (file, "url");
  if (written->url == NULL)
    return TRUE;
  written->school = g_strdup (school->path);
  written->user = key_of (file, "user");
  written->secret_file = key_of (file, "secret-file");
  written->authorities = key_of (file, "ca-file");
  written->account = key_of (file, "account");
  written->homepage = key_of (file, "homepage");
  written->salt_file = key_of (file, "salt-file");
  return TRUE;
}

/* An older schema of the system's lacks the keys. */
static gboolean
know_stores (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, "store-url");
}

static void
read_settings (Written *written, GSettings *settings)
{
  written->url = strip (g_settings_get_string (settings, "store-url"));
  written->user = strip (g_settings_get_string (settings, "store-user"));
  written->account = strip (g_settings_get_string (settings, "store-account"));
  written->homepage = strip (g_settings_get_string (settings, "store-homepage"));
  written->salt = strip (g_settings_get_string (settings, "store-salt"));
}

static gboolean
fail (const Written *written, GError **error, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s%s%s",
               written->school != NULL ? written->school : "", written->school != NULL ? ": " : "",
               what);
  return FALSE;
}

static gboolean
is_whole_path (const char *path)
{
  return path == NULL || g_path_is_absolute (path);
}

static gboolean
are_sound (const Written *written, GError **error)
{
  DeskAccountScheme account;

  if (written->user == NULL)
    return fail (written, error, _ ("the learning record store needs a user beside its address"));
  if (strchr (written->user, ':') != NULL)
    return fail (written, error, _ ("the user of the learning record store must not hold a “:”"));
  if (!is_whole_path (written->secret_file) || !is_whole_path (written->authorities) ||
      !is_whole_path (written->salt_file))
    return fail (
        written, error,
        _ ("“secret-file”, “salt-file” and “ca-file” must be full paths, beginning with “/”"));
  if (written->account != NULL && !desk_account_scheme_from_name (written->account, &account))
    return fail (written, error, _ ("the account must be “pseudonym”, “name” or “mbox”"));
  if (written->homepage != NULL && !desk_statement_is_home_page (written->homepage))
    return fail (
        written, error,
        _ ("the home page of the accounts must be a full address, as in “https://school.example”"));
  return TRUE;
}

/* Takes what was written. */
static DeskStoreSetup *
setup_of (Written *written, GError **error)
{
  g_autoptr (DeskStoreSetup) self = g_new0 (DeskStoreSetup, 1);
  g_autoptr (GError) local = NULL;

  self->address = desk_store_address_read (written->url, &local);
  if (self->address == NULL) {
    fail (written, error, local->message);
    return NULL;
  }
  if (!are_sound (written, error))
    return NULL;
  if (written->account != NULL)
    desk_account_scheme_from_name (written->account, &self->account);
  self->school = g_steal_pointer (&written->school);
  self->user = g_steal_pointer (&written->user);
  self->secret_file = g_steal_pointer (&written->secret_file);
  self->authorities = g_steal_pointer (&written->authorities);
  self->homepage = g_steal_pointer (&written->homepage);
  self->salt_file = g_steal_pointer (&written->salt_file);
  self->salt = g_steal_pointer (&written->salt);
  return g_steal_pointer (&self);
}

DeskStoreSetup *
desk_store_setup_new (GSettings *settings, GError **error)
{
  g_auto (Written) written = { 0 };

  if (!read_school (&written, error))
    return NULL;
  if (written.url == NULL && settings != NULL && know_stores (settings))
    read_settings (&written, settings);
  return written.url != NULL ? setup_of (&written, error) : NULL;
}

DeskStoreSetup *
desk_store_setup_copy (const DeskStoreSetup *self)
{
  DeskStoreSetup *copy = g_new0 (DeskStoreSetup, 1);

  copy->school = g_strdup (self->school);
  copy->address = g_strdup (self->address);
  copy->user = g_strdup (self->user);
  copy->secret_file = g_strdup (self->secret_file);
  copy->authorities = g_strdup (self->authorities);
  copy->homepage = g_strdup (self->homepage);
  copy->salt_file = g_strdup (self->salt_file);
  copy->salt = g_strdup (self->salt);
  copy->account = self->account;
  return copy;
}

void
desk_store_setup_free (DeskStoreSetup *self)
{
  if (self == NULL)
    return;
  g_free (self->school);
  g_free (self->address);
  g_free (self->user);
  g_free (self->secret_file);
  g_free (self->authorities);
  g_free (self->homepage);
  g_free (self->salt_file);
  g_free (self->salt);
  g_free (self);
}

GBytes *
desk_store_setup_read_salt (const DeskStoreSetup *self, GError **error)
{
  char *salt = NULL;

  if (self->salt_file != NULL)
    salt = desk_secret_file_read (self->salt_file, error);
  else if (self->salt != NULL)
    salt = g_strdup (self->salt);
  return salt != NULL ? g_bytes_new_take (salt, strlen (salt)) : NULL;
}

/* Of the salt its checksum alone. */
char *
desk_store_setup_terms (const DeskStoreSetup *self, GBytes *salt)
{
  g_autofree char *sum =
      salt != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, salt) : g_strdup ("");

  return g_strdup_printf ("%s %s %s", desk_account_scheme_name (self->account),
                          self->homepage != NULL ? self->homepage : "", sum);
}
