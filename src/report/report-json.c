/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/writers.h"

#include <jansson.h>
#include <math.h>

#include "report/json-figures.h"
#include "report/json-print.h"

/* Fifteen digits write every figure of two decimals as it was meant, and no stray ones. */
#define FORMAT_FLAGS (JSON_COMPACT | JSON_REAL_PRECISION (15))

static json_t *
text (const char *value)
{
  g_autofree char *valid = NULL;
  json_t *string = json_string (value);

  if (string != NULL || value == NULL)
    return string != NULL ? string : json_null ();
  valid = g_utf8_make_valid (value, -1);
  return json_string (valid);
}

/* The same bytes in every locale; null where there is nothing to say. */
static json_t *
remark (const DeskRemark *self)
{
  g_autofree char *english = self != NULL ? desk_remark_to_english (self) : NULL;

  return text (english);
}

/* Marks and weights are mostly whole, and read better so. */
static json_t *
number (double value)
{
  const double rounded = desk_round_2 (value);

  if (rounded == floor (rounded) && fabs (rounded) < 1e15)
    return json_integer ((json_int_t) rounded);
  return json_real (rounded);
}

static json_t *
figure (const DeskFigure *figure)
{
  return figure->n > 0 ? desk_json_figure (figure->value) : json_null ();
}

static json_t *
message_fields (const DeskTotals *totals)
{
  json_t *fields = json_object ();

  for (guint field = 0; field < DESK_N_FIELDS; field++)
    json_object_set_new (fields, desk_field_name ((DeskField) field),
                         figure (&totals->message_fields[field]));
  return fields;
}

static json_t *
totals_to_json (const DeskTotals *totals)
{
  json_t *object = json_object ();

  json_object_set_new (object, "calls", json_integer (totals->calls));
  json_object_set_new (object, "answered", json_integer (totals->answered));
  json_object_set_new (object, "abandoned_ringing", json_integer (totals->abandoned_ringing));
  json_object_set_new (object, "abandoned_hold", json_integer (totals->abandoned_hold));
  json_object_set_new (object, "abandoned_silence", json_integer (totals->abandoned_silence));
  json_object_set_new (object, "blocked", json_integer (totals->blocked));
  json_object_set_new (object, "asa_seconds", figure (&totals->asa_seconds));
  json_object_set_new (object, "longest_answer_seconds", figure (&totals->longest_answer_seconds));
  json_object_set_new (object, "service_level", figure (&totals->service_level));
  json_object_set_new (object, "longest_hold_seconds", figure (&totals->longest_hold_seconds));
  json_object_set_new (object, "mean_handling_seconds", figure (&totals->mean_handling_seconds));
  json_object_set_new (object, "transfers_right", json_integer (totals->transfers_right));
  json_object_set_new (object, "transfers", json_integer (totals->transfers));
  json_object_set_new (object, "messages", json_integer (totals->messages));
  json_object_set_new (object, "messages_due", json_integer (totals->messages_due));
  json_object_set_new (object, "message_fields", message_fields (totals));
  json_object_set_new (object, "mean_logging_seconds", figure (&totals->mean_logging_seconds));
  return object;
}

static json_t *
response_to_json (const DeskCallScore *score)
{
  json_t *object;

  if (!score->answered)
    return json_null ();
  object = json_object ();
  json_object_set_new (object, "seconds", desk_json_figure (score->response_seconds));
  json_object_set_new (object, "value", desk_json_figure (score->response_value));
  json_object_set_new (object, "evidence", remark (score->response_evidence));
  json_object_set_new (object, "advice", remark (score->response_advice));
  return object;
}

static json_t *
check_to_json (const DeskCheck *check)
{
  json_t *object = json_object ();

  json_object_set_new (object, "item", text (desk_item_name (check->item)));
  json_object_set_new (object, "weight", number (check->weight));
  json_object_set_new (object, "value", number (check->value));
  json_object_set_new (object, "evidence", remark (check->evidence));
  json_object_set_new (object, "advice", remark (check->advice));
  return object;
}

