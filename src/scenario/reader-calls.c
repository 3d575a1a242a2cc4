/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The calls, apart from what is expected of the trainee. */

enum {
  MAX_CALLS = 10000,
  MAX_LINES = 24,
  PATIENCE_RINGING_MS = 40000,
  PATIENCE_HOLD_MS = 90000,
  PATIENCE_SILENCE_MS = 30000,
};

static void
read_caller (DeskReader *self, const DeskYamlNode *node, DeskCaller *caller)
{
  enum {
    GIVEN,
    SURNAME,
    ORGANISATION,
    PHONE,
    SPELLS,
    ACCEPT
  };
  static const DeskFieldSpec specs[] = {
    [GIVEN] = { "given" }, [SURNAME] = { "surname" },    [ORGANISATION] = { "organisation" },
    [PHONE] = { "phone" }, [SPELLS] = { "spells_name" }, [ACCEPT] = { "accept" },
  };
  static const DeskFieldSpec accept_specs[] = {
    [GIVEN] = { "given" }, [SURNAME] = { "surname" }, [ORGANISATION] = { "organisation" }
  };
  DeskFields fields, accept;

  if (!desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields))
    return;
  if (fields.values[GIVEN] == NULL && fields.values[SURNAME] == NULL && !self->unsure)
    desk_reader_error (self, node, _ ("the caller has no name: write “given”, “surname” or both"));
  desk_reader_line (self, fields.values[GIVEN], &caller->given);
  desk_reader_line (self, fields.values[SURNAME], &caller->surname);
  desk_reader_line (self, fields.values[ORGANISATION], &caller->organisation);
  if (desk_reader_line (self, fields.values[PHONE], &caller->phone))
    desk_reader_check_phone (self, fields.values[PHONE], caller->phone);
  desk_reader_flag (self, fields.values[SPELLS], &caller->spells_name);
  desk_reader_fields (self, fields.values[ACCEPT], accept_specs, G_N_ELEMENTS (accept_specs),
                      &accept);
  desk_reader_texts (self, accept.values[GIVEN], &caller->given_accept);
  desk_reader_texts (self, accept.values[SURNAME], &caller->surname_accept);
  desk_reader_texts (self, accept.values[ORGANISATION], &caller->organisation_accept);
}

/* Whether it is "withheld"; also TRUE if that was clearly meant, after reporting it. */
static gboolean
says_withheld (DeskReader *self, const DeskYamlNode *node)
{
  static const char *const known[] = { "withheld", NULL };

  if (node == NULL || node->kind != DESK_YAML_TEXT || node->mended)
    return FALSE;
  if (g_str_equal (node->text, known[0]))
    return TRUE;
  if (desk_reader_nearest (self, node->text, known) == NULL)
    return FALSE;
  desk_reader_error (self, node, _ ("“%s” is not known here; did you mean “%s”?"),
                     desk_reader_shown (self, node->text), known[0]);
  return TRUE;
}

/* Read after the caller, whose number is shown unless the author says otherwise. */
static void
read_display (DeskReader *self, const DeskYamlNode *node, DeskCall *call)
{
  enum {
    NAME,
    NUMBER
  };
  static const DeskFieldSpec specs[] = { [NAME] = { "name" }, [NUMBER] = { "number" } };
  DeskFields fields;

  call->display_number = call->caller.phone;
  call->withheld = says_withheld (self, node);
  if (!call->withheld) {
    desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields);
    desk_reader_line (self, fields.values[NAME], &call->display_name);
    call->withheld = says_withheld (self, fields.values[NUMBER]);
  }
  if (call->withheld)
    call->display_number = "";
  else if (desk_reader_line (self, fields.values[NUMBER], &call->display_number))
    desk_reader_check_phone (self, fields.values[NUMBER], call->display_number);
}

static void
read_patience (DeskReader *self, const DeskYamlNode *node, DeskCall *call)
{
  enum {
    RINGING,
    HOLD,
    SILENCE
  };
  static const DeskFieldSpec specs[] = {
    [RINGING] = { "ringing" }, [HOLD] = { "hold" }, [SILENCE] = { "silence" }
  };
  DeskFields fields;

  desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields);
  desk_reader_time (self, fields.values[RINGING], 1000, DESK_READER_MAX_MS,
                    &call->patience_ringing_ms);
  desk_reader_time (self, fields.values[HOLD], 1000, DESK_READER_MAX_MS, &call->patience_hold_ms);
  desk_reader_time (self, fields.values[SILENCE], 1000, DESK_READER_MAX_MS,
                    &call->patience_silence_ms);
}

