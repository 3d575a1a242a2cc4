/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Nearly everything written at an English or Swedish desk is Latin-1 plus a few typographic characters,
 * which one pass over the bytes can fold. The first byte outside that range hands the whole text to GLib.
 * Both paths give the same bytes; the fast one never more than it was given. */

#include "matching/text-fold.h"

#include <string.h>

#define BYTES_PER_WORD_GUESS 6
#define BYTES_PER_CHUNK 512
#define MOST_BYTES_PER_CHUNK 1024

typedef enum {
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_SPACE,
  CLASS_APOSTROPHE,
  CLASS_DASH,
  CLASS_CLAUSE, /* ends a clause */
  CLASS_SYMBOL,
} CharClass;

/* The general punctuation U+2000 to U+203F, E2 80 xx: invisible marks go, and the typographic
 * apostrophes and hyphens become those of the keyboard. */
static char *
fold_general_punctuation (guchar last, char *out)
{
  if ((last >= 0x8b && last <= 0x8f) || (last >= 0xaa && last <= 0xae))
    return out;
  if (last == 0x98 || last == 0x99) {
    *out++ = '\'';
  } else if (last == 0x90 || last == 0x91) {
    *out++ = '-';
  } else {
    *out++ = '\xe2';
    *out++ = '\x80';
    *out++ = (char) last;
  }
  return out;
}

/* The upper half of Latin-1: C2 xx and C3 xx. */
static char *
fold_latin1 (guchar lead, guchar trail, char *out)
{
  if (lead == 0xc2 && trail == 0xad) /* soft hyphen */
    return out;
  if (lead == 0xc2 && trail == 0xb4) { /* acute accent, typed for an apostrophe */
    *out++ = '\'';
  } else if (lead == 0xc2 && trail == 0xb5) { /* micro sign */
    *out++ = '\xce';
    *out++ = '\xbc';
  } else if (lead == 0xc3 && trail == 0x9f) { /* sharp s */
    *out++ = 's';
    *out++ = 's';
  } else {
    gboolean is_capital = lead == 0xc3 && trail <= 0x9e && trail != 0x97;

    *out++ = (char) lead;
    *out++ = (char) (is_capital ? trail + 0x20 : trail);
  }
  return out;
}

