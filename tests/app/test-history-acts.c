/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history-rig.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "app/focus.h"
#include "app/history-upkeep.h"
#include "app/history-tasks.h"
#include "app/summary-page.h"
#include "history/history-trainee.h"

/* What a user does from the page, and what the page does of itself. */

static gboolean
has_summary (Fixture *fixture)
{
  return DESK_IS_SUMMARY_PAGE (gtk_stack_get_visible_child (GTK_STACK (fixture->visit)));
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_open_and_back (Fixture *fixture, gconstpointer data)
{
  guint n_left = 0;
  GtkWidget *summary;

  open_page (fixture, "Kim");
  g_signal_connect_swapped (fixture->visit, "leave", G_CALLBACK (count), &n_left);
  gtk_button_clicked (child (fixture, "open_button"));
  wait_until (has_summary, fixture, "the summary");
  summary = gtk_stack_get_visible_child (GTK_STACK (fixture->visit));
  assert_says (summary, "100.00");
  g_assert_false (gtk_widget_get_visible (child_of (summary, DESK_TYPE_SUMMARY_PAGE, "again")));
  g_assert_true (press (fixture->visit, GDK_KEY_Escape, 0));
  g_assert_false (has_summary (fixture));
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_true (press (fixture->visit, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_true (press (fixture->visit, GDK_KEY_Left, GDK_MOD1_MASK));
  gtk_button_clicked (child (fixture, "back"));
  g_assert_cmpuint (n_left, ==, 3);
}

static void
test_journal_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal =
      g_build_filename (fixture->folder, "own", "sessions", "shift-5.journal", NULL);

  open_page (fixture, NULL);
  g_assert_cmpint (g_unlink (journal), ==, 0);
  gtk_button_clicked (child (fixture, "open_button"));
  wait_until (is_told, fixture, "what is missing");
  assert_says (child (fixture, "bar"), "no longer exists");
  assert_says (child (fixture, "bar"), "shift-5.journal");
  g_assert_cmpint (n_rows (view_in (child (fixture, "table"))), ==, 6);

  g_assert_true (g_file_set_contents (journal, "{\"journal\":1}\n", -1, NULL));
  gtk_button_clicked (child (fixture, "open_button"));
  wait_until (is_told, fixture, "what cannot be read");
  assert_says (child (fixture, "bar"), "cannot be read");
  g_assert_cmpint (n_rows (view_in (child (fixture, "table"))), ==, 6);
}

/* The keyboard, which was on its ×, is not left to nobody: Escape would not lead back from there. */
static void
test_bar_is_closed (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  desk_history_page_tell (fixture->page, GTK_MESSAGE_INFO, "Told");
  g_assert_true (gtk_widget_child_focus (child (fixture, "bar"), GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (desk_focus_within (child (fixture, "bar")));
  gtk_info_bar_response (child (fixture, "bar"), GTK_RESPONSE_CLOSE);
  g_assert_false (gtk_widget_get_visible (child (fixture, "bar")));
  g_assert_nonnull (desk_focus_within (child (fixture, "table")));
}

static gboolean
is_empty (Fixture *fixture)
{
  return g_str_equal (shown (fixture, "stack"), "empty") && is_read (fixture);
}

static gboolean
is_default (GtkWidget *dialog, int response)
{
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), response);

  return gtk_window_get_default_widget (GTK_WINDOW (dialog)) == button;
}

static void
test_delete_asks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal =
      g_build_filename (fixture->folder, "own", "sessions", "shift-0.journal", NULL);
  g_autofree char *other =
      g_build_filename (fixture->folder, "own", "sessions", "shift-5.journal", NULL);
  GtkWidget *dialog;

  open_page (fixture, "Kim");
  activate (fixture, "delete");
  dialog = await_dialog (fixture);
  assert_says (dialog, "Delete everything about “Kim”?");
  assert_says (dialog, "5 sessions, 5 files");
  g_assert_false (is_default (dialog, GTK_RESPONSE_ACCEPT));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_assert_false (is_asking (fixture));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  activate (fixture, "delete");
  gtk_dialog_response (GTK_DIALOG (await_dialog (fixture)), GTK_RESPONSE_ACCEPT);
  wait_until (is_told, fixture, "what was deleted");
  assert_says (child (fixture, "bar"), "Everything about “Kim” on this computer was deleted: 5 "
                                       "sessions, 5 files");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "1 session");
}

/* What was handed in is out of the reach of this machine: that is said before and not found out afterwards. */
static void
test_delete_tells_of_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *school = g_build_filename (fixture->folder, "school.conf", NULL);

  g_assert_true (g_file_set_contents (school, "[results]\nfolder=/srv/class\n", -1, NULL));
  g_setenv ("FRONTDESK_SCHOOL", school, TRUE);
  open_page (fixture, "Kim");
  activate (fixture, "delete");
  assert_says (await_dialog (fixture), "stay there: /srv/class.");
  gtk_dialog_response (GTK_DIALOG (await_dialog (fixture)), GTK_RESPONSE_CANCEL);
  activate (fixture, "places");
  assert_says (await_dialog (fixture), "stay there: /srv/class.");
  gtk_dialog_response (GTK_DIALOG (await_dialog (fixture)), GTK_RESPONSE_CLOSE);
  g_unsetenv ("FRONTDESK_SCHOOL");
  g_unlink (school);
}

