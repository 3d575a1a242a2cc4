/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is expected of the trainee: the outcome, and the facts that a message must hold. */

#define MAX_FACTS 200 /* of a call: each is searched for in all that is written */

enum {
  KEY_DO,
  KEY_TO,
  KEY_OTHERWISE,
  KEY_SAY,
  KEY_TICKS,
  KEY_MESSAGE,
  KEY_FACTS,
};

static const DeskFieldSpec expect_specs[] = {
  [KEY_DO] = { "do", TRUE, "message" },
  [KEY_TO] = { "to" },
  [KEY_OTHERWISE] = { "otherwise" },
  [KEY_SAY] = { "say" },
  [KEY_TICKS] = { "ticks" },
  [KEY_MESSAGE] = { "message" },
  [KEY_FACTS] = { "facts" },
};

/* By DeskOutcome. */
static const char *const outcomes[] = { "transfer", "message", "inform", "decline", NULL };

/* The kinds of fact, by DeskFactKind, and the keys that go with each. */
enum {
  KEY_ACCEPT = DESK_FACT_NOT + 1,
  KEY_WRONG,
  KEY_WEIGHT,
  KEY_CRITICAL,
};

static const DeskFieldSpec fact_specs[] = {
  [DESK_FACT_NUMBER] = { "number" }, [DESK_FACT_TIME] = { "time" },
  [DESK_FACT_PHRASE] = { "phrase" }, [DESK_FACT_NOT] = { "not" },
  [KEY_ACCEPT] = { "accept" },       [KEY_WRONG] = { "wrong" },
  [KEY_WEIGHT] = { "weight" },       [KEY_CRITICAL] = { "critical" },
};

/* The person whose name (rather than id) is `word`; NULL: nobody's. */
static const DeskPerson *
person_by_name (DeskReader *self, const char *word)
{
  const DeskScenario *scenario = self->scenario;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->comparisons_left == 0)
    return NULL;
  for (guint i = 0; i < scenario->n_people; i++)
    g_ptr_array_add (names, (gpointer) scenario->people[i]->name);
  g_ptr_array_add (names, NULL);
  const char *nearest = desk_reader_nearest (self, word, (const char *const *) names->pdata);
  for (guint i = 0; nearest != NULL && i < scenario->n_people; i++)
    if (scenario->people[i]->name == nearest)
      return scenario->people[i];
  return NULL;
}

static void
tell_no_person (DeskReader *self, const DeskYamlNode *node, const char *id)
{
  g_autofree char *complaint =
      g_strdup_printf (_ ("there is no person with the id “%s”"), desk_reader_shown (self, id));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const DeskPerson *named = person_by_name (self, id);

  if (named != NULL) {
    desk_reader_error (self, node, _ ("%s; write the id of %s: “%s”"), complaint,
                       desk_reader_shown (self, named->name), named->id);
    return;
  }
  for (guint i = 0; self->comparisons_left > 0 && i < self->scenario->n_people; i++)
    g_ptr_array_add (ids, (gpointer) self->scenario->people[i]->id);
  g_ptr_array_add (ids, NULL);
  desk_reader_unknown (self, node, complaint, id, (const char *const *) ids->pdata);
}

static void
read_to (DeskReader *self, const DeskYamlNode *node, DeskExpectation *expect)
{
  const char *id;

  if (!desk_reader_word (self, node, &id) || node->mended)
    return;
  expect->to = desk_scenario_find_person (self->scenario, id);
  if (expect->to == NULL && !self->unsure && !self->lacks_people)
    tell_no_person (self, node, id);
}

/* Suggests the scenario's own phrases first, since they are what answers questions. */
static void
tell_no_phrase (DeskReader *self, const DeskYamlNode *node, const char *id)
{
  const DeskScenario *scenario = self->scenario;
  g_autofree char *complaint =
      g_strdup_printf (_ ("there is no phrase with the id “%s”"), desk_reader_shown (self, id));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; self->comparisons_left > 0 && i < scenario->n_phrases; i++) {
    guint own = (DESK_N_BUILTIN_PHRASES + i) % scenario->n_phrases;
    g_ptr_array_add (ids, (gpointer) scenario->phrases[own]->id);
  }
  g_ptr_array_add (ids, NULL);
  desk_reader_unknown (self, node, complaint, id, (const char *const *) ids->pdata);
}

