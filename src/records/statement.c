/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement.h"

#include <glib/gi18n-lib.h>

#include "records/statement-activity.h"
#include "records/statement-actor.h"
#include "records/statement-context.h"
#include "records/statement-iri.h"
#include "records/statement-moment.h"
#include "records/statement-result.h"
#include "records/uuid5.h"
#include "report/json-print.h"

G_DEFINE_QUARK (desk - statement - error - quark, desk_statement_error)

/* Fifteen digits write every figure of four decimals as it was meant, and no stray ones. */
#define PRINT_FLAGS (JSON_COMPACT | JSON_REAL_PRECISION (15))

/* A verb of ADL, and what people call it. These words are part of the statement and not of the screen:
 * they are the same in every locale. */
typedef struct {
  const char *id;
  const char *english;
  const char *swedish;
} Verb;

static const Verb initialized = { DESK_STATEMENT_VERBS "initialized", "initialized", "påbörjade" };
static const Verb completed = { DESK_STATEMENT_VERBS "completed", "completed", "slutförde" };
static const Verb passed = { DESK_STATEMENT_VERBS "passed", "passed", "klarade" };
static const Verb failed = { DESK_STATEMENT_VERBS "failed", "failed", "klarade inte" };

/* What all statements of a session share, while they are made. */
typedef struct {
  const DeskScorecard *scorecard;
  const char *identity;
  json_t *actor;      /* owned */
  json_t *statements; /* owned */
} Making;

static char *
make_id (const char *identity, const char *part, const char *of)
{
  g_autofree char *name = g_strconcat (identity, "/", part, "/", of, NULL);

  return desk_uuid5 (DESK_UUID5_SPACE, name);
}

char *
desk_statement_registration (const char *identity)
{
  return make_id (identity, "session", "");
}

static json_t *
verb_to_json (const Verb *verb)
{
  return json_pack ("{s:s, s:{s:s, s:s}}", "id", verb->id, "display", "en-GB", verb->english,
                    "sv-SE", verb->swedish);
}

/* Adds a statement, without a result so far; takes `id` and `object`. NULL where `t_ms` is no moment.
 * The result is borrowed. */
static json_t *
add (Making *making, char *id, const Verb *verb, json_t *object, gboolean call, gint64 t_ms)
{
  g_autofree char *moment = desk_statement_moment (making->scorecard, t_ms);
  g_autofree char *taken = id;
  json_t *statement =
      json_pack ("{s:s, s:O, s:o, s:o, s:o}", "id", taken, "actor", making->actor, "verb",
                 verb_to_json (verb), "object", object, "context",
                 desk_statement_context (making->scorecard, making->identity, call));

  if (moment != NULL)
    json_object_set_new (statement, "timestamp", json_string (moment));
  json_array_append_new (making->statements, statement);
  return moment != NULL ? statement : NULL;
}

/* `result` may be NULL. */
static gboolean
add_session (Making *making, const char *part, const Verb *verb, gint64 t_ms, json_t *result)
{
  json_t *object = desk_statement_scenario_activity (making->scorecard->scenario);
  json_t *statement = add (making, make_id (making->identity, part, ""), verb, object, FALSE, t_ms);

  if (statement != NULL && result != NULL)
    json_object_set (statement, "result", result);
  return statement != NULL;
}

static gboolean
add_call (Making *making, const DeskCallScore *call)
{
  const gint64 t_ms = call->ended_ms >= 0 ? call->ended_ms : making->scorecard->shift->end_ms;
  const Verb *verb = desk_statement_call_is_complete (call) ? &completed : &failed;
  json_t *object = desk_statement_call_activity (making->scorecard->scenario, call->call);
  json_t *statement =
      add (making, make_id (making->identity, "call", call->call->id), verb, object, TRUE, t_ms);

  if (statement != NULL)
    json_object_set_new (statement, "result", desk_statement_call_result (call));
  return statement != NULL;
}

/* A class that is read from the store asks for the second of them alone, and that is where the marks are. */
static gboolean
add_results (Making *making)
{
  const DeskScorecard *scorecard = making->scorecard;
  const gint64 end_ms = scorecard->shift->end_ms;
  const Verb *verb = scorecard->passed ? &passed : &failed;
  json_t *result = desk_statement_session_result (scorecard);
  json_t *marked = desk_statement_with_marks (result, scorecard);
  const gboolean good = add_session (making, "completed", &completed, end_ms, result) &&
                        add_session (making, "judged", verb, end_ms, marked);

  json_decref (result);
  json_decref (marked);
  return good;
}

static gboolean
add_all (Making *making)
{
  const DeskScorecard *scorecard = making->scorecard;

  if (!add_session (making, "initialized", &initialized, 0, NULL))
    return FALSE;
  for (guint n = 0; n < scorecard->n_calls; n++) {
    if (!add_call (making, &scorecard->calls[n]))
      return FALSE;
  }
  return add_results (making);
}

json_t *
desk_statements_new (const DeskScorecard *scorecard,
                     const char *identity,
                     const DeskStatementWays *ways,
                     GError **error)
{
  Making making = { scorecard, identity, NULL, NULL };

  if (!scorecard->finished) {
    g_set_error_literal (error, DESK_STATEMENT_ERROR, DESK_STATEMENT_ERROR_UNFINISHED,
                         _ ("the session was not finished"));
    return NULL;
  }
  making.actor = desk_statement_actor (scorecard->header->trainee, ways, error);
  if (making.actor == NULL)
    return NULL;
  making.statements = json_array ();
  if (!add_all (&making)) {
    g_set_error_literal (error, DESK_STATEMENT_ERROR, DESK_STATEMENT_ERROR_NO_MOMENT,
                         _ ("the journal does not say when the session began"));
    g_clear_pointer (&making.statements, json_decref);
  }
  json_decref (making.actor);
  return making.statements;
}

char *
desk_statement_print (const json_t *statements)
{
  return desk_json_print (statements, PRINT_FLAGS);
}
