/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Scoring only reads a key, so several threads may use one. What changes while a slip is read, the stemmer,
 * is made for each slip. */

#include "matching/slip-key.h"

#include <math.h>
#include <string.h>

#include "matching/slip-remarks.h"

#define PENALTY_OF_AN_UNSAID_NUMBER .25

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

/* Most names and numbers are written exactly as expected, and are compared at every read-back. What they
 * are worth was computed when the key was made. */
static gboolean
is_as_expected (const DeskSlipKey *key, DeskField field, const char *written)
{
  return strcmp (key->expected[field], written) == 0;
}

static DeskNameValue
value_of_name (const DeskSlipKey *key, const char *written)
{
  return is_as_expected (key, DESK_FIELD_NAME, written) ? key->name_as_expected
                                                        : desk_name_key_score (&key->name, written);
}

/* `written` in E.164, by the rules of the key's country; NULL if it is no number. (transfer full) */
static char *
number_of (const DeskSlipKey *key, const char *written)
{
  return is_as_expected (key, DESK_FIELD_PHONE, written)
             ? g_strdup (key->phone)
             : desk_phone_number_to_e164 (written, key->country);
}

gboolean
desk_slip_key_name_is_right (const DeskSlipKey *key, const DeskSlip *slip)
{
  g_return_val_if_fail (key != NULL && slip != NULL, FALSE);

  return !desk_name_key_applies (&key->name) || value_of_name (key, slip->name).value >= 1;
}

gboolean
desk_slip_key_phone_is_right (const DeskSlipKey *key, const DeskSlip *slip)
{
  g_autofree char *e164 = NULL;

  g_return_val_if_fail (key != NULL && slip != NULL, FALSE);

  if (key->phone == NULL)
    return TRUE;
  e164 = number_of (key, slip->phone);
  return g_strcmp0 (e164, key->phone) == 0;
}

static DeskFieldScore *
set_field (DeskSlipScore *score, DeskField field, double value)
{
  score->fields[field].applies = TRUE;
  score->fields[field].value = value;
  return &score->fields[field];
}

static void
score_recipient (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  gboolean is_right;

  if (key->to == NULL)
    return;
  is_right = strcmp (slip->to, key->to) == 0 || is_one_of (key->to_spellings, slip->to);
  desk_explain_recipient (set_field (score, DESK_FIELD_RECIPIENT, is_right), slip->to);
}

static void
score_name (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  gboolean has_both = desk_name_key_has_part (&key->name, DESK_NAME_GIVEN) &&
                      desk_name_key_has_part (&key->name, DESK_NAME_SURNAME);
  DeskNameValue value;

  if (!desk_name_key_applies (&key->name))
    return;
  value = value_of_name (key, slip->name);
  desk_explain_name (set_field (score, DESK_FIELD_NAME, value.value), slip->name, &value, has_both);
}

static void
score_organisation (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  gboolean is_right;

  if (key->organisations->len == 0)
    return;
  is_right = is_one_of (key->organisations, slip->organisation);
  desk_explain_organisation (set_field (score, DESK_FIELD_ORGANISATION, is_right),
                             slip->organisation);
}

static void
score_phone (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  g_autofree char *e164 = NULL;
  gboolean is_right;

  if (key->phone == NULL)
    return;
  e164 = number_of (key, slip->phone);
  is_right = g_strcmp0 (e164, key->phone) == 0;
  desk_explain_phone (set_field (score, DESK_FIELD_PHONE, is_right), slip->phone, e164 != NULL);
}

static guint
count_ticks (guint ticks)
{
  guint n = 0;

  for (guint i = 0; i < DESK_N_TICKS; i++)
    n += (ticks >> i) & 1;
  return n;
}

