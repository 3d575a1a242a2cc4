/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "app/accelerators.h"
#include "app/window.h"
#include "cli/paths.h"
#include "scenario/scenario-reader.h"

#define MAX_FAULTS_SHOWN 200

/* What the application has to show. */
typedef struct {
  DeskScenario *scenario;       /* owned; NULL: it has faults */
  DeskDiagnostics *diagnostics; /* owned */
} Opening;

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/frontdesk/Frontdesk/ui/frontdesk.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* A scenario may have thousands of faults; standard error has them all. */
static char *
faults_for_dialog (const DeskDiagnostics *diagnostics)
{
  g_autofree char *all = desk_diagnostics_to_text (diagnostics);
  g_auto (GStrv) lines = g_strsplit (all, "\n", MAX_FAULTS_SHOWN + 1);

  if (g_strv_length (lines) > MAX_FAULTS_SHOWN) {
    g_free (lines[MAX_FAULTS_SHOWN]);
    lines[MAX_FAULTS_SHOWN] = g_strdup ("…");
  }
  return g_strjoinv ("\n", lines);
}

static GtkWidget *
faults_view_new (const DeskDiagnostics *diagnostics)
{
  g_autofree char *faults = faults_for_dialog (diagnostics);
  GtkWidget *label = gtk_label_new (faults);
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "desk-faults");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_widget_set_size_request (scroller, 640, -1);
  gtk_container_add (GTK_CONTAINER (scroller), label);
  gtk_widget_show_all (scroller);
  return scroller;
}

static void
show_faults (GtkApplication *application, const DeskDiagnostics *diagnostics)
{
  GtkWidget *dialog = gtk_message_dialog_new (NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s",
                                              _ ("This scenario cannot be opened."));
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            desk_diagnostics_get_path (diagnostics));
  gtk_container_add (GTK_CONTAINER (area), faults_view_new (diagnostics));
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Frontdesk"));
  gtk_window_set_resizable (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_window_set_application (GTK_WINDOW (dialog), application);
  gtk_widget_show (dialog);
}

static void
on_activate (GtkApplication *application, gpointer data)
{
  Opening *opening = data;

  add_style ();
  desk_accelerators_add (application);
  if (opening->scenario != NULL)
    gtk_window_present (GTK_WINDOW (desk_window_new (application, opening->scenario)));
  else
    show_faults (application, opening->diagnostics);
}

static void
run (Opening *opening)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.frontdesk.Frontdesk", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), opening);
  g_application_run (G_APPLICATION (application), 0, NULL);
}

int
desk_app_run (int argc, char **argv)
{
  g_autofree char *path = argc > 1 ? g_strdup (argv[1]) : desk_paths_bundled_scenario ();
  Opening opening = { 0 };
  int status;

  opening.scenario = desk_scenario_load_from_file (path, &opening.diagnostics);
  if (opening.scenario == NULL) {
    g_autofree char *faults = desk_diagnostics_to_text (opening.diagnostics);

    g_printerr ("%s", faults);
  }
  status = opening.scenario != NULL ? 0 : 1;
  if (gtk_init_check (NULL, NULL)) {
    g_set_prgname ("frontdesk");
    run (&opening);
  } else {
    g_printerr ("%s\n",
                _ ("Frontdesk finds no display to open its window on. The same shift can be "
                   "worked by a built-in trainee: frontdesk simulate SCENARIO"));
    status = status == 0 ? 3 : status;
  }
  g_clear_pointer (&opening.scenario, desk_scenario_unref);
  desk_diagnostics_free (opening.diagnostics);
  return status;
}
