/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/paths.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_SLUG 40

/* The build tree that this very program lies in, known by meson's notes in it, or NULL. Programs lie
 * at most three folders deep there. */
static char *
build_tree (void)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);

  for (int depth = 0; folder != NULL && depth < 3; depth++) {
    g_autofree char *program = g_steal_pointer (&folder);
    g_autofree char *notes = NULL;

    folder = g_path_get_dirname (program);
    notes = g_build_filename (folder, "meson-info", NULL);
    if (g_file_test (notes, G_FILE_TEST_IS_DIR))
      return g_steal_pointer (&folder);
  }
  return NULL;
}

char *
desk_paths_bundled_scenarios (void)
{
  g_autofree char *build = build_tree ();
  g_autofree char *source = build != NULL ? g_path_get_dirname (build) : NULL;

  return g_build_filename (source != NULL ? source : DESK_DATADIR, "scenarios", NULL);
}

char *
desk_paths_bundled_scenario (void)
{
  g_autofree char *folder = desk_paths_bundled_scenarios ();

  return g_build_filename (folder, "monday-morning", NULL);
}

char *
desk_paths_own_scenarios (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "scenarios", NULL);
}

char *
desk_paths_locale_dir (void)
{
  g_autofree char *build = build_tree ();

  return build != NULL ? g_build_filename (build, "po", NULL) : g_strdup (DESK_LOCALEDIR);
}

char *
desk_paths_schemas_dir (void)
{
  g_autofree char *build = build_tree ();

  return build != NULL ? g_build_filename (build, "data", NULL) : g_strdup (DESK_SCHEMADIR);
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  int saved_errno = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _ ("The folder “%s” cannot be made: %s"), path, g_strerror (saved_errno));
  return FALSE;
}

char *
desk_paths_data_dir (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "frontdesk", NULL);

  return make_folder (path, error) ? g_steal_pointer (&path) : NULL;
}

/* A name as part of a file name: small letters, digits and single hyphens. */
static char *
slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *result = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && result->len < MAX_SLUG; p++) {
    if (g_ascii_isalnum (*p))
      g_string_append_c (result, g_ascii_tolower (*p));
    else if (result->len > 0 && result->str[result->len - 1] != '-')
      g_string_append_c (result, '-');
  }
  if (result->len > 0 && result->str[result->len - 1] == '-')
    g_string_truncate (result, result->len - 1);
  if (result->len == 0)
    g_string_append (result, "trainee");
  return g_string_free (result, FALSE);
}

char *
desk_paths_new_journal (const char *trainee, GError **error)
{
  g_autofree char *data_dir = desk_paths_data_dir (error);
  if (data_dir == NULL)
    return NULL;

  g_autofree char *folder = g_build_filename (data_dir, "sessions", NULL);
  if (!make_folder (folder, error))
    return NULL;

  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%dT%H%M%S");
  g_autofree char *name = slug (trainee);
  g_autofree char *path = g_strdup_printf ("%s/%s-%s.journal", folder, moment, name);

  for (int n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++) {
    g_free (path);
    path = g_strdup_printf ("%s/%s-%s-%d.journal", folder, moment, name, n);
  }
  return g_steal_pointer (&path);
}
