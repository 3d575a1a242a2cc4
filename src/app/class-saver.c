/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-saver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/save-dialog.h"
#include "app/whole-file.h"
#include "classroom/class-report.h"

static const DeskSaveKind kinds[] = {
  { ".html", N_ ("Page to print or to send (HTML)") },
  { ".csv", N_ ("Table, one row for each trainee and scenario (CSV)") },
  { ".json", N_ ("Everything, for other programs (JSON)") },
};

typedef struct {
  DeskClassSnapshot *snapshot; /* owned, as the next */
  GFile *file;                 /* NULL while it is asked for */
  guint kind;
  DeskClassReportDone done;
  gpointer data;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  desk_class_snapshot_unref (save->snapshot);
  g_clear_object (&save->file);
  g_free (save);
}

/* On the worker. */
static void
write_file (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Save *save = task_data;
  const DeskClassSnapshot *snapshot = save->snapshot;
  GError *error = NULL;
  char *text = save->kind == 0   ? desk_class_to_html (snapshot->folder, snapshot->view)
               : save->kind == 1 ? desk_class_to_csv (snapshot->view)
                                 : desk_class_to_json (snapshot->folder, snapshot->view);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  if (desk_whole_file_put (save->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  const Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (save->file);
  g_autofree char *words = NULL;
  g_autofree char *path = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    path = g_file_get_path (save->file);
  words = error == NULL ? g_strdup_printf (_ ("Saved as %s"), name)
                        : g_strdup_printf (_ ("The class was not saved: %s"), error->message);
  save->done (words, path, error != NULL, save->data);
}

/* The dialogue. */

static void
on_answered (const DeskSaveAnswer *answer, gpointer data)
{
  Save *save = data;
  g_autoptr (GTask) task = NULL;

  if (answer->file == NULL) {
    save->done (NULL, NULL, FALSE, save->data);
    save_free (save);
    return;
  }
  save->file = g_object_ref (answer->file);
  save->kind = answer->kind;
  task = g_task_new (NULL, NULL, on_written, NULL);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, write_file);
}

/* "Class, 2026-11-28.html" */
static char *
proposed_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("%s, %s.html", _ ("Class"), day);
}

void
desk_class_save (DeskClassSnapshot *snapshot,
                 GtkWindow *parent,
                 DeskClassReportDone done,
                 gpointer data)
{
  g_autofree char *name = proposed_name ();
  Save *save = g_new0 (Save, 1);

  save->snapshot = desk_class_snapshot_ref (snapshot);
  save->done = done;
  save->data = data;
  desk_save_dialog_ask (
      desk_save_dialog_new (_ ("Save the class"), parent, kinds, G_N_ELEMENTS (kinds), name),
      on_answered, save);
}
