/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The colleagues, and the scenario's own phrases. */

enum {
  MAX_PEOPLE = 1000,
  MAX_EXTENSION_DIGITS = 15,
  ANSWERS_AFTER_MS = 4000,
};

enum {
  KEY_ID,
  KEY_NAME,
  KEY_TITLE,
  KEY_DEPARTMENT,
  KEY_EXTENSION,
  KEY_VOICE,
  KEY_SCREENS,
  KEY_ANSWERS_AFTER,
  KEY_PRESENCE,
  KEY_SAYS,
  KEY_ACCEPT,
};

static const DeskFieldSpec person_specs[] = {
  [KEY_ID] = { "id", TRUE, "erik" },
  [KEY_NAME] = { "name", TRUE, "Erik Berg" },
  [KEY_TITLE] = { "title" },
  [KEY_DEPARTMENT] = { "department" },
  [KEY_EXTENSION] = { "extension", TRUE, "201" },
  [KEY_VOICE] = { "voice" },
  [KEY_SCREENS] = { "screens_calls" },
  [KEY_ANSWERS_AFTER] = { "answers_after" },
  [KEY_PRESENCE] = { "presence" },
  [KEY_SAYS] = { "says" },
  [KEY_ACCEPT] = { "accept" },
};

static const DeskPresenceSpan always_available = { 0, DESK_PRESENCE_AVAILABLE };

static void
read_span (DeskReader *self, const DeskYamlNode *node, GArray *spans)
{
  enum {
    FROM,
    IS
  };
  static const DeskFieldSpec specs[] = {
    [FROM] = { "from", TRUE, "0:00" }, [IS] = { "is", TRUE, "available" }
  };
  static const char *const names[] = { "available", "busy", "do_not_disturb", "away", NULL };
  DeskFields fields;
  DeskPresenceSpan span;
  guint is;

  if (!desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields))
    return;
  gboolean timed =
      desk_reader_time (self, fields.values[FROM], 0, DESK_READER_MAX_MS, &span.from_ms);
  if (!desk_reader_choice (self, fields.values[IS], names, &is) || !timed)
    return;
  span.is = (DeskPresence) is;
  if (spans->len == 0 && span.from_ms != 0)
    desk_reader_error (self, fields.values[FROM], _ ("the first presence begins at 0:00"));
  else if (spans->len > 0 &&
           span.from_ms <= g_array_index (spans, DeskPresenceSpan, spans->len - 1).from_ms)
    desk_reader_error (self, fields.values[FROM],
                       _ ("%s does not come after the time above it; put them in order"),
                       fields.values[FROM]->text);
  g_array_append_val (spans, span);
}

static void
read_presence (DeskReader *self, const DeskYamlNode *node, DeskPerson *person)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (DeskPresenceSpan));

  person->presence = &always_available;
  person->n_presence = 1;
  if (node == NULL || node->mended)
    return;
  if (node->kind != DESK_YAML_LIST) {
    desk_reader_error (self, node,
                       _ ("write the presence as a list: - {from: 0:00, is: available}"));
    return;
  }
  for (const DeskYamlNode *item = node->first; item != NULL; item = item->next)
    read_span (self, item, spans);
  if (spans->len == 0)
    return;
  gsize size = spans->len * sizeof (DeskPresenceSpan);
  person->presence = memcpy (desk_scenario_store_alloc (self->store, size), spans->data, size);
  person->n_presence = spans->len;
}

/* Without `when`, a written refusal holds for the whole shift. */
static void
read_window (DeskReader *self, const DeskYamlNode *node, DeskPerson *person)
{
  enum {
    FROM,
    TO
  };
  static const DeskFieldSpec specs[] = {
    [FROM] = { "from", TRUE, "1:00" }, [TO] = { "to", TRUE, "2:00" }
  };
  DeskFields fields;

  person->may_refuse = TRUE;
  person->refuses_from_ms = 0;
  person->refuses_to_ms = G_MAXINT64;
  if (!desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields))
    return;
  gboolean begins =
      desk_reader_time (self, fields.values[FROM], 0, DESK_READER_MAX_MS, &person->refuses_from_ms);
  gboolean ends =
      desk_reader_time (self, fields.values[TO], 0, DESK_READER_MAX_MS, &person->refuses_to_ms);
  if (begins && ends && person->refuses_to_ms <= person->refuses_from_ms)
    desk_reader_error (self, fields.values[TO], _ ("“to” must be later than “from”"));
}

static const DeskReply *
read_person_reply (DeskReader *self,
                   const DeskYamlNode *node,
                   const DeskPerson *person,
                   const char *id,
                   const DeskYamlNode **window)
{
  g_autofree char *key = g_strconcat ("people/", person->id, "/", id, NULL);

  return node != NULL ? desk_reader_reply (self, node, key, id, window) : NULL;
}

static void
read_person_says (DeskReader *self, const DeskYamlNode *node, DeskPerson *person)
{
  enum {
    ANSWER,
    ACCEPTS,
    REFUSES
  };
  static const DeskFieldSpec specs[] = {
    [ANSWER] = { "answer" }, [ACCEPTS] = { "accepts" }, [REFUSES] = { "refuses" }
  };
  const DeskYamlNode *window = NULL;
  DeskFields fields;

  if (!desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields))
    return;
  person->answer = read_person_reply (self, fields.values[ANSWER], person, "answer", NULL);
  person->accepts = read_person_reply (self, fields.values[ACCEPTS], person, "accepts", NULL);
  person->refuses = read_person_reply (self, fields.values[REFUSES], person, "refuses", &window);
  if (person->refuses != NULL)
    read_window (self, window, person);
}

