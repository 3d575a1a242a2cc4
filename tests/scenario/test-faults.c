/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "scenario/scenario-reader.h"

/* Each faults/NAME.yaml is read, and must be told about exactly as NAME.expected has it: the lines
 * of desk_diagnostics_to_text() without the path. */

static char *
without_path (const char *text, const char *path)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *result = g_string_new (NULL);
  gsize skip = strlen (path) + 1;

  for (char **line = lines; *line != NULL && **line != '\0'; line++) {
    g_assert_true (g_str_has_prefix (*line, path));
    const char *rest = *line + skip;
    g_string_append_printf (result, "%s\n", rest + (*rest == ' '));
  }
  return g_string_free (result, FALSE);
}

static void
test_fault (gconstpointer data)
{
  g_autofree char *path = g_strconcat (data, ".yaml", NULL);
  g_autofree char *expected_path = g_strconcat (data, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = desk_scenario_load_from_file (path, &diagnostics);
  g_autofree char *told = desk_diagnostics_to_text (diagnostics);
  g_autofree char *bare = without_path (told, path);

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (bare, ==, expected);
  g_assert_cmpint (scenario == NULL, ==, strstr (expected, "error:") != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "scenario", "faults", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    if (!g_str_has_suffix (name, ".yaml"))
      continue;
    g_autofree char *bare = g_strndup (name, strlen (name) - strlen (".yaml"));
    g_autofree char *test = g_strconcat ("/faults/", bare, NULL);
    g_test_add_data_func_full (test, g_build_filename (folder, bare, NULL), test_fault, g_free);
  }
  return g_test_run ();
}
