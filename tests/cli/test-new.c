/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>

#include "cli/cmd-new.h"
#include "rehearsal/load.h"
#include "scenario/scenario-reader.h"

static void
keep_quiet (const char *text)
{
}

/* What the command says is for people; among the lines of this protocol it would be noise. */
static int
run_new (const char *folder)
{
  char *argv[] = { (char *) "new", (char *) folder, NULL };
  GPrintFunc loud = g_set_print_handler (keep_quiet);
  int status = desk_cmd_new (2, argv);

  g_set_print_handler (loud);
  return status;
}

static char *
free_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

/* Missing clips are the only warnings there are: `render` makes them. */
static void
assert_faultless (const char *folder)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = desk_scenario_load_from_file (folder, &diagnostics);
  g_autofree char *text = desk_diagnostics_to_text (diagnostics);

  if (scenario == NULL)
    g_error ("%s", text);
  g_assert_cmpuint (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR), ==, 0);
  for (guint i = 0; i < desk_diagnostics_get_n_items (diagnostics); i++) {
    const DeskDiagnostic *item = desk_diagnostics_get_item (diagnostics, i);

    if (strstr (item->message, "clip") == NULL)
      g_error ("%s", text);
  }

  /* Who does everything right gets everything. */
  g_auto (DeskLoad) load = { 0 };
  desk_load_measure (scenario, &load);
  g_assert_cmpfloat_with_epsilon (load.ideal_score, 100, 0.005);
}

static void
test_is_faultless (gconstpointer language)
{
  g_autofree char *folder = free_path (language);
  g_autofree char *yaml = g_build_filename (folder, "scenario.yaml", NULL);
  g_autofree char *content = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_cmpint (run_new (folder), ==, 0);
  assert_faultless (folder);
  g_assert_true (g_file_get_contents (yaml, &content, NULL, NULL));
  g_autofree char *key = g_strdup_printf ("\nlanguage: %s ", (const char *) language);
  g_assert_nonnull (strstr (content, key));
  /* An editor finds the schema by the first line, beside the scenario. */
  g_autofree char *schema = g_build_filename (folder, "scenario.schema.json", NULL);
  g_assert_true (
      g_str_has_prefix (content, "# yaml-language-server: $schema=scenario.schema.json\n"));
  g_assert_true (g_file_test (schema, G_FILE_TEST_IS_REGULAR));
}

static void
test_overwrites_nothing (void)
{
  g_autofree char *folder = free_path ("mine");
  g_autofree char *yaml = g_build_filename (folder, "scenario.yaml", NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (yaml, "format: 1\n", -1, NULL));
  g_assert_cmpint (run_new (folder), ==, 1);
  g_assert_true (g_file_get_contents (yaml, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "format: 1\n");
}

static void
test_uses_an_empty_folder (void)
{
  g_autofree char *folder = free_path ("empty");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (run_new (folder), ==, 0);
}

static void
test_leaves_nothing_half_done (void)
{
  g_autofree char *folder = free_path ("no/such/parent");

  g_assert_cmpint (run_new (folder), ==, 3);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_wants_one_folder (void)
{
  char *none[] = { (char *) "new", NULL };
  char *two[] = { (char *) "new", (char *) "a", (char *) "b", NULL };
  char *option[] = { (char *) "new", (char *) "--frob", (char *) "a", NULL };

  g_assert_cmpint (desk_cmd_new (1, none), ==, 2);
  g_assert_cmpint (desk_cmd_new (3, two), ==, 2);
  g_assert_cmpint (desk_cmd_new (3, option), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/new/is-faultless/en", "en", test_is_faultless);
  g_test_add_data_func ("/new/is-faultless/sv", "sv", test_is_faultless);
  g_test_add_func ("/new/overwrites-nothing", test_overwrites_nothing);
  g_test_add_func ("/new/uses-an-empty-folder", test_uses_an_empty_folder);
  g_test_add_func ("/new/leaves-nothing-half-done", test_leaves_nothing_half_done);
  g_test_add_func ("/new/wants-one-folder", test_wants_one_folder);
  return g_test_run ();
}
