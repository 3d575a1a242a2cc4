/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* At each word a time is tried, from the most specific form to the least: digits that are a time; "half
 * past two" and "halv tre"; "ten to three" and "tio i halv tre"; "two thirty"; "two o'clock"; and finally
 * the bare hour after a word such as "before". Each form yields the hour it is built on, which tells
 * whether the half of the day is open, and the word after it, where "pm" or "in the afternoon" may settle
 * that. */

#include "matching/clock-time.h"

#define MINUTES_A_DAY (24 * 60)
#define MINUTES_A_HALF (12 * 60)
#define MAX_FILLERS 2

typedef struct {
  const DeskReading *reading;
  guint next_group;
  guint range_end; /* the word where a span of hours ends, "3" in "from 2 to 3"; 0: none */
  gint hour;       /* as named */
  gint minutes;    /* after midnight */
} Finder;

/* Reads a number below 60, in digits or words; returns how many words it takes, or 0. */
static guint
read_small (const DeskReading *reading, guint i, gint *value)
{
  const DeskWord *word;

  if (i >= reading->words->n_words)
    return 0;
  word = &reading->words->words[i];
  if (word->is_number) {
    if (word->length > 2)
      return 0;
    *value = word->text[0] - '0';
    if (word->length == 2)
      *value = *value * 10 + word->text[1] - '0';
    return *value < 60;
  }
  *value = reading->senses[i].value;
  if (!desk_reading_has_role (reading, i, DESK_ROLE_NUMBER) || *value < 0 || *value >= 60)
    return 0;
  if (*value >= 20 && *value % 10 == 0 &&
      desk_reading_has_role (reading, i + 1, DESK_ROLE_NUMBER) &&
      reading->senses[i + 1].value > 0 && reading->senses[i + 1].value < 10) {
    *value += reading->senses[i + 1].value;
    return 2;
  }
  return 1;
}

/* Reads the hour at word `i` as the base of the time; returns the word after it, or 0. */
static guint
read_hour (Finder *finder, guint i)
{
  guint n = read_small (finder->reading, i, &finder->hour);

  finder->minutes = finder->hour * 60;
  return n > 0 && finder->hour <= 24 ? i + n : 0;
}

/* 14:30, 14.30, 1430. */
static guint
read_digits (Finder *finder, guint i)
{
  const DeskReading *reading = finder->reading;

  for (; finder->next_group < reading->n_groups; finder->next_group++) {
    const DeskDigitGroup *group = &reading->groups[finder->next_group];

    if (group->word > i)
      break;
    if (group->word == i && group->clock >= 0) {
      finder->hour = group->clock / 60;
      finder->minutes = group->clock;
      return i + 1;
    }
  }
  return 0;
}

/* "half past two", "half two"; the Swedish "halv tre" and "halvtre" are half an hour to three. */
static guint
read_half (Finder *finder, guint i)
{
  gboolean is_swedish = finder->reading->tongue == DESK_TONGUE_SV;
  guint next;

  if (desk_reading_has_role (finder->reading, i, DESK_ROLE_HALF_TO)) {
    finder->hour = finder->reading->senses[i].value;
    finder->minutes = finder->hour * 60 - 30;
    return i + 1;
  }
  if (!desk_reading_has_role (finder->reading, i, DESK_ROLE_HALF))
    return 0;
  i++;
  if (!is_swedish && desk_reading_has_role (finder->reading, i, DESK_ROLE_PAST))
    i++;
  next = read_hour (finder, i);
  finder->minutes += is_swedish ? -30 : 30;
  return next;
}

/* Whether the hour at word `i` begins a span: "between two", "mellan kl 14". */
static gboolean
begins_span (const DeskReading *reading, guint i)
{
  if (i > 1 && desk_reading_has_role (reading, i - 1, DESK_ROLE_CUE) &&
      desk_reading_has_role (reading, i - 2, DESK_ROLE_SPAN))
    return TRUE;
  return i > 0 && desk_reading_has_role (reading, i - 1, DESK_ROLE_SPAN);
}

/* Reads the amount before "past" or "to"; returns how many words it takes, or 0. */
static guint
read_amount (const DeskReading *reading, guint i, gint *amount)
{
  guint n;

  *amount = 15;
  if (desk_reading_has_role (reading, i, DESK_ROLE_QUARTER))
    return 1;
  n = read_small (reading, i, amount);
  return n > 0 && desk_reading_has_role (reading, i + n, DESK_ROLE_MINUTES) ? n + 1 : n;
}

/* Multiples of five need no unit; other amounts are followed by "minutes". So "two to three" is a span of
 * hours, and so is "from five to six". */
static gboolean
is_span_of_hours (const DeskReading *reading, guint first, guint to, gint amount)
{
  return !desk_reading_has_role (reading, to, DESK_ROLE_PAST) &&
         !desk_reading_has_role (reading, to - 1, DESK_ROLE_MINUTES) &&
         (amount % 5 != 0 || begins_span (reading, first));
}

