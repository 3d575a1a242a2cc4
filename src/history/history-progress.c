/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-progress.h"

#include <string.h>

#include "history/history-private.h"
#include "history/history-sort.h"
#include "report/words.h"
#include "scoring/loss.h"

/* For a group to be judged at all, and for a mistake to persist. */
#define FEWEST_SESSIONS 2

const char *
desk_history_kind_words (const char *kind)
{
  return desk_words_loss (desk_loss_from_name (kind));
}

void
desk_history_progress_free (DeskHistoryProgress *progress)
{
  if (progress == NULL)
    return;
  g_free (progress->trainee);
  g_free (progress->accommodations);
  g_clear_pointer (&progress->sessions, g_ptr_array_unref);
  g_clear_pointer (&progress->mistakes, g_ptr_array_unref);
  g_free (progress);
}

/* Comparable sessions are adjacent, oldest first. */
static int
compare_groups (const DeskHistoryEntry *a, const DeskHistoryEntry *b)
{
  int order = g_utf8_collate (a->trainee, b->trainee);

  if (order == 0)
    order = strcmp (a->trainee, b->trainee);
  if (order == 0)
    order = (int) a->mode - (int) b->mode;
  return order != 0 ? order : strcmp (a->accommodations, b->accommodations);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const DeskHistoryEntry *one = *(const DeskHistoryEntry *const *) a;
  const DeskHistoryEntry *other = *(const DeskHistoryEntry *const *) b;
  const int order = compare_groups (one, other);

  if (order != 0)
    return order;
  if (one->started_us != other->started_us)
    return one->started_us < other->started_us ? -1 : 1;
  return strcmp (one->id, other->id);
}

static DeskHistoryProgress *
begin_group (const DeskHistoryEntry *entry)
{
  DeskHistoryProgress *group = g_new0 (DeskHistoryProgress, 1);

  group->trainee = g_strdup (entry->trainee);
  group->mode = entry->mode;
  group->accommodations = g_strdup (entry->accommodations);
  group->first = entry->score;
  group->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_history_entry_free);
  return group;
}

/* `mean` is a sum until the last session is in. */
static void
add_to_group (DeskHistoryProgress *group, DeskHistoryEntry *entry)
{
  group->n++;
  group->n_passed += entry->passed ? 1 : 0;
  group->mean += entry->score;
  group->best = MAX (group->best, entry->score);
  group->latest = entry->score;
  g_ptr_array_add (group->sessions, entry);
}

/* Takes ownership of the entries, which are in order. */
static GPtrArray *
make_groups (GPtrArray *entries)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_history_progress_free);
  DeskHistoryProgress *group = NULL;

  for (guint n = 0; n < entries->len; n++) {
    DeskHistoryEntry *entry = entries->pdata[n];

    if (group == NULL || compare_groups (group->sessions->pdata[0], entry) != 0) {
      group = begin_group (entry);
      g_ptr_array_add (groups, group);
    }
    add_to_group (group, entry);
  }
  for (guint n = 0; n < groups->len; n++) {
    group = groups->pdata[n];
    group->mean /= group->n;
  }
  return groups;
}

/* The marks of some sessions, added up by kind. */
typedef struct {
  guint n_sessions;
  guint n_sessions_lost;
  DeskLoss sum;
} Tally;

static void
count_mark (Tally tallies[DESK_N_LOSSES], sqlite3_stmt *statement)
{
  const guint kind = desk_loss_from_name ((const char *) sqlite3_column_text (statement, 0));
  const guint n_calls_lost = (guint) sqlite3_column_int (statement, 2);

  if (kind == DESK_N_LOSSES)
    return;
  tallies[kind].n_sessions++;
  tallies[kind].n_sessions_lost += n_calls_lost > 0 ? 1 : 0;
  tallies[kind].sum.n_calls += (guint) sqlite3_column_int (statement, 1);
  tallies[kind].sum.n_calls_lost += n_calls_lost;
  tallies[kind].sum.lost += sqlite3_column_double (statement, 3);
}