static void
read_say (DeskReader *self, const DeskYamlNode *node, DeskExpectation *expect)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  gboolean is_list = node != NULL && node->kind == DESK_YAML_LIST;

  for (const DeskYamlNode *item = desk_reader_items (node); item != NULL;
       item = is_list ? item->next : NULL) {
    const char *id;
    if (!desk_reader_word (self, item, &id) || item->mended)
      continue;
    const DeskPhrase *phrase = desk_scenario_find_phrase (self->scenario, id);
    if (phrase != NULL) {
      g_ptr_array_add (phrases, (gpointer) phrase);
    } else if (!self->unsure && !self->lacks_phrases) {
      tell_no_phrase (self, item, id);
    }
  }
  expect->say = desk_scenario_store_list (self->store, phrases);
}

static void
read_ticks (DeskReader *self, const DeskYamlNode *node, DeskExpectation *expect)
{
  const char *names[DESK_N_TICKS + 1] = { NULL };
  gboolean is_list = node != NULL && node->kind == DESK_YAML_LIST;

  for (guint i = 0; i < DESK_N_TICKS; i++)
    names[i] = desk_tick_name (i);
  for (const DeskYamlNode *item = desk_reader_items (node); item != NULL;
       item = is_list ? item->next : NULL) {
    guint n;
    if (desk_reader_choice (self, item, names, &n))
      expect->ticks |= 1u << n;
  }
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Checks that the values of a fact are written as its kind requires. */
static gboolean
check_wordings (DeskReader *self,
                const DeskYamlNode *node,
                DeskFactKind kind,
                const char *const *wordings)
{
  for (; *wordings != NULL; wordings++) {
    if (kind == DESK_FACT_NUMBER && !has_digit (*wordings)) {
      desk_reader_error (self, node, _ ("“%s” is not a number; write its digits"),
                         desk_reader_shown (self, *wordings));
      return FALSE;
    }
    if (kind == DESK_FACT_TIME && !desk_fact_time_is_readable (*wordings)) {
      desk_reader_error (self, node, _ ("“%s” is not a time of day; write for example \"14:30\""),
                         desk_reader_shown (self, *wordings));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
is_one_of_two (const char *language)
{
  return (g_ascii_strncasecmp (language, "en", 2) == 0 ||
          g_ascii_strncasecmp (language, "sv", 2) == 0) &&
         !g_ascii_isalnum (language[2]);
}

/* The kind of a fact, by the one of four keys that it has; -1 unless there is exactly one. */
static int
fact_kind (DeskReader *self, const DeskFields *fields)
{
  int kind = -1;

  for (int i = DESK_FACT_NUMBER; i <= DESK_FACT_NOT; i++) {
    if (fields->values[i] == NULL)
      continue;
    if (kind >= 0) {
      desk_reader_error (
          self, fields->values[i],
          _ ("a fact is one of number, time, phrase and not; make this a fact of its own"));
      return -1;
    }
    kind = i;
  }
  if (kind < 0 && !self->unsure)
    desk_reader_error (self, fields->map,
                       _ ("a fact has one of the keys number, time, phrase and not"));
  return kind;
}

static gboolean
read_fact_values (DeskReader *self, const DeskFields *fields, DeskFactSpec *fact)
{
  const DeskYamlNode *value = fields->values[fact->kind];
  const DeskYamlNode *wrong = fields->values[KEY_WRONG];

  if (fact->kind <= DESK_FACT_TIME && value->kind == DESK_YAML_LIST) {
    desk_reader_error (self, value,
                       _ ("one value is expected here, not a list; other right ones go "
                          "under “accept”"));
    return FALSE;
  }
  if (fact->kind == DESK_FACT_NOT && !is_one_of_two (self->scenario->language)) {
    desk_reader_error (self, value, _ ("“not” can be judged in English and Swedish only"));
    return FALSE;
  }
  desk_reader_texts (self, fields->values[KEY_ACCEPT], &fact->accept);
  if (desk_reader_texts (self, wrong, &fact->wrong))
    check_wordings (self, wrong, fact->kind, fact->wrong);
  return desk_reader_texts (self, value, &fact->wordings) &&
         check_wordings (self, value, fact->kind, fact->wordings) && !value->mended;
}

typedef struct {
  const DeskCall *call;
  const char *const *all; /* what the caller says; NULL: nothing readable */
  GStrv but_phone; /* owned: the same without the caller's own number; NULL: not needed yet */
} Heard;

static gboolean
is_said_but_for_phone (const DeskReader *self, Heard *heard, const DeskFactSpec *fact)
{
  if (heard->but_phone == NULL)
    heard->but_phone = desk_reader_texts_but_phone (self, heard->call);
  return desk_fact_is_said (fact, (const char *const *) heard->but_phone, self->scenario->language);
}

/* The caller's own telephone number is left out: divided in every way it contains many shorter numbers. */
static void
check_said (DeskReader *self, const DeskYamlNode *at, Heard *heard, const DeskFactSpec *fact)
{
  const char *shown = desk_reader_shown (self, fact->wordings[0]);

  if (!desk_fact_is_said (fact, heard->all, self->scenario->language))
    desk_reader_error (
        self, at,
        _ ("the caller never says “%s”, so nobody could write it down: add it to a reply"), shown);
  else if (fact->kind == DESK_FACT_NUMBER && !is_said_but_for_phone (self, heard, fact))
    desk_reader_warning (self, at,
                         _ ("“%s” is heard only within the caller's own telephone number: add it "
                            "to a reply, if it is meant by itself"),
                         shown);
}

static gboolean
read_fact (DeskReader *self, const DeskYamlNode *node, Heard *heard, DeskFactSpec *fact)
{
  DeskFields fields;

  if (!desk_reader_fields (self, node, fact_specs, G_N_ELEMENTS (fact_specs), &fields))
    return FALSE;
  int kind = fact_kind (self, &fields);
  *fact = (DeskFactSpec){ .kind = (DeskFactKind) MAX (kind, 0), .weight = 1.0 };
  desk_reader_number (self, fields.values[KEY_WEIGHT], 0.01, 1000.0, &fact->weight);
  desk_reader_flag (self, fields.values[KEY_CRITICAL], &fact->critical);
  if (kind < 0 || !read_fact_values (self, &fields, fact))
    return FALSE;
  if (heard->all != NULL)
    check_said (self, fields.values[kind], heard, fact);
  return TRUE;
}

static const char *const *
texts_of_call (const DeskCall *call, GPtrArray *texts)
{
  for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++)
    g_ptr_array_add (texts, (gpointer) (*reply)->text);
  g_ptr_array_add (texts, NULL);
  return (const char *const *) texts->pdata;
}

static void
read_facts (DeskReader *self, const DeskYamlNode *list, DeskCall *call)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (DeskFactSpec));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  /* A call without a readable reply has been reported already. */
  Heard heard = { call, call->replies[0] != NULL ? texts_of_call (call, texts) : NULL, NULL };

  for (const DeskYamlNode *item = desk_reader_list (self, list); item != NULL; item = item->next) {
    DeskFactSpec fact;
    if (facts->len == MAX_FACTS) {
      desk_reader_error (self, item, _ ("a call has at most 200 facts"));
      break;
    }
    if (read_fact (self, item, &heard, &fact))
      g_array_append_val (facts, fact);
  }
  g_strfreev (heard.but_phone);
  if (facts->len == 0)
    return;
  gsize size = facts->len * sizeof (DeskFactSpec);
  call->expect.facts = memcpy (desk_scenario_store_alloc (self->store, size), facts->data, size);
  call->expect.n_facts = facts->len;
}

static void
demand (DeskReader *self, const DeskFields *fields, guint key, const char *complaint)
{
  if (fields->values[key] == NULL && !self->unsure)
    desk_reader_error (self, fields->map, "%s", complaint);
}

static void
warn_useless (DeskReader *self, const DeskFields *fields, guint key, const char *what)
{
  const DeskYamlNode *value = fields->values[key];

  if (value != NULL)
    desk_reader_warning (self, value,
                         _ ("“%s” has no meaning where the call is to be answered by “%s”"),
                         expect_specs[key].key, what);
}

/* What each outcome requires, and what it cannot have. */
static void
check_outcome (DeskReader *self, const DeskFields *fields, const DeskExpectation *expect)
{
  const char *what = outcomes[expect->what];
  gboolean to_person =
      expect->what == DESK_OUTCOME_TRANSFER || expect->what == DESK_OUTCOME_MESSAGE;

  if (to_person)
    demand (self, fields, KEY_TO, _ ("“to” is missing here: who the call is for"));
  else
    warn_useless (self, fields, KEY_TO, what);
  if (expect->what != DESK_OUTCOME_TRANSFER)
    warn_useless (self, fields, KEY_OTHERWISE, what);
  if (expect->what == DESK_OUTCOME_INFORM ||
      (expect->what == DESK_OUTCOME_TRANSFER && expect->otherwise == DESK_OUTCOME_INFORM))
    demand (self, fields, KEY_SAY,
            _ ("“say” is missing here: the phrases that answer the question"));
  if (fields->values[KEY_FACTS] != NULL)
    demand (self, fields, KEY_MESSAGE,
            _ ("“message” is missing here: a model note that holds the facts below"));
}

void
desk_reader_expectation (DeskReader *self, const DeskYamlNode *map, DeskCall *call)
{
  static const DeskPhrase *const no_phrases[] = { NULL };
  DeskExpectation *expect = &call->expect;
  DeskFields fields;
  guint what, otherwise = 0;

  *expect =
      (DeskExpectation){ .otherwise = DESK_OUTCOME_MESSAGE, .say = no_phrases, .message = "" };
  if (!desk_reader_fields (self, map, expect_specs, G_N_ELEMENTS (expect_specs), &fields))
    return;
  gboolean known = desk_reader_choice (self, fields.values[KEY_DO], outcomes, &what);
  if (desk_reader_choice (self, fields.values[KEY_OTHERWISE], outcomes + 1, &otherwise))
    expect->otherwise = (DeskOutcome) (otherwise + 1);
  read_to (self, fields.values[KEY_TO], expect);
  read_say (self, fields.values[KEY_SAY], expect);
  read_ticks (self, fields.values[KEY_TICKS], expect);
  desk_reader_text (self, fields.values[KEY_MESSAGE], &expect->message);
  read_facts (self, fields.values[KEY_FACTS], call);
  if (!known)
    return;
  expect->what = (DeskOutcome) what;
  check_outcome (self, &fields, expect);
  if (expect->what > DESK_OUTCOME_MESSAGE)
    expect->to = NULL;
}

/* A model note that would lose marks itself would mislead its readers in the debrief. */
static void
check_model_note (DeskReader *self, const DeskCall *call, const DeskYamlNode *at)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();

  g_free (slip->text);
  slip->text = g_strdup (call->expect.message);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (call->key, slip);
  for (gsize i = 0; i < score->n_facts; i++) {
    g_autofree char *fact = desk_remark_to_words (score->facts[i].fact);

    if (score->facts[i].value < 1)
      desk_reader_warning (
          self, at, _ ("this model note would not itself score full marks: it does not state “%s”"),
          fact);
  }
  if (score->n_unsaid_numbers > 0)
    desk_reader_warning (self, at,
                         _ ("this model note holds a number that nobody says in the call"));
}

