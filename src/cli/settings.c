/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/settings.h"

#include <glib/gi18n-lib.h>

/* The backend that keeps nothing, and the one that writes a file, have to be asked for. */
#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "cli/paths.h"
#include "records/store-setup.h"

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

/* What GLib falls back to by itself forgets everything when the program ends. */
static GSettingsBackend *
find_backend (void)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();
  g_autofree char *path = NULL;

  if (g_getenv ("GSETTINGS_BACKEND") != NULL ||
      !g_str_equal (G_OBJECT_TYPE_NAME (backend), "GMemorySettingsBackend"))
    return g_steal_pointer (&backend);
  path = g_build_filename (g_get_user_config_dir (), "frontdesk", "settings.ini", NULL);
  return g_keyfile_settings_backend_new (path, PATH, NULL);
}

/* A file that cannot be written tells nobody when a setting is changed. */
static void
tell_unless_kept (GSettings *settings)
{
  if (!g_settings_is_writable (settings, "captions"))
    g_printerr ("%s\n", _ ("The settings cannot be written, and stay as they are."));
}

GSettings *
desk_settings_new (GError **error)
{
  GSettings *settings;
  g_autoptr (GSettingsSchema) schema = find_schema ();
  g_autoptr (GSettingsBackend) backend = NULL;

  if (schema == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("Frontdesk lacks its settings schema, %s: reinstall the program."), SCHEMA);
    return NULL;
  }
  backend = find_backend ();
  settings = g_settings_new_full (schema, backend, NULL);
  tell_unless_kept (settings);
  return settings;
}

char *
desk_settings_find_class_folder (const DeskSchool *school)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *uri = NULL;

  if (school->results_folder != NULL)
    return g_strdup (school->results_folder);
  settings = desk_settings_new (NULL);
  uri = settings != NULL ? g_settings_get_string (settings, "results-folder") : g_strdup ("");
  return g_filename_from_uri (uri, NULL, NULL);
}

char *
desk_settings_describe_handing_in (void)
{
  g_autoptr (DeskSchool) school = desk_school_new (NULL);
  g_autoptr (GSettings) settings = desk_settings_new (NULL);
  g_autoptr (DeskStoreSetup) store =
      settings != NULL ? desk_store_setup_new (settings, NULL) : NULL;
  g_autofree char *folder = school != NULL ? desk_settings_find_class_folder (school) : NULL;
  g_autofree char *shown = folder != NULL ? g_filename_display_name (folder) : NULL;
  g_autofree char *copied =
      shown != NULL
          ? g_strdup_printf (
                _ ("Finished sessions are also copied to the class folder, and stay there: %s."),
                shown)
          : NULL;
  const char *told =
      store != NULL ? _ ("They are also reported to the learning record store.") : NULL;

  if (copied == NULL)
    return g_strdup (told);
  return g_strjoin (" ", copied, told, NULL);
}