static json_t *
handling_to_json (const DeskCallScore *score)
{
  json_t *items;
  json_t *object;

  if (!score->answered)
    return json_null ();
  items = json_array ();
  for (guint n = 0; n < score->n_checks; n++)
    json_array_append_new (items, check_to_json (&score->checks[n]));
  object = json_object ();
  json_object_set_new (object, "value", desk_json_figure (score->handling_value));
  json_object_set_new (object, "items", items);
  return object;
}

static json_t *
fields_to_json (const DeskSlipScore *message)
{
  json_t *object = json_object ();

  for (guint field = 0; field < DESK_N_FIELDS; field++)
    json_object_set_new (object, desk_field_name ((DeskField) field),
                         message->fields[field].applies ? number (message->fields[field].value)
                                                        : json_null ());
  return object;
}

/* What is said of each field, the evidence or else the advice. */
static json_t *
field_remarks_to_json (const DeskSlipScore *message, gboolean advice)
{
  json_t *object = json_object ();

  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    const DeskFieldScore *score = &message->fields[field];

    json_object_set_new (object, desk_field_name ((DeskField) field),
                         remark (advice ? score->advice : score->evidence));
  }
  return object;
}

static json_t *
fact_to_json (const DeskFactScore *fact)
{
  json_t *object = json_object ();

  json_object_set_new (object, "fact", remark (fact->fact));
  json_object_set_new (object, "weight", number (fact->weight));
  json_object_set_new (object, "value", json_integer (fact->value));
  json_object_set_new (object, "evidence", remark (fact->evidence));
  json_object_set_new (object, "advice", remark (fact->advice));
  return object;
}

static json_t *
message_to_json (const DeskSlipScore *message)
{
  json_t *facts;
  json_t *object;

  if (message == NULL)
    return json_null ();
  facts = json_array ();
  for (gsize n = 0; n < message->n_facts; n++)
    json_array_append_new (facts, fact_to_json (&message->facts[n]));
  object = json_object ();
  json_object_set_new (object, "value", desk_json_figure (message->value));
  json_object_set_new (object, "fields", fields_to_json (message));
  json_object_set_new (object, "facts", facts);
  json_object_set_new (object, "evidence", field_remarks_to_json (message, FALSE));
  json_object_set_new (object, "advice", field_remarks_to_json (message, TRUE));
  return object;
}

static json_t *
call_to_json (const DeskCallScore *score)
{
  json_t *object = json_object ();

  json_object_set_new (object, "id", text (score->call->id));
  json_object_set_new (object, "score", desk_json_figure (score->score));
  json_object_set_new (object, "outcome", text (score->outcome));
  json_object_set_new (object, "outcome_right", json_boolean (score->outcome_right));
  json_object_set_new (object, "critical", json_boolean (score->critical));
  json_object_set_new (object, "response", response_to_json (score));
  json_object_set_new (object, "handling", handling_to_json (score));
  json_object_set_new (object, "message", message_to_json (score->message));
  json_object_set_new (object, "evidence",
                       remark (score->critical   ? score->critical_evidence
                               : score->answered ? NULL
                                                 : score->response_evidence));
  json_object_set_new (object, "advice",
                       remark (score->critical   ? score->critical_advice
                               : score->answered ? NULL
                                                 : score->response_advice));
  return object;
}

/* When in session time, and for how many seconds by the wall clock. */
static json_t *
interruptions_to_json (const GArray *interruptions)
{
  json_t *list = json_array ();

  for (guint n = 0; n < interruptions->len; n++) {
    const DeskInterruption *each = &g_array_index (interruptions, DeskInterruption, n);
    json_t *object = json_object ();

    json_object_set_new (object, "t", json_integer (each->t_ms));
    json_object_set_new (object, "away_seconds", json_integer (each->away_ms / 1000));
    json_array_append_new (list, object);
  }
  return list;
}

