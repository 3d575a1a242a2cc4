/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken.h"

#include <string.h>

/* What people say, written down by hand. */

typedef struct {
  const char *written;
  const char *said;
} Case;

static const Case swedish[] = {
  /* Spelled names. */
  { "Lindqvist, L-I-N-D-Q-V-I-S-T.",
    "Lindqvist, Ludvig, Ivar, Niklas, David, Qvintus, Viktor, Ivar, Sigurd, Tore." },
  { "H, J, O, R, T.", "Helge, Johan, Olof, Rudolf, Tore." },
  { "H J O R T", "Helge, Johan, Olof, Rudolf, Tore" },
  { "B. E. R. G.", "Bertil, Erik, Rudolf, Gustav." },
  { "Å-S-A, och sedan Ö, S, T.", "Åke, Sigurd, Adam, och sedan Östen, Sigurd, Tore." },
  { "l-i-n-d", "Ludvig, Ivar, Niklas, David" },
  { "W, H, I, T. L, O, C, K.", "Wilhelm, Helge, Ivar, Tore. Ludvig, Olof, Caesar, Kalle." },
  { "P-E-T-T-E-R", "Petter, Erik, Tore, Tore, Erik, Rudolf" },
  { "H, A, dubbel-L.", "Helge, Adam, två Ludvig." },
  { "Z, Ä, X, Y.", "Zäta, Ärlig, Xerxes, Yngve." },
  { "K, A, R, L, bindestreck, E, R, I, K.",
    "Kalle, Adam, Rudolf, Ludvig, bindestreck, Erik, Rudolf, Ivar, Kalle." },
  { "M, Ü, L. André med É, N, D.",
    "Martin, tyskt Y, Ludvig. André med Erik med accent, Niklas, David." },
  /* Words stay. */
  { "Ludvig, Ivar, Niklas, David.", "Ludvig, Ivar, Niklas, David." },
  { "Noll sju noll, ett sju fyra, noll sex, noll fem.",
    "Noll sju noll, ett sju fyra, noll sex, noll fem." },
  { "Hej, är Erik Öberg inne? I morgon går det bra.",
    "Hej, är Erik Öberg inne? I morgon går det bra." },
  { "Vi bor på plan 4 B, hus A, B eller C.", "Vi bor på plan 4 B, hus A, B eller C." },
  { "J. R. R. Tolkien och SKF AB.", "J. R. R. Tolkien och SKF AB." },
  { "Var det A, B, C eller D?", "Var det A, B, C eller D?" },
  /* Telephone numbers. */
  { "070-174 06 05", "noll sju noll, ett sju fyra, noll sex, noll fem" },
  { "Ring 0701740605.", "Ring noll sju noll, ett sju fyra, noll sex, noll fem." },
  { "Ring 031-390 06 00. 4417 är fakturan.",
    "Ring noll tre ett, tre nio noll, noll sex, noll noll. 4417 är fakturan." },
  { "08-465 004 00", "noll åtta, fyra sex fem, noll noll fyra, noll noll" },
  { "+46 70 174 06 05", "plus fyra sex, sju noll, ett sju fyra, noll sex, noll fem" },
  { "+46 (0)70-174 06 05", "plus fyra sex, sju noll, ett sju fyra, noll sex, noll fem" },
  { "Numret är 070–174 06 05, tack",
    "Numret är noll sju noll, ett sju fyra, noll sex, noll fem, tack" },
  /* Numbers to write down. */
  { "Faktura 4471, nej 4417, är inte betald.",
    "Faktura fyra fyra sju ett, nej fyra fyra ett sju, är inte betald." },
  { "Kundnummer 104417.", "Kundnummer ett noll fyra, fyra ett sju." },
  { "Anknytning 201.", "Anknytning två noll ett." },
  { "Vi är 120 personer och betalar 4417 kronor.", "Vi är 120 personer och betalar 4417 kronor." },
  { "Koden är 0604.", "Koden är noll sex noll fyra." },
  /* Times and dates. */
  { "Ring före 14.30.", "Ring före fjorton trettio." },
  { "kl. 8.05", "klockan åtta noll fem" },
  { "Kl 14:00 passar.", "klockan fjorton passar." },
  { "Öppet 08.30-17.00.", "Öppet åtta trettio till sjutton." },
  { "Öppet 8–17.", "Öppet 8 till 17." },
  { "den 23/11", "den tjugotredje november" },
  { "Den 2 mars", "Den andra mars" },
  { "2026-11-23", "den tjugotredje november tjugohundratjugosex" },
  { "dygnet runt, 24/7", "dygnet runt, 24/7" },
  { "En halv, 1/2, räcker.", "En halv, 1/2, räcker." },
  { "Det är 3,5 meter.", "Det är 3,5 meter." },
  /* Money, addresses, abbreviations. */
  { "1 250 kr.", "1 250 kronor" },
  { "Det kostar 45,50 kr.", "Det kostar 45 kronor och 50 öre" },
  { "250:- styck", "250 kronor styck" },
  { "anna.berg@nordvik.example", "anna punkt berg snabel-a nordvik punkt example" },
  { "t.ex. Berg & Co", "till exempel Berg och Co" },
  { "ca 40 st", "cirka 40 st" },
};

