/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/presence-words.h"
#include "page-fixture.h"

#define MINUTE G_GINT64_CONSTANT (60000)

static const DeskPresenceSpan comes_back[] = {
  { 0, DESK_PRESENCE_AVAILABLE },
  { 4 * MINUTE, DESK_PRESENCE_AWAY },
  { 7 * MINUTE, DESK_PRESENCE_AVAILABLE },
};

static const DeskPresenceSpan by_stages[] = {
  { 0, DESK_PRESENCE_DO_NOT_DISTURB },
  { 2 * MINUTE, DESK_PRESENCE_BUSY },
  { 65 * MINUTE, DESK_PRESENCE_AVAILABLE },
  { 66 * MINUTE, DESK_PRESENCE_AWAY },
};

static const struct {
  const DeskPresenceSpan *presence;
  guint n_presence;
  gint64 t_ms;
  gint64 returns_ms;
  const char *in_short;
  const char *in_long;
} cases[] = {
  { comes_back, 3, 0, -1, "Available", "Available" },
  { comes_back, 3, 4 * MINUTE - 1, -1, "Available", "Available" },
  { comes_back, 3, 4 * MINUTE, 7 * MINUTE, "Back in 3 min", "Away, back in 3 min" },
  { comes_back, 3, 5 * MINUTE - 1, 7 * MINUTE, "Back in 3 min", "Away, back in 3 min" },
  { comes_back, 3, 5 * MINUTE, 7 * MINUTE, "Back in 2 min", "Away for 1 min, back in 2 min" },
  { comes_back, 3, 6 * MINUTE + 20000, 7 * MINUTE, "Back in 1 min",
    "Away for 2 min, back in 1 min" },
  { comes_back, 3, 7 * MINUTE - 1, 7 * MINUTE, "Back in 1 min", "Away for 2 min, back in 1 min" },
  { comes_back, 3, 9 * MINUTE, -1, "Available", "Available for 2 min" },
  /* Busy is not back. */
  { by_stages, 4, 0, 65 * MINUTE, "Free in 65 min", "Do not disturb, back in 65 min" },
  { by_stages, 4, 3 * MINUTE, 65 * MINUTE, "Free in 62 min", "Busy for 1 min, back in 62 min" },
  { by_stages, 4, 69 * MINUTE, -1, "Away for 3 min", "Away for 3 min" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const DeskPerson person = { .presence = cases[i].presence, .n_presence = cases[i].n_presence };
    g_autofree char *in_short = desk_presence_words_short (&person, cases[i].t_ms);
    g_autofree char *in_long = desk_presence_words_long (&person, cases[i].t_ms);

    g_assert_cmpint (desk_presence_returns_ms (&person, cases[i].t_ms), ==, cases[i].returns_ms);
    g_assert_cmpstr (in_short, ==, cases[i].in_short);
    g_assert_cmpstr (in_long, ==, cases[i].in_long);
  }
}

/* Peter was busy before the session began: since when and until when nobody can tell. */
static void
test_unknown (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  const DeskPerson *peter = desk_scenario_find_person (scenario, "peter");
  g_autofree char *in_short = desk_presence_words_short (peter, 425000);
  g_autofree char *in_long = desk_presence_words_long (peter, 425000);

  g_assert_cmpstr (in_short, ==, "Busy");
  g_assert_cmpstr (in_long, ==, "Busy");
}

/* Whoever the trainee speaks with is not simply available. */
static void
test_with (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  const DeskState *state = desk_session_get_state (session);
  const DeskPerson *anna = scenario->people[0];
  const DeskCommand consult = { .type = DESK_COMMAND_CONSULT, .line = 2, .to = anna };
  const DeskCommand cancel = { .type = DESK_COMMAND_CANCEL, .line = 2 };

  g_assert_cmpint (desk_person_presence_at (anna, 0), ==, DESK_PRESENCE_AVAILABLE);
  desk_session_advance (session, 3000);
  desk_test_session_answer (session, 2, 4000);
  g_assert_null (desk_presence_words_with (state, anna));
  desk_session_dispatch (session, &consult, 6000);
  g_assert_cmpstr (desk_presence_words_with (state, anna), ==, "Ringing");
  g_assert_null (desk_presence_words_with (state, scenario->people[1]));
  desk_session_advance (session, 12000);
  g_assert_cmpstr (desk_presence_words_with (state, anna), ==, "Talking to you");
  desk_session_dispatch (session, &cancel, 13000);
  g_assert_null (desk_presence_words_with (state, anna));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presence-words/cases", test_cases);
  g_test_add_func ("/presence-words/unknown", test_unknown);
  g_test_add_func ("/presence-words/with", test_with);
  return g_test_run ();
}
