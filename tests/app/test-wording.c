/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>

#include "app/wording.h"
#include "page-fixture.h"

static void
test_clock (void)
{
  static const struct {
    gint64 t_ms;
    const char *words;
  } cases[] = {
    { 0, "00:00" },       { 999, "00:00" },       { 1000, "00:01" },        { 554999, "09:14" },
    { 3599999, "59:59" }, { 3600000, "1:00:00" }, { 36061000, "10:01:01" }, { -5, "00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = desk_wording_clock (cases[i].t_ms);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_caller (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autofree char *named = desk_wording_caller (scenario->calls[0], scenario->country);
  g_autofree char *withheld = desk_wording_caller (scenario->calls[1], scenario->country);
  g_autofree char *numbered = NULL;
  DeskCall call = *scenario->calls[0];

  call.display_name = "";
  numbered = desk_wording_caller (&call, scenario->country);
  g_assert_cmpstr (named, ==, "Lindqvist, Åsa");
  g_assert_cmpstr (withheld, ==, "Number withheld");
  g_assert_cmpstr (numbered, ==, "070-174 06 05");
}

static void
test_position (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  static const char *const expected[][2] = {
    { "erik", "Site manager, Projects" },
    { "anna1", "Finance" },
    { "peter", "Accountant" },
    { "oberg", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *words =
        desk_wording_position (desk_scenario_find_person (scenario, expected[i][0]));

    g_assert_cmpstr (words, ==, expected[i][1]);
  }
}

static void
test_briefing (void)
{
  static const char *const expected[][2] = {
    { "", "This scenario has no briefing." },
    { " \n \n", "This scenario has no briefing." },
    { "One line.", "One line." },
    { "One\nline.\n", "One line." },
    { "One\nline.\n\nAnother\none.\n", "One line.\n\nAnother one." },
    { "One\nline.\n \n\nÖvrigt.", "One line.\n\nÖvrigt." },
    { "1. First\n   of all.\n2. Then.\n\n3. Last.", "1. First of all.\n2. Then.\n\n3. Last." },
    { "Know:\n  - this\n    well\n  - that - too", "Know:\n- this well\n- that - too" },
    { "In\n1999 and\n2.5 more", "In 1999 and 2.5 more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    DeskScenario scenario = { .briefing = expected[i][0] };
    g_autofree char *words = desk_wording_briefing (&scenario);

    g_assert_cmpstr (words, ==, expected[i][1]);
  }
}

static void
test_duration (void)
{
  static const struct {
    gint64 ms;
    const char *words;
  } expected[] = {
    { 60000, "1 minute" }, { 480000, "8 minutes" },   { 510000, "8 min 30 s" },
    { 45000, "45 s" },     { 750000, "12 min 30 s" }, { 0, "0 s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *words = desk_wording_duration (expected[i].ms);

    g_assert_cmpstr (words, ==, expected[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/clock", test_clock);
  g_test_add_func ("/wording/caller", test_caller);
  g_test_add_func ("/wording/position", test_position);
  g_test_add_func ("/wording/briefing", test_briefing);
  g_test_add_func ("/wording/duration", test_duration);
  return g_test_run ();
}
