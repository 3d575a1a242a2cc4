/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Spelling is read from left to right; the first rule that matches applies. The result is a string of sound
 * classes in capitals. Of neighbouring consonants of one class only the first is kept. Of the vowels only
 * the first is kept, in one of three classes: in most names it is the stressed one, and the others are hard
 * to tell apart on the telephone.
 *
 * The rules are our own. The English ones follow Lawrence Philips's Metaphone (Computer Language 7:12,
 * 1990) for silent and soft letters. The Swedish ones follow the Swedish Academy's word list for the
 * spellings of the sj- and tj-sounds, soft g and k, and silent letters, and cover the double spellings of
 * surnames (Carlsson, Karlsson; Löfgren, Lövgren). D and T share a class, as do F and V: a telephone line
 * blurs them. */

#include "matching/sound-key.h"

#include <string.h>

typedef enum {
  ANYWHERE = 0,
  AT_START = 1 << 0,
  AT_END = 1 << 1,
  BEFORE_SOFT = 1 << 2,      /* e i y ä ö */
  BEFORE_VOWEL = 1 << 3,     /* any */
  BEFORE_CONSONANT = 1 << 4, /* or the end */
} Where;

typedef struct {
  const char *letters; /* lower case, Latin-1; the first `taken` of them are consumed */
  guint taken;         /* 0: all */
  Where where;
  const char *sounds; /* "" is silent */
} Rule;

/* Vowels are written as classes: A; E for e, i, y; O for o, u, å. */
static const Rule swedish_rules[] = {
  /* sj-sound */
  { "stj", 0, BEFORE_VOWEL, "X" },
  { "skj", 0, BEFORE_VOWEL, "X" },
  { "sch", 0, ANYWHERE, "S" }, /* Schmidt; and a sj-sound is near enough to s */
  { "sj", 0, BEFORE_VOWEL, "X" },
  { "sk", 0, AT_START | BEFORE_SOFT, "X" },
  { "sh", 0, ANYWHERE, "X" },
  { "ch", 0, BEFORE_CONSONANT, "K" }, /* Christer, Bach */
  { "ch", 0, ANYWHERE, "X" },
  /* tj-sound */
  { "tj", 0, BEFORE_VOWEL, "C" },
  { "kj", 0, BEFORE_VOWEL, "C" },
  { "k", 0, AT_START | BEFORE_SOFT, "C" },
  /* j */
  { "hj", 0, AT_START, "J" },
  { "lj", 0, AT_START, "J" },
  { "dj", 0, AT_START, "J" },
  { "gj", 0, AT_START, "J" },
  { "g", 0, AT_START | BEFORE_SOFT, "J" },
  /* k, s and their like */
  { "cks", 0, ANYWHERE, "KS" },
  { "ck", 0, ANYWHERE, "K" },
  { "qu", 0, BEFORE_VOWEL, "KF" },
  { "q", 0, ANYWHERE, "K" },
  { "c", 0, BEFORE_SOFT, "S" },
  { "c", 0, ANYWHERE, "K" },
  { "x", 0, ANYWHERE, "KS" },
  { "tz", 0, ANYWHERE, "S" },
  { "ts", 0, AT_END, "S" },
  { "z", 0, ANYWHERE, "S" },
  { "ph", 0, ANYWHERE, "F" },
  { "th", 0, ANYWHERE, "T" },
  { "w", 0, ANYWHERE, "F" },
};

static const Rule english_rules[] = {
  /* silent letters */
  { "kn", 0, AT_START, "N" },
  { "gn", 0, AT_START, "N" },
  { "pn", 0, AT_START, "N" },
  { "wr", 0, AT_START, "R" },
  { "wh", 0, AT_START, "W" },
  { "mb", 0, AT_END, "M" },
  { "mps", 0, ANYWHERE, "MS" }, /* Thompson */
  { "gh", 0, BEFORE_CONSONANT, "" },
  { "gh", 0, ANYWHERE, "K" },
  /* hissing */
  { "schm", 3, ANYWHERE, "S" },
  { "schn", 3, ANYWHERE, "S" },
  { "schw", 3, ANYWHERE, "S" },
  { "sch", 0, ANYWHERE, "X" },
  { "sh", 0, ANYWHERE, "X" },
  { "tch", 0, ANYWHERE, "C" },
  { "chr", 2, ANYWHERE, "K" },
  { "ch", 0, ANYWHERE, "C" },
  { "dge", 2, ANYWHERE, "J" },
  { "ge", 1, AT_START, "J" },
  { "gi", 1, AT_START, "J" },
  { "c", 0, BEFORE_SOFT, "S" },
  { "x", 0, AT_START, "S" },
  { "z", 0, ANYWHERE, "S" },
  /* k and its like */
  { "ck", 0, ANYWHERE, "K" },
  { "qu", 0, BEFORE_VOWEL, "KW" },
  { "q", 0, ANYWHERE, "K" },
  { "c", 0, ANYWHERE, "K" },
  { "x", 0, ANYWHERE, "KS" },
  { "ph", 0, ANYWHERE, "F" },
  { "th", 0, ANYWHERE, "T" },
  { "w", 0, BEFORE_VOWEL, "W" },
  { "w", 0, ANYWHERE, "" },
};

