/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-task.h"

#include <glib/gi18n-lib.h>

#include "app/history-tasks.h"

static void
task_free (gpointer data)
{
  DeskHistoryTask *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->dialog);
  g_free (self->path);
  g_free (self->trainee);
  g_free (self);
}

GTask *
desk_history_task_new (const char *path,
                       const char *trainee,
                       GtkWindow *parent,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  DeskHistoryTask *self = g_new0 (DeskHistoryTask, 1);

  self->path = g_strdup (path);
  self->trainee = g_strdup (trainee);
  g_set_weak_pointer (&self->parent, parent);
  g_task_set_task_data (task, self, task_free);
  return task;
}

void
desk_history_task_return_cancelled (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Cancelled"));
}

static void
let_go (gpointer task, GClosure *closure)
{
  g_object_unref (task);
}

/* A dialogue that goes with its window, unanswered, takes the task along. */
void
desk_history_task_ask (GTask *task, GtkWidget *dialog, GCallback answered)
{
  g_signal_connect_data (dialog, "response", answered, task, let_go, 0);
  gtk_widget_show (dialog);
}

void
desk_history_task_ask_native (GTask *task, GtkFileChooserNative *dialog, GCallback answered)
{
  g_object_set_data_full (G_OBJECT (task), "dialog", dialog, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", answered, task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

char *
desk_history_task_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
