/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/library-settings.h"

#include <glib/gstdio.h>

#define GROUP "library"
#define KEY "folders" /* as URIs: a path may hold any bytes, a key file is UTF-8 */

static char *
file_name (void)
{
  return g_build_filename (g_get_user_config_dir (), "frontdesk", "library.ini", NULL);
}

/* NULL with `error` set where there is a file that cannot be read: it must not be written over. */
static GKeyFile *
load (GError **error)
{
  g_autofree char *path = file_name ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, &local_error) &&
      !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
    g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", path);
    return NULL;
  }
  return g_steal_pointer (&file);
}

static GPtrArray *
read_folders (GKeyFile *file)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) uris = g_key_file_get_string_list (file, GROUP, KEY, NULL, NULL);

  for (char **uri = uris; uri != NULL && *uri != NULL; uri++) {
    char *path = g_filename_from_uri (*uri, NULL, NULL);

    if (path != NULL)
      g_ptr_array_add (folders, path);
  }
  return folders;
}

static gboolean
save (GKeyFile *file, GPtrArray *folders, GError **error)
{
  g_autofree char *path = file_name ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < folders->len; n++) {
    char *uri = g_filename_to_uri (folders->pdata[n], NULL, NULL);

    if (uri != NULL)
      g_ptr_array_add (uris, uri);
  }
  g_key_file_set_string_list (file, GROUP, KEY, (const char *const *) uris->pdata, uris->len);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}

GPtrArray *
desk_library_settings_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GKeyFile) file = load (&error);

  if (file != NULL)
    return read_folders (file);
  g_printerr ("%s\n", error->message);
  return g_ptr_array_new_with_free_func (g_free);
}

gboolean
desk_library_settings_add (const char *folder, GError **error)
{
  g_autoptr (GKeyFile) file = load (error);
  g_autoptr (GPtrArray) folders = file != NULL ? read_folders (file) : NULL;

  if (folders == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, NULL))
    return TRUE;
  g_ptr_array_add (folders, g_strdup (folder));
  return save (file, folders, error);
}

gboolean
desk_library_settings_remove (const char *folder, GError **error)
{
  g_autoptr (GKeyFile) file = load (error);
  g_autoptr (GPtrArray) folders = file != NULL ? read_folders (file) : NULL;
  guint n;

  if (folders == NULL)
    return FALSE;
  if (!g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, &n))
    return TRUE;
  g_ptr_array_remove_index (folders, n);
  return save (file, folders, error);
}
