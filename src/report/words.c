/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "matching/tame-text.h"
#include "report/difference.h"
#include "report/terms-words.h"
#include "scoring/loss.h"

#define LONGEST_MOMENT 40 /* letters of a time that is none */

const char *
desk_words_band (DeskBand band)
{
  switch (band) {
  case DESK_BAND_NONE: return _ ("No overall grade with fewer than 8 calls");
  case DESK_BAND_NOT_YET: return _ ("Not ready yet");
  case DESK_BAND_DEVELOPING: return _ ("Developing");
  case DESK_BAND_COMPETENT: return _ ("Competent");
  case DESK_BAND_EXCELLENT: return _ ("Excellent");
  }
  return "";
}

static const char *
meaning_of (DeskBand band)
{
  switch (band) {
  case DESK_BAND_NONE: return _ ("Shifts of eight calls or more also get an overall grade.");
  case DESK_BAND_NOT_YET:
    return _ ("Below 50: too many callers went without an answer, the right person or a usable "
              "message. Work on one part at a time.");
  case DESK_BAND_DEVELOPING:
    return _ ("50 to 69: many calls end well. See below which points are lost again and again.");
  case DESK_BAND_COMPETENT:
    return _ ("70 to 84: callers can rely on this desk. What is left is in the details.");
  case DESK_BAND_EXCELLENT: return _ ("From 85: quick, courteous and exact.");
  }
  return "";
}

const char *
desk_words_mode (DeskMode mode)
{
  switch (mode) {
  case DESK_MODE_PRACTICE: return _ ("Practice");
  case DESK_MODE_GUIDED: return _ ("Guided");
  case DESK_MODE_EXAM: return _ ("Exam");
  case DESK_MODE_SIMULATED: return _ ("Simulated");
  }
  return "";
}

const char *
desk_words_item (DeskItem item)
{
  switch (item) {
  case DESK_ITEM_GREETING: return _ ("Greeting");
  case DESK_ITEM_OUTCOME: return _ ("Outcome");
  case DESK_ITEM_READ_BACK: return _ ("Read-back");
  case DESK_ITEM_ANNOUNCED: return _ ("Announced");
  case DESK_ITEM_TOLD: return _ ("Told the caller");
  case DESK_ITEM_CLOSING: return _ ("Closing");
  case DESK_ITEM_HOLD_PERMISSION: return _ ("Hold permission");
  case DESK_ITEM_HOLD_LENGTH: return _ ("Hold length");
  case DESK_ITEM_RECALL: return _ ("Recall");
  }
  return "";
}

const char *
desk_words_field (DeskField field)
{
  switch (field) {
  case DESK_FIELD_RECIPIENT: return _ ("Recipient");
  case DESK_FIELD_NAME: return _ ("Name");
  case DESK_FIELD_ORGANISATION: return _ ("Organisation");
  case DESK_FIELD_PHONE: return _ ("Phone");
  case DESK_FIELD_TICKS: return _ ("Ticks");
  case DESK_FIELD_FACTS: return _ ("Message text");
  }
  return "";
}

const char *
desk_words_loss (guint kind)
{
  if (kind < DESK_N_ITEMS)
    return desk_words_item ((DeskItem) kind);
  if (kind < DESK_LOSS_RESPONSE)
    return desk_words_field ((DeskField) (kind - DESK_N_ITEMS));
  return kind == DESK_LOSS_RESPONSE ? _ ("Response") : _ ("Critical failure");
}

const char *
desk_words_tick (guint n)
{
  return _ (desk_tick_label (n));
}

const char *
desk_words_outcome (DeskOutcome outcome)
{
  switch (outcome) {
  case DESK_OUTCOME_TRANSFER: return _ ("put through");
  case DESK_OUTCOME_MESSAGE: return _ ("message taken");
  case DESK_OUTCOME_INFORM: return _ ("question answered");
  case DESK_OUTCOME_DECLINE: return _ ("declined");
  }
  return "";
}

const char *
desk_words_line_state (DeskLineState state)
{
  switch (state) {
  case DESK_LINE_IDLE: return _ ("Idle");
  case DESK_LINE_RINGING: return _ ("Ringing");
  case DESK_LINE_CONNECTED: return _ ("Connected");
  case DESK_LINE_HELD: return _ ("On hold");
  case DESK_LINE_CONSULTING: return _ ("Consulting");
  case DESK_LINE_TRANSFERRING: return _ ("Transferring");
  case DESK_LINE_RECALL: return _ ("Recall");
  }
  return "";
}

