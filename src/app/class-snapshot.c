/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-snapshot.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-cache.h"

static void
snapshot_clear (gpointer data)
{
  DeskClassSnapshot *self = data;

  g_clear_pointer (&self->view, desk_class_view_free);
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->folder, desk_class_folder_unref);
}

DeskClassSnapshot *
desk_class_snapshot_ref (DeskClassSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
desk_class_snapshot_unref (DeskClassSnapshot *self)
{
  g_atomic_rc_box_release_full (self, snapshot_clear);
}

/* The work. */

typedef struct {
  char *folder; /* owned, as the next two */
  DeskHistoryWish *wish;
  DeskClassSnapshot *last; /* or NULL */
  gboolean has_mode;
  DeskMode mode;
  DeskClassProgress *progress; /* borrowed */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  desk_history_wish_free (job->wish);
  g_clear_pointer (&job->last, desk_class_snapshot_unref);
  g_free (job);
}

static void
tell (guint done, guint total, gpointer data)
{
  DeskClassProgress *progress = data;

  g_atomic_int_set (&progress->done, (int) done);
  g_atomic_int_set (&progress->total, (int) total);
}

/* (transfer full) */
static DeskClassFolder *
find_folder (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *cache = desk_class_cache_path (job->folder);

  if (job->last != NULL)
    return desk_class_folder_ref (job->last->folder);
  return desk_class_folder_read (job->folder, cache, tell, job->progress, cancellable, error);
}

static void
scenario_free (gpointer data)
{
  DeskHistoryScenario *scenario = data;

  g_free (scenario->id);
  g_free (scenario->title);
  g_free (scenario);
}

static void
list_all (DeskClassSnapshot *self, const DeskClassView *all)
{
  for (guint n = 0; n < all->trainees->len; n++)
    g_ptr_array_add (self->trainees, g_strdup (all->trainees->pdata[n]));
  for (guint n = 0; n < all->scenarios->len; n++) {
    DeskHistoryScenario *scenario = g_new0 (DeskHistoryScenario, 1);

    scenario->id = g_strdup (all->scenarios->pdata[n]);
    scenario->title = g_strdup (desk_class_view_title (all, scenario->id));
    g_ptr_array_add (self->scenarios, scenario);
  }
}

/* The choices on offer do not depend on what is chosen. */
static void
fill_lists (DeskClassSnapshot *self, DeskClassSnapshot *last)
{
  const DeskClassFilter nothing = { .has_mode = FALSE };
  g_autoptr (DeskClassView) all = NULL;

  if (last != NULL) {
    self->trainees = g_ptr_array_ref (last->trainees);
    self->scenarios = g_ptr_array_ref (last->scenarios);
    return;
  }
  self->trainees = g_ptr_array_new_with_free_func (g_free);
  self->scenarios = g_ptr_array_new_with_free_func (scenario_free);
  all = desk_class_view_new (self->folder->sessions, &nothing);
  list_all (self, all);
}

/* Takes the folder. */
static DeskClassSnapshot *
snapshot_new (const Job *job, DeskClassFolder *folder)
{
  DeskClassSnapshot *self = g_atomic_rc_box_new0 (DeskClassSnapshot);
  const DeskClassFilter filter = {
    .sessions = { .trainee = job->wish->trainee,
                  .scenario = job->wish->scenario,
                  .since_us = job->wish->since_us,
                  .until_us = job->wish->until_us },
    .has_mode = job->has_mode,
    .mode = job->mode,
  };

  self->folder = folder;
  self->view = desk_class_view_new (self->folder->sessions, &filter);
  fill_lists (self, job->last);
  return self;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  DeskClassFolder *folder = find_folder (job, cancellable, &error);

  if (folder != NULL)
    g_task_return_pointer (task, snapshot_new (job, folder),
                           (GDestroyNotify) desk_class_snapshot_unref);
  else
    g_task_return_error (task, error);
}

void
desk_class_snapshot_take (const DeskClassWish *wish,
                          DeskClassSnapshot *last,
                          DeskClassProgress *progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (wish->folder);
  job->wish = desk_history_wish_copy (wish->wish);
  job->has_mode = wish->has_mode;
  job->mode = wish->mode;
  job->last = last != NULL ? desk_class_snapshot_ref (last) : NULL;
  job->progress = progress;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

DeskClassSnapshot *
desk_class_snapshot_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
desk_class_snapshot_journal (const DeskClassSnapshot *self, const DeskClassSession *session)
{
  return g_build_filename (self->folder->path, session->path, NULL);
}

/* One who wants to see more looks with “frontdesk class --format json”. */
#define MOST_FAULTS 1000

GPtrArray *
desk_class_snapshot_list_faults (const DeskClassSnapshot *self)
{
  const GPtrArray *unfinished = self->folder->unfinished;
  const GPtrArray *faults = self->folder->faults;
  const guint n_all = unfinished->len + faults->len;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < MIN (unfinished->len, MOST_FAULTS); n++)
    g_ptr_array_add (lines,
                     g_strdup_printf ("%s: %s", (char *) unfinished->pdata[n], _ ("not finished")));
  for (guint n = 0; n < faults->len && lines->len < MOST_FAULTS; n++)
    g_ptr_array_add (lines, desk_history_fault_describe (faults->pdata[n]));
  if (n_all > lines->len)
    g_ptr_array_add (lines,
                     g_strdup_printf (ngettext ("and %u more", "and %u more", n_all - lines->len),
                                      n_all - lines->len));
  return lines;
}
