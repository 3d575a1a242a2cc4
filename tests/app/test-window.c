/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window.h"
#include "cli/settings.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "app/clock.h"
#include "app/console-page.h"
#include "app/history-filter.h"
#include "app/history-keeper.h"
#include "app/history-visit.h"
#include "app/start-page.h"
#include "app/summary-page.h"
#include "app/tape-bar.h"
#include "hands.h"
#include "history-fixture.h"
#include "history/history-list.h"
#include "history/history-lock.h"
#include "page-fixture.h"

/* The window with the home of a trainee, Kim, who has worked once: what the window shows in turn, and
 * what it says of the history. */

#define PATIENCE_MS 20000

typedef struct {
  char *folder; /* owned, as below */
  char *path;
  DeskScenario *scenario;
  GtkWidget *window;
} Fixture;

/* One for all: it is known on the bus by a name that no other may have. */
static GtkApplication *application;
static GSettings *settings;

static const DeskTestShift shifts[] = {
  { "Kim", "2026-09-01T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 1, NULL },
  { "Eva", "2026-09-02T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 2, NULL },
};

/* The fixture. */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = desk_history_default_path ();
  fixture->folder = g_path_get_dirname (fixture->path);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  fixture->scenario = desk_test_scenario_new_default ();
  g_free (desk_test_history_work (fixture->path, fixture->scenario, &shifts[0], "first"));
}

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for %s in vain", (const char *) data);
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run until `condition` holds. */
static void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

/* A session may be on its way into the history without a window. */
static gboolean
is_nothing_under_way (Fixture *fixture)
{
  return desk_history_keeper_get_n_under_way () == 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_widget_destroy (fixture->window);
  wait_until (is_nothing_under_way, fixture, "the last session to be kept");
  desk_scenario_unref (fixture->scenario);
  desk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = desk_window_new (application, settings, fixture->scenario);
  gtk_widget_show (fixture->window);
}

static GtkWidget *
page (Fixture *fixture)
{
  return gtk_bin_get_child (GTK_BIN (fixture->window));
}

static gpointer
child_of (gpointer widget, GType type, const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (object);
  return object;
}

static gpointer
start_child (Fixture *fixture, const char *name)
{
  return child_of (page (fixture), DESK_TYPE_START_PAGE, name);
}

static void
find_history_button (GtkWidget *widget, gpointer found)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.history") == 0)
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_history_button, found);
}

/* By the button of the page that is shown. */
static void
click_history (Fixture *fixture)
{
  GtkWidget *button = NULL;

  find_history_button (page (fixture), &button);
  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
}

static DeskHistoryPage *
history_page (Fixture *fixture)
{
  return desk_history_visit_get_page (DESK_HISTORY_VISIT (page (fixture)));
}

static gpointer
history_child (Fixture *fixture, const char *name)
{
  return child_of (history_page (fixture), DESK_TYPE_HISTORY_PAGE, name);
}

/* What the visit to the history shows: its page, or a summary over it. */
static GtkWidget *
visited (Fixture *fixture)
{
  return gtk_stack_get_visible_child (GTK_STACK (page (fixture)));
}

static void
go_to_history (Fixture *fixture, const char *trainee)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "history",
                                  g_variant_new_string (trainee));
}

/* Conditions. */

static gboolean
is_history_read (Fixture *fixture)
{
  gboolean busy;

  g_object_get (history_child (fixture, "spinner"), "active", &busy, NULL);
  return !busy;
}

static gboolean
is_session_open (Fixture *fixture)
{
  return DESK_IS_SUMMARY_PAGE (visited (fixture));
}

static gboolean
is_on_shift (Fixture *fixture)
{
  return DESK_IS_CONSOLE_PAGE (page (fixture));
}

static gboolean
is_scored (Fixture *fixture)
{
  return DESK_IS_SUMMARY_PAGE (page (fixture));
}

static gboolean
is_asking (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

/* In the file, without opening it as a history. */
static int
count_kept (Fixture *fixture)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  int n = -1;

  sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READONLY, NULL);
  /* Whoever closes it last has it to himself for a moment. */
  sqlite3_busy_timeout (database, PATIENCE_MS);
  if (sqlite3_prepare_v2 (database, "SELECT count(*) FROM sessions", -1, &statement, NULL) ==
          SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return n;
}

