/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-work.h"

#include "history/history-options.h"

typedef struct {
  char *path; /* owned, as all below */
  DeskHistoryOrder order;
  char *notice; /* written on the worker, read once it has returned */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->order.data_free != NULL)
    job->order.data_free (job->order.data);
  g_free (job->path);
  g_free (job->notice);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  const DeskHistoryOptions options = { .cancellable = cancellable };
  g_autoptr (DeskHistory) history = desk_history_open_with (job->path, &options, &error);
  gpointer result = NULL;

  if (history != NULL) {
    result = job->order.work (history, job->order.data, cancellable, &error);
    job->notice = g_strdup (desk_history_get_notice (history));
  }
  if (result != NULL)
    g_task_return_pointer (task, result, job->order.result_free);
  else
    g_task_return_error (task, error);
}

void
desk_history_work_run (const char *path,
                       const DeskHistoryOrder *order,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->order = *order;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

gpointer
desk_history_work_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
desk_history_work_get_data (GAsyncResult *result)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  return job->order.data;
}

const char *
desk_history_work_get_notice (GAsyncResult *result)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  return job->notice;
}
