/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-new.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

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

/* The folder may be there already, as long as no scenario is in it. */
static gboolean
write_scenario (const char *folder, GError **error)
{
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (parent, "scenario.yaml");
  g_autoptr (GBytes) template = find_template ();
  g_autoptr (GError) local_error = NULL;
  gboolean made = g_file_make_directory (parent, NULL, &local_error);

  if (!made && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (write_new_file (file, template, error))
    return TRUE;
  if (made)
    g_file_delete (parent, NULL, NULL);
  return FALSE;
}

static int
tell_failure (const char *folder, const GError *error)
{
  gboolean exists = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS);

  if (exists)
    g_printerr (_ ("frontdesk new: There is a scenario in “%s” already; it was left as it is. "
                   "Give the name of a new folder.\n"),
                folder);
  else
    g_printerr (_ ("frontdesk new: No scenario could be written to “%s”: %s\n"), folder,
                error->message);
  return exists ? 1 : 3;
}

static int
write_and_tell (const char *folder)
{
  g_autoptr (GError) error = NULL;

  if (!write_scenario (folder, &error))
    return tell_failure (folder, error);
  g_print (_ ("Wrote %s/scenario.yaml. Open it in a text editor and make it yours, then:\n"
              "  frontdesk check %s    tells what is wrong with it\n"
              "  frontdesk render %s   gives the callers voices\n"
              "  frontdesk %s          opens the trainer on it\n"),
           folder, folder, folder, folder);
  return 0;
}

int
desk_cmd_new (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FOLDER"));
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ ("Writes a small commented scenario to start from."));
  if (!g_option_context_parse_strv (context, &arguments, &error)) {
    g_printerr ("frontdesk new: %s\n", error->message);
    return 2;
  }
  if (g_strv_length (arguments) != 2) {
    g_printerr ("%s\n", _ ("Usage: frontdesk new FOLDER"));
    return 2;
  }
  return write_and_tell (arguments[1]);
}