static const char *
count_of_sessions (Fixture *fixture)
{
  return gtk_label_get_text (history_child (fixture, "count"));
}

static gboolean
are_two_listed (Fixture *fixture)
{
  return strcmp (count_of_sessions (fixture), "1 of 2 sessions") == 0;
}

static const char *
chosen_trainee (Fixture *fixture)
{
  return desk_history_filter_bar_get_trainee (history_child (fixture, "filter"));
}

/* A shift. */

static void
start_shift (Fixture *fixture)
{
  gtk_entry_set_text (start_child (fixture, "name"), "Tess");
  gtk_button_clicked (start_child (fixture, "start_button"));
  wait_until (is_on_shift, fixture, "the shift");
}

static void
give_up_shift (Fixture *fixture)
{
  GActionGroup *keys = gtk_widget_get_action_group (fixture->window, "desk");

  g_action_group_activate_action (keys, "finish", NULL);
  wait_until (is_asking, fixture, "the question");
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_ACCEPT);
  wait_until (is_scored, fixture, "the summary");
}

/* The recordings of all sessions, by path. */
static GPtrArray *
list_recordings (Fixture *fixture)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sessions = g_build_filename (fixture->folder, "sessions", NULL);
  g_autoptr (GDir) dir = g_dir_open (sessions, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    if (g_str_has_suffix (name, ".flac"))
      g_ptr_array_add (found, g_build_filename (sessions, name, NULL));
  }
  return found;
}

static guint
count_recordings (Fixture *fixture)
{
  g_autoptr (GPtrArray) recordings = list_recordings (fixture);

  return recordings->len;
}

static gpointer
bar_child (Fixture *fixture, const char *name)
{
  DeskConsoleBar *bar = desk_console_page_get_bar (DESK_CONSOLE_PAGE (page (fixture)));

  return child_of (bar, DESK_TYPE_CONSOLE_BAR, name);
}

static gboolean
is_recording_shown (Fixture *fixture)
{
  return gtk_widget_get_visible (bar_child (fixture, "recording_box"));
}

static void
find_tape_bar (GtkWidget *widget, gpointer found)
{
  if (DESK_IS_TAPE_BAR (widget))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_tape_bar, found);
}

/* On the summary that is shown; NULL: it offers no recording. */
static GtkWidget *
tape_bar (Fixture *fixture)
{
  GtkWidget *bar = NULL;

  find_tape_bar (page (fixture), &bar);
  return bar;
}

static gboolean
has_tape_bar (Fixture *fixture)
{
  return tape_bar (fixture) != NULL;
}

static gboolean
can_listen (Fixture *fixture)
{
  return gtk_widget_get_sensitive (
      child_of (tape_bar (fixture), DESK_TYPE_TAPE_BAR, "play_button"));
}

static gboolean
is_recording_gone (Fixture *fixture)
{
  return count_recordings (fixture) == 0 &&
         !gtk_widget_get_visible (child_of (tape_bar (fixture), DESK_TYPE_TAPE_BAR, "controls"));
}

static gboolean
has_second_passed (Fixture *fixture)
{
  return strcmp (desk_clock_get_text (DESK_CLOCK (bar_child (fixture, "clock"))), "00:00") != 0;
}

static gboolean
have_two_seconds_passed (Fixture *fixture)
{
  return strcmp (desk_clock_get_text (DESK_CLOCK (bar_child (fixture, "clock"))), "00:02") >= 0;
}

/* The tests. */

static void
test_from_start_and_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *start;

  open_window (fixture);
  start = page (fixture);
  gtk_entry_set_text (start_child (fixture, "name"), "Tess");
  click_history (fixture);
  wait_until (is_history_read, fixture, "the history");
  g_assert_cmpstr (count_of_sessions (fixture), ==, "1 session");

  gtk_button_clicked (history_child (fixture, "open_button"));
  wait_until (is_session_open, fixture, "the session");
  gtk_button_clicked (child_of (visited (fixture), DESK_TYPE_SUMMARY_PAGE, "back"));
  g_assert_true (visited (fixture) == GTK_WIDGET (history_page (fixture)));

  gtk_button_clicked (history_child (fixture, "back"));
  g_assert_true (page (fixture) == start);
  g_assert_cmpstr (gtk_entry_get_text (start_child (fixture, "name")), ==, "Tess");
}

