/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-marks.h"

#include <jansson.h>

#include "scoring/loss.h"

/* JSON: a list a call, [id, applied, lost, [facts stated], [facts not stated]]. A bit of the numbers
 * is a kind of loss. */

G_STATIC_ASSERT (DESK_N_LOSSES <= 31);

static json_t *
facts_of (const DeskSlipScore *message, gboolean stated)
{
  json_t *facts = json_array ();

  for (gsize n = 0; message != NULL && n < message->n_facts; n++) {
    g_autofree char *fact = NULL;

    if ((message->facts[n].value > 0) != stated)
      continue;
    fact = desk_remark_to_english (message->facts[n].fact);
    json_array_append_new (facts, json_string (fact));
  }
  return facts;
}

static json_t *
marks_of (const DeskScenario *scenario, const DeskCallScore *call)
{
  DeskLoss losses[DESK_N_LOSSES] = { 0 };
  json_int_t applied = 0;
  json_int_t lost = 0;

  desk_losses_take_call (losses, scenario, call);
  for (guint kind = 0; kind < DESK_N_LOSSES; kind++) {
    applied |= losses[kind].n_calls > 0 ? (json_int_t) 1 << kind : 0;
    lost |= losses[kind].n_calls_lost > 0 ? (json_int_t) 1 << kind : 0;
  }
  return json_pack ("[s,I,I,o,o]", call->call->id, applied, lost, facts_of (call->message, TRUE),
                    facts_of (call->message, FALSE));
}

char *
desk_class_marks_take (const DeskScorecard *scorecard)
{
  json_t *calls = json_array ();
  char *dumped;
  char *text;

  for (guint n = 0; n < scorecard->n_calls; n++)
    json_array_append_new (calls, marks_of (scorecard->scenario, &scorecard->calls[n]));
  dumped = json_dumps (calls, JSON_COMPACT);
  text = g_strdup (dumped != NULL ? dumped : "[]");
  free (dumped);
  json_decref (calls);
  return text;
}

/* Whoever is told of the marks. */
typedef struct {
  DeskClassMarkFunc function;
  gpointer data;
} Listener;

static void
tell_facts (const Listener *listener, const char *call, json_t *facts, gboolean lost)
{
  json_t *fact;
  size_t n;

  json_array_foreach (facts, n, fact)
  {
    if (json_is_string (fact))
      listener->function (call, DESK_N_ITEMS + DESK_FIELD_FACTS, json_string_value (fact), lost,
                          listener->data);
  }
}

static void
tell_call (const Listener *listener, json_t *marks)
{
  const char *call;
  json_int_t applied;
  json_int_t lost;
  json_t *stated;
  json_t *missing;

  if (json_unpack (marks, "[s,I,I,o,o]", &call, &applied, &lost, &stated, &missing) != 0)
    return;
  for (guint kind = 0; kind < DESK_N_LOSSES; kind++) {
    if ((applied >> kind & 1) != 0)
      listener->function (call, kind, NULL, (lost >> kind & 1) != 0, listener->data);
  }
  tell_facts (listener, call, stated, FALSE);
  tell_facts (listener, call, missing, TRUE);
}

void
desk_class_marks_foreach (const char *marks, DeskClassMarkFunc function, gpointer data)
{
  json_t *calls = json_loads (marks, 0, NULL);
  const Listener listener = { function, data };
  json_t *call;
  size_t n;

  json_array_foreach (calls, n, call) tell_call (&listener, call);
  json_decref (calls);
}
