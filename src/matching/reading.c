/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/reading.h"

#include <string.h>

#define MAX_DIGITS 18
#define MAX_QUOTED_WORDS 8
#define MAX_QUOTED_BYTES 80

static DeskDigits
add_digit (DeskDigits digits, guint digit)
{
  static const DeskDigits full = G_GUINT64_CONSTANT (1000000000000000000); /* 10 to MAX_DIGITS */

  return digits == 0 || digits >= full ? 0 : digits * 10 + digit;
}

DeskDigits
desk_digits_from_text (const char *text, gssize length)
{
  DeskDigits digits = DESK_NO_DIGITS;

  for (gssize i = 0; (length < 0 || i < length) && text[i] != '\0'; i++) {
    if (g_ascii_isdigit (text[i]))
      digits = add_digit (digits, (guint) (text[i] - '0'));
  }
  return digits;
}

DeskDigits
desk_digits_from_value (gint value)
{
  char text[16];

  return desk_digits_from_text (text, g_snprintf (text, sizeof text, "%d", value));
}

DeskDigits
desk_digits_join (DeskDigits first, DeskDigits second)
{
  DeskDigits scale = 1;

  if (second == 0)
    return 0;
  while (second / scale >= 10)
    scale *= 10;
  for (; scale > 1; scale /= 10)
    first = add_digit (first, (guint) (second / (scale / 10) % 10));
  return first;
}

/* Minutes after midnight, or -1. */
static gint
clock_from (guint hour, guint minute)
{
  return hour < 24 && minute < 60 ? (gint) (hour * 60 + minute) : -1;
}

static gsize
count_digits (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

static guint
two_digits (const char *text)
{
  return (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
}

/* Reads "14.30" or "2:30" at the beginning of `text`; returns how many bytes it takes, or 0. */
static gsize
read_time (const char *text, gsize length, DeskDigitGroup *group)
{
  gsize hours = count_digits (text, length);
  gint clock;

  if (hours == 0 || hours > 2 || length < hours + 3 || text[hours] == ',' ||
      count_digits (text + hours + 1, length - hours - 1) != 2)
    return 0;
  clock = clock_from (hours == 2 ? two_digits (text) : (guint) (text[0] - '0'),
                      two_digits (text + hours + 1));
  if (clock < 0)
    return 0;
  group->clock = clock;
  group->is_time = text[hours] == ':';
  return hours + 3;
}

/* "4417" or, with a separator before every three digits, "1.250.000". */
static gsize
read_plain (const char *text, gsize length, DeskDigitGroup *group)
{
  gsize n = count_digits (text, length);
  gsize first = n;

  if (n == 4)
    group->clock = clock_from (two_digits (text), two_digits (text + 2));
  while (first <= 3 && n + 1 < length && text[n] != ':' &&
         count_digits (text + n + 1, length - n - 1) == 3)
    n += 4;
  return n;
}

/* Whether `text`, the rest of a word, is the decimals of a whole amount (",00"). */
static gboolean
is_nil (const char *text, gsize length)
{
  return length == 2 && text[0] == '0' && text[1] == '0' && (text[-1] == '.' || text[-1] == ',');
}

/* After a number of three digits or more, "2nd" and "2 st" are numbers of their own; "250 kr" may continue
 * one. */
static gboolean
stands_alone (const DeskWords *words, guint i, DeskTongue tongue)
{
  const DeskWord *word = &words->words[i];

  if (word->length > 2 || word[-1].length < 3 || word->gap != DESK_GAP_SPACE ||
      i + 1 == words->n_words || word[1].is_number || word[1].clause != word->clause)
    return FALSE;
  return word[1].gap == DESK_GAP_NONE ||
         (desk_lexicon_look_up (tongue, word[1].text, word[1].length).roles & DESK_ROLE_MEASURE) !=
             0;
}

/* A space does not join across a line break, where a new clause begins. */
static gboolean
joins_word_before (const DeskWords *words, guint i, DeskTongue tongue)
{
  const DeskWord *word = &words->words[i];

  return i > 0 && word[-1].is_number && word->clause == word[-1].clause &&
         (word->gap == DESK_GAP_SPACE || word->gap == DESK_GAP_HYPHEN) &&
         !stands_alone (words, i, tongue);
}

static void
add_groups (GArray *groups, const DeskWords *words, guint i, DeskTongue tongue)
{
  const DeskWord *word = &words->words[i];
  const char *text = word->text;
  gsize left = word->length;
  gboolean joined = joins_word_before (words, i, tongue);

  while (left > 0) {
    DeskDigitGroup group = { .word = i, .clock = -1, .joined = (guint8) joined };
    gsize n = read_time (text, left, &group);

    if (n == 0)
      n = read_plain (text, left, &group);
    group.is_nil = text > word->text && is_nil (text, left);
    group.digits = desk_digits_from_text (text, (gssize) n);
    g_array_append_val (groups, group);
    joined = n < left && text[n] != ':';
    n += n < left;
    text += n;
    left -= n;
  }
}

DeskReading *
desk_reading_new (const char *text, DeskTongue tongue)
{
  DeskReading *reading = g_new0 (DeskReading, 1);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (DeskDigitGroup));

  reading->tongue = tongue;
  reading->words = desk_words_new (text);
  reading->senses = g_new0 (DeskSense, reading->words->n_words);
  for (guint i = 0; i < reading->words->n_words; i++) {
    const DeskWord *word = &reading->words->words[i];

    if (word->is_number)
      add_groups (groups, reading->words, i, tongue);
    else
      reading->senses[i] = desk_lexicon_look_up (tongue, word->text, word->length);
  }
  reading->n_groups = groups->len;
  reading->groups = (DeskDigitGroup *) (gpointer) g_array_free (groups, FALSE);
  return reading;
}

void
desk_reading_free (DeskReading *reading)
{
  if (reading == NULL)
    return;
  desk_words_free (reading->words);
  g_free (reading->senses);
  g_free (reading->groups);
  g_free (reading);
}

gboolean
desk_reading_has_role (const DeskReading *reading, guint i, guint roles)
{
  return i < reading->words->n_words && (reading->senses[i].roles & roles) != 0;
}

char *
desk_reading_quote (const DeskReading *reading, guint first, guint last)
{
  GString *quote = g_string_new (NULL);

  for (guint i = first; i <= last && i < reading->words->n_words; i++) {
    const DeskWord *word = &reading->words->words[i];

    if (i > first && word->gap != DESK_GAP_NONE)
      g_string_append_c (quote, word->gap == DESK_GAP_HYPHEN ? '-' : ' ');
    if (i - first == MAX_QUOTED_WORDS || quote->len + word->length > MAX_QUOTED_BYTES) {
      g_string_append (quote, "…");
      break;
    }
    g_string_append_len (quote, word->text, word->length);
  }
  return g_string_free (quote, FALSE);
}