static void
test_by_keys (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  go_to_history (fixture, "Kim");
  wait_until (is_history_read, fixture, "the history");
  gtk_button_clicked (history_child (fixture, "open_button"));
  wait_until (is_session_open, fixture, "the session");
  g_assert_true (desk_test_press (page (fixture), GDK_KEY_Escape));
  g_assert_false (is_session_open (fixture));
  g_assert_true (desk_test_press (gtk_widget_get_parent (GTK_WIDGET (history_page (fixture))),
                                  GDK_KEY_Escape));
  g_assert_true (DESK_IS_START_PAGE (page (fixture)));
}

/* A shift is not left for the history; from its summary one comes there, and back. */
static void
test_not_on_shift (Fixture *fixture, gconstpointer data)
{
  GtkWidget *console, *summary;

  open_window (fixture);
  start_shift (fixture);
  console = page (fixture);
  go_to_history (fixture, "Tess");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (page (fixture) == console);

  give_up_shift (fixture);
  g_assert_false (is_asking (fixture));
  summary = page (fixture);
  click_history (fixture);
  wait_until (are_two_listed, fixture, "the session in the history");
  gtk_button_clicked (history_child (fixture, "back"));
  g_assert_true (page (fixture) == summary);
}

/* Asked for while a session is open, another trainee's sessions take its place. */
static void
test_another_trainee (Fixture *fixture, gconstpointer data)
{
  g_free (desk_test_history_work (fixture->path, fixture->scenario, &shifts[1], "second"));
  open_window (fixture);
  go_to_history (fixture, "Kim");
  wait_until (is_history_read, fixture, "the history");
  g_assert_cmpstr (chosen_trainee (fixture), ==, "Kim");
  gtk_button_clicked (history_child (fixture, "open_button"));
  wait_until (is_session_open, fixture, "the session");
  go_to_history (fixture, "Eva");
  g_assert_true (visited (fixture) == GTK_WIDGET (history_page (fixture)));
  wait_until (is_history_read, fixture, "the sessions of another");
  g_assert_cmpstr (chosen_trainee (fixture), ==, "Eva");
  g_assert_cmpstr (count_of_sessions (fixture), ==, "1 of 2 sessions");
}

static void
assert_told (const char *expected, const char *words)
{
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;

  g_object_get (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG), "text", &heading, "secondary-text",
                &text, NULL);
  g_assert_cmpstr (heading, ==, expected);
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* What is found when a session is kept is said then: the next one to look finds the file well. */
static void
test_history_damaged_meanwhile (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  start_shift (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "no history at all", -1, NULL));
  give_up_shift (fixture);
  wait_until (is_asking, fixture, "what happened");
  assert_told ("The session was saved. There is something you should know about the history.",
               "history-damaged-");
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_CLOSE);

  go_to_history (fixture, "");
  wait_until (is_history_read, fixture, "the history");
  g_assert_cmpstr (count_of_sessions (fixture), ==, "2 sessions");
}

static int
take_turn (Fixture *fixture)
{
  gboolean taken;
  const int lock = desk_history_lock (fixture->path, DESK_HISTORY_TURN_SETTLE, 0, &taken);

  g_assert_cmpint (lock, >=, 0);
  return lock;
}

/* The history is gone and must be read back from the journals, and somebody has it to himself: the
 * summary waits for neither, nor does the visit to the history, which shows the session later. */
static void
test_history_is_slow (Fixture *fixture, gconstpointer data)
{
  int lock;

  open_window (fixture);
  start_shift (fixture);
  lock = take_turn (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  give_up_shift (fixture);
  g_assert_cmpint (count_kept (fixture), ==, -1);
  g_assert_false (is_asking (fixture));
  click_history (fixture);
  desk_history_unlock (lock);
  wait_until (are_two_listed, fixture, "the session in the history");
  g_assert_cmpint (count_kept (fixture), ==, 2);
  g_assert_false (is_asking (fixture));
}

/* Where nobody can write. */
static void
test_history_is_nowhere (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  start_shift (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("/proc/frontdesk", fixture->path), ==, 0);
  give_up_shift (fixture);
  wait_until (is_asking, fixture, "the failure");
  assert_told ("The session was scored, but it could not be saved properly.", fixture->path);
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_CLOSE);
}

