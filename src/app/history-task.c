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

/* What is being asked, for as long as its dialogue is there. */
typedef struct {
  GTask *task; /* owned; NULL once it is answered */
  DeskHistoryAnswered answered;
  DeskHistoryChosen chosen;
} Question;

static Question *
question_new (GTask *task, DeskHistoryAnswered answered, DeskHistoryChosen chosen)
{
  Question *self = g_new0 (Question, 1);

  self->task = task;
  self->answered = answered;
  self->chosen = chosen;
  return self;
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  if (self->task != NULL)
    desk_history_task_return_cancelled (self->task);
  g_clear_object (&self->task);
  g_free (self);
}

static void
on_response (GtkDialog *dialog, int response, gpointer data)
{
  Question *question = data;

  if (question->task != NULL)
    question->answered (g_steal_pointer (&question->task), dialog, response);
}

void
desk_history_task_ask (GTask *task, GtkWidget *dialog, DeskHistoryAnswered answered)
{
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response),
                         question_new (task, answered, NULL), question_free, 0);
  gtk_widget_show (dialog);
}

static void
on_native_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Question *question = data;

  if (question->task != NULL)
    question->chosen (g_steal_pointer (&question->task), GTK_FILE_CHOOSER (dialog), response);
  g_object_unref (dialog);
}

/* No widget, it does not go with its window by itself. */
static void
on_parent_destroyed (GtkNativeDialog *dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
desk_history_task_ask_native (GTask *task, GtkFileChooserNative *dialog, DeskHistoryChosen chosen)
{
  GtkNativeDialog *native = GTK_NATIVE_DIALOG (dialog);

  g_signal_connect_data (dialog, "response", G_CALLBACK (on_native_response),
                         question_new (task, NULL, chosen), question_free, 0);
  g_signal_connect_object (gtk_native_dialog_get_transient_for (native), "destroy",
                           G_CALLBACK (on_parent_destroyed), dialog, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (native, TRUE);
  gtk_native_dialog_show (native);
}

char *
desk_history_task_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
