/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>
#include <jansson.h>
#include <string.h>

/* `frontdesk check` as a shell sees it. DESK_PROGRAM names the built program. */

typedef struct {
  int status;
  char *out;
  char *err;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Runs "check" with up to three arguments, NULL where there are fewer. */
static void
run_check (Run *run, const char *first, const char *second, const char *third)
{
  const char *const argv[] = { g_getenv ("DESK_PROGRAM"), "check", first, second, third, NULL };
  int wait_status;

  g_assert_nonnull (argv[0]);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run->out,
                               &run->err, &wait_status, NULL));
  g_autoptr (GError) error = NULL;
  if (g_spawn_check_wait_status (wait_status, &error))
    return;
  g_assert_true (error->domain == G_SPAWN_EXIT_ERROR);
  run->status = error->code;
}

static char *
corpus (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "scenario", "faults", name, NULL);
}

static void
test_good (void)
{
  g_autofree char *path = corpus ("valid.yaml");
  g_auto (Run) run = { 0 };

  run_check (&run, path, NULL, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_true (g_str_has_prefix (run.out, path));
  g_assert_nonnull (strstr (run.out, "1 call on 2 lines, "));
  g_assert_nonnull (strstr (run.out, "the ideal trainee scores 100.00\n"));
  /* What is told of it beside stands below, further in. */
  g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);
  for (char **line = lines + 1; **line != '\0'; line++)
    g_assert_true (g_str_has_prefix (*line, "  "));
  g_assert_nonnull (strstr (run.out, "\n  Difficulty        gentle ("));
}

/* One line each, unless more is asked for. */
static void
test_details (void)
{
  g_autofree char *path = corpus ("valid.yaml");
  g_auto (Run) brief = { 0 }, full = { 0 };

  run_check (&brief, path, path, NULL);
  g_assert_null (strstr (brief.out, "\n "));
  run_check (&full, "--details", path, path);
  g_assert_nonnull (strstr (full.out, "\n  Waiting "));
  g_assert_true (g_str_has_prefix (full.out, path));
}

static void
test_faulty (void)
{
  g_autofree char *path = corpus ("trap-hash.yaml");
  g_autofree char *place = g_strconcat (path, ":2:15: error: ", NULL);
  g_auto (Run) run = { 0 };

  run_check (&run, path, NULL, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_true (g_str_has_prefix (run.err, place));
  g_assert_nonnull (strstr (run.err, "\n    2 | title: Monday #1 at Nordvik\n"
                                     "      |               ^\n"));
  g_assert_true (g_str_has_suffix (run.err, "\n2 errors\n"));
}

static void
test_sum (void)
{
  g_autofree char *bad = corpus ("columns-count-letters.yaml");
  g_autofree char *good = corpus ("valid.yaml");
  g_auto (Run) run = { 0 };

  run_check (&run, bad, good, NULL);
  g_assert_true (g_str_has_suffix (run.err, "\n1 error, 1 warning in 1 of 2 scenarios\n"));
}

/* The words are Swedish; what editors look for is not. */
static void
test_swedish (void)
{
  g_autofree char *path = corpus ("country.yaml");
  g_autofree char *place = g_strconcat (path, ":4:10: error: ", NULL);
  g_auto (Run) run = { 0 };

  g_setenv ("LANGUAGE", "sv", TRUE);
  run_check (&run, path, NULL, NULL);
  g_unsetenv ("LANGUAGE");
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_prefix (run.err, place));
  g_assert_nonnull (strstr (run.err, "menade du ”se”?\n    4 | country: SE\n"));
}

static void
test_warning_does_not_fail (void)
{
  g_autofree char *path = corpus ("phone-not-fiction.yaml");
  g_auto (Run) run = { 0 };

  run_check (&run, path, NULL, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.err, ":24:14: warning: "));
  g_assert_true (g_str_has_prefix (run.out, path));
}

/* One bad scenario among good ones fails the whole, and hides none of them. */
static void
test_several (void)
{
  g_autofree char *good = corpus ("valid.yaml");
  g_autofree char *bad = corpus ("trap-hash.yaml");
  g_auto (Run) run = { 0 };

  run_check (&run, bad, good, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_prefix (run.err, bad));
  g_assert_true (g_str_has_prefix (run.out, good));
}

static void
assert_good_file (json_t *file, const char *expected_path)
{
  const char *path;
  int calls, lines;
  json_t *diagnostics;

  g_assert_cmpint (json_unpack (file, "{s:s, s:o, s:{s:i, s:i}}", "path", &path, "diagnostics",
                                &diagnostics, "load", "calls", &calls, "lines", &lines),
                   ==, 0);
  g_assert_cmpstr (path, ==, expected_path);
  g_assert_cmpuint (json_array_size (diagnostics), ==, 0);
  g_assert_cmpint (calls, ==, 1);
  g_assert_cmpint (lines, ==, 2);
}

static void
assert_bad_file (json_t *file)
{
  json_t *diagnostics = json_object_get (file, "diagnostics");
  const char *severity, *message;
  int line, column;

  g_assert_cmpstr (json_string_value (json_object_get (json_array_get (diagnostics, 0), "source")),
                   ==, "title: Monday #1 at Nordvik");
  g_assert_true (json_is_null (json_object_get (file, "load")));
  g_assert_cmpuint (json_array_size (diagnostics), ==, 2);
  g_assert_cmpint (json_unpack (json_array_get (diagnostics, 1), "{s:i, s:i, s:s, s:s}", "line",
                                &line, "column", &column, "severity", &severity, "message",
                                &message),
                   ==, 0);
  g_assert_cmpint (line, ==, 15);
  g_assert_cmpint (column, ==, 29);
  g_assert_cmpstr (severity, ==, "error");
  g_assert_nonnull (strstr (message, "\"Ring #2 instead\""));
}

static void
test_json (void)
{
  g_autofree char *good = corpus ("valid.yaml");
  g_autofree char *bad = corpus ("trap-hash.yaml");
  g_auto (Run) run = { 0 };

  run_check (&run, "--format=json", good, bad);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpstr (run.err, ==, "");
  json_t *root = json_loads (run.out, 0, NULL);
  json_t *files = json_object_get (root, "files");
  g_assert_cmpuint (json_array_size (files), ==, 2);
  assert_good_file (json_array_get (files, 0), good);
  assert_bad_file (json_array_get (files, 1));
  json_decref (root);
}

static void
test_usage (void)
{
  static const char *const wrong[][2] = { { NULL, NULL },
                                          { "--format=xml", "x" },
                                          { "--no-such-option", "x" } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (Run) run = { 0 };
    run_check (&run, wrong[i][0], wrong[i][1], NULL);
    g_assert_cmpint (run.status, ==, 2);
    g_assert_cmpstr (run.out, ==, "");
    g_assert_true (g_str_has_prefix (run.err, "frontdesk check: "));
  }
  g_auto (Run) help = { 0 };
  run_check (&help, "--help", NULL, NULL);
  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.out, "--format"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/good", test_good);
  g_test_add_func ("/check/details", test_details);
  g_test_add_func ("/check/faulty", test_faulty);
  g_test_add_func ("/check/sum", test_sum);
  g_test_add_func ("/check/swedish", test_swedish);
  g_test_add_func ("/check/warning-does-not-fail", test_warning_does_not_fail);
  g_test_add_func ("/check/several", test_several);
  g_test_add_func ("/check/json", test_json);
  g_test_add_func ("/check/usage", test_usage);
  return g_test_run ();
}
