/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gi18n-lib.h>

#include "app/history-task.h"
#include "app/history-tasks.h"
#include "app/history-work.h"
#include "app/progress-dialog.h"
#include "app/tell-dialog.h"
#include "history/history-import.h"

/* Importing, and the same of the history's own journals. */

typedef struct {
  char *folder; /* owned, as all below; NULL: rebuild */
  DeskHistoryImport result;
  DeskWorkProgress *progress;
  GCancellable *cancellable;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_free (self->folder);
  desk_history_import_clear (&self->result);
  desk_work_progress_unref (self->progress);
  g_object_unref (self->cancellable);
  g_free (self);
}

static gpointer
import (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Import *self = data;
  gboolean done;

  if (self->folder != NULL)
    done = desk_history_import (history, self->folder, &self->result, desk_work_progress_tell,
                                self->progress, self->cancellable, error);
  else
    done = desk_history_rebuild (history, &self->result, desk_work_progress_tell, self->progress,
                                 self->cancellable, error);
  return done ? self : NULL;
}

/* The outcome in words. */

/* `line` is (transfer full). */
static void
add_count (GString *words, guint n, char *line)
{
  if (n > 0)
    g_string_append_printf (words, "\n%s", line);
  g_free (line);
}

static void
add_left_out (GString *words, const DeskHistoryImport *result)
{
  guint n_unreadable = result->unreadable != NULL ? result->unreadable->len : 0;

  add_count (words, result->n_unfinished,
             g_strdup_printf (ngettext ("%u was never finished, and was left where it is.",
                                        "%u were never finished, and were left where they are.",
                                        result->n_unfinished),
                              result->n_unfinished));
  add_count (
      words, n_unreadable,
      g_strdup_printf (ngettext ("%u could not be read:", "%u could not be read:", n_unreadable),
                       n_unreadable));
}

static void
describe_rebuilt (GString *words, const DeskHistoryImport *result)
{
  guint n = result->n_new + result->n_known;

  g_string_printf (
      words, ngettext ("%u session was scored again.", "%u sessions were scored again.", n), n);
  add_count (words, result->n_new,
             g_strdup_printf (ngettext ("%u of them had been missing.",
                                        "%u of them had been missing.", result->n_new),
                              result->n_new));
}

static void
describe_imported (GString *words, const DeskHistoryImport *result)
{
  g_string_printf (words, ngettext ("%u session is new.", "%u sessions are new.", result->n_new),
                   result->n_new);
  add_count (words, result->n_known,
             g_strdup_printf (ngettext ("%u was in the history already.",
                                        "%u were in the history already.", result->n_known),
                              result->n_known));
}

static char *
describe_result (const DeskHistoryImport *result, gboolean rebuilt)
{
  GString *words = g_string_new (NULL);

  if (rebuilt)
    describe_rebuilt (words, result);
  else
    describe_imported (words, result);
  add_left_out (words, result);
  return g_string_free (words, FALSE);
}

static GPtrArray *
describe_faults (const DeskHistoryImport *result)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; result->unreadable != NULL && n < result->unreadable->len; n++)
    g_ptr_array_add (lines, desk_history_fault_describe (result->unreadable->pdata[n]));
  return lines;
}

static const char *
heading_of (const Import *import, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (import->folder == NULL)
    return error == NULL ? _ ("The history was rebuilt")
           : cancelled   ? _ ("The history was not rebuilt, and is as it was")
                         : _ ("The history could not be rebuilt, and is as it was");
  return error == NULL ? _ ("The import is done")
         : cancelled   ? _ ("The import was stopped")
                       : _ ("The import could not be completed");
}

static void
tell_result (DeskHistoryTask *self, const Import *import, const GError *error)
{
  gboolean failed = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean kept = error == NULL || import->folder != NULL;
  g_autofree char *counts = describe_result (&import->result, import->folder == NULL);
  g_autofree char *words = g_strdup_printf ("%s%s%s", failed ? error->message : "",
                                            failed && kept ? "\n" : "", kept ? counts : "");
  g_autoptr (GPtrArray) faults = describe_faults (&import->result);

  if (self->parent != NULL)
    desk_tell_dialog_new (self->parent,
                          failed            ? GTK_MESSAGE_ERROR
                          : faults->len > 0 ? GTK_MESSAGE_WARNING
                                            : GTK_MESSAGE_INFO,
                          heading_of (import, error), words, faults);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskHistoryTask *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  desk_history_work_finish (result, &error);
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
  tell_result (self, desk_history_work_get_data (result), error);
  g_task_return_pointer (task, NULL, NULL);
}

/* `task` is (transfer full). */
static void
begin (GTask *task, const char *folder)
{
  DeskHistoryTask *self = g_task_get_task_data (task);
  Import *data = g_new0 (Import, 1);
  const DeskHistoryOrder order = { import, data, import_free, NULL };

  data->folder = g_strdup (folder);
  data->progress = desk_work_progress_new ();
  data->cancellable = g_cancellable_new ();
  g_set_weak_pointer (
      &self->dialog, desk_progress_dialog_new (
                         self->parent, folder != NULL ? _ ("Importing journals") : _ ("Rebuilding"),
                         data->progress, data->cancellable));
  desk_history_work_run (self->path, &order, NULL, on_imported, task);
}

void
desk_history_import_folder (const char *path,
                            const char *folder,
                            GtkWindow *parent,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  begin (desk_history_task_new (path, NULL, parent, callback, data), folder);
}

static void
on_folder_chosen (GTask *owned, GtkFileChooser *dialog, int response)
{
  g_autoptr (GTask) task = owned;
  g_autofree char *folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_filename (dialog);
  if (folder != NULL)
    begin (g_steal_pointer (&task), folder);
  else
    desk_history_task_return_cancelled (task);
}

void
desk_history_ask_import (const char *path,
                         GtkWindow *parent,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import the journals in a folder"), parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      _ ("_Import"), _ ("_Cancel"));

  desk_history_task_ask_native (desk_history_task_new (path, NULL, parent, callback, data), dialog,
                                on_folder_chosen);
}

static void
on_rebuild_answered (GTask *owned, GtkDialog *dialog, int response)
{
  g_autoptr (GTask) task = owned;

  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    begin (g_steal_pointer (&task), NULL);
  else
    desk_history_task_return_cancelled (task);
}

void
desk_history_ask_rebuild (const char *path,
                          GtkWindow *parent,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
      GTK_BUTTONS_NONE, "%s", _ ("Rebuild the history from the journals?"));

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s",
      _ ("Every journal on this computer is read and scored again. This helps when sessions are "
         "missing here although their journals are there. Nothing is deleted. It can take some "
         "minutes, and you can stop it at any time."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Rebuild"),
                          GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  desk_history_task_ask (desk_history_task_new (path, NULL, parent, callback, data), dialog,
                         on_rebuild_answered);
}
