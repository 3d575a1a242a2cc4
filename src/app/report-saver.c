/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/report-saver.h"

#include <glib/gi18n-lib.h>

#include "report/report.h"

typedef char *(*WriteText) (const DeskScorecard *scorecard);

/* PDF alone is no text and can fail. */
static const struct {
  const char *suffix;
  const char *name;
  WriteText write; /* NULL: PDF */
} formats[] = {
  { ".html", N_ ("Web page, for reading (HTML)"), desk_report_to_html },
  { ".pdf", N_ ("Document, for printing (PDF)"), NULL },
  { ".csv", N_ ("Table, a row a call (CSV)"), desk_report_to_csv },
  { ".json", N_ ("Data, everything (JSON)"), desk_report_to_json },
};

/* The format that a file called `name` asks for, or -1. */
static int
format_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (name, formats[i].suffix))
      return (int) i;
  return -1;
}

static GBytes *
write_report (DeskScorecard *scorecard, guint format, GError **error)
{
  char *text;

  if (formats[format].write == NULL)
    return desk_report_to_pdf (scorecard, error);
  text = formats[format].write (scorecard);
  return g_bytes_new_take (text, strlen (text));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

static guint
chosen_filter (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (filter != NULL && g_strcmp0 (gtk_file_filter_get_name (filter), _ (formats[i].name)) == 0)
      return i;
  return 0;
}

/* A name without a suffix we know gets that of the format chosen in the dialogue; then nobody was
 * asked whether a file of that name may go, and it is kept as a backup. */
static GFile *
file_to_write (GtkFileChooser *chooser, guint *format, gboolean *keep)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *full = NULL;
  int known = format_of (name);

  *format = known >= 0 ? (guint) known : chosen_filter (chooser);
  *keep = known < 0;
  if (known >= 0 || folder == NULL)
    return g_steal_pointer (&file);
  full = g_strconcat (name, formats[*format].suffix, NULL);
  return g_file_get_child (folder, full);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) report = NULL;
  GError *error = NULL;
  gboolean keep;
  guint format;

  gtk_native_dialog_hide (dialog);
  if (response != GTK_RESPONSE_ACCEPT) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Not saved"));
    return;
  }
  file = file_to_write (GTK_FILE_CHOOSER (dialog), &format, &keep);
  report = write_report (g_task_get_task_data (task), format, &error);
  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (file, report, NULL, keep, G_FILE_CREATE_NONE, NULL,
                                         on_written, g_steal_pointer (&task));
}

static void
add_filters (GtkFileChooser *chooser)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    GtkFileFilter *filter = gtk_file_filter_new ();
    g_autofree char *pattern = g_strconcat ("*", formats[i].suffix, NULL);

    gtk_file_filter_set_name (filter, _ (formats[i].name));
    gtk_file_filter_add_pattern (filter, pattern);
    gtk_file_chooser_add_filter (chooser, filter);
  }
}

void
desk_report_save (DeskScorecard *scorecard,
                  GtkWindow *parent,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save the report"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = g_strdup_printf ("%s.html", scorecard->scenario->id);

  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  g_task_set_task_data (task, desk_scorecard_ref (scorecard),
                        (GDestroyNotify) desk_scorecard_unref);
  g_object_set_data_full (G_OBJECT (task), "dialog", dialog, g_object_unref);
  add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
desk_report_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
