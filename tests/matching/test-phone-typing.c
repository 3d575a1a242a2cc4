/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "matching/phone-typing.h"

/* "|" is the caret. */
static const struct {
  DeskCountry country;
  DeskCaretSide side;
  const char *before;
  const char *after;
} cases[] = {
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "0701|", "070-1|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "070-174 06 05|", "070-174 06 05|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "0705|-174 06", "070-5|17 40 6" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "070|174 06 05", "070|-174 06 05" }, /* "-" rubbed out */
  { DESK_COUNTRY_SE, DESK_CARET_AHEAD, "070|174 06 05", "070-|174 06 05" },  /* "-" deleted */
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "070-17|06 05", "070-17|0 60 5" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "|701740605", "|701740605" }, /* no such area */
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "0|701740605", "0|70-174 06 05" },
  { DESK_COUNTRY_SE, DESK_CARET_AHEAD, "|0701740605", "|070-174 06 05" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "+467|01740605", "+46 7|0 174 06 05" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "00467|", "0046 7|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "+4412|", "+44 12|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "+331|23", "+331|23" }, /* not one of the eight */
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "070174060512|", "070174060512|" },
  /* What people write beside digits is theirs. */
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "(070) 1740605|", "(070) 1740605|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "070.1740605|", "070.1740605|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "+46 (0)701740605|", "+46 (0)701740605|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "0701740605 efter tre|", "0701740605 efter tre|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "070+1|", "070+1|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "–0701|", "–0701|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, "|", "|" },
  { DESK_COUNTRY_SE, DESK_CARET_BEHIND, " -|", " -|" },
  { DESK_COUNTRY_GB, DESK_CARET_BEHIND, "01632960|123", "01632 960|123" },
  { DESK_COUNTRY_US, DESK_CARET_BEHIND, "212555|0123", "212-555|-0123" },
  { DESK_COUNTRY_US, DESK_CARET_BEHIND, "01146701740605|", "01146 70 174 06 05|" },
};

static char *
take_caret (const char *marked, guint *caret)
{
  const char *mark = strchr (marked, '|');
  g_autofree char *before = g_strndup (marked, (gsize) (mark - marked));

  *caret = (guint) g_utf8_strlen (before, -1);
  return g_strconcat (before, mark + 1, NULL);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint caret = 0, expected_caret = 0;
    g_autofree char *typed = take_caret (cases[i].before, &caret);
    g_autofree char *expected = take_caret (cases[i].after, &expected_caret);
    g_autofree char *grouped =
        desk_phone_typing_group (typed, cases[i].country, cases[i].side, &caret);

    g_test_message ("%s", cases[i].before);
    g_assert_cmpstr (grouped, ==, expected);
    g_assert_cmpuint (caret, ==, expected_caret);
  }
}

static char *
digits_of (const char *text, gsize length)
{
  GString *digits = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]) || text[i] == '+')
      g_string_append_c (digits, text[i]);
  return g_string_free (digits, FALSE);
}

static void
assert_same_digits (const char *a, gsize a_length, const char *b, gsize b_length)
{
  g_autofree char *a_digits = digits_of (a, a_length);
  g_autofree char *b_digits = digits_of (b, b_length);

  g_assert_cmpstr (a_digits, ==, b_digits);
}

/* Whatever is typed: the digits stay, those before the caret stay before it, and to group twice is
 * to group once. */
static void
test_digits_and_caret_stay (void)
{
  static const char letters[] = "00011234567890 -+";

  for (guint round = 0; round < 50000; round++) {
    DeskCountry country = (DeskCountry) g_test_rand_int_range (0, DESK_N_COUNTRIES);
    DeskCaretSide side = (DeskCaretSide) g_test_rand_int_range (0, 2);
    gsize length = (gsize) g_test_rand_int_range (0, 18);
    char typed[20] = "";
    guint caret, again_caret;
    g_autofree char *grouped = NULL;
    g_autofree char *again = NULL;
    guint typed_caret;

    for (gsize i = 0; i < length; i++)
      typed[i] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
    typed_caret = caret = (guint) g_test_rand_int_range (0, (gint32) length + 1);
    grouped = desk_phone_typing_group (typed, country, side, &caret);
    assert_same_digits (typed, length, grouped, strlen (grouped));
    g_assert_cmpuint (caret, <=, strlen (grouped));
    assert_same_digits (typed, typed_caret, grouped, caret);
    again_caret = caret;
    again = desk_phone_typing_group (grouped, country, side, &again_caret);
    g_assert_cmpstr (again, ==, grouped);
    g_assert_cmpuint (again_caret, ==, caret);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-typing/cases", test_cases);
  g_test_add_func ("/phone-typing/digits-and-caret-stay", test_digits_and_caret_stay);
  return g_test_run ();
}
