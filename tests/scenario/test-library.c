/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <unistd.h>

#include "scenario/bundle.h"
#include "scenario/folder-watch.h"
#include "scenario/library-scan.h"
#include "scenario/scenario-folder.h"

/* Folders of scenarios on a real disk: found, compared, searched, watched. */

typedef struct {
  char *root; /* owned */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("desk-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  desk_scenario_folder_remove (fixture->root);
  g_assert_false (g_file_test (fixture->root, G_FILE_TEST_EXISTS));
  g_free (fixture->root);
}

static void
write_scenario (
    Fixture *fixture, const char *name, const char *title, const char *language, const char *level)
{
  g_autofree char *folder = g_build_filename (fixture->root, name, NULL);
  g_autofree char *file = g_build_filename (folder, "scenario.yaml", NULL);
  g_autofree char *yaml = g_strdup_printf (
      "format: 1\ntitle: %s\nlanguage: %s\ncountry: gb\nlevel: %s\nlines: 2\nduration: 4:00\n"
      "organisation: Hartwell\nbriefing: Ångström calls.\n"
      "people:\n  - {id: ada, name: Ada Marlowe, extension: 201}\n"
      "calls:\n  - id: a\n    at: 0:10\n"
      "    caller: {given: Ben, phone: \"01632 960147\"}\n"
      "    says: {opening: {text: \"Hello.\"}}\n    expect: {do: message, to: ada}\n",
      title, language, level);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, yaml, -1, NULL));
}

static int
compare (gconstpointer one, gconstpointer other)
{
  return desk_library_entry_compare (*(DeskLibraryEntry *const *) one,
                                     *(DeskLibraryEntry *const *) other, "sv_SE.UTF-8");
}

static DeskLibraryScan *
scan (Fixture *fixture, GHashTable *known)
{
  g_autoptr (GError) error = NULL;
  DeskLibraryScan *found =
      desk_library_scan (fixture->root, DESK_ORIGIN_ADDED, known, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_sort (found->entries, compare);
  return found;
}

static const char *
title (DeskLibraryScan *found, guint n)
{
  return ((DeskLibraryEntry *) found->entries->pdata[n])->title;
}

static void
test_found_in_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->root, "link", NULL);
  g_autoptr (DeskLibraryScan) found = NULL;

  write_scenario (fixture, "a", "Zulu", "en", "beginner");
  write_scenario (fixture, "b", "Alfa", "en", "exam");
  write_scenario (fixture, "c", "Beta", "sv", "exam");
  write_scenario (fixture, "deep/er/d", "Gamma", "sv-FI", "tutorial");
  write_scenario (fixture, "deep/er/too/e", "Too deep", "sv", "tutorial");
  write_scenario (fixture, ".hidden", "Hidden", "sv", "tutorial");
  write_scenario (fixture, "faulty", "Faulty", "sv", "nonsense");
  g_assert_cmpint (symlink ("a", link), ==, 0); /* the same folder twice is one */
  found = scan (fixture, NULL);
  g_assert_cmpuint (found->entries->len, ==, 5);
  g_assert_cmpstr (title (found, 0), ==, "Gamma");
  g_assert_cmpstr (title (found, 1), ==, "Beta");
  g_assert_cmpstr (title (found, 2), ==, "Zulu");
  g_assert_cmpstr (title (found, 3), ==, "Alfa");
  g_assert_cmpstr (title (found, 4), ==, "faulty");
  g_assert_cmpuint (((DeskLibraryEntry *) found->entries->pdata[4])->n_errors, ==, 1);
}

