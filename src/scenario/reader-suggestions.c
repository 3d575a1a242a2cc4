/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include "matching/edit-distance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the author probably meant: the word nearest by typing errors; or the format's word for what people
 * call it; or else what there is to choose from. */

enum {
  MAX_SHOWN = 60, /* characters of a text that a message quotes */
  MAX_LIST = 200, /* letters of a list, about */
  MAX_WORD = 200, /* bytes: nothing longer is a typing error */
};

/* In English and Swedish, the languages in which authors think. */
static const struct {
  const char *written;
  const char *meant;
} other_words[] = {
  { "y", "yes" },
  { "j", "yes" },
  { "ja", "yes" },
  { "on", "yes" },
  { "1", "yes" },
  { "n", "no" },
  { "nej", "no" },
  { "off", "no" },
  { "0", "no" },
  { "easy", "beginner" },
  { "lätt", "beginner" },
  { "nybörjare", "beginner" },
  { "medium", "intermediate" },
  { "medel", "intermediate" },
  { "hard", "advanced" },
  { "svår", "advanced" },
  { "expert", "advanced" },
  { "avancerad", "advanced" },
  { "test", "exam" },
  { "prov", "exam" },
  { "tentamen", "exam" },
  { "guide", "tutorial" },
  { "uk", "gb" },
  { "en", "gb" },
  { "england", "gb" },
  { "britain", "gb" },
  { "sv", "se" },
  { "sweden", "se" },
  { "sverige", "se" },
  { "norway", "no" },
  { "norge", "no" },
  { "finland", "fi" },
  { "suomi", "fi" },
  { "denmark", "dk" },
  { "danmark", "dk" },
  { "germany", "de" },
  { "tyskland", "de" },
  { "ireland", "ie" },
  { "irland", "ie" },
  { "usa", "us" },
  { "english", "en" },
  { "engelska", "en" },
  { "swedish", "sv" },
  { "svenska", "sv" },
  { "free", "available" },
  { "in", "available" },
  { "ledig", "available" },
  { "inne", "available" },
  { "engaged", "busy" },
  { "upptagen", "busy" },
  { "dnd", "do_not_disturb" },
  { "stör_ej", "do_not_disturb" },
  { "out", "away" },
  { "absent", "away" },
  { "ute", "away" },
  { "borta", "away" },
  { "connect", "transfer" },
  { "forward", "transfer" },
  { "put_through", "transfer" },
  { "koppla", "transfer" },
  { "note", "message" },
  { "meddelande", "message" },
  { "answer", "inform" },
  { "tell", "inform" },
  { "informera", "inform" },
  { "refuse", "decline" },
  { "reject", "decline" },
  { "avböj", "decline" },
  { "high", "urgent" },
  { "hög", "urgent" },
  { "brådskande", "urgent" },
  { "low", "normal" },
  { "call_back", "please_call" },
  { "callback", "please_call" },
  { "ask_hold", "hold_yes" },
  { "read_back", "read_back_right" },
  { "random", "jittered" },
  { "hidden", "withheld" },
  { "hemligt", "withheld" },
  { "anonymous", "withheld" },
};

/* Folded so that "SE" is near "se" and "Ask name" near "ask_name". */
static char *
folded (const char *word)
{
  return g_strdelimit (g_utf8_casefold (word, -1), " -", '_');
}

static const char *
other_word (const char *wanted, const char *const *known)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (g_str_equal (other_words[i].written, wanted) &&
        g_strv_contains (known, other_words[i].meant))
      return other_words[i].meant;
  return NULL;
}

/* The only word that begins with `wanted`: "wideband" for "wide". */
static const char *
only_longer (DeskReader *self, const char *wanted, const char *const *known)
{
  enum {
    SHORTEST = 3
  };
  const char *found = NULL;

  if (strlen (wanted) < SHORTEST)
    return NULL;
  for (; *known != NULL && self->comparisons_left > 0; known++, self->comparisons_left--) {
    if (!g_str_has_prefix (*known, wanted))
      continue;
    if (found != NULL)
      return NULL;
    found = *known;
  }
  return found;
}

const char *
desk_reader_nearest (DeskReader *self, const char *word, const char *const *known)
{
  if (strlen (word) > MAX_WORD || self->comparisons_left == 0)
    return NULL;
  g_autofree char *wanted = folded (word);
  /* Two typing errors in a long word, one in a short one. */
  guint best = strlen (wanted) >= 5 ? 2 : 1;
  const char *nearest = other_word (wanted, known);
  const char *const *all = known;

  if (nearest != NULL)
    return nearest;
  for (; *known != NULL && self->comparisons_left > 0; known++, self->comparisons_left--) {
    g_autofree char *candidate = folded (*known);
    guint apart = desk_edit_distance (wanted, candidate, best);
    if (apart < best || (apart == best && nearest == NULL)) {
      best = apart;
      nearest = *known;
    }
  }
  return nearest != NULL ? nearest : only_longer (self, wanted, all);
}

