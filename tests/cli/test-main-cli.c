/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <stdlib.h>

#include "cli/main-cli.h"

/* A command line, and how the program answers it: what it exits with, or that it opens a window. */
typedef struct {
  const char *line;
  DeskMain result;
  int status;
  const char *output; /* patterns */
  const char *errors;
} Answer;

static const Answer answers[] = {
  { "frontdesk", DESK_MAIN_WINDOW, 0, "", "" },
  { "frontdesk a/scenario.yaml", DESK_MAIN_WINDOW, 0, "", "" },
  { "frontdesk --version", DESK_MAIN_DONE, 0, "frontdesk 0.1.0 (rubric 1)\n", "" },
  { "frontdesk --help", DESK_MAIN_DONE, 0,
    "Usage:*check*simulate*score*render*history*devices*new*", "" },
  { "frontdesk -h", DESK_MAIN_DONE, 0, "Usage:*", "" },
  { "frontdesk --check-display", DESK_MAIN_CHECK_DISPLAY, 0, "", "" },
  { "frontdesk --frobnicate", DESK_MAIN_DONE, 2, "", "*--frobnicate*Usage:*" },
  { "frontdesk a/b --frobnicate", DESK_MAIN_DONE, 2, "", "*--frobnicate*Usage:*" },
  { "frontdesk a/b b", DESK_MAIN_DONE, 2, "", "*one scenario*Usage:*" },
  { "frontdesk a b", DESK_MAIN_DONE, 2, "", "*no command ?a?.*Usage:*" },
  { "frontdesk my-shift", DESK_MAIN_WINDOW, 0, "", "" },
  { "frontdesk chek", DESK_MAIN_DONE, 2, "", "*no command ?chek?. Did you mean ?check?*Usage:*" },
  { "frontdesk simualte x --runs=2", DESK_MAIN_DONE, 2, "", "*Did you mean ?simulate?*Usage:*" },
  { "frontdesk nwe", DESK_MAIN_DONE, 2, "", "*Did you mean ?new?*Usage:*" },
  { "frontdesk new", DESK_MAIN_DONE, 2, "", "Usage: frontdesk new FOLDER\n" },
  { "frontdesk check", DESK_MAIN_DONE, 2, "", "*" },
  { "frontdesk score", DESK_MAIN_DONE, 2, "", "*" },
};

static gboolean
answers_as_expected (const Answer *expected)
{
  g_auto (GStrv) argv = g_strsplit (expected->line, " ", -1);
  int status = 0;
  DeskMain result = desk_main_cli ((int) g_strv_length (argv), argv, &status);

  return result == expected->result && status == expected->status;
}

/* What a test's own harness prints stands around the output that is looked for. */
static void
answer (gconstpointer data)
{
  const Answer *expected = data;

  if (g_test_subprocess ())
    exit (answers_as_expected (expected) ? 0 : 1);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_autofree char *output = g_strconcat ("*", expected->output, "*", NULL);
  g_test_trap_assert_stdout (output);
  g_test_trap_assert_stderr (expected->errors);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *path = g_strdup_printf ("/main-cli/%s", answers[i].line);

    g_strdelimit (path + strlen ("/main-cli/"), "/ ", '_');
    g_test_add_data_func (path, &answers[i], answer);
  }
  return g_test_run ();
}
