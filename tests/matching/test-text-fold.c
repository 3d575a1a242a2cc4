/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/text-fold.h"

#include <string.h>

static const struct {
  const char *written;
  const char *folded;
} folds[] = {
  { "", "" },
  { "  \t ", "" },
  { "Nordvik Bygg", "nordvik bygg" },
  { "  NORDVIK \n\t bygg. ", "nordvik bygg" },
  { "ÅSA ÄRLIG ÖBERG", "åsa ärlig öberg" },
  { "A\xcc\x8asa O\xcc\x88"
    "berg",
    "åsa öberg" },
  { "Straße", "strasse" },
  { "\"Nordvik, Bygg!\"", "nordvik bygg" },
  { "O\xe2\x80\x99"
    "Brien",
    "o'brien" },
  { "Anna\xe2\x80\x91Karin", "anna-karin" },
  { "Anna\xc2\xad-\xe2\x80\x8bKarin", "anna-karin" },
  { "Nordvik\xc2\xa0"
    "Bygg",
    "nordvik bygg" },
  { "ΣΊΣΥΦΟΣ", "σίσυφοσ" },
  { "ŁÓDŹ", "łódź" },
  { "Bygg & Co", "bygg co" },
  { "AT&T", "at&t" },
  { "…", "" },
};

static void
test_folds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++) {
    g_autofree char *folded = desk_text_fold (folds[i].written);

    g_assert_cmpstr (folded, ==, folds[i].folded);
  }
}

/* The two ways to fold must agree on every letter that the fast one takes. */
static void
test_latin1_folds_as_unicode_does (void)
{
  for (gunichar c = 0x21; c < 0x100; c++) {
    char letter[8] = "";
    g_autofree char *fast = NULL;
    g_autofree char *slow = NULL;
    g_autofree char *detour = NULL;

    letter[g_unichar_to_utf8 (c, letter)] = '\0';
    /* A Polish letter sends the whole text the slow way. */
    detour = g_strconcat (letter, "xł", NULL);
    slow = desk_text_fold (detour);
    g_free (detour);
    detour = g_strconcat (letter, "x", NULL);
    fast = desk_text_fold (detour);
    if (c == 0x7f || (c >= 0x80 && c < 0xa0))
      continue;
    g_assert_true (g_str_has_prefix (slow, fast));
    g_assert_cmpuint (strlen (slow), ==, strlen (fast) + strlen ("ł"));
  }
}

/* Long texts are folded piece by piece, and no piece ends within a letter. */
static void
test_long_texts (void)
{
  static const char *const units[] = { "\u0439",  "\u03ac", "\uac01",
                                       "e\u0301", "\u1eb7", "\u0628\u0651" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    for (guint offset = 0; offset < 8; offset++) {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *decomposed = NULL;
      g_autofree char *composed = NULL;
      g_autofree char *folded = NULL;

      g_string_append_len (text, "aaaaaaaa", offset);
      while (text->len < 3000)
        g_string_append (text, units[i]);
      decomposed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFD);
      composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      folded = desk_text_fold (decomposed);
      g_assert_cmpstr (folded, ==, composed);
    }
  }
}

/* GLib would take minutes to put half a million marks in order. */
static void
test_piles_of_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *folded = NULL;

  while (text->len < 1 << 20)
    g_string_append (text, "\u0300\u0316");
  g_test_timer_start ();
  folded = desk_text_fold (text->str);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 10);
  g_assert_true (g_utf8_validate (folded, -1, NULL));
}

static gboolean
fold_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = desk_text_fold (a);
  g_autofree char *folded_b = desk_text_fold (b);

  return g_str_equal (folded_a, folded_b);
}

static void
test_rings_and_dots_stay (void)
{
  g_assert_false (fold_alike ("Åsa", "Asa"));
  g_assert_false (fold_alike ("Öberg", "Oberg"));
  g_assert_false (fold_alike ("Ärlig", "Arlig"));
  g_assert_true (fold_alike ("ÅSA", "a\xcc\x8asa"));
}

