/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/wording.h"

typedef enum {
  ABSENT,
  PLAIN,
  NEGATED,
  UNTIL, /* negated for who denies it, plain for who says it */
} Find;

/* How the first find of a wording stands in a text. */
static const struct {
  const char *language;
  const char *wording;
  const char *text;
  Find find;
} cases[] = {
  { "sv", "betald", "Fakturan är betald.", PLAIN },
  { "sv", "betald", "Fakturan är inte betald.", NEGATED },
  { "sv", "betald", "Den är inte ännu helt betald.", NEGATED },
  { "sv", "betald", "Den är inte så vitt känt helt betald.", PLAIN }, /* five words before */
  { "sv", "levererades", "De levererades inte.", NEGATED },
  { "sv", "levererades", "De levererades tyvärr ej.", NEGATED },
  { "sv", "levererades", "De levererades i går inte.", PLAIN }, /* three words after */
  { "sv", "betald", "Inte levererad, betald.", PLAIN },
  { "sv", "betald", "Inte levererad. Betald.", PLAIN },
  { "sv", "betald", "Inte levererad men betald.", PLAIN },
  { "sv", "ring", "Är inte betald och ring upp.", PLAIN },
  { "sv", "betald", "Inte levererad utan betald.", PLAIN },
  { "sv", "moms", "Priset är utan moms.", NEGATED },
  { "sv", "betald", "Betald: nej.", NEGATED },
  { "sv", "betald", "Nej 4417 betald.", PLAIN },
  { "sv", "betald", "Inte bara betald.", PLAIN },
  { "sv", "ring", "Ring inte senare än tre.", PLAIN },
  { "sv", "offert", "Ingen offert har kommit.", NEGATED },
  { "sv", "inte komma", "Hon kan inte komma.", PLAIN },
  { "sv", "ny offert", "Ny, helt annan offert.", PLAIN },
  { "sv", "ny offert", "Ny takpanna och sedan en offert.", ABSENT }, /* window of four */
  { "sv", "ny offert", "Offert ny.", ABSENT },
  { "sv", "ny offert", "Offerten är ny, offerten.", PLAIN },
  { "sv", "offert", "Tjugo offerter.", PLAIN },
  { "sv", "ring", "Ring inte förrän halv tre.", UNTIL },
  { "sv", "ring upp", "Ring inte upp förrän halv tre.", UNTIL },
  { "sv", "levereras", "Levereras inte förrän fredag.", UNTIL },
  { "sv", "levereras", "Levereras inte, förrän dess dröjer det.", NEGATED },
  { "sv", "levererad", "Inte levererad och ring inte förrän tre.", NEGATED },
  { "sv", "ring", "Ring inte före halv tre.", NEGATED },
  { "en", "call", "Do not call until 14:30.", UNTIL },
  { "en", "delivered", "It won't be delivered till Friday.", UNTIL },
  { "en", "in", "Not in until three.", UNTIL },
  { "en", "paid", "Not paid and away until three.", NEGATED },
  { "en", "paid", "Not paid. Away until three.", NEGATED },
  { "en", "call", "Call until three, not later.", PLAIN },
  { "en", "paid", "It is paid.", PLAIN },
  { "en", "paid", "It isn't paid.", NEGATED },
  { "en", "paid", "It has never been paid.", NEGATED },
  { "en", "paid", "Invoice no 4417 is paid.", PLAIN },
  { "en", "paid", "No. Paid.", PLAIN },
  { "en", "paid", "Paid: no.", NEGATED },
  { "en", "paid", "Not sent but paid.", PLAIN },
  { "en", "paid", "Not only paid.", PLAIN },
  { "en", "call back", "Call back no later than two.", PLAIN },
  { "en", "call back", "Please don\xe2\x80\x99t call him back.", NEGATED },
  { "en", "call back", "He cannot call, be back soon.", NEGATED },
  { "en", "delivery", "Two deliveries.", PLAIN },
  { "en", "order", "Without an order.", NEGATED },
  { "nb", "regning", "Regningen er ikke betalt.", PLAIN },
  { "xx", "word", "words", ABSENT },
  { "xx", "word", "WORD", PLAIN },
};

static Find
standing (const DeskReading *reading, guint first, guint last, guint n_own)
{
  if (desk_wording_is_negated (reading, first, last, n_own, FALSE))
    return NEGATED;
  return desk_wording_is_negated (reading, first, last, n_own, TRUE) ? UNTIL : PLAIN;
}

static void
test_finds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DeskTongue tongue = desk_tongue_from_tag (cases[i].language);
    g_autoptr (DeskStemmer) stemmer = desk_stemmer_new (cases[i].language);
    g_autoptr (DeskReading) key = desk_reading_new (cases[i].wording, tongue);
    g_autoptr (DeskReading) reading = desk_reading_new (cases[i].text, tongue);
    g_autoptr (DeskStems) wording = desk_stems_new (key->words, stemmer);
    g_autoptr (DeskStems) text = desk_stems_new (reading->words, stemmer);
    guint n_own = desk_negations_within (key, 0, key->words->n_words - 1);
    Find find = ABSENT;
    guint first, last;

    if (desk_wording_find (wording, text, 0, &first, &last))
      find = standing (reading, first, last, n_own);
    g_test_message ("%s: %s", cases[i].wording, cases[i].text);
    g_assert_cmpint (find, ==, cases[i].find);
  }
}

/* Of two places to begin, the find takes the nearer. */
static void
test_finds_are_tight (void)
{
  g_autoptr (DeskStems) wording = desk_stems_from_text ("ny offert", NULL);
  g_autoptr (DeskStems) text = desk_stems_from_text ("ny ny offert offert", NULL);
  guint first = 9, last = 9;

  g_assert_true (desk_wording_find (wording, text, 0, &first, &last));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 2);
  g_assert_false (desk_wording_find (wording, text, 2, &first, &last));
}

/* The Dutch stemmer takes more than a minute for a word like this. */
static void
test_endless_word (void)
{
  g_autoptr (DeskStemmer) stemmer = desk_stemmer_new ("nl");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DeskStems) stems = NULL;

  while (text->len < 4 << 20)
    g_string_append (text, "\xc3\xab");
  g_test_timer_start ();
  stems = desk_stems_from_text (text->str, stemmer);
  g_assert_cmpuint (stems->n_stems, ==, 1);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/finds", test_finds);
  g_test_add_func ("/wording/finds-are-tight", test_finds_are_tight);
  g_test_add_func ("/wording/endless-word", test_endless_word);
  return g_test_run ();
}