/* "quarter to three", "ten minutes past two", "kvart i tre", "fem över halv tre". */
static guint
read_relative (Finder *finder, guint i)
{
  const DeskReading *reading = finder->reading;
  gint amount;
  guint n = read_amount (reading, i, &amount);
  guint next;

  if (n == 0 || !desk_reading_has_role (reading, i + n, DESK_ROLE_PAST | DESK_ROLE_TO) ||
      is_span_of_hours (reading, i, i + n, amount))
    return 0;
  i += n;
  if (!desk_reading_has_role (reading, i, DESK_ROLE_PAST))
    amount = -amount;
  i++;
  next = reading->tongue == DESK_TONGUE_SV ? read_half (finder, i) : 0;
  if (next == 0)
    next = read_hour (finder, i);
  finder->minutes += amount;
  return next;
}

static gboolean
has_digits (const DeskReading *reading, guint i)
{
  return i < reading->words->n_words && reading->words->words[i].is_number;
}

/* Reads the minutes after an hour: "thirty", "oh five", "05"; returns how many words they take, or 0. */
static guint
read_minute (const DeskReading *reading, guint i, gint *minute)
{
  guint n = read_small (reading, i, minute);

  if (n == 0 || has_digits (reading, i))
    return n > 0 && reading->words->words[i].length == 2 ? 1 : 0;
  if (*minute != 0)
    return *minute >= 10 ? n : 0;
  n = has_digits (reading, i + 1) ? 0 : read_small (reading, i + 1, minute);
  return n > 0 && *minute >= 1 && *minute <= 9 ? n + 1 : 0;
}

/* "two thirty", "två och trettio", "two oh five". In digits only after "kl" and the like. After "between",
 * an "and" is followed by another hour. */
static guint
read_hour_and_minute (Finder *finder, guint i, gboolean after_cue)
{
  const DeskReading *reading = finder->reading;
  guint next = read_hour (finder, i);
  gint minute = 0;
  guint n;

  if (next == 0 || finder->hour == 24 || next >= reading->words->n_words)
    return 0;
  if (has_digits (reading, i) || has_digits (reading, next)) {
    if (!after_cue || reading->words->words[next].gap != DESK_GAP_SPACE)
      return 0;
  }
  if (desk_reading_has_role (reading, next, DESK_ROLE_GLUE)) {
    if (begins_span (reading, i) || has_digits (reading, i))
      return 0;
    next++;
  }
  n = read_minute (reading, next, &minute);
  next += n;
  if (n == 0)
    return 0;
  finder->minutes += minute;
  return next;
}

/* Whether the hour at word `i` is the first of "2-3 pm", which follows no word such as "at". */
static gboolean
begins_short_range (const DeskReading *reading, guint next)
{
  return has_digits (reading, next) && reading->words->words[next].length <= 2 &&
         reading->words->words[next].gap == DESK_GAP_HYPHEN &&
         desk_reading_has_role (reading, next + 1, DESK_ROLE_AM | DESK_ROLE_PM);
}

/* "two o'clock", "2 pm", and "before two" where no measure follows, as in "before two weeks". */
static guint
read_whole_hour (Finder *finder, guint i, gboolean after_cue)
{
  const DeskReading *reading = finder->reading;
  guint next = read_hour (finder, i);

  if (next == 0)
    return 0;
  if (desk_reading_has_role (reading, next, DESK_ROLE_OCLOCK | DESK_ROLE_AM | DESK_ROLE_PM) ||
      begins_short_range (reading, next))
    return next;
  /* "at 08-465 ..." starts a telephone number. */
  if (has_digits (reading, next) && reading->words->words[next].length > 2)
    return 0;
  return after_cue && !desk_reading_has_role (reading, next, DESK_ROLE_MEASURE) ? next : 0;
}

/* The word where the span ends that begins with the time in words `first` to `next` - 1: "between two and
 * three", "from 2 to 3", "kl 14-15", "2-3 pm"; 0: it is no span. */
static guint
find_range_end (const DeskReading *reading, guint first, guint next)
{
  if (next >= reading->words->n_words)
    return 0;
  if (has_digits (reading, next) && reading->words->words[next].gap == DESK_GAP_HYPHEN &&
      reading->words->words[next].length <= 2)
    return next;
  return begins_span (reading, first) &&
                 desk_reading_has_role (reading, next, DESK_ROLE_GLUE | DESK_ROLE_TO)
             ? next + 1
             : 0;
}

/* Noon and midnight. */
static guint
read_twelve (Finder *finder, guint i)
{
  if (!desk_reading_has_role (finder->reading, i, DESK_ROLE_TWELVE))
    return 0;
  finder->hour = 0;
  finder->minutes = finder->reading->senses[i].value;
  return i + 1;
}

