/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/appearance.h"
#include "app/display-loss.h"
#include "app/early-reading.h"
#include "app/language.h"
#include "app/popover-accessible.h"
#include "app/scenario-opening.h"
#include "cli/settings.h"
#include "app/symbol-size.h"
#include "app/window.h"
#include "scenario/bundle.h"
#include "scenario/scenario-reader.h"

/* One program runs at a time for a user. A second start hands its command line to the first and waits
 * until that has opened what was asked for: faults then appear on the standard error of the second, and
 * in its exit status. Where there is no session bus, each start is a program of its own. */

#define LARGE_BLOCK (128 * 1024) /* bytes */
#define APPLICATION_ID "org.frontdesk.Frontdesk"

typedef struct {
  GSettings *settings;              /* owned */
  DeskAppearance *appearance;       /* owned; NULL before the start */
  GtkWidget *window;                /* borrowed; NULL: it is closed, or not open yet */
  GApplicationCommandLine *waiting; /* owned: it learns what becomes of its scenario; or NULL */
  DeskEarlyReading *reading;        /* owned: of what this process was started on; or NULL */
  int status;                       /* of this process */
} Program;

static void
on_startup (Program *self, GtkApplication *application)
{
  self->appearance = desk_appearance_new (self->settings);
  desk_symbols_follow_text ();
  desk_popover_accessible_use ();
}

/* Prints `words` (NULL: nothing) to whoever gave the command line, and ends it with `status`. */
static void
answer (Program *self, GApplicationCommandLine *line, const char *words, int status)
{
  if (words != NULL)
    g_application_command_line_printerr (line, "%s%s", words,
                                         g_str_has_suffix (words, "\n") ? "" : "\n");
  if (g_application_command_line_get_is_remote (line))
    g_application_command_line_set_exit_status (line, status);
  else if (status != 0)
    self->status = status;
}

/* The window has opened what it was asked to, or, with `faults`, has not. */
static void
on_settled (Program *self, const char *faults)
{
  g_autoptr (GApplicationCommandLine) line = g_steal_pointer (&self->waiting);

  if (line != NULL)
    answer (self, line, faults, faults != NULL ? 1 : 0);
  else if (faults != NULL)
    g_printerr ("%s\n", faults);
}

static void
on_window_gone (Program *self)
{
  self->window = NULL;
  g_clear_object (&self->waiting);
}

static void
make_window (Program *self, GApplication *application, DeskScenario *scenario)
{
  self->window = desk_window_new (GTK_APPLICATION (application), self->settings, scenario);
  g_signal_connect_swapped (self->window, "settled", G_CALLBACK (on_settled), self);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (on_window_gone), self);
}

/* During a shift a scenario is only checked for faults. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskOpening) opening = desk_opening_finish (result);
  g_autoptr (GApplicationCommandLine) line = data;
  g_autofree char *faults = NULL;

  if (opening == NULL)
    return;
  if (opening->scenario == NULL)
    faults = desk_diagnostics_to_text (opening->diagnostics);
  if (faults != NULL)
    g_application_command_line_printerr (line, "%s", faults);
  g_application_command_line_set_exit_status (line, faults != NULL ? 1 : 3);
}

/* A shift is running and must not be touched. */
static void
refuse (Program *self, const char *path, GApplicationCommandLine *line)
{
  g_application_command_line_printerr (
      line, "%s\n", _ ("A shift is in progress. You can open the scenario when it is over."));
  g_application_command_line_set_exit_status (line, 3);
  if (!desk_bundle_is_one (path))
    desk_opening_run (path, NULL, on_read, g_object_ref (line));
}

static void
open_in_window (Program *self, const char *path, GApplicationCommandLine *line)
{
  if (self->waiting != NULL) /* overtaken: what this one asked for is not opened */
    answer (self, self->waiting, NULL, 3);
  g_clear_object (&self->waiting);
  if (desk_window_open (DESK_WINDOW (self->window), path))
    self->waiting = g_object_ref (line);
  else
    refuse (self, path, line);
}

/* The first window, on what this very process was started on. */
static void
begin (Program *self, GApplication *application, const char *path, GApplicationCommandLine *line)
{
  g_autoptr (DeskScenario) scenario =
      self->reading != NULL ? desk_early_reading_take (self->reading) : NULL;

  make_window (self, application, scenario);
  if (scenario != NULL)
    desk_window_follow (DESK_WINDOW (self->window), path);
  else if (path != NULL)
    open_in_window (self, path, line); /* which tells its faults */
}

/* The path as the first process can use it; its own stands as it was written. (nullable) */
static char *
find_path (GApplicationCommandLine *line)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (line, NULL);
  const char *folder = g_application_command_line_get_cwd (line);

  if (g_strv_length (arguments) < 2)
    return NULL;
  if (!g_application_command_line_get_is_remote (line) || folder == NULL ||
      g_path_is_absolute (arguments[1]))
    return g_strdup (arguments[1]);
  return g_build_filename (folder, arguments[1], NULL);
}