static void
tell_no_reply (DeskReader *self, const DeskYamlNode *key)
{
  const DeskScenario *scenario = self->scenario;
  g_autofree char *complaint =
      g_strdup_printf (_ ("“%s” is neither a reply of a caller nor one of the scenario's phrases"),
                       desk_reader_shown (self, key->text));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = DESK_N_BUILTIN_PHRASES; self->comparisons_left > 0 && i < scenario->n_phrases; i++)
    g_ptr_array_add (ids, (gpointer) scenario->phrases[i]->id);
  for (const char *const *id = desk_builtin_reply_ids (); *id != NULL; id++)
    g_ptr_array_add (ids, (gpointer) *id);
  g_ptr_array_add (ids, NULL);
  desk_reader_unknown (self, key, complaint, key->text, (const char *const *) ids->pdata);
}

/* The id of a reply; NULL, after reporting it, for a key that no phrase leads to. */
static const char *
check_reply_id (DeskReader *self, const DeskYamlNode *key)
{
  const char *const *builtin = desk_builtin_reply_ids ();
  const DeskPhrase *phrase = desk_scenario_find_phrase (self->scenario, key->text);

  if (g_strv_contains (builtin, key->text) ||
      (phrase != NULL && phrase->which == DESK_PHRASE_CUSTOM))
    return key->text;
  if (key->mended || self->unsure || self->lacks_phrases)
    return NULL;
  if (phrase != NULL && phrase->reply != NULL) {
    desk_reader_error (self, key,
                       _ ("“%s” is what the trainee says; the caller's reply to it is called “%s”"),
                       key->text, phrase->reply);
  } else {
    tell_no_reply (self, key);
  }
  return NULL;
}

static void
read_call_reply (DeskReader *self,
                 const DeskYamlNode *key,
                 const DeskCall *call,
                 GHashTable *seen,
                 GPtrArray *replies)
{
  const char *id = check_reply_id (self, key);

  if (id == NULL)
    return;
  if (!g_hash_table_add (seen, (gpointer) id)) {
    desk_reader_error (self, key, _ ("“%s” is given a second time; keep one of the two"), id);
    return;
  }
  g_autofree char *full = g_strconcat (call->id, "/", id, NULL);
  const DeskReply *reply = desk_reader_reply (self, key->next, full, id, NULL);
  if (reply != NULL)
    g_ptr_array_add (replies, (gpointer) reply);
}

static void
read_call_says (DeskReader *self, const DeskYamlNode *map, DeskCall *call)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  if (map != NULL && map->kind != DESK_YAML_MAP) {
    if (!map->mended)
      desk_reader_error (
          self, map, _ ("write each reply as a key of its own, such as “opening: {text: \"…\"}”"));
  } else if (map != NULL) {
    for (const DeskYamlNode *key = map->first; key != NULL; key = key->next->next) {
      if (key->kind == DESK_YAML_TEXT)
        read_call_reply (self, key, call, seen, replies);
      else
        desk_reader_error (self, key, _ ("a key is a single word, not a list or a group of keys"));
    }
    if (!g_hash_table_contains (seen, "opening") && !self->unsure)
      desk_reader_error (self, map, _ ("“opening”, what the caller says first, is missing here"));
  }
  call->replies = desk_scenario_store_list (self->store, replies);
}

static void
read_priority (DeskReader *self, const DeskYamlNode *node, DeskCall *call)
{
  static const char *const names[] = { "normal", "urgent", NULL };
  guint priority = 0;

  desk_reader_choice (self, node, names, &priority);
  call->urgent = priority == 1;
}

static void
read_at (DeskReader *self, const DeskYamlNode *node, DeskCall *call)
{
  gint64 duration_ms = self->scenario->duration_ms;

  if (desk_reader_time (self, node, 0, DESK_READER_MAX_MS, &call->at_ms) && duration_ms > 0 &&
      call->at_ms > duration_ms)
    desk_reader_error (self, node, _ ("this call comes after the end of the shift (“duration”)"));
}

/* Reports two calls that the author puts on the same line at the same time; line and time together form one
 * key. */
static void
claim_line (DeskReader *self, const DeskYamlNode *node, const DeskCall *call, GHashTable *taken)
{
  gint64 *slot = desk_scenario_store_new0 (self->store, gint64);

  *slot = call->at_ms * (MAX_LINES + 1) + call->line;
  if (!g_hash_table_add (taken, slot))
    desk_reader_error (self, node, _ ("another call rings on line %u at the same time"),
                       call->line);
}

static void
read_line (DeskReader *self,
           const DeskYamlNode *line_node,
           const DeskYamlNode *at_node,
           DeskCall *call,
           GHashTable *taken)
{
  guint n_lines = self->scenario->n_lines;
  gint64 line;

  read_at (self, at_node, call);
  if (!desk_reader_integer (self, line_node, 1, n_lines > 0 ? n_lines : MAX_LINES, &line))
    return;
  call->line = (guint) line;
  if (at_node != NULL && !at_node->mended)
    claim_line (self, line_node, call, taken);
}

