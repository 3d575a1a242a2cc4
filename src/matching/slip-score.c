/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A key is only read here, so sessions may score against it at the same time; what changes while a
 * slip is read (the stemmer) is made for that slip alone. Fields that do not apply keep the
 * evidence that they begin with. */

#include "matching/slip-key.h"

#include <math.h>
#include <string.h>

#define PENALTY_OF_AN_UNSAID_NUMBER .25
#define MAX_QUOTED_LETTERS 60

static const double field_weights[DESK_N_FIELDS] = {
  [DESK_FIELD_RECIPIENT] = .10, [DESK_FIELD_NAME] = .20,  [DESK_FIELD_ORGANISATION] = .05,
  [DESK_FIELD_PHONE] = .25,     [DESK_FIELD_TICKS] = .05, [DESK_FIELD_FACTS] = .35,
};

double
desk_field_weight (DeskField field)
{
  return field_weights[field];
}

static gboolean
is_one_of (const GPtrArray *spellings, const char *written)
{
  g_autofree char *folded = desk_text_fold (written);

  for (guint i = 0; i < spellings->len; i++) {
    if (strcmp (spellings->pdata[i], folded) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
phone_is_same (const DeskSlipKey *key, const char *written)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (written, key->country);

  return key->phone != NULL && e164 != NULL && strcmp (key->phone, e164) == 0;
}

gboolean
desk_slip_key_name_is_right (const DeskSlipKey *key, const DeskSlip *slip)
{
  g_return_val_if_fail (key != NULL && slip != NULL, FALSE);

  return !desk_name_key_applies (&key->name) ||
         desk_name_key_score (&key->name, slip->name).value >= 1;
}

gboolean
desk_slip_key_phone_is_right (const DeskSlipKey *key, const DeskSlip *slip)
{
  g_return_val_if_fail (key != NULL && slip != NULL, FALSE);

  return key->phone == NULL || phone_is_same (key, slip->phone);
}

/* What somebody wrote, for a sentence: in quotes, and cut short where it is long. */
static char *
quote (const char *written)
{
  g_autofree char *valid = g_utf8_make_valid (written, -1);
  const char *end = valid;
  guint n = 0;

  for (; *end != '\0' && n < MAX_QUOTED_LETTERS; n++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("\"%.*s%s\"", (int) (end - valid), valid, *end != '\0' ? "…" : "");
}

/* `right` or not, with a sentence that says so; `why` adds to it what is wrong. */
static void
set_field (
    DeskSlipScore *score, DeskField field, const char *written, double value, const char *why)
{
  const char *expected = score->fields[field].expected;
  g_autofree char *quoted = quote (written);
  char *evidence;

  if (value >= 1)
    evidence = g_strconcat (quoted, " is right", NULL);
  else if (*written == '\0')
    evidence = g_strdup_printf ("nothing is written, it should be \"%s\"", expected);
  else
    evidence = g_strdup_printf ("%s for \"%s\": %s", quoted, expected, why);
  score->fields[field].applies = TRUE;
  score->fields[field].value = value;
  g_free (score->fields[field].evidence);
  score->fields[field].evidence = evidence;
}

static void
score_recipient (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  gboolean is_right;

  if (key->to == NULL)
    return;
  is_right = strcmp (slip->to, key->to) == 0 || is_one_of (key->to_spellings, slip->to);
  set_field (score, DESK_FIELD_RECIPIENT, slip->to, is_right, "not the person it is for");
}

static const char *
part_fault (double value)
{
  return value >= 1 ? "right" : value > 0 ? "one letter differs, half marks" : "wrong";
}

static void
score_name (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  DeskNameValue value;
  g_autofree char *why = NULL;

  if (!desk_name_key_applies (&key->name))
    return;
  value = desk_name_key_score (&key->name, slip->name);
  if (desk_name_key_has_part (&key->name, DESK_NAME_GIVEN) &&
      desk_name_key_has_part (&key->name, DESK_NAME_SURNAME))
    why = g_strdup_printf ("given name %s; surname %s", part_fault (value.parts[DESK_NAME_GIVEN]),
                           part_fault (value.parts[DESK_NAME_SURNAME]));
  else
    why = g_strdup (part_fault (value.value));
  set_field (score, DESK_FIELD_NAME, slip->name, value.value, why);
}

static void
score_organisation (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  if (key->organisations->len > 0)
    set_field (score, DESK_FIELD_ORGANISATION, slip->organisation,
               is_one_of (key->organisations, slip->organisation), "not the same organisation");
}

static void
score_phone (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  g_autofree char *e164 = NULL;
  gboolean is_right;

  if (key->phone == NULL)
    return;
  e164 = desk_phone_number_to_e164 (slip->phone, key->country);
  is_right = e164 != NULL && strcmp (e164, key->phone) == 0;
  set_field (score, DESK_FIELD_PHONE, slip->phone, is_right,
             e164 != NULL ? "another number" : "not a complete telephone number");
}

static guint
count_ticks (guint ticks)
{
  guint n = 0;

  for (guint i = 0; i < DESK_N_TICKS; i++)
    n += (ticks >> i) & 1;
  return n;
}

static char *
explain_ticks (guint missing, guint extra)
{
  g_autofree char *missing_names = desk_ticks_join (missing);
  g_autofree char *extra_names = desk_ticks_join (extra);

  if (missing == 0 && extra == 0)
    return g_strdup ("the right boxes are ticked");
  if (extra == 0)
    return g_strdup_printf ("not ticked: %s", missing_names);
  if (missing == 0)
    return g_strdup_printf ("ticked without need: %s", extra_names);
  return g_strdup_printf ("not ticked: %s; ticked without need: %s", missing_names, extra_names);
}

/* F1 of the two sets. */
static void
score_ticks (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  guint wanted = key->ticks;
  guint given = slip->ticks;
  guint both = count_ticks (wanted & given);
  guint sum = count_ticks (wanted) + count_ticks (given);

  score->fields[DESK_FIELD_TICKS].applies = TRUE;
  score->fields[DESK_FIELD_TICKS].value = sum == 0 ? 1 : 2.0 * both / sum;
  g_free (score->fields[DESK_FIELD_TICKS].evidence);
  score->fields[DESK_FIELD_TICKS].evidence = explain_ticks (wanted & ~given, given & ~wanted);
}

static gboolean
time_is_accepted (const DeskSlipKey *key, DeskClockTime time)
{
  for (guint i = 0; i < key->facts->len; i++) {
    if (desk_fact_key_accepts_time (key->facts->pdata[i], time))
      return TRUE;
  }
  for (guint i = 0; i < key->heard_times->len; i++) {
    if (desk_clock_time_same (g_array_index (key->heard_times, DeskClockTime, i), time))
      return TRUE;
  }
  return FALSE;
}

static guint
count_unsaid (const DeskSlipKey *key, const DeskNote *note)
{
  g_autofree gboolean *is_said = NULL;

  if (note->reading->n_groups == 0)
    return 0;
  is_said = g_new0 (gboolean, note->reading->words->n_words);
  for (guint i = 0; i < note->times->len; i++) {
    const DeskFoundTime *found = &g_array_index (note->times, DeskFoundTime, i);

    if (time_is_accepted (key, found->time)) {
      for (guint word = found->first_word; word <= found->last_word; word++)
        is_said[word] = TRUE;
    }
  }
  return desk_said_numbers_count_unsaid (key->said, note->reading, is_said);
}

static char *
explain_facts (const DeskSlipKey *key, const DeskSlipScore *score, guint n_words)
{
  GString *text = g_string_new (NULL);
  guint n_stated = 0;
  guint n_contradicted = 0;

  for (gsize i = 0; i < score->n_facts; i++) {
    n_stated += score->facts[i].value > 0;
    n_contradicted += score->facts[i].value < 0;
  }
  g_string_append_printf (text, "%u of %" G_GSIZE_FORMAT " facts stated", n_stated, score->n_facts);
  if (n_contradicted > 0)
    g_string_append_printf (text, ", %u contradicted", n_contradicted);
  if (score->n_unsaid_numbers > 0)
    g_string_append_printf (text, "; %u %s that nobody said", score->n_unsaid_numbers,
                            score->n_unsaid_numbers == 1 ? "number" : "numbers");
  if (n_words > key->allowance)
    g_string_append_printf (text, "; %u words where %u are enough", n_words, key->allowance);
  return g_string_free (text, FALSE);
}

/* Judges every fact; returns the weighted mean of their values. */
static double
judge_facts (const DeskSlipKey *key, const DeskNote *note, DeskSlipScore *score)
{
  double sum = 0;
  double weights = 0;

  score->n_facts = key->facts->len;
  score->facts = g_new0 (DeskFactScore, score->n_facts);
  for (guint i = 0; i < key->facts->len; i++) {
    const DeskFactKey *fact = key->facts->pdata[i];
    DeskFactScore *result = &score->facts[i];

    result->fact = g_strdup (fact->label);
    result->weight = fact->weight;
    result->critical = fact->critical;
    result->value = desk_fact_key_judge (fact, note, key->said, &result->evidence);
    score->critical |= fact->critical && result->value != 1;
    sum += fact->weight * result->value;
    weights += fact->weight;
  }
  return weights > 0 ? sum / weights : 0;
}

static void
score_facts (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  g_autoptr (DeskStemmer) stemmer = NULL;
  DeskNote note;
  double value;
  guint n_words;

  if (key->needs_stems)
    stemmer = desk_stemmer_new (key->language);
  desk_note_init (&note, slip->text, key->tongue, stemmer);
  score->n_unsaid_numbers = count_unsaid (key, &note);
  n_words = note.reading->words->n_counted;
  value = judge_facts (key, &note, score);
  desk_note_clear (&note);
  if (score->n_facts == 0)
    return;
  value = fmax (0, value - PENALTY_OF_AN_UNSAID_NUMBER * score->n_unsaid_numbers);
  if (n_words > key->allowance)
    value *= (double) key->allowance / n_words;
  score->fields[DESK_FIELD_FACTS].applies = TRUE;
  score->fields[DESK_FIELD_FACTS].value = value;
  g_free (score->fields[DESK_FIELD_FACTS].evidence);
  score->fields[DESK_FIELD_FACTS].evidence = explain_facts (key, score, n_words);
}

DeskSlipScore *
desk_slip_key_score (const DeskSlipKey *key, const DeskSlip *slip)
{
  static const DeskSlip empty = { .to = (char *) "",
                                  .name = (char *) "",
                                  .organisation = (char *) "",
                                  .phone = (char *) "",
                                  .text = (char *) "" };
  DeskSlipScore *score;
  double weights = 0;

  g_return_val_if_fail (key != NULL, NULL);

  score = g_new0 (DeskSlipScore, 1);
  for (guint i = 0; i < DESK_N_FIELDS; i++) {
    score->fields[i].expected = g_strdup (key->expected[i]);
    score->fields[i].evidence = g_strdup ("nothing was to be written here");
  }
  slip = slip != NULL ? slip : &empty;
  score_recipient (key, slip, score);
  score_name (key, slip, score);
  score_organisation (key, slip, score);
  score_phone (key, slip, score);
  score_ticks (key, slip, score);
  score_facts (key, slip, score);
  for (guint i = 0; i < DESK_N_FIELDS; i++) {
    if (score->fields[i].applies) {
      score->value += field_weights[i] * score->fields[i].value;
      weights += field_weights[i];
    }
  }
  score->value /= weights;
  return score;
}

void
desk_slip_score_free (DeskSlipScore *score)
{
  if (score == NULL)
    return;
  for (guint i = 0; i < DESK_N_FIELDS; i++) {
    g_free (score->fields[i].expected);
    g_free (score->fields[i].evidence);
  }
  for (gsize i = 0; i < score->n_facts; i++) {
    g_free (score->facts[i].fact);
    g_free (score->facts[i].evidence);
  }
  g_free (score->facts);
  g_free (score);
}
