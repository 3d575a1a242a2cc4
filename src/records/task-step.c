/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/task-step.h"

void
desk_task_step (GTask *task, GTaskThreadFunc work, GAsyncReadyCallback done)
{
  GTask *step = g_task_new (NULL, g_task_get_cancellable (task), done, task);

  g_task_set_return_on_cancel (step, FALSE);
  g_task_set_check_cancellable (step, FALSE);
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (step, work);
  g_object_unref (step);
}

void
desk_task_fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}