static const Case english[] = {
  { "Whitlock, W-H-I-T-L-O-C-K.", "Whitlock, W, H, I, T, L, O, C, K." },
  { "W-I-L-L-I-A-M-S", "W, I, double L, I, A, M, S" },
  { "E, double L. E, R, Y.", "E, double L. E, R, Y." },
  { "K, E, O. G, H. And it's Sheila with an E, I.",
    "K, E, O. G, H. And it's Sheila with an E, I." },
  { "W, H, I, T. L, O, C, K. Lock as in key.", "W, H, I, T. L, O, C, K. Lock as in key." },
  { "K, E, E, F. I will call back.", "K, double E, F. I will call back." },
  { "S, U, U, L", "S, U, U, L" },
  { "N, E, S, S. S, O, N.", "N, E, double S. S, O, N." },
  { "Quebec, Romeo, Lima.", "Quebec, Romeo, Lima." },
  { "I, Claudius. A man called.", "I, Claudius. A man called." },
  { "J. R. R. Tolkien", "J. R. R. Tolkien" },
  { "T, A, R, I, Q, I'm sure.", "T, A, R, I, Q, I'm sure." },
  { "O, apostrophe, B, R, I, E, N", "O, apostrophe, B, R, I, E, N" },
  { "01632 960 123", "oh one six three two, nine six oh, one two three" },
  { "01632 960123", "oh one six three two, nine six oh, one two three" },
  { "01632960123.", "oh one six three two, nine six oh, one two three." },
  { "+44 1632 960147", "plus four four, one six three two, nine six oh, one four seven" },
  { "Invoice 4471. No, sorry, 4417.",
    "Invoice four four seven one. No, sorry, four four one seven." },
  { "the invoice number is 4417", "the invoice number is 4417" },
  { "order no. 10455", "order no. one oh four five five" },
  { "I want to order 1500 bricks.", "I want to order 1500 bricks." },
  { "Extension 201.", "Extension two oh one." },
  { "before 14:30", "before fourteen thirty" },
  { "before 14.30", "before fourteen thirty" },
  { "at 2.30 pm.", "at two thirty P M." },
  { "10 a.m. on 23 November", "ten A M on the 23rd of November" },
  { "at 9:00", "at nine o'clock" },
  { "9:05", "nine oh five" },
  { "It is 14.30 wide.", "It is 14.30 wide." },
  { "on 2026-11-02", "on the 2nd of November twenty twenty-six" },
  { "the 11th of March", "the 11th of March" },
  { "£45.50 and £1,250", "45 pounds 50 and 1,250 pounds" },
  { "£2.5 million", "2.5 million pounds" },
  { "€20, $1", "20 euros, 1 dollar" },
  { "60p", "60 pence" },
  { "Brown & Co, e.g. you", "Brown and Company, for example you" },
  { "Brown Ltd.", "Brown Limited." },
  { "ask@brightwater.example.", "ask at brightwater dot example." },
  { "www.nordvik.example", "www dot nordvik dot example" },
  /* What nobody can say. */
  { "Well 🙂👍🏽 then", "Well then" },
  { "a\tb\nc\x01"
    "d",
    "a b c d" },
  { "[[h@l'oU]]", "[ [h@l'oU]]" },
  { "soft\xc2\xadly", "softly" },
  { "<speak>no</speak>", "<speak>no</speak>" },
  { "", "" },
};

