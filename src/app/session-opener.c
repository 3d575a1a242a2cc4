/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/session-opener.h"

#include <glib/gi18n-lib.h>

#include "engine/recording.h"
#include "history/history-files.h"
#include "history/history-row.h"

static void
fail_missing (GTask *task, const char *journal)
{
  g_autofree char *shown = journal != NULL ? g_filename_display_name (journal) : NULL;

  if (shown != NULL)
    g_task_return_new_error (
        task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
        _ ("The journal of this session no longer exists: %s. Its results stay in the list."),
        shown);
  else
    g_task_return_new_error (
        task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
        _ ("No journal of this session was kept, so there is nothing but its results."));
}

/* A journal may lie on a share, where others can cut it while it is read: a copy is looked at, not a map of
 * the file. */
static DeskRecording *
read_journal (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = desk_history_read_file (path, DESK_HISTORY_LONGEST_JOURNAL, error);
  g_autofree char *name = g_filename_display_name (path);

  if (bytes == NULL)
    return NULL;
  return desk_recording_load_from_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        name, error);
}

static void
load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *journal = data;
  g_autoptr (DeskRecording) recording = NULL;
  GError *error = NULL;

  if (journal == NULL || !g_file_test (journal, G_FILE_TEST_EXISTS)) {
    fail_missing (task, journal);
    return;
  }
  recording = read_journal (journal, &error);
  if (recording == NULL) {
    g_prefix_error (&error, "%s ", _ ("The journal of this session cannot be read."));
    g_task_return_error (task, error);
  } else {
    g_task_return_pointer (task, desk_scorecard_new (recording),
                           (GDestroyNotify) desk_scorecard_unref);
  }
}

void
desk_session_open (const DeskHistoryEntry *entry,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_strdup (entry->journal), g_free);
  g_task_run_in_thread (task, load);
}

const char *
desk_session_open_get_journal (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

DeskScorecard *
desk_session_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
