/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-saver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/whole-file.h"
#include "classroom/class-report.h"

static const struct {
  const char *suffix;
  const char *label;
} kinds[] = {
  { ".html", N_ ("Page to print or to send (HTML)") },
  { ".csv", N_ ("Table, a row a trainee and scenario (CSV)") },
  { ".json", N_ ("All of it, for other programs (JSON)") },
};

#define N_KINDS G_N_ELEMENTS (kinds)

typedef struct {
  DeskClassSnapshot *snapshot;  /* owned, as the next two */
  GtkFileChooserNative *dialog; /* NULL once it was answered */
  GFile *file;
  guint kind;
  gboolean keep; /* a file that has been there as a backup: nobody was asked whether it may go */
  DeskClassReportDone done;
  gpointer data;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  desk_class_snapshot_unref (save->snapshot);
  g_clear_object (&save->dialog);
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

  if (desk_whole_file_put (save->file, bytes, save->keep, cancellable, &error))
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

  if (g_task_propagate_boolean (G_TASK (result), &error))
    words = g_strdup_printf (_ ("Saved as %s"), name);
  else
    words = g_strdup_printf (_ ("The class was not saved: %s"), error->message);
  save->done (words, error != NULL, save->data);
}

/* The dialogue. */

static int
kind_of_name (const char *name)
{
  for (guint n = 0; n < N_KINDS; n++)
    if (g_str_has_suffix (name, kinds[n].suffix))
      return (int) n;
  return -1;
}

static guint
kind_of_filter (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  for (guint n = 0; n < N_KINDS; n++)
    if (filter != NULL && g_strcmp0 (gtk_file_filter_get_name (filter), _ (kinds[n].label)) == 0)
      return n;
  return 0;
}

/* A name without an ending that we know gets that of the kind chosen. */
static void
take_target (Save *save, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  const int kind = kind_of_name (name);
  g_autofree char *full = NULL;

  save->kind = kind >= 0 ? (guint) kind : kind_of_filter (chooser);
  save->keep = kind < 0;
  full = kind >= 0 ? g_strdup (name) : g_strconcat (name, kinds[save->kind].suffix, NULL);
  save->file = folder != NULL ? g_file_get_child (folder, full) : g_object_ref (file);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Save *save = data;
  g_autoptr (GTask) task = NULL;

  gtk_native_dialog_hide (dialog);
  if (response != GTK_RESPONSE_ACCEPT) {
    save->done (NULL, FALSE, save->data);
    save_free (save);
    return;
  }
  take_target (save, GTK_FILE_CHOOSER (dialog));
  task = g_task_new (NULL, NULL, on_written, NULL);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, write_file);
}

/* The ending follows the kind that was chosen. */
static void
on_kind_chosen (GtkFileChooser *chooser)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  const int before = name != NULL ? kind_of_name (name) : -1;
  const guint kind = kind_of_filter (chooser);
  g_autofree char *renamed = NULL;

  if (before < 0 || (guint) before == kind)
    return;
  name[strlen (name) - strlen (kinds[before].suffix)] = '\0';
  renamed = g_strconcat (name, kinds[kind].suffix, NULL);
  gtk_file_chooser_set_current_name (chooser, renamed);
}

static void
add_kinds (GtkFileChooser *chooser)
{
  for (guint n = 0; n < N_KINDS; n++) {
    GtkFileFilter *filter = gtk_file_filter_new ();
    g_autofree char *pattern = g_strconcat ("*", kinds[n].suffix, NULL);

    gtk_file_filter_set_name (filter, _ (kinds[n].label));
    gtk_file_filter_add_pattern (filter, pattern);
    gtk_file_chooser_add_filter (chooser, filter);
  }
}

/* "Class, 2026-11-28.html" */
static char *
proposed_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("%s, %s.html", _ ("Class"), day);
}

static GtkFileChooserNative *
dialog_new (GtkWindow *parent)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save the class"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = proposed_name ();

  add_kinds (chooser);
  gtk_file_chooser_set_current_folder (chooser, documents != NULL ? documents : g_get_home_dir ());
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_file_chooser_set_do_overwrite_confirmation (chooser, TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "notify::filter", G_CALLBACK (on_kind_chosen), NULL);
  return dialog;
}

void
desk_class_save (DeskClassSnapshot *snapshot,
                 GtkWindow *parent,
                 DeskClassReportDone done,
                 gpointer data)
{
  Save *save = g_new0 (Save, 1);

  save->snapshot = desk_class_snapshot_ref (snapshot);
  save->dialog = dialog_new (parent);
  save->done = done;
  save->data = data;
  g_signal_connect (save->dialog, "response", G_CALLBACK (on_response), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->dialog));
}