static guint
read_any (Finder *finder, guint i)
{
  static const guint beginnings =
      DESK_ROLE_NUMBER | DESK_ROLE_HALF | DESK_ROLE_HALF_TO | DESK_ROLE_QUARTER | DESK_ROLE_TWELVE;
  const DeskReading *reading = finder->reading;
  gboolean after_cue =
      i > 0 && (i == finder->range_end || desk_reading_has_role (reading, i - 1, DESK_ROLE_CUE));
  guint next;

  if (!reading->words->words[i].is_number && !desk_reading_has_role (reading, i, beginnings))
    return 0;
  next = read_digits (finder, i);
  if (next == 0)
    next = read_half (finder, i);
  if (next == 0)
    next = read_relative (finder, i);
  if (next == 0)
    next = read_hour_and_minute (finder, i, after_cue);
  if (next == 0)
    next = read_whole_hour (finder, i, after_cue);
  return next != 0 ? next : read_twelve (finder, i);
}

/* The roles of a word that tells the half of the day; `next` is set to the word after it. 0: there is
 * none. */
static guint
read_half_of_day (const DeskReading *reading, guint i, guint *next)
{
  static const guint parts = DESK_ROLE_MORNING | DESK_ROLE_AFTERNOON;
  guint clause = reading->words->words[i - 1].clause;

  *next = i + 1;
  if (desk_reading_has_role (reading, i, DESK_ROLE_AM | DESK_ROLE_PM))
    return reading->senses[i].roles;
  for (guint n = 0; n < MAX_FILLERS && desk_reading_has_role (reading, i, DESK_ROLE_FILLER); n++)
    i++;
  *next = i + 1;
  return desk_reading_has_role (reading, i, parts) && reading->words->words[i].clause == clause
             ? reading->senses[i].roles
             : 0;
}

/* Settles the half of the day. `next` is the word after the time itself; returns the word after all that
 * belongs to it. */
static guint
settle (const Finder *finder, guint next, DeskClockTime *time)
{
  guint after = next;
  guint roles;

  time->minutes = (finder->minutes + MINUTES_A_DAY) % MINUTES_A_DAY;
  time->either_half = finder->hour >= 1 && finder->hour <= 12;
  if (desk_reading_has_role (finder->reading, next, DESK_ROLE_OCLOCK))
    next++;
  roles = read_half_of_day (finder->reading, next, &after);
  if (roles == 0)
    return next;
  if (time->either_half) {
    time->minutes %= MINUTES_A_HALF;
    if ((roles & (DESK_ROLE_PM | DESK_ROLE_AFTERNOON)) != 0)
      time->minutes += MINUTES_A_HALF;
    time->either_half = FALSE;
  }
  return after;
}

GArray *
desk_clock_times_find (const DeskReading *reading)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (DeskFoundTime));
  Finder finder = { .reading = reading };

  for (guint i = 0; i < reading->words->n_words;) {
    guint next = read_any (&finder, i);
    DeskFoundTime found = { .first_word = i };

    if (next == 0) {
      i += MAX (1, read_small (reading, i, &finder.hour));
      continue;
    }
    finder.range_end = find_range_end (reading, i, next);
    i = settle (&finder, next, &found.time);
    found.last_word = i - 1;
    g_array_append_val (times, found);
  }
  return times;
}

static gboolean
is_bare_hour (const DeskReading *reading, DeskClockTime *time)
{
  Finder finder = { .reading = reading };

  if (reading->words->n_words != 1 || !reading->words->words[0].is_number ||
      read_hour (&finder, 0) == 0)
    return FALSE;
  settle (&finder, 1, time);
  return TRUE;
}

static gboolean
read_in_tongue (const char *written, DeskTongue tongue, DeskClockTime *time)
{
  g_autoptr (DeskReading) reading = desk_reading_new (written, tongue);
  g_autoptr (GArray) times = desk_clock_times_find (reading);
  const DeskFoundTime *found;

  if (is_bare_hour (reading, time))
    return TRUE;
  if (times->len != 1)
    return FALSE;
  found = &g_array_index (times, DeskFoundTime, 0);
  if (found->last_word + 1 != reading->words->n_words || found->first_word > 1 ||
      (found->first_word == 1 && !desk_reading_has_role (reading, 0, DESK_ROLE_CUE)))
    return FALSE;
  *time = found->time;
  return TRUE;
}

gboolean
desk_clock_time_read (const char *written, DeskClockTime *time)
{
  return read_in_tongue (written, DESK_TONGUE_EN, time) ||
         read_in_tongue (written, DESK_TONGUE_SV, time);
}

gboolean
desk_clock_time_same (DeskClockTime a, DeskClockTime b)
{
  if (a.either_half || b.either_half)
    return (a.minutes - b.minutes) % MINUTES_A_HALF == 0;
  return a.minutes == b.minutes;
}
