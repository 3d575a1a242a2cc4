/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coached-trainee.h"
#include "scenario/scenario-reader.h"
#include "scoring/scorecard.h"

/* Every bundled scenario, worked by somebody who does what the coach says and nothing else. */

#define STEP_MS 1500

static const char *folder;

static void
explain (const DeskScorecard *card)
{
  (void) card;
}

static void
test_follow (gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, data, "scenario.yaml", NULL);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = desk_scenario_load_from_file (path, &diagnostics);
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskScorecard) card = NULL;

  g_assert_nonnull (scenario);
  recording = coached_shift (scenario, STEP_MS, NULL, NULL);
  card = desk_scorecard_new (recording);
  g_test_message ("%s: %.2f", (const char *) data, card->score);
  explain (card);
  g_assert_true (card->passed);
  if (scenario->level == DESK_LEVEL_TUTORIAL || scenario->level == DESK_LEVEL_BEGINNER)
    g_assert_cmpfloat (card->score, >=, 90);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_strconcat ("/coached-shift/", name, NULL);

    g_test_add_data_func_full (path, g_strdup (name), test_follow, g_free);
  }
  return g_test_run ();
}
