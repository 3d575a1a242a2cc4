/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-mistakes.h"

#include <string.h>

#include "classroom/class-marks.h"

#define FEWEST_TRAINEES 2

/* A count under way. */
typedef struct {
  GHashTable *mistakes; /* of DeskClassMistake, to itself; owns them */
  GStringChunk *texts;
  const DeskClassCell *cell; /* whose latest session is being counted */
} Count;

static guint
hash_mistake (gconstpointer data)
{
  const DeskClassMistake *mistake = data;

  return g_str_hash (mistake->scenario) ^ g_str_hash (mistake->call) * 31 ^
         (mistake->fact != NULL ? g_str_hash (mistake->fact) * 17 : 0) ^ mistake->kind * 257;
}

static gboolean
is_same_mistake (gconstpointer a, gconstpointer b)
{
  const DeskClassMistake *one = a;
  const DeskClassMistake *other = b;

  return one->kind == other->kind && g_str_equal (one->scenario, other->scenario) &&
         g_str_equal (one->call, other->call) && g_strcmp0 (one->fact, other->fact) == 0;
}

static DeskClassMistake *
add_mistake (Count *count, const DeskClassMistake *sought)
{
  DeskClassMistake *mistake = g_memdup2 (sought, sizeof *sought);

  mistake->call = g_string_chunk_insert_const (count->texts, sought->call);
  if (sought->fact != NULL)
    mistake->fact = g_string_chunk_insert_const (count->texts, sought->fact);
  g_hash_table_add (count->mistakes, mistake);
  return mistake;
}

/* A fact that a call asks for twice counts as one that applied twice: rare, and no harm. */
static void
on_mark (const char *call, guint kind, const char *fact, gboolean lost, gpointer data)
{
  Count *count = data;
  const DeskClassMistake sought = { .scenario = count->cell->scenario,
                                    .title = count->cell->title,
                                    .call = call,
                                    .kind = kind,
                                    .fact = fact };
  DeskClassMistake *mistake = g_hash_table_lookup (count->mistakes, &sought);

  if (mistake == NULL)
    mistake = add_mistake (count, &sought);
  mistake->n_trainees++;
  mistake->n_lost += lost ? 1 : 0;
}

/* Facts are told one by one: the field as a whole says nothing more. */
static gboolean
is_told (const DeskClassMistake *mistake)
{
  return mistake->n_lost >= FEWEST_TRAINEES &&
         (mistake->fact != NULL || mistake->kind != DESK_N_ITEMS + DESK_FIELD_FACTS);
}

static int
compare_mistakes (gconstpointer a, gconstpointer b)
{
  const DeskClassMistake *one = *(const DeskClassMistake *const *) a;
  const DeskClassMistake *other = *(const DeskClassMistake *const *) b;
  int order;

  if (one->n_lost != other->n_lost)
    return one->n_lost > other->n_lost ? -1 : 1;
  if (one->n_trainees != other->n_trainees)
    return one->n_trainees < other->n_trainees ? -1 : 1;
  order = strcmp (one->scenario, other->scenario);
  if (order == 0)
    order = strcmp (one->call, other->call);
  if (order == 0)
    order = (int) one->kind - (int) other->kind;
  return order != 0 ? order : g_strcmp0 (one->fact, other->fact);
}

GPtrArray *
desk_class_mistakes_count (const GPtrArray *cells, GStringChunk *texts)
{
  g_autoptr (GHashTable) mistakes = g_hash_table_new (hash_mistake, is_same_mistake);
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);
  Count count = { mistakes, texts, NULL };
  GHashTableIter iter;
  gpointer mistake;

  for (guint n = 0; n < cells->len; n++) {
    count.cell = cells->pdata[n];
    desk_class_marks_foreach (count.cell->latest->marks, on_mark, &count);
  }
  g_hash_table_iter_init (&iter, mistakes);
  while (g_hash_table_iter_next (&iter, &mistake, NULL)) {
    if (is_told (mistake))
      g_ptr_array_add (told, mistake);
    else
      g_free (mistake);
  }
  g_ptr_array_sort (told, compare_mistakes);
  return told;
}

/* A mistake that is looked for in one session. */
typedef struct {
  const DeskClassMistake *mistake;
  gboolean found;
} Search;

static void
on_sought_mark (const char *call, guint kind, const char *fact, gboolean lost, gpointer data)
{
  Search *search = data;

  if (lost && kind == search->mistake->kind && g_str_equal (call, search->mistake->call) &&
      g_strcmp0 (fact, search->mistake->fact) == 0)
    search->found = TRUE;
}

GPtrArray *
desk_class_mistake_find_who (const DeskClassView *view, const DeskClassMistake *mistake)
{
  GPtrArray *who = g_ptr_array_new ();

  for (guint n = 0; n < view->cells->len; n++) {
    DeskClassCell *cell = view->cells->pdata[n];
    Search search = { mistake, FALSE };

    if (!g_str_equal (cell->scenario, mistake->scenario))
      continue;
    desk_class_marks_foreach (cell->latest->marks, on_sought_mark, &search);
    if (search.found)
      g_ptr_array_add (who, cell);
  }
  return who;
}
