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

static GKeyFile *
load (void)
{
  g_autofree char *path = file_name ();
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return file;
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
  g_autoptr (GKeyFile) file = load ();

  return read_folders (file);
}

gboolean
desk_library_settings_add (const char *folder, GError **error)
{
  g_autoptr (GKeyFile) file = load ();
  g_autoptr (GPtrArray) folders = read_folders (file);

  if (g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, NULL))
    return TRUE;
  g_ptr_array_add (folders, g_strdup (folder));
  return save (file, folders, error);
}

gboolean
desk_library_settings_remove (const char *folder, GError **error)
{
  g_autoptr (GKeyFile) file = load ();
  g_autoptr (GPtrArray) folders = read_folders (file);
  guint n;

  if (!g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, &n))
    return TRUE;
  g_ptr_array_remove_index (folders, n);
  return save (file, folders, error);
}
