/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "app/appearance.h"
#include "app/settings.h"
#include "app/window.h"
#include "scenario/bundle.h"
#include "scenario/scenario-reader.h"

/* What the application has to show. */
typedef struct {
  const char *path;           /* NULL: the library */
  DeskScenario *scenario;     /* owned; NULL: it has faults, or is a bundle */
  GSettings *settings;        /* owned */
  DeskAppearance *appearance; /* owned; NULL until there is a window */
  int status;
} Opening;

static void
on_failed (Opening *opening)
{
  opening->status = 1;
}

static void
on_activate (GtkApplication *application, gpointer data)
{
  Opening *opening = data;

  GtkWidget *window;

  if (opening->appearance == NULL)
    opening->appearance = desk_appearance_new (opening->settings);
  window = desk_window_new (application, opening->settings, opening->scenario);
  if (opening->scenario != NULL)
    desk_window_follow (DESK_WINDOW (window), opening->path);
  else if (opening->path != NULL)
    desk_window_open (DESK_WINDOW (window), opening->path);
  g_signal_connect_swapped (window, "failed", G_CALLBACK (on_failed), opening);
  gtk_window_present (GTK_WINDOW (window));
}

static void
run (Opening *opening)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.frontdesk.Frontdesk", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), opening);
  g_application_run (G_APPLICATION (application), 0, NULL);
}

/* Reads a scenario at once, for the first frame to show it; its faults go to standard error too. */
static void
load (Opening *opening)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *faults = NULL;

  opening->scenario = desk_scenario_load_from_file (opening->path, &diagnostics);
  if (opening->scenario != NULL)
    return;
  faults = desk_diagnostics_to_text (diagnostics);
  g_printerr ("%s", faults);
  opening->status = 1;
}

static void
open_window (Opening *opening)
{
  g_autoptr (GError) error = NULL;

  g_set_prgname ("frontdesk");
  opening->settings = desk_settings_new (&error);
  if (opening->settings != NULL) {
    run (opening);
  } else {
    g_printerr ("%s\n", error->message);
    opening->status = 3;
  }
  g_clear_object (&opening->appearance);
  g_clear_object (&opening->settings);
}

int
desk_app_run (int argc, char **argv)
{
  Opening opening = { .path = argc > 1 ? argv[1] : NULL };

  if (opening.path != NULL && !desk_bundle_is_one (opening.path))
    load (&opening);
  if (gtk_init_check (NULL, NULL)) {
    open_window (&opening);
  } else {
    g_printerr ("%s\n",
                _ ("Frontdesk finds no display to open its window on. The same shift can be "
                   "worked by a built-in trainee: frontdesk simulate SCENARIO"));
    opening.status = opening.status == 0 ? 3 : opening.status;
  }
  g_clear_pointer (&opening.scenario, desk_scenario_unref);
  return opening.status;
}
