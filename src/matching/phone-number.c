/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A country's numbering plan is a short list of prefixes, each with the shapes its numbers may take: "3322"
 * is four groups of three, three, two and two digits, written with the national prefix. The same list tells
 * whether a number is complete (it fills a shape) and how to group the digits typed so far (by the first
 * shape with room for them). */

#include "matching/phone-number.h"

#include <string.h>

#define MAX_DIGITS 20
#define MIN_FOREIGN_DIGITS 7
#define MAX_E164_DIGITS 15

typedef struct {
  const char *beginnings; /* separated by spaces; `?` is any digit, `N` is 2 to 9 */
  const char *shapes;     /* separated by spaces, from short to long */
} NumberPlan;

typedef struct {
  const char *code;
  const char *calling_code;
  const char *trunk; /* national prefix, dropped after the calling code */
  char area_separator;
  char separator;
  const NumberPlan *plans; /* the first whose beginning matches applies; ends with NULL */
} CountryRules;

static const NumberPlan plans_se[] = {
  { "070 072 073 076 079 010", "3322" },
  { "08", "2222 2322 2332" },
  { "011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 090",
    "332 3222 3322" },
  { "0N 01", "432 4222" },
  { NULL },
};

static const NumberPlan plans_fi[] = {
  { "040 041 042 043 044 045 046 049 050", "322 323 333 334 344" },
  { "010 020 029 030 071 073 075", "322 323 333 334" },
  { "0600 0700 0800", "422 423 433" },
  { "013 014 015 016 017 018 019", "322 323 333 334" },
  { "02 03 05 06 08 09", "222 223 233 234 244" },
  { NULL },
};

static const NumberPlan plans_no[] = {
  { "4 8 9", "323" },
  { "2 3 5 6 7", "2222" },
  { "0", "5" },
  { NULL },
};

static const NumberPlan plans_dk[] = {
  { "N", "2222" },
  { NULL },
};

static const NumberPlan plans_gb[] = {
  { "020 023 024 028 029", "344" },
  { "01?1 011", "434" },
  { "0800", "433 434" },
  { "03 08 09", "434" },
  { "01", "55 56" },
  { "05 07", "56" },
  { NULL },
};

static const NumberPlan plans_ie[] = {
  { "01", "234" },   { "1800 1850 1890 15", "433" },
  { "0818", "433" }, { "0402 0404 0504 0505", "45" },
  { "08", "334" },   { "0N", "35 333 334" },
  { NULL },
};

static const NumberPlan plans_de[] = {
  { "030 040 069 089", "34 35 36 37 38 39" },
  { "015 016 017", "47 48" },
  { "0N?1 0202 0203 0208 0209 0212 0214 0228 0234 0335 0340 0345 0355 0365 0375 0385 0395 0906"
    " 0180 0700 0800 0900",
    "43 44 45 46 47 48" },
  { "0N", "53 54 55 56 57" },
  { NULL },
};

static const NumberPlan plans_us[] = {
  { "N??N", "334" },
  { "1N??N", "1334" },
  { NULL },
};

static const CountryRules countries[DESK_N_COUNTRIES] = {
  [DESK_COUNTRY_SE] = { "se", "46", "0", '-', ' ', plans_se },
  [DESK_COUNTRY_FI] = { "fi", "358", "0", ' ', ' ', plans_fi },
  [DESK_COUNTRY_NO] = { "no", "47", "", ' ', ' ', plans_no },
  [DESK_COUNTRY_DK] = { "dk", "45", "", ' ', ' ', plans_dk },
  [DESK_COUNTRY_GB] = { "gb", "44", "0", ' ', ' ', plans_gb },
  [DESK_COUNTRY_IE] = { "ie", "353", "0", ' ', ' ', plans_ie },
  [DESK_COUNTRY_DE] = { "de", "49", "0", ' ', ' ', plans_de },
  [DESK_COUNTRY_US] = { "us", "1", "1", '-', '-', plans_us },
};

/* A number as written, split into how it is dialled and its digits. */
typedef struct {
  char digits[MAX_DIGITS + 1];
  const char *prefix; /* "+", "00" or "011" before the calling code, else "" */
} Dialled;

/* Pasted numbers may be surrounded by marks of writing direction. */
static gboolean
is_filler (gunichar c)
{
  return c == '-' || c == '.' || c == '(' || c == ')' || c == '/' || g_unichar_isspace (c) ||
         g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ||
         g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x2212;
}

static void
take_prefix (Dialled *dialled, const char *prefix)
{
  gsize length = strlen (prefix);

  if (*dialled->prefix != '\0' || !g_str_has_prefix (dialled->digits, prefix))
    return;
  dialled->prefix = prefix;
  memmove (dialled->digits, dialled->digits + length, strlen (dialled->digits + length) + 1);
}

