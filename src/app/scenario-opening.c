/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/scenario-opening.h"

void
desk_opening_free (DeskOpening *opening)
{
  g_free (opening->path);
  g_free (opening->folder);
  g_clear_pointer (&opening->scenario, desk_scenario_unref);
  g_clear_pointer (&opening->diagnostics, desk_diagnostics_free);
  g_free (opening);
}

static void
read_scenario (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  DeskOpening *opening = g_new0 (DeskOpening, 1);
  const char *path = data;

  opening->path = g_strdup (path);
  opening->folder =
      g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);
  opening->scenario = desk_scenario_load_from_file (path, &opening->diagnostics);
  g_task_return_pointer (task, opening, (GDestroyNotify) desk_opening_free);
}

void
desk_opening_run (const char *path,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_scenario);
}

DeskOpening *
desk_opening_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