static int
on_command_line (Program *self, GApplicationCommandLine *line, GApplication *application)
{
  g_autofree char *path = find_path (line);

  if (!g_application_command_line_get_is_remote (line)) {
    begin (self, application, path, line);
  } else {
    if (self->window == NULL)
      make_window (self, application, NULL);
    if (path != NULL)
      open_in_window (self, path, line);
  }
  gtk_window_present (GTK_WINDOW (self->window));
  return g_application_command_line_get_exit_status (line);
}

/* By a launcher, or by the notification that the telephone rings. */
static void
on_activate (Program *self, GApplication *application)
{
  if (self->window == NULL)
    make_window (self, application, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
on_quit (GSimpleAction *action, GVariant *target, gpointer data)
{
  Program *self = data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static GtkApplication *
application_new (Program *self, GApplicationFlags flags)
{
  static const GActionEntry actions[] = { { .name = "quit", .activate = on_quit } };
  GtkApplication *application =
      gtk_application_new (APPLICATION_ID, flags | G_APPLICATION_HANDLES_COMMAND_LINE);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self);
  g_signal_connect_swapped (application, "startup", G_CALLBACK (on_startup), self);
  g_signal_connect_swapped (application, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (application, "command-line", G_CALLBACK (on_command_line), self);
  return application;
}

/* A bus that does not answer counts as none. */
static GtkApplication *
register_application (Program *self)
{
  g_autoptr (GError) error = NULL;
  GtkApplication *application = application_new (self, G_APPLICATION_DEFAULT_FLAGS);

  if (g_application_register (G_APPLICATION (application), NULL, &error))
    return application;
  g_printerr ("%s\n", error->message);
  g_object_unref (application);
  return application_new (self, G_APPLICATION_NON_UNIQUE);
}

static void
run (Program *self, int argc, char **argv)
{
  g_autoptr (GtkApplication) application = register_application (self);
  const int status = g_application_run (G_APPLICATION (application), argc, argv);

  if (status != 0)
    self->status = status;
}

/* What is being typed is not in the journal yet. */
static void
on_display_lost (gpointer data)
{
  Program *self = data;

  if (self->window != NULL)
    desk_window_settle (DESK_WINDOW (self->window));
}

static int
open_window (int argc, char **argv)
{
  Program self = { .settings = NULL };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("frontdesk");
  self.settings = desk_settings_new (&error);
  if (self.settings == NULL) {
    g_printerr ("%s\n", error->message);
    return 3;
  }
  desk_language_follow (self.settings);
  if (argc > 1 && !desk_bundle_is_one (argv[1]))
    self.reading = desk_early_reading_new (argv[1]);
  desk_display_loss_watch (on_display_lost, &self);
  run (&self, argc, argv);
  g_clear_object (&self.waiting);
  g_clear_pointer (&self.reading, desk_early_reading_free);
  g_clear_object (&self.appearance);
  g_clear_object (&self.settings);
  return self.status;
}

/* Without a display the scenario is judged all the same. */
static int
tell_no_display (const char *path)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = NULL;
  g_autofree char *faults = NULL;
  const gboolean is_judged = path != NULL && !desk_bundle_is_one (path);

  if (is_judged)
    scenario = desk_scenario_load_from_file (path, &diagnostics);
  if (is_judged && scenario == NULL)
    faults = desk_diagnostics_to_text (diagnostics);
  if (faults != NULL)
    g_printerr ("%s", faults);
  g_printerr (
      "%s\n",
      _ ("Frontdesk cannot open its window: there is no display. A built-in trainee can work the "
         "same shift: frontdesk simulate SCENARIO"));
  return faults != NULL ? 1 : 3;
}

/* The C library learns to take large blocks from among the small ones, once some were given back. Decoded
 * clips, of 200 KiB and more, come and go all shift long, and leave holes there that nothing fits into:
 * they keep their own pages, which go back to the system with them. */
static void
keep_large_blocks_apart (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
#endif
}

/* The first program on a display has GTK look for OpenGL, which loads a driver with its compiler: 30 MiB and a
 * quarter of the time until the first frame, for what is never drawn with. TRUE: it would have been
 * on, as it is to be again for what is started from here. */
static gboolean
turn_opengl_off (void)
{
  const gboolean is_chosen = g_getenv ("GDK_GL") != NULL;

  return !is_chosen && g_setenv ("GDK_GL", "disable", FALSE);
}

int
desk_app_run (int argc, char **argv)
{
  /* Before there are threads, which read the environment. */
  const gboolean opengl_is_off = turn_opengl_off ();
  gboolean has_display;

  keep_large_blocks_apart ();
  desk_language_prepare ();
  has_display = gtk_init_check (NULL, NULL);
  if (opengl_is_off)
    g_unsetenv ("GDK_GL");
  return has_display ? open_window (argc, argv) : tell_no_display (argc > 1 ? argv[1] : NULL);
}