static void
test_delete_needs_a_trainee (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions;

  open_page (fixture, NULL);
  actions = gtk_widget_get_action_group (GTK_WIDGET (fixture->page), "history");
  /* That of the session which is chosen, until there is none. */
  g_assert_true (g_action_group_get_action_enabled (actions, "delete"));
  g_assert_true (g_action_group_get_action_enabled (actions, "export"));
  gtk_tree_selection_unselect_all (
      gtk_tree_view_get_selection (view_in (child (fixture, "table"))));
  g_assert_false (g_action_group_get_action_enabled (actions, "delete"));
  g_assert_false (g_action_group_get_action_enabled (actions, "export"));
  choose_trainee (fixture, 1);
  g_assert_true (g_action_group_get_action_enabled (actions, "delete"));
  g_assert_true (g_action_group_get_action_enabled (actions, "export"));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *words = desk_history_task_finish (result, NULL);
  Fixture *fixture = data;

  g_assert_null (words);
  desk_history_page_reload (fixture->page);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  const DeskTestShift shift = {
    "Nils", "2026-09-07T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_STEADY, 7, NULL
  };
  g_autofree char *folder = g_build_filename (fixture->folder, "other machine", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.journal", NULL);
  GtkWidget *dialog;

  g_free (desk_test_journal_write (folder, fixture->scenario, &shift, "nils"));
  g_free (desk_test_journal_write (folder, fixture->scenario, &history_shifts[0], "kim"));
  g_assert_true (g_file_set_contents (broken, "not a journal\n", -1, NULL));
  open_page (fixture, NULL);
  desk_history_import_folder (fixture->path, folder, GTK_WINDOW (fixture->window), on_imported,
                              fixture);
  dialog = await_dialog (fixture);
  assert_says (dialog, "1 session is new.");
  assert_says (dialog, "1 was in the history already.");
  assert_says (dialog, "1 could not be read:");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  wait_until (is_read, fixture, "the new session");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "7 sessions");
  assert_row (view_in (child (fixture, "table")), 0, "09/07/26 *|Nils|*");
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = desk_history_task_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "exported", NULL);
  g_autofree char *journal = g_build_filename (folder, "sessions.json", NULL);
  g_autofree char *words = NULL;

  open_page (fixture, "Kim");
  desk_history_export_to (fixture->path, "Kim", folder, GTK_WINDOW (fixture->window), on_exported,
                          &words);
  while (words == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (words, "Everything about “Kim” was copied to"));
  g_assert_nonnull (strstr (words, "5 files, "));
  g_assert_nonnull (strstr (words, ", with a table of the sessions as CSV and JSON."));
  g_assert_nonnull (strstr (words, "5 sessions"));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static GtkComboBox *
find_combo (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "days");
}

static void
test_keep_asks_before_it_deletes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_page (fixture, NULL);
  activate (fixture, "keep");
  dialog = await_dialog (fixture);
  gtk_combo_box_set_active_id (find_combo (dialog), "30");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  dialog = await_dialog (fixture);
  assert_says (dialog, "Delete what is older than 30 days: 6 sessions, 6 files?");
  g_assert_false (is_default (dialog, GTK_RESPONSE_ACCEPT));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  desk_history_page_reload (fixture->page);
  wait_until (is_read, fixture, "the same sessions");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "6 sessions");

  activate (fixture, "keep");
  dialog = await_dialog (fixture);
  g_assert_cmpstr (gtk_combo_box_get_active_id (find_combo (dialog)), ==, "0");
  gtk_combo_box_set_active_id (find_combo (dialog), "30");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  gtk_dialog_response (GTK_DIALOG (await_dialog (fixture)), GTK_RESPONSE_ACCEPT);
  wait_until (is_empty, fixture, "no session");
  assert_says (child (fixture, "bar"), "Sessions are kept for 30 days from now on. Deleted: 6 "
                                       "sessions, 6 files.");
}

typedef struct {
  gboolean done;
  char *words; /* owned */
} Upkeep;

static void
on_kept_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Upkeep *upkeep = data;

  upkeep->words = desk_history_upkeep_finish (result, &error);
  g_assert_no_error (error);
  upkeep->done = TRUE;
}

/* What the start page would say. (transfer full) */
static char *
keep_up (Fixture *fixture)
{
  Upkeep upkeep = { 0 };

  desk_history_upkeep_run (fixture->path, NULL, on_kept_up, &upkeep);
  while (!upkeep.done)
    g_main_context_iteration (NULL, TRUE);
  return upkeep.words;
}