const char *
desk_reader_shown (DeskReader *self, const char *text)
{
  if (strnlen (text, MAX_SHOWN + 1) <= MAX_SHOWN)
    return text;
  /* No UTF-8 character takes more than four bytes; more characters than that are cut off. */
  const char *end = text;
  for (guint letters = 0; letters < MAX_SHOWN && *end != '\0'; letters++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return text;
  g_autofree char *start = g_strndup (text, (gsize) (end - text));
  g_autofree char *cut = g_strconcat (start, "…", NULL);
  return desk_scenario_store_text (self->store, cut);
}

char *
desk_reader_join (DeskReader *self, const char *const *words)
{
  GString *list = g_string_new (NULL);

  for (; *words != NULL; words++) {
    if (list->len > 0)
      g_string_append (list, ", ");
    if (list->len > MAX_LIST) {
      g_string_append (list, "…");
      break;
    }
    g_string_append (list, desk_reader_shown (self, *words));
  }
  return g_string_free (list, FALSE);
}

void
desk_reader_unknown (DeskReader *self,
                     const DeskYamlNode *at,
                     const char *complaint,
                     const char *word,
                     const char *const *known)
{
  const char *nearest = desk_reader_nearest (self, word, known);

  if (nearest != NULL) {
    desk_reader_error (self, at, _ ("%s; did you mean “%s”?"), complaint,
                       desk_reader_shown (self, nearest));
  } else if (*known != NULL) {
    g_autofree char *all = desk_reader_join (self, known);
    desk_reader_error (self, at, _ ("%s; write one of these: %s"), complaint, all);
  } else {
    desk_reader_error (self, at, "%s", complaint);
  }
}

/* Guesses the seconds meant by "5 min", "45 s", "8:7" or "1:75"; FALSE if it is nothing of the kind. */
static gboolean
guess_seconds (const char *text, guint64 *seconds)
{
  char *end;
  guint64 first = g_ascii_strtoull (text, &end, 10);

  if (end == text || !g_ascii_isdigit (*text) || first > 100000)
    return FALSE;
  if (*end == ':' && g_ascii_isdigit (end[1])) {
    const char *rest = end + 1;
    guint64 second = g_ascii_strtoull (rest, &end, 10);
    *seconds = first * 60 + second;
    return *end == '\0' && second < 1000;
  }
  g_autofree char *unit = g_utf8_casefold (end, -1);
  g_strstrip (unit);
  static const char *const minutes[] = { "m",       "min",   "mins",    "min.", "minute",
                                         "minutes", "minut", "minuter", NULL };
  static const char *const whole[] = { "s",      "sec",     "secs",   "sec.",     "sek", "sek.",
                                       "second", "seconds", "sekund", "sekunder", NULL };
  gboolean in_minutes = g_strv_contains (minutes, unit);
  *seconds = in_minutes ? first * 60 : first;
  return in_minutes || g_strv_contains (whole, unit);
}

char *
desk_reader_guess_time (const char *text)
{
  guint64 seconds;

  if (strlen (text) > MAX_WORD || !guess_seconds (text, &seconds))
    return NULL;
  if (seconds < 3600)
    return g_strdup_printf ("%u:%02u", (guint) (seconds / 60), (guint) (seconds % 60));
  return g_strdup_printf ("%u:%02u:%02u", (guint) (seconds / 3600), (guint) (seconds / 60 % 60),
                          (guint) (seconds % 60));
}

/* "4 lines", "4.0": the digits at the beginning. */
char *
desk_reader_guess_integer (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (digits == 0 || digits > 10 || strlen (text) > MAX_WORD)
    return NULL;
  if (*rest == ' ' || g_ascii_isalpha (*rest) ||
      ((*rest == '.' || *rest == ',') && rest[1 + strspn (rest + 1, "0")] == '\0'))
    return g_strndup (text, digits);
  return NULL;
}

/* "0,5": where the decimal sign is a comma. */
char *
desk_reader_guess_decimal (const char *text)
{
  gsize whole = strspn (text, "0123456789");

  if (whole == 0 || whole > 6 || (text[whole] != ',' && text[whole] != '\0'))
    return NULL;
  gsize part = text[whole] == ',' ? strspn (text + whole + 1, "0123456789") : 0;
  if (part == 0 || part > 6 || text[whole + 1 + part] != '\0')
    return NULL;
  return g_strdelimit (g_strdup (text), ",", '.');
}

/* "Erik Berg": without what an id cannot hold. */
char *
desk_reader_guess_id (const char *text)
{
  GString *id = g_string_new (NULL);

  if (strlen (text) > MAX_WORD)
    return g_string_free (id, TRUE);
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);
    if (g_unichar_isalnum (letter) || (letter < 0x80 && strchr ("_-.", (int) letter) != NULL))
      g_string_append_unichar (id, g_unichar_tolower (letter));
    else if (id->len > 0 && id->str[id->len - 1] != '_')
      g_string_append_c (id, '_');
  }
  while (id->len > 0 && id->str[id->len - 1] == '_')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, id->len == 0 || g_utf8_strlen (id->str, -1) > DESK_MAX_ID_LETTERS);
}

/* An example from the country's range for fiction; NULL if it has none. */
const char *
desk_reader_phone_example (DeskCountry country)
{
  switch (country) {
  case DESK_COUNTRY_SE: return "070-174 06 05";
  case DESK_COUNTRY_GB: return "01632 960147";
  case DESK_COUNTRY_US: return "(212) 555-0142";
  case DESK_COUNTRY_FI:
  case DESK_COUNTRY_NO:
  case DESK_COUNTRY_DK:
  case DESK_COUNTRY_IE:
  case DESK_COUNTRY_DE: break;
  }
  return NULL;
}
