/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-library.h"
#include "cli/settings.h"

#include <glib/gstdio.h>

#include "app/faults-page.h"
#include "app/library-page.h"
#include "app/library-settings.h"
#include "app/open-outside.h"
#include "app/start-page.h"
#include "app/window.h"
#include "cli/paths.h"
#include "hands.h"
#include "history-fixture.h"
#include "library-fixture.h"

/* The window begun without a scenario: from the library to a scenario and back, bundles brought in, and
 * what is done with the user's own scenarios. The home is the test's own. */

typedef struct {
  char *own;  /* owned, as below: the folder of the user's scenarios */
  char *root; /* for whatever else */
  GtkWidget *window;
  guint n_failed;
} Fixture;

static GtkApplication *application;
static GSettings *settings;

static void
on_settled (Fixture *fixture, const char *faults)
{
  fixture->n_failed += faults != NULL ? 1 : 0;
}

static GtkWidget *
page (Fixture *fixture)
{
  return gtk_bin_get_child (GTK_BIN (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = NULL;

  fixture->own = desk_paths_own_scenarios ();
  fixture->root = g_build_filename (g_get_home_dir (), "other", NULL);
  folder = g_build_filename (fixture->own, "mine", NULL);
  g_mkdir (fixture->root, 0700);
  desk_test_library_write (folder, "Mine", "en", "beginner");
  fixture->window = desk_window_new (application, settings, NULL);
  g_signal_connect_swapped (fixture->window, "settled", G_CALLBACK (on_settled), fixture);
  gtk_widget_show (fixture->window);
  desk_test_wait (desk_test_library_row (page (fixture), "Mine") != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *data_dir = g_path_get_dirname (fixture->own);
  g_autofree char *trash = g_build_filename (g_get_user_data_dir (), "Trash", NULL);
  g_autofree char *config = g_build_filename (g_get_user_config_dir (), "frontdesk", NULL);

  gtk_widget_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  desk_test_remove_folder (data_dir);
  desk_test_remove_folder (trash);
  desk_test_remove_folder (config);
  desk_test_remove_folder (fixture->root);
  g_free (fixture->own);
  g_free (fixture->root);
}

/* What is seen. */

static gboolean
is_library (Fixture *fixture)
{
  return DESK_IS_LIBRARY_PAGE (page (fixture));
}

static gboolean
is_start (Fixture *fixture)
{
  return DESK_IS_START_PAGE (page (fixture));
}

static gboolean
is_faults (Fixture *fixture)
{
  return DESK_IS_FAULTS_PAGE (page (fixture));
}

static gboolean
has_row (Fixture *fixture, const char *title)
{
  return is_library (fixture) && desk_test_library_row (page (fixture), title) != NULL;
}

static gboolean
is_there (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, "scenario.yaml", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_in_wastebasket (const char *name)
{
  g_autofree char *files = g_build_filename (g_get_user_data_dir (), "Trash", "files", NULL);

  return is_there (files, name);
}

/* What is done. */

static void
choose (Fixture *fixture, const char *title)
{
  GtkListBoxRow *row = desk_test_library_row (page (fixture), title);

  g_assert_nonnull (row);
  gtk_list_box_select_row (desk_test_library_child (page (fixture), "list"), row);
}

static void
act (Fixture *fixture, const char *name, GVariant *target)
{
  GActionGroup *actions = gtk_widget_get_action_group (page (fixture), "library");

  g_assert_true (g_action_group_has_action (actions, name));
  g_action_group_activate_action (actions, name, target);
}

/* The path of a zip with a scenario called `title` in the folder "packed". (transfer full) */
static char *
zip (Fixture *fixture, const char *title)
{
  g_autofree char *text = desk_test_library_text (title, "en", "beginner");
  char *path = g_build_filename (fixture->root, "packed.zip", NULL);

  desk_test_library_zip (path, "packed/scenario.yaml", text);
  return path;
}

static void
bring_in (Fixture *fixture, const char *title)
{
  g_autofree char *path = zip (fixture, title);

  desk_window_open (DESK_WINDOW (fixture->window), path);
}

/* An open window, by its type or its title. */
static GtkWidget *
find_window (const char *type, const char *title)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if ((type != NULL && g_str_equal (G_OBJECT_TYPE_NAME (at->data), type)) ||
        (title != NULL && g_strcmp0 (gtk_window_get_title (at->data), title) == 0))
      return at->data;
  return NULL;
}

static void
read_description (GtkWidget *widget, gpointer text)
{
  const char *description = atk_object_get_description (gtk_widget_get_accessible (widget));

  if (description != NULL)
    g_string_append (text, description);
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), read_description, text);
}

static gboolean
is_sheet_of_two_lines (GtkWidget *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);

  read_description (sheet, text);
  return strstr (text->str, "Line 2") != NULL && strstr (text->str, "Line 3") == NULL &&
         strstr (text->str, "Own phrase") == NULL;
}

