/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "generate.h"

#include <string.h>

static const char *const givens[] = { "Åsa", "Göran", "Anna-Karin", "Märta", "Siobhan", "Jean Luc",
                                      "Zoë", "Örjan", "François",   "Ann",   "Bo",      "" };
static const char *const surnames[] = { "Lindqvist", "O'Dwyer", "von Essen",    "Sjöberg",
                                        "Åkesson",   "Strauß",  "Nguyễn",       "Çelik",
                                        "Herr",      "Ek",      "Svensson-Berg" };
static const char *const organisations[] = {
  "Nordvik Bygg", "Tiller & Rowe", "Sjöbergs Åkeri AB", "AT&T", "", "Hamnkrogen 1897"
};

guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static const char *
keep (MadeUp *self, char *string)
{
  g_ptr_array_add (self->strings, string);
  return string;
}

void
shuffle (GPtrArray *strings)
{
  for (guint n = strings->len; n > 1; n--) {
    guint k = pick (n);
    gpointer last = strings->pdata[n - 1];

    strings->pdata[n - 1] = strings->pdata[k];
    strings->pdata[k] = last;
  }
}

char *
join_sentences (const GPtrArray *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s.", i > 0 ? " " : "", (const char *) sentences->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
append_fullwidth (GString *out, char digit)
{
  g_string_append_unichar (out, (gunichar) (0xff10 + digit - '0'));
}

/* Doubled and unbreakable spaces, invisible marks between letters, wide digits. */
static char *
disturb (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean is_wide = pick (4) == 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*p == ' ' && pick (4) == 0)
      g_string_append (out, pick (2) == 0 ? "  " : "\xc2\xa0");
    else if (g_ascii_isdigit (*p) && is_wide)
      append_fullwidth (out, *p);
    else
      g_string_append_unichar (out, g_utf8_get_char (p));
    if (pick (20) == 0)
      g_string_append (out, pick (2) == 0 ? "\xe2\x80\x8b" : "\xc2\xad");
  }
  return g_string_free (out, FALSE);
}

char *
dress (const char *text)
{
  static const GNormalizeMode modes[] = { G_NORMALIZE_NFC, G_NORMALIZE_NFD };
  g_autofree char *disturbed = pick (2) == 0 ? disturb (text) : g_strdup (text);
  g_autofree char *cased = NULL;

  switch (pick (3)) {
  case 0: cased = g_utf8_strup (disturbed, -1); break;
  case 1: cased = g_utf8_strdown (disturbed, -1); break;
  default: cased = g_strdup (disturbed); break;
  }
  return g_utf8_normalize (cased, -1, modes[pick (G_N_ELEMENTS (modes))]);
}

/* None that a group of could be read as a time of day, which would be another fact. */
static char *
random_digits (guint n)
{
  char *digits = g_strnfill (n, '0');

  for (guint i = 0; i < n; i++)
    digits[i] = (char) ('3' + pick (7));
  return digits;
}

/* Digits in groups: "4417", "44 17", "4-417". */
static char *
group_digits (const char *digits)
{
  GString *out = g_string_new (NULL);
  char separator = pick (2) == 0 ? ' ' : '-';

  for (const char *p = digits; *p != '\0'; p++) {
    g_string_append_c (out, *p);
    if (p[1] != '\0' && pick (4) == 0)
      g_string_append_c (out, separator);
  }
  return g_string_free (out, FALSE);
}

/* Every way to write a telephone number of which the national digits are "0..." */
static char *
write_phone (const char *national, const char *calling_code)
{
  static const char *const separators[] = { " ", "-", ".", "\xc2\xa0", "\xe2\x80\x93", "/", "" };
  GString *out = g_string_new (NULL);
  const char *separator = separators[pick (G_N_ELEMENTS (separators))];
  guint how = pick (4);

  if (how == 1)
    g_string_append_printf (out, "+%s ", calling_code);
  else if (how == 2)
    g_string_append_printf (out, "00%s", calling_code);
  else if (how == 3)
    g_string_append_printf (out, "+%s (0)", calling_code);
  for (const char *p = how == 0 ? national : national + 1; *p != '\0'; p++) {
    g_string_append_c (out, *p);
    if (p[1] != '\0' && pick (3) == 0)
      g_string_append (out, separator);
  }
  return g_string_free (out, FALSE);
}

