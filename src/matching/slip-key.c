/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The key folds, stems and parses what the scenario expects, once. It never changes afterwards. */

#include "matching/slip-key.h"

#define ALLOWANCE_FACTOR 2
#define ALLOWANCE_EXTRA 10

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
add_folded (GPtrArray *spellings, const char *text)
{
  g_autofree char *folded = text != NULL ? desk_text_fold (text) : g_strdup ("");

  if (*folded != '\0')
    g_ptr_array_add (spellings, g_steal_pointer (&folded));
}

/* `text` and its accepted spellings, folded; empty if `text` is. */
static GPtrArray *
folded_spellings (const char *text, const char *const *accept)
{
  GPtrArray *spellings = g_ptr_array_new_with_free_func (g_free);

  add_folded (spellings, text);
  for (; accept != NULL && *accept != NULL; accept++)
    add_folded (spellings, *accept);
  return spellings;
}

/* "please_call, urgent". (transfer full) */
static char *
join_ticks (DeskTicks ticks)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < DESK_N_TICKS; i++) {
    if ((ticks & (1u << i)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", desk_tick_name (i));
  }
  return g_string_free (names, FALSE);
}

static char *
join_name (const DeskSlipKeySpec *spec)
{
  gboolean has_both = !is_empty (spec->given) && !is_empty (spec->surname);

  return g_strconcat (spec->given != NULL ? spec->given : "", has_both ? " " : "",
                      spec->surname != NULL ? spec->surname : "", NULL);
}

static void
set_expected (DeskSlipKey *key, const DeskSlipKeySpec *spec)
{
  const char *to = is_empty (spec->to) || is_empty (spec->to_name) ? spec->to : spec->to_name;

  key->expected[DESK_FIELD_RECIPIENT] = g_strdup (to != NULL ? to : "");
  key->expected[DESK_FIELD_NAME] = join_name (spec);
  key->expected[DESK_FIELD_ORGANISATION] = g_strdup (spec->organisation ? spec->organisation : "");
  key->expected[DESK_FIELD_PHONE] = g_strdup (spec->phone != NULL ? spec->phone : "");
  key->expected[DESK_FIELD_TICKS] = join_ticks (spec->ticks);
  key->expected[DESK_FIELD_FACTS] = g_strdup (spec->model_note != NULL ? spec->model_note : "");
}

/* Each time is kept once, so that looking one up takes no longer for a caller who repeats himself. */
static void
add_heard_time (GArray *heard, DeskClockTime time)
{
  for (guint i = 0; i < heard->len; i++) {
    const DeskClockTime *known = &g_array_index (heard, DeskClockTime, i);

    if (known->minutes == time.minutes && known->either_half == time.either_half)
      return;
  }
  g_array_append_val (heard, time);
}

static void
add_heard (DeskSlipKey *key, const char *text)
{
  g_autoptr (DeskReading) reading = desk_reading_new (text, key->tongue);
  g_autoptr (GArray) times = desk_clock_times_find (reading);

  desk_said_numbers_add_text (key->said, reading);
  desk_said_numbers_add_phone (key->said, text, key->country);
  for (guint i = 0; i < times->len; i++)
    add_heard_time (key->heard_times, g_array_index (times, DeskFoundTime, i).time);
}

static void
set_facts (DeskSlipKey *key, const DeskSlipKeySpec *spec)
{
  g_autoptr (DeskStemmer) stemmer = desk_stemmer_new (spec->language);

  key->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_fact_key_free);
  for (gsize i = 0; i < spec->n_facts; i++) {
    DeskFactKey *fact = desk_fact_key_new (&spec->facts[i], key->tongue, stemmer);

    g_ptr_array_add (key->facts, fact);
    key->needs_stems |= fact->kind == DESK_FACT_PHRASE || fact->kind == DESK_FACT_NOT;
    desk_fact_key_add_numbers (fact, key->said);
  }
}

static void
set_said (DeskSlipKey *key, const DeskSlipKeySpec *spec)
{
  for (const char *const *text = spec->heard; text != NULL && *text != NULL; text++)
    add_heard (key, *text);
  if (!is_empty (spec->phone)) {
    desk_said_numbers_add_phone (key->said, spec->phone, spec->country);
    desk_said_numbers_add_digits (key->said, desk_digits_from_text (spec->phone, -1));
  }
  desk_said_numbers_seal (key->said);
}

DeskSlipKey *
desk_slip_key_new (const DeskSlipKeySpec *spec)
{
  DeskSlipKey *key;

  g_return_val_if_fail (spec != NULL, NULL);

  key = g_new0 (DeskSlipKey, 1);
  key->language = g_strdup (spec->language);
  key->tongue = desk_tongue_from_tag (spec->language);
  key->country = spec->country;
  key->to = is_empty (spec->to) ? NULL : g_strdup (spec->to);
  key->to_spellings = folded_spellings (spec->to_name, spec->to_accept);
  desk_name_key_init (&key->name, spec->given, spec->spells_name ? NULL : spec->given_accept,
                      spec->surname, spec->spells_name ? NULL : spec->surname_accept);
  key->organisations = is_empty (spec->organisation)
                           ? folded_spellings (NULL, NULL)
                           : folded_spellings (spec->organisation, spec->organisation_accept);
  if (!is_empty (spec->phone))
    key->phone = desk_phone_number_to_e164 (spec->phone, spec->country);
  key->ticks = spec->ticks;
  key->said = desk_said_numbers_new ();
  key->heard_times = g_array_new (FALSE, FALSE, sizeof (DeskClockTime));
  if (spec->model_note != NULL) {
    g_autoptr (DeskWords) words = desk_words_new (spec->model_note);

    key->allowance = ALLOWANCE_FACTOR * words->n_counted;
  }
  key->allowance += ALLOWANCE_EXTRA;
  set_expected (key, spec);
  key->name_as_expected = desk_name_key_score (&key->name, key->expected[DESK_FIELD_NAME]);
  set_facts (key, spec);
  set_said (key, spec);
  return key;
}

void
desk_slip_key_free (DeskSlipKey *key)
{
  if (key == NULL)
    return;
  for (guint i = 0; i < DESK_N_FIELDS; i++)
    g_free (key->expected[i]);
  g_free (key->language);
  g_free (key->to);
  g_free (key->phone);
  g_ptr_array_unref (key->to_spellings);
  g_ptr_array_unref (key->organisations);
  g_ptr_array_unref (key->facts);
  g_array_unref (key->heard_times);
  desk_name_key_clear (&key->name);
  desk_said_numbers_free (key->said);
  g_free (key);
}
