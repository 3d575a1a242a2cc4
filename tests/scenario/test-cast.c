/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/cast.h"

#include "scenario/scenario-reader.h"

static const char head[] = "format: 1\n"
                           "title: Trial\n"
                           "language: en\n"
                           "country: gb\n"
                           "lines: 4\n"
                           "duration: 9:00\n"
                           "organisation: Trial\n"
                           "voices: {gruff: male-4}\n"
                           "people:\n"
                           "  - {id: eva, name: Eva Moss, extension: 1, voice: gruff,"
                           " says: {answer: {text: Eva.}}}\n"
                           "  - {id: dumb, name: Dumb Moss, extension: 2}\n"
                           "calls:\n";

/* `n` calls in the order of the file, "c0" last in time; those of which `skipped` is are left out. */
static DeskScenario *
scenario_of (guint n, guint skipped)
{
  g_autoptr (GString) yaml = g_string_new (head);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario;

  for (guint i = 0; i < n; i++)
    if (i != skipped)
      g_string_append_printf (yaml,
                              "  - {id: c%u, at: %u, caller: {given: Al}, expect: {do: decline},"
                              " says: {opening: {text: Hello}}}\n",
                              i, 400 - i);
  scenario = desk_scenario_load_from_data (yaml->str, yaml->len, "x", NULL, &diagnostics);
  g_assert_nonnull (scenario);
  return scenario;
}

static const char *
voice_of (const DeskCast *cast, const DeskScenario *scenario, guint call)
{
  g_autofree char *id = g_strdup_printf ("c%u", call);

  return desk_cast_get_call (cast, desk_scenario_find_call (scenario, id));
}

static void
test_nobody_shares (void)
{
  g_autoptr (DeskScenario) scenario = scenario_of (17, G_MAXUINT);
  g_autoptr (DeskCast) cast = desk_cast_new (scenario, NULL);
  g_autoptr (GHashTable) voices = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (desk_cast_get_person (cast, scenario->people[0]), ==, "male-4");
  g_hash_table_add (voices, (gpointer) "male-4");
  for (guint i = 0; i < 17; i++)
    g_assert_true (g_hash_table_add (voices, (gpointer) voice_of (cast, scenario, i)));
}

/* More speakers than voices: nobody has a third before everybody has a second. */
static void
test_sharing_is_even (void)
{
  g_autoptr (DeskScenario) scenario = scenario_of (35, G_MAXUINT);
  g_autoptr (DeskCast) cast = desk_cast_new (scenario, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < 35; i++) {
    gpointer voice = (gpointer) voice_of (cast, scenario, i);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, voice)) + 1;

    g_assert_cmpuint (n, <=, 2);
    g_hash_table_insert (counts, voice, GUINT_TO_POINTER (n));
  }
}

/* A synthesiser's own voice, written so, is that of the list which sounds the same. */
static void
test_written_by_its_own_name (void)
{
  g_autoptr (GString) yaml = g_string_new (head);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = NULL;
  g_autoptr (DeskCast) cast = NULL;

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (yaml,
                            "  - {id: c%u, at: %u, caller: {given: Al}, expect: {do: decline},"
                            "%s says: {opening: {text: Hello}}}\n",
                            i, i, i == 15 ? " voice: espeak:en-gb-x-rp," : "");
  scenario = desk_scenario_load_from_data (yaml->str, yaml->len, "x", NULL, &diagnostics);
  g_assert_nonnull (scenario);
  cast = desk_cast_new (scenario, NULL);
  for (guint i = 0; i < 15; i++)
    g_assert_cmpstr (voice_of (cast, scenario, i), !=, "male-9");
}

static void
test_stays_when_calls_are_added (void)
{
  g_autoptr (DeskScenario) before = scenario_of (12, G_MAXUINT);
  g_autoptr (DeskScenario) longer = scenario_of (16, G_MAXUINT);
  g_autoptr (DeskScenario) without = scenario_of (12, 5);
  g_autoptr (DeskCast) cast = desk_cast_new (before, NULL);
  g_autoptr (DeskCast) cast_longer = desk_cast_new (longer, NULL);
  g_autoptr (DeskCast) cast_without = desk_cast_new (without, NULL);
  guint n_changed = 0;

  for (guint i = 0; i < 12; i++) {
    g_assert_cmpstr (voice_of (cast, before, i), ==, voice_of (cast_longer, longer, i));
    if (i == 5)
      continue;
    if (i < 5)
      g_assert_cmpstr (voice_of (cast, before, i), ==, voice_of (cast_without, without, i));
    n_changed += !g_str_equal (voice_of (cast, before, i), voice_of (cast_without, without, i));
  }
  g_assert_cmpuint (n_changed, <=, 3);
}

static void
test_what_was_kept_stays (void)
{
  g_autoptr (DeskScenario) scenario = scenario_of (12, G_MAXUINT);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DeskCast) cast = NULL;
  guint n = 0;

  g_hash_table_insert (kept, (gpointer) "c7", (gpointer) "female-2");
  g_hash_table_insert (kept, (gpointer) "people/eva", (gpointer) "female-3");
  cast = desk_cast_new (scenario, kept);
  for (guint i = 0; i < 12; i++)
    n += g_str_equal (voice_of (cast, scenario, i), "female-2");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (voice_of (cast, scenario, 7), ==, "female-2");
  /* What the author wrote goes first. */
  g_assert_cmpstr (desk_cast_get_person (cast, scenario->people[0]), ==, "male-4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cast/nobody-shares", test_nobody_shares);
  g_test_add_func ("/cast/sharing-is-even", test_sharing_is_even);
  g_test_add_func ("/cast/own-name", test_written_by_its_own_name);
  g_test_add_func ("/cast/stays", test_stays_when_calls_are_added);
  g_test_add_func ("/cast/kept", test_what_was_kept_stays);
  return g_test_run ();
}
