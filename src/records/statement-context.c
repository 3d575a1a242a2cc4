/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-context.h"

#include "records/statement-activity.h"
#include "records/statement-iri.h"
#include "records/statement-text.h"
#include "records/statement.h"
#include "report/json-figures.h"

/* A shift is interrupted once or twice; a journal that says more does not make every statement long. */
#define MOST_INTERRUPTIONS 20

static json_t *
rubric_of (const DeskScenario *scenario)
{
  return json_pack ("{s:i, s:{s:o, s:o, s:o}, s:o}", "version", DESK_RUBRIC, "weights", "response",
                    desk_json_figure (scenario->weight_response), "handling",
                    desk_json_figure (scenario->weight_handling), "message",
                    desk_json_figure (scenario->weight_message), "pass",
                    desk_json_figure (scenario->pass));
}

/* When in session time, and for how many seconds by the wall clock. */
static json_t *
interruptions_of (const DeskShiftView *shift)
{
  json_t *list = json_array ();

  for (guint n = 0; n < MIN (shift->interruptions->len, MOST_INTERRUPTIONS); n++) {
    const DeskInterruption *each = &g_array_index (shift->interruptions, DeskInterruption, n);

    json_array_append_new (list, json_pack ("{s:I, s:I}", "t", (json_int_t) each->t_ms,
                                            "away_seconds", (json_int_t) (each->away_ms / 1000)));
  }
  return list;
}

static json_t *
checksum_of (const DeskChain *chain)
{
  json_t *object = json_pack ("{s:s}", "state", desk_chain_state_name (chain->state));

  if (chain->state == DESK_CHAIN_CHANGED)
    json_object_set_new (object, "line", json_integer (chain->line));
  if (chain->state == DESK_CHAIN_WHOLE)
    json_object_set_new (object, "last", json_string (chain->last));
  return object;
}

/* What sets a session apart; nothing of one that was neither adjusted nor interrupted nor an exam. */
static void
add_terms (json_t *extensions, const DeskScorecard *scorecard)
{
  g_auto (GStrv) at_desk = desk_scorecard_granted_at_desk (scorecard);

  if (*scorecard->header->accommodations != NULL)
    json_object_set_new (
        extensions, DESK_STATEMENT_EXTENSION ("accommodations"),
        desk_statement_texts ((const char *const *) scorecard->header->accommodations));
  if (*at_desk != NULL)
    json_object_set_new (extensions, DESK_STATEMENT_EXTENSION ("granted-at-desk"),
                         desk_statement_texts ((const char *const *) at_desk));
  if (scorecard->shift->interruptions->len > 0)
    json_object_set_new (extensions, DESK_STATEMENT_EXTENSION ("interruptions"),
                         interruptions_of (scorecard->shift));
  if (scorecard->chain.state != DESK_CHAIN_NONE)
    json_object_set_new (extensions, DESK_STATEMENT_EXTENSION ("checksum"),
                         checksum_of (&scorecard->chain));
}

static json_t *
extensions_of (const DeskScorecard *scorecard, const char *identity)
{
  json_t *extensions =
      json_pack ("{s:s, s:s, s:o}", DESK_STATEMENT_EXTENSION ("session"), identity,
                 DESK_STATEMENT_EXTENSION ("mode"), desk_mode_name (scorecard->header->mode),
                 DESK_STATEMENT_EXTENSION ("rubric"), rubric_of (scorecard->scenario));

  add_terms (extensions, scorecard);
  return extensions;
}

static json_t *
activities_of (const DeskScenario *scenario, gboolean call)
{
  json_t *activities =
      json_pack ("{s:[{s:s, s:s, s:{s:s}}]}", "category", "objectType", "Activity", "id",
                 DESK_STATEMENT_PROFILE, "definition", "type", DESK_STATEMENT_PROFILE_TYPE);

  if (call)
    json_object_set_new (activities, "parent",
                         json_pack ("[o]", desk_statement_scenario_activity (scenario)));
  return activities;
}

json_t *
desk_statement_context (const DeskScorecard *scorecard, const char *identity, gboolean call)
{
  g_autofree char *registration = desk_statement_registration (identity);
  g_autofree char *language = desk_statement_language (scorecard->scenario);

  return json_pack ("{s:s, s:o, s:s, s:o, s:s, s:o}", "registration", registration,
                    "contextActivities", activities_of (scorecard->scenario, call), "revision",
                    scorecard->scenario->sha256, "platform",
                    desk_statement_text (scorecard->header->program), "language", language,
                    "extensions", extensions_of (scorecard, identity));
}
