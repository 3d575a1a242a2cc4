/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/classroom-chores.h"

#include <glib/gi18n-lib.h>

#include "app/tell-dialog.h"

char *
desk_classroom_find_folder (GSettings *settings, const char *results)
{
  g_autofree char *uri = g_settings_get_string (settings, DESK_CLASSROOM_KEY);
  g_autoptr (GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  return path != NULL ? path : g_strdup (results);
}

GtkWindow *
desk_classroom_window_of (GtkWidget *page)
{
  return GTK_WINDOW (gtk_widget_get_toplevel (page));
}

/* What is asked, while its dialogue is there; owned. */
typedef struct {
  GtkWidget *page; /* weak; or NULL */
  GSettings *settings;
  GtkFileChooserNative *dialog;
} Question;

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Question *question = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *uri = path != NULL ? g_file_get_uri (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && uri != NULL)
    g_settings_set_string (question->settings, DESK_CLASSROOM_KEY, uri);
  else if (response == GTK_RESPONSE_ACCEPT && question->page != NULL)
    desk_tell_dialog_new (
        desk_classroom_window_of (question->page), GTK_MESSAGE_ERROR,
        _ ("The class cannot be read from there."),
        _ ("There are no files there that can be read. Mount the share, and choose the folder on "
           "it."),
        NULL);
  g_clear_weak_pointer (&question->page);
  g_object_unref (question->settings);
  g_object_unref (question->dialog);
  g_free (question);
}

void
desk_classroom_choose_folder (GtkWidget *page, GSettings *settings, const char *shown)
{
  Question *question = g_new0 (Question, 1);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open a class folder"), desk_classroom_window_of (page),
      GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Open"), _ ("_Cancel"));

  if (shown != NULL)
    gtk_file_chooser_set_filename (GTK_FILE_CHOOSER (dialog), shown);
  g_set_weak_pointer (&question->page, page);
  question->settings = g_object_ref (settings);
  question->dialog = dialog;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
desk_classroom_show_faults (GtkWidget *page, const DeskClassSnapshot *snapshot)
{
  g_autoptr (GPtrArray) lines = desk_class_snapshot_list_faults (snapshot);

  desk_tell_dialog_new (
      desk_classroom_window_of (page), GTK_MESSAGE_INFO, _ ("Journals without a result"),
      _ ("They are in the class folder and are left as they are. All other finished sessions that "
         "match the choices above are in the table; simulated ones only when that mode is chosen."),
      lines);
}
