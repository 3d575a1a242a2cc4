/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/trainee-name.h"

#include "cli/paths.h"

#define MAX_BYTES 400

static char *
file_name (void)
{
  g_autofree char *folder = desk_paths_data_dir (NULL);

  return folder != NULL ? g_build_filename (folder, "last-trainee", NULL) : NULL;
}

char *
desk_trainee_name_tidy (const char *typed)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " \t\r\n", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
  return g_string_free (name, FALSE);
}

char *
desk_trainee_name_recall (void)
{
  g_autofree char *path = file_name ();
  g_autofree char *text = NULL;
  gsize length = 0;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL) || length > MAX_BYTES ||
      !g_utf8_validate (text, (gssize) length, NULL))
    return g_strdup ("");
  return desk_trainee_name_tidy (text);
}

void
desk_trainee_name_keep (const char *name)
{
  g_autofree char *path = file_name ();

  if (path != NULL)
    g_file_set_contents_full (path, name, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