/* FALSE if `written` holds anything that no telephone number does. The "(0)" of "+46 (0)70" is dropped: it
 * is not dialled after a calling code. Digits of every script count. */
static gboolean
read_digits (const char *written, const CountryRules *rules, Dialled *dialled)
{
  gsize n = 0;

  dialled->prefix = "";
  for (const char *p = written; *p != '\0'; p = g_utf8_next_char (p)) {
    const gunichar c = g_utf8_get_char_validated (p, -1);

    if (n > 0 && g_str_has_prefix (p, "(0)")) {
      p += 2;
    } else if (g_unichar_isdigit (c)) {
      if (n == MAX_DIGITS)
        return FALSE;
      dialled->digits[n++] = (char) ('0' + g_unichar_digit_value (c));
    } else if ((c == '+' || c == 0xff0b) && n == 0 && *dialled->prefix == '\0') {
      dialled->prefix = "+";
    } else if (!is_filler (c)) {
      return FALSE;
    }
  }
  dialled->digits[n] = '\0';
  if (rules == &countries[DESK_COUNTRY_US])
    take_prefix (dialled, "011");
  take_prefix (dialled, "00");
  return TRUE;
}

static gboolean
begins_like (const char *digits, const char *pattern, gsize length)
{
  for (gsize i = 0; i < length && digits[i] != '\0'; i++) {
    if (pattern[i] == 'N' ? digits[i] < '2' : pattern[i] != '?' && digits[i] != pattern[i])
      return FALSE;
  }
  return TRUE;
}

static const NumberPlan *
find_plan (const CountryRules *rules, const char *digits)
{
  for (const NumberPlan *plan = rules->plans; plan->beginnings != NULL; plan++) {
    for (const char *p = plan->beginnings; *p != '\0'; p += *p == ' ') {
      gsize length = strcspn (p, " ");

      if (begins_like (digits, p, length))
        return plan;
      p += length;
    }
  }
  return NULL;
}

/* The first shape of `plan` with room for `n_digits`; `room` is how many it holds. */
static const char *
find_shape (const NumberPlan *plan, gsize n_digits, gsize *room)
{
  for (const char *p = plan->shapes; *p != '\0'; p += *p == ' ') {
    const char *shape = p;

    *room = 0;
    for (; *p != '\0' && *p != ' '; p++)
      *room += (gsize) (*p - '0');
    if (*room >= n_digits)
      return shape;
  }
  return NULL;
}

static gboolean
is_complete (const CountryRules *rules, const char *national)
{
  const NumberPlan *plan = find_plan (rules, national);
  gsize n = strlen (national);
  gsize room;

  return n > 0 && plan != NULL && find_shape (plan, n, &room) != NULL && room == n;
}

static const CountryRules *
find_by_calling_code (const char *digits)
{
  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++) {
    if (g_str_has_prefix (digits, countries[i].calling_code))
      return &countries[i];
  }
  return NULL;
}

static const char *
without_trunk (const CountryRules *rules, const char *national)
{
  return g_str_has_prefix (national, rules->trunk) ? national + strlen (rules->trunk) : national;
}

/* Some numbers, such as the Irish 1800, have no trunk prefix at home, so both readings are tried. */
static char *
international_to_e164 (const char *digits)
{
  const CountryRules *rules = find_by_calling_code (digits);
  const char *significant;
  g_autofree char *national = NULL;

  if (rules == NULL) {
    gsize n = strlen (digits);

    return *digits != '0' && n >= MIN_FOREIGN_DIGITS && n <= MAX_E164_DIGITS
               ? g_strconcat ("+", digits, NULL)
               : NULL;
  }
  significant = without_trunk (rules, digits + strlen (rules->calling_code));
  national = g_strconcat (rules->trunk, significant, NULL);
  if (!is_complete (rules, national) &&
      (without_trunk (rules, significant) != significant || !is_complete (rules, significant)))
    return NULL;
  return g_strconcat ("+", rules->calling_code, significant, NULL);
}

const char *
desk_country_code (DeskCountry country)
{
  g_return_val_if_fail ((gsize) country < G_N_ELEMENTS (countries), NULL);
  return countries[country].code;
}

char *
desk_phone_number_to_e164 (const char *written, DeskCountry country)
{
  const CountryRules *rules;
  Dialled dialled;

  g_return_val_if_fail (written != NULL, NULL);
  g_return_val_if_fail ((gsize) country < G_N_ELEMENTS (countries), NULL);

  rules = &countries[country];
  if (!read_digits (written, rules, &dialled))
    return NULL;
  if (*dialled.prefix != '\0')
    return international_to_e164 (dialled.digits);
  if (!is_complete (rules, dialled.digits))
    return NULL;
  return g_strconcat ("+", rules->calling_code, without_trunk (rules, dialled.digits), NULL);
}