/* The node of the model note; the map around it, if mending lost it. */
static const DeskYamlNode *
message_of (const DeskYamlNode *map)
{
  for (const DeskYamlNode *key = map->first; key != NULL; key = key->next->next)
    if (g_strcmp0 (key->text, expect_specs[KEY_MESSAGE].key) == 0)
      return key->next;
  return map;
}

void
desk_reader_slip_key (DeskReader *self, DeskCall *call, const DeskYamlNode *at)
{
  const DeskScenario *scenario = self->scenario;
  const DeskCaller *caller = &call->caller;
  const DeskPerson *to = call->expect.to;
  g_autoptr (GPtrArray) heard = g_ptr_array_new ();

  g_ptr_array_add (heard, (gpointer) call->display_name);
  g_ptr_array_add (heard, (gpointer) call->display_number);
  g_ptr_array_add (heard, (gpointer) caller->phone);
  for (guint i = 0; i < scenario->n_people; i++)
    g_ptr_array_add (heard, (gpointer) scenario->people[i]->extension);
  DeskSlipKeySpec spec = {
    .language = scenario->language,
    .country = scenario->country,
    .to = to != NULL ? to->id : NULL,
    .to_name = to != NULL ? to->name : NULL,
    .to_accept = to != NULL ? to->accept : NULL,
    .given = caller->given,
    .surname = caller->surname,
    .given_accept = caller->given_accept,
    .surname_accept = caller->surname_accept,
    .spells_name = caller->spells_name,
    .organisation = caller->organisation,
    .organisation_accept = caller->organisation_accept,
    .phone = caller->phone,
    .ticks = call->expect.ticks,
    .facts = call->expect.facts,
    .n_facts = call->expect.n_facts,
    .model_note = call->expect.message,
    .heard = texts_of_call (call, heard),
  };
  DeskSlipKey *key = desk_slip_key_new (&spec);
  g_ptr_array_add (self->store->slip_keys, key);
  call->key = key;
  if (call->expect.n_facts > 0 && !self->unsure)
    check_model_note (self, call, message_of (at));
}
