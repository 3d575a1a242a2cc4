/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/lexicon.h"

#include <string.h>

static DeskSense
look_up (DeskTongue tongue, const char *word)
{
  return desk_lexicon_look_up (tongue, word, strlen (word));
}

static const struct {
  DeskTongue tongue;
  const char *word;
  guint roles; /* that it must play; 0: that it plays none */
  gint value;
} words[] = {
  { DESK_TONGUE_EN, "zero", DESK_ROLE_NUMBER, 0 },
  { DESK_TONGUE_EN, "and", DESK_ROLE_GLUE | DESK_ROLE_CONJUNCTION, 0 },
  { DESK_TONGUE_EN, "thousand", DESK_ROLE_NUMBER, 1000 },
  { DESK_TONGUE_EN, "third", DESK_ROLE_ORDINAL, 3 },
  { DESK_TONGUE_EN, "triple", DESK_ROLE_MULTIPLE, 3 },
  { DESK_TONGUE_EN, "o'clock", DESK_ROLE_OCLOCK, 0 },
  { DESK_TONGUE_EN, "noon", DESK_ROLE_TWELVE, 720 },
  { DESK_TONGUE_EN, "isn't", DESK_ROLE_NEGATION, 0 },
  { DESK_TONGUE_EN, "needn't", DESK_ROLE_NEGATION, 0 },
  { DESK_TONGUE_EN, "without", DESK_ROLE_NEGATION, 0 },
  { DESK_TONGUE_EN, "years", DESK_ROLE_MEASURE, 0 },
  { DESK_TONGUE_EN, "a", 0, 0 },
  { DESK_TONGUE_EN, "", 0, 0 },
  { DESK_TONGUE_EN, "yearss", 0, 0 },
  { DESK_TONGUE_EN, "zzz", 0, 0 },
  { DESK_TONGUE_EN, "seventeenth", DESK_ROLE_ORDINAL, 17 },
  { DESK_TONGUE_EN, "fyra", 0, 0 },
  { DESK_TONGUE_SV, "åttonde", DESK_ROLE_ORDINAL, 8 },
  { DESK_TONGUE_SV, "i", DESK_ROLE_TO | DESK_ROLE_FILLER, 0 },
  { DESK_TONGUE_SV, "utan", DESK_ROLE_WITHOUT, 0 },
  { DESK_TONGUE_SV, "aderton", DESK_ROLE_NUMBER, 18 },
  { DESK_TONGUE_SV, "över", DESK_ROLE_PAST, 0 },
  { DESK_TONGUE_SV, "tvåtiden", DESK_ROLE_NUMBER, 2 },
  { DESK_TONGUE_SV, "nollåtta", DESK_ROLE_NUMBER, -1 },
  { DESK_TONGUE_SV, "fyrtiofyrahundrasjutton", DESK_ROLE_NUMBER, 4417 },
  { DESK_TONGUE_SV, "tjugoförsta", DESK_ROLE_NUMBER, 21 },
  { DESK_TONGUE_SV, "enhet", 0, 0 },
  { DESK_TONGUE_SV, "sexa", 0, 0 },
  { DESK_TONGUE_SV, "tiden", 0, 0 },
  { DESK_TONGUE_SV, "fyraochtjugo", 0, 0 },
  { DESK_TONGUE_SV, "tretretretretretretretretretretretretre", 0, 0 }, /* more than there is room */
  { DESK_TONGUE_OTHER, "not", 0, 0 },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    DeskSense sense = look_up (words[i].tongue, words[i].word);

    g_test_message ("%s", words[i].word);
    if (words[i].roles == 0)
      g_assert_cmpuint (sense.roles, ==, 0);
    g_assert_cmpuint (sense.roles & words[i].roles, ==, words[i].roles);
    g_assert_cmpint (sense.value, ==, words[i].value);
  }
}

static void
append_below_hundred (GString *word, gint n)
{
  static const char *const small[] = { "",       "ett",    "två",     "tre",     "fyra",
                                       "fem",    "sex",    "sju",     "åtta",    "nio",
                                       "tio",    "elva",   "tolv",    "tretton", "fjorton",
                                       "femton", "sexton", "sjutton", "arton",   "nitton" };
  static const char *const tens[] = { "tjugo",  "trettio", "fyrtio", "femtio",
                                      "sextio", "sjuttio", "åttio",  "nittio" };

  if (n >= 20)
    g_string_append (word, tens[n / 10 - 2]);
  g_string_append (word, small[n < 20 ? n : n % 10]);
}

/* Every Swedish number under ten thousand, in one word. */
static void
test_swedish_numbers (void)
{
  for (gint n = 1; n < 10000; n++) {
    g_autoptr (GString) word = g_string_new (NULL);
    DeskSense sense;

    if (n >= 1000) {
      append_below_hundred (word, n / 1000);
      g_string_append (word, "tusen");
    }
    if (n % 1000 >= 100) {
      append_below_hundred (word, n % 1000 / 100);
      g_string_append (word, "hundra");
    }
    append_below_hundred (word, n % 100);
    sense = look_up (DESK_TONGUE_SV, word->str);
    g_assert_cmpuint (sense.roles & DESK_ROLE_NUMBER, !=, 0);
    g_assert_cmpint (sense.value, ==, n);
  }
}

static void
test_tongues (void)
{
  g_assert_cmpint (desk_tongue_from_tag ("en"), ==, DESK_TONGUE_EN);
  g_assert_cmpint (desk_tongue_from_tag ("en-GB"), ==, DESK_TONGUE_EN);
  g_assert_cmpint (desk_tongue_from_tag ("SV-fi"), ==, DESK_TONGUE_SV);
  g_assert_cmpint (desk_tongue_from_tag ("enm"), ==, DESK_TONGUE_OTHER);
  g_assert_cmpint (desk_tongue_from_tag ("fi"), ==, DESK_TONGUE_OTHER);
  g_assert_cmpint (desk_tongue_from_tag (""), ==, DESK_TONGUE_OTHER);
  g_assert_cmpint (desk_tongue_from_tag (NULL), ==, DESK_TONGUE_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/words", test_words);
  g_test_add_func ("/lexicon/swedish-numbers", test_swedish_numbers);
  g_test_add_func ("/lexicon/tongues", test_tongues);
  return g_test_run ();
}