const char *
desk_words_phrase (const DeskPhrase *phrase)
{
  return phrase->which == DESK_PHRASE_CUSTOM ? phrase->label : _ (phrase->label);
}

char *
desk_words_figure (double value)
{
  return value < 0 ? g_strdup ("–") : g_strdup_printf ("%.2f", desk_round_2 (value));
}

char *
desk_words_clock (gint64 t_ms)
{
  const gint64 seconds = MAX (t_ms, 0) / 1000;
  const int hours = (int) (seconds / 3600);
  const int minutes = (int) (seconds / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));
  return g_strdup_printf ("%02d:%02d", minutes, (int) (seconds % 60));
}

/* Which kind of outcome a released call had is known by its English name. Whoever hangs up on a
 * caller who wanted something has not declined anything. */
static const char *
released_as (const DeskCallScore *score)
{
  if (g_str_equal (score->outcome, desk_outcome_name (DESK_OUTCOME_DECLINE)) &&
      !score->outcome_right)
    return _ ("let go without help");
  if (g_str_equal (score->outcome, desk_outcome_name (DESK_OUTCOME_INFORM)) &&
      !score->outcome_right)
    return _ ("question half answered");
  for (guint outcome = 0; outcome <= DESK_OUTCOME_DECLINE; outcome++) {
    if (g_str_equal (score->outcome, desk_outcome_name ((DeskOutcome) outcome)))
      return desk_words_outcome ((DeskOutcome) outcome);
  }
  return score->outcome;
}

const char *
desk_words_end (const DeskCallScore *score)
{
  switch (score->end) {
  case DESK_END_NONE: return _ ("unfinished");
  case DESK_END_COMPLETED: return released_as (score);
  case DESK_END_TRANSFERRED: return _ ("put through");
  case DESK_END_ABANDONED_RINGING: return _ ("gave up while it rang");
  case DESK_END_ABANDONED_HOLD: return _ ("gave up waiting");
  case DESK_END_ABANDONED_SILENCE: return _ ("hung up because nobody spoke");
  case DESK_END_BLOCKED: return _ ("found every line taken");
  }
  return "";
}

const char *
desk_words_fact_value (int value)
{
  if (value > 0)
    return _ ("stated");
  return value < 0 ? _ ("contradicted") : _ ("missing");
}

char *
desk_words_tame (const char *text)
{
  return desk_tame_text (text);
}

char *
desk_words_caller (const DeskCall *call)
{
  const DeskCaller *caller = &call->caller;
  const gboolean has_name = *caller->given != '\0' || *caller->surname != '\0';
  g_autofree char *name = desk_call_caller_name (call);

  if (!has_name || *caller->organisation == '\0')
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s, %s", name, caller->organisation);
}

char *
desk_words_started (const DeskJournalHeader *header)
{
  g_autoptr (GDateTime) started = g_date_time_new_from_iso8601 (header->started, NULL);

  /* Translators: a date and a time of day, as g_date_time_format() takes them. */
  if (started != NULL)
    return g_date_time_format (started, _ ("%-d %B %Y, %H:%M"));
  return g_utf8_strlen (header->started, -1) <= LONGEST_MOMENT
             ? g_strdup (header->started)
             : g_utf8_substring (header->started, 0, LONGEST_MOMENT);
}

static char *
critical_calls (const DeskScorecard *scorecard)
{
  GString *ids = g_string_new (NULL);

  for (guint n = 0; n < scorecard->n_calls; n++) {
    g_autofree char *caller = desk_call_caller_name (scorecard->calls[n].call);

    if (scorecard->calls[n].critical)
      g_string_append_printf (ids, _ ("%scall %u (%s)"), ids->len > 0 ? ", " : "", n + 1, caller);
  }
  return g_string_free (ids, FALSE);
}

static gboolean
has_critical_failure (const DeskScorecard *scorecard)
{
  for (guint n = 0; n < scorecard->n_calls; n++) {
    if (scorecard->calls[n].critical)
      return TRUE;
  }
  return FALSE;
}