static void
test_broken_utf8 (void)
{
  g_autofree char *folded = desk_text_fold ("Nord\xff\xfevik \xc3");
  g_autoptr (DeskWords) words = desk_words_new ("inte\xc3 betald \xe2\x80");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_prefix (folded, "nord"));
  g_assert_true (desk_word_is (&words->words[0], "inte"));
}

/* Words are separated by `|`, clauses by `||`. */
static const struct {
  const char *text;
  const char *words;
  guint n_counted;
} texts[] = {
  { "", "", 0 },
  { "Faktura 4417 är inte betald. Ring före 14.30.", "faktura|4417|är|inte|betald||ring|före|14.30",
    8 },
  { "Paid, not delivered", "paid||not|delivered", 3 },
  { "isn't don\xe2\x80\x99t", "isn't|don't", 2 },
  { "2:30pm", "2:30|pm", 1 },
  { "2.30 p.m. today", "2.30|pm|today", 3 },
  { "e-post", "e|post", 1 },
  { "070-174 06 05", "070|174|06|05", 3 },
  { "betald - ring", "betald||ring", 2 },
  { "betald – ring", "betald||ring", 2 },
  { "rad ett\nrad två", "rad|ett||rad|två", 4 },
  { "4417,4471", "4417,4471", 1 },
  { "4417, 4471", "4417||4471", 2 },
  { "A4417", "a|4417", 1 },
  { "kvar: nej", "kvar|nej", 2 },
  { "state-of-the-art", "state|of|the|art", 2 },
  { "2026-11-23", "2026|11|23", 1 },
  { "!!! ???", "", 0 },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (DeskWords) words = desk_words_new (texts[i].text);
    g_autoptr (GString) listed = g_string_new (NULL);

    for (guint k = 0; k < words->n_words; k++) {
      const DeskWord *word = &words->words[k];

      if (k > 0)
        g_string_append (listed, word->clause != word[-1].clause ? "||" : "|");
      g_string_append_len (listed, word->text, word->length);
    }
    g_assert_cmpstr (listed->str, ==, texts[i].words);
    g_assert_cmpuint (words->n_counted, ==, texts[i].n_counted);
  }
}

/* A message strung together with hyphens does not count as one word. */
static void
test_hyphens_hide_no_words (void)
{
  g_autoptr (GString) chain = g_string_new ("ord");
  g_autoptr (DeskWords) words = NULL;

  for (guint i = 1; i < 100; i++)
    g_string_append (chain, "-ord");
  words = desk_words_new (chain->str);
  g_assert_cmpuint (words->n_words, ==, 100);
  g_assert_cmpuint (words->n_counted, ==, 50);
}

static void
test_gaps (void)
{
  g_autoptr (DeskWords) words = desk_words_new ("44 17-05pm, 6");

  g_assert_cmpint (words->words[1].gap, ==, DESK_GAP_SPACE);
  g_assert_cmpint (words->words[2].gap, ==, DESK_GAP_HYPHEN);
  g_assert_cmpint (words->words[3].gap, ==, DESK_GAP_NONE);
  g_assert_cmpint (words->words[4].gap, ==, DESK_GAP_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-fold/folds", test_folds);
  g_test_add_func ("/text-fold/latin1", test_latin1_folds_as_unicode_does);
  g_test_add_func ("/text-fold/long-texts", test_long_texts);
  g_test_add_func ("/text-fold/piles-of-marks", test_piles_of_marks);
  g_test_add_func ("/text-fold/rings-and-dots-stay", test_rings_and_dots_stay);
  g_test_add_func ("/text-fold/broken-utf8", test_broken_utf8);
  g_test_add_func ("/text-fold/words", test_words);
  g_test_add_func ("/text-fold/hyphens-hide-no-words", test_hyphens_hide_no_words);
  g_test_add_func ("/text-fold/gaps", test_gaps);
  return g_test_run ();
}
