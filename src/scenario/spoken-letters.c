/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken-private.h"

#include <string.h>

#include "matching/telephone-alphabet.h"

/* Spelled names: single letters in a row, separated by hyphens, commas, full stops or spaces. A Swede says
 * each by a name (the alphabet of the Swedish telephone company); a Briton says a repeated letter as
 * "double L". */

static const struct {
  gunichar letter;
  const char *name;
} english_names[] = {
  { 0xc5, "A with a ring" },          { 0xc4, "A with two dots" },
  { 0xd6, "O with two dots" },        { 0xd8, "O with a stroke" },
  { 0xc6, "A E together" },           { 0xdc, "U with two dots" },
  { 0xc9, "E with an acute accent" }, { 0xc8, "E with a grave accent" },
};

typedef struct {
  gunichar letter; /* in upper case; 0: a word such as "apostrophe" */
  guint times;
  char *word;         /* owned */
  gboolean new_group; /* preceded by a pause longer than a comma's */
} Letter;

static void
letter_clear (gpointer data)
{
  g_free (((Letter *) data)->word);
}

/* Words in a spelling that are not letters. */
#define SIGN_WORDS "apostrophe|hyphen|dash|space|apostrof|bindestreck|mellanslag"
#define TIMES_WORDS "double|triple|dubbel|dubbelt|två|tre"
/* Not followed by more of a word, nor by its apostrophe ("I'm"). */
#define LETTER "\\p{L}(?![\\p{L}\\p{M}\\p{N}_@'’])"
#define ELEMENT "(?:(?:(?i:" TIMES_WORDS ")[- ])?" LETTER "|(?i:" SIGN_WORDS ")\\b)"
/* After a full stop a single letter may begin a sentence: "I will call". */
#define NEXT "(?:(?: ?[-–] ?|[,;] ?| )" ELEMENT "|\\. ?" ELEMENT "(?! \\p{Ll}))"
#define RUN "(?<![\\p{L}\\p{M}\\p{N}_@'’.])" ELEMENT "(?:" NEXT ")+"

static const char element_pattern[] =
    "([-–,;. ]*)(?:(?:((?i:" TIMES_WORDS "))[- ])?(\\p{L})(?!\\p{L})|(\\p{L}+))";

static guint
times_of (const char *word)
{
  if (*word == '\0')
    return 1;
  return g_ascii_strncasecmp (word, "tr", 2) == 0 ? 3 : 2;
}

static GArray *
take_apart (const char *run)
{
  g_autoptr (GRegex) regex = g_regex_new (element_pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GArray *letters = g_array_new (FALSE, TRUE, sizeof (Letter));

  g_array_set_clear_func (letters, letter_clear);
  for (g_regex_match (regex, run, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *separator = g_match_info_fetch (match, 1);
    g_autofree char *times = g_match_info_fetch (match, 2);
    g_autofree char *letter = g_match_info_fetch (match, 3);
    Letter element = { .times = times_of (times != NULL ? times : ""),
                       .new_group = letters->len > 0 && strstr (separator, ". ") != NULL };

    if (letter != NULL && *letter != '\0')
      element.letter = g_unichar_toupper (g_utf8_get_char (letter));
    else
      element.word = g_match_info_fetch (match, 4);
    g_array_append_val (letters, element);
  }
  return letters;
}

static guint
count_letters (const GArray *letters)
{
  guint n = 0;

  for (guint i = 0; i < letters->len; i++)
    n += g_array_index (letters, Letter, i).letter != 0 ? g_array_index (letters, Letter, i).times
                                                        : 0;
  return n;
}

/* "A, B and C" are choices, not a name. */
static gboolean
is_alphabet (const GArray *letters)
{
  for (guint i = 1; i < letters->len; i++)
    if (g_array_index (letters, Letter, i).letter !=
        g_array_index (letters, Letter, i - 1).letter + 1)
      return FALSE;
  return TRUE;
}

static gboolean
has_lower_case (const char *run)
{
  for (const char *p = run; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean alone = !g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))) &&
                     (p == run || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))));

    if (alone && g_unichar_islower (c))
      return TRUE;
  }
  return FALSE;
}

