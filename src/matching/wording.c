/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A negation applies to its clause. Clauses end at punctuation and at words such as "but", "and", "men" and
 * "och": in "not paid and call back" only the payment is negated. The Swedish "utan" means "without" and
 * negates; after a negation it means "but rather" and ends the clause. "Not ... until" and "inte ...
 * förrän" say both that something is not so and that it will be: they agree with a denial and contradict
 * nothing. */

#include "matching/wording.h"

#include <libstemmer.h>
#include <string.h>

#define WORDS_BEFORE 3
#define WORDS_AFTER 2
#define WINDOW_FACTOR 2
/* How many words before "utan" may hold the negation that makes it a "but". */
#define WORDS_BEFORE_UTAN 8
/* How many words after a negation may hold its "until". */
#define WORDS_TO_UNTIL 6
/* No word is longer. For each change some stemmers move all that follows, which takes quadratic time. */
#define MOST_BYTES_TO_STEM 256

DeskStemmer *
desk_stemmer_new (const char *language)
{
  char code[4] = "";

  for (guint i = 0; language != NULL && i < 3 && g_ascii_isalpha (language[i]); i++)
    code[i] = g_ascii_tolower (language[i]);
  /* Snowball knows Norwegian by its common name alone. */
  if (strcmp (code, "nb") == 0 || strcmp (code, "nn") == 0)
    strcpy (code, "no");
  return *code != '\0' ? sb_stemmer_new (code, "UTF_8") : NULL;
}

void
desk_stemmer_free (DeskStemmer *stemmer)
{
  if (stemmer != NULL)
    sb_stemmer_delete (stemmer);
}

