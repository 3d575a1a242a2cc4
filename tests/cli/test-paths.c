/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>

#include "cli/paths.h"

/* The expected shape of a journal's name, after its moment. */
typedef struct {
  const char *trainee;
  const char *slug;
} Name;

static const Name names[] = {
  { "Kim", "kim" },
  { "  Kim   van der Berg ", "kim-van-der-berg" },
  { "../../etc/passwd", "etc-passwd" },
  { "A.-B. O'Neill", "a-b-o-neill" },
  { "", "trainee" },
  { "***", "trainee" },
  { "0123456789012345678901234567890123456789xyz", "0123456789012345678901234567890123456789" },
};

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, mode);
}

static void
test_data_dir_is_private (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = desk_paths_data_dir (&error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (folder, g_get_user_data_dir ()));
  assert_mode (folder, 0700);
}

static void
test_journal_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = desk_paths_new_journal (names[i].trainee, &error);
    g_autofree char *pattern = NULL;

    g_assert_no_error (error);
    pattern = g_strdup_printf ("/frontdesk/sessions/\\d{4}-\\d\\d-\\d\\dT\\d{6}-%s\\.journal$",
                               names[i].slug);
    if (!g_regex_match_simple (pattern, path, 0, 0))
      g_error ("“%s” became %s", names[i].trainee, path);
  }
}

static void
test_letters_beyond_ascii_stay_legible (void)
{
  g_autofree char *path = desk_paths_new_journal ("Åsa Öberg", NULL);

  g_assert_true (g_str_has_suffix (path, "-asa-oberg.journal"));
}

/* Sessions that start in the same second do not share a file. */
static void
test_journals_are_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 5; i++) {
    g_autoptr (GError) error = NULL;
    char *path = desk_paths_new_journal ("Kim", &error);

    g_assert_no_error (error);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_set_contents (path, "{}\n", -1, &error));
    g_assert_true (g_hash_table_add (seen, path));
  }
}

static void
test_a_file_in_the_way_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "frontdesk", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, &error));
  g_assert_null (desk_paths_new_journal ("Kim", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_finds_its_own_files (void)
{
  g_autofree char *scenario = desk_paths_bundled_scenario ();
  g_autofree char *yaml = g_build_filename (scenario, "scenario.yaml", NULL);
  g_autofree char *locale_dir = desk_paths_locale_dir ();

  g_assert_true (g_file_test (yaml, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (locale_dir, G_FILE_TEST_IS_DIR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/paths/data-dir-is-private", test_data_dir_is_private);
  g_test_add_func ("/paths/journal-names", test_journal_names);
  g_test_add_func ("/paths/letters-beyond-ascii", test_letters_beyond_ascii_stay_legible);
  g_test_add_func ("/paths/journals-are-unique", test_journals_are_unique);
  g_test_add_func ("/paths/file-in-the-way", test_a_file_in_the_way_is_an_error);
  g_test_add_func ("/paths/own-files", test_finds_its_own_files);
  return g_test_run ();
}
