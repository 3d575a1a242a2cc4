/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-ear.h"

/* Shorter words, "de" or "of", name nobody. */
#define SHORTEST_NAME 3

/* A name may be heard with an ending: "Eriks". */
#define LONGEST_ENDING 2

static gboolean
says (const DeskCallNotes *notes, const DeskFactSpec *fact, const char *language)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < notes->heard->len; i++)
    g_ptr_array_add (texts, (gpointer) ((const DeskReply *) notes->heard->pdata[i])->text);
  g_ptr_array_add (texts, NULL);
  return desk_fact_is_said (fact, (const char *const *) texts->pdata, language);
}

/* Whether the author's own reply `id` was heard; a neutral reply says nothing about the caller. */
static gboolean
heard_own (const DeskCallNotes *notes, const DeskCall *call, const char *id)
{
  const DeskReply *own = desk_call_find_reply (call, id);

  return own && g_ptr_array_find (notes->heard, own, NULL);
}

static gboolean
says_words (const DeskCallNotes *notes, const char *words, const char *language)
{
  const char *const wordings[] = { words, NULL };
  DeskFactSpec fact = { .kind = DESK_FACT_PHRASE, .wordings = wordings, .weight = 1 };

  return *words && says (notes, &fact, language);
}

gboolean
desk_ear_knows_name (const DeskCallNotes *notes, const DeskCall *call, const char *language)
{
  const DeskCaller *caller = &call->caller;
  const char *name = *caller->surname ? caller->surname : caller->given;

  return heard_own (notes, call, "name") || heard_own (notes, call, "spelling") ||
         says_words (notes, name, language);
}

gboolean
desk_ear_knows_phone (const DeskCallNotes *notes,
                      const DeskScenario *scenario,
                      const DeskCall *call)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (call->caller.phone, scenario->country);
  g_autofree char *national = e164 ? desk_phone_number_to_national (e164, scenario->country) : NULL;
  const char *const wordings[] = { national, NULL };
  DeskFactSpec fact = { .kind = DESK_FACT_NUMBER, .wordings = wordings, .weight = 1 };

  return heard_own (notes, call, "number") || (national && says (notes, &fact, scenario->language));
}

gboolean
desk_ear_knows_organisation (const DeskCallNotes *notes, const DeskCall *call, const char *language)
{
  return heard_own (notes, call, "organisation") ||
         says_words (notes, call->caller.organisation, language);
}

gboolean
desk_ear_knows_fact (const DeskCallNotes *notes,
                     const DeskCall *call,
                     guint n,
                     const char *language)
{
  return says (notes, &call->expect.facts[n], language);
}

static gboolean
is_heard_as (const char *name, const char *word)
{
  gsize length = strlen (name);

  return g_str_has_prefix (word, name) && strlen (word) <= length + LONGEST_ENDING;
}

static gboolean
names_any (GStrv spoken, const char *written)
{
  g_auto (GStrv) names = g_str_tokenize_and_fold (written, "und", NULL);

  for (guint i = 0; names[i]; i++)
    for (guint j = 0; g_utf8_strlen (names[i], -1) >= SHORTEST_NAME && spoken[j]; j++)
      if (is_heard_as (names[i], spoken[j]))
        return TRUE;
  return FALSE;
}

gboolean
desk_ear_knows_person (const DeskCallNotes *notes, const DeskPerson *person)
{
  for (guint i = 0; i < notes->heard->len; i++) {
    const DeskReply *reply = notes->heard->pdata[i];
    g_auto (GStrv) spoken = g_str_tokenize_and_fold (reply->text, "und", NULL);

    if (names_any (spoken, person->name) || names_any (spoken, person->department) ||
        names_any (spoken, person->title))
      return TRUE;
  }
  return FALSE;
}
