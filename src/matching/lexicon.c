/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* One sorted table for each language, found by binary search. A word may have several roles ("and"
 * continues a number and begins a clause); its reader picks the one it asks for. Swedish writes numbers as
 * one word, so a word that is not in the table is tried as a chain of numbers. */

#include "matching/lexicon.h"

#include <string.h>

/* The roles without their prefix, to keep the tables readable. */
enum {
  NUMBER = DESK_ROLE_NUMBER,
  ORDINAL = DESK_ROLE_ORDINAL,
  MULTIPLE = DESK_ROLE_MULTIPLE,
  GLUE = DESK_ROLE_GLUE,
  HALF = DESK_ROLE_HALF,
  QUARTER = DESK_ROLE_QUARTER,
  PAST = DESK_ROLE_PAST,
  TO = DESK_ROLE_TO,
  OCLOCK = DESK_ROLE_OCLOCK,
  AM = DESK_ROLE_AM,
  PM = DESK_ROLE_PM,
  MORNING = DESK_ROLE_MORNING,
  AFTERNOON = DESK_ROLE_AFTERNOON,
  TWELVE = DESK_ROLE_TWELVE,
  CUE = DESK_ROLE_CUE,
  MEASURE = DESK_ROLE_MEASURE,
  MINUTES = DESK_ROLE_MINUTES,
  FILLER = DESK_ROLE_FILLER,
  NEGATION = DESK_ROLE_NEGATION,
  DENIAL = DESK_ROLE_DENIAL,
  RESTRICTION = DESK_ROLE_RESTRICTION,
  CONJUNCTION = DESK_ROLE_CONJUNCTION,
  WITHOUT = DESK_ROLE_WITHOUT,
  SPAN = DESK_ROLE_SPAN,
  UNTIL = DESK_ROLE_UNTIL,
  MONTH = DESK_ROLE_MONTH,
};

typedef struct {
  const char *word;
  guint roles;
  gint value;
} Entry;

