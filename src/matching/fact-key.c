/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Each value of a fact is prepared once for its kind; judging then compares digits, minutes and stems. A
 * note that states both the right and the wrong thing is wrong, so hedging gains nothing. A wording that
 * counts (`right`, or the `accept` of a `not`) covers its words: a wrong value or a concept within it does
 * not count separately. */

#include "matching/fact-key.h"

#include <glib/gi18n-lib.h>

#include "matching/fact-quote.h"

typedef struct {
  char *written;    /* owned, as the scenario has it */
  DeskStems *stems; /* owned; phrase and not */
  guint n_negations;
  gboolean is_concept; /* of a `not`: what "not ... until" denies as well */
  DeskDigits digits;   /* number */
  DeskClockTime time;  /* time */
} DeskFactValue;

static void
value_free (gpointer data)
{
  DeskFactValue *value = data;

  g_free (value->written);
  desk_stems_free (value->stems);
  g_free (value);
}

static DeskFactValue *
value_new (DeskFactKind kind, const char *written, DeskTongue tongue, DeskStemmer *stemmer)
{
  DeskFactValue *value = g_new0 (DeskFactValue, 1);

  value->written = g_strdup (written);
  switch (kind) {
  case DESK_FACT_NUMBER: value->digits = desk_digits_from_text (written, -1); break;
  case DESK_FACT_TIME:
    if (!desk_clock_time_read (written, &value->time))
      value->time.minutes = -1;
    break;
  case DESK_FACT_PHRASE:
  case DESK_FACT_NOT: {
    g_autoptr (DeskReading) reading = desk_reading_new (written, tongue);

    value->stems = desk_stems_new (reading->words, stemmer);
    if (reading->words->n_words > 0)
      value->n_negations = desk_negations_within (reading, 0, reading->words->n_words - 1);
    break;
  }
  }
  return value;
}

static void
mark_concepts (GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    ((DeskFactValue *) values->pdata[i])->is_concept = TRUE;
}

static void
append_values (GPtrArray *values,
               DeskFactKind kind,
               const char *const *written,
               DeskTongue tongue,
               DeskStemmer *stemmer)
{
  for (; written != NULL && *written != NULL; written++)
    g_ptr_array_add (values, value_new (kind, *written, tongue, stemmer));
}

DeskFactKey *
desk_fact_key_new (const DeskFactSpec *spec, DeskTongue tongue, DeskStemmer *stemmer)
{
  DeskFactKey *key = g_new0 (DeskFactKey, 1);

  key->kind = spec->kind;
  key->weight = spec->weight;
  key->critical = spec->critical;
  key->right = g_ptr_array_new_with_free_func (value_free);
  key->accept = g_ptr_array_new_with_free_func (value_free);
  key->wrong = g_ptr_array_new_with_free_func (value_free);
  append_values (key->right, spec->kind, spec->wordings, tongue, stemmer);
  if (spec->kind == DESK_FACT_NOT)
    mark_concepts (key->right);
  append_values (spec->kind == DESK_FACT_NOT ? key->accept : key->right, spec->kind, spec->accept,
                 tongue, stemmer);
  append_values (key->wrong, spec->kind, spec->wrong, tongue, stemmer);
  return key;
}

void
desk_fact_key_free (DeskFactKey *key)
{
  if (key == NULL)
    return;
  g_ptr_array_unref (key->right);
  g_ptr_array_unref (key->accept);
  g_ptr_array_unref (key->wrong);
  g_free (key);
}

void
desk_note_init (DeskNote *note, const char *text, DeskTongue tongue, DeskStemmer *stemmer)
{
  note->reading = desk_reading_new (text, tongue);
  note->stems = desk_stems_new (note->reading->words, stemmer);
  note->times = desk_clock_times_find (note->reading);
}

void
desk_note_clear (DeskNote *note)
{
  desk_reading_free (note->reading);
  desk_stems_free (note->stems);
  g_array_unref (note->times);
}

static const char *
first_written (const DeskFactKey *key)
{
  return key->right->len > 0 ? ((DeskFactValue *) key->right->pdata[0])->written : "";
}

DeskRemark *
desk_fact_key_describe (const DeskFactKey *key)
{
  static const char *const templates[] = {
    [DESK_FACT_NUMBER] = N_ ("number {wording}"),
    [DESK_FACT_TIME] = N_ ("time {wording}"),
    [DESK_FACT_PHRASE] = N_ ("phrase {wording}"),
    [DESK_FACT_NOT] = N_ ("not {wording}"),
  };

  return desk_remark_new (-1, templates[key->kind],
                          desk_fill_text ("wording", first_written (key)));
}

