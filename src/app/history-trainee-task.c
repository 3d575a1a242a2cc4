/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gi18n-lib.h>

#include "app/history-task.h"
#include "app/history-tasks.h"
#include "app/history-words.h"
#include "app/history-work.h"
#include "app/progress-dialog.h"
#include "app/tell-dialog.h"
#include "cli/settings.h"
#include "history/history-trainee.h"
#include "report/words.h"

/* One trainee's data as a whole: copied to a folder, or deleted. */

#define MOST_NAME_BYTES 80 /* of a file's name, of which most systems take 255 */

typedef struct {
  char *trainee; /* owned, as all below */
  char *folder;  /* to export to */
  DeskHistoryHolding holding;
  DeskWorkProgress *progress;
  GCancellable *cancellable;
} Work;

static Work *
work_new (const char *trainee, const char *folder)
{
  Work *self = g_new0 (Work, 1);

  self->trainee = g_strdup (trainee);
  self->folder = g_strdup (folder);
  self->progress = desk_work_progress_new ();
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_free (self->trainee);
  g_free (self->folder);
  desk_history_holding_clear (&self->holding);
  desk_work_progress_unref (self->progress);
  g_object_unref (self->cancellable);
  g_free (self);
}

static gpointer
survey (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *self = data;

  return desk_history_survey (history, self->trainee, &self->holding, error) ? self : NULL;
}

static gpointer
delete_all (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *self = data;

  return desk_history_delete (history, self->trainee, &self->holding, error) ? self : NULL;
}

static gpointer
export_all (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *self = data;

  return desk_history_export (history, self->trainee, self->folder, &self->holding,
                              desk_work_progress_tell, self->progress, self->cancellable, error)
             ? self
             : NULL;
}

/* "12 sessions, 25 files, 3.4 MB" */
static char *
describe_holding (const DeskHistoryHolding *holding)
{
  g_autofree char *sessions = desk_history_words_sessions (holding->n_sessions);
  g_autofree char *files = desk_history_words_files (holding->n_files);
  g_autofree char *size = g_format_size (holding->n_bytes);

  return g_strdup_printf ("%s, %s, %s", sessions, files, size);
}

static GPtrArray *
describe_left (const DeskHistoryHolding *holding)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; holding->left != NULL && n < holding->left->len; n++) {
    const DeskHistoryFault *left = holding->left->pdata[n];

    g_ptr_array_add (lines, g_strdup_printf ("%s: %s", left->path, left->reason));
  }
  return lines;
}

/* Returns `words`, or tells them at once with the files that were left. */
static void
return_told (GTask *task, const char *words, const char *left_words, const Work *work)
{
  DeskHistoryTask *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) left = describe_left (&work->holding);

  if (left->len == 0 || self->parent == NULL) {
    g_task_return_pointer (task, g_strdup (words), g_free);
    return;
  }
  desk_tell_dialog_new (self->parent, GTK_MESSAGE_WARNING, words, left_words, left);
  g_task_return_pointer (task, NULL, NULL);
}

/* Deleting. */

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Work *work = desk_history_work_get_data (result);
  g_autofree char *holding = NULL;
  g_autofree char *words = NULL;
  GError *error = NULL;

  desk_history_work_finish (result, &error);
  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  holding = describe_holding (&work->holding);
  words = g_strdup_printf (_ ("Everything about “%s” on this computer was deleted: %s."),
                           work->trainee, holding);
  return_told (task, words, _ ("These files hold the trainee’s data too, and are still there:"),
               work);
}

static void
on_delete_answered (GTask *owned, GtkDialog *dialog, int response)
{
  g_autoptr (GTask) task = owned;
  DeskHistoryTask *self = g_task_get_task_data (task);
  DeskHistoryOrder order = { .work = delete_all, .data_free = work_free };

  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_ACCEPT) {
    desk_history_task_return_cancelled (task);
    return;
  }
  order.data = work_new (self->trainee, NULL);
  desk_history_work_run (self->path, &order, NULL, on_deleted, g_steal_pointer (&task));
}

static char *
describe_consequence (const Work *work)
{
  g_autofree char *holding = describe_holding (&work->holding);
  guint n_left = work->holding.left != NULL ? work->holding.left->len : 0;
  g_autofree char *words = g_strdup_printf (
      _ ("This deletes %s: results, journals, recordings and reports, also of shifts that were "
         "never finished. It cannot be undone. Export them first if they may be needed."),
      holding);
  g_autofree char *elsewhere = desk_settings_describe_handing_in ();
  g_autofree char *left = g_strdup_printf (
      ngettext ("%u file elsewhere is left alone, and listed afterwards.",
                "%u files elsewhere are left alone, and listed afterwards.", n_left),
      n_left);

  return g_strjoin ("\n", words, n_left > 0 ? left : elsewhere, n_left > 0 ? elsewhere : NULL,
                    NULL);
}

