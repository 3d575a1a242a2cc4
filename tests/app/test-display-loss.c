/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The X server is killed under the window while the session is in the midst of a decision: what is decided
 * and what is being typed are in the journal. */

#include <gtk/gtk.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "app/console-page.h"
#include "app/display-loss.h"
#include "app/message-pad.h"
#include "app/start-page.h"
#include "app/window.h"
#include "cli/paths.h"
#include "cli/settings.h"
#include "engine/recording.h"
#include "hands.h"
#include "page-fixture.h"

#define PATIENCE_MS 20000
#define SERVER "FRONTDESK_TEST_SERVER" /* the process of the X server that may be killed */

/* In the process that loses its display. */

typedef struct {
  GtkWidget *window;
  GtkWidget *pad;
  DeskEventType at; /* the event in the midst of which it is lost */
} Loss;

static gboolean
on_patience_over (gpointer what)
{
  g_error ("Waited in vain for %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

static void
wait_until (gboolean (*condition) (Loss *loss), Loss *loss, const char *what)
{
  const guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (loss))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static GtkWidget *
page (Loss *loss)
{
  return gtk_bin_get_child (GTK_BIN (loss->window));
}

static gboolean
is_on_shift (Loss *loss)
{
  return DESK_IS_CONSOLE_PAGE (page (loss));
}

static const DeskState *
state_of (Loss *loss)
{
  return desk_session_get_state (
      desk_shift_get_session (desk_window_get_shift (DESK_WINDOW (loss->window))));
}

static gboolean
is_ringing (Loss *loss)
{
  return desk_state_line (state_of (loss), 2) == DESK_LINE_RINGING;
}

static void
find_pad (GtkWidget *widget, gpointer found)
{
  if (DESK_IS_MESSAGE_PAD (widget))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_pad, found);
}

static void
act (Loss *loss, const char *name, GVariant *parameter)
{
  g_action_group_activate_action (gtk_widget_get_action_group (loss->window, "desk"), name,
                                  parameter);
}

static void
write_note (Loss *loss, const char *words)
{
  GtkTextView *note =
      GTK_TEXT_VIEW (gtk_widget_get_template_child (loss->pad, DESK_TYPE_MESSAGE_PAD, "note"));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (note), words, -1);
}

/* Whatever talks to the display within this handler finds it gone. */
static void
on_session_event (Loss *loss, const DeskEvent *event)
{
  if (event->type != loss->at)
    return;
  write_note (loss, "in that moment");
  kill ((pid_t) g_ascii_strtoll (g_getenv (SERVER), NULL, 10), SIGKILL);
  gdk_display_sync (gdk_display_get_default ());
  g_assert_not_reached ();
}

static void
settle (gpointer data)
{
  Loss *loss = data;

  desk_window_settle (DESK_WINDOW (loss->window));
}

/* Pressing Release says that the caller was cut short, and then that the call is over: two events of one
 * decision. */
static void
lose_display (DeskEventType at)
{
  g_autoptr (GtkApplication) application = desk_test_application_new ();
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (GSettings) settings = desk_settings_new (NULL);
  Loss loss = { desk_window_new (application, settings, scenario), NULL, at };

  desk_display_loss_watch (settle, &loss);
  gtk_widget_show (loss.window);
  gtk_entry_set_text (
      GTK_ENTRY (gtk_widget_get_template_child (page (&loss), DESK_TYPE_START_PAGE, "name")),
      "Tess");
  gtk_button_clicked (GTK_BUTTON (
      gtk_widget_get_template_child (page (&loss), DESK_TYPE_START_PAGE, "start_button")));
  wait_until (is_on_shift, &loss, "the shift");
  find_pad (page (&loss), &loss.pad);
  wait_until (is_ringing, &loss, "the first call");
  act (&loss, "line", g_variant_new_uint32 (2));
  act (&loss, "phrase", g_variant_new_uint32 (0)); /* greets, and is answered */
  g_signal_connect_swapped (
      desk_shift_get_session (desk_window_get_shift (DESK_WINDOW (loss.window))), "event",
      G_CALLBACK (on_session_event), &loss);
  act (&loss, "release", NULL);
  g_assert_not_reached ();
}

/* Outside of it. */

/* An X server that nobody else uses; its display becomes that of processes which are begun. */
static GPid
start_server (void)
{
  const char *const argv[] = { "Xvfb",        "-displayfd", "1",   "-screen",  "0",
                               "1280x800x24", "-nolisten",  "tcp", "-noreset", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *display = NULL;
  char number[16] = "";
  GPid server;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                            G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                                G_SPAWN_STDERR_TO_DEV_NULL,
                            NULL, NULL, &server, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  for (gsize n = 0; n + 1 < sizeof number && read (out, &number[n], 1) == 1; n++)
    if (number[n] == '\n')
      break;
  close (out);
  display = g_strdup_printf (":%s", g_strstrip (number));
  g_setenv ("DISPLAY", display, TRUE);
  return server;
}

static void
remove_journals (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    unlink (path);
  }
}

static DeskRecording *
read_journal (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  DeskRecording *recording;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL && !g_str_has_suffix (name, ".journal"))
    continue;
  g_assert_nonnull (name);
  path = g_build_filename (folder, name, NULL);
  recording = desk_recording_load_from_file (path, &error);
  g_assert_no_error (error);
  return recording;
}

/* The decision first, to its end; then what was typed in its midst. */
static void
check_journal (const char *folder)
{
  g_autoptr (DeskRecording) recording = read_journal (folder);
  const GArray *records = recording->records;
  const DeskRecord *last = &g_array_index (records, DeskRecord, records->len - 1);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (DeskSession) session =
      desk_session_new (recording->scenario, recording->lengths, recording->header, journal);
  g_autoptr (GError) error = NULL;

  g_assert_true (last->is_command);
  g_assert_cmpstr (last->command.slip->text, ==, "in that moment");
  g_assert_cmpint (last[-1].event.type, ==, DESK_EVENT_RELEASED);
  g_assert_cmpint (last[-2].event.type, ==, DESK_EVENT_CALLER_DONE);
  desk_session_set_recording (session, recording);
  desk_session_resume (session, &error);
  g_assert_no_error (error);
}

static void
test_in_the_midst (gconstpointer data)
{
  g_autofree char *some = desk_paths_new_journal ("nobody", NULL);
  g_autofree char *folder = g_path_get_dirname (some);
  g_autofree char *shared = g_strdup (g_getenv ("DISPLAY"));
  g_autofree char *process = NULL;
  GPid server;

  if (g_test_subprocess ()) {
    lose_display (GPOINTER_TO_UINT (data));
    return;
  }
  remove_journals (folder);
  server = start_server ();
  process = g_strdup_printf ("%d", (int) server);
  g_setenv (SERVER, process, TRUE);
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  kill (server, SIGKILL);
  waitpid (server, NULL, 0);
  g_setenv ("DISPLAY", shared, TRUE);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*has lost its display*");
  check_journal (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/display-loss/first-event", GUINT_TO_POINTER (DESK_EVENT_CALLER_DONE),
                        test_in_the_midst);
  g_test_add_data_func ("/display-loss/last-event", GUINT_TO_POINTER (DESK_EVENT_RELEASED),
                        test_in_the_midst);
  return g_test_run ();
}
