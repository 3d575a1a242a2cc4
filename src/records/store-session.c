/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "history/history-list.h"
#include "records/statement-iri.h"
#include "records/statement-text.h"

/* What a store holds may be anybody's, whoever it was that may write there: every text is made tame and short,
 * and every figure looked at. */

#define MOST_MARKS ((gsize) 64 << 10) /* bytes */
#define DIGITS 64                     /* of an identity, a SHA-256 */

static const char *
verb_of (const json_t *statement)
{
  const char *verb =
      json_string_value (json_object_get (json_object_get (statement, "verb"), "id"));

  return verb != NULL && g_str_has_prefix (verb, DESK_STATEMENT_VERBS)
             ? verb + strlen (DESK_STATEMENT_VERBS)
             : "";
}

static const json_t *
context_extension (const json_t *statement, const char *iri)
{
  const json_t *context = json_object_get (statement, "context");

  return json_object_get (json_object_get (context, "extensions"), iri);
}

static const json_t *
result_extension (const json_t *statement, const char *iri)
{
  const json_t *result = json_object_get (statement, "result");

  return json_object_get (json_object_get (result, "extensions"), iri);
}

/* NULL: it is none. */
static const char *
identity_of (const json_t *statement)
{
  const char *text =
      json_string_value (context_extension (statement, DESK_STATEMENT_EXTENSION ("session")));

  return text != NULL && strlen (text) == DIGITS && strspn (text, "0123456789abcdef") == DIGITS
             ? text
             : NULL;
}

static gboolean
is_about_a_scenario (const json_t *statement)
{
  const json_t *object = json_object_get (statement, "object");
  const char *id = json_string_value (json_object_get (object, "id"));
  const char *const of = DESK_STATEMENT_IRI "/scenarios/";

  return id != NULL && g_str_has_prefix (id, of) && strchr (id + strlen (of), '/') == NULL &&
         id[strlen (of)] != '\0';
}

static char *
scenario_of (const json_t *statement)
{
  const json_t *object = json_object_get (statement, "object");
  const char *id = json_string_value (json_object_get (object, "id"));
  g_autofree char *name = g_uri_unescape_string (strrchr (id, '/') + 1, NULL);

  return desk_statement_line (name != NULL ? name : strrchr (id, '/') + 1);
}

/* The first of its languages: we write one. */
static char *
title_of (const json_t *statement)
{
  const json_t *object = json_object_get (statement, "object");
  json_t *names = json_object_get (json_object_get (object, "definition"), "name");
  const char *language;
  json_t *name;

  json_object_foreach (names, language, name)
  {
    if (json_is_string (name))
      return desk_statement_line (json_string_value (name));
  }
  return g_strdup ("");
}

/* The name, where the school tells names; or else the account, or the address. */
static char *
trainee_of (const json_t *statement)
{
  const json_t *actor = json_object_get (statement, "actor");
  const char *name = json_string_value (json_object_get (actor, "name"));
  const char *mbox = json_string_value (json_object_get (actor, "mbox"));

  if (name == NULL)
    name = json_string_value (json_object_get (json_object_get (actor, "account"), "name"));
  if (name == NULL && mbox != NULL)
    name = g_str_has_prefix (mbox, "mailto:") ? mbox + strlen ("mailto:") : mbox;
  return desk_statement_line (name != NULL ? name : "");
}

/* -1: it does not apply, or is no such figure. */
static double
figure (const json_t *object, const char *key, double most)
{
  const json_t *value = json_object_get (object, key);
  const double number = json_number_value (value);

  return json_is_number (value) && isfinite (number) && number >= 0 && number <= most ? number : -1;
}

static char *
accommodations_of (const json_t *statement)
{
  const json_t *list = context_extension (statement, DESK_STATEMENT_EXTENSION ("accommodations"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize n = 0; n < json_array_size (list); n++) {
    const char *each = json_string_value (json_array_get (list, n));

    if (each != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", each);
  }
  return desk_statement_line (text->str);
}

static gboolean
is_unproved (const json_t *statement)
{
  const json_t *sum = context_extension (statement, DESK_STATEMENT_EXTENSION ("checksum"));
  const char *state = json_string_value (json_object_get (sum, "state"));

  return g_strcmp0 (state, desk_chain_state_name (DESK_CHAIN_MISSING)) == 0;
}

static char *
marks_of (const json_t *statement)
{
  const char *marks =
      json_string_value (result_extension (statement, DESK_STATEMENT_EXTENSION ("marks")));

  return g_strdup (marks != NULL && strlen (marks) <= MOST_MARKS ? marks : "");
}

static void
take_figures (DeskClassSession *self, const json_t *statement)
{
  const json_t *response = result_extension (statement, DESK_STATEMENT_EXTENSION ("response"));
  const json_t *message = result_extension (statement, DESK_STATEMENT_EXTENSION ("message"));

  self->response = figure (response, "value", 1);
  self->asa_seconds = figure (response, "asa_seconds", 1e9);
  self->message = figure (message, "value", 1);
}

/* A session in which no call was due has no score, and counts as nothing. */
static gboolean
take_score (DeskClassSession *self, const json_t *statement)
{
  const json_t *score = json_object_get (json_object_get (statement, "result"), "score");

  self->score = score != NULL ? figure (score, "raw", 100) : 0;
  return self->score >= 0;
}

static gboolean
take_mode (DeskClassSession *self, const json_t *statement)
{
  const char *mode =
      json_string_value (context_extension (statement, DESK_STATEMENT_EXTENSION ("mode")));

  return mode != NULL && desk_mode_from_name (mode, &self->mode);
}

void
desk_store_session_begin (DeskClassSession *session, const char *started)
{
  g_free (session->started);
  session->started = desk_statement_line (started);
  session->started_us = desk_history_moment_us (session->started);
}

static void
take_words (DeskClassSession *self, const json_t *statement, const char *identity)
{
  const char *id = json_string_value (json_object_get (statement, "id"));
  const char *moment = json_string_value (json_object_get (statement, "timestamp"));

  self->path = desk_statement_line (id != NULL ? id : "");
  self->identity = g_strdup (identity);
  self->trainee = trainee_of (statement);
  self->scenario = scenario_of (statement);
  self->title = title_of (statement);
  self->accommodations = accommodations_of (statement);
  self->marks = marks_of (statement);
  desk_store_session_begin (self, moment != NULL ? moment : "");
}

DeskClassSession *
desk_store_session_new (const json_t *statement, char **reason)
{
  const char *identity = identity_of (statement);
  const char *verb = verb_of (statement);
  g_autoptr (DeskClassSession) self = NULL;

  *reason = NULL;
  if (identity == NULL || !is_about_a_scenario (statement) ||
      (strcmp (verb, "passed") != 0 && strcmp (verb, "failed") != 0))
    return NULL;
  self = g_new0 (DeskClassSession, 1);
  take_words (self, statement, identity);
  take_figures (self, statement);
  self->passed = strcmp (verb, "passed") == 0;
  self->unproved = is_unproved (statement);
  if (take_score (self, statement) && take_mode (self, statement) && self->started_us != 0)
    return g_steal_pointer (&self);
  *reason = g_strdup (_ ("the statement lacks a score, a mode or a date that can be read"));
  return NULL;
}

const char *
desk_store_session_beginning (const json_t *statement, const char **identity)
{
  *identity = identity_of (statement);
  if (*identity == NULL || strcmp (verb_of (statement), "initialized") != 0)
    return NULL;
  return json_string_value (json_object_get (statement, "timestamp"));
}
