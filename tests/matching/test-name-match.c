/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/name-match.h"

/* Other spellings of both parts are separated by spaces. */
static const struct {
  const char *given;
  const char *surname;
  const char *accept;
  const char *written;
  double thirds; /* three times the value, or the value where the key has one part */
} names[] = {
  { "Åsa", "Lindqvist", "", "Åsa Lindqvist", 3 },
  { "Åsa", "Lindqvist", "", "  ÅSA   lindqvist. ", 3 },
  { "Åsa", "Lindqvist", "", "A\xcc\x8asa Lindqvist", 3 },
  { "Åsa", "Lindqvist", "", "Lindqvist, Åsa", 3 },
  { "Åsa", "Lindqvist", "", "Asa Lindkvist", 1 },
  { "Åsa", "Lindqvist", "", "Åsa Lindkvist", 2 },
  { "Åsa", "Lindqvist", "Lindkvist", "Åsa Lindkvist", 3 },
  { "Åsa", "Lindqvist", "Lindkvist", "Åsa Lindkvis", 2 },
  { "Åsa", "Lindqvist", "", "Åsa Lindqvits", 2 },
  { "Åsa", "Lindqvist", "", "Åsa Lindkvits", 1 },
  { "Åsa", "Lindqvist", "", "Lindqvist", 2 },
  { "Åsa", "Lindqvist", "", "Åsa", 1 },
  { "Åsa", "Lindqvist", "", "Lindqvist Åsa", 0 },
  { "Åsa", "Lindqvist", "", "Fru Lindqvist", 2 },
  { "Åsa", "Lindqvist", "", "fröken Åsa Lindqvist", 3 },
  { "Åsa", "Lindqvist", "", "Lindqvist, fru Åsa", 3 },
  { "Åsa", "Lindqvist", "", "Lindqvist, Åsa, Dr.", 3 },
  { "Åsa", "Lindqvist", "", "Åsa Maria Lindqvist", 2 },
  { "Åsa", "Lindqvist", "", "", 0 },
  { "Åsa", "Lindqvist", "", ",", 0 },
  { "Åsa", "Lindqvist", "", "Erik Öberg", 0 },
  { "Anna-Karin", "von Essen", "", "Anna-Karin von Essen", 3 },
  { "Anna-Karin", "von Essen", "", "Anna Karin von Essen", 2.5 },
  { "Anna-Karin", "von Essen", "", "Dr Anna-Karin von Esen", 2 },
  { "Åke", "Berg", "", "Åke Borg", 1 }, /* four letters: no half marks */
  { "Ann", "Smith", "", "Mrs. Ann Smyth", 2 },
  { "Ann", "Smith", "", "Prof Ann SMITH", 3 },
  { "Ann", "O'Brien", "",
    "Ann O\xe2\x80\x99"
    "Brien",
    3 },
  { "Ann", "O'Brien", "", "Ann OBrien", 2 },
  { "Jean Luc", "Ek", "", "Jean Luc Ek", 3 },
  { "Maria", "Herr", "", "Maria Herr", 3 }, /* a surname that looks like a title */
  { "Maria", "Herr", "", "Fru Maria Herr", 3 },
  { "Maria", "Herr", "", "Herr, fru Maria", 3 },
  { "Dr Åsa", "Lindqvist", "", "Åsa Lindqvist", 3 },
  { "Dr Åsa", "Lindqvist", "", "Dr. Åsa Lindqvist", 3 },
  { "Dr Åsa", "Lindqvist", "", "Fru Åsa Lindqvist", 3 },
  { "Bo", "D'Arc", "", "Bo D'Ark", 1 }, /* four letters and a mark */
  { "Bo", "D'Arcy", "", "Bo D'Arki", 1 },
  { "Bo", "D'Arcy", "", "Bo D'Arci", 2 },
  { "", "Lindqvist", "", "Åsa Lindqvist", 1 },
  { "", "Lindqvist", "", "Herr Lindqvist", 1 },
  { "", "Lindqvist", "", "Lindkvist", .5 },
  { "", "Lindqvist", "", "Lind", 0 },
  { "Robert", "", "Bob", "Bob", 1 },
  { "Robert", "", "", "Roberta", .5 },
  { "Robert", "", "", "Robert Smith", 1 },
};

static DeskNameKey
key_for (gsize i)
{
  g_auto (GStrv) accept = g_strsplit (names[i].accept, " ", -1);
  DeskNameKey key;

  desk_name_key_init (&key, names[i].given, (const char *const *) accept, names[i].surname,
                      (const char *const *) accept);
  return key;
}

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    DeskNameKey key = key_for (i);
    gboolean has_both = desk_name_key_has_part (&key, DESK_NAME_GIVEN) &&
                        desk_name_key_has_part (&key, DESK_NAME_SURNAME);
    DeskNameValue value = desk_name_key_score (&key, names[i].written);

    g_test_message ("%s %s: %s", names[i].given, names[i].surname, names[i].written);
    g_assert_true (desk_name_key_applies (&key));
    g_assert_true (G_APPROX_VALUE (value.value * (has_both ? 3 : 1), names[i].thirds, 1e-9));
    desk_name_key_clear (&key);
  }
}

static void
test_no_name (void)
{
  DeskNameKey key;

  desk_name_key_init (&key, NULL, NULL, "", NULL);
  g_assert_false (desk_name_key_applies (&key));
  g_assert_cmpfloat (desk_name_key_score (&key, "Åsa").value, ==, 0);
  desk_name_key_clear (&key);
}

static void
test_hostile_name (void)
{
  g_autofree char *letters = g_strnfill (100000, 'a');
  g_autoptr (GString) words = g_string_new (NULL);
  DeskNameKey key = key_for (0);

  while (words->len < 100000)
    g_string_append (words, "lindqvist,mr ");
  g_test_timer_start ();
  g_assert_cmpfloat (desk_name_key_score (&key, letters).value, ==, 0);
  desk_name_key_score (&key, words->str);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 1);
  desk_name_key_clear (&key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-match/names", test_names);
  g_test_add_func ("/name-match/no-name", test_no_name);
  g_test_add_func ("/name-match/hostile-name", test_hostile_name);
  return g_test_run ();
}
