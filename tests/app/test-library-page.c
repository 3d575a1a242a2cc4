/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/library-page.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "hands.h"
#include "history-fixture.h"
#include "library-fixture.h"
#include "scenario/scenario-reader.h"

/* The library's page over real folders: what is listed, in which order, what a search leaves, and what
 * is said when there is nothing. */

typedef struct {
  char *root; /* owned, as below */
  char *bundled;
  char *own;
  DeskLibraryModel *model;
  GtkWidget *window;
  GtkWidget *page; /* borrowed */
  char *opened;    /* what the page asked to be opened; or NULL */
} Fixture;

static void
on_open (Fixture *fixture, const char *folder)
{
  g_free (fixture->opened);
  fixture->opened = g_path_get_basename (folder);
}

static void
write_scenario (
    Fixture *fixture, const char *name, const char *title, const char *language, const char *level)
{
  g_autofree char *folder = g_build_filename (fixture->root, name, NULL);

  desk_test_library_write (folder, title, language, level);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("desk-XXXXXX", NULL);
  fixture->bundled = g_build_filename (fixture->root, "bundled", NULL);
  fixture->own = g_build_filename (fixture->root, "own", NULL);
  g_mkdir (fixture->bundled, 0700);
  g_mkdir (fixture->own, 0700);
  fixture->model = desk_library_model_new ();
  fixture->page = desk_library_page_new (fixture->model);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  g_signal_connect_swapped (fixture->page, "open", G_CALLBACK (on_open), fixture);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->page);
  gtk_widget_show (fixture->page);
  gtk_widget_show (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  g_object_run_dispose (G_OBJECT (fixture->model));
  g_object_unref (fixture->model);
  desk_test_remove_folder (fixture->root);
  g_free (fixture->root);
  g_free (fixture->bundled);
  g_free (fixture->own);
  g_free (fixture->opened);
}

/* With `added`, a folder below the root, when it is not NULL; waits for all to be read. */
static void
read_folders (Fixture *fixture, const char *added)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  if (added != NULL)
    g_ptr_array_add (folders, g_build_filename (fixture->root, added, NULL));
  desk_library_model_set_folders (fixture->model, fixture->bundled, fixture->own, folders);
  desk_test_wait (!desk_library_model_is_reading (fixture->model));
}

static void
write_three (Fixture *fixture)
{
  write_scenario (fixture, "bundled/exam", "The exam", "en", "exam");
  write_scenario (fixture, "bundled/first", "A first shift", "en", "tutorial");
  write_scenario (fixture, "own/mandag", "Måndag morgon", "sv-SE", "beginner");
}

static void
search (Fixture *fixture, const char *words)
{
  gtk_entry_set_text (desk_test_library_child (fixture->page, "search"), words);
}

static void
pick (Fixture *fixture, const char *box, const char *id)
{
  g_assert_true (gtk_combo_box_set_active_id (desk_test_library_child (fixture->page, box), id));
}

static const char *
label (Fixture *fixture, const char *name)
{
  return gtk_label_get_text (desk_test_library_child (fixture->page, name));
}

static const char *
chosen (Fixture *fixture)
{
  DeskLibraryEntry *entry = desk_library_page_get_chosen (DESK_LIBRARY_PAGE (fixture->page));

  return entry != NULL ? entry->title : "";
}

static void
click_if_button (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget))
    gtk_button_clicked (GTK_BUTTON (widget));
}

/* The tests. */

