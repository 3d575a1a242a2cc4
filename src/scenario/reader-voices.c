/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include "scenario/voice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The voices that the author named, and who speaks with which. An unknown voice is only a warning: the
 * author's own synthesiser may have it. */

typedef struct {
  DeskNamedVoice voice;
  const DeskYamlNode *key;
  gboolean used;
} Entry;

static Entry *
find (DeskReader *self, const char *name)
{
  for (guint i = 0; i < self->voices->len; i++) {
    Entry *entry = self->voices->pdata[i];

    if (strcmp (entry->voice.name, name) == 0)
      return entry;
  }
  return NULL;
}

/* The names in the file first, then the catalogue's. (transfer container) */
static const char **
known_names (DeskReader *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->voices->len; i++)
    g_ptr_array_add (names, (gpointer) ((Entry *) self->voices->pdata[i])->voice.name);
  for (const char *const *name = desk_voice_names (); *name != NULL; name++)
    g_ptr_array_add (names, (gpointer) *name);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

static void
warn_unknown (DeskReader *self, const DeskYamlNode *node, const char *written)
{
  g_autofree const char **names = known_names (self);
  const char *nearest = desk_reader_nearest (self, written, names);

  if (nearest != NULL)
    desk_reader_warning (self, node, _ ("there is no voice “%s”; did you mean “%s”?"),
                         desk_reader_shown (self, written), nearest);
  else
    desk_reader_warning (
        self, node,
        _ ("there is no voice “%s”; write female-1 to female-8, male-1 to male-10, "
           "a name of “voices”, or a synthesiser's own such as espeak:sv+m3"),
        desk_reader_shown (self, written));
}

static gboolean
name_is_free (DeskReader *self, const DeskYamlNode *key, const char *name)
{
  if (desk_voice_is_known (name))
    desk_reader_error (self, key, _ ("“%s” is a voice of the program's own; choose another name"),
                       name);
  else if (find (self, name) != NULL)
    desk_reader_error (self, key, _ ("“%s” is given a second time; keep one of the two"), name);
  else
    return TRUE;
  return FALSE;
}

static void
read_entry (DeskReader *self, const DeskYamlNode *key)
{
  const DeskYamlNode *value = key->next;
  const char *name, *voice;
  Entry *entry;

  if (key->kind != DESK_YAML_TEXT) {
    desk_reader_error (self, key, _ ("a key is a single word, not a list or a group of keys"));
    return;
  }
  if (!desk_reader_id (self, key, &name) || !name_is_free (self, key, name) ||
      !desk_reader_word (self, value, &voice) || value->mended)
    return;
  if (*voice == '\0')
    desk_reader_error (self, value, _ ("“%s” is empty"), name);
  else if (!desk_voice_is_known (voice))
    warn_unknown (self, value, voice);
  entry = desk_scenario_store_new0 (self->store, Entry);
  *entry = (Entry){ .voice = { name, voice }, .key = key };
  g_ptr_array_add (self->voices, entry);
}

void
desk_reader_voices (DeskReader *self, const DeskYamlNode *map)
{
  enum {
    MAX_VOICES = 200,
  };

  if (map == NULL || map->mended)
    return;
  if (map->kind != DESK_YAML_MAP) {
    desk_reader_error (self, map,
                       _ ("write the voices as names with a voice each, such as “gruff: male-3”"));
    return;
  }
  for (const DeskYamlNode *key = map->first; key != NULL; key = key->next->next) {
    if (self->voices->len == MAX_VOICES) {
      desk_reader_error (self, key, _ ("a scenario names at most 200 voices"));
      return;
    }
    read_entry (self, key);
  }
}

void
desk_reader_voice (DeskReader *self, const DeskYamlNode *node, const char **out)
{
  Entry *entry;

  if (!desk_reader_word (self, node, out) || node->mended)
    return;
  entry = find (self, *out);
  if (entry != NULL)
    entry->used = TRUE;
  else if (!desk_voice_is_known (*out) && !self->unsure)
    warn_unknown (self, node, *out);
}

void
desk_reader_end_voices (DeskReader *self)
{
  DeskScenario *scenario = self->scenario;
  DeskNamedVoice *voices =
      desk_scenario_store_alloc (self->store, (self->voices->len + 1) * sizeof (DeskNamedVoice));

  for (guint i = 0; i < self->voices->len; i++) {
    const Entry *entry = self->voices->pdata[i];

    voices[i] = entry->voice;
    if (!entry->used && !self->unsure)
      desk_reader_warning (self, entry->key, _ ("nobody speaks with the voice “%s”"),
                           entry->voice.name);
  }
  scenario->voices = voices;
  scenario->n_voices = self->voices->len;
}
