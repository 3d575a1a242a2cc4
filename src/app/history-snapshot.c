/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-snapshot.h"

#include "history/history-trainee.h"

DeskHistoryWish *
desk_history_wish_copy (const DeskHistoryWish *self)
{
  DeskHistoryWish *copy = g_memdup2 (self, sizeof *self);

  copy->trainee = g_strdup (self->trainee);
  copy->scenario = g_strdup (self->scenario);
  return copy;
}

void
desk_history_wish_free (DeskHistoryWish *self)
{
  if (self == NULL)
    return;
  g_free (self->trainee);
  g_free (self->scenario);
  g_free (self);
}

static gboolean
wants_all (const DeskHistoryFilter *filter)
{
  return filter->trainee == NULL && filter->scenario == NULL && filter->since_us == 0 &&
         filter->until_us == 0;
}

static gboolean
count_all (DeskHistorySnapshot *self,
           DeskHistory *history,
           const DeskHistoryFilter *filter,
           GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (wants_all (filter))
    all = g_ptr_array_ref (self->entries);
  else
    all = desk_history_list (history, NULL, error);
  if (all == NULL)
    return FALSE;
  self->n_all = all->len;
  return TRUE;
}

static gboolean
fill (DeskHistorySnapshot *self,
      DeskHistory *history,
      const DeskHistoryFilter *filter,
      GError **error)
{
  return (self->entries = desk_history_list (history, filter, error)) != NULL &&
         (self->progress = desk_history_progress (history, filter, error)) != NULL &&
         (self->trainees = desk_history_list_trainees (history, error)) != NULL &&
         (self->scenarios = desk_history_list_scenarios (history, error)) != NULL &&
         count_all (self, history, filter, error) &&
         desk_history_get_keep (history, &self->keep_days, error);
}

gpointer
desk_history_snapshot_take (DeskHistory *history,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  const DeskHistoryWish *wish = data;
  g_autoptr (DeskHistorySnapshot) self = g_new0 (DeskHistorySnapshot, 1);
  const DeskHistoryFilter filter = {
    .trainee = wish->trainee,
    .scenario = wish->scenario,
    .since_us = wish->since_us,
    .until_us = wish->until_us,
  };

  if (!fill (self, history, &filter, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_history_snapshot_free (DeskHistorySnapshot *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->progress, g_ptr_array_unref);
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_free (self);
}
