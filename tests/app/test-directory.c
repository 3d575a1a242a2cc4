/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>

#include "app/directory-index.h"
#include "page-fixture.h"

/* The ids of those found, in their order. */
static const struct {
  const char *text;
  const char *ids;
} found_cases[] = {
  { "", "anna1 anna2 erik oberg peter" },
  { "   ", "anna1 anna2 erik oberg peter" },
  { "er", "erik" }, /* the beginning of a word: not Oberg, not Peter */
  { "ÖBERG", "erik oberg" },
  { "öberg", "erik oberg" },
  { "ober", "erik oberg" },
  { "sjolund", "peter" },
  { "20", "anna1 anna2 erik oberg" },
  { "204", "anna2" },
  { "anna stores", "anna2" },
  { "stores anna", "anna2" },
  { "anna2", "anna2" },
  { "proj", "erik" },
  { "anna projects", "" },
  { "<b>", "anna1 anna2" }, /* marks are no letters: as "b" */
  { "αβγ", "" },
};

static const struct {
  const char *text;
  const char *id; /* NULL: nobody, or not one alone */
} resolved_cases[] = {
  { "erik", "erik" },         { "ERIK", "erik" }, { "Erik Öberg", "erik" },
  { " erik öberg ", "erik" }, { "201", "erik" },  { "Erik Oberg", NULL },
  { "Erik", "erik" },         { "Lars", NULL },   { "Anna Berg", NULL },
  { "anna2", "anna2" },       { "20", NULL },     { "", NULL },
};

static void
test_find (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskDirectoryIndex) index = desk_directory_index_new (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (found_cases); i++) {
    g_autoptr (GPtrArray) found = desk_directory_index_find (index, found_cases[i].text);
    g_autoptr (GString) ids = g_string_new (NULL);

    for (guint n = 0; n < found->len; n++) {
      const DeskPerson *person = found->pdata[n];

      g_string_append_printf (ids, "%s%s", n > 0 ? " " : "", person->id);
      g_assert_true (desk_directory_index_matches (index, person, found_cases[i].text));
    }
    g_test_message ("“%s”", found_cases[i].text);
    g_assert_cmpstr (ids->str, ==, found_cases[i].ids);
  }
}

static void
test_resolve (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskDirectoryIndex) index = desk_directory_index_new (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (resolved_cases); i++) {
    const DeskPerson *person = desk_directory_index_resolve (index, resolved_cases[i].text);

    g_test_message ("“%s”", resolved_cases[i].text);
    g_assert_cmpstr (person != NULL ? person->id : NULL, ==, resolved_cases[i].id);
  }
}

static void
test_thousand_people_are_quick (void)
{
  g_autoptr (GString) yaml = g_string_new ("format: 1\n"
                                           "title: A crowd\n"
                                           "language: en\n"
                                           "country: gb\n"
                                           "lines: 1\n"
                                           "duration: 8:00\n"
                                           "organisation: Crowd\n"
                                           "people:\n");
  g_autoptr (DeskScenario) scenario = NULL;
  g_autoptr (DeskDirectoryIndex) index = NULL;
  gint64 start_us;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (
        yaml,
        "  - {id: p%u, name: Pérsephone Quite-Longname %u, department: Crowd, extension: %u}\n", i,
        i, 1000 + i);
  g_string_append (yaml, "calls:\n"
                         "  - id: only\n"
                         "    at: 0:02\n"
                         "    caller: {given: Ann}\n"
                         "    says: {opening: {text: Hello}}\n"
                         "    expect: {do: decline}\n");
  scenario = desk_test_scenario_new (yaml->str);
  index = desk_directory_index_new (scenario);
  start_us = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++) {
    g_autoptr (GPtrArray) found = desk_directory_index_find (index, "perse quite 99");

    g_assert_cmpuint (found->len, ==, 11); /* 99 and 990 to 999 */
  }
  /* A frame for a keystroke, with much to spare for a busy machine. */
  g_assert_cmpint ((g_get_monotonic_time () - start_us) / 20, <, 16700);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directory/find", test_find);
  g_test_add_func ("/directory/resolve", test_resolve);
  g_test_add_func ("/directory/thousand", test_thousand_people_are_quick);
  return g_test_run ();
}