/* g_ascii_tolower(), inlined. */
static char
lower (guchar c)
{
  return (char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static gboolean
is_trail (guchar byte)
{
  return (byte & 0xc0) == 0x80;
}

/* FALSE if the text needs GLib's tables, or is not valid UTF-8. */
static gboolean
fold_case_fast (const char *text, char *out)
{
  for (const guchar *p = (const guchar *) text; *p != '\0';) {
    if (*p < 0x80) {
      *out++ = lower (*p);
      p += 1;
    } else if ((*p == 0xc2 || *p == 0xc3) && is_trail (p[1])) {
      out = fold_latin1 (p[0], p[1], out);
      p += 2;
    } else if (p[0] == 0xe2 && p[1] == 0x80 && is_trail (p[2])) {
      out = fold_general_punctuation (p[2], out);
      p += 3;
    } else {
      return FALSE;
    }
  }
  *out = '\0';
  return TRUE;
}

static void
fold_chunk (const char *text, gssize length, GString *out)
{
  g_autofree char *composed = g_utf8_normalize (text, length, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  g_autofree char *recomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);

  for (const char *p = recomposed; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_type (c) == G_UNICODE_FORMAT)
      continue;
    if (c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x00b4)
      c = '\'';
    else if (c == 0x2010 || c == 0x2011)
      c = '-';
    else if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
      c = (gunichar) ('0' + g_unichar_digit_value (c));
    g_string_append_unichar (out, c);
  }
}

/* Whether the character at `p` may combine with what precedes it: marks and the later parts of Korean
 * syllables compose with a letter, and marks are reordered among themselves. */
static gboolean
leans_back (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return FALSE;
  c = g_utf8_get_char (p);
  return g_unichar_ismark (c) || (c >= 0x1160 && c <= 0x11ff);
}

/* GLib composes characters, and orders marks, in quadratic time, so long texts are given to it in chunks. A
 * chunk ends where nothing is torn apart, unless hundreds of marks are piled on one letter. */
static char *
fold_case_slow (const char *text)
{
  gsize length = strlen (text);
  GString *out = g_string_sized_new (length);

  for (gsize start = 0; start < length;) {
    gsize end = MIN (start + BYTES_PER_CHUNK, length);

    while (end < length && ((guchar) text[end] & 0xc0) == 0x80)
      end++;
    while (end < length && end - start < MOST_BYTES_PER_CHUNK && leans_back (text + end))
      end += (gsize) (g_utf8_next_char (text + end) - (text + end));
    fold_chunk (text + start, (gssize) (end - start), out);
    start = end;
  }
  return g_string_free (out, FALSE);
}

static char *
fold_case (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *folded = g_malloc (length + 1);
  g_autofree char *mended = NULL;

  if (fold_case_fast (text, folded))
    return g_steal_pointer (&folded);
  mended = g_utf8_make_valid (text, (gssize) length);
  return fold_case_slow (mended);
}

static CharClass
classify_ascii (char c)
{
  if (g_ascii_isalpha (c))
    return CLASS_LETTER;
  if (g_ascii_isdigit (c))
    return CLASS_DIGIT;
  switch (c) {
  case '\'': return CLASS_APOSTROPHE;
  case '-': return CLASS_DASH;
  case '\n':
  case '.':
  case ',':
  case ';':
  case '!':
  case '?':
  case '"':
  case '/':
  case '(':
  case ')':
  case '[':
  case ']':
  case '{':
  case '}': return CLASS_CLAUSE;
  default: return g_ascii_isspace (c) ? CLASS_SPACE : CLASS_SYMBOL;
  }
}

static CharClass
classify_other (gunichar c)
{
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return CLASS_LETTER;
  if (g_unichar_isspace (c))
    return CLASS_SPACE;
  if (c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
    return CLASS_DASH;
  return g_unichar_ispunct (c) && g_unichar_type (c) >= G_UNICODE_CONNECT_PUNCTUATION &&
                 g_unichar_type (c) <= G_UNICODE_OTHER_PUNCTUATION
             ? CLASS_CLAUSE
             : CLASS_SYMBOL;
}

static CharClass
classify (const char *p)
{
  if ((guchar) *p < 0x80)
    return classify_ascii (*p);
  /* Letters such as å, ä and ö need no table. */
  if ((guchar) *p == 0xc3 && (guchar) p[1] != 0x97 && (guchar) p[1] != 0xb7)
    return CLASS_LETTER;
  return classify_other (g_utf8_get_char (p));
}

static gboolean
is_space (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isspace (*p);
  /* No letter from À to ÿ is a space. */
  return (guchar) *p != 0xc3 && g_unichar_isspace (g_utf8_get_char (p));
}

static gboolean
is_punctuation (const char *p)
{
  switch (classify (p)) {
  case CLASS_APOSTROPHE:
  case CLASS_DASH:
  case CLASS_CLAUSE: return TRUE;
  case CLASS_SYMBOL: return g_ascii_ispunct (*p) && strchr ("$+<=>^`|~", *p) == NULL;
  case CLASS_LETTER:
  case CLASS_DIGIT:
  case CLASS_SPACE: break;
  }
  return FALSE;
}

/* The part of [start, end) without punctuation at its ends. */
static void
trim (const char **start, const char **end)
{
  while (*start < *end && is_punctuation (*start))
    *start = g_utf8_next_char (*start);
  while (*start < *end) {
    const char *last = g_utf8_prev_char (*end);

    if (!is_punctuation (last))
      break;
    *end = last;
  }
}

char *
desk_text_fold (const char *text)
{
  char *folded, *out;

  g_return_val_if_fail (text != NULL, NULL);

  folded = fold_case (text);
  out = folded;
  for (const char *p = folded; *p != '\0';) {
    const char *start = p;
    const char *end;

    while (*p != '\0' && !is_space (p))
      p = g_utf8_next_char (p);
    end = p;
    while (*p != '\0' && is_space (p))
      p = g_utf8_next_char (p);
    trim (&start, &end);
    if (start == end)
      continue;
    if (out > folded)
      *out++ = ' ';
    memmove (out, start, (gsize) (end - start));
    out += end - start;
  }
  *out = '\0';
  return folded;
}

gboolean
desk_text_is_blank (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);
  return text[strspn (text, " ")] == '\0';
}

typedef struct {
  char *p;
  char *out; /* words are written back into the same buffer, never ahead of `p` */
  GArray *words;
  guint clause;
  guint n_gap;
  guint n_dashes;
  gboolean only_spaces;
  gboolean last_was_counted;
  guint n_counted;
} Splitter;

static void
take (Splitter *splitter)
{
  const char *next = g_utf8_next_char (splitter->p);

  while (splitter->p < next)
    *splitter->out++ = *splitter->p++;
}

/* 14.30, 1,250 and 2026: digits separated by at most one mark. */
static void
take_number (Splitter *splitter)
{
  do
    take (splitter);
  while (g_ascii_isdigit (*splitter->p) ||
         (*splitter->p != '\0' && strchr (".:,", *splitter->p) != NULL &&
          g_ascii_isdigit (splitter->p[1])));
}

static gboolean
is_letter (const char *p)
{
  return *p != '\0' && classify (p) == CLASS_LETTER;
}

/* Whether the dot at `p` stands in an abbreviation of single letters, "p.m." or "f.m.". */
static gboolean
is_abbreviating (const char *p)
{
  return *p == '.' && is_letter (p + 1) && !is_letter (g_utf8_next_char (p + 1));
}

static void
take_letters (Splitter *splitter)
{
  const char *second = g_utf8_next_char (splitter->p);

  do
    take (splitter);
  while (is_letter (splitter->p) || (*splitter->p == '\'' && is_letter (splitter->p + 1)));
  if (splitter->p != second || !is_abbreviating (splitter->p))
    return;
  while (is_abbreviating (splitter->p)) {
    splitter->p++;
    take (splitter);
  }
  if (*splitter->p == '.')
    splitter->p++;
}

static DeskGap
gap_before (const Splitter *splitter)
{
  if (splitter->n_gap == 0)
    return DESK_GAP_NONE;
  if (splitter->only_spaces)
    return DESK_GAP_SPACE;
  return splitter->n_gap == 1 && splitter->n_dashes == 1 ? DESK_GAP_HYPHEN : DESK_GAP_OTHER;
}

/* To people, parts without a space between them are one word. A chain of them is not, unless of digits:
 * otherwise a whole message could be strung together and count as one word. */
static void
count_word (Splitter *splitter, const DeskWord *word)
{
  const DeskWord *last = splitter->words->len > 0
                             ? &g_array_index (splitter->words, DeskWord, splitter->words->len - 1)
                             : NULL;
  gboolean is_tied = last != NULL && (word->gap == DESK_GAP_NONE || word->gap == DESK_GAP_HYPHEN) &&
                     (splitter->last_was_counted || (word->is_number && last->is_number));

  splitter->last_was_counted = !is_tied;
  splitter->n_counted += !is_tied;
}

static void
take_word (Splitter *splitter, gboolean is_number)
{
  const char *start = splitter->out;
  DeskWord word = { .text = start, .is_number = (guint8) is_number };

  word.gap = (guint8) gap_before (splitter);
  /* A dash ends a clause unless it ties two words together. */
  if (splitter->n_dashes > 0 && word.gap != DESK_GAP_HYPHEN)
    splitter->clause++;
  if (is_number)
    take_number (splitter);
  else
    take_letters (splitter);
  word.length = (guint) (splitter->out - start);
  word.clause = splitter->clause;
  count_word (splitter, &word);
  g_array_append_val (splitter->words, word);
  splitter->n_gap = splitter->n_dashes = 0;
  splitter->only_spaces = TRUE;
}

static void
pass_gap (Splitter *splitter, CharClass class)
{
  splitter->n_gap++;
  splitter->n_dashes += class == CLASS_DASH;
  splitter->clause += class == CLASS_CLAUSE;
  if (class != CLASS_SPACE && *splitter->p != '\n')
    splitter->only_spaces = FALSE;
  splitter->p = g_utf8_next_char (splitter->p);
}

DeskWords *
desk_words_new (const char *text)
{
  DeskWords *words;
  Splitter splitter = { .only_spaces = TRUE };

  g_return_val_if_fail (text != NULL, NULL);

  words = g_new0 (DeskWords, 1);
  words->buffer = fold_case (text);
  splitter.p = splitter.out = words->buffer;
  splitter.words = g_array_sized_new (FALSE, FALSE, sizeof (DeskWord),
                                      (guint) (strlen (text) / BYTES_PER_WORD_GUESS) + 1);
  while (*splitter.p != '\0') {
    CharClass class = classify (splitter.p);

    if (class == CLASS_LETTER || class == CLASS_DIGIT)
      take_word (&splitter, class == CLASS_DIGIT);
    else
      pass_gap (&splitter, class);
  }
  words->n_words = splitter.words->len;
  words->n_counted = splitter.n_counted;
  words->words = (DeskWord *) (gpointer) g_array_free (splitter.words, FALSE);
  return words;
}

void
desk_words_free (DeskWords *words)
{
  if (words == NULL)
    return;
  g_free (words->buffer);
  g_free (words->words);
  g_free (words);
}

gboolean
desk_word_is (const DeskWord *word, const char *text)
{
  return strncmp (word->text, text, word->length) == 0 && text[word->length] == '\0';
}