static void
read_extension (DeskReader *self, const DeskYamlNode *node, DeskPerson *person)
{
  if (!desk_reader_word (self, node, &person->extension) || node->mended)
    return;
  gsize digits = strspn (person->extension, "0123456789");
  if (person->extension[digits] != '\0' || digits > MAX_EXTENSION_DIGITS)
    desk_reader_error (self, node, _ ("“%s” is not an extension; write 1 to 15 digits"),
                       desk_reader_shown (self, person->extension));
}

static void
read_person (DeskReader *self, const DeskYamlNode *node, GPtrArray *people)
{
  static const char *const none[] = { NULL };
  DeskPerson *person = desk_scenario_store_new0 (self->store, DeskPerson);
  DeskFields fields;

  if (!desk_reader_fields (self, node, person_specs, G_N_ELEMENTS (person_specs), &fields)) {
    self->lacks_people = TRUE;
    return;
  }
  const DeskYamlNode **values = fields.values;
  *person = (DeskPerson){ .index = people->len,
                          .id = "",
                          .name = "",
                          .title = "",
                          .department = "",
                          .extension = "",
                          .voice = "",
                          .screens_calls = TRUE,
                          .answers_after_ms = ANSWERS_AFTER_MS,
                          .accept = none };
  desk_reader_line (self, values[KEY_NAME], &person->name);
  desk_reader_line (self, values[KEY_TITLE], &person->title);
  desk_reader_line (self, values[KEY_DEPARTMENT], &person->department);
  desk_reader_voice (self, values[KEY_VOICE], &person->voice);
  desk_reader_texts (self, values[KEY_ACCEPT], &person->accept);
  desk_reader_flag (self, values[KEY_SCREENS], &person->screens_calls);
  desk_reader_time (self, values[KEY_ANSWERS_AFTER], 0, DESK_READER_MAX_MS,
                    &person->answers_after_ms);
  read_extension (self, values[KEY_EXTENSION], person);
  read_presence (self, values[KEY_PRESENCE], person);
  if (!desk_reader_id (self, values[KEY_ID], &person->id))
    self->lacks_people = TRUE;
  else if (desk_reader_claim_id (self, values[KEY_ID], self->store->people, person))
    g_ptr_array_add (people, person);
  read_person_says (self, values[KEY_SAYS], person);
}

void
desk_reader_people (DeskReader *self, const DeskYamlNode *list)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  guint n = 0;

  for (const DeskYamlNode *item = desk_reader_list (self, list); item != NULL; item = item->next) {
    if (n++ == MAX_PEOPLE) {
      desk_reader_error (self, item, _ ("a scenario has at most 1,000 people"));
      self->lacks_people = TRUE;
      break;
    }
    read_person (self, item, people);
  }
  self->lacks_people |= n == 0;
  self->scenario->people = desk_scenario_store_list (self->store, people);
  self->scenario->n_people = people->len;
}

static void
add_phrase (DeskReader *self, const DeskPhrase *phrase, GPtrArray *phrases)
{
  g_hash_table_insert (self->store->phrases, (gpointer) phrase->id, (gpointer) phrase);
  g_ptr_array_add (phrases, (gpointer) phrase);
}

static void
read_phrase (DeskReader *self, const DeskYamlNode *node, GPtrArray *phrases)
{
  enum {
    ID,
    LABEL,
    CRITICAL
  };
  static const DeskFieldSpec specs[] = {
    [ID] = { "id", TRUE, "opening_hours" },
    [LABEL] = { "label", TRUE, "\"We are open 8 to 17\"" },
    [CRITICAL] = { "critical" },
  };
  DeskPhrase *phrase = desk_scenario_store_new0 (self->store, DeskPhrase);
  DeskFields fields;

  if (!desk_reader_fields (self, node, specs, G_N_ELEMENTS (specs), &fields)) {
    self->lacks_phrases = TRUE;
    return;
  }
  phrase->which = DESK_PHRASE_CUSTOM;
  phrase->label = "";
  desk_reader_line (self, fields.values[LABEL], &phrase->label);
  desk_reader_flag (self, fields.values[CRITICAL], &phrase->critical);
  phrase->spoken = phrase->label;
  if (!desk_reader_id (self, fields.values[ID], &phrase->id)) {
    self->lacks_phrases = TRUE;
    return;
  }
  phrase->index = phrases->len;
  phrase->reply = phrase->id;
  if (desk_reader_claim_id (self, fields.values[ID], self->store->phrases, phrase))
    g_ptr_array_add (phrases, phrase);
}

void
desk_reader_phrases (DeskReader *self, const DeskYamlNode *list)
{
  gboolean is_list = list == NULL || list->kind == DESK_YAML_LIST;
  const DeskPhrase *builtin = desk_builtin_phrases (self->scenario->language);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();

  for (guint i = 0; i < DESK_N_BUILTIN_PHRASES; i++)
    add_phrase (self, &builtin[i], phrases);
  for (const DeskYamlNode *item = desk_reader_list (self, list); item != NULL; item = item->next)
    read_phrase (self, item, phrases);
  self->lacks_phrases |= !is_list;
  self->scenario->phrases = desk_scenario_store_list (self->store, phrases);
  self->scenario->n_phrases = phrases->len;
}
