/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The Swedish names are those of the Swedish telephone company's alphabet, which the police and the armed
 * forces also use. The others are those of ICAO Annex 10, volume II; foreign letters are spelled by the two
 * letters that ICAO Doc 9303, part 3, substitutes for them in passports. */

#include "matching/telephone-alphabet.h"

static const char *const plain[DESK_N_ALPHABETS][26] = {
  [DESK_ALPHABET_SWEDISH] = {
    "Adam",   "Bertil", "Caesar", "David",  "Erik",    "Filip",  "Gustav", "Helge",   "Ivar",
    "Johan",  "Kalle",  "Ludvig", "Martin", "Niklas",  "Olof",   "Petter", "Qvintus", "Rudolf",
    "Sigurd", "Tore",   "Urban",  "Viktor", "Wilhelm", "Xerxes", "Yngve",  "Zäta",
  },
  [DESK_ALPHABET_ICAO] = {
    "Alfa",   "Bravo",  "Charlie", "Delta", "Echo",     "Foxtrot", "Golf",    "Hotel", "India",
    "Juliett", "Kilo",  "Lima",    "Mike",  "November", "Oscar",   "Papa",    "Quebec", "Romeo",
    "Sierra", "Tango",  "Uniform", "Victor", "Whiskey", "X-ray",   "Yankee",  "Zulu",
  },
};

static const struct {
  gunichar letter;
  const char *names[DESK_N_ALPHABETS];
} foreign[] = {
  { 0xc5, { "Åke", "Alfa Alfa" } },
  { 0xc4, { "Ärlig", "Alfa Echo" } },
  { 0xd6, { "Östen", "Oscar Echo" } },
  { 0xd8, { "danskt Ö", "Oscar Echo" } },
  { 0xc6, { "danskt Ä", "Alfa Echo" } },
  { 0xdc, { "tyskt Y", "Uniform Echo" } },
  { 0xc9, { "Erik med accent", "Echo" } },
  { 0xc8, { "Erik med accent", "Echo" } },
  { 0x1e9e, { "Sigurd Sigurd", "Sierra Sierra" } },
  { 0xdf, { "Sigurd Sigurd", "Sierra Sierra" } }, /* no capital in most fonts */
};

static const char *const hyphens[DESK_N_ALPHABETS] = { "bindestreck", "hyphen" };

const char *
desk_alphabet_letter (DeskAlphabet alphabet, gunichar letter)
{
  const gunichar upper = g_unichar_toupper (letter);

  g_return_val_if_fail ((guint) alphabet < DESK_N_ALPHABETS, NULL);

  if (upper >= 'A' && upper <= 'Z')
    return plain[alphabet][upper - 'A'];
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (foreign[i].letter == upper)
      return foreign[i].names[alphabet];
  return NULL;
}

/* When spelling, "é" is an "e". */
static const char *
name_without_accent (DeskAlphabet alphabet, gunichar letter)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (letter, FALSE, decomposed, G_N_ELEMENTS (decomposed));
  return desk_alphabet_letter (alphabet, decomposed[0]);
}

static const char *
name_of (DeskAlphabet alphabet, gunichar c)
{
  const char *name = desk_alphabet_letter (alphabet, c);

  if (name == NULL && g_unichar_isalpha (c))
    name = name_without_accent (alphabet, c);
  if (name == NULL && (c == '-' || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION))
    name = hyphens[alphabet];
  return name;
}

static void
append (GString *spelled, DeskAlphabet alphabet, gunichar c, gboolean new_word)
{
  const char *name = name_of (alphabet, c);

  if (spelled->len > 0)
    g_string_append (spelled, new_word ? " – " : " ");
  if (name != NULL)
    g_string_append (spelled, name);
  else
    g_string_append_unichar (spelled, c);
}

char *
desk_alphabet_spell (const char *text, DeskAlphabet alphabet)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString *spelled = g_string_new (NULL);
  gboolean new_word = FALSE;
  guint n = 0;

  g_return_val_if_fail (text != NULL && (guint) alphabet < DESK_N_ALPHABETS, NULL);

  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c) || g_unichar_ismark (c) || !g_unichar_isprint (c)) {
      new_word = new_word || g_unichar_isspace (c);
      continue;
    }
    if (n++ == DESK_MOST_SPELLED) {
      g_string_append (spelled, " …");
      break;
    }
    append (spelled, alphabet, c, new_word);
    new_word = FALSE;
  }
  return g_string_free (spelled, FALSE);
}
