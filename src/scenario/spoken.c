/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken.h"

#include <string.h>

#include "scenario/spoken-private.h"

/* Synthesisers read 070-174 06 05 as a subtraction and L-I-N-D as a word. So before it is spoken a text
 * goes through rules, each for one kind of thing. What a rule produces is words, which no later rule
 * touches. Captions are not affected, and neither are the facts that are scored: both use the text as the
 * author wrote it (src/matching knows that the two mean the same). */

enum {
  SOFT_HYPHEN = 0xad,
  DEGREE_SIGN = 0xb0,
};

/* Emoji are not spoken; espeak-ng would read out their names. */
static gboolean
is_unspeakable (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  gboolean picks_a_picture = c >= 0xfe00 && c <= 0xfe0f;

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_UNASSIGNED ||
         type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_SURROGATE ||
         (type == G_UNICODE_MODIFIER_SYMBOL && c >= 0x80) || picks_a_picture ||
         (type == G_UNICODE_OTHER_SYMBOL && c != DEGREE_SIGN);
}

/* Collapses white space, and breaks up "[[", which starts phonemes in espeak-ng. */
static char *
clean (const char *written)
{
  GString *text = g_string_sized_new (strlen (written));
  gunichar before = ' ';

  for (const char *p = written; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c) || (is_unspeakable (c) && c != SOFT_HYPHEN))
      c = ' ';
    if (c == SOFT_HYPHEN || (c == ' ' && before == ' '))
      continue;
    if (c == '[' && before == '[')
      g_string_append_c (text, ' ');
    g_string_append_unichar (text, c);
    before = c;
  }
  return g_string_free (text, FALSE);
}

typedef struct {
  DeskSpokenRule rule;
  const DeskSpokenManner *manner;
} Replacement;

static gboolean
on_match (const GMatchInfo *match, GString *spoken, gpointer data)
{
  const Replacement *replacement = data;
  g_autofree char *written = NULL;

  if (!replacement->rule (replacement->manner, match, spoken)) {
    written = g_match_info_fetch (match, 0);
    g_string_append (spoken, written);
  }
  return FALSE;
}

void
desk_spoken_replace (char **text,
                     const char *pattern,
                     DeskSpokenRule rule,
                     const DeskSpokenManner *manner)
{
  Replacement replacement = { rule, manner };
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, &error);
  char *replaced;

  g_assert_no_error (error);
  /* NULL if PCRE gave up on the text: it is then spoken as written. */
  replaced = g_regex_replace_eval (regex, *text, -1, 0, 0, on_match, &replacement, NULL);
  if (replaced == NULL)
    return;
  g_free (*text);
  *text = replaced;
}

char *
desk_spoken_text (const char *written, const char *language, DeskCountry country)
{
  const DeskSpokenManner manner = { desk_tongue_from_tag (language), country };
  char *text = clean (written);

  desk_spoken_addresses (&text, &manner);
  desk_spoken_letters (&text, &manner);
  desk_spoken_dates (&text, &manner);
  desk_spoken_times (&text, &manner);
  desk_spoken_phones (&text, &manner);
  desk_spoken_numbers (&text, &manner);
  desk_spoken_amounts (&text, &manner);
  desk_spoken_abbreviations (&text, &manner);
  return g_strstrip (text);
}

gboolean
desk_spoken_is_audible (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}