/* By level, and the first of them chosen however they were found. */
static void
test_listed (Fixture *fixture, gconstpointer data)
{
  write_three (fixture);
  read_folders (fixture, NULL);
  g_assert_true (
      desk_test_library_shows (fixture->page, "A first shift | Måndag morgon | The exam"));
  g_assert_cmpstr (desk_test_library_state (fixture->page), ==, "list");
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios");
  g_assert_cmpstr (chosen (fixture), ==, "A first shift");
  g_assert_true (g_str_has_suffix (label (fixture, "place"), "/bundled/first"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  write_three (fixture);
  read_folders (fixture, NULL);
  search (fixture, "MÅNDAG ångström");
  desk_test_wait (desk_test_library_shows (fixture->page, "Måndag morgon"));
  g_assert_cmpstr (label (fixture, "count"), ==, "1 of 3 scenarios");
  g_assert_cmpstr (chosen (fixture), ==, "Måndag morgon");

  gtk_widget_activate (desk_test_library_child (fixture->page, "search"));
  g_assert_cmpstr (fixture->opened, ==, "mandag");
}

/* By level and language too; what bears the words in its title comes before what has them elsewhere. */
static void
test_search_ranks (Fixture *fixture, gconstpointer data)
{
  write_three (fixture);
  write_scenario (fixture, "bundled/first-of-all", "The last beginner", "en", "advanced");
  read_folders (fixture, NULL);
  search (fixture, "beginner");
  desk_test_wait (desk_test_library_shows (fixture->page, "The last beginner | Måndag morgon"));
  g_assert_cmpstr (chosen (fixture), ==, "The last beginner");
  search (fixture, "swedish beginner");
  desk_test_wait (desk_test_library_shows (fixture->page, "Måndag morgon"));
  search (fixture, "");
  desk_test_wait (desk_test_library_shows (
      fixture->page, "A first shift | Måndag morgon | The last beginner | The exam"));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  write_three (fixture);
  read_folders (fixture, NULL);
  pick (fixture, "language", "en");
  g_assert_true (desk_test_library_shows (fixture->page, "A first shift | The exam"));
  pick (fixture, "level", "4");
  g_assert_true (desk_test_library_shows (fixture->page, "The exam"));
  pick (fixture, "language", "sv");
  desk_library_page_set_menus (DESK_LIBRARY_PAGE (fixture->page), G_MENU_MODEL (menu),
                               G_MENU_MODEL (menu));
  g_assert_true (desk_test_library_shows (fixture->page, ""));
  g_assert_false (gtk_widget_get_sensitive (desk_test_library_child (fixture->page, "more")));
  g_assert_cmpstr (desk_test_library_state (fixture->page), ==, "nothing");
  g_assert_cmpstr (chosen (fixture), ==, "");
  g_assert_false (
      gtk_widget_get_sensitive (desk_test_library_child (fixture->page, "open_button")));

  gtk_container_foreach (GTK_CONTAINER (gtk_stack_get_visible_child (
                             desk_test_library_child (fixture->page, "stack"))),
                         click_if_button, NULL);
  g_assert_cmpstr (desk_test_library_state (fixture->page), ==, "list");
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios");
}

/* What was found is kept; what is left of a search goes with Escape. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = desk_test_library_child (fixture->page, "search");

  write_three (fixture);
  read_folders (fixture, NULL);
  gtk_widget_grab_focus (entry);
  g_assert_true (desk_test_press (fixture->page, GDK_KEY_Down));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (desk_test_library_row (fixture->page, "A first shift")));
  search (fixture, "exam");
  desk_test_wait (desk_test_library_shows (fixture->page, "The exam"));
  g_assert_true (desk_test_press (fixture->page, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "");
  g_assert_false (desk_test_press (fixture->page, GDK_KEY_Escape));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  read_folders (fixture, NULL);
  g_assert_cmpstr (desk_test_library_state (fixture->page), ==, "empty");
  g_assert_cmpstr (label (fixture, "count"), ==, "0 scenarios");
  g_assert_false (gtk_widget_get_visible (desk_test_library_child (fixture->page, "notice")));
  g_assert_false (gtk_widget_get_sensitive (desk_test_library_child (fixture->page, "more")));
}

/* The folder was named by the user, who is told that it is not there. */
static void
test_folder_missing (Fixture *fixture, gconstpointer data)
{
  write_three (fixture);
  read_folders (fixture, "memory-stick");
  g_assert_true (gtk_widget_get_visible (desk_test_library_child (fixture->page, "notice")));
  g_assert_nonnull (strstr (label (fixture, "notice_words"), "memory-stick"));
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios");

  read_folders (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (desk_test_library_child (fixture->page, "notice")));
}

/* One folder by two paths is one scenario; without the one path, it is found by the other. */
static void
test_found_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->root, "link", NULL);

  write_three (fixture);
  g_assert_cmpint (symlink (fixture->own, link), ==, 0);
  read_folders (fixture, "link");
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios");
  read_folders (fixture, "own");
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios");
  read_folders (fixture, NULL);
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios");
}