/* A finding: its value, the words of the note that decided it (nullable), and the fact as it should be. */
static DeskFinding
find (gint value, const char *evidence, const char *advice, const char *words, const char *right)
{
  const DeskFill fills[] = {
    desk_fill_text ("words", words),
    desk_fill_text ("right", right),
    { 0 },
  };
  DeskFinding finding = { value, desk_remark_build (-1, evidence, fills), NULL };

  if (advice != NULL)
    finding.advice = desk_remark_build (-1, advice, fills);
  return finding;
}

/* Whether the note has the number: as one group, as consecutive groups up to one that is a time, or as a
 * whole run of groups. */
static gboolean
has_number (const DeskReading *reading, DeskDigits digits)
{
  DeskDigits run = DESK_NO_DIGITS;
  DeskDigits segment = DESK_NO_DIGITS;

  if (digits <= DESK_NO_DIGITS)
    return FALSE;
  for (guint i = 0; i < reading->n_groups; i++) {
    const DeskDigitGroup *group = &reading->groups[i];
    gboolean ends_segment = !group->joined || group->clock >= 0;

    if ((!group->joined && run == digits) || (ends_segment && segment == digits) ||
        (!group->is_time && group->digits == digits))
      return TRUE;
    run = desk_digits_join (group->joined ? run : DESK_NO_DIGITS, group->digits);
    if (group->clock >= 0)
      segment = DESK_NO_DIGITS;
    else
      segment = desk_digits_join (ends_segment ? DESK_NO_DIGITS : segment, group->digits);
  }
  return run == digits || segment == digits;
}

static const DeskFactValue *
find_number (const GPtrArray *values, const DeskReading *reading)
{
  for (guint i = 0; i < values->len; i++) {
    const DeskFactValue *value = values->pdata[i];

    if (has_number (reading, value->digits))
      return value;
  }
  return NULL;
}

static gboolean
is_right_number (const DeskFactKey *key, DeskDigits digits)
{
  for (guint i = 0; i < key->right->len; i++) {
    if (((const DeskFactValue *) key->right->pdata[i])->digits == digits)
      return TRUE;
  }
  return FALSE;
}

static DeskFinding
judge_number (const DeskFactKey *key, const DeskNote *note, const DeskSaidNumbers *said)
{
  const DeskFactValue *right = find_number (key->right, note->reading);
  const DeskFactValue *wrong = find_number (key->wrong, note->reading);

  if (wrong != NULL && !is_right_number (key, wrong->digits)) {
    if (desk_said_numbers_contain (said, wrong->digits))
      return find (-1, N_ ("{words} is written, which the caller corrected to {right}"),
                   N_ ("The caller corrected {words} to {right}: strike out what no longer holds."),
                   wrong->written, first_written (key));
    return find (-1, N_ ("{words} is written, where it should be {right}"),
                 N_ ("It should be {right}: read numbers back to the caller, figure by figure."),
                 wrong->written, first_written (key));
  }
  if (right != NULL)
    return find (1, N_ ("{words} is written"), NULL, right->written, "");
  return find (0, N_ ("{right} is not written"),
               N_ ("Write {right} down: whoever gets the message needs the number."), "",
               first_written (key));
}

static gboolean
is_among (const GPtrArray *values, DeskClockTime time)
{
  for (guint i = 0; i < values->len; i++) {
    const DeskFactValue *value = values->pdata[i];

    if (value->time.minutes >= 0 && desk_clock_time_same (value->time, time))
      return TRUE;
  }
  return FALSE;
}

gboolean
desk_fact_key_accepts_time (const DeskFactKey *key, DeskClockTime time)
{
  return key->kind == DESK_FACT_TIME && is_among (key->right, time);
}

/* The first time in the note that is `among` some values and, where `not_among` is given, none of those. */
static const DeskFoundTime *
find_time (const DeskNote *note, const GPtrArray *among, const GPtrArray *not_among)
{
  for (guint i = 0; i < note->times->len; i++) {
    const DeskFoundTime *found = &g_array_index (note->times, DeskFoundTime, i);

    if (is_among (among, found->time) && (not_among == NULL || !is_among (not_among, found->time)))
      return found;
  }
  return NULL;
}