char *
desk_words_meaning (const DeskScorecard *scorecard)
{
  const char *band = meaning_of (scorecard->band);
  g_autofree char *more =
      has_critical_failure (scorecard)
          ? g_strdup_printf ("%s %s", band,
                             _ ("But a critical failure weighs more than any grade."))
          : g_strdup (band);

  return g_strdup_printf (_ ("%s The score is the mean of all calls that were due, from 0 to 100."),
                          more);
}

char *
desk_words_verdict (const DeskScorecard *scorecard)
{
  const double score = desk_round_2 (scorecard->score);
  const double pass = scorecard->scenario->pass;
  g_autofree char *critical = critical_calls (scorecard);

  if (scorecard->chain.state == DESK_CHAIN_CHANGED)
    return g_strdup_printf (_ ("Not passed: this result was changed after the exam, from line %u "
                               "on."),
                            scorecard->chain.line);
  if (scorecard->passed)
    return g_strdup_printf (_ ("Passed: %.2f of 100 points (%g needed)."), score, pass);
  if (*critical != '\0')
    return g_strdup_printf (
        _ ("Not passed: %.2f of 100 points (%g needed), and a critical failure in %s."), score,
        pass, critical);
  return g_strdup_printf (_ ("Not passed: %.2f of 100 points (%g needed)."), score, pass);
}

/* "20 seconds", "2 minutes", "3 hours", "12 days": as exact as matters to whoever compares results. */
static char *
words_of_absence (gint64 away_ms)
{
  const gint64 seconds = MAX ((away_ms + 500) / 1000, 1);
  const gint64 minutes = (seconds + 30) / 60;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%u second", "%u seconds", (guint) seconds), (guint) seconds);
  if (minutes < 120)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", (guint) minutes), (guint) minutes);
  if (minutes < 48 * 60)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", (guint) (minutes / 60)),
                            (guint) (minutes / 60));
  return g_strdup_printf (ngettext ("%u day", "%u days", (guint) (minutes / 1440)),
                          (guint) (minutes / 1440));
}

/* A sentence after those that are there. */
static GString *
next_sentence (GString *words)
{
  return words->len > 0 ? g_string_append_c (words, ' ') : words;
}

/* Of many, how many there were and how long they took together. */
static void
append_interruptions (GString *words, const GArray *interruptions)
{
  gint64 away_ms = 0;
  g_autofree char *away = NULL;
  g_autofree char *clock = NULL;

  if (interruptions->len == 0)
    return;
  for (guint n = 0; n < interruptions->len; n++)
    away_ms = MIN (away_ms + g_array_index (interruptions, DeskInterruption, n).away_ms,
                   DESK_LONGEST_AWAY_MS);
  away = words_of_absence (away_ms);
  clock = desk_words_clock (g_array_index (interruptions, DeskInterruption, 0).t_ms);
  next_sentence (words);
  if (interruptions->len == 1)
    g_string_append_printf (words,
                            _ ("The program ended during the session, at %s; it went on after %s."),
                            clock, away);
  else
    g_string_append_printf (
        words,
        _ ("The program ended %u times during the session, first at %s; it stood still for %s in "
           "all."),
        interruptions->len, clock, away);
}

static void
append_undone (GString *words, const DeskScorecard *scorecard)
{
  const guint n_undone = desk_scorecard_count_undone (scorecard);

  if (n_undone > 0)
    g_string_append_printf (
        next_sentence (words),
        ngettext ("Finished early: %u of %u calls was not done and counts as 0.",
                  "Finished early: %u of %u calls were not done and count as 0.", n_undone),
        n_undone, scorecard->n_calls);
}

char *
desk_words_caution (const DeskScorecard *scorecard)
{
  GString *words = g_string_new (NULL);
  g_autofree char *chain = desk_words_chain (scorecard);
  g_autofree char *granted = desk_words_granted_at_desk (scorecard);

  if (chain != NULL)
    g_string_append (words, chain);
  if (granted != NULL)
    g_string_append (next_sentence (words), granted);
  if (*scorecard->header->accommodations != NULL) {
    g_autofree char *names =
        desk_words_accommodations ((const char *const *) scorecard->header->accommodations);

    g_string_append_printf (next_sentence (words),
                            _ ("Adjusted session, not to be compared with others: %s."), names);
  }
  append_interruptions (words, scorecard->shift->interruptions);
  append_undone (words, scorecard);
  if (!scorecard->finished)
    g_string_append (next_sentence (words),
                     _ ("The recording ends before the session was finished."));
  return g_string_free (words, words->len == 0);
}

