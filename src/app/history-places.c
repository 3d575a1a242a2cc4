/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-places.h"

#include <glib/gi18n-lib.h>

#include "app/history-task.h"
#include "app/history-work.h"
#include "app/open-outside.h"
#include "app/plain-label.h"
#include "cli/settings.h"

typedef struct {
  char *path;     /* owned, as all below */
  char *sessions; /* need not be there yet */
  GPtrArray *old; /* of filenames */
} Places;

static void
places_free (gpointer data)
{
  Places *self = data;

  g_free (self->path);
  g_free (self->sessions);
  g_clear_pointer (&self->old, g_ptr_array_unref);
  g_free (self);
}

static gpointer
find (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Places *self = data;

  g_free (self->path);
  g_free (self->sessions);
  self->path = g_strdup (desk_history_get_path (history));
  self->sessions = g_strdup (desk_history_get_sessions (history));
  self->old = desk_history_list_old_files (history);
  return self;
}

/* What lies where it should while the history does not open. */
static Places *
places_new (const char *path)
{
  Places *self = g_new0 (Places, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  self->sessions = g_build_filename (folder, "sessions", NULL);
  return self;
}

static void
add_place (GtkWidget *area, const char *what, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  GtkWidget *label = desk_plain_label_new (shown, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  atk_object_set_name (gtk_widget_get_accessible (label), what);
  atk_object_set_description (gtk_widget_get_accessible (label), shown);
  gtk_container_add (GTK_CONTAINER (area), desk_plain_label_new (what, "desk-place"));
  gtk_container_add (GTK_CONTAINER (area), label);
}

static void
on_response (GtkDialog *dialog, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    desk_open_outside (GTK_WINDOW (dialog), g_object_get_data (G_OBJECT (dialog), "folder"));
  else
    gtk_widget_destroy (GTK_WIDGET (dialog));
}

static void
show (GtkWindow *parent, const Places *places)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_OTHER,
      GTK_BUTTONS_NONE, "%s", _ ("Where everything is kept"));
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));
  g_autofree char *elsewhere = desk_settings_describe_handing_in ();

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s %s",
      elsewhere != NULL ? elsewhere : _ ("All of it stays on this computer."),
      _ ("The journals are the record; the history can be rebuilt from them."));
  add_place (area, _ ("History (results)"), places->path);
  add_place (area, _ ("Journals, recordings and reports"), places->sessions);
  for (guint n = 0; places->old != NULL && n < places->old->len; n++)
    add_place (area, _ ("A history no longer in use"), places->old->pdata[n]);
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("_Open the folder"), GTK_RESPONSE_ACCEPT,
                          _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  g_object_set_data_full (G_OBJECT (dialog), "folder", g_path_get_dirname (places->path), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  gtk_widget_show (dialog);
  gtk_widget_grab_focus (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskHistoryTask *self = g_task_get_task_data (task);

  desk_history_work_finish (result, NULL);
  if (self->parent != NULL)
    show (self->parent, desk_history_work_get_data (result));
  g_task_return_boolean (task, TRUE);
}

void
desk_history_places_show (const char *path, GtkWindow *parent)
{
  const DeskHistoryOrder order = { find, places_new (path), places_free, NULL };

  desk_history_work_run (path, &order, NULL, on_found,
                         desk_history_task_new (path, NULL, parent, NULL, NULL));
}
