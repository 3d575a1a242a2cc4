/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-result.h"

#include "classroom/class-marks.h"
#include "records/iso-duration.h"
#include "records/statement-iri.h"
#include "records/statement-text.h"
#include "report/json-figures.h"

/* From -1 to 1, as xAPI has it; a score has two decimals, and so its hundredth four. */
static json_t *
score_to_json (double score)
{
  const double raw = desk_round_2 (score);

  return json_pack ("{s:f, s:f, s:i, s:i}", "scaled", CLAMP (raw / 100, 0.0, 1.0), "raw",
                    CLAMP (raw, 0.0, 100.0), "min", 0, "max", 100);
}

/* A figure that does not apply has no place in a statement. */
static void
add_figure (json_t *object, const char *key, const DeskFigure *figure)
{
  if (figure->n > 0)
    json_object_set_new (object, key, desk_json_figure (figure->value));
}

static json_t *
response_of (const DeskTotals *totals)
{
  json_t *object = json_object ();

  add_figure (object, "value", &totals->response);
  add_figure (object, "asa_seconds", &totals->asa_seconds);
  add_figure (object, "longest_answer_seconds", &totals->longest_answer_seconds);
  add_figure (object, "service_level", &totals->service_level);
  return object;
}

static json_t *
handling_of (const DeskTotals *totals)
{
  json_t *object = json_object ();

  add_figure (object, "value", &totals->handling);
  add_figure (object, "mean_seconds", &totals->mean_handling_seconds);
  add_figure (object, "longest_hold_seconds", &totals->longest_hold_seconds);
  return object;
}

static json_t *
message_of (const DeskTotals *totals)
{
  json_t *object = json_pack ("{s:i, s:i}", "messages", (int) totals->messages, "messages_due",
                              (int) totals->messages_due);
  json_t *fields = json_object ();

  add_figure (object, "value", &totals->message);
  add_figure (object, "mean_logging_seconds", &totals->mean_logging_seconds);
  for (guint field = 0; field < DESK_N_FIELDS; field++)
    add_figure (fields, desk_field_name ((DeskField) field), &totals->message_fields[field]);
  json_object_set_new (object, "fields", fields);
  return object;
}

static json_t *
calls_of (const DeskTotals *totals)
{
  return json_pack ("{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "calls", (int) totals->calls,
                    "answered", (int) totals->answered, "abandoned_ringing",
                    (int) totals->abandoned_ringing, "abandoned_hold", (int) totals->abandoned_hold,
                    "abandoned_silence", (int) totals->abandoned_silence, "blocked",
                    (int) totals->blocked, "transfers", (int) totals->transfers, "transfers_right",
                    (int) totals->transfers_right);
}

/* The calls with a critical failure, by their ids. */
static json_t *
critical_of (const DeskScorecard *scorecard)
{
  json_t *list = json_array ();

  for (guint n = 0; n < scorecard->n_calls; n++) {
    if (scorecard->calls[n].critical)
      json_array_append_new (list, desk_statement_text (scorecard->calls[n].call->id));
  }
  return list;
}

static json_t *
session_extensions (const DeskScorecard *scorecard)
{
  json_t *object =
      json_pack ("{s:o, s:o, s:o, s:o, s:o}", DESK_STATEMENT_EXTENSION ("response"),
                 response_of (&scorecard->totals), DESK_STATEMENT_EXTENSION ("handling"),
                 handling_of (&scorecard->totals), DESK_STATEMENT_EXTENSION ("message"),
                 message_of (&scorecard->totals), DESK_STATEMENT_EXTENSION ("calls"),
                 calls_of (&scorecard->totals), DESK_STATEMENT_EXTENSION ("critical"),
                 critical_of (scorecard));

  if (scorecard->band != DESK_BAND_NONE)
    json_object_set_new (object, DESK_STATEMENT_EXTENSION ("band"),
                         json_string (desk_band_name (scorecard->band)));
  return object;
}

json_t *
desk_statement_session_result (const DeskScorecard *scorecard)
{
  g_autofree char *duration = desk_iso_duration (scorecard->shift->end_ms);
  json_t *result =
      json_pack ("{s:b, s:b, s:s, s:o}", "success", (int) scorecard->passed, "completion", 1,
                 "duration", duration, "extensions", session_extensions (scorecard));

  /* No call was due: there is nothing to have a score of. */
  if (scorecard->n_calls > 0)
    json_object_set_new (result, "score", score_to_json (scorecard->score));
  return result;
}

json_t *
desk_statement_with_marks (const json_t *result, const DeskScorecard *scorecard)
{
  g_autofree char *marks = desk_class_marks_take (scorecard);
  json_t *marked = json_copy ((json_t *) result);
  json_t *extensions = json_copy (json_object_get (result, "extensions"));

  json_object_set_new (extensions, DESK_STATEMENT_EXTENSION ("marks"), json_string (marks));
  json_object_set_new (marked, "extensions", extensions);
  return marked;
}

static json_t *
call_response (const DeskCallScore *call)
{
  json_t *object = json_pack ("{s:o}", "value", desk_json_figure (call->response_value));

  if (call->answered)
    json_object_set_new (object, "seconds", desk_json_figure (call->response_seconds));
  return object;
}

static json_t *
call_handling (const DeskCallScore *call)
{
  json_t *items = json_object ();

  for (guint n = 0; n < call->n_checks; n++)
    json_object_set_new (items, desk_item_name (call->checks[n].item),
                         desk_json_figure (call->checks[n].value));
  return json_pack ("{s:o, s:o}", "value", desk_json_figure (call->handling_value), "items", items);
}

static json_t *
call_message (const DeskSlipScore *message)
{
  json_t *fields = json_object ();

  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    if (message->fields[field].applies)
      json_object_set_new (fields, desk_field_name ((DeskField) field),
                           desk_json_figure (message->fields[field].value));
  }
  return json_pack ("{s:o, s:o}", "value", desk_json_figure (message->value), "fields", fields);
}

static json_t *
call_outcome (const DeskCallScore *call)
{
  return json_pack ("{s:s, s:s, s:b}", "expected", desk_outcome_name (call->call->expect.what),
                    "reached", call->outcome, "right", (int) call->outcome_right);
}

static json_t *
call_extensions (const DeskCallScore *call)
{
  json_t *object =
      json_pack ("{s:o, s:o, s:b}", DESK_STATEMENT_EXTENSION ("response"), call_response (call),
                 DESK_STATEMENT_EXTENSION ("outcome"), call_outcome (call),
                 DESK_STATEMENT_EXTENSION ("critical-failure"), (int) call->critical);

  if (call->answered)
    json_object_set_new (object, DESK_STATEMENT_EXTENSION ("handling"), call_handling (call));
  if (call->message != NULL)
    json_object_set_new (object, DESK_STATEMENT_EXTENSION ("message"),
                         call_message (call->message));
  return object;
}

gboolean
desk_statement_call_is_complete (const DeskCallScore *call)
{
  return call->end == DESK_END_COMPLETED || call->end == DESK_END_TRANSFERRED;
}

json_t *
desk_statement_call_result (const DeskCallScore *call)
{
  g_autofree char *duration = desk_iso_duration (call->view->handled_ms);
  const gboolean complete = desk_statement_call_is_complete (call);

  return json_pack ("{s:o, s:b, s:b, s:s, s:o}", "score", score_to_json (call->score), "success",
                    (int) (complete && call->outcome_right && !call->critical), "completion",
                    (int) complete, "duration", duration, "extensions", call_extensions (call));
}