static void
words_row_free (gpointer data)
{
  DeskWordsRow *row = data;

  g_free (row->label);
  g_free (row->value);
  g_free (row);
}

/* Takes `value`. */
static void
add_row (GPtrArray *rows, const char *label, char *value)
{
  DeskWordsRow *row = g_new (DeskWordsRow, 1);

  row->label = g_strdup (label);
  row->value = value;
  g_ptr_array_add (rows, row);
}

static void
add_count (GPtrArray *rows, const char *label, guint count, guint of)
{
  add_row (rows, label, g_strdup_printf (_ ("%u of %u"), count, of));
}

static void
add_seconds (GPtrArray *rows, const char *label, const DeskFigure *figure, double target_ms)
{
  if (figure->n == 0)
    add_row (rows, label, g_strdup ("–"));
  else if (target_ms > 0 && isfinite (target_ms))
    add_row (rows, label,
             g_strdup_printf (ngettext ("%.1f s (target %.1f s, %u call)",
                                        "%.1f s (target %.1f s, %u calls)", figure->n),
                              desk_round_2 (figure->value), target_ms / 1000, figure->n));
  else
    add_row (rows, label,
             g_strdup_printf (ngettext ("%.1f s (%u call)", "%.1f s (%u calls)", figure->n),
                              desk_round_2 (figure->value), figure->n));
}

static void
add_message_fields (GPtrArray *rows, const DeskTotals *totals)
{
  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    const DeskFigure *figure = &totals->message_fields[field];
    g_autofree char *label =
        g_strdup_printf (_ ("Messages, %s"), desk_words_field ((DeskField) field));

    if (figure->n > 0)
      add_row (rows, label,
               g_strdup_printf (ngettext ("%.0f %% right (%u message due)",
                                          "%.0f %% right (%u messages due)", figure->n),
                                100 * figure->value, figure->n));
  }
}

GPtrArray *
desk_words_totals (const DeskScorecard *scorecard)
{
  const DeskTotals *totals = &scorecard->totals;
  const double answer_ms = (double) scorecard->scenario->target_answer_ms * scorecard->time_factor;
  const double hold_ms = (double) scorecard->scenario->target_hold_ms * scorecard->time_factor;
  GPtrArray *rows = g_ptr_array_new_with_free_func (words_row_free);

  add_count (rows, _ ("Answered"), totals->answered, totals->calls);
  add_count (rows, _ ("Gave up while it rang"), totals->abandoned_ringing, totals->calls);
  add_count (rows, _ ("Gave up waiting"), totals->abandoned_hold, totals->calls);
  add_count (rows, _ ("Hung up in silence"), totals->abandoned_silence, totals->calls);
  add_count (rows, _ ("Blocked, every line taken"), totals->blocked, totals->calls);
  add_seconds (rows, _ ("Response time (average speed of answer)"), &totals->asa_seconds,
               answer_ms);
  add_seconds (rows, _ ("Longest response time"), &totals->longest_answer_seconds, answer_ms);
  if (totals->service_level.n > 0)
    add_row (rows, _ ("Service level, answered in time"),
             g_strdup_printf (ngettext ("%.0f %% (of %u call)", "%.0f %% (of %u calls)",
                                        totals->service_level.n),
                              100 * totals->service_level.value, totals->service_level.n));
  add_seconds (rows, _ ("Longest hold"), &totals->longest_hold_seconds, hold_ms);
  add_seconds (rows, _ ("Average handling time"), &totals->mean_handling_seconds, 0);
  add_count (rows, _ ("Right of all transfers"), totals->transfers_right, totals->transfers);
  add_count (rows, _ ("Messages logged of those due"), totals->messages, totals->messages_due);
  add_message_fields (rows, totals);
  add_seconds (rows, _ ("From release to logged slip"), &totals->mean_logging_seconds, 0);
  if (scorecard->chain.state == DESK_CHAIN_WHOLE)
    add_row (rows, _ ("Checksum of the exam, to be noted"),
             desk_chain_to_groups (&scorecard->chain));
  return rows;
}

static void
words_field_free (gpointer data)
{
  DeskWordsField *row = data;

  g_free (row->written);
  g_free (row->expected);
  g_free (row);
}

static char *
written_ticks (DeskTicks ticks)
{
  GString *words = g_string_new (NULL);

  for (guint n = 0; n < DESK_N_TICKS; n++) {
    if (ticks & (1u << n))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", desk_words_tick (n));
  }
  return g_string_free (words, FALSE);
}