static const Case american[] = {
  { "W-I-L-L", "W, I, L, L" },
  { "555-0100", "555-0100" },
  { "(212) 555-0142", "two one two, five five five, oh one four two" },
};

static const Case german[] = {
  { "L-I-N-D", "L, I, N, D" },
  { "030 23125 123", "0 3 0, 2 3 1 2 5, 1 2 3" },
  { "um 14:30", "um 14:30" },
};

static void
check (const Case *cases, gsize n, const char *language, DeskCountry country)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *said = desk_spoken_text (cases[i].written, language, country);

    if (g_strcmp0 (said, cases[i].said) != 0) {
      g_test_message ("of “%s”:\n  said      “%s”\n  should be “%s”", cases[i].written, said,
                      cases[i].said);
      g_test_fail ();
    }
  }
}

static void
test_swedish (void)
{
  check (swedish, G_N_ELEMENTS (swedish), "sv", DESK_COUNTRY_SE);
}

static void
test_english (void)
{
  check (english, G_N_ELEMENTS (english), "en", DESK_COUNTRY_GB);
}

static void
test_american (void)
{
  check (american, G_N_ELEMENTS (american), "en-US", DESK_COUNTRY_US);
}

static void
test_another_language (void)
{
  check (german, G_N_ELEMENTS (german), "de", DESK_COUNTRY_DE);
}

/* What was turned into words once is not turned again. */
static void
test_words_stay (void)
{
  const Case *const tables[] = { swedish, english };
  const gsize lengths[] = { G_N_ELEMENTS (swedish), G_N_ELEMENTS (english) };

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (gsize i = 0; i < lengths[t]; i++) {
      g_autofree char *again = desk_spoken_text (tables[t][i].said, t == 0 ? "sv" : "en",
                                                 t == 0 ? DESK_COUNTRY_SE : DESK_COUNTRY_GB);

      if (strstr (tables[t][i].said, "[ [") == NULL)
        g_assert_cmpstr (again, ==, tables[t][i].said);
    }
}

/* However long and odd a text is, it takes no time to speak of. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "A-", "0",       "07 ", "1.", "a",
                                        "(",  "double ", "£1,", "@.", "23/" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *text = g_string_new (NULL);
    g_autofree char *said = NULL;
    gint64 begun_us = g_get_monotonic_time ();

    for (guint n = 0; n < 10000; n++)
      g_string_append (text, pieces[i]);
    said = desk_spoken_text (text->str, "sv", DESK_COUNTRY_SE);
    g_assert_true (g_utf8_validate (said, -1, NULL));
    g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 8 * G_USEC_PER_SEC);
    g_string_free (text, TRUE);
  }
}

static void
test_audible (void)
{
  g_assert_true (desk_spoken_is_audible ("a"));
  g_assert_true (desk_spoken_is_audible ("… 7"));
  g_assert_false (desk_spoken_is_audible (""));
  g_assert_false (desk_spoken_is_audible ("… – !?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spoken/swedish", test_swedish);
  g_test_add_func ("/spoken/english", test_english);
  g_test_add_func ("/spoken/american", test_american);
  g_test_add_func ("/spoken/another-language", test_another_language);
  g_test_add_func ("/spoken/words-stay", test_words_stay);
  g_test_add_func ("/spoken/hostile", test_hostile);
  g_test_add_func ("/spoken/audible", test_audible);
  return g_test_run ();
}