static const char *const hours_sv[] = { "tolv", "ett", "två",  "tre", "fyra", "fem",
                                        "sex",  "sju", "åtta", "nio", "tio",  "elva" };
static const char *const hours_en[] = { "twelve", "one",   "two",   "three", "four", "five",
                                        "six",    "seven", "eight", "nine",  "ten",  "eleven" };

static char *
time_in_swedish (guint hour, guint minute)
{
  const char *this_hour = hours_sv[hour % 12];
  const char *next_hour = hours_sv[(hour + 1) % 12];

  switch (minute) {
  case 0: return g_strdup_printf ("klockan %s", this_hour);
  case 15: return g_strdup_printf ("kvart över %s", this_hour);
  case 20: return g_strdup_printf ("tjugo över %s", this_hour);
  case 25: return g_strdup_printf ("fem i halv %s", next_hour);
  case 30: return g_strdup_printf ("halv %s", next_hour);
  default: return g_strdup_printf ("kvart i %s", next_hour);
  }
}

static char *
time_in_english (guint hour, guint minute)
{
  const char *this_hour = hours_en[hour % 12];
  const char *next_hour = hours_en[(hour + 1) % 12];

  switch (minute) {
  case 0: return g_strdup_printf ("%s o'clock", this_hour);
  case 15: return g_strdup_printf ("quarter past %s", this_hour);
  case 20: return g_strdup_printf ("twenty past %s", this_hour);
  case 25: return g_strdup_printf ("twenty-five past %s", this_hour);
  case 30: return g_strdup_printf ("half past %s", this_hour);
  default: return g_strdup_printf ("a quarter to %s", next_hour);
  }
}

static char *
write_time (gboolean is_swedish, guint hour, guint minute)
{
  guint twelve = hour % 12 == 0 ? 12 : hour % 12;

  switch (pick (5)) {
  case 0: return g_strdup_printf ("%u:%02u", hour, minute);
  case 1: return g_strdup_printf ("%02u.%02u", hour, minute);
  case 2: return g_strdup_printf ("%02u%02u", hour, minute);
  case 3:
    return g_strdup_printf ("%u.%02u %s", twelve, minute,
                            is_swedish ? (hour < 12 ? "fm" : "em") : (hour < 12 ? "a.m." : "pm"));
  default: return is_swedish ? time_in_swedish (hour, minute) : time_in_english (hour, minute);
  }
}

static SlipFact *
add_fact (MadeUp *self, guint *n, DeskFactKind kind, const char *wordings, const char *wrong)
{
  SlipFact *fact = &self->call.facts[(*n)++];

  *fact = (SlipFact){ .kind = kind, .wordings = wordings, .wrong = wrong, .weight = 1 + pick (3) };
  return fact;
}

static void
add_number (MadeUp *self, guint *n)
{
  gboolean is_swedish = strcmp (self->call.language, "sv") == 0;
  const char *digits = keep (self, random_digits (5 + pick (4)));
  char *wrong = g_strdup (digits);
  g_autofree char *grouped = group_digits (digits);

  /* Another digit in the middle, so that it is wrong for sure. */
  wrong[2] = (char) ('3' + (wrong[2] - '3' + 1 + pick (6)) % 7);
  keep (self, wrong);
  add_fact (self, n, DESK_FACT_NUMBER, digits, wrong);
  g_ptr_array_add (self->sentences,
                   g_strdup_printf (is_swedish ? "Faktura %s" : "Invoice %s", grouped));
  g_ptr_array_add (self->wrong, g_strdup_printf ("Nr %s", wrong));
}

static void
add_time (MadeUp *self, guint *n)
{
  static const guint minutes[] = { 0, 15, 20, 25, 30, 45 };
  gboolean is_swedish = strcmp (self->call.language, "sv") == 0;
  guint hour = 8 + pick (10);
  guint minute = minutes[pick (G_N_ELEMENTS (minutes))];
  const char *wording = keep (self, g_strdup_printf ("%u:%02u", hour, minute));
  const char *wrong = keep (self, g_strdup_printf ("%u:%02u", hour, minute + 7));
  g_autofree char *written = write_time (is_swedish, hour, minute);

  add_fact (self, n, DESK_FACT_TIME, wording, wrong);
  g_ptr_array_add (self->sentences,
                   g_strdup_printf (is_swedish ? "Ring före %s" : "Call before %s", written));
  g_ptr_array_add (self->wrong, g_strdup_printf ("Nej %s", wrong));
}