/* Sorted by bytes. */
static const Entry english[] = {
  { "about", CUE, 0 },
  { "after", PAST | CUE, 0 },
  { "afternoon", AFTERNOON, 0 },
  { "although", CONJUNCTION, 0 },
  { "am", AM, 0 },
  { "and", GLUE | CONJUNCTION, 0 },
  { "april", MONTH, 4 },
  { "arent", NEGATION, 0 },
  { "around", CUE, 0 },
  { "at", CUE, 0 },
  { "august", MONTH, 8 },
  { "because", CONJUNCTION, 0 },
  { "before", CUE, 0 },
  { "between", CUE | SPAN, 0 },
  { "but", CONJUNCTION, 0 },
  { "by", CUE, 0 },
  { "cannot", NEGATION, 0 },
  { "cant", NEGATION, 0 },
  { "couldnt", NEGATION, 0 },
  { "dash", GLUE, 0 },
  { "day", MEASURE, 0 },
  { "days", MEASURE, 0 },
  { "december", MONTH, 12 },
  { "didnt", NEGATION, 0 },
  { "doesnt", NEGATION, 0 },
  { "dollars", MEASURE, 0 },
  { "dont", NEGATION, 0 },
  { "double", MULTIPLE, 2 },
  { "eight", NUMBER, 8 },
  { "eighteen", NUMBER, 18 },
  { "eighteenth", ORDINAL, 18 },
  { "eighth", ORDINAL, 8 },
  { "eighty", NUMBER, 80 },
  { "eleven", NUMBER, 11 },
  { "eleventh", ORDINAL, 11 },
  { "euros", MEASURE, 0 },
  { "evening", AFTERNOON, 0 },
  { "february", MONTH, 2 },
  { "fifteen", NUMBER, 15 },
  { "fifteenth", ORDINAL, 15 },
  { "fifth", ORDINAL, 5 },
  { "fifty", NUMBER, 50 },
  { "first", ORDINAL, 1 },
  { "five", NUMBER, 5 },
  { "forty", NUMBER, 40 },
  { "four", NUMBER, 4 },
  { "fourteen", NUMBER, 14 },
  { "fourteenth", ORDINAL, 14 },
  { "fourth", ORDINAL, 4 },
  { "fourty", NUMBER, 40 },
  { "from", CUE | SPAN, 0 },
  { "hadnt", NEGATION, 0 },
  { "half", HALF, 0 },
  { "hasnt", NEGATION, 0 },
  { "havent", NEGATION, 0 },
  { "hour", MEASURE, 0 },
  { "hours", MEASURE, 0 },
  { "however", CONJUNCTION, 0 },
  { "hundred", NUMBER, 100 },
  { "hyphen", GLUE, 0 },
  { "in", FILLER, 0 },
  { "isnt", NEGATION, 0 },
  { "items", MEASURE, 0 },
  { "january", MONTH, 1 },
  { "july", MONTH, 7 },
  { "june", MONTH, 6 },
  { "just", RESTRICTION, 0 },
  { "kronor", MEASURE, 0 },
  { "later", RESTRICTION, 0 },
  { "latest", CUE, 0 },
  { "march", MONTH, 3 },
  { "may", MONTH, 5 },
  { "merely", RESTRICTION, 0 },
  { "midday", TWELVE, 720 },
  { "midnight", TWELVE, 0 },
  { "minute", MEASURE | MINUTES, 0 },
  { "minutes", MEASURE | MINUTES, 0 },
  { "month", MEASURE, 0 },
  { "months", MEASURE, 0 },
  { "morning", MORNING, 0 },
  { "mustnt", NEGATION, 0 },
  { "naught", NUMBER, 0 },
  { "neednt", NEGATION, 0 },
  { "neither", NEGATION, 0 },
  { "never", NEGATION, 0 },
  { "nine", NUMBER, 9 },
  { "nineteen", NUMBER, 19 },
  { "nineteenth", ORDINAL, 19 },
  { "ninety", NUMBER, 90 },
  { "ninth", ORDINAL, 9 },
  { "no", NEGATION, 0 },
  { "nobody", NEGATION, 0 },
  { "none", NEGATION, 0 },
  { "noon", TWELVE, 720 },
  { "nor", NEGATION, 0 },
  { "not", NEGATION, 0 },
  { "nothing", NEGATION, 0 },
  { "nought", NUMBER, 0 },
  { "november", MONTH, 11 },
  { "nowhere", NEGATION, 0 },
  { "o", NUMBER, 0 },
  { "o'clock", OCLOCK, 0 },
  { "oclock", OCLOCK, 0 },
  { "october", MONTH, 10 },
  { "oh", NUMBER, 0 },
  { "on", FILLER, 0 },
  { "one", NUMBER, 1 },
  { "only", RESTRICTION, 0 },
  { "past", PAST | CUE, 0 },
  { "pc", MEASURE, 0 },
  { "pcs", MEASURE, 0 },
  { "people", MEASURE, 0 },
  { "percent", MEASURE, 0 },
  { "persons", MEASURE, 0 },
  { "pieces", MEASURE, 0 },
  { "pm", PM, 0 },
  { "point", GLUE, 0 },
  { "pounds", MEASURE, 0 },
  { "quarter", QUARTER, 0 },
  { "second", ORDINAL, 2 },
  { "september", MONTH, 9 },
  { "seven", NUMBER, 7 },
  { "seventeen", NUMBER, 17 },
  { "seventeenth", ORDINAL, 17 },
  { "seventh", ORDINAL, 7 },
  { "seventy", NUMBER, 70 },
  { "shouldnt", NEGATION, 0 },
  { "since", CUE, 0 },
  { "six", NUMBER, 6 },
  { "sixteen", NUMBER, 16 },
  { "sixteenth", ORDINAL, 16 },
  { "sixth", ORDINAL, 6 },
  { "sixty", NUMBER, 60 },
  { "sooner", RESTRICTION, 0 },
  { "ten", NUMBER, 10 },
  { "tenth", ORDINAL, 10 },
  { "the", FILLER, 0 },
  { "then", GLUE, 0 },
  { "third", ORDINAL, 3 },
  { "thirteen", NUMBER, 13 },
  { "thirteenth", ORDINAL, 13 },
  { "thirtieth", ORDINAL, 30 },
  { "thirty", NUMBER, 30 },
  { "this", FILLER, 0 },
  { "though", CONJUNCTION, 0 },
  { "thousand", NUMBER, 1000 },
  { "three", NUMBER, 3 },
  { "til", CUE | UNTIL, 0 },
  { "till", TO | CUE | UNTIL, 0 },
  { "time", MEASURE, 0 },
  { "times", MEASURE, 0 },
  { "to", TO, 0 },
  { "today", FILLER, 0 },
  { "tomorrow", FILLER, 0 },
  { "treble", MULTIPLE, 3 },
  { "triple", MULTIPLE, 3 },
  { "twelfth", ORDINAL, 12 },
  { "twelve", NUMBER, 12 },
  { "twentieth", ORDINAL, 20 },
  { "twenty", NUMBER, 20 },
  { "two", NUMBER, 2 },
  { "until", CUE | UNTIL, 0 },
  { "wasnt", NEGATION, 0 },
  { "week", MEASURE, 0 },
  { "weeks", MEASURE, 0 },
  { "werent", NEGATION, 0 },
  { "whereas", CONJUNCTION, 0 },
  { "while", CONJUNCTION, 0 },
  { "without", NEGATION, 0 },
  { "wont", NEGATION, 0 },
  { "wouldnt", NEGATION, 0 },
  { "year", MEASURE, 0 },
  { "years", MEASURE, 0 },
  { "zero", NUMBER, 0 },
};