/* The tests. */

/* F1 is a line's key in a shift alone. */
static void
test_help_by_f1 (Fixture *fixture, gconstpointer data)
{
  g_assert_true (desk_test_press (fixture->window, GDK_KEY_F1));
  g_assert_nonnull (find_window (NULL, "Help – Frontdesk"));
  gtk_widget_destroy (find_window (NULL, "Help – Frontdesk"));
}

/* Those that came with the program are there too; Enter opens, Escape leads back to where one was. */
static void
test_open_and_back (Fixture *fixture, gconstpointer data)
{
  desk_test_wait (has_row (fixture, "Monday morning at Tarnbeck Joinery"));
  gtk_widget_activate (GTK_WIDGET (desk_test_library_row (page (fixture), "Mine")));
  desk_test_wait (is_start (fixture));
  g_assert_true (desk_test_says (page (fixture), "Mine"));
  /* The sheet of keys is that of what is shown, of which there are two lines. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "key-sheet", NULL);
  g_assert_nonnull (find_window ("DeskKeySheetWindow", NULL));
  g_assert_true (is_sheet_of_two_lines (find_window ("DeskKeySheetWindow", NULL)));
  gtk_widget_destroy (find_window ("DeskKeySheetWindow", NULL));
  g_assert_true (desk_test_press (fixture->window, GDK_KEY_Escape));
  g_assert_true (is_library (fixture));
  g_assert_cmpstr (desk_library_page_get_chosen (DESK_LIBRARY_PAGE (page (fixture)))->title, ==,
                   "Mine");
}

/* The author mends it beside the window, and breaks it again. */
static void
test_faults_followed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->own, "mine", NULL);
  g_autofree char *good = desk_test_library_text ("Mended", "en", "beginner");
  g_autofree char *bad = desk_test_library_text ("Broken", "en", "beginer");

  desk_test_library_save (folder, bad);
  desk_test_wait (has_row (fixture, "mine"));
  gtk_widget_activate (GTK_WIDGET (desk_test_library_row (page (fixture), "mine")));
  desk_test_wait (is_faults (fixture));
  g_assert_true (desk_test_says (page (fixture), "it has 1 fault"));
  g_assert_true (desk_test_says (page (fixture), "line 5, column 8"));
  g_assert_true (desk_test_says (page (fixture), "    5 | level: beginer\n      |        ^"));

  desk_test_library_save (folder, good);
  desk_test_wait (is_start (fixture));
  g_assert_true (desk_test_says (page (fixture), "Mended"));
  desk_test_library_save (folder, "format: 1\n");
  desk_test_wait (is_faults (fixture));
  g_assert_true (desk_test_press (fixture->window, GDK_KEY_Escape));
  g_assert_true (is_library (fixture));
}