/* Rules for both languages, tried after the ones above. */
static const Rule common_rules[] = {
  { "ai", 0, ANYWHERE, "E" }, /* Maier, Meyer */
  { "ay", 0, ANYWHERE, "E" },
  { "dt", 0, ANYWHERE, "T" },
  { "d", 0, ANYWHERE, "T" },
  { "v", 0, ANYWHERE, "F" },
  { "y", 0, AT_START | BEFORE_VOWEL, "J" },
  { "h", 0, BEFORE_VOWEL, "H" },
  { "h", 0, ANYWHERE, "" },
  { "a", 0, ANYWHERE, "A" },
  { "e", 0, ANYWHERE, "E" },
  { "i", 0, ANYWHERE, "E" },
  { "y", 0, ANYWHERE, "E" },
  { "o", 0, ANYWHERE, "O" },
  { "u", 0, ANYWHERE, "O" },
};

/* The letters of a word, reduced to a to z. Nordic letters become what others take them for: å an o, ä an
 * e, ö an o. Which vowels were soft is kept in `soft`. */
typedef struct {
  char *letters;  /* owned: a to z; `?` for letters that are not Latin */
  gboolean *soft; /* owned: a vowel before which c, g and k are soft */
  gsize n;
} Spelling;

static char
latin_letter (gunichar c)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  switch (c) {
  case 0xe5: return 'o';
  case 0xe4:
  case 0xe6: return 'e';
  case 0xf6:
  case 0xf8: return 'o';
  case 0xfc: return 'y';
  case 0xdf: return 's';
  default: break;
  }
  g_unichar_fully_decompose (c, FALSE, decomposed, G_N_ELEMENTS (decomposed));
  return decomposed[0] >= 'a' && decomposed[0] <= 'z' ? (char) decomposed[0] : '?';
}

static void
spelling_init (Spelling *spelling, const char *word)
{
  /* g_utf8_normalize() reads past the end of a text that is cut off within a character. */
  g_autofree char *valid = g_utf8_make_valid (word, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  const gsize room = strlen (normal);

  spelling->letters = g_new0 (char, room + 1);
  spelling->soft = g_new0 (gboolean, room + 1);
  spelling->n = 0;
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p)) {
    const gunichar c = g_unichar_tolower (g_utf8_get_char (p));

    if (!g_unichar_isalpha (c))
      continue;
    spelling->letters[spelling->n] = latin_letter (c);
    spelling->soft[spelling->n] = c == 0xe4 || c == 0xe6 || c == 0xf6 || c == 0xf8 ||
                                  strchr ("eiy", spelling->letters[spelling->n]) != NULL;
    spelling->n++;
  }
}

static void
spelling_clear (Spelling *spelling)
{
  g_free (spelling->letters);
  g_free (spelling->soft);
}

static gboolean
is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiouy", letter) != NULL;
}

static gboolean
fits (const Rule *rule, const Spelling *spelling, gsize at)
{
  const gsize length = strlen (rule->letters);
  const gsize after = at + length;

  return after <= spelling->n && strncmp (spelling->letters + at, rule->letters, length) == 0 &&
         ((rule->where & AT_START) == 0 || at == 0) &&
         ((rule->where & AT_END) == 0 || after == spelling->n) &&
         ((rule->where & BEFORE_SOFT) == 0 || spelling->soft[after]) &&
         ((rule->where & BEFORE_VOWEL) == 0 || is_vowel (spelling->letters[after])) &&
         ((rule->where & BEFORE_CONSONANT) == 0 || !is_vowel (spelling->letters[after]));
}

static const Rule *
find_rule (const Rule *rules, gsize n_rules, const Spelling *spelling, gsize at)
{
  for (gsize i = 0; i < n_rules; i++)
    if (fits (&rules[i], spelling, at))
      return &rules[i];
  return NULL;
}

static const Rule *
rule_at (DeskEar ear, const Spelling *spelling, gsize at)
{
  const Rule *rule = ear == DESK_EAR_SWEDISH
                         ? find_rule (swedish_rules, G_N_ELEMENTS (swedish_rules), spelling, at)
                         : find_rule (english_rules, G_N_ELEMENTS (english_rules), spelling, at);

  return rule != NULL ? rule : find_rule (common_rules, G_N_ELEMENTS (common_rules), spelling, at);
}

static void
append_sounds (GString *key, const char *sounds, gboolean *had_vowel)
{
  for (const char *sound = sounds; *sound != '\0'; sound++) {
    const gboolean vowel = strchr ("AEO", *sound) != NULL;

    if (vowel && *had_vowel)
      continue;
    *had_vowel = *had_vowel || vowel;
    if (key->len == 0 || key->str[key->len - 1] != *sound)
      g_string_append_c (key, *sound);
  }
}

char *
desk_sound_key (const char *word, DeskEar ear)
{
  GString *key = g_string_new (NULL);
  gboolean had_vowel = FALSE;
  Spelling spelling;

  g_return_val_if_fail (word != NULL && (guint) ear < DESK_N_EARS, NULL);

  spelling_init (&spelling, word);
  for (gsize at = 0; at < spelling.n;) {
    const Rule *rule = rule_at (ear, &spelling, at);
    const char letter[] = { g_ascii_toupper (spelling.letters[at]), '\0' };

    append_sounds (key, rule != NULL ? rule->sounds : letter, &had_vowel);
    at += rule == NULL ? 1 : rule->taken > 0 ? rule->taken : strlen (rule->letters);
  }
  spelling_clear (&spelling);
  return g_string_free (key, FALSE);
}
