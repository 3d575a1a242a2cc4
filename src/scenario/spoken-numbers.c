/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken-private.h"

#include <string.h>

/* Telephone numbers, and numbers such as those of invoices, which are spoken digit by digit so that they
 * can be written down. */

static const char *const english_words[] = {
  "zero",     "one",     "two",     "three",     "four",     "five",     "six",
  "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const english_tens[] = { "twenty", "thirty",  "forty",  "fifty",
                                            "sixty",  "seventy", "eighty", "ninety" };
static const char *const swedish_words[] = {
  "noll", "ett",  "två",  "tre",     "fyra",    "fem",    "sex",    "sju",     "åtta",  "nio",
  "tio",  "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
};
static const char *const swedish_tens[] = { "tjugo",  "trettio", "fyrtio", "femtio",
                                            "sextio", "sjuttio", "åttio",  "nittio" };

void
desk_spoken_append_number (GString *spoken, DeskTongue tongue, guint number)
{
  gboolean is_swedish = tongue == DESK_TONGUE_SV;
  const char *const *words = is_swedish ? swedish_words : english_words;

  g_return_if_fail (number < 100);
  if (number >= G_N_ELEMENTS (english_words)) {
    g_string_append (spoken, (is_swedish ? swedish_tens : english_tens)[number / 10 - 2]);
    number %= 10;
    if (number == 0)
      return;
    if (!is_swedish)
      g_string_append_c (spoken, '-');
  }
  g_string_append (spoken, words[number]);
}

void
desk_spoken_append_digit (GString *spoken, DeskTongue tongue, char digit)
{
  if (tongue == DESK_TONGUE_OTHER)
    g_string_append_c (spoken, digit);
  else if (tongue == DESK_TONGUE_EN && digit == '0')
    g_string_append (spoken, "oh");
  else
    desk_spoken_append_number (spoken, tongue, (guint) (digit - '0'));
}

/* How many of the next `n` digits are spoken in one breath: five as in an area code, six as three and
 * three, seven as three and four. */
static gsize
breath (gsize n)
{
  return n <= 5 ? n : n == 8 ? 4 : 3;
}

static void
append_group (GString *spoken, const DeskSpokenManner *manner, const char *digits, gsize n)
{
  while (n > 0) {
    gsize now = breath (n);

    for (gsize i = 0; i < now; i++) {
      if (i > 0)
        g_string_append_c (spoken, ' ');
      desk_spoken_append_digit (spoken, manner->tongue, digits[i]);
    }
    digits += now;
    n -= now;
    if (n > 0)
      g_string_append (spoken, ", ");
  }
}

/* Appends the groups of digits in `written`, whatever separates them. */
static void
append_groups (GString *spoken, const DeskSpokenManner *manner, const char *written)
{
  gboolean first = TRUE;

  for (const char *p = written; *p != '\0';) {
    gsize n = strspn (p, "0123456789");

    if (n == 0) {
      p = g_utf8_next_char (p);
      continue;
    }
    if (!first)
      g_string_append (spoken, ", ");
    append_group (spoken, manner, p, n);
    first = FALSE;
    p += n;
  }
}

/* A number without separators, or with only one after the area code, is grouped as its country does. */
static char *
grouped (const DeskSpokenManner *manner, const char *written)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[^0-9]+", written, 0, 0);
  guint n = 0;

  for (char **part = parts; *part != NULL; part++)
    n += **part != '\0';
  return n > 2 ? g_strdup (written) : desk_phone_number_group (written, manner->country);
}

static void
append_phone (GString *spoken, const DeskSpokenManner *manner, const char *written)
{
  g_autoptr (GString) dialled = g_string_new (written);
  g_autofree char *in_groups = NULL;

  g_string_replace (dialled, "(0)", " ", 0); /* not dialled after a calling code */
  in_groups = grouped (manner, dialled->str);
  if (*in_groups == '+')
    g_string_append (spoken, "plus ");
  append_groups (spoken, manner, in_groups);
}

/* A telephone number needs at least two groups or a trunk prefix, so that a count of things is not taken
 * for one. */
static gboolean
is_phone (const DeskSpokenManner *manner, const char *written)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (written, manner->country);

  return e164 != NULL &&
         (*written == '+' || *written == '0' || strpbrk (written, "- .()/") != NULL);
}