static guint
hash_bytes (const char *text, gsize length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

static void
append_stem (GString *buffer, DeskStem *stem, const DeskWord *word, DeskStemmer *stemmer)
{
  const char *text = word->text;
  gsize length = word->length;

  if (stemmer != NULL && !word->is_number && length <= MOST_BYTES_TO_STEM) {
    text = (const char *) sb_stemmer_stem (stemmer, (const sb_symbol *) text, (int) length);
    length = (gsize) sb_stemmer_length (stemmer);
  }
  stem->offset = buffer->len;
  stem->length = (guint) length;
  stem->hash = hash_bytes (text, length);
  g_string_append_len (buffer, text, (gssize) length);
}

DeskStems *
desk_stems_new (const DeskWords *words, DeskStemmer *stemmer)
{
  DeskStems *stems = g_new0 (DeskStems, 1);
  GString *buffer = g_string_sized_new (8 * (gsize) words->n_words + 1);

  stems->n_stems = words->n_words;
  stems->stems = g_new (DeskStem, words->n_words);
  for (guint i = 0; i < words->n_words; i++)
    append_stem (buffer, &stems->stems[i], &words->words[i], stemmer);
  stems->buffer = g_string_free (buffer, FALSE);
  return stems;
}

DeskStems *
desk_stems_from_text (const char *text, DeskStemmer *stemmer)
{
  g_autoptr (DeskWords) words = desk_words_new (text);

  return desk_stems_new (words, stemmer);
}

void
desk_stems_free (DeskStems *stems)
{
  if (stems == NULL)
    return;
  g_free (stems->buffer);
  g_free (stems->stems);
  g_free (stems);
}

static gboolean
same_stem (const DeskStems *a, guint i, const DeskStems *b, guint j)
{
  const DeskStem *first = &a->stems[i];
  const DeskStem *second = &b->stems[j];

  return first->hash == second->hash && first->length == second->length &&
         memcmp (a->buffer + first->offset, b->buffer + second->offset, first->length) == 0;
}

/* The last word of the wording that begins at `first`, or `end`. */
static guint
match_forwards (const DeskStems *wording, const DeskStems *text, guint first, guint end)
{
  guint found = 0;

  for (guint i = first; i < end; i++) {
    found += same_stem (wording, found, text, i);
    if (found == wording->n_stems)
      return i;
  }
  return end;
}

/* The first word of the wording that ends at `last`, starting as late as possible. */
static guint
match_backwards (const DeskStems *wording, const DeskStems *text, guint last)
{
  guint left = wording->n_stems;

  for (guint i = last;; i--) {
    left -= same_stem (wording, left - 1, text, i);
    if (left == 0)
      return i;
  }
}

gboolean
desk_wording_find (
    const DeskStems *wording, const DeskStems *text, guint from, guint *first, guint *last)
{
  guint n = wording->n_stems;

  if (n == 0 || n > text->n_stems)
    return FALSE;
  for (guint i = from; i + n <= text->n_stems; i++) {
    guint window = MIN (WINDOW_FACTOR * n, text->n_stems - i);

    if (!same_stem (wording, 0, text, i))
      continue;
    *last = match_forwards (wording, text, i, i + window);
    if (*last == i + window)
      continue;
    *first = match_backwards (wording, text, *last);
    return TRUE;
  }
  return FALSE;
}

gboolean
desk_wording_is_scattered (const DeskStems *wording, const DeskStems *text)
{
  for (guint i = 0; i < wording->n_stems; i++) {
    guint j = 0;

    while (j < text->n_stems && !same_stem (wording, i, text, j))
      j++;
    if (j == text->n_stems)
      return FALSE;
  }
  return wording->n_stems > 0;
}

static gboolean
same_clause (const DeskReading *reading, guint i, guint j)
{
  const DeskWords *words = reading->words;

  return i < words->n_words && j < words->n_words &&
         words->words[i].clause == words->words[j].clause;
}

static gboolean
is_plain_negation (const DeskReading *reading, guint i)
{
  if (!desk_reading_has_role (reading, i, DESK_ROLE_NEGATION))
    return FALSE;
  if (!same_clause (reading, i, i + 1))
    return TRUE;
  /* "No 4417" is a number. */
  if (desk_word_is (&reading->words->words[i], "no") && reading->words->words[i + 1].is_number)
    return FALSE;
  return !desk_reading_has_role (reading, i + 1, DESK_ROLE_RESTRICTION);
}

/* Whether the negation at word `i` is followed by an "until". */
static gboolean
is_deferring (const DeskReading *reading, guint i)
{
  for (guint k = i + 1; k <= i + WORDS_TO_UNTIL && same_clause (reading, i, k); k++) {
    if (desk_reading_has_role (reading, k, DESK_ROLE_UNTIL))
      return TRUE;
    if (desk_reading_has_role (reading, k, DESK_ROLE_CONJUNCTION))
      return FALSE;
  }
  return FALSE;
}

/* Whether the "utan" at word `i` follows a negation. */
static gboolean
is_but (const DeskReading *reading, guint i)
{
  if (!desk_reading_has_role (reading, i, DESK_ROLE_WITHOUT))
    return FALSE;
  for (guint n = 1; n <= MIN (i, WORDS_BEFORE_UTAN) && same_clause (reading, i, i - n); n++) {
    if (is_plain_negation (reading, i - n) && !is_deferring (reading, i - n))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_negation (const DeskReading *reading, guint i, gboolean until_negates)
{
  if (is_plain_negation (reading, i))
    return until_negates || !is_deferring (reading, i);
  return desk_reading_has_role (reading, i, DESK_ROLE_WITHOUT) && !is_but (reading, i);
}

static gboolean
begins_clause (const DeskReading *reading, guint i)
{
  return desk_reading_has_role (reading, i, DESK_ROLE_CONJUNCTION) || is_but (reading, i);
}

static guint
count_negations (const DeskReading *reading, guint first, guint last, gboolean until_negates)
{
  guint n = 0;

  for (guint i = first; i <= last && i < reading->words->n_words; i++)
    n += is_negation (reading, i, until_negates);
  return n;
}

guint
desk_negations_within (const DeskReading *reading, guint first, guint last)
{
  return count_negations (reading, first, last, TRUE);
}

static gboolean
is_negated_before (const DeskReading *reading, guint first, gboolean until_negates)
{
  for (guint n = 1; n <= MIN (first, WORDS_BEFORE) && same_clause (reading, first, first - n);
       n++) {
    if (begins_clause (reading, first - n))
      return FALSE;
    if (is_negation (reading, first - n, until_negates))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_negated_after (const DeskReading *reading, guint last, gboolean until_negates)
{
  for (guint n = 1; n <= WORDS_AFTER && same_clause (reading, last, last + n); n++) {
    if (begins_clause (reading, last + n))
      return FALSE;
    if (is_negation (reading, last + n, until_negates) ||
        desk_reading_has_role (reading, last + n, DESK_ROLE_DENIAL))
      return TRUE;
  }
  return FALSE;
}

gboolean
desk_wording_is_negated (
    const DeskReading *reading, guint first, guint last, guint n_own, gboolean until_negates)
{
  return is_negated_before (reading, first, until_negates) ||
         is_negated_after (reading, last, until_negates) ||
         count_negations (reading, first, last, until_negates) > n_own;
}