static void
add_wording (MadeUp *self, guint *n)
{
  gboolean is_swedish = strcmp (self->call.language, "sv") == 0;

  if (pick (2) == 0) {
    add_fact (self, n, DESK_FACT_PHRASE,
              is_swedish ? "ny offert|nytt anbud" : "new quote|fresh offer", NULL);
    g_ptr_array_add (self->sentences, g_strdup (is_swedish ? "Önskar nytt, bättre anbud"
                                                           : "Wants two new big quotes"));
    g_ptr_array_add (self->wrong, g_strdup (is_swedish ? "Ingen ny offert" : "No new quote"));
  } else {
    add_fact (self, n, DESK_FACT_NOT, is_swedish ? "betald|betalats" : "paid|settled", NULL)
        ->accept = is_swedish ? "obetald" : "unpaid";
    g_ptr_array_add (self->sentences,
                     g_strdup (is_swedish ? "Är ännu inte betald" : "Has not been settled"));
    g_ptr_array_add (self->wrong, g_strdup (is_swedish ? "Den är betald" : "It is paid"));
  }
}

MadeUp *
made_up_new (void)
{
  MadeUp *self = g_new0 (MadeUp, 1);
  gboolean is_swedish = pick (2) == 0;
  const char *given = givens[pick (G_N_ELEMENTS (givens))];
  guint n_facts = 0;

  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->wrong = g_ptr_array_new_with_free_func (g_free);
  self->call = (SlipCall){ .language = is_swedish ? "sv" : "en",
                           .country = is_swedish ? DESK_COUNTRY_SE : DESK_COUNTRY_GB,
                           .to = "erik",
                           .to_name = "Erik Öberg",
                           .given = given,
                           .surname = *given != '\0' && pick (5) == 0
                                          ? ""
                                          : surnames[pick (G_N_ELEMENTS (surnames))],
                           .organisation = organisations[pick (G_N_ELEMENTS (organisations))],
                           .ticks = pick (2) == 0 ? "please_call urgent" : "telephoned",
                           .heard = "Hello" };
  self->call.phone = keep (self, is_swedish ? g_strdup_printf ("07017406%02u", 5 + pick (90))
                                            : g_strdup_printf ("01632960%03u", pick (1000)));
  add_number (self, &n_facts);
  add_time (self, &n_facts);
  add_wording (self, &n_facts);
  self->call.model_note = keep (self, join_sentences (self->sentences));
  return self;
}

void
made_up_free (MadeUp *self)
{
  g_ptr_array_unref (self->strings);
  g_ptr_array_unref (self->sentences);
  g_ptr_array_unref (self->wrong);
  g_free (self);
}

/* The name with its parts in either order, and perhaps a title. */
static char *
write_name (const SlipCall *call)
{
  gboolean has_both = *call->given != '\0' && *call->surname != '\0';

  if (has_both && pick (3) == 0)
    return g_strdup_printf ("%s, %s", call->surname, call->given);
  return g_strdup_printf ("%s%s%s%s", pick (3) == 0 ? "Dr. " : "", call->given, has_both ? " " : "",
                          call->surname);
}

DeskSlip *
made_up_right_slip (const MadeUp *self)
{
  g_autofree char *name = write_name (&self->call);
  g_autofree char *phone =
      write_phone (self->call.phone, self->call.country == DESK_COUNTRY_SE ? "46" : "44");
  g_autofree char *text = join_sentences (self->sentences);
  g_autofree char *line = g_strdup_printf ("erik||||%s|", self->call.ticks);
  DeskSlip *slip = slip_from_line (line);

  g_free (slip->name);
  g_free (slip->organisation);
  g_free (slip->phone);
  g_free (slip->text);
  slip->name = dress (name);
  slip->organisation = dress (self->call.organisation);
  slip->phone = dress (phone);
  slip->text = dress (text);
  return slip;
}