/* A failure that shows on the next shift disturbs nobody: it is told where the next one begins. */
static void
test_failure_on_next_shift (Fixture *fixture, gconstpointer data)
{
  const char *told;
  int lock;

  open_window (fixture);
  start_shift (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("/proc/frontdesk", fixture->path), ==, 0);
  lock = take_turn (fixture);
  give_up_shift (fixture);
  gtk_button_clicked (child_of (page (fixture), DESK_TYPE_SUMMARY_PAGE, "again"));
  start_shift (fixture);
  desk_history_unlock (lock);
  for (guint n = 0; n < 100; n++) {
    g_usleep (5000);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_false (is_asking (fixture));
  }
  give_up_shift (fixture);
  gtk_button_clicked (child_of (page (fixture), DESK_TYPE_SUMMARY_PAGE, "again"));
  told = gtk_label_get_text (start_child (fixture, "history_notice"));
  g_assert_true (g_str_has_prefix (told, "A session could not be saved in the history. "));
  g_assert_nonnull (strstr (told, fixture->path));
  wait_until (is_asking, fixture, "the failure of the second");
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_CLOSE);
}

static gboolean
on_turn_over (gpointer data)
{
  desk_history_unlock (GPOINTER_TO_INT (data));
  return G_SOURCE_REMOVE;
}

static void
close_while_slow (Fixture *fixture)
{
  int lock;

  open_window (fixture);
  start_shift (fixture);
  lock = take_turn (fixture);
  give_up_shift (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  g_timeout_add (300, on_turn_over, GINT_TO_POINTER (lock));
}

/* The window is closed before the session is kept: the program stays for that long, and no longer. This
 * is the application's end, and the last test. */
static void
test_closed_before_kept (Fixture *fixture, gconstpointer data)
{
  g_signal_connect_swapped (application, "activate", G_CALLBACK (close_while_slow), fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_cmpint (count_kept (fixture), ==, 2);
}

static gboolean
is_history_noticed (Fixture *fixture)
{
  return gtk_widget_get_visible (start_child (fixture, "history_notice"));
}

/* A session that could not be remembered at its end is, once the program starts again. */
static void
test_history_catches_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sessions = g_build_filename (fixture->folder, "sessions", NULL);

  g_free (desk_test_journal_write (sessions, fixture->scenario, &shifts[1], "missing"));
  open_window (fixture);
  wait_until (is_history_noticed, fixture, "what was added");
  g_assert_cmpstr (gtk_label_get_text (start_child (fixture, "history_notice")), ==,
                   "1 session was missing from the history and was added from its journal.");
  click_history (fixture);
  wait_until (is_history_read, fixture, "the history");
  g_assert_cmpstr (count_of_sessions (fixture), ==, "2 sessions");
}

static gboolean
is_summary_noticed (Fixture *fixture)
{
  return gtk_widget_get_visible (child_of (page (fixture), DESK_TYPE_SUMMARY_PAGE, "notice"));
}

/* Where sessions are to be handed in to a folder that is none, the summary says so, without being left. */
static void
test_not_handed_in (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "no-folder", NULL);
  g_autofree char *uri = g_filename_to_uri (file, NULL, NULL);
  const char *told;

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  open_window (fixture);
  start_shift (fixture);
  give_up_shift (fixture);
  g_assert_false (is_summary_noticed (fixture));
  g_settings_set_string (settings, "results-folder", uri);
  wait_until (is_summary_noticed, fixture, "what waits");
  gtk_button_clicked (child_of (page (fixture), DESK_TYPE_SUMMARY_PAGE, "again"));
  start_shift (fixture);
  give_up_shift (fixture);
  g_assert_true (is_summary_noticed (fixture));
  told = gtk_label_get_text (child_of (page (fixture), DESK_TYPE_SUMMARY_PAGE, "notice"));
  g_assert_nonnull (strstr (told, "to be handed in: "));
  g_assert_false (is_asking (fixture));
  g_settings_reset (settings, "results-folder");
  g_assert_cmpint (g_unlink (file), ==, 0);
}

/* Recording. */

static void
test_not_recorded (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_false (gtk_toggle_button_get_active (start_child (fixture, "record")));
  start_shift (fixture);
  g_assert_false (is_recording_shown (fixture));
  give_up_shift (fixture);
  g_assert_cmpuint (count_recordings (fixture), ==, 0);
  g_assert_null (tape_bar (fixture));
}

