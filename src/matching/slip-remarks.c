/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/slip-remarks.h"

#include <glib/gi18n-lib.h>

/* Explains a field that is compared as text. `why` says how it differs and `advice` what to do about it,
 * unless it is right. Both are msgids and may use {written} and {expected}. */
static void
explain (DeskFieldScore *field, const char *written, const char *why, const char *advice)
{
  const DeskFill fills[] = {
    desk_fill_text ("written", written),
    desk_fill_text ("expected", field->expected),
    { 0 },
  };

  if (field->value >= 1) {
    field->evidence = desk_remark_new (-1, N_ ("\"{written}\" is right"), fills[0]);
    return;
  }
  if (*written == '\0')
    why = N_ ("nothing is written, it should be \"{expected}\"");
  field->evidence = desk_remark_build (-1, why, fills);
  field->advice = desk_remark_build (-1, advice, fills);
}

void
desk_explain_recipient (DeskFieldScore *field, const char *written)
{
  explain (field, written, N_ ("\"{written}\" for \"{expected}\": not the person it is for"),
           N_ ("The message is for {expected}: choose the name from the directory, and look at it "
               "once more before you log the slip."));
}

/* By what each part of the name is worth: wrong, one letter off, right. */
static const char *
name_fault (const DeskNameValue *value)
{
  static const char *const faults[3][3] = {
    { N_ ("\"{written}\" for \"{expected}\": given name missing or wrong; surname missing or wrong"),
      N_ ("\"{written}\" for \"{expected}\": given name missing or wrong; surname one letter differs, half "
          "marks"),
      N_ ("\"{written}\" for \"{expected}\": given name missing or wrong; surname right") },
    { N_ ("\"{written}\" for \"{expected}\": given name one letter differs, half marks; surname "
          "wrong"),
      N_ ("\"{written}\" for \"{expected}\": given name one letter differs, half marks; surname "
          "one letter differs, half marks"),
      N_ ("\"{written}\" for \"{expected}\": given name one letter differs, half marks; surname "
          "right") },
    { N_ ("\"{written}\" for \"{expected}\": given name right; surname missing or wrong"),
      N_ ("\"{written}\" for \"{expected}\": given name right; surname one letter differs, half "
          "marks"),
      N_ ("\"{written}\" is right") },
  };

  return faults[(guint) (2 * value->parts[DESK_NAME_GIVEN])]
               [(guint) (2 * value->parts[DESK_NAME_SURNAME])];
}

static const char *
part_fault (double value)
{
  return value > 0 ? N_ ("\"{written}\" for \"{expected}\": one letter differs, half marks")
                   : N_ ("\"{written}\" for \"{expected}\": wrong");
}

static const char *
name_advice (const char *written, const DeskNameValue *value, gboolean has_both)
{
  const double given = value->parts[DESK_NAME_GIVEN];
  const double surname = value->parts[DESK_NAME_SURNAME];

  if (*written == '\0')
    return N_ ("Ask for the name, and write it as it is spelled: {expected}.");
  if (has_both && surname >= 1 && given <= 0)
    return N_ ("The surname is right; write the given name as well ({expected}).");
  if (has_both && given >= 1 && surname <= 0)
    return N_ ("The given name is right; have the surname spelled ({expected}).");
  if (value->value > 0)
    return N_ ("Nearly right: ask the caller to spell the name, and write letter by letter "
               "({expected}).");
  return N_ (
      "It should be {expected}: have the name spelled when you are not sure, and put a comma "
      "after a surname that stands first.");
}

void
desk_explain_name (DeskFieldScore *field,
                   const char *written,
                   const DeskNameValue *value,
                   gboolean has_both)
{
  explain (field, written, has_both ? name_fault (value) : part_fault (value->value),
           name_advice (written, value, has_both));
}

void
desk_explain_organisation (DeskFieldScore *field, const char *written)
{
  explain (field, written, N_ ("\"{written}\" for \"{expected}\": not the same organisation"),
           *written == '\0' ? N_ ("Ask which organisation the caller rings from: {expected}.")
                            : N_ ("Write the organisation as the caller names it: {expected}."));
}

static const char *
phone_advice (const char *written, gboolean is_a_number)
{
  if (*written == '\0')
    return N_ ("Ask for a number to call back on, even where the display shows one: {expected}.");
  if (!is_a_number)
    return N_ ("That cannot be dialled: write the whole number, in groups as it is said "
               "({expected}).");
  return N_ ("That is somebody else's number: read it back in groups and wait for the caller's yes "
             "({expected}).");
}

void
desk_explain_phone (DeskFieldScore *field, const char *written, gboolean is_a_number)
{
  explain (field, written,
           is_a_number ? N_ ("\"{written}\" for \"{expected}\": another number")
                       : N_ ("\"{written}\" for \"{expected}\": not a complete telephone number"),
           phone_advice (written, is_a_number));
}

/* The labels of `ticks`, separated by line ends. */
static char *
tick_labels (guint ticks)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < DESK_N_TICKS; i++) {
    if ((ticks & (1u << i)) != 0)
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? "\n" : "", desk_tick_label (i));
  }
  return g_string_free (labels, FALSE);
}

