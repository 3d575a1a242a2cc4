/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/settings.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The backend that keeps nothing, and the one that writes a file, have to be asked for. */
#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "cli/paths.h"

#define SCHEMA "org.frontdesk.Frontdesk"
#define PATH "/org/frontdesk/Frontdesk/"

/* The folder beside the program comes first: an older schema of the system's lacks keys. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autofree char *folder = desk_paths_schemas_dir ();
  g_autoptr (GSettingsSchemaSource) own =
      g_settings_schema_source_new_from_directory (folder, system, FALSE, NULL);
  GSettingsSchemaSource *source = own != NULL ? own : system;

  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;
}

/* The user hears of a folder that takes no settings once, here: the settings themselves tell nobody. */
static gboolean
can_be_kept_in (const char *folder)
{
  if (g_mkdir_with_parents (folder, 0700) == 0 && access (folder, W_OK) == 0)
    return TRUE;
  g_printerr (_ ("Settings are kept only until Frontdesk is closed: %s: %s\n"), folder,
              g_strerror (errno));
  return FALSE;
}

/* What GLib falls back to by itself forgets everything when the program ends. */
static GSettingsBackend *
find_backend (void)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "frontdesk", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);

  if (g_getenv ("GSETTINGS_BACKEND") != NULL ||
      !g_str_equal (G_OBJECT_TYPE_NAME (backend), "GMemorySettingsBackend"))
    return g_steal_pointer (&backend);
  /* With a file that is there already, what was set before still holds. */
  if (!can_be_kept_in (folder) && access (path, R_OK) < 0)
    return g_steal_pointer (&backend);
  return g_keyfile_settings_backend_new (path, PATH, NULL);
}

GSettings *
desk_settings_new (GError **error)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();
  g_autoptr (GSettingsBackend) backend = NULL;

  if (schema == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("Frontdesk lacks its settings schema, %s: install the program anew."), SCHEMA);
    return NULL;
  }
  backend = find_backend ();
  return g_settings_new_full (schema, backend, NULL);
}