static json_t *
chain_to_json (const DeskChain *chain)
{
  json_t *object = json_object ();
  const gboolean changed = chain->state == DESK_CHAIN_CHANGED;

  json_object_set_new (object, "state", text (desk_chain_state_name (chain->state)));
  json_object_set_new (object, "line", changed ? json_integer (chain->line) : json_null ());
  json_object_set_new (object, "last",
                       chain->state == DESK_CHAIN_WHOLE ? text (chain->last) : json_null ());
  return object;
}

/* A list of texts; none at all where it would be empty. */
static void
add_texts (json_t *object, const char *key, const GStrv texts)
{
  json_t *list = json_array ();

  for (guint n = 0; texts[n] != NULL; n++)
    json_array_append_new (list, text (texts[n]));
  if (json_array_size (list) > 0)
    json_object_set (object, key, list);
  json_decref (list);
}

/* What sets a session apart: nothing of one that was neither adjusted nor an exam. */
static void
add_terms (json_t *object, const DeskScorecard *scorecard)
{
  g_auto (GStrv) granted_at_desk = desk_scorecard_granted_at_desk (scorecard);

  add_texts (object, "accommodations", scorecard->header->accommodations);
  add_texts (object, "granted_at_desk", granted_at_desk);
  if (scorecard->chain.state != DESK_CHAIN_NONE)
    json_object_set_new (object, "chain", chain_to_json (&scorecard->chain));
  if (scorecard->shift->interruptions->len > 0)
    json_object_set_new (object, "interruptions",
                         interruptions_to_json (scorecard->shift->interruptions));
  if (scorecard->header->mode == DESK_MODE_EXAM)
    json_object_set_new (object, "handed_in", json_boolean (scorecard->finished));
}

static json_t *
scorecard_to_json (const DeskScorecard *scorecard, const DeskReportWork *work)
{
  json_t *object = json_object ();
  json_t *critical = json_array ();
  json_t *calls = json_array ();

  for (guint n = 0; n < scorecard->n_calls && desk_report_goes_on (work, n, 2 * scorecard->n_calls);
       n++) {
    if (scorecard->calls[n].critical)
      json_array_append_new (critical, text (scorecard->calls[n].call->id));
    json_array_append_new (calls, call_to_json (&scorecard->calls[n]));
  }
  json_object_set_new (object, "rubric", json_integer (DESK_RUBRIC));
  json_object_set_new (object, "scenario", text (scorecard->scenario->id));
  json_object_set_new (object, "trainee", text (scorecard->header->trainee));
  json_object_set_new (object, "mode", text (desk_mode_name (scorecard->header->mode)));
  json_object_set_new (object, "score", desk_json_figure (scorecard->score));
  json_object_set_new (object, "passed", json_boolean (scorecard->passed));
  json_object_set_new (object, "band", text (desk_band_name (scorecard->band)));
  json_object_set_new (object, "critical", critical);
  json_object_set_new (object, "totals", totals_to_json (&scorecard->totals));
  json_object_set_new (object, "calls", calls);
  add_terms (object, scorecard);
  return object;
}

typedef struct {
  const DeskReportWork *work;
  GString *report;
} Sink;

/* Anything but 0 ends the writing. */
static int
on_dumped (const char *piece, size_t length, void *data)
{
  Sink *sink = data;

  g_string_append_len (sink->report, piece, (gssize) length);
  return g_cancellable_is_cancelled (sink->work->cancellable) ? -1 : 0;
}

void
desk_report_write_json (const DeskScorecard *scorecard, const DeskReportWork *work, GString *report)
{
  json_t *object = scorecard_to_json (scorecard, work);
  Sink sink = { work, report };
  const gsize start = report->len;

  json_dump_callback (object, on_dumped, &sink, FORMAT_FLAGS);
  desk_json_escape_wild (report, start);
  g_string_append_c (report, '\n');
  json_decref (object);
}
