/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/cast.h"

#include "scenario/voice.h"

#include <stdlib.h>
#include <string.h>

/* Every speaker ranks the voices of the catalogue in an order of their own, derived from their id, and gets
 * the highest-ranked of the least-used voices. Voices that the author wrote are assigned first, then people
 * choose, then callers, in the order of the file. So adding a call at the end changes nobody's voice;
 * adding one elsewhere only changes those after it whose voice it takes, and so on. */

struct _DeskCast {
  const char **people; /* owned; the strings are the scenario's, the catalogue's or of `kept` */
  const char **calls;  /* owned */
  GStringChunk *strings;
};

typedef struct {
  const char *const *names; /* of the catalogue */
  guint *n_speakers;        /* of each */
} Stage;

/* How much a speaker likes a voice: FNV-1a, which is the same on every machine. */
static guint32
liking (const char *key, const char *voice)
{
  guint32 hash = 2166136261u;

  for (const char *p = key; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 16777619u;
  hash = (hash ^ '\n') * 16777619u;
  for (const char *p = voice; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 16777619u;
  /* The last characters have barely reached the upper bits, which decide. */
  hash ^= hash >> 16;
  hash *= 0x85ebca6bu;
  return hash ^ (hash >> 13);
}

static void
take (Stage *stage, const char *voice, const char *language)
{
  for (guint i = 0; stage->names[i] != NULL; i++)
    if (desk_voice_is_same (stage->names[i], voice, language))
      stage->n_speakers[i]++;
}

static const char *
choose (Stage *stage, const char *key)
{
  guint best = 0;

  for (guint i = 1; stage->names[i] != NULL; i++) {
    guint here = stage->n_speakers[i], there = stage->n_speakers[best];

    if (here < there ||
        (here == there && liking (key, stage->names[i]) > liking (key, stage->names[best])))
      best = i;
  }
  stage->n_speakers[best]++;
  return stage->names[best];
}

/* The voice that was settled before anybody chooses; NULL: none. */
static const char *
settled (DeskCast *self,
         Stage *stage,
         const DeskScenario *scenario,
         GHashTable *kept,
         const char *key,
         const char *written)
{
  const char *voice = kept != NULL ? g_hash_table_lookup (kept, key) : NULL;

  if (*written != '\0')
    voice = desk_scenario_resolve_voice (scenario, written);
  if (voice == NULL)
    return NULL;
  take (stage, voice, scenario->language);
  return g_string_chunk_insert_const (self->strings, voice);
}

static gboolean
speaks (const DeskPerson *person)
{
  return person->answer != NULL || person->accepts != NULL || person->refuses != NULL;
}

static void
settle (DeskCast *self, Stage *stage, const DeskScenario *scenario, GHashTable *kept)
{
  for (guint i = 0; i < scenario->n_people; i++) {
    const DeskPerson *person = scenario->people[i];
    g_autofree char *key = desk_cast_key_of_person (person);

    self->people[i] = settled (self, stage, scenario, kept, key, person->voice);
  }
  for (guint i = 0; i < scenario->n_calls; i++) {
    const DeskCall *call = scenario->calls[i];

    self->calls[i] = settled (self, stage, scenario, kept, call->id, call->voice);
  }
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const DeskCall *left = *(const DeskCall *const *) a, *right = *(const DeskCall *const *) b;

  if (left->file_line != right->file_line)
    return left->file_line < right->file_line ? -1 : 1;
  return left->file_column < right->file_column ? -1 : left->file_column > right->file_column;
}

static void
let_choose (DeskCast *self, Stage *stage, const DeskScenario *scenario)
{
  gsize size = scenario->n_calls * sizeof (DeskCall *);
  g_autofree const DeskCall **calls = g_memdup2 (scenario->calls, size);

  for (guint i = 0; i < scenario->n_people; i++) {
    g_autofree char *key = desk_cast_key_of_person (scenario->people[i]);

    /* Somebody who says nothing takes no voice. */
    if (self->people[i] == NULL && speaks (scenario->people[i]))
      self->people[i] = choose (stage, key);
  }
  if (calls != NULL)
    qsort (calls, scenario->n_calls, sizeof *calls, by_place);
  for (guint i = 0; i < scenario->n_calls; i++)
    if (self->calls[calls[i]->index] == NULL)
      self->calls[calls[i]->index] = choose (stage, calls[i]->id);
}

DeskCast *
desk_cast_new (const DeskScenario *scenario, GHashTable *kept)
{
  DeskCast *self = g_new0 (DeskCast, 1);
  const char *const *names = desk_voice_names ();
  g_autofree guint *n_speakers = g_new0 (guint, g_strv_length ((char **) names));
  Stage stage = { names, n_speakers };

  self->people = g_new0 (const char *, scenario->n_people + 1);
  self->calls = g_new0 (const char *, scenario->n_calls + 1);
  self->strings = g_string_chunk_new (256);
  settle (self, &stage, scenario, kept);
  let_choose (self, &stage, scenario);
  return self;
}

void
desk_cast_free (DeskCast *self)
{
  if (self == NULL)
    return;
  g_free (self->people);
  g_free (self->calls);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
desk_cast_get_person (const DeskCast *self, const DeskPerson *person)
{
  const char *voice = self->people[person->index];

  return voice != NULL ? voice : desk_voice_name_for (person->id);
}

const char *
desk_cast_get_call (const DeskCast *self, const DeskCall *call)
{
  return self->calls[call->index];
}

char *
desk_cast_key_of_person (const DeskPerson *person)
{
  return g_strconcat ("people/", person->id, NULL);
}
