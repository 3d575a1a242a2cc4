/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-keeper.h"

#include "history/history-options.h"

typedef struct {
  GApplication *application; /* held until the callback was called; or NULL */
  GAsyncReadyCallback callback;
  gpointer data;
  char *path;
  DeskScorecard *scorecard;
  char *journal;
  GCancellable *hurry;
  char *notice; /* written on the worker, read once it has returned */
} Job;

/* Of the main thread. */
static guint n_under_way;

/* On either thread. */
static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->application);
  g_free (job->path);
  desk_scorecard_unref (job->scorecard);
  g_free (job->journal);
  g_clear_object (&job->hurry);
  g_free (job->notice);
  g_free (job);
}

static void
keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const DeskHistoryOptions options = { .cancellable = job->hurry };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskHistory) history = desk_history_open_with (job->path, &options, &error);
  const gboolean kept =
      history != NULL && desk_history_add (history, job->scorecard, job->journal, &error);

  if (history != NULL)
    job->notice = g_strdup (desk_history_get_notice (history));
  if (kept)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  n_under_way--;
  job->callback (source, result, job->data);
  if (job->application != NULL)
    g_application_release (job->application);
}

void
desk_history_keeper_run (GApplication *application,
                         const char *path,
                         DeskScorecard *scorecard,
                         const char *journal,
                         GCancellable *hurry,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, NULL);
  Job *job = g_new0 (Job, 1);

  if (application != NULL) {
    job->application = g_object_ref (application);
    g_application_hold (application);
  }
  job->callback = callback;
  job->data = data;
  job->path = g_strdup (path);
  job->scorecard = desk_scorecard_ref (scorecard);
  job->journal = g_strdup (journal);
  job->hurry = g_object_ref (hurry);
  n_under_way++;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, keep);
}

guint
desk_history_keeper_get_n_under_way (void)
{
  return n_under_way;
}

gboolean
desk_history_keeper_finish (GAsyncResult *result, char **notice, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *notice = g_steal_pointer (&job->notice);
  return g_task_propagate_boolean (G_TASK (result), error);
}
