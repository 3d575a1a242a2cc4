/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken-private.h"

#include <stdlib.h>
#include <string.h>

/* Dates and times of day written in digits. */

static const char *const english_months[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};
static const char *const swedish_months[] = {
  "januari", "februari", "mars",      "april",   "maj",      "juni",
  "juli",    "augusti",  "september", "oktober", "november", "december",
};
static const char *const swedish_ordinals[] = {
  "första",        "andra",       "tredje",      "fjärde",       "femte",       "sjätte",
  "sjunde",        "åttonde",     "nionde",      "tionde",       "elfte",       "tolfte",
  "trettonde",     "fjortonde",   "femtonde",    "sextonde",     "sjuttonde",   "artonde",
  "nittonde",      "tjugonde",    "tjugoförsta", "tjugoandra",   "tjugotredje", "tjugofjärde",
  "tjugofemte",    "tjugosjätte", "tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde",
  "trettioförsta",
};

static int
figure (const GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL && *text != '\0' ? atoi (text) : -1;
}

/* "23rd of November"; "tjugotredje november". */
static void
append_day (GString *spoken, DeskTongue tongue, int day, const char *month)
{
  static const char *const endings[] = { "th", "st", "nd", "rd" };

  if (tongue == DESK_TONGUE_SV)
    g_string_append_printf (spoken, "%s %s", swedish_ordinals[day - 1], month);
  else
    g_string_append_printf (spoken, "%d%s of %s", day,
                            day / 10 != 1 && day % 10 < 4 ? endings[day % 10] : "th", month);
}

static void
append_year (GString *spoken, DeskTongue tongue, int year)
{
  g_string_append_c (spoken, ' ');
  desk_spoken_append_number (spoken, tongue, (guint) (year / 100));
  g_string_append (spoken, tongue == DESK_TONGUE_SV ? "hundra" : " ");
  if (year % 100 == 0)
    g_string_append (spoken, tongue == DESK_TONGUE_SV ? "" : "hundred");
  else if (tongue == DESK_TONGUE_EN && year % 100 < 10)
    g_string_append (spoken, "oh ");
  if (year % 100 != 0)
    desk_spoken_append_number (spoken, tongue, (guint) (year % 100));
}