static gboolean
tally_session (DeskHistory *self, const char *id, Tally tallies[DESK_N_LOSSES], GError **error)
{
  sqlite3_stmt *statement = desk_sql_prepare (
      &self->sql,
      "SELECT kind, marks.n_calls, n_calls_lost, lost FROM marks JOIN sessions ON key = session"
      " WHERE id = ?",
      error);
  int result;

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    count_mark (tallies, statement);
  if (result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

/* Sessions `from` up to and without `to`. */
static gboolean
tally_sessions (DeskHistory *self,
                const GPtrArray *sessions,
                guint from,
                guint to,
                Tally tallies[DESK_N_LOSSES],
                GError **error)
{
  for (guint n = from; n < to; n++) {
    const DeskHistoryEntry *entry = sessions->pdata[n];

    if (!tally_session (self, entry->id, tallies, error))
      return FALSE;
  }
  return TRUE;
}

static double
mean_loss (const Tally *tally)
{
  return tally->sum.n_calls > 0 ? tally->sum.lost / tally->sum.n_calls : -1;
}

static gboolean
persists (const Tally *tally)
{
  return tally->n_sessions_lost >= FEWEST_SESSIONS &&
         2 * tally->n_sessions_lost > tally->n_sessions;
}

static DeskHistoryMistake *
mistake_new (guint kind, const Tally *last, const Tally *before)
{
  DeskHistoryMistake *mistake = g_new0 (DeskHistoryMistake, 1);

  mistake->kind = desk_loss_name (kind);
  mistake->n_sessions = last->n_sessions;
  mistake->n_sessions_lost = last->n_sessions_lost;
  mistake->n_calls = last->sum.n_calls;
  mistake->n_calls_lost = last->sum.n_calls_lost;
  mistake->lost = mean_loss (last);
  mistake->lost_before = mean_loss (before);
  return mistake;
}

/* The greatest loss first; the stable sort keeps equals in the order of the kinds. */
static int
compare_mistakes (gconstpointer a, gconstpointer b)
{
  const double one = desk_round_2 (((const DeskHistoryMistake *) a)->lost);
  const double other = desk_round_2 (((const DeskHistoryMistake *) b)->lost);

  return (one < other) - (one > other);
}

static GPtrArray *
pick_mistakes (const Tally last[DESK_N_LOSSES], const Tally before[DESK_N_LOSSES])
{
  GPtrArray *mistakes = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < DESK_N_LOSSES; kind++) {
    if (persists (&last[kind]))
      g_ptr_array_add (mistakes, mistake_new (kind, &last[kind], &before[kind]));
  }
  desk_history_sort (mistakes, compare_mistakes);
  return mistakes;
}

static gboolean
find_mistakes (DeskHistory *self, DeskHistoryProgress *group, GError **error)
{
  const guint n_last = MIN (group->n, DESK_HISTORY_WINDOW);
  const guint n_before = MIN (group->n - n_last, DESK_HISTORY_WINDOW);
  const guint from = group->n - n_last;
  Tally last[DESK_N_LOSSES] = { { 0 } };
  Tally before[DESK_N_LOSSES] = { { 0 } };

  if (group->n < FEWEST_SESSIONS)
    return TRUE;
  if (!tally_sessions (self, group->sessions, from, group->n, last, error) ||
      !tally_sessions (self, group->sessions, from - n_before, from, before, error))
    return FALSE;
  group->mistakes = pick_mistakes (last, before);
  return TRUE;
}

static gboolean
find_all_mistakes (DeskHistory *self, gpointer data, GError **error)
{
  const GPtrArray *groups = data;

  for (guint n = 0; n < groups->len; n++) {
    DeskHistoryProgress *group = groups->pdata[n];

    g_clear_pointer (&group->mistakes, g_ptr_array_unref);
    if (!find_mistakes (self, group, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
desk_history_progress (DeskHistory *self, const DeskHistoryFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries = desk_history_list (self, filter, error);
  g_autoptr (GPtrArray) groups = NULL;

  if (entries == NULL)
    return NULL;
  g_ptr_array_sort (entries, compare_entries);
  g_ptr_array_set_free_func (entries, NULL);
  groups = make_groups (entries);
  if (!desk_history_attempt (self, find_all_mistakes, groups, error))
    return NULL;
  return g_steal_pointer (&groups);
}
