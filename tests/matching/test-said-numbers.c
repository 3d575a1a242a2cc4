/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/said-numbers.h"

#include <string.h>

static const struct {
  DeskTongue tongue;
  const char *said;
  const char *number;
  gboolean is_said;
} speech[] = {
  { DESK_TONGUE_EN, "invoice 4417", "4417", TRUE },
  { DESK_TONGUE_EN, "invoice 4417", "441", FALSE },
  { DESK_TONGUE_EN, "invoice 44 17", "4417", TRUE },
  { DESK_TONGUE_EN, "four four one seven", "4417", TRUE },
  { DESK_TONGUE_EN, "Four, four, one, seven.", "4417", TRUE },
  { DESK_TONGUE_EN, "forty-four seventeen", "4417", TRUE },
  { DESK_TONGUE_EN, "forty four one seven", "4417", TRUE },
  { DESK_TONGUE_EN, "double four one seven", "4417", TRUE },
  { DESK_TONGUE_EN, "four thousand four hundred and seventeen", "4417", TRUE },
  { DESK_TONGUE_EN, "forty-four hundred seventeen", "4417", TRUE },
  { DESK_TONGUE_EN, "forty-four and seventeen", "4417", TRUE },
  { DESK_TONGUE_EN, "forty-four boxes, seventeen chairs", "4417", FALSE },
  { DESK_TONGUE_EN, "oh seven oh, triple five", "070555", TRUE },
  { DESK_TONGUE_EN, "zero one six three two", "01632", TRUE },
  { DESK_TONGUE_EN, "on the twenty-first", "21", TRUE },
  { DESK_TONGUE_EN, "the twenty-third of November", "11", TRUE },
  { DESK_TONGUE_EN, "November twenty-third", "1123", TRUE },
  { DESK_TONGUE_EN, "two hundred and one", "201", TRUE },
  { DESK_TONGUE_EN, "two oh one", "201", TRUE },
  { DESK_TONGUE_EN, "twenty twenty-six", "2026", TRUE },
  { DESK_TONGUE_EN, "four point five", "45", TRUE },
  { DESK_TONGUE_EN, "fyra fyra ett sju", "4417", FALSE },
  { DESK_TONGUE_SV, "fyra fyra ett sju", "4417", TRUE },
  { DESK_TONGUE_SV, "fyrtiofyra sjutton", "4417", TRUE },
  { DESK_TONGUE_SV, "fyrtiofyra, ett, sju", "4417", TRUE },
  { DESK_TONGUE_SV, "fyratusenfyrahundrasjutton", "4417", TRUE },
  { DESK_TONGUE_SV, "fyra tusen fyrahundra sjutton", "4417", TRUE },
  { DESK_TONGUE_SV, "fyrtiofyra hundra sjutton", "4417", TRUE },
  { DESK_TONGUE_SV, "ettusen", "1000", TRUE },
  { DESK_TONGUE_SV, "ettusentvåhundrafemtio", "1250", TRUE },
  { DESK_TONGUE_SV, "trettioettusen", "31000", TRUE },
  { DESK_TONGUE_SV, "ett usentligt", "1000", FALSE },
  { DESK_TONGUE_SV, "enusen", "1000", FALSE },
  { DESK_TONGUE_SV, "fyra komma fem", "45", TRUE },
  { DESK_TONGUE_SV, "Noll sju noll, ett sju fyra, noll sex, noll fem.", "0701740605", TRUE },
  { DESK_TONGUE_SV, "Noll sju noll. Ett sju fyra. Noll sex. Noll fem.", "0701740605", TRUE },
  { DESK_TONGUE_SV, "noll sju noll, etthundrasjuttiofyra, noll sex, noll fem", "0701740605", TRUE },
  { DESK_TONGUE_SV, "nollåtta, fyrtiosex femtio", "084650", TRUE },
  { DESK_TONGUE_SV, "den tjugoförsta", "21", TRUE },
  { DESK_TONGUE_SV, "den tjugotredje november", "2311", TRUE },
  { DESK_TONGUE_SV, "den femte maj", "5", TRUE },
  { DESK_TONGUE_SV, "nittonhundraåttio", "1980", TRUE },
  { DESK_TONGUE_SV, "en enhet", "1", TRUE },
  { DESK_TONGUE_SV, "sexualitet och tvål", "6", FALSE },
  { DESK_TONGUE_SV, "Faktura 4471, nej 4417", "44714417", FALSE },
  { DESK_TONGUE_OTHER, "four four one seven", "4417", FALSE },
  { DESK_TONGUE_OTHER, "4417", "4417", TRUE },
};