char *
desk_phone_number_to_national (const char *e164, DeskCountry country)
{
  const CountryRules *rules;
  const char *significant;
  char *national;

  g_return_val_if_fail (e164 != NULL, NULL);
  g_return_val_if_fail ((gsize) country < G_N_ELEMENTS (countries), NULL);

  rules = &countries[country];
  if (*e164 != '+' || !g_str_has_prefix (e164 + 1, rules->calling_code))
    return NULL;
  significant = e164 + 1 + strlen (rules->calling_code);
  national = g_strconcat (*rules->trunk == '0' ? rules->trunk : "", significant, NULL);
  if (is_complete (rules, national))
    return national;
  g_free (national);
  return g_strdup (significant);
}

/* `skipped`: digits of the first group, the trunk prefix, that were not typed. */
static void
append_groups (GString *text,
               const CountryRules *rules,
               const char *digits,
               const char *shape,
               gsize skipped,
               char first_separator)
{
  gsize left = strlen (digits);
  gboolean first = TRUE;

  for (; left > 0; shape++) {
    gsize group = MIN ((gsize) (*shape - '0') - (first ? skipped : 0), left);

    g_string_append_len (text, digits, (gssize) group);
    digits += group;
    left -= group;
    if (left > 0 && group > 0)
      g_string_append_c (text, first ? first_separator : rules->separator);
    first = FALSE;
  }
}

static char *
group_national (const CountryRules *rules, const char *digits)
{
  const NumberPlan *plan = find_plan (rules, digits);
  GString *text;
  const char *shape;
  gsize room;

  shape = plan != NULL ? find_shape (plan, strlen (digits), &room) : NULL;
  if (shape == NULL)
    return NULL;
  text = g_string_new (NULL);
  append_groups (text, rules, digits, shape, 0, rules->area_separator);
  return g_string_free (text, FALSE);
}

/* Groups by the rules of the country being called, if they are known. */
static char *
group_international (const Dialled *dialled)
{
  const CountryRules *rules = find_by_calling_code (dialled->digits);
  const char *typed = rules != NULL ? dialled->digits + strlen (rules->calling_code) : "";
  g_autofree char *national = NULL;
  const NumberPlan *plan;
  const char *shape;
  GString *text;
  gsize room;

  if (*typed == '\0')
    return NULL;
  national = g_strconcat (rules->trunk, typed, NULL);
  plan = find_plan (rules, national);
  shape = plan != NULL ? find_shape (plan, strlen (national), &room) : NULL;
  if (shape == NULL)
    return NULL;
  text = g_string_new (dialled->prefix);
  g_string_append_printf (text, "%s ", rules->calling_code);
  append_groups (text, rules, typed, shape, strlen (rules->trunk), rules->separator);
  return g_string_free (text, FALSE);
}

char *
desk_phone_number_group (const char *written, DeskCountry country)
{
  const CountryRules *rules;
  Dialled dialled;
  char *grouped = NULL;

  g_return_val_if_fail (written != NULL, NULL);
  g_return_val_if_fail ((gsize) country < G_N_ELEMENTS (countries), NULL);

  rules = &countries[country];
  if (!read_digits (written, rules, &dialled))
    return g_strdup (written);
  if (*dialled.prefix != '\0')
    grouped = group_international (&dialled);
  else if (*dialled.digits != '\0')
    grouped = group_national (rules, dialled.digits);
  return grouped != NULL ? grouped : g_strdup (written);
}

/* Numbers set aside for fiction: `beginning` (`?` is any digit), then the digits `first` to `last`. */
static const struct {
  const char *calling_code;
  const char *beginning;
  const char *first;
  const char *last;
} fiction_ranges[] = {
  { "+46", "701740", "605", "699" },  { "+46", "313900", "600", "699" },
  { "+46", "406280", "400", "499" },  { "+46", "846500", "400", "499" },
  { "+44", "1632960", "000", "999" }, { "+1", "???555", "0100", "0199" },
};

DeskFiction
desk_phone_number_fiction (const char *e164)
{
  DeskFiction fiction = DESK_FICTION_UNKNOWN;

  g_return_val_if_fail (e164 != NULL, DESK_FICTION_UNKNOWN);

  for (gsize i = 0; i < G_N_ELEMENTS (fiction_ranges); i++) {
    const char *digits = e164 + strlen (fiction_ranges[i].calling_code);
    gsize beginning = strlen (fiction_ranges[i].beginning);
    gsize rest = strlen (fiction_ranges[i].first);

    if (!g_str_has_prefix (e164, fiction_ranges[i].calling_code))
      continue;
    fiction = DESK_FICTION_OUTSIDE;
    if (strlen (digits) == beginning + rest &&
        begins_like (digits, fiction_ranges[i].beginning, beginning) &&
        strcmp (digits + beginning, fiction_ranges[i].first) >= 0 &&
        strcmp (digits + beginning, fiction_ranges[i].last) <= 0)
      return DESK_FICTION_INSIDE;
  }
  return fiction;
}
