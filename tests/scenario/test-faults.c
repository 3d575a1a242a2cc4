/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "scenario/scenario-reader.h"

/* Each faults/NAME.yaml is read, and must be told about exactly as NAME.expected has it: the lines
 * of desk_diagnostics_to_text() without the path. Where there is a NAME.quoted, the lines with what they
 * quote must be as it has them. */

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

/* Every item with its quote, as `frontdesk check` prints them; without the path. */
static char *
with_quotes (DeskDiagnostics *diagnostics, const char *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < desk_diagnostics_get_n_items (diagnostics); i++) {
    g_autofree char *line = desk_diagnostics_item_to_text (diagnostics, i);
    g_autofree char *bare = without_path (line, path);
    g_autofree char *quote = desk_diagnostics_quote (diagnostics, i);

    g_string_append (text, bare);
    g_string_append (text, quote != NULL ? quote : "");
  }
  return g_string_free (text, FALSE);
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

  g_autofree char *quoted_path = g_strconcat (data, ".quoted", NULL);
  g_autofree char *quoted = NULL;
  if (g_file_get_contents (quoted_path, &quoted, NULL, NULL)) {
    g_autofree char *shown = with_quotes (diagnostics, path);
    g_assert_cmpstr (shown, ==, quoted);
  }
}

/* The caret must stand where an eye would put it, whatever it is asked for and in which order. */
static void
test_quoter (void)
{
  static const char source[] = "first\r\n\tsecond \xe6\x97\xa5x\n\nlast";
  static const struct {
    guint line, column;
    const char *text;
    guint caret;
  } places[] = {
    { 4, 2, "last", 1 },
    { 1, 1, "first", 0 },
    { 1, 6, "first", 5 },
    { 1, 90, "first", 5 },
    { 3, 1, "", 0 },
    { 2, 2, "    second \xe6\x97\xa5x", 4 },
    { 2, 10, "    second \xe6\x97\xa5x", 13 },
    { 2, 1, "    second \xe6\x97\xa5x", 0 },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (DeskQuoter) quoter = desk_quoter_new (bytes);
  g_auto (DeskQuote) none = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_auto (DeskQuote) quote = { NULL };

    g_assert_true (desk_quoter_quote (quoter, places[i].line, places[i].column, &quote));
    g_assert_cmpstr (quote.text, ==, places[i].text);
    g_assert_cmpuint (quote.caret, ==, places[i].caret);
  }
  g_assert_false (desk_quoter_quote (quoter, 5, 1, &none));
  g_assert_false (desk_quoter_quote (quoter, 0, 0, &none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "scenario", "faults", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  g_test_add_func ("/faults/quoter", test_quoter);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    if (!g_str_has_suffix (name, ".yaml"))
      continue;
    g_autofree char *bare = g_strndup (name, strlen (name) - strlen (".yaml"));
    g_autofree char *test = g_strconcat ("/faults/", bare, NULL);
    g_test_add_data_func_full (test, g_build_filename (folder, bare, NULL), test_fault, g_free);
  }
  return g_test_run ();
}