/* With consent it is recorded, listened to and deleted; and asked anew the next time. */
static void
test_recorded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar;

  open_window (fixture);
  gtk_toggle_button_set_active (start_child (fixture, "record"), TRUE);
  start_shift (fixture);
  g_assert_true (is_recording_shown (fixture));
  g_assert_cmpuint (count_recordings (fixture), ==, 1);
  wait_until (has_second_passed, fixture, "a second of the shift");
  give_up_shift (fixture);

  /* The summary does not wait for it. */
  g_assert_true (has_tape_bar (fixture) ||
                 desk_test_says (page (fixture), "Writing the recording"));
  wait_until (has_tape_bar, fixture, "the end of the recording");
  g_assert_false (desk_test_says (page (fixture), "Writing the recording"));
  bar = tape_bar (fixture);
  wait_until (can_listen, fixture, "the recording");
  gtk_button_clicked (child_of (bar, DESK_TYPE_TAPE_BAR, "delete_button"));
  wait_until (is_asking, fixture, "the question");
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_CANCEL);
  g_assert_cmpuint (count_recordings (fixture), ==, 1);
  gtk_button_clicked (child_of (bar, DESK_TYPE_TAPE_BAR, "delete_button"));
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_ACCEPT);
  wait_until (is_recording_gone, fixture, "the recording to go");

  gtk_button_clicked (child_of (page (fixture), DESK_TYPE_SUMMARY_PAGE, "again"));
  g_assert_false (gtk_toggle_button_get_active (start_child (fixture, "record")));
}

/* Stopped for good: what was recorded is there, and nothing comes to it. */
static void
test_recording_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recordings = NULL;
  GStatBuf before, after;

  open_window (fixture);
  gtk_toggle_button_set_active (start_child (fixture, "record"), TRUE);
  start_shift (fixture);
  gtk_button_clicked (bar_child (fixture, "stop_recording"));
  g_assert_false (is_recording_shown (fixture));
  recordings = list_recordings (fixture);
  g_assert_cmpuint (recordings->len, ==, 1);
  wait_until (has_second_passed, fixture, "its end, and a second of the shift");
  g_assert_cmpint (g_stat (recordings->pdata[0], &before), ==, 0);
  wait_until (have_two_seconds_passed, fixture, "one second more");
  give_up_shift (fixture);
  g_assert_cmpint (g_stat (recordings->pdata[0], &after), ==, 0);
  g_assert_cmpint (before.st_size, ==, after.st_size);
}

/* A file that is no sound is said to be so, and can be deleted. */
static void
test_broken_recording (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sessions", "first.flac", NULL);
  GtkWidget *bar = NULL;

  g_assert_true (g_file_set_contents (path, "no sound", -1, NULL));
  open_window (fixture);
  go_to_history (fixture, "Kim");
  wait_until (is_history_read, fixture, "the history");
  gtk_button_clicked (history_child (fixture, "open_button"));
  wait_until (is_session_open, fixture, "the session");
  bar = tape_bar (fixture);
  g_assert_nonnull (bar);
  while (!gtk_widget_get_visible (child_of (bar, DESK_TYPE_TAPE_BAR, "notice")) ||
         strstr (gtk_label_get_text (child_of (bar, DESK_TYPE_TAPE_BAR, "notice")),
                 "cannot be played") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (can_listen (fixture));
  g_assert_true (gtk_widget_get_sensitive (child_of (bar, DESK_TYPE_TAPE_BAR, "delete_button")));
}

#define ADD(path, function) g_test_add ("/window/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  settings = desk_settings_new (NULL);
  ADD ("history", test_from_start_and_back);
  ADD ("history-by-keys", test_by_keys);
  ADD ("history-not-on-shift", test_not_on_shift);
  ADD ("history-of-another", test_another_trainee);
  ADD ("history-damaged", test_history_damaged_meanwhile);
  ADD ("history-slow", test_history_is_slow);
  ADD ("history-nowhere", test_history_is_nowhere);
  ADD ("history-fails-later", test_failure_on_next_shift);
  ADD ("history-catches-up", test_history_catches_up);
  ADD ("not-handed-in", test_not_handed_in);
  ADD ("not-recorded", test_not_recorded);
  ADD ("recorded", test_recorded);
  ADD ("recording-stopped", test_recording_stopped);
  ADD ("broken-recording", test_broken_recording);
  ADD ("closed-before-kept", test_closed_before_kept);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