static void
test_speech (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (speech); i++) {
    g_autoptr (DeskReading) reading = desk_reading_new (speech[i].said, speech[i].tongue);
    g_autoptr (DeskSaidNumbers) said = desk_said_numbers_new ();

    desk_said_numbers_add_text (said, reading);
    desk_said_numbers_seal (said);
    g_test_message ("%s: %s", speech[i].said, speech[i].number);
    g_assert_cmpint (desk_said_numbers_contain (said, desk_digits_from_text (speech[i].number, -1)),
                     ==, speech[i].is_said);
  }
}

/* Notes on a call in which "4417", "noll sju noll, ett sju fyra, noll sex, noll fem" and "två" were
 * said, and the numbers in them that were not. */
static const struct {
  const char *note;
  guint n_unsaid;
} notes[] = {
  { "", 0 },
  { "Faktura 4417", 0 },
  { "Faktura 44 17", 0 },
  { "Faktura 4 417 och 4.417", 0 },
  { "4417,00 kr", 0 },
  { "4417 2 st", 0 },
  { "4417 2st", 0 },
  { "4417 3 st", 1 },
  { "4 417 kr", 0 },
  { "070-174 06 06 st", 1 },
  { "4418,00 kr", 1 },
  { "4417.50", 1 },
  { "4417 00", 1 },
  { "Faktura 4418", 1 },
  { "Faktura 4418 och 4419", 2 },
  { "Faktura 44 18", 1 },
  { "070-174 06 05", 0 },
  { "0701-740 605", 0 },
  { "+46 70 174 06 05", 0 },
  { "0046701740605", 0 },
  { "070-174 06 06", 1 },
  { "4417 070-174 06 05", 0 },
  { "2 fakturor", 0 },
  { "3 fakturor", 1 },
  { "Faktura 4417 kl 15.45", 1 },
  { "4417 15:45 4417", 1 },
  { "123456789012345678901234567890", 1 },
};

static void
test_notes (void)
{
  g_autoptr (DeskReading) call = desk_reading_new (
      "Faktura 4417. Mitt nummer är noll sju noll, ett sju fyra, noll sex, noll fem. Två gånger.",
      DESK_TONGUE_SV);
  g_autoptr (DeskSaidNumbers) said = desk_said_numbers_new ();

  desk_said_numbers_add_text (said, call);
  desk_said_numbers_add_phone (said, "070-174 06 05", DESK_COUNTRY_SE);
  desk_said_numbers_seal (said);
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++) {
    g_autoptr (DeskReading) note = desk_reading_new (notes[i].note, DESK_TONGUE_SV);
    g_autofree gboolean *none = g_new0 (gboolean, note->words->n_words);

    g_test_message ("%s", notes[i].note);
    g_assert_cmpuint (desk_said_numbers_count_unsaid (said, note, none), ==, notes[i].n_unsaid);
  }
}

static void
test_digits (void)
{
  DeskDigits joined =
      desk_digits_join (desk_digits_from_text ("07", -1), desk_digits_from_text ("0-01", -1));

  g_assert_true (joined == desk_digits_from_text ("07001", -1));
  g_assert_false (desk_digits_from_text ("07", -1) == desk_digits_from_text ("7", -1));
  g_assert_true (desk_digits_from_value (201) == desk_digits_from_text ("201", -1));
  g_assert_true (desk_digits_from_text ("999999999999999999", -1) != 0);
  g_assert_true (desk_digits_from_text ("9999999999999999999", -1) == 0);
}

/* What a hostile scenario makes callers say takes bounded time. */
static void
test_endless_speech (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DeskSaidNumbers) said = desk_said_numbers_new ();
  g_autoptr (DeskReading) reading = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, "twenty one ");
  g_test_timer_start ();
  reading = desk_reading_new (text->str, DESK_TONGUE_EN);
  desk_said_numbers_add_text (said, reading);
  desk_said_numbers_seal (said);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/said-numbers/speech", test_speech);
  g_test_add_func ("/said-numbers/notes", test_notes);
  g_test_add_func ("/said-numbers/digits", test_digits);
  g_test_add_func ("/said-numbers/endless-speech", test_endless_speech);
  return g_test_run ();
}