/* Initials ("J. R. R. Tolkien", "U.S.A.") have nothing but full stops between them. Lower-case letters are
 * a spelling if hyphens or commas separate them. */
static gboolean
is_spelled (const char *run, const GArray *letters)
{
  gboolean parted = strpbrk (run, "-,;") != NULL || strstr (run, "–") != NULL;
  guint n = count_letters (letters);

  if (n < (parted || strchr (run, '.') == NULL ? 3 : 4) || is_alphabet (letters))
    return FALSE;
  return parted || !has_lower_case (run);
}

/* In English a letter that occurs twice in a row within a group is "double"; but "double U" is another
 * letter. */
static void
join_doubles (GArray *letters, const DeskSpokenManner *manner)
{
  if (manner->tongue != DESK_TONGUE_EN || manner->country == DESK_COUNTRY_US)
    return;
  for (guint i = 0; i + 1 < letters->len; i++) {
    Letter *first = &g_array_index (letters, Letter, i);
    const Letter *second = first + 1;
    gboolean third_too =
        i + 2 < letters->len && !second[1].new_group && second[1].letter == first->letter;

    if (first->letter != 0 && first->letter == second->letter && first->letter != 'U' &&
        first->times == 1 && second->times == 1 && !second->new_group && !third_too &&
        (i == 0 || first[-1].letter != first->letter)) {
      first->times = 2;
      g_array_remove_index (letters, i + 1);
    }
  }
}

static const char *
english_name (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (english_names); i++)
    if (english_names[i].letter == letter)
      return english_names[i].name;
  return NULL;
}

static void
append_name (GString *spoken, DeskTongue tongue, gunichar letter)
{
  const char *name = NULL;

  if (tongue == DESK_TONGUE_SV)
    name = desk_alphabet_letter (DESK_ALPHABET_SWEDISH, letter);
  else if (tongue == DESK_TONGUE_EN)
    name = english_name (letter);
  if (name != NULL)
    g_string_append (spoken, name);
  else
    g_string_append_unichar (spoken, letter);
}

static void
append_letter (GString *spoken, DeskTongue tongue, const Letter *letter)
{
  static const char *const english[] = { "double ", "triple " };
  static const char *const swedish[] = { "två ", "tre " };
  gboolean repeated = letter->times > 1;

  if (letter->letter == 0) {
    g_string_append (spoken, letter->word);
    return;
  }
  if (repeated && tongue != DESK_TONGUE_OTHER)
    g_string_append (spoken, (tongue == DESK_TONGUE_SV ? swedish : english)[letter->times - 2]);
  else if (repeated)
    for (guint i = 1; i < letter->times; i++) {
      g_string_append_unichar (spoken, letter->letter);
      g_string_append (spoken, ", ");
    }
  append_name (spoken, tongue, letter->letter);
}

/* Full stops separate groups if commas or hyphens separate the letters; otherwise they separate the
 * letters. */
static gboolean
has_groups (const char *run)
{
  return strpbrk (run, "-,;") != NULL || strstr (run, "–") != NULL;
}

static gboolean
say_run (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *run = g_match_info_fetch (match, 0);
  g_autoptr (GArray) letters = take_apart (run);

  if (!is_spelled (run, letters))
    return FALSE;
  join_doubles (letters, manner);
  for (guint i = 0; i < letters->len; i++) {
    const Letter *letter = &g_array_index (letters, Letter, i);

    if (i > 0)
      g_string_append (spoken, letter->new_group && has_groups (run) ? ". " : ", ");
    append_letter (spoken, manner->tongue, letter);
  }
  return TRUE;
}

void
desk_spoken_letters (char **text, const DeskSpokenManner *manner)
{
  desk_spoken_replace (text, RUN, say_run, manner);
}