static const Entry swedish[] = {
  { "aderton", NUMBER, 18 },
  { "aldrig", NEGATION, 0 },
  { "am", AM, 0 },
  { "andra", ORDINAL, 2 },
  { "april", MONTH, 4 },
  { "arton", NUMBER, 18 },
  { "artonde", ORDINAL, 18 },
  { "augusti", MONTH, 8 },
  { "bara", RESTRICTION, 0 },
  { "bindestreck", GLUE, 0 },
  { "blott", RESTRICTION, 0 },
  { "ca", CUE, 0 },
  { "cirka", CUE, 0 },
  { "dag", MEASURE, 0 },
  { "dagar", MEASURE, 0 },
  { "december", MONTH, 12 },
  { "den", FILLER, 0 },
  { "dubbel", MULTIPLE, 2 },
  { "dubbelt", MULTIPLE, 2 },
  { "efter", CUE, 0 },
  { "eftermiddag", AFTERNOON, 0 },
  { "eftermiddagen", AFTERNOON, 0 },
  { "eftersom", CONJUNCTION, 0 },
  { "ej", NEGATION, 0 },
  { "elfte", ORDINAL, 11 },
  { "elva", NUMBER, 11 },
  { "em", PM, 0 },
  { "en", NUMBER, 1 },
  { "enbart", RESTRICTION, 0 },
  { "endast", RESTRICTION, 0 },
  { "ett", NUMBER, 1 },
  { "februari", MONTH, 2 },
  { "fem", NUMBER, 5 },
  { "femte", ORDINAL, 5 },
  { "femti", NUMBER, 50 },
  { "femtio", NUMBER, 50 },
  { "femton", NUMBER, 15 },
  { "femtonde", ORDINAL, 15 },
  { "fjorton", NUMBER, 14 },
  { "fjortonde", ORDINAL, 14 },
  { "fjärde", ORDINAL, 4 },
  { "fm", AM, 0 },
  { "från", CUE | SPAN, 0 },
  { "fyra", NUMBER, 4 },
  { "fyrti", NUMBER, 40 },
  { "fyrtio", NUMBER, 40 },
  { "före", CUE, 0 },
  { "förens", CUE | UNTIL, 0 },
  { "förmiddag", MORNING, 0 },
  { "förmiddagen", MORNING, 0 },
  { "förrän", CUE | UNTIL, 0 },
  { "första", ORDINAL, 1 },
  { "ggr", MEASURE, 0 },
  { "gånger", MEASURE, 0 },
  { "halv", HALF, 0 },
  { "hundra", NUMBER, 100 },
  { "i", TO | FILLER, 0 },
  { "icke", NEGATION, 0 },
  { "idag", FILLER, 0 },
  { "imorgon", FILLER, 0 },
  { "inga", NEGATION, 0 },
  { "ingen", NEGATION, 0 },
  { "ingenstans", NEGATION, 0 },
  { "ingenting", NEGATION, 0 },
  { "inget", NEGATION, 0 },
  { "innan", CUE, 0 },
  { "inte", NEGATION, 0 },
  { "januari", MONTH, 1 },
  { "juli", MONTH, 7 },
  { "juni", MONTH, 6 },
  { "kl", CUE, 0 },
  { "klockan", CUE, 0 },
  { "komma", GLUE, 0 },
  { "kr", MEASURE, 0 },
  { "kring", CUE, 0 },
  { "kronor", MEASURE, 0 },
  { "kvart", QUARTER, 0 },
  { "kväll", AFTERNOON, 0 },
  { "kvällen", AFTERNOON, 0 },
  { "maj", MONTH, 5 },
  { "mars", MONTH, 3 },
  { "medan", CONJUNCTION, 0 },
  { "mellan", CUE | SPAN, 0 },
  { "men", CONJUNCTION, 0 },
  { "midnatt", TWELVE, 0 },
  { "min", MEASURE | MINUTES, 0 },
  { "minut", MEASURE | MINUTES, 0 },
  { "minuter", MEASURE | MINUTES, 0 },
  { "morgonen", MORNING, 0 },
  { "månad", MEASURE, 0 },
  { "månader", MEASURE, 0 },
  { "nej", DENIAL, 0 },
  { "nie", NUMBER, 9 },
  { "nio", NUMBER, 9 },
  { "nionde", ORDINAL, 9 },
  { "nitti", NUMBER, 90 },
  { "nittio", NUMBER, 90 },
  { "nitton", NUMBER, 19 },
  { "nittonde", ORDINAL, 19 },
  { "noll", NUMBER, 0 },
  { "november", MONTH, 11 },
  { "och", GLUE | CONJUNCTION, 0 },
  { "oktober", MONTH, 10 },
  { "omkring", CUE, 0 },
  { "personer", MEASURE, 0 },
  { "pm", PM, 0 },
  { "procent", MEASURE, 0 },
  { "på", FILLER, 0 },
  { "runt", CUE, 0 },
  { "samt", CONJUNCTION, 0 },
  { "sedan", GLUE, 0 },
  { "sen", GLUE, 0 },
  { "senare", RESTRICTION, 0 },
  { "senast", CUE, 0 },
  { "september", MONTH, 9 },
  { "sex", NUMBER, 6 },
  { "sexti", NUMBER, 60 },
  { "sextio", NUMBER, 60 },
  { "sexton", NUMBER, 16 },
  { "sextonde", ORDINAL, 16 },
  { "sju", NUMBER, 7 },
  { "sjunde", ORDINAL, 7 },
  { "sjutti", NUMBER, 70 },
  { "sjuttio", NUMBER, 70 },
  { "sjutton", NUMBER, 17 },
  { "sjuttonde", ORDINAL, 17 },
  { "sjätte", ORDINAL, 6 },
  { "st", MEASURE, 0 },
  { "streck", GLUE, 0 },
  { "styck", MEASURE, 0 },
  { "stycken", MEASURE, 0 },
  { "tie", NUMBER, 10 },
  { "till", CUE, 0 },
  { "tills", CUE, 0 },
  { "timma", MEASURE, 0 },
  { "timmar", MEASURE, 0 },
  { "timme", MEASURE, 0 },
  { "tio", NUMBER, 10 },
  { "tionde", ORDINAL, 10 },
  { "tjugi", NUMBER, 20 },
  { "tjugo", NUMBER, 20 },
  { "tjugonde", ORDINAL, 20 },
  { "tolfte", ORDINAL, 12 },
  { "tolv", NUMBER, 12 },
  { "tre", NUMBER, 3 },
  { "tredje", ORDINAL, 3 },
  { "tretti", NUMBER, 30 },
  { "trettio", NUMBER, 30 },
  { "trettionde", ORDINAL, 30 },
  { "tretton", NUMBER, 13 },
  { "trettonde", ORDINAL, 13 },
  { "trippel", MULTIPLE, 3 },
  { "tusen", NUMBER, 1000 },
  { "två", NUMBER, 2 },
  { "utan", WITHOUT, 0 },
  { "varken", NEGATION, 0 },
  { "vecka", MEASURE, 0 },
  { "veckor", MEASURE, 0 },
  { "vid", CUE, 0 },
  { "år", MEASURE, 0 },
  { "åtta", NUMBER, 8 },
  { "åtti", NUMBER, 80 },
  { "åttio", NUMBER, 80 },
  { "åttonde", ORDINAL, 8 },
  { "över", PAST, 0 },
};

