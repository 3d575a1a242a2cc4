/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "app/application.h"
#include "cli/main-cli.h"
#include "cli/paths.h"
#include "cli/standard-files.h"

static void
speak_the_users_language (void)
{
  g_autofree char *locale_dir = desk_paths_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  int status = 0;

  desk_standard_files_guard ();
  speak_the_users_language ();

  switch (desk_main_cli (argc, argv, &status)) {
  case DESK_MAIN_DONE: return status;
  case DESK_MAIN_CHECK_DISPLAY: return gtk_init_check (NULL, NULL) ? 0 : 3;
  case DESK_MAIN_WINDOW: break;
  }
  return desk_app_run (argc, argv);
}
