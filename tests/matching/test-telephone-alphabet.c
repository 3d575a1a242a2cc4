/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/telephone-alphabet.h"

static const struct {
  const char *text;
  const char *swedish;
  const char *icao;
} cases[] = {
  { "", "", "" },
  { "  ", "", "" },
  { "Åsa", "Åke Sigurd Adam", "Alfa Alfa Sierra Alfa" },
  { "Åsa", "Åke Sigurd Adam", "Alfa Alfa Sierra Alfa" }, /* decomposed */
  { "Li  Qvist", "Ludvig Ivar – Qvintus Viktor Ivar Sigurd Tore",
    "Lima India – Quebec Victor India Sierra Tango" },
  { "Öz-Ä", "Östen Zäta bindestreck Ärlig", "Oscar Echo Zulu hyphen Alfa Echo" },
  { "René", "Rudolf Erik Niklas Erik med accent", "Romeo Echo November Echo" },
  { "Ñu", "Niklas Urban", "November Uniform" },
  { "Voß", "Viktor Olof Sigurd Sigurd", "Victor Oscar Sierra Sierra" },
  { "X2, O'B", "Xerxes 2 , – Olof ' Bertil", "X-ray 2 , – Oscar ' Bravo" },
  { "Ωμ", "Ω μ", "Ω μ" },
  { "a\xff"
    "b",
    "Adam � Bertil", "Alfa � Bravo" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *swedish = desk_alphabet_spell (cases[i].text, DESK_ALPHABET_SWEDISH);
    g_autofree char *icao = desk_alphabet_spell (cases[i].text, DESK_ALPHABET_ICAO);

    g_assert_cmpstr (swedish, ==, cases[i].swedish);
    g_assert_cmpstr (icao, ==, cases[i].icao);
  }
}

/* Each name of an alphabet begins with its letter, or it would be of no use. */
static void
test_names_begin_with_their_letter (void)
{
  for (guint alphabet = 0; alphabet < DESK_N_ALPHABETS; alphabet++)
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      const char *name = desk_alphabet_letter ((DeskAlphabet) alphabet, (gunichar) letter);

      g_assert_cmpint (name[0], ==, letter);
      g_assert_true (name == desk_alphabet_letter ((DeskAlphabet) alphabet,
                                                   (gunichar) g_ascii_tolower (letter)));
    }
  g_assert_null (desk_alphabet_letter (DESK_ALPHABET_ICAO, '7'));
}

static void
test_long_text_is_cut (void)
{
  g_autofree char *text = g_strnfill (1000, 'e');
  g_autofree char *spelled = desk_alphabet_spell (text, DESK_ALPHABET_ICAO);

  g_assert_true (g_str_has_suffix (spelled, "Echo …"));
  g_assert_cmpuint (g_utf8_strlen (spelled, -1), ==, DESK_MOST_SPELLED * 5 + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/telephone-alphabet/cases", test_cases);
  g_test_add_func ("/telephone-alphabet/names", test_names_begin_with_their_letter);
  g_test_add_func ("/telephone-alphabet/long", test_long_text_is_cut);
  return g_test_run ();
}
