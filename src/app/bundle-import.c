/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/bundle-import.h"

#include "scenario/scenario-folder.h"

#include "scenario/scenario-folder.h"

typedef struct {
  char *path; /* owned, as below */
  char *parent;
  DeskBundle *bundle;
  gboolean replace;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->parent);
  g_clear_pointer (&job->bundle, desk_bundle_free);
  g_free (job);
}

static void
unpack (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  DeskBundle *bundle = desk_bundle_unpack (job->path, job->parent, NULL, cancellable, &error);

  if (bundle != NULL)
    g_task_return_pointer (task, bundle, (GDestroyNotify) desk_bundle_free);
  else
    g_task_return_error (task, error);
}

void
desk_bundle_import_unpack (const char *path,
                           const char *parent,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->parent = g_strdup (parent);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, unpack);
}

DeskBundle *
desk_bundle_import_unpack_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The new bundle is on the disk, at `path`, before the old one goes. NULL with `error` set: the old one is
 * where it was. (transfer full) */
static char *
take_its_place (const Job *job, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *place = g_build_filename (job->bundle->parent, job->bundle->name, NULL);
  g_autoptr (GFile) old = g_file_new_for_path (place);

  if (!g_file_trash (old, cancellable, error)) {
    desk_scenario_folder_remove (path);
    return NULL;
  }
  if (desk_scenario_folder_settle (path, place, NULL))
    return g_steal_pointer (&place);
  return g_strdup (path);
}

static char *
keep_bundle (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *free_path =
      desk_scenario_folder_free_path (job->bundle->parent, job->bundle->name);
  g_autofree char *name = g_path_get_basename (free_path);
  const gboolean is_taken = !g_str_equal (name, job->bundle->name);
  g_autofree char *path = desk_bundle_keep (job->bundle, name, error);

  if (path == NULL || !job->replace || !is_taken)
    return g_steal_pointer (&path);
  return take_its_place (job, path, cancellable, error);
}

static void
keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = keep_bundle (data, cancellable, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

void
desk_bundle_import_keep (DeskBundle *bundle,
                         gboolean replace,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->bundle = bundle;
  job->replace = replace;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, keep);
}

char *
desk_bundle_import_keep_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