/* Other numbers may be next to it: the longest run of groups that is a telephone number counts. */
static gboolean
say_phone (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *run = g_match_info_fetch (match, 0);

  for (gsize start = 0; run[start] != '\0'; start++) {
    if (start > 0 && (g_ascii_isdigit (run[start - 1]) || strchr ("(+", run[start - 1]) != NULL))
      continue;
    for (gsize end = strlen (run); end > start; end--) {
      g_autofree char *part = g_strndup (run + start, end - start);

      if (!g_ascii_isdigit (run[end - 1]) || g_ascii_isdigit (run[end]) || !is_phone (manner, part))
        continue;
      g_string_append_len (spoken, run, (gssize) start);
      append_phone (spoken, manner, part);
      g_string_append (spoken, run + end);
      return TRUE;
    }
  }
  return FALSE;
}

void
desk_spoken_phones (char **text, const DeskSpokenManner *manner)
{
  desk_spoken_replace (text,
                       "(?<![\\p{L}\\p{N}£$€])\\+?\\(?\\d{1,15}(?:(?: ?[-–/] ?| ?\\(|\\) ?|[ .])+"
                       "\\d{1,15}){0,11}(?![\\p{L}\\p{N}])",
                       say_phone, manner);
}

static gboolean
say_digits (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *digits = g_match_info_fetch (match, 0);

  append_groups (spoken, manner, digits);
  return TRUE;
}

/* Not the start of a decimal, an amount or a count of things. */
#define ALONE                                                                                      \
  "(?![\\p{L}\\p{N}]|[.,:/]\\d| ?(?:%|kr\\b|kronor\\b|euro|pounds?\\b|dollars?\\b|öre\\b))"
#define CUES_EN                                                                                    \
  "(?:invoice|order|reference|ref|case|booking|account|ticket|policy|contract|claim|customer|"     \
  "job|quote|serial|article|extension|ext|code|number|no|flight|room)"
#define CUES_SV                                                                                    \
  "(?:faktura|fakturan|order|ordern|ärende|ärendet|referens|offert|offerten|bokning|bokningen|"  \
  "konto|kontot|avtal|avtalet|artikel|artikeln|anknytning|anknytningen|ankn|kod|koden|nummer|"     \
  "numret|nr|\\p{L}+nummer|\\p{L}+numret|diarienr|ordernr|fakturanr)"

/* "Invoice 4471. No, 4417": once one number is to be written down, others of that length are too. */
static void
say_cued (char **text, const char *cues, const DeskSpokenManner *manner)
{
  /* "order 1500 bricks" counts, "order 1500 is late" does not. */
  g_autofree char *pattern =
      g_strconcat ("(?i)(?<!\\p{L})", cues,
                   "\\.?(?: (?:number|no|nr|nummer)\\.?)?:? #?\\K\\d{3,12}" ALONE
                   "(?! (?!is\\b|was\\b|has\\b|does\\b)\\p{Ll}+s\\b)",
                   NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *length = NULL;
  g_autofree char *as_long = NULL;

  if (!g_regex_match (regex, *text, 0, &match))
    return;
  digits = g_match_info_fetch (match, 0);
  length = g_strdup_printf ("\\d{%u}", (guint) strlen (digits));
  as_long = g_strconcat ("(?<![\\p{L}\\p{N}.,:£$€])", length, ALONE, NULL);
  g_clear_pointer (&match, g_match_info_unref);
  desk_spoken_replace (text, pattern, say_digits, manner);
  desk_spoken_replace (text, as_long, say_digits, manner);
}

void
desk_spoken_numbers (char **text, const DeskSpokenManner *manner)
{
  switch (manner->tongue) {
  case DESK_TONGUE_OTHER: return;
  case DESK_TONGUE_EN: say_cued (text, CUES_EN, manner); break;
  case DESK_TONGUE_SV: say_cued (text, CUES_SV, manner); break;
  }
  /* A leading zero, or seven digits without a separator: not a quantity. */
  desk_spoken_replace (text, "(?<![\\p{L}\\p{N}.,:£$€-])(?:0\\d+|\\d{7,})" ALONE, say_digits,
                       manner);
}