/* What the author writes meanwhile is on the start page, and the name that was typed stays. */
static void
test_reloaded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->own, "mine", NULL);
  GtkWidget *start;
  gpointer name;

  gtk_widget_activate (GTK_WIDGET (desk_test_library_row (page (fixture), "Mine")));
  desk_test_wait (is_start (fixture));
  start = page (fixture);
  name = gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "name");
  gtk_entry_set_text (name, "Tess");
  desk_test_library_write (folder, "Rewritten", "en", "beginner");
  desk_test_wait (desk_test_says (page (fixture), "Rewritten"));
  g_assert_true (page (fixture) == start);
  g_assert_cmpstr (gtk_entry_get_text (name), ==, "Tess");
}

static void
test_bundle (Fixture *fixture, gconstpointer data)
{
  bring_in (fixture, "Packed");
  desk_test_wait (is_start (fixture));
  g_assert_null (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG));
  g_assert_true (is_there (fixture->own, "packed"));
  desk_test_press (fixture->window, GDK_KEY_Escape);
  desk_test_wait (has_row (fixture, "Packed"));
}

static void
answer_second (Fixture *fixture, const char *title, int response)
{
  bring_in (fixture, "Old");
  desk_test_wait (is_start (fixture));
  desk_test_press (fixture->window, GDK_KEY_Escape);
  bring_in (fixture, title);
  desk_test_wait (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_true (desk_test_says (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG), "“packed”"));
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)), response);
}

static void
test_bundle_both (Fixture *fixture, gconstpointer data)
{
  answer_second (fixture, "New", 2);
  desk_test_wait (is_start (fixture));
  g_assert_true (desk_test_says (page (fixture), "New"));
  g_assert_true (is_there (fixture->own, "packed-2"));
  desk_test_press (fixture->window, GDK_KEY_Escape);
  desk_test_wait (has_row (fixture, "Old") && has_row (fixture, "New"));
}

static void
test_bundle_replaces (Fixture *fixture, gconstpointer data)
{
  answer_second (fixture, "New", 1);
  desk_test_wait (is_start (fixture));
  g_assert_true (desk_test_says (page (fixture), "New"));
  g_assert_true (is_in_wastebasket ("packed"));
  desk_test_press (fixture->window, GDK_KEY_Escape);
  desk_test_wait (has_row (fixture, "New") && !has_row (fixture, "Old"));
}

static void
test_bundle_not_wanted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  answer_second (fixture, "New", GTK_RESPONSE_CANCEL);
  g_assert_true (is_library (fixture));
  dir = g_dir_open (fixture->own, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 2);
}

static void
test_bundle_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->root, "packed.zip", NULL);
  g_autofree char *led_astray = g_build_filename (fixture->own, "..", "scenario.yaml", NULL);

  desk_test_library_zip (path, "../scenario.yaml", "format: 1\n");
  desk_window_open (DESK_WINDOW (fixture->window), path);
  desk_test_wait (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_true (
      desk_test_says (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG), "leads out of the folder"));
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_false (g_file_test (led_astray, G_FILE_TEST_EXISTS));
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_CLOSE);
  g_assert_true (is_library (fixture));
}

static void
test_copy_and_delete (Fixture *fixture, gconstpointer data)
{
  desk_test_wait (has_row (fixture, "Monday morning at Tarnbeck Joinery"));
  choose (fixture, "Monday morning at Tarnbeck Joinery");
  act (fixture, "copy", NULL);
  desk_test_wait (is_there (fixture->own, "monday-morning"));
  desk_test_wait (desk_library_page_get_chosen (DESK_LIBRARY_PAGE (page (fixture)))->origin ==
                  DESK_ORIGIN_OWN);

  choose (fixture, "Mine");
  act (fixture, "delete", NULL);
  desk_test_wait (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_CANCEL);
  g_assert_true (is_there (fixture->own, "mine"));
  act (fixture, "delete", NULL);
  desk_test_wait (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)),
                       GTK_RESPONSE_ACCEPT);
  desk_test_wait (!has_row (fixture, "Mine"));
  g_assert_false (is_there (fixture->own, "mine"));
  g_assert_true (is_in_wastebasket ("mine"));
}