/* Beside the running program: new, changed, faulty, mended, gone. */
static void
test_follows_the_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->own, "late", NULL);
  g_autofree char *moved = g_build_filename (fixture->root, "moved", NULL);
  GtkWidget *button = desk_test_library_child (fixture->page, "open_button");

  write_three (fixture);
  read_folders (fixture, NULL);
  desk_test_library_write (folder, "Late", "en", "beginner");
  desk_test_wait (desk_test_library_row (fixture->page, "Late") != NULL);
  desk_library_page_choose (DESK_LIBRARY_PAGE (fixture->page), folder);
  g_assert_cmpstr (chosen (fixture), ==, "Late");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Open");

  desk_test_library_save (folder, "format: 1\ntitel: Late\n");
  desk_test_wait (desk_test_library_row (fixture->page, "late") != NULL);
  g_assert_cmpstr (chosen (fixture), ==, "late");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Show the faults");

  desk_test_library_write (folder, "Later", "en", "beginner");
  desk_test_wait (desk_test_library_row (fixture->page, "Later") != NULL);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Open");
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  desk_test_wait (
      desk_test_library_shows (fixture->page, "A first shift | Måndag morgon | The exam"));
}

static gboolean
is_in_sight (Fixture *fixture, const char *title)
{
  GtkWidget *row = GTK_WIDGET (desk_test_library_row (fixture->page, title));
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  int y;

  gtk_widget_translate_coordinates (row, viewport, 0, 0, &y, &y);
  return y >= 0 &&
         y + gtk_widget_get_allocated_height (row) <= gtk_widget_get_allocated_height (viewport);
}

/* A faulty one has no language and level to stand by, and goes to the end, where it is followed. */
static void
test_chosen_stays_in_sight (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->own, "busy", NULL);

  for (guint n = 0; n < 30; n++) {
    g_autofree char *name = g_strdup_printf ("shift-%02u", n);
    g_autofree char *other = g_build_filename (fixture->own, name, NULL);

    desk_test_library_write (other, name, "en", "beginner");
  }
  desk_test_library_write (folder, "A busy one", "en", "beginner");
  read_folders (fixture, NULL);
  desk_library_page_choose (DESK_LIBRARY_PAGE (fixture->page), folder);
  desk_test_wait (is_in_sight (fixture, "A busy one"));
  desk_test_library_save (folder, "format: 1\ntitel: A busy one\n");
  desk_test_wait (desk_test_library_row (fixture->page, "busy") != NULL);
  g_assert_cmpstr (chosen (fixture), ==, "busy");
  desk_test_wait (is_in_sight (fixture, "busy"));
}

/* Saved anew right after it was found, before it could be watched. */
static void
test_saved_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->own, "mandag", NULL);

  write_three (fixture);
  desk_library_model_set_folders (fixture->model, fixture->bundled, fixture->own, NULL);
  desk_test_wait (desk_test_library_row (fixture->page, "Måndag morgon") != NULL);
  desk_test_library_write (folder, "Tisdag", "sv-SE", "beginner");
  desk_test_wait (desk_test_library_row (fixture->page, "Tisdag") != NULL);
}

static char *
score_of (Fixture *fixture, const char *title)
{
  AtkObject *accessible =
      gtk_widget_get_accessible (GTK_WIDGET (desk_test_library_row (fixture->page, title)));

  return g_strdup (atk_object_get_description (accessible));
}

static gboolean
is_scored (Fixture *fixture, const char *title, const char *start)
{
  g_autofree char *score = score_of (fixture, title);

  return g_str_has_prefix (score, start);
}

