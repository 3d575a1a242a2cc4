/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "matching/said-numbers.h"

/* What belongs on a slip must be said in the call, or be on the display: a name that nobody says, or a
 * number that nobody gives, would cost every trainee points. Authors change it in one place and forget the
 * other. */

static const DeskYamlNode *
value_of (const DeskYamlNode *map, const char *name)
{
  for (const DeskYamlNode *key = map->first; key != NULL; key = key->next->next)
    if (g_strcmp0 (key->text, name) == 0)
      return key->next;
  return NULL;
}

/* Compiled once, since every reply needs it, and kept until the program ends. */
static const GRegex *
get_doubling (void)
{
  static gsize kept;

  if (g_once_init_enter (&kept))
    g_once_init_leave (&kept, (gsize) g_regex_new ("\\b(?:double|dubbelt?)[- ](\\p{L})\\b",
                                                   G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return (const GRegex *) kept;
}

/* Replaces “double L” by what is written for it. */
static char *
undouble (const char *text)
{
  return g_regex_replace (get_doubling (), text, -1, 0, "\\1\\1", 0, NULL);
}

/* The letters of `text`, with nothing between them; if `initials`, only the first of each word. */
static char *
letters_of (const char *text, gboolean initials)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
  GString *letters = g_string_new (NULL);
  gboolean within = FALSE;

  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar letter = g_utf8_get_char (at);

    if (g_unichar_isalpha (letter) && !(initials && within))
      g_string_append_unichar (letters, letter);
    within = g_unichar_isalpha (letter);
  }
  return g_string_free (letters, FALSE);
}

/* Whether the name is said as a whole, spelled, or spelled by the telephone alphabet. */
static gboolean
is_name_in (const char *name, const char *text)
{
  g_autofree char *plain = undouble (text);
  g_autofree char *wanted = letters_of (name, FALSE);
  g_autofree char *all = letters_of (plain, FALSE);
  g_autofree char *initials = letters_of (plain, TRUE);

  return strstr (all, wanted) != NULL || strstr (initials, wanted) != NULL;
}

static gboolean
is_name_heard (const DeskCall *call, const char *name)
{
  if (is_name_in (name, call->display_name))
    return TRUE;
  for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++)
    if (is_name_in (name, (*reply)->text))
      return TRUE;
  return FALSE;
}

static gboolean
is_any_heard (const DeskCall *call, const char *name, const char *const *accept)
{
  gboolean heard = is_name_heard (call, name);

  for (; !heard && *accept != NULL; accept++)
    heard = is_name_heard (call, *accept);
  return heard;
}

static void
check_name (DeskReader *self,
            const DeskYamlNode *at,
            const DeskCall *call,
            const char *name,
            const char *const *accept)
{
  if (at != NULL && *name != '\0' && !is_any_heard (call, name, accept))
    desk_reader_warning (self, at,
                         _ ("nobody can write “%s” down: no reply of this call says or spells it, "
                            "and the display does not show it"),
                         name);
}

static gboolean
contains_phone (const DeskSaidNumbers *said, const char *e164, DeskCountry country)
{
  g_autofree char *national = desk_phone_number_to_national (e164, country);

  return desk_said_numbers_contain (said, desk_digits_from_text (e164, -1)) ||
         (national != NULL &&
          desk_said_numbers_contain (said, desk_digits_from_text (national, -1)));
}

static gboolean
is_phone_heard (const DeskReader *self, const DeskCall *call, const char *e164)
{
  const DeskScenario *scenario = self->scenario;
  g_autoptr (DeskSaidNumbers) said = desk_said_numbers_new ();

  for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++) {
    g_autoptr (DeskReading) reading =
        desk_reading_new ((*reply)->text, desk_tongue_from_tag (scenario->language));

    desk_said_numbers_add_text (said, reading);
    desk_said_numbers_add_phone (said, (*reply)->text, scenario->country);
  }
  if (!call->withheld)
    desk_said_numbers_add_phone (said, call->display_number, scenario->country);
  desk_said_numbers_seal (said);
  return contains_phone (said, e164, scenario->country);
}

static gboolean
is_phone_said (const DeskReader *self, const char *text, const char *e164)
{
  const DeskScenario *scenario = self->scenario;
  g_autoptr (DeskSaidNumbers) said = desk_said_numbers_new ();
  g_autoptr (DeskReading) reading =
      desk_reading_new (text, desk_tongue_from_tag (scenario->language));

  desk_said_numbers_add_text (said, reading);
  desk_said_numbers_add_phone (said, text, scenario->country);
  desk_said_numbers_seal (said);
  return contains_phone (said, e164, scenario->country);
}

/* The words from `first` to `end` - 1. (transfer full) */
static char *
join_words (char *const *words, guint first, guint end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) some = NULL;

  for (guint n = first; n < end; n++)
    g_strv_builder_add (builder, words[n]);
  some = g_strv_builder_end (builder);
  return g_strjoinv (" ", some);
}

static gboolean
is_phone_among (
    const DeskReader *self, char *const *words, guint first, guint end, const char *e164)
{
  g_autofree char *some = join_words (words, first, end);

  return is_phone_said (self, some, e164);
}

/* `text` without the smallest run of words that gives the number. More words never give less, so binary
 * search finds both ends. (transfer full) */
static char *
cut_phone_out (const DeskReader *self, const char *text, const char *e164)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  const guint n_words = g_strv_length (words);
  guint low = 0, end = n_words, first = 0, high;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  while (low < end) {
    const guint middle = (low + end) / 2;

    if (is_phone_among (self, words, 0, middle, e164))
      end = middle;
    else
      low = middle + 1;
  }
  for (high = end; first + 1 < high;) {
    const guint middle = (first + high) / 2;

    if (is_phone_among (self, words, middle, end, e164))
      first = middle;
    else
      high = middle;
  }
  before = join_words (words, 0, first);
  after = join_words (words, end, n_words);
  return g_strdup_printf ("%s. %s", before, after);
}

char **
desk_reader_texts_but_phone (const DeskReader *self, const DeskCall *call)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (call->caller.phone, self->scenario->country);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++) {
    const char *text = (*reply)->text;
    g_autofree char *rest = e164 != NULL && is_phone_said (self, text, e164)
                                ? cut_phone_out (self, text, e164)
                                : g_strdup (text);

    g_strv_builder_add (builder, rest);
  }
  return g_strv_builder_end (builder);
}

static void
check_phone (DeskReader *self, const DeskYamlNode *at, const DeskCall *call)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (call->caller.phone, self->scenario->country);

  if (at != NULL && e164 != NULL && !is_phone_heard (self, call, e164))
    desk_reader_warning (self, at,
                         _ ("nobody can write this number down: no reply of this call says it, "
                            "and the display does not show it"));
}

static gboolean
may_need_message (const DeskExpectation *expect)
{
  return expect->what == DESK_OUTCOME_MESSAGE ||
         (expect->what == DESK_OUTCOME_TRANSFER && expect->otherwise == DESK_OUTCOME_MESSAGE);
}

void
desk_reader_audible (DeskReader *self, const DeskCall *call, const DeskYamlNode *caller)
{
  if (self->unsure || caller == NULL || !may_need_message (&call->expect))
    return;
  check_name (self, value_of (caller, "given"), call, call->caller.given,
              call->caller.given_accept);
  check_name (self, value_of (caller, "surname"), call, call->caller.surname,
              call->caller.surname_accept);
  check_name (self, value_of (caller, "organisation"), call, call->caller.organisation,
              call->caller.organisation_accept);
  check_phone (self, value_of (caller, "phone"), call);
}