static char *
written_recipient (const DeskScenario *scenario, const char *to)
{
  const DeskPerson *person = desk_scenario_find_person (scenario, to);

  return g_strdup (person != NULL ? person->name : to);
}

static char *
written_field (const DeskScenario *scenario, const DeskSlip *slip, DeskField field)
{
  if (slip == NULL)
    return g_strdup ("");

  switch (field) {
  case DESK_FIELD_RECIPIENT: return written_recipient (scenario, slip->to);
  case DESK_FIELD_NAME: return g_strdup (slip->name);
  case DESK_FIELD_ORGANISATION: return g_strdup (slip->organisation);
  case DESK_FIELD_PHONE: return g_strdup (slip->phone);
  case DESK_FIELD_TICKS: return written_ticks (slip->ticks);
  case DESK_FIELD_FACTS: return g_strdup (slip->text);
  }
  return NULL;
}

/* A number as the country groups it, in the form of `like`: from abroad, or at home. */
static char *
phone_like (const char *phone, const char *like, DeskCountry country)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (phone, country);
  g_autofree char *dialled = NULL;

  if (e164 != NULL && g_str_has_prefix (like, "+"))
    dialled = g_strdup (e164);
  else if (e164 != NULL && g_str_has_prefix (like, "00"))
    dialled = g_strconcat ("00", e164 + 1, NULL);
  else if (e164 != NULL)
    dialled = desk_phone_number_to_national (e164, country);
  return desk_phone_number_group (dialled != NULL ? dialled : phone, country);
}

/* The key in the words of the screen where the matcher has only names for it. */
static char *
expected_field (const DeskCall *call, const DeskSlipScore *message, DeskField field)
{
  if (field == DESK_FIELD_TICKS)
    return written_ticks (call->expect.ticks);
  if (field == DESK_FIELD_RECIPIENT && call->expect.to != NULL)
    return g_strdup (call->expect.to->name);
  if (field == DESK_FIELD_FACTS)
    return g_strdup (call->expect.message);
  return g_strdup (message->fields[field].expected);
}

const DeskFieldScore *
desk_words_unlogged (const DeskCallScore *score)
{
  if (score->message == NULL || score->slip != NULL)
    return NULL;
  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    if (score->message->fields[field].applies && score->message->fields[field].value < 1)
      return &score->message->fields[field];
  }
  return NULL;
}

void
desk_words_compare (const DeskWordsField *row,
                    const char *written,
                    const char *expected,
                    GArray **in_written,
                    GArray **in_expected)
{
  if (row->value >= 1 || *written == '\0')
    return;

  switch (row->field) {
  case DESK_FIELD_RECIPIENT:
  case DESK_FIELD_NAME:
  case DESK_FIELD_ORGANISATION:
  case DESK_FIELD_PHONE: desk_difference_find (written, expected, in_written, in_expected); break;
  case DESK_FIELD_TICKS:
  case DESK_FIELD_FACTS: break;
  }
}

/* Both numbers as the country writes them, so that only figures can differ. */
static void
group_phones (DeskWordsField *row, const DeskCall *call, DeskCountry country)
{
  char *written = desk_phone_number_group (row->written, country);

  g_free (row->expected);
  row->expected = phone_like (call->caller.phone, row->written, country);
  g_free (row->written);
  row->written = written;
}

GPtrArray *
desk_words_fields (const DeskScorecard *scorecard, const DeskCallScore *score)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (words_field_free);

  for (guint field = 0; score->message != NULL && field < DESK_N_FIELDS; field++) {
    DeskWordsField *row;

    if (!score->message->fields[field].applies)
      continue;
    row = g_new (DeskWordsField, 1);
    row->field = (DeskField) field;
    row->value = score->message->fields[field].value;
    row->written = written_field (scorecard->scenario, score->slip, row->field);
    row->expected = expected_field (score->call, score->message, row->field);
    if (row->field == DESK_FIELD_PHONE)
      group_phones (row, score->call, scorecard->scenario->country);
    row->evidence = score->slip != NULL ? score->message->fields[field].evidence : NULL;
    row->advice = score->slip != NULL ? score->message->fields[field].advice : NULL;
    g_ptr_array_add (rows, row);
  }
  return rows;
}