DeskTongue
desk_tongue_from_tag (const char *tag)
{
  if (tag == NULL)
    return DESK_TONGUE_OTHER;
  if (g_ascii_strncasecmp (tag, "en", 2) == 0 && !g_ascii_isalpha (tag[2]))
    return DESK_TONGUE_EN;
  if (g_ascii_strncasecmp (tag, "sv", 2) == 0 && !g_ascii_isalpha (tag[2]))
    return DESK_TONGUE_SV;
  return DESK_TONGUE_OTHER;
}

/* Words mostly differ in their first letter, so a loop is faster than a call. */
static gsize
common_length (const char *word, gsize length, const char *entry)
{
  gsize n = 0;

  while (n < length && entry[n] == word[n])
    n++;
  return n;
}

/* The last entry that does not come after `word`, or NULL. */
static const Entry *
search (const Entry *entries, gsize n_entries, const char *word, gsize length)
{
  gsize low = 0;
  gsize high = n_entries;

  while (low < high) {
    gsize middle = (low + high) / 2;
    const char *entry = entries[middle].word;
    gsize n = common_length (word, length, entry);

    if (n == length ? entry[n] == '\0' : (guchar) entry[n] < (guchar) word[n])
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? &entries[low - 1] : NULL;
}

static const Entry *
find_entry (DeskTongue tongue, const char *word, gsize length)
{
  const Entry *entry = NULL;

  switch (tongue) {
  case DESK_TONGUE_EN: entry = search (english, G_N_ELEMENTS (english), word, length); break;
  case DESK_TONGUE_SV: entry = search (swedish, G_N_ELEMENTS (swedish), word, length); break;
  case DESK_TONGUE_OTHER: break;
  }
  return entry != NULL && common_length (word, length, entry->word) == length &&
                 entry->word[length] == '\0'
             ? entry
             : NULL;
}

/* The longest Swedish number that `word` begins with. It sorts before the word, and everything between the
 * two shares more letters with the word than it does. So each search may start with the letters that the
 * last find had in common with the word. */
static const Entry *
find_beginning (const char *word, gsize length)
{
  while (length > 0) {
    const Entry *entry = search (swedish, G_N_ELEMENTS (swedish), word, length);
    gsize common;

    if (entry == NULL)
      return NULL;
    common = common_length (word, length, entry->word);
    if (entry->word[common] != '\0')
      length = common;
    else if ((entry->roles & (NUMBER | ORDINAL)) != 0)
      return entry;
    else
      length = common - 1;
  }
  return NULL;
}

/* "Ettusen" is written with one letter less than "ett" and "tusen". */
static gboolean
shares_its_last_letter (const char *word, gsize length)
{
  return length >= strlen ("usen") && strncmp (word, "usen", strlen ("usen")) == 0;
}

/* The numbers that make up a Swedish word which is not in the table. */
static guint
split_swedish (const char *word, gsize length, gint *parts)
{
  guint n = 0;

  if (length > strlen ("tiden") && strncmp (word + length - strlen ("tiden"), "tiden", 5) == 0)
    length -= strlen ("tiden"); /* "vid tvåtiden" */
  while (length > 0) {
    const Entry *entry = find_beginning (word, length);

    if (entry == NULL || n == DESK_MAX_PARTS)
      return 0;
    parts[n++] = entry->value;
    word += strlen (entry->word);
    length -= strlen (entry->word);
    if (entry->value == 1 && shares_its_last_letter (word, length)) {
      word--;
      length++;
    }
  }
  return n;
}

guint
desk_lexicon_split_number (DeskTongue tongue, const char *word, gsize length, gint *parts)
{
  const Entry *whole = find_entry (tongue, word, length);

  if (whole != NULL) {
    parts[0] = whole->value;
    return (whole->roles & (NUMBER | ORDINAL)) != 0;
  }
  return tongue == DESK_TONGUE_SV ? split_swedish (word, length, parts) : 0;
}

/* 1 to 99: "seventeen", "forty", "forty four". */
static guint
read_below_hundred (const gint *parts, guint n_parts, gint *value)
{
  if (n_parts == 0 || parts[0] == 0 || parts[0] >= 100)
    return 0;
  *value = parts[0];
  if (parts[0] < 20 || n_parts == 1 || parts[1] == 0 || parts[1] >= 10)
    return 1;
  *value += parts[1];
  return 2;
}

/* 1 to 9999: "hundred", "four hundred seventeen", "forty four hundred seventeen". */
static guint
read_hundreds (const gint *parts, guint n_parts, gint *value)
{
  gint rest = 0;
  guint n = read_below_hundred (parts, n_parts, value);

  if (n == n_parts || parts[n] != 100)
    return n;
  *value = 100 * (n == 0 ? 1 : *value);
  n++;
  n += read_below_hundred (parts + n, n_parts - n, &rest);
  *value += rest;
  return n;
}

guint
desk_cardinal_read (const gint *parts, guint n_parts, gint *value)
{
  gint rest = 0;
  guint n = read_hundreds (parts, n_parts, value);

  if (n < n_parts && parts[n] == 1000) {
    *value = 1000 * (n == 0 ? 1 : *value);
    n++;
    n += read_hundreds (parts + n, n_parts - n, &rest);
    *value += rest;
  }
  if (n > 0)
    return n;
  *value = parts[0];
  return 1;
}

/* "halvtre" and "vid halvtretiden". */
static DeskSense
look_up_half (const char *word, gsize length)
{
  gint parts[DESK_MAX_PARTS];
  gint hour;
  guint n;

  if (length <= strlen ("halv") || strncmp (word, "halv", strlen ("halv")) != 0)
    return (DeskSense){ 0, 0 };
  n = desk_lexicon_split_number (DESK_TONGUE_SV, word + strlen ("halv"), length - strlen ("halv"),
                                 parts);
  if (n == 0 || desk_cardinal_read (parts, n, &hour) != n || hour < 1 || hour > 12)
    return (DeskSense){ 0, 0 };
  return (DeskSense){ DESK_ROLE_HALF_TO, hour };
}

DeskSense
desk_lexicon_look_up (DeskTongue tongue, const char *word, gsize length)
{
  const Entry *entry = find_entry (tongue, word, length);
  gint parts[DESK_MAX_PARTS];
  guint n_parts;
  gint value;

  if (entry != NULL)
    return (DeskSense){ entry->roles, entry->value };
  if (tongue == DESK_TONGUE_EN && length > 3 && strncmp (word + length - 3, "n't", 3) == 0)
    return (DeskSense){ NEGATION, 0 };
  if (tongue != DESK_TONGUE_SV)
    return (DeskSense){ 0, 0 };
  n_parts = split_swedish (word, length, parts);
  if (n_parts == 0)
    return look_up_half (word, length);
  return (DeskSense){ NUMBER, desk_cardinal_read (parts, n_parts, &value) == n_parts ? value : -1 };
}
