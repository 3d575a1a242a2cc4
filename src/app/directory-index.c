/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/directory-index.h"

#include <string.h>

#include "app/word-pool.h"
#include "app/wording.h"

typedef struct {
  const DeskPerson *person;
  GArray *names;    /* owned, of guint: places of the words of the name in the pool */
  GArray *numbers;  /* owned: of the extension and the id */
  GArray *others;   /* owned: of department and title */
  char *name;       /* owned: folded */
  char *key;        /* owned: for sorting */
  char *position;   /* owned */
  char *label;      /* owned */
  char *label_name; /* owned: the label folded */
} Entry;

struct _DeskDirectoryIndex {
  DeskScenario *scenario; /* owned */
  DeskWordPool *pool;     /* owned */
  Entry *entries;         /* owned, by DeskPerson.index */
  GPtrArray *sorted;      /* owned: entries in the order of names */
};

#define FOUND_NOT ((guint) DESK_FOUND_NEAR + 1)

static char *
fold_whole (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return g_strdup (g_strstrip (folded));
}

/* Telling namesakes apart. */

static char *
joined (const Entry *entry, gboolean with_position)
{
  return g_strjoin ("\n", entry->name, entry->person->extension,
                    with_position ? entry->position : NULL, NULL);
}

/* Takes over `key`. */
static void
count (GHashTable *counts, char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
}

static gboolean
is_shared (GHashTable *counts, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1;
}

static GHashTable *
count_likes (DeskDirectoryIndex *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->scenario->n_people; i++) {
    count (counts, g_strdup (self->entries[i].name));
    count (counts, joined (&self->entries[i], FALSE));
    count (counts, joined (&self->entries[i], TRUE));
  }
  return counts;
}

static void
set_label (Entry *entry, GHashTable *likes)
{
  const DeskPerson *person = entry->person;
  g_autofree char *with_extension = joined (entry, FALSE);
  g_autofree char *with_position = joined (entry, TRUE);

  if (is_shared (likes, with_position)) {
    char *position = g_strdup_printf ("%s%s%s", entry->position,
                                      *entry->position != '\0' ? ", " : "", person->id);

    g_free (entry->position);
    entry->position = position;
  }
  if (!is_shared (likes, entry->name))
    entry->label = g_strdup (person->name);
  else if (!is_shared (likes, with_extension))
    entry->label = g_strdup_printf ("%s (%s)", person->name, person->extension);
  else
    entry->label = g_strdup_printf ("%s (%s, %s)", person->name, person->extension,
                                    *entry->position != '\0' ? entry->position : person->id);
  entry->label_name = fold_whole (entry->label);
}

/* Making. */

static GArray *
places_new (DeskWordPool *pool, const char *text, const char *more)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  desk_word_pool_add_words (pool, text, places);
  desk_word_pool_add_words (pool, more, places);
  return places;
}

static void
entry_init (Entry *entry, DeskWordPool *pool, const DeskPerson *person)
{
  entry->person = person;
  entry->names = places_new (pool, person->name, "");
  entry->numbers = places_new (pool, person->extension, person->id);
  entry->others = places_new (pool, person->department, person->title);
  entry->name = fold_whole (person->name);
  entry->key = g_utf8_collate_key (person->name, -1);
  entry->position = desk_wording_position (person);
}

static void
entry_clear (Entry *entry)
{
  g_array_unref (entry->names);
  g_array_unref (entry->numbers);
  g_array_unref (entry->others);
  g_free (entry->name);
  g_free (entry->key);
  g_free (entry->position);
  g_free (entry->label);
  g_free (entry->label_name);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(Entry *const *) a;
  const Entry *second = *(Entry *const *) b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->person->index > second->person->index ? 1 : -1);
}

DeskDirectoryIndex *
desk_directory_index_new (DeskScenario *scenario)
{
  DeskDirectoryIndex *self = g_new0 (DeskDirectoryIndex, 1);
  g_autoptr (GHashTable) likes = NULL;

  self->scenario = desk_scenario_ref (scenario);
  self->pool = desk_word_pool_new ();
  self->entries = g_new0 (Entry, scenario->n_people);
  self->sorted = g_ptr_array_sized_new (scenario->n_people);
  for (guint i = 0; i < scenario->n_people; i++) {
    entry_init (&self->entries[i], self->pool, scenario->people[i]);
    g_ptr_array_add (self->sorted, &self->entries[i]);
  }
  likes = count_likes (self);
  for (guint i = 0; i < scenario->n_people; i++)
    set_label (&self->entries[i], likes);
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
  desk_word_pool_free (self->pool);
  desk_scenario_unref (self->scenario);
  g_free (self);
}

/* Searching. */

static guint8
best_likeness (const guint8 *likeness, const GArray *places)
{
  guint8 best = DESK_WORD_OTHER;

  for (guint i = 0; i < places->len; i++)
    best = MIN (best, likeness[g_array_index (places, guint, i)]);
  return best;
}

