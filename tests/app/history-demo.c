/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <locale.h>
#include <stdlib.h>

#include "cli/paths.h"
#include "history-fixture.h"
#include "history/history.h"
#include "scenario/scenario-reader.h"

/* Fills the user's own history with the shifts of a made-up class, to be looked at in a home made for
 * it: history-demo [SESSIONS [TRAINEES]] */

static const char *const names[] = {
  "Kim Andersson",
  "Åsa Öberg",
  "Alexandra Charlotta Wilhelmina von Hohenstaufen-Löwenskiöld af Ridderstad",
  "يوسف المنصوري",
  "Sven <b>Holm</b> & Co",
  "Ibrahim Yılmaz",
  "Nils_Petter Ek",
  "Marit Sjölund",
};

static DeskScenario *
load (void)
{
  g_autofree char *folder = desk_paths_bundled_scenario ();
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario = desk_scenario_load_from_file (folder, &diagnostics);

  g_assert_nonnull (scenario);
  return scenario;
}

/* They begin hurried and become steady. */
static DeskTrainee
manner (guint n, guint round, guint n_rounds)
{
  if (round * 10 + n % 7 * 2 > n_rounds * 7)
    return DESK_TRAINEE_STEADY;
  return round == 0 && n % 3 == 1 ? DESK_TRAINEE_ABSENT : DESK_TRAINEE_HURRIED;
}

static void
work (const char *path, DeskScenario *scenario, guint n, guint n_trainees, guint n_rounds)
{
  guint trainee = n % n_trainees;
  guint round = n / n_trainees;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) started =
      g_date_time_add_hours (now, -9 - (int) (n_rounds - round) * 24 * 3 - (int) trainee);
  g_autofree char *text = g_date_time_format_iso8601 (started);
  g_autofree char *name = g_strdup_printf ("demo-%u", n);
  const DeskTestShift shift = {
    .trainee = names[trainee],
    .started = text,
    .mode = round % 4 == 3 ? DESK_MODE_EXAM : DESK_MODE_PRACTICE,
    .worked_by = manner (n, round, n_rounds),
    .seed = n,
    .accommodation = trainee == 1 && round % 5 == 2 ? "captions" : NULL,
  };

  g_free (desk_test_history_work (path, scenario, &shift, name));
}

int
main (int argc, char **argv)
{
  guint n_sessions = argc > 1 ? (guint) atoi (argv[1]) : 60;
  guint n_trainees = CLAMP (argc > 2 ? (guint) atoi (argv[2]) : 8, 1, G_N_ELEMENTS (names));
  g_autofree char *path = desk_history_default_path ();
  g_autoptr (DeskScenario) scenario = load ();

  setlocale (LC_ALL, "");
  for (guint n = 0; n < n_sessions; n++)
    work (path, scenario, n, n_trainees, MAX (n_sessions / n_trainees, 1));
  return 0;
}