static void
set_defaults (DeskCall *call)
{
  static const char *const none[] = { NULL };

  *call = (DeskCall){
    .id = "",
    .display_name = "",
    .display_number = "",
    .voice = "",
    .patience_ringing_ms = PATIENCE_RINGING_MS,
    .patience_hold_ms = PATIENCE_HOLD_MS,
    .patience_silence_ms = PATIENCE_SILENCE_MS,
    .calls_back_after_ms = -1,
    .caller = { .given = "",
                .surname = "",
                .organisation = "",
                .phone = "",
                .given_accept = none,
                .surname_accept = none,
                .organisation_accept = none },
  };
}

static gboolean
read_call_id (DeskReader *self, const DeskYamlNode *node, DeskCall *call)
{
  if (!desk_reader_id (self, node, &call->id))
    return FALSE;
  if (g_str_equal (call->id, "neutral")) {
    desk_reader_error (self, node, _ ("the id “%s” is taken by the program; choose another one"),
                       call->id);
    return FALSE;
  }
  return desk_reader_claim_id (self, node, self->store->calls, call);
}

static void
read_call (DeskReader *self, const DeskYamlNode *node, GPtrArray *calls, GHashTable *taken)
{
  enum {
    ID,
    AT,
    LINE,
    DISPLAY,
    VOICE,
    PATIENCE,
    CALLS_BACK,
    PRIORITY,
    CALLER,
    SAYS,
    EXPECT,
  };
  static const DeskFieldSpec specs[] = {
    [ID] = { "id", TRUE, "invoice" },
    [AT] = { "at", TRUE, "0:45" },
    [LINE] = { "line" },
    [DISPLAY] = { "display" },
    [VOICE] = { "voice" },
    [PATIENCE] = { "patience" },
    [CALLS_BACK] = { "calls_back_after" },
    [PRIORITY] = { "priority" },
    [CALLER] = { "caller", TRUE },
    [SAYS] = { "says", TRUE },
    [EXPECT] = { "expect", TRUE },
  };
  guint faults = desk_diagnostics_count (self->diagnostics, DESK_SEVERITY_ERROR);
  DeskCall *call = desk_scenario_store_new0 (self->store, DeskCall);
  DeskFields fields;

  if (!desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields))
    return;
  const DeskYamlNode **values = fields.values;
  set_defaults (call);
  call->file_line = node->line;
  call->file_column = node->column;
  gboolean known = read_call_id (self, values[ID], call);
  read_line (self, values[LINE], values[AT], call, taken);
  read_caller (self, values[CALLER], &call->caller);
  read_display (self, values[DISPLAY], call);
  desk_reader_voice (self, values[VOICE], &call->voice);
  read_patience (self, values[PATIENCE], call);
  desk_reader_time (self, values[CALLS_BACK], 1000, DESK_READER_MAX_MS, &call->calls_back_after_ms);
  read_priority (self, values[PRIORITY], call);
  read_call_says (self, values[SAYS], call);
  desk_reader_expectation (self, values[EXPECT], call);
  if (known)
    g_ptr_array_add (calls, call);
  if (desk_diagnostics_count (self->diagnostics, DESK_SEVERITY_ERROR) == faults)
    desk_reader_slip_key (self, call, values[EXPECT]);
  /* Only once there are no errors: until then the author has other things to mend. */
  if (desk_diagnostics_count (self->diagnostics, DESK_SEVERITY_ERROR) == 0)
    desk_reader_audible (self, call, values[CALLER]);
}

/* Calls were added in the order of the file, which decides between equal times. */
static int
compare_calls (gconstpointer a, gconstpointer b)
{
  const DeskCall *left = *(const DeskCall *const *) a;
  const DeskCall *right = *(const DeskCall *const *) b;

  if (left->at_ms != right->at_ms)
    return left->at_ms < right->at_ms ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static void
number_calls (GPtrArray *calls)
{
  for (guint i = 0; i < calls->len; i++)
    ((DeskCall *) calls->pdata[i])->index = i;
}

void
desk_reader_calls (DeskReader *self, const DeskYamlNode *list)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = 0;

  for (const DeskYamlNode *item = desk_reader_list (self, list); item != NULL; item = item->next) {
    if (n++ == MAX_CALLS) {
      desk_reader_error (self, item, _ ("a scenario has at most 10,000 calls"));
      break;
    }
    read_call (self, item, calls, taken);
  }
  number_calls (calls);
  g_ptr_array_sort (calls, compare_calls);
  number_calls (calls);
  self->scenario->calls = desk_scenario_store_list (self->store, calls);
  self->scenario->n_calls = calls->len;
}