static DeskFinding
judge_time (const DeskFactKey *key, const DeskNote *note)
{
  const DeskFoundTime *right = find_time (note, key->right, NULL);
  const DeskFoundTime *wrong = find_time (note, key->wrong, key->right);
  const DeskFoundTime *decisive = wrong != NULL ? wrong : right;
  g_autofree char *words = NULL;

  if (decisive == NULL)
    return find (0, N_ ("the time {right} is not written"),
                 N_ ("Write down the time, {right}: whoever gets the message has to know it."), "",
                 first_written (key));
  words = desk_reading_quote (note->reading, decisive->first_word, decisive->last_word);
  if (wrong != NULL && right != NULL)
    return find (-1, N_ ("\"{words}\" is written beside {right}"),
                 N_ ("Write the time that holds, {right}, and no other."), words,
                 first_written (key));
  if (wrong != NULL)
    return find (-1, N_ ("\"{words}\" is written, where it should be {right}"),
                 N_ ("The time is {right}: say it back to the caller before you hang up."), words,
                 first_written (key));
  return find (1, N_ ("\"{words}\" is written, which is {right}"), NULL, words,
               first_written (key));
}

typedef struct {
  guint first;
  guint last;
  gboolean is_there;
} Occurrence;

/* The first find of each sort among some wordings. */
typedef struct {
  Occurrence plain;
  Occurrence negated;
} Finds;

static gboolean
is_covered (const gboolean *covered, guint first, guint last)
{
  for (guint i = first; i <= last; i++) {
    if (covered[i])
      return TRUE;
  }
  return FALSE;
}

static void
find_value (const DeskFactValue *value,
            const DeskNote *note,
            const gboolean *covered,
            gboolean *covers,
            Finds *finds)
{
  guint from = 0;
  guint first, last;

  for (; desk_wording_find (value->stems, note->stems, from, &first, &last); from = first + 1) {
    Occurrence *sort;

    if (is_covered (covered, first, last))
      continue;
    for (guint i = first; covers != NULL && i <= last; i++)
      covers[i] = TRUE;
    sort =
        desk_wording_is_negated (note->reading, first, last, value->n_negations, value->is_concept)
            ? &finds->negated
            : &finds->plain;
    if (!sort->is_there)
      *sort = (Occurrence){ first, last, TRUE };
  }
}

/* Searches the words not covered yet; `covers` (nullable) is set for each wording that is found. */
static Finds
find_values (const GPtrArray *values,
             const DeskNote *note,
             const gboolean *covered,
             gboolean *covers)
{
  Finds finds = { 0 };

  for (guint i = 0; i < values->len; i++)
    find_value (values->pdata[i], note, covered, covers, &finds);
  return finds;
}

/* What was found of a phrase or a negation, and what to do about it. */
typedef struct {
  gint value;
  const char *evidence;
  const char *advice;
  Occurrence where; /* unset: nothing was written */
} Verdict;

static Verdict
judge_phrase (const DeskFactKey *key, const DeskNote *note)
{
  guint n_words = note->reading->words->n_words;
  g_autofree gboolean *covered = g_new0 (gboolean, n_words);
  g_autofree gboolean *covers = g_new0 (gboolean, n_words);
  Finds right = find_values (key->right, note, covered, covers);
  Finds wrong = find_values (key->wrong, note, covers, NULL);

  if (wrong.plain.is_there)
    return (Verdict){ -1, N_ ("\"{words}\" is written, which is wrong"),
                      N_ ("The caller did not say that. Right is: “{quote}”."), wrong.plain };
  if (right.negated.is_there)
    return (Verdict){ -1, N_ ("\"{words}\" is written with a negation, but it is so"),
                      N_ ("A “not” turns the message round: leave it out. Right is: “{quote}”."),
                      right.negated };
  if (right.plain.is_there)
    return (Verdict){ 1, N_ ("\"{words}\" is written"), NULL, right.plain };
  return (Verdict){ 0,
                    N_ ("no wording of \"{right}\" is written"),
                    N_ ("Write this too, in any words you like: “{quote}”."),
                    { 0 } };
}

static Verdict
judge_not (const DeskFactKey *key, const DeskNote *note)
{
  guint n_words = note->reading->words->n_words;
  g_autofree gboolean *nothing = g_new0 (gboolean, n_words);
  g_autofree gboolean *covers = g_new0 (gboolean, n_words);
  Finds accepted = find_values (key->accept, note, nothing, covers);
  Finds concept = find_values (key->right, note, covers, NULL);
  Finds wrong = find_values (key->wrong, note, covers, NULL);

  if (wrong.plain.is_there)
    return (Verdict){ -1, N_ ("\"{words}\" is written, which is wrong"),
                      N_ ("The caller did not say that. Right is: “{quote}”."), wrong.plain };
  if (concept.plain.is_there)
    return (Verdict){ -1, N_ ("\"{words}\" is written without the negation"),
                      N_ ("A lost “not” turns the message round. Right is: “{quote}”."),
                      concept.plain };
  if (accepted.negated.is_there)
    return (Verdict){ -1, N_ ("\"{words}\" is written with a negation too many"),
                      N_ ("Two negations undo each other: write one of them."), accepted.negated };
  if (concept.negated.is_there)
    return (Verdict){ 1, N_ ("\"{words}\" is written with a negation"), NULL, concept.negated };
  if (accepted.plain.is_there)
    return (Verdict){ 1, N_ ("\"{words}\" is written, which says the same"), NULL, accepted.plain };
  return (Verdict){ 0,
                    N_ ("no wording of \"{right}\" is written"),
                    N_ ("Write this too, in any words you like: “{quote}”."),
                    { 0 } };
}