static gboolean
is_date (int month, int day)
{
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static gboolean
say_iso_date (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  gboolean is_swedish = manner->tongue == DESK_TONGUE_SV;
  int month = figure (match, 3), day = figure (match, 4);
  g_autofree char *article = g_match_info_fetch (match, 1);

  if (!is_date (month, day))
    return FALSE;
  g_string_append (spoken, *article != '\0' ? article : is_swedish ? "den " : "the ");
  append_day (spoken, manner->tongue, day,
              (is_swedish ? swedish_months : english_months)[month - 1]);
  append_year (spoken, manner->tongue, figure (match, 2));
  return TRUE;
}

/* "23/11" is a date in Sweden; "24/7" and the fractions are not. */
static gboolean
say_slashed_date (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  int day = figure (match, 2), month = figure (match, 3);
  g_autofree char *article = g_match_info_fetch (match, 1);

  if (!is_date (month, day) || (day == 24 && month == 7) ||
      (*article == '\0' && day < 4 && month <= 5))
    return FALSE;
  g_string_append (spoken, *article != '\0' ? article : "den ");
  append_day (spoken, manner->tongue, day, swedish_months[month - 1]);
  return TRUE;
}

/* "23 november", "23 November". */
static gboolean
say_named_month (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  int day = figure (match, 2);
  g_autofree char *article = g_match_info_fetch (match, 1);
  g_autofree char *month = g_match_info_fetch (match, 3);

  if (!is_date (1, day))
    return FALSE;
  g_string_append (spoken, *article != '\0'                   ? article
                           : manner->tongue == DESK_TONGUE_SV ? ""
                                                              : "the ");
  append_day (spoken, manner->tongue, day, month);
  return TRUE;
}

void
desk_spoken_dates (char **text, const DeskSpokenManner *manner)
{
  gboolean is_swedish = manner->tongue == DESK_TONGUE_SV;

  if (manner->tongue == DESK_TONGUE_OTHER)
    return;
  desk_spoken_replace (text,
                       "(?i)((?:\\bden |\\bthe )?)(?<![\\d-])([12]\\d{3})-(\\d\\d)-(\\d\\d)"
                       "(?![\\d-])",
                       say_iso_date, manner);
  if (is_swedish)
    desk_spoken_replace (text, "(?i)((?:\\bden )?)(?<![\\d/.,-])(\\d{1,2})/(\\d{1,2})(?![\\d/-])",
                         say_slashed_date, manner);
  desk_spoken_replace (
      text,
      is_swedish ? "((?:\\b[Dd]en )?)(?<![\\d:.,-])(\\d{1,2})(?::e)? "
                   "((?i:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|"
                   "november|december))\\b"
                 : "((?:\\b[Tt]he )?)(?<![\\d:.,-])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?"
                   "(January|February|March|April|May|June|July|August|September|October|November|"
                   "December)\\b",
      say_named_month, manner);
}

/* "fourteen thirty", "nine oh five", "nine o'clock"; "fjorton trettio", "åtta noll fem", "fjorton". */
static void
append_time (GString *spoken, DeskTongue tongue, int hour, int minute, gboolean has_half)
{
  desk_spoken_append_number (spoken, tongue, (guint) hour);
  if (minute > 0) {
    g_string_append_c (spoken, ' ');
    if (minute < 10)
      g_string_append (spoken, tongue == DESK_TONGUE_SV ? "noll " : "oh ");
    desk_spoken_append_number (spoken, tongue, (guint) minute);
  } else if (tongue == DESK_TONGUE_EN && !has_half) {
    g_string_append (spoken, hour >= 1 && hour <= 12 ? " o'clock" : " hundred");
  }
}

static gboolean
say_time (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *half = g_match_info_fetch (match, 3);
  gboolean has_half = half != NULL && *half != '\0';
  int hour = figure (match, 1), minute = figure (match, 2);

  if (hour > (has_half ? 12 : 24))
    return FALSE;
  append_time (spoken, manner->tongue, hour, minute, has_half);
  if (has_half)
    g_string_append (spoken, g_ascii_tolower (*half) == 'a' ? " A M" : " P M");
  return TRUE;
}

static gboolean
say_span (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  int from = figure (match, 1), to = figure (match, 3);

  if (from > 24 || to > 24)
    return FALSE;
  append_time (spoken, manner->tongue, from, figure (match, 2), FALSE);
  g_string_append (spoken, manner->tongue == DESK_TONGUE_SV ? " till " : " to ");
  append_time (spoken, manner->tongue, to, figure (match, 4), FALSE);
  return TRUE;
}

static gboolean
say_dash (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *from = g_match_info_fetch (match, 1);

  g_string_append_printf (spoken, "%s %s ", from, manner->tongue == DESK_TONGUE_SV ? "till" : "to");
  return TRUE;
}

static gboolean
say_clock (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_string_append (spoken, "klockan ");
  return TRUE;
}

#define BEGINS "(?<![\\p{L}\\d.:/,£$€+-])"
#define ENDS "(?!\\d|[.,:/]\\d| ?%| ?kr\\b| kronor| \\d\\d\\b)"
#define HALF " ?([AaPp])(?:m\\b|\\.m\\.)"
#define CUE                                                                                        \
  "(?<=\\bat |\\bAt |\\bby |\\bBy |\\bbefore |\\bBefore |\\bafter |\\bAfter |\\buntil |\\btill |"  \
  "\\bfrom |\\bsince |\\bpast )"

static void
say_english_times (char **text, const DeskSpokenManner *manner)
{
  desk_spoken_replace (text, BEGINS "(\\d{1,2})(?:[.:]([0-5]\\d))?" HALF, say_time, manner);
  desk_spoken_replace (text, BEGINS "(\\d{1,2}):([0-5]\\d) ?[-–] ?(\\d{1,2}):([0-5]\\d)" ENDS,
                       say_span, manner);
  desk_spoken_replace (text, BEGINS "(\\d{1,2}):([0-5]\\d)" ENDS, say_time, manner);
  /* With a full stop it may be a price: the word before it must tell. */
  desk_spoken_replace (text, CUE "(\\d{1,2})\\.([0-5]\\d)" ENDS, say_time, manner);
}

/* A decimal has a comma in Swedish, and what has a full stop is a time. */
static void
say_swedish_times (char **text, const DeskSpokenManner *manner)
{
  desk_spoken_replace (text, "(?i)(?<!\\p{L})kl(?:\\. ?| )(?=\\d)", say_clock, manner);
  desk_spoken_replace (text, BEGINS "(\\d{1,2})[.:]([0-5]\\d) ?[-–] ?(\\d{1,2})[.:]([0-5]\\d)" ENDS,
                       say_span, manner);
  desk_spoken_replace (text, BEGINS "(\\d{1,2})[.:]([0-5]\\d)" ENDS, say_time, manner);
}

void
desk_spoken_times (char **text, const DeskSpokenManner *manner)
{
  switch (manner->tongue) {
  case DESK_TONGUE_OTHER: return;
  case DESK_TONGUE_EN: say_english_times (text, manner); break;
  case DESK_TONGUE_SV: say_swedish_times (text, manner); break;
  }
  desk_spoken_replace (text,
                       "(?<![\\d.,:/–-])([1-9]\\d{0,3}) ?– ?(?=[1-9]\\d{0,3}(?!\\d|[:–]|[.,]\\d))",
                       say_dash, manner);
}
