/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/scenario.h"

#include "scenario/scenario-private.h"

#include <string.h>

static void
slip_key_free (gpointer key)
{
  desk_slip_key_free (key);
}

DeskScenarioStore *
desk_scenario_store_new (void)
{
  DeskScenarioStore *store = g_atomic_rc_box_new0 (DeskScenarioStore);

  store->strings = g_string_chunk_new (4096);
  store->blocks = g_ptr_array_new_with_free_func (g_free);
  store->slip_keys = g_ptr_array_new_with_free_func (slip_key_free);
  store->people = g_hash_table_new (g_str_hash, g_str_equal);
  store->phrases = g_hash_table_new (g_str_hash, g_str_equal);
  store->calls = g_hash_table_new (g_str_hash, g_str_equal);
  store->replies = g_hash_table_new (g_str_hash, g_str_equal);
  return store;
}

static void
store_clear (gpointer data)
{
  DeskScenarioStore *store = data;

  g_hash_table_unref (store->replies);
  g_hash_table_unref (store->calls);
  g_hash_table_unref (store->phrases);
  g_hash_table_unref (store->people);
  g_ptr_array_unref (store->slip_keys);
  g_ptr_array_unref (store->blocks);
  g_string_chunk_free (store->strings);
}

gpointer
desk_scenario_store_alloc (DeskScenarioStore *store, gsize size)
{
  gpointer block = g_malloc0 (size);

  g_ptr_array_add (store->blocks, block);
  return block;
}

const char *
desk_scenario_store_text (DeskScenarioStore *store, const char *text)
{
  return text == NULL ? "" : g_string_chunk_insert_const (store->strings, text);
}

gpointer
desk_scenario_store_list (DeskScenarioStore *store, const GPtrArray *array)
{
  gpointer *list = desk_scenario_store_alloc (store, (array->len + 1) * sizeof (gpointer));

  if (array->len > 0)
    memcpy (list, array->pdata, array->len * sizeof (gpointer));
  return list;
}

DeskScenario *
desk_scenario_ref (DeskScenario *scenario)
{
  return g_atomic_rc_box_acquire (scenario);
}

void
desk_scenario_unref (DeskScenario *scenario)
{
  if (scenario != NULL)
    g_atomic_rc_box_release_full (scenario, store_clear);
}

static const DeskScenarioStore *
store_of (const DeskScenario *scenario)
{
  return (const DeskScenarioStore *) scenario;
}

const DeskPerson *
desk_scenario_find_person (const DeskScenario *scenario, const char *id)
{
  return g_hash_table_lookup (store_of (scenario)->people, id);
}

const DeskPhrase *
desk_scenario_find_phrase (const DeskScenario *scenario, const char *id)
{
  return g_hash_table_lookup (store_of (scenario)->phrases, id);
}

const DeskCall *
desk_scenario_find_call (const DeskScenario *scenario, const char *id)
{
  return g_hash_table_lookup (store_of (scenario)->calls, id);
}

const DeskReply *
desk_scenario_find_reply (const DeskScenario *scenario, const char *key)
{
  return g_hash_table_lookup (store_of (scenario)->replies, key);
}

const char *
desk_scenario_resolve_voice (const DeskScenario *scenario, const char *written)
{
  for (guint i = 0; i < scenario->n_voices; i++)
    if (g_str_equal (scenario->voices[i].name, written))
      return scenario->voices[i].voice;
  return written;
}

static const DeskReply *
find_by_id (const DeskReply *const *replies, const char *id)
{
  for (; *replies != NULL; replies++)
    if (strcmp ((*replies)->id, id) == 0)
      return *replies;
  return NULL;
}

const DeskReply *
desk_call_find_reply (const DeskCall *call, const char *id)
{
  return find_by_id (call->replies, id);
}

static const DeskReply *
neutral_reply (const DeskScenario *scenario, const char *id)
{
  const DeskReply *reply = find_by_id (scenario->neutral_replies, id);

  return reply != NULL ? reply : find_by_id (scenario->neutral_replies, "otherwise");
}

char *
desk_call_caller_name (const DeskCall *call)
{
  const DeskCaller *caller = &call->caller;
  const gboolean has_both = *caller->given != '\0' && *caller->surname != '\0';

  if (*caller->given == '\0' && *caller->surname == '\0')
    return g_strdup (caller->organisation);
  return g_strconcat (caller->given, has_both ? " " : "", caller->surname, NULL);
}

const DeskReply *
desk_scenario_reply_or_neutral (const DeskScenario *scenario, const DeskCall *call, const char *id)
{
  const DeskReply *reply = desk_call_find_reply (call, id);

  if (reply == NULL)
    reply = desk_call_find_reply (call, "otherwise");
  return reply != NULL ? reply : neutral_reply (scenario, id);
}

static guint
presence_at (const DeskPerson *person, gint64 t_ms)
{
  guint n = person->n_presence - 1;

  while (n > 0 && person->presence[n].from_ms > t_ms)
    n--;
  return n;
}

DeskPresence
desk_person_presence_at (const DeskPerson *person, gint64 t_ms)
{
  return person->presence[presence_at (person, t_ms)].is;
}

void
desk_person_presence_span (const DeskPerson *person, gint64 t_ms, gint64 *from_ms, gint64 *to_ms)
{
  guint n = presence_at (person, t_ms);

  *from_ms = person->presence[n].from_ms;
  *to_ms = n + 1 < person->n_presence ? person->presence[n + 1].from_ms : -1;
}

gboolean
desk_person_refuses_at (const DeskPerson *person, gint64 t_ms)
{
  return person->may_refuse && t_ms >= person->refuses_from_ms && t_ms < person->refuses_to_ms;
}

char *
desk_scenario_greeting_for (const DeskScenario *scenario, const char *trainee)
{
  const char *greeting = scenario->greeting;

  if (*greeting == '\0')
    greeting = scenario->phrases[DESK_PHRASE_GREET]->spoken;
  g_auto (GStrv) parts = g_strsplit (greeting, "{trainee}", -1);
  return g_strjoinv (trainee, parts);
}

const char *
desk_outcome_name (DeskOutcome outcome)
{
  switch (outcome) {
  case DESK_OUTCOME_TRANSFER: return "transfer";
  case DESK_OUTCOME_MESSAGE: return "message";
  case DESK_OUTCOME_INFORM: return "inform";
  case DESK_OUTCOME_DECLINE: return "decline";
  }
  g_return_val_if_reached (NULL);
}
