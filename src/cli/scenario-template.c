/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/scenario-template.h"

#include "cli/new-scenario.h"

#define RESOURCES "/org/frontdesk/new-scenario/"

/* The template in the first of the user's languages that there is one in. (transfer full) */
static GBytes *
find_template (void)
{
  const char *const *languages = g_get_language_names ();

  for (; *languages != NULL; languages++) {
    g_autofree char *path = g_strconcat (RESOURCES, *languages, ".yaml", NULL);
    GBytes *template = g_resource_lookup_data (desk_new_scenario_get_resource (), path,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (template != NULL)
      return template;
  }
  return g_resource_lookup_data (desk_new_scenario_get_resource (), RESOURCES "en.yaml",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* Makes the file, which must not be there; takes it away again when it cannot be written whole. */
static gboolean
write_new_file (GFile *file, GBytes *content, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/* Editors that know JSON Schema complete and check by it. An older one that is there is the author's. */
static gboolean
write_schema (GFile *parent, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (parent, "scenario.schema.json");
  g_autoptr (GBytes) schema =
      g_resource_lookup_data (desk_new_scenario_get_resource (), RESOURCES "scenario.schema.json",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) local_error = NULL;

  if (write_new_file (file, schema, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
write_both (GFile *parent, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (parent, "scenario.yaml");
  g_autoptr (GBytes) template = find_template ();

  if (!write_new_file (file, template, error))
    return FALSE;
  if (write_schema (parent, error))
    return TRUE;
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

gboolean
desk_scenario_template_write (const char *folder, GError **error)
{
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GError) local_error = NULL;
  gboolean made = g_file_make_directory (parent, NULL, &local_error);

  if (!made && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (write_both (parent, error))
    return TRUE;
  if (made)
    g_file_delete (parent, NULL, NULL);
  return FALSE;
}
