/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* coach-demo SCENARIO.YAML: a guided shift, to be looked at. */

#include "coach-fixture.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "hands.h"
#include "scenario/scenario-reader.h"

int
main (int argc, char **argv)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = NULL;
  g_autoptr (GtkApplication) application = NULL;
  CoachedDesk desk;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("COACH_WORDS"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_init (&argc, &argv);
  g_return_val_if_fail (argc == 2, 2);
  scenario = desk_scenario_load_from_file (argv[1], &diagnostics);
  g_return_val_if_fail (scenario != NULL, 1);
  application = desk_test_application_new ();
  coached_desk_init (&desk, application, scenario, DESK_MODE_GUIDED);
  g_signal_connect (desk.window, "destroy", G_CALLBACK (gtk_main_quit), NULL);
  gtk_main ();
  return 0;
}