static Verdict
judge_wording (const DeskFactKey *key, const DeskNote *note)
{
  return key->kind == DESK_FACT_NOT ? judge_not (key, note) : judge_phrase (key, note);
}

gboolean
desk_fact_key_is_stated (const DeskFactKey *key, const DeskNote *note)
{
  return judge_wording (key, note).value > 0;
}

/* The model note is consulted only if there is advice to give. */
static DeskFinding
explain (const DeskFactKey *key,
         const DeskNote *note,
         const DeskModelNote *model,
         const Verdict *verdict)
{
  g_autofree char *words =
      verdict->where.is_there
          ? desk_reading_quote (note->reading, verdict->where.first, verdict->where.last)
          : NULL;
  g_autofree char *quote = verdict->advice != NULL ? desk_fact_quote (key, model) : NULL;
  const DeskFill fills[] = {
    desk_fill_text ("words", words),
    desk_fill_text ("right", first_written (key)),
    desk_fill_text ("quote", quote != NULL ? quote : first_written (key)),
    { 0 },
  };
  DeskFinding finding = { verdict->value, desk_remark_build (-1, verdict->evidence, fills), NULL };

  if (verdict->advice != NULL)
    finding.advice = desk_remark_build (-1, verdict->advice, fills);
  return finding;
}

DeskFinding
desk_fact_key_judge (const DeskFactKey *key,
                     const DeskNote *note,
                     const DeskSaidNumbers *said,
                     const DeskModelNote *model)
{
  Verdict verdict;

  switch (key->kind) {
  case DESK_FACT_NUMBER: return judge_number (key, note, said);
  case DESK_FACT_TIME: return judge_time (key, note);
  case DESK_FACT_PHRASE:
  case DESK_FACT_NOT:
    verdict = judge_wording (key, note);
    return explain (key, note, model, &verdict);
  }
  g_assert_not_reached ();
}

void
desk_fact_key_add_numbers (const DeskFactKey *key, DeskSaidNumbers *said)
{
  for (guint i = 0; i < key->right->len; i++)
    desk_said_numbers_add_digits (said, ((const DeskFactValue *) key->right->pdata[i])->digits);
}

/* Callers say a whole hour by its number alone, and spell out times digit by digit. */
static gboolean
is_time_among_numbers (DeskClockTime time, const DeskSaidNumbers *said)
{
  gint hour = time.minutes / 60;
  gint minute = time.minutes % 60;
  g_autofree char *written = g_strdup_printf ("%02d%02d", hour, minute);

  return time.minutes >= 0 &&
         (desk_said_numbers_contain (said, desk_digits_from_text (written, -1)) ||
          (minute == 0 &&
           (desk_said_numbers_contain (said, desk_digits_from_value (hour)) ||
            desk_said_numbers_contain (said, desk_digits_from_value ((hour + 11) % 12 + 1)))));
}

static gboolean
value_is_in (DeskFactKind kind,
             const DeskFactValue *value,
             const DeskNote *note,
             const DeskSaidNumbers *said)
{
  guint first, last;

  switch (kind) {
  case DESK_FACT_NUMBER:
    return has_number (note->reading, value->digits) ||
           desk_said_numbers_contain (said, value->digits);
  case DESK_FACT_TIME: return is_time_among_numbers (value->time, said);
  case DESK_FACT_PHRASE:
  case DESK_FACT_NOT:
    return desk_wording_find (value->stems, note->stems, 0, &first, &last) ||
           desk_wording_is_scattered (value->stems, note->stems);
  }
  g_assert_not_reached ();
}

gboolean
desk_fact_key_is_in (const DeskFactKey *key, const DeskNote *note, const DeskSaidNumbers *said)
{
  for (guint i = 0; i < key->right->len; i++) {
    if (value_is_in (key->kind, key->right->pdata[i], note, said))
      return TRUE;
  }
  for (guint i = 0; i < key->accept->len; i++) {
    if (value_is_in (key->kind, key->accept->pdata[i], note, said))
      return TRUE;
  }
  for (guint i = 0; i < note->times->len; i++) {
    if (desk_fact_key_accepts_time (key, g_array_index (note->times, DeskFoundTime, i).time))
      return TRUE;
  }
  return FALSE;
}