static void
on_surveyed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskHistoryTask *self = g_task_get_task_data (task);
  g_autofree char *question = NULL;
  g_autofree char *consequence = NULL;
  GError *error = NULL;

  desk_history_work_finish (result, &error);
  if (error != NULL) {
    g_task_return_error (task, error);
  } else if (self->parent == NULL) {
    desk_history_task_return_cancelled (task);
  } else {
    question = g_strdup_printf (_ ("Delete everything about “%s”?"), self->trainee);
    consequence = describe_consequence (desk_history_work_get_data (result));
    desk_history_task_ask (
        g_steal_pointer (&task),
        desk_ask_dialog_new (self->parent, question, consequence, _ ("_Delete everything")),
        on_delete_answered);
  }
}

void
desk_history_ask_delete (const char *path,
                         const char *trainee,
                         GtkWindow *parent,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  const DeskHistoryOrder order = { survey, work_new (trainee, NULL), work_free, NULL };

  desk_history_work_run (path, &order, NULL, on_surveyed,
                         desk_history_task_new (path, trainee, parent, callback, data));
}

/* Exporting. */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskHistoryTask *self = g_task_get_task_data (task);
  const Work *work = desk_history_work_get_data (result);
  g_autofree char *holding = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;
  GError *error = NULL;

  desk_history_work_finish (result, &error);
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  holding = describe_holding (&work->holding);
  shown = g_filename_display_name (work->folder);
  words = g_strdup_printf (
      _ ("Everything about “%s” was copied to %s: %s, with a table of the sessions as CSV and "
         "JSON."),
      work->trainee, shown, holding);
  return_told (task, words, _ ("These files could not be copied:"), work);
}

void
desk_history_export_to (const char *path,
                        const char *trainee,
                        const char *folder,
                        GtkWindow *parent,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = desk_history_task_new (path, trainee, parent, callback, data);
  DeskHistoryTask *self = g_task_get_task_data (task);
  Work *work = work_new (trainee, folder);
  const DeskHistoryOrder order = { export_all, work, work_free, NULL };

  g_set_weak_pointer (&self->dialog, desk_progress_dialog_new (parent, _ ("Exporting"),
                                                               work->progress, work->cancellable));
  desk_history_work_run (path, &order, NULL, on_exported, task);
}

/* The name of a folder for the data of `trainee`, whatever that name holds. */
static char *
folder_name (const char *trainee)
{
  g_autofree char *tame = desk_words_tame (trainee);
  const char *end;
  GString *name = g_string_new ("frontdesk-");

  for (const char *at = tame; *at != '\0' && name->len < MOST_NAME_BYTES; at = end) {
    gunichar letter = g_utf8_get_char (at);

    end = g_utf8_next_char (at);
    if (g_unichar_isalnum (letter) || g_unichar_ismark (letter))
      g_string_append_unichar (name, letter);
    else if (name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  }
  return g_string_free (name, FALSE);
}

/* One in `parent` that is not there yet. */
static char *
new_folder_path (const char *parent, const char *trainee)
{
  g_autofree char *name = folder_name (trainee);
  char *path = g_build_filename (parent, name, NULL);

  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++) {
    g_autofree char *numbered = g_strdup_printf ("%s-%u", name, n);

    g_free (path);
    path = g_build_filename (parent, numbered, NULL);
  }
  return path;
}

static void
on_export_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *words = desk_history_task_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, words, g_free);
}

static void
on_export_folder_chosen (GTask *owned, GtkFileChooser *dialog, int response)
{
  g_autoptr (GTask) task = owned;
  DeskHistoryTask *self = g_task_get_task_data (task);
  g_autofree char *parent = NULL;
  g_autofree char *folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    parent = gtk_file_chooser_get_filename (dialog);
  if (parent == NULL || self->parent == NULL) {
    desk_history_task_return_cancelled (task);
    return;
  }
  folder = new_folder_path (parent, self->trainee);
  desk_history_export_to (self->path, self->trainee, folder, self->parent, on_export_done,
                          g_object_ref (task));
}

void
desk_history_ask_export (const char *path,
                         const char *trainee,
                         GtkWindow *parent,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Choose where to put a new folder with everything about “%s”"), trainee);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Export here"), _ ("_Cancel"));

  desk_history_task_ask_native (desk_history_task_new (path, trainee, parent, callback, data),
                                dialog, on_export_folder_chosen);
}