/* The ideal trainee had everything, and the one who came last was not there. */
static void
test_scores (Fixture *fixture, gconstpointer data)
{
  static const DeskTestShift shifts[] = {
    { "Kim", "2026-09-01T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 1, NULL },
    { "Kim", "2026-09-02T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 2, NULL },
  };
  g_autofree char *history = g_build_filename (fixture->root, "kept", "history.db", NULL);
  g_autofree char *kept = g_path_get_dirname (history);
  g_autofree char *file = g_build_filename (fixture->root, "bundled/first/scenario.yaml", NULL);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = NULL;

  write_three (fixture);
  g_mkdir (kept, 0700);
  scenario = desk_scenario_load_from_file (file, &diagnostics);
  g_free (desk_test_history_work (history, scenario, &shifts[0], "one"));
  g_free (desk_test_history_work (history, scenario, &shifts[1], "two"));
  read_folders (fixture, NULL);
  g_assert_true (is_scored (fixture, "A first shift", "Not worked yet"));

  desk_library_model_read_scores (fixture->model, history, "Kim");
  desk_test_wait (is_scored (fixture, "A first shift", "Last 0.00 · best 100.00"));
  g_assert_true (is_scored (fixture, "The exam", "Not worked yet"));
  g_assert_cmpstr (label (fixture, "count"), ==, "3 scenarios · results of Kim");
  desk_library_model_read_scores (fixture->model, history, NULL);
  desk_test_wait (g_str_equal (label (fixture, "count"), "3 scenarios · everybody’s results"));
  desk_library_model_read_scores (fixture->model, history, "Eva");
  desk_test_wait (is_scored (fixture, "A first shift", "Not worked yet"));
}

static GtkWidget *
find_menu (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next) {
    GtkWidget *child = gtk_bin_get_child (at->data);

    if (child != NULL && GTK_IS_MENU (child) && gtk_widget_get_mapped (child))
      return child;
  }
  return NULL;
}

/* With the right button, in the middle of a row. */
static gboolean
press_on (Fixture *fixture, const char *title)
{
  GtkWidget *list = desk_test_library_child (fixture->page, "list");
  GtkWidget *row = GTK_WIDGET (desk_test_library_row (fixture->page, title));
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_BUTTON_PRESS);
  gboolean handled = FALSE;
  int x, y;

  gtk_widget_translate_coordinates (row, list, 5, 5, &x, &y);
  event->button.window = g_object_ref (gtk_widget_get_window (list));
  event->button.button = GDK_BUTTON_SECONDARY;
  event->button.x = x;
  event->button.y = y;
  gdk_event_set_device (
      event, gdk_seat_get_pointer (gdk_display_get_default_seat (gtk_widget_get_display (list))));
  g_signal_emit_by_name (list, "button-press-event", event, &handled);
  return handled;
}

/* What the items are called, with " | " between. (transfer full) */
static char *
list_items (GtkWidget *menu)
{
  g_autoptr (GList) items = gtk_container_get_children (GTK_CONTAINER (menu));
  GString *names = g_string_new (NULL);

  for (GList *at = items; at != NULL; at = at->next)
    if (!GTK_IS_SEPARATOR_MENU_ITEM (at->data))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " | " : "",
                              gtk_menu_item_get_label (at->data));
  return g_string_free (names, FALSE);
}

static void
test_context_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *items = NULL;

  g_menu_append (menu, "_Edit", "library.edit");
  desk_library_page_set_menus (DESK_LIBRARY_PAGE (fixture->page), G_MENU_MODEL (menu),
                               G_MENU_MODEL (menu));
  write_three (fixture);
  read_folders (fixture, NULL);
  desk_test_wait (gtk_widget_get_allocated_height (
                      GTK_WIDGET (desk_test_library_row (fixture->page, "Måndag morgon"))) > 1);
  g_assert_true (press_on (fixture, "Måndag morgon"));
  g_assert_cmpstr (chosen (fixture), ==, "Måndag morgon");
  desk_test_wait (find_menu () != NULL);
  items = list_items (find_menu ());
  g_assert_cmpstr (items, ==, "_Open | _Edit");
  gtk_menu_shell_cancel (GTK_MENU_SHELL (find_menu ()));
  desk_test_wait (find_menu () == NULL);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/library-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("listed", test_listed);
  ADD ("search", test_search);
  ADD ("search-ranks", test_search_ranks);
  ADD ("filters", test_filters);
  ADD ("keys", test_keys);
  ADD ("empty", test_empty);
  ADD ("folder-missing", test_folder_missing);
  ADD ("found-twice", test_found_twice);
  ADD ("follows-the-disk", test_follows_the_disk);
  ADD ("chosen-stays-in-sight", test_chosen_stays_in_sight);
  ADD ("saved-at-once", test_saved_at_once);
  ADD ("scores", test_scores);
  ADD ("context-menu", test_context_menu);
  return g_test_run ();
}