static void
test_matches (Fixture *fixture, gconstpointer data)
{
  static const struct {
    DeskLibraryFilter filter;
    gboolean matches;
  } cases[] = {
    { { "", NULL, NULL, -1 }, TRUE },
    { { "ÅNGSTRÖM hart", NULL, NULL, -1 }, TRUE },
    { { "angstrom", NULL, NULL, -1 }, FALSE },
    { { "hart missing", NULL, NULL, -1 }, FALSE },
    { { "", NULL, "en", -1 }, TRUE },
    { { "", NULL, "sv", -1 }, FALSE },
    { { "", NULL, NULL, DESK_LEVEL_EXAM }, FALSE },
    { { "folder-x", NULL, NULL, DESK_LEVEL_BEGINNER }, TRUE },
    { { "zulu beginner", "Beginner", NULL, -1 }, TRUE },
    { { "lätt zulu", "Lätt", NULL, -1 }, TRUE },
    { { "lätt", NULL, NULL, -1 }, FALSE },
  };
  g_autoptr (DeskLibraryScan) found = NULL;

  write_scenario (fixture, "folder-x", "Zulu", "en-GB", "beginner");
  found = scan (fixture, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++)
    g_assert_cmpint (desk_library_entry_matches (found->entries->pdata[0], &cases[n].filter), ==,
                     cases[n].matches);
  g_assert_true (desk_library_entry_is_called (found->entries->pdata[0], "ZULU"));
  g_assert_false (desk_library_entry_is_called (found->entries->pdata[0], "zulu hart"));
  g_assert_false (desk_library_entry_is_called (found->entries->pdata[0], " "));
}

static void
test_read_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DeskLibraryScan) first = NULL, second = NULL, third = NULL;
  DeskLibraryEntry *entry;

  write_scenario (fixture, "a", "Zulu", "en", "beginner");
  first = scan (fixture, NULL);
  entry = first->entries->pdata[0];
  g_hash_table_insert (known, entry->folder, entry);
  second = scan (fixture, known);
  g_assert_true (second->entries->pdata[0] == entry);
  write_scenario (fixture, "a", "Yankee", "en", "beginner");
  third = scan (fixture, known);
  g_assert_cmpstr (title (third, 0), ==, "Yankee");
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      desk_library_scan ("/nowhere/at/all", DESK_ORIGIN_ADDED, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskLibraryScan) found = NULL;
  gint64 began;

  for (guint n = 0; n < 200; n++) {
    g_autofree char *name = g_strdup_printf ("s%u", n);

    write_scenario (fixture, name, name, "en", "beginner");
  }
  began = g_get_monotonic_time ();
  found = scan (fixture, NULL);
  g_test_message ("200 scenarios: %.1f ms", (double) (g_get_monotonic_time () - began) / 1000);
  g_assert_cmpuint (found->entries->len, ==, 200);
}

static void
on_changed (guint *n_told)
{
  ++*n_told;
}

static gboolean
on_over (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* g_file_set_contents() renames over, as editors do; thrice in a row is one change. */
static void
test_watched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskFolderWatch) watch = desk_folder_watch_new ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  guint n_told = 0;

  write_scenario (fixture, "a", "Zulu", "en", "beginner");
  g_ptr_array_add (folders, g_build_filename (fixture->root, "a", NULL));
  g_signal_connect_swapped (watch, "changed", G_CALLBACK (on_changed), &n_told);
  desk_folder_watch_set (watch, folders);
  run_for (100);
  for (guint n = 0; n < 3; n++) {
    write_scenario (fixture, "a", "Yankee", "en", "beginner");
    run_for (50);
  }
  g_assert_cmpuint (n_told, ==, 0);
  run_for (1000);
  g_assert_cmpuint (n_told, ==, 1);
  g_ptr_array_set_size (folders, 0);
  desk_folder_watch_set (watch, folders);
  write_scenario (fixture, "a", "Xray", "en", "beginner");
  run_for (600);
  g_assert_cmpuint (n_told, ==, 1);
}

static void
test_copied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *from = g_build_filename (fixture->root, "a", NULL);
  g_autofree char *link = g_build_filename (from, "link", NULL);
  g_autofree char *parent = g_build_filename (fixture->root, "own", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL, *two = NULL, *copied_link = NULL;

  write_scenario (fixture, "a", "Zulu", "en", "beginner");
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  one = desk_scenario_folder_copy (from, parent, NULL, &error);
  g_assert_no_error (error);
  two = desk_scenario_folder_copy (from, parent, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (one, "/own/a"));
  g_assert_true (g_str_has_suffix (two, "/own/a-2"));
  copied_link = g_build_filename (one, "link", NULL);
  g_assert_false (g_file_test (copied_link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (desk_scenario_folder_settle (one, two, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/library/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("found-in-order", test_found_in_order);
  ADD ("matches", test_matches);
  ADD ("read-once", test_read_once);
  ADD ("nowhere", test_nowhere);
  ADD ("many", test_many);
  ADD ("watched", test_watched);
  ADD ("copied", test_copied);
  return g_test_run ();
}