static void
test_expires_at_the_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = desk_history_open (fixture->path, NULL);
  g_autofree char *before = keep_up (fixture);
  g_autofree char *after = NULL;

  g_assert_null (before);
  g_assert_true (desk_history_set_keep (history, 30, NULL));
  after = keep_up (fixture);
  g_assert_cmpstr (
      after, ==, "Deleted because older than 30 days, as set in the history: 6 sessions, 6 files.");
  open_page (fixture, NULL);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "empty");
}

/* As if it had been written then. */
static void
make_old (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const struct utimbuf times = { 0, 0 };

  g_assert_cmpint (g_utime (path, (struct utimbuf *) &times), ==, 0);
}

/* A session is remembered at the next start if it could not be at its end, unless it is too old. */
static void
test_catches_up_at_the_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sessions = g_build_filename (fixture->folder, "own", "sessions", NULL);
  g_autoptr (DeskHistory) history = NULL;
  g_autofree char *added = NULL;
  g_autofree char *again = NULL;
  g_autofree char *old = NULL;

  g_free (desk_test_history_work (fixture->path, fixture->scenario, &history_shifts[0], "known"));
  g_free (desk_test_journal_write (sessions, fixture->scenario, &history_shifts[1], "missing"));
  added = keep_up (fixture);
  g_assert_cmpstr (added, ==,
                   "1 session was missing from the history and was added from its journal.");
  again = keep_up (fixture);
  g_assert_null (again);
  open_page (fixture, NULL);
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "2 sessions");

  history = desk_history_open (fixture->path, NULL);
  g_assert_true (desk_history_set_keep (history, 30, NULL));
  g_free (desk_test_journal_write (sessions, fixture->scenario, &history_shifts[2], "old"));
  make_old (sessions, "old.journal");
  old = keep_up (fixture);
  g_assert_cmpstr (
      old, ==, "Deleted because older than 30 days, as set in the history: 2 sessions, 3 files.");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "empty");
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "empty_import")));
}

static void
test_cannot_be_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  open_page (fixture, NULL);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "error");
  g_assert_cmpstr (text_of (child (fixture, "error_place")), ==, fixture->path);
  g_assert_nonnull (strstr (text_of (child (fixture, "error_words")), folder));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  gtk_button_clicked (child (fixture, "again"));
  wait_until (is_empty, fixture, "the history after all");
}

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "no history at all", -1, NULL));
  open_page (fixture, NULL);
  g_assert_true (gtk_widget_get_visible (child (fixture, "bar")));
  assert_says (child (fixture, "bar"), "history-damaged-");
}

static void
test_left_while_reading (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  fixture->visit = desk_history_visit_new (fixture->path, NULL);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->visit);
  gtk_widget_show (fixture->window);
  gtk_widget_destroy (g_steal_pointer (&fixture->window));
  for (guint n = 0; n < 50; n++) {
    g_usleep (2000);
    g_main_context_iteration (NULL, FALSE);
  }
}

static void
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

/* The window goes while it asks: nothing is done, and nothing of the page stays. */
static void
test_left_while_asking (Fixture *fixture, gconstpointer data)
{
  const char *action = data;
  g_autofree char *journal =
      g_build_filename (fixture->folder, "own", "sessions", "shift-0.journal", NULL);
  gboolean finalised = FALSE;

  open_page (fixture, "Kim");
  g_object_set_data_full (G_OBJECT (fixture->page), "finalised", &finalised, set_true);
  activate (fixture, action);
  wait_until (has_dialog, fixture, action);
  gtk_widget_destroy (g_steal_pointer (&fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (finalised);
  g_assert_false (has_dialog (fixture));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* What a screen reader says. */

#define ADD(path, function)                                                                        \
  g_test_add ("/history-acts/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_EMPTY(path, function)                                                                  \
  g_test_add ("/history-acts/" path, Fixture, NULL, set_up_empty, function, tear_down)

static const char *const asking[] = { "import", "rebuild", "export", "delete", "keep" };

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("open", test_open_and_back);
  ADD ("journal-gone", test_journal_is_gone);
  ADD ("bar-closed", test_bar_is_closed);
  ADD ("delete", test_delete_asks);
  ADD ("delete-whom", test_delete_needs_a_trainee);
  ADD ("delete-tells-of-copies", test_delete_tells_of_copies);
  ADD ("import", test_import);
  ADD ("export", test_export);
  ADD ("keep", test_keep_asks_before_it_deletes);
  ADD ("expiry", test_expires_at_the_start);
  ADD ("left", test_left_while_reading);
  for (guint n = 0; n < G_N_ELEMENTS (asking); n++) {
    g_autofree char *path = g_strconcat ("/history-acts/left-asking/", asking[n], NULL);

    g_test_add (path, Fixture, asking[n], set_up, test_left_while_asking, tear_down);
  }
  ADD_EMPTY ("catch-up", test_catches_up_at_the_start);
  ADD_EMPTY ("empty", test_empty);
  ADD_EMPTY ("cannot-open", test_cannot_be_opened);
  ADD_EMPTY ("notice", test_notice);
  return g_test_run ();
}