/* What failed while another page was shown is told on coming back. */
static void
test_copy_fails_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = g_build_filename (fixture->own, "mine", NULL);
  GtkWidget *dialog;

  choose (fixture, "Mine");
  desk_test_remove_folder (mine);
  act (fixture, "copy", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "history",
                                  g_variant_new_string (""));
  g_assert_false (is_library (fixture));
  desk_test_run_for (500);
  g_assert_null (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG));
  desk_test_press (page (fixture), GDK_KEY_Escape);
  g_assert_true (is_library (fixture));
  desk_test_wait ((dialog = desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_true (desk_test_says (dialog, "The scenario could not be copied."));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  DeskLibraryEntry *entry;

  act (fixture, "new", NULL);
  act (fixture, "new", NULL);
  g_assert_true (is_there (fixture->own, "my-shift"));
  g_assert_true (is_there (fixture->own, "my-shift-2"));
  desk_test_wait (g_str_equal (
      desk_library_page_get_chosen (DESK_LIBRARY_PAGE (page (fixture)))->id, "my-shift-2"));
  entry = desk_library_page_get_chosen (DESK_LIBRARY_PAGE (page (fixture)));
  g_assert_cmpuint (entry->n_errors, ==, 0);
  /* One's own can be had twice. */
  act (fixture, "copy", NULL);
  desk_test_wait (is_there (fixture->own, "my-shift-2-2") || is_there (fixture->own, "my-shift-3"));
}

/* A file that is nowhere stands for one that no program opens, of which there is none on every machine. */
static void
test_what_cannot_be_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->root, "gone", "scenario.yaml", NULL);
  GtkWidget *copy;
  g_autofree char *copied = NULL;

  desk_open_outside (GTK_WINDOW (fixture->window), path);
  desk_test_wait (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  copy = gtk_dialog_get_widget_for_response (
      GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)), GTK_RESPONSE_APPLY);
  gtk_button_clicked (GTK_BUTTON (copy));
  copied = gtk_clipboard_wait_for_text (gtk_clipboard_get (GDK_SELECTION_CLIPBOARD));
  g_assert_cmpstr (copied, ==, path);
  g_assert_null (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG));
}

static void
test_added_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->root, "theirs", NULL);
  g_autoptr (GError) error = NULL;

  desk_test_library_write (folder, "Theirs", "en", "beginner");
  desk_library_settings_add (fixture->root, &error);
  g_assert_no_error (error);
  gtk_widget_destroy (fixture->window);
  fixture->window = desk_window_new (application, settings, NULL);
  gtk_widget_show (fixture->window);
  desk_test_wait (has_row (fixture, "Theirs") && has_row (fixture, "Mine"));

  act (fixture, "remove", g_variant_new_bytestring (fixture->root));
  desk_test_wait (!has_row (fixture, "Theirs"));
  g_assert_true (has_row (fixture, "Mine"));
  g_assert_true (is_there (fixture->root, "theirs"));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/window-library/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  settings = desk_settings_new (NULL);
  ADD ("open-and-back", test_open_and_back);
  ADD ("help-by-f1", test_help_by_f1);
  ADD ("faults-followed", test_faults_followed);
  ADD ("reloaded", test_reloaded);
  ADD ("bundle", test_bundle);
  ADD ("bundle-both", test_bundle_both);
  ADD ("bundle-replaces", test_bundle_replaces);
  ADD ("bundle-not-wanted", test_bundle_not_wanted);
  ADD ("bundle-refused", test_bundle_refused);
  ADD ("copy-and-delete", test_copy_and_delete);
  ADD ("copy-fails-meanwhile", test_copy_fails_meanwhile);
  ADD ("new", test_new);
  ADD ("added-folder", test_added_folder);
  ADD ("what-cannot-be-opened", test_what_cannot_be_opened);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