void
desk_explain_ticks (DeskFieldScore *field, guint missing, guint extra)
{
  g_autofree char *missing_labels = tick_labels (missing);
  g_autofree char *extra_labels = tick_labels (extra);

  if (missing == 0 && extra == 0) {
    field->evidence = desk_remark_plain (-1, N_ ("the right boxes are ticked"));
    return;
  }
  if (missing != 0) {
    field->evidence = desk_remark_new (-1, N_ ("not ticked: {labels}"),
                                       desk_fill_words ("labels", missing_labels));
    field->advice = desk_remark_new (-1, N_ ("Tick what the call was about: {labels}."),
                                     desk_fill_words ("labels", missing_labels));
  } else {
    field->advice = desk_remark_plain (-1, N_ ("Tick only what the call was about."));
  }
  if (extra != 0) {
    DeskRemark *more = desk_remark_new (-1, N_ ("ticked without need: {labels}"),
                                        desk_fill_words ("labels", extra_labels));

    field->evidence = field->evidence != NULL ? desk_remark_append (field->evidence, more) : more;
  }
}

/* How many facts have the value `value`. */
static guint
count_facts (const DeskSlipScore *score, int value)
{
  guint n = 0;

  for (gsize i = 0; i < score->n_facts; i++)
    n += score->facts[i].value == value;
  return n;
}

static DeskRemark *
facts_evidence (const DeskSlipScore *score, const char *unsaid, guint n_words, guint allowance)
{
  const DeskFill fills[] = {
    desk_fill_count ("stated", count_facts (score, 1)),
    desk_fill_count ("facts", (gint64) score->n_facts),
    desk_fill_count ("contradicted", count_facts (score, -1)),
    desk_fill_count ("unsaid", score->n_unsaid_numbers),
    desk_fill_text ("numbers", unsaid),
    desk_fill_count ("words", n_words),
    desk_fill_count ("allowed", allowance),
    { 0 },
  };
  DeskRemark *remark =
      desk_remark_build (-1,
                         count_facts (score, -1) > 0
                             ? N_ ("{stated} of {facts} facts stated, {contradicted} contradicted")
                             : N_ ("{stated} of {facts} facts stated"),
                         fills);

  if (score->n_unsaid_numbers > 0)
    desk_remark_append (remark, desk_remark_build (-1,
                                                   score->n_unsaid_numbers == 1
                                                       ? N_ ("1 number that nobody said: {numbers}")
                                                       : N_ ("{unsaid} numbers that nobody said: "
                                                             "{numbers}"),
                                                   fills));
  if (n_words > allowance)
    desk_remark_append (
        remark, desk_remark_build (-1, N_ ("{words} words where {allowed} are enough"), fills));
  return remark;
}

/* Advice in one sentence, on what cost most. */
static DeskRemark *
facts_advice (const DeskSlipScore *score, const char *written, const char *unsaid, guint allowance)
{
  if (score->fields[DESK_FIELD_FACTS].value >= 1)
    return NULL;
  if (*written == '\0')
    return desk_remark_plain (
        -1, N_ ("Write down what the caller wants: whoever reads the slip has heard nothing of the "
                "call."));
  if (count_facts (score, -1) > 0)
    return desk_remark_plain (-1, N_ ("Something is written that is not so, which costs more than "
                                      "leaving it out: read the note to the caller."));
  if (score->n_unsaid_numbers > 0)
    return desk_remark_new (-1,
                            N_ ("Check every number on the slip: nobody said {numbers} in this "
                                "call."),
                            desk_fill_text ("numbers", unsaid));
  if (count_facts (score, 0) > 0)
    return desk_remark_plain (-1, N_ ("Something is missing that the reader needs: write down what "
                                      "matters while the caller says it, and ask when it was too "
                                      "quick."));
  return desk_remark_new (-1, N_ ("Put it shorter: {allowed} words are enough for this message."),
                          desk_fill_count ("allowed", allowance));
}

void
desk_explain_facts (
    DeskSlipScore *score, const char *written, const char *unsaid, guint n_words, guint allowance)
{
  DeskFieldScore *field = &score->fields[DESK_FIELD_FACTS];

  field->evidence = facts_evidence (score, unsaid, n_words, allowance);
  field->advice = facts_advice (score, written, unsaid, allowance);
}

static void
set_no_slip (DeskRemark **evidence, DeskRemark **advice)
{
  desk_remark_free (*evidence);
  desk_remark_free (*advice);
  *evidence = desk_remark_plain (-1, N_ ("no message was logged"));
  *advice = desk_remark_plain (-1, N_ ("Log the message: what is not logged reaches nobody."));
}

void
desk_explain_no_slip (DeskSlipScore *score)
{
  for (guint i = 0; i < DESK_N_FIELDS; i++) {
    DeskFieldScore *field = &score->fields[i];

    if (field->applies && field->value < 1)
      set_no_slip (&field->evidence, &field->advice);
  }
  for (gsize i = 0; i < score->n_facts; i++)
    set_no_slip (&score->facts[i].evidence, &score->facts[i].advice);
}
