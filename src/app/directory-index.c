/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/directory-index.h"

#include <string.h>

/* Words are folded once, at the start: GLib's tokeniser lower-cases them and lends an ASCII
 * spelling to those with accents, so that "Öberg", "ÖBERG" and "oberg" all begin with "ob". A
 * keystroke then costs a few string comparisons a person. Accents are folded for finding alone;
 * scoring has a rule of its own. */

typedef struct {
  const DeskPerson *person;
  GStrv words; /* owned: folded words and their ASCII spellings */
  GStrv names; /* owned: those of the name alone */
  char *name;  /* owned: folded */
  char *key;   /* owned: for sorting */
} Entry;

struct _DeskDirectoryIndex {
  DeskScenario *scenario; /* owned */
  Entry *entries;         /* owned, by DeskPerson.index */
  GPtrArray *sorted;      /* owned: entries in the order of names */
};

static void
add_words (GStrvBuilder *words, const char *text)
{
  g_auto (GStrv) ascii = NULL;
  g_auto (GStrv) folded = g_str_tokenize_and_fold (text, "en", &ascii);

  g_strv_builder_addv (words, (const char **) folded);
  g_strv_builder_addv (words, (const char **) ascii);
}

static char *
fold_whole (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return g_strdup (g_strstrip (folded));
}

static void
entry_init (Entry *entry, const DeskPerson *person)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  add_words (names, person->name);
  add_words (words, person->name);
  add_words (words, person->department);
  add_words (words, person->extension);
  add_words (words, person->id);
  entry->person = person;
  entry->words = g_strv_builder_end (words);
  entry->names = g_strv_builder_end (names);
  entry->name = fold_whole (person->name);
  entry->key = g_utf8_collate_key (person->name, -1);
}

static void
entry_clear (Entry *entry)
{
  g_strfreev (entry->words);
  g_strfreev (entry->names);
  g_free (entry->name);
  g_free (entry->key);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Entry *const *) a)->key, (*(Entry *const *) b)->key);
}

DeskDirectoryIndex *
desk_directory_index_new (DeskScenario *scenario)
{
  DeskDirectoryIndex *self = g_new0 (DeskDirectoryIndex, 1);

  self->scenario = desk_scenario_ref (scenario);
  self->entries = g_new0 (Entry, scenario->n_people);
  self->sorted = g_ptr_array_sized_new (scenario->n_people);
  for (guint i = 0; i < scenario->n_people; i++) {
    entry_init (&self->entries[i], scenario->people[i]);
    g_ptr_array_add (self->sorted, &self->entries[i]);
  }
  g_ptr_array_sort (self->sorted, compare_entries);
  return self;
}

void
desk_directory_index_free (DeskDirectoryIndex *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->scenario->n_people; i++)
    entry_clear (&self->entries[i]);
  g_free (self->entries);
  g_ptr_array_unref (self->sorted);
  desk_scenario_unref (self->scenario);
  g_free (self);
}

static gboolean
begins_a_word (GStrv words, const char *start)
{
  for (char **word = words; *word != NULL; word++)
    if (g_str_has_prefix (*word, start))
      return TRUE;
  return FALSE;
}

static gboolean
all_begin_words (GStrv words, GStrv starts)
{
  for (char **start = starts; *start != NULL; start++)
    if (!begins_a_word (words, *start))
      return FALSE;
  return TRUE;
}

/* Typed with accents, a word may still be spelled without them in the directory: its ASCII spelling
 * finds both. Letters without one (Greek, say) are looked for as they are. */
static GStrv
fold_query (const char *text)
{
  g_autoptr (GStrvBuilder) starts = g_strv_builder_new ();
  g_auto (GStrv) typed = g_str_tokenize_and_fold (text, "en", NULL);

  for (char **word = typed; *word != NULL; word++) {
    g_auto (GStrv) ascii = NULL;

    g_strfreev (g_str_tokenize_and_fold (*word, "en", &ascii));
    g_strv_builder_add (starts, ascii[0] != NULL ? ascii[0] : *word);
  }
  return g_strv_builder_end (starts);
}

GPtrArray *
desk_directory_index_find (const DeskDirectoryIndex *self, const char *text)
{
  GPtrArray *found = g_ptr_array_sized_new (self->sorted->len);
  g_auto (GStrv) starts = fold_query (text);

  for (guint i = 0; i < self->sorted->len; i++) {
    const Entry *entry = self->sorted->pdata[i];

    if (all_begin_words (entry->words, starts))
      g_ptr_array_add (found, (gpointer) entry->person);
  }
  return found;
}

gboolean
desk_directory_index_matches (const DeskDirectoryIndex *self,
                              const DeskPerson *person,
                              const char *text)
{
  g_auto (GStrv) starts = fold_query (text);

  return all_begin_words (self->entries[person->index].words, starts);
}

GPtrArray *
desk_directory_index_find_named (const DeskDirectoryIndex *self, const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto (GStrv) starts = fold_query (text);

  for (guint i = 0; i < self->sorted->len && starts[0] != NULL; i++) {
    const Entry *entry = self->sorted->pdata[i];

    if (all_begin_words (entry->names, starts))
      g_ptr_array_add (found, (gpointer) entry->person);
  }
  return found;
}

const DeskPerson *
desk_directory_index_resolve (const DeskDirectoryIndex *self, const char *text)
{
  g_autofree char *folded = fold_whole (text);
  const DeskPerson *named = NULL;

  for (guint i = 0; i < self->scenario->n_people && *folded != '\0'; i++) {
    const Entry *entry = &self->entries[i];

    if (g_ascii_strcasecmp (entry->person->id, folded) == 0 ||
        g_str_equal (entry->person->extension, folded))
      return entry->person;
    if (!g_str_equal (entry->name, folded))
      continue;
    if (named != NULL)
      return NULL;
    named = entry->person;
  }
  return named;
}