/* F1 of the two sets. */
static void
score_ticks (const DeskSlipKey *key, const DeskSlip *slip, DeskSlipScore *score)
{
  guint wanted = key->ticks;
  guint given = slip->ticks;
  guint both = count_ticks (wanted & given);
  guint sum = count_ticks (wanted) + count_ticks (given);

  desk_explain_ticks (set_field (score, DESK_FIELD_TICKS, sum == 0 ? 1 : 2.0 * both / sum),
                      wanted & ~given, given & ~wanted);
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

/* Counts the numbers that nobody said. `list` (transfer full) names them; NULL: there are none. */
static guint
find_unsaid (const DeskSlipKey *key, const DeskNote *note, char **list)
{
  g_autofree gboolean *is_said = NULL;
  guint n_unsaid;

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
  n_unsaid = desk_said_numbers_count_unsaid (key->said, note->reading, is_said);
  if (n_unsaid > 0)
    *list = desk_said_numbers_list_unsaid (key->said, note->reading, is_said);
  return n_unsaid;
}

/* Judges every fact; returns the weighted mean of their values. */
static double
judge_facts (const DeskSlipKey *key,
             const DeskNote *note,
             DeskStemmer *stemmer,
             DeskSlipScore *score)
{
  const DeskModelNote model = { key->expected[DESK_FIELD_FACTS], key->tongue, stemmer };
  double sum = 0;
  double weights = 0;

  score->n_facts = key->facts->len;
  score->facts = g_new0 (DeskFactScore, score->n_facts);
  for (guint i = 0; i < key->facts->len; i++) {
    const DeskFactKey *fact = key->facts->pdata[i];
    DeskFactScore *result = &score->facts[i];
    DeskFinding finding = desk_fact_key_judge (fact, note, key->said, &model);

    result->fact = desk_fact_key_describe (fact);
    result->weight = fact->weight;
    result->critical = fact->critical;
    result->value = finding.value;
    result->evidence = finding.evidence;
    result->advice = finding.advice;
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
  g_autofree char *unsaid = NULL;
  DeskNote note;
  double value;
  guint n_words;

  if (key->needs_stems)
    stemmer = desk_stemmer_new (key->language);
  desk_note_init (&note, slip->text, key->tongue, stemmer);
  score->n_unsaid_numbers = find_unsaid (key, &note, &unsaid);
  n_words = note.reading->words->n_counted;
  value = judge_facts (key, &note, stemmer, score);
  desk_note_clear (&note);
  if (score->n_facts == 0)
    return;
  value = fmax (0, value - PENALTY_OF_AN_UNSAID_NUMBER * score->n_unsaid_numbers);
  if (n_words > key->allowance)
    value *= (double) key->allowance / n_words;
  set_field (score, DESK_FIELD_FACTS, value);
  desk_explain_facts (score, slip->text, unsaid, n_words, key->allowance);
}

DeskSlipScore *
desk_slip_key_score (const DeskSlipKey *key, const DeskSlip *slip)
{
  const gboolean is_logged = slip != NULL;
  DeskSlipScore *score;
  double weights = 0;

  g_return_val_if_fail (key != NULL, NULL);

  score = g_new0 (DeskSlipScore, 1);
  for (guint i = 0; i < DESK_N_FIELDS; i++)
    score->fields[i].expected = key->expected[i];
  slip = slip != NULL ? slip : desk_slip_blank ();
  score_recipient (key, slip, score);
  score_name (key, slip, score);
  score_organisation (key, slip, score);
  score_phone (key, slip, score);
  score_ticks (key, slip, score);
  score_facts (key, slip, score);
  if (!is_logged)
    desk_explain_no_slip (score);
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
    desk_remark_free (score->fields[i].evidence);
    desk_remark_free (score->fields[i].advice);
  }
  for (gsize i = 0; i < score->n_facts; i++) {
    desk_remark_free (score->facts[i].fact);
    desk_remark_free (score->facts[i].evidence);
    desk_remark_free (score->facts[i].advice);
  }
  g_free (score->facts);
  g_free (score);
}

void
desk_slip_score_name_recipient (DeskSlipScore *score, const char *name)
{
  DeskFieldScore *field = &score->fields[DESK_FIELD_RECIPIENT];

  g_return_if_fail (score != NULL && name != NULL);

  if (!field->applies)
    return;
  desk_remark_free (field->evidence);
  desk_remark_free (field->advice);
  field->evidence = NULL;
  field->advice = NULL;
  desk_explain_recipient (field, name);
}
