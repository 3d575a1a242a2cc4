/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-new.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/scenario-template.h"

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

  if (!desk_scenario_template_write (folder, &error))
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
