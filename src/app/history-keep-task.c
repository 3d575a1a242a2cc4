/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gi18n-lib.h>

#include "app/history-task.h"
#include "app/history-tasks.h"
#include "app/history-words.h"
#include "app/history-work.h"
#include "app/tell-dialog.h"
#include "history/history-trainee.h"

/* For how long sessions are kept: chosen, then, when that would delete any, asked, then set. */

typedef struct {
  guint days;
  DeskHistoryHolding older; /* what would go, or went; owned */
} Keep;

static void
keep_free (gpointer data)
{
  Keep *self = data;

  desk_history_holding_clear (&self->older);
  g_free (self);
}

static gboolean
concerns_any (const Keep *self)
{
  return self->older.n_sessions > 0 || self->older.n_files > 0;
}

static const guint choices[] = { 0, 30, 90, 180, 365, 730, 1825 };

static char *
describe_days (guint days)
{
  if (days == 0)
    return g_strdup (_ ("For ever"));
  if (days % 365 == 0)
    return g_strdup_printf (ngettext ("%u year", "%u years", days / 365), days / 365);
  return g_strdup_printf (ngettext ("%u day", "%u days", days), days);
}

/* On the worker. */

static gpointer
count_older (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Keep *self = data;

  return desk_history_survey_older (history, self->days, &self->older, error) ? self : NULL;
}

static gpointer
set_keep (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Keep *self = data;

  return desk_history_set_keep (history, self->days, error) &&
                 desk_history_expire (history, &self->older, error)
             ? self
             : NULL;
}

static void
run (GTask *task, DeskHistoryWork work, guint days, GAsyncReadyCallback callback)
{
  DeskHistoryTask *self = g_task_get_task_data (task);
  Keep *data = g_new0 (Keep, 1);
  const DeskHistoryOrder order = { work, data, keep_free, NULL };

  data->days = days;
  desk_history_work_run (self->path, &order, NULL, callback, task);
}

/* In the window. */

static char *
describe_set (const Keep *keep)
{
  g_autofree char *days = describe_days (keep->days);
  g_autofree char *sessions = desk_history_words_sessions (keep->older.n_sessions);
  g_autofree char *files = desk_history_words_files (keep->older.n_files);

  if (keep->days == 0)
    return g_strdup (_ ("Sessions are kept for ever from now on."));
  if (!concerns_any (keep))
    return g_strdup_printf (_ ("Sessions are kept for %s from now on."), days);
  return g_strdup_printf (_ ("Sessions are kept for %s from now on. Deleted: %s, %s."), days,
                          sessions, files);
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  desk_history_work_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, describe_set (desk_history_work_get_data (result)), g_free);
}

static void
on_delete_answered (GTask *owned, GtkDialog *dialog, int response)
{
  g_autoptr (GTask) task = owned;
  DeskHistoryTask *self = g_task_get_task_data (task);

  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_ACCEPT)
    desk_history_task_return_cancelled (task);
  else
    run (g_steal_pointer (&task), set_keep, self->days, on_set);
}

static GtkWidget *
delete_dialog_new (DeskHistoryTask *self, const Keep *keep)
{
  g_autofree char *days = describe_days (keep->days);
  g_autofree char *sessions = desk_history_words_sessions (keep->older.n_sessions);
  g_autofree char *files = desk_history_words_files (keep->older.n_files);
  g_autofree char *question =
      g_strdup_printf (_ ("Delete what is older than %s: %s, %s?"), days, sessions, files);

  return desk_ask_dialog_new (
      self->parent, question,
      _ ("These sessions of all trainees are deleted now, with their journals and recordings. It "
         "cannot be undone. From now on the same happens to others as they grow older, each time "
         "Frontdesk starts."),
      _ ("_Delete and set"));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskHistoryTask *self = g_task_get_task_data (task);
  const Keep *keep = desk_history_work_get_data (result);
  GError *error = NULL;

  desk_history_work_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (self->parent == NULL)
    desk_history_task_return_cancelled (task);
  else if (!concerns_any (keep))
    run (g_steal_pointer (&task), set_keep, keep->days, on_set);
  else
    desk_history_task_ask (g_steal_pointer (&task), delete_dialog_new (self, keep),
                           on_delete_answered);
}

static guint
chosen_days (GtkDialog *dialog)
{
  GtkComboBox *combo = g_object_get_data (G_OBJECT (dialog), "days");

  return (guint) g_ascii_strtoull (gtk_combo_box_get_active_id (combo), NULL, 10);
}

static void
on_days_chosen (GTask *owned, GtkDialog *dialog, int response)
{
  g_autoptr (GTask) task = owned;
  DeskHistoryTask *self = g_task_get_task_data (task);
  guint days = chosen_days (dialog);
  gboolean changed = days != self->days;

  self->days = days;
  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_ACCEPT || !changed)
    desk_history_task_return_cancelled (task);
  else
    run (g_steal_pointer (&task), count_older, days, on_counted);
}

static void
add_choice (GtkComboBoxText *combo, guint days)
{
  g_autofree char *id = g_strdup_printf ("%u", days);
  g_autofree char *words = describe_days (days);

  gtk_combo_box_text_append (combo, id, words);
}

/* What was set elsewhere may be none of the usual choices. */
static GtkWidget *
chooser_new (guint days)
{
  GtkWidget *combo = gtk_combo_box_text_new ();
  g_autofree char *id = g_strdup_printf ("%u", days);

  for (guint n = 0; n < G_N_ELEMENTS (choices); n++)
    add_choice (GTK_COMBO_BOX_TEXT (combo), choices[n]);
  if (!gtk_combo_box_set_active_id (GTK_COMBO_BOX (combo), id)) {
    add_choice (GTK_COMBO_BOX_TEXT (combo), days);
    gtk_combo_box_set_active_id (GTK_COMBO_BOX (combo), id);
  }
  atk_object_set_name (gtk_widget_get_accessible (combo), _ ("Keep sessions for"));
  gtk_widget_set_halign (combo, GTK_ALIGN_START);
  gtk_widget_show (combo);
  return combo;
}

static GtkWidget *
choose_dialog_new (GtkWindow *parent, guint days)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_OTHER,
      GTK_BUTTONS_NONE, "%s", _ ("How long should sessions be kept?"));
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));
  GtkWidget *combo = chooser_new (days);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s",
      _ ("Older ones, of all trainees, are deleted when Frontdesk starts: results, journals and "
         "recordings. If that concerns any session now, you are asked first."));
  gtk_container_add (GTK_CONTAINER (area), combo);
  g_object_set_data (G_OBJECT (dialog), "days", combo);
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Set"),
                          GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  return dialog;
}

void
desk_history_ask_keep (
    const char *path, guint days, GtkWindow *parent, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = desk_history_task_new (path, NULL, parent, callback, data);
  DeskHistoryTask *self = g_task_get_task_data (task);

  self->days = days;
  desk_history_task_ask (task, choose_dialog_new (parent, days), on_days_chosen);
}