/* How one word that was typed finds the person. */
static guint
found_how (const Entry *entry, const guint8 *likeness)
{
  const guint8 names =
      MIN (best_likeness (likeness, entry->names), best_likeness (likeness, entry->numbers));
  const guint8 all = MIN (names, best_likeness (likeness, entry->others));

  switch ((DeskWordLikeness) all) {
  case DESK_WORD_SAME:
    return names == DESK_WORD_SAME     ? DESK_FOUND_EXACT
           : names == DESK_WORD_BEGINS ? DESK_FOUND_PREFIX
                                       : DESK_FOUND_WORD;
  case DESK_WORD_BEGINS: return names == DESK_WORD_BEGINS ? DESK_FOUND_PREFIX : DESK_FOUND_WORD;
  case DESK_WORD_SOUNDS: return DESK_FOUND_SOUND;
  case DESK_WORD_NEARLY: return DESK_FOUND_NEAR;
  case DESK_WORD_OTHER: return FOUND_NOT;
  }
  g_return_val_if_reached (FOUND_NOT);
}

static guint
worst_found_how (const Entry *entry, const DeskWordQuery *query)
{
  guint worst = DESK_FOUND_EXACT;

  for (guint i = 0; i < query->n_words && worst < FOUND_NOT; i++)
    worst = MAX (worst, found_how (entry, query->likeness[i]));
  return worst;
}

/* Whether the name begins with the word that was typed first: "r" means Rupert rather than Goods
 * reception. */
static gboolean
begins_with (const Entry *entry, const DeskWordQuery *query)
{
  return query->n_words > 0 && entry->names->len > 0 &&
         query->likeness[0][g_array_index (entry->names, guint, 0)] <= DESK_WORD_BEGINS;
}

/* The place of a person in the order, the best first: how they are found, and with what. */
static guint
rank (const Entry *entry, const DeskWordQuery *query)
{
  return 2 * worst_found_how (entry, query) + (begins_with (entry, query) ? 0 : 1);
}

GArray *
desk_directory_index_search (const DeskDirectoryIndex *self, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DeskFound));
  g_autoptr (DeskWordQuery) query = desk_word_pool_ask (self->pool, text);
  g_autofree guint8 *ranks = g_new (guint8, self->sorted->len + 1);

  for (guint i = 0; i < self->sorted->len; i++)
    ranks[i] = (guint8) rank (self->sorted->pdata[i], query);
  for (guint at = 0; at < 2 * FOUND_NOT; at++)
    for (guint i = 0; i < self->sorted->len; i++) {
      const Entry *entry = self->sorted->pdata[i];
      DeskFound one = { entry->person, (DeskFoundHow) (at / 2) };

      if (ranks[i] == at)
        g_array_append_val (found, one);
    }
  return found;
}

static gboolean
is_named (const Entry *entry, const DeskWordQuery *query)
{
  for (guint i = 0; i < query->n_words; i++)
    if (best_likeness (query->likeness[i], entry->names) > DESK_WORD_BEGINS)
      return FALSE;
  return query->n_words > 0;
}

GPtrArray *
desk_directory_index_find_named (const DeskDirectoryIndex *self, const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (DeskWordQuery) query = desk_word_pool_ask (self->pool, text);

  for (guint i = 0; i < self->sorted->len; i++) {
    const Entry *entry = self->sorted->pdata[i];

    if (is_named (entry, query))
      g_ptr_array_add (found, (gpointer) entry->person);
  }
  return found;
}

static gboolean
is_called (const Entry *entry, const char *folded)
{
  return g_str_equal (entry->name, folded) || g_str_equal (entry->label_name, folded) ||
         g_str_equal (entry->person->extension, folded);
}

/* An id and a label belong to one alone. */
static gboolean
is_certainly (const Entry *entry, const char *folded)
{
  return g_ascii_strcasecmp (entry->person->id, folded) == 0 ||
         g_str_equal (entry->label_name, folded);
}

const DeskPerson *
desk_directory_index_resolve (const DeskDirectoryIndex *self, const char *text)
{
  g_autofree char *folded = fold_whole (text);
  const DeskPerson *called = NULL;
  guint n_called = 0;

  for (guint i = 0; i < self->scenario->n_people && *folded != '\0'; i++) {
    const Entry *entry = &self->entries[i];

    if (is_certainly (entry, folded))
      return entry->person;
    if (!is_called (entry, folded))
      continue;
    called = entry->person;
    n_called++;
  }
  return n_called == 1 ? called : NULL;
}

const char *
desk_directory_index_get_label (const DeskDirectoryIndex *self, const DeskPerson *person)
{
  return self->entries[person->index].label;
}

const char *
desk_directory_index_get_position (const DeskDirectoryIndex *self, const DeskPerson *person)
{
  return self->entries[person->index].position;
}
