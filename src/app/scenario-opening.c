/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/scenario-opening.h"

#define MOST_BYTES ((gsize) 16 << 20)
#define MOST_LETTERS 200

void
desk_opening_free (DeskOpening *opening)
{
  g_free (opening->path);
  g_free (opening->folder);
  g_clear_pointer (&opening->scenario, desk_scenario_unref);
  g_clear_pointer (&opening->diagnostics, desk_diagnostics_free);
  g_clear_pointer (&opening->lines, g_ptr_array_unref);
  g_free (opening);
}

static char *
take_line (const char *start)
{
  g_autofree char *line = g_strndup (start, strcspn (start, "\r\n"));
  g_autofree char *valid = g_utf8_make_valid (line, -1);

  return g_utf8_strlen (valid, -1) > MOST_LETTERS ? g_utf8_substring (valid, 0, MOST_LETTERS)
                                                  : g_steal_pointer (&valid);
}

/* Faults are in the order of the file, so one walk through it finds their lines. */
static GPtrArray *
quote (const DeskDiagnostics *diagnostics)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const guint n_faults = MIN (desk_diagnostics_get_n_items (diagnostics), DESK_OPENING_MOST_FAULTS);
  g_autofree char *text = NULL;
  gsize length = 0;
  const char *at;
  guint line = 1;

  if (!g_file_get_contents (desk_diagnostics_get_path (diagnostics), &text, &length, NULL) ||
      length > MOST_BYTES)
    length = 0;
  at = length > 0 ? text : NULL;
  for (guint n = 0; n < n_faults; n++) {
    const DeskDiagnostic *fault = desk_diagnostics_get_item (diagnostics, n);

    for (; at != NULL && line < fault->line; line++) {
      at = strchr (at, '\n');
      at = at != NULL ? at + 1 : NULL;
    }
    g_ptr_array_add (lines, at != NULL && fault->line > 0 ? take_line (at) : g_strdup (""));
  }
  return lines;
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
  if (desk_diagnostics_get_n_items (opening->diagnostics) > 0 &&
      g_file_test (desk_diagnostics_get_path (opening->diagnostics), G_FILE_TEST_IS_REGULAR))
    opening->lines = quote (opening->diagnostics);
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
