/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/save-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/tell-dialog.h"

#define CHOICE "desk-save-choice"

/* Of a dialogue, and owned by it. */
typedef struct {
  DeskSaveKind *kinds; /* owned */
  guint n_kinds;
  DeskSaveAnswered answered;
  gpointer data;
  GFile *in_the_way; /* while it is asked about; owned */
  guint kind;        /* of that */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->in_the_way);
  g_free (choice->kinds);
  g_free (choice);
}

/* More than an ending, which may be written "HTML". */
static gboolean
has_suffix (const char *name, const char *suffix)
{
  const gsize length = strlen (name);
  const gsize n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (name + length - n, suffix) == 0;
}

/* The number of kinds where none fits. */
static guint
kind_of_name (const Choice *choice, const char *name)
{
  guint n = 0;

  while (n < choice->n_kinds && !has_suffix (name, choice->kinds[n].suffix))
    n++;
  return n;
}

static guint
kind_of_filter (const Choice *choice, GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  for (guint n = 0; filter != NULL && n < choice->n_kinds; n++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _ (choice->kinds[n].label)) == 0)
      return n;
  return 0;
}

/* A name without an ending that we know gets that of the kind chosen. (transfer full) */
static GFile *
read_answer (const Choice *choice, GtkFileChooser *chooser, guint *kind)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *full = NULL;

  *kind = kind_of_name (choice, name);
  if (*kind < choice->n_kinds)
    return g_steal_pointer (&file);
  *kind = kind_of_filter (choice, chooser);
  if (folder == NULL)
    return g_steal_pointer (&file);
  full = g_strconcat (name, choice->kinds[*kind].suffix, NULL);
  return g_file_get_child (folder, full);
}

/* Gives the answer, and drops the dialogue. `file` is what the user chose; NULL: nothing. */
static void
finish (GtkNativeDialog *dialog, GFile *file, guint kind)
{
  const Choice *choice = g_object_get_data (G_OBJECT (dialog), CHOICE);
  const DeskSaveAnswer answer = { file, kind, GTK_FILE_CHOOSER (dialog) };

  choice->answered (&answer, choice->data);
  g_object_unref (dialog);
}

/* Shown anew, it has forgotten the folder, and the name that is in the way has an ending. */
static void
show_again (GtkNativeDialog *dialog, GFile *file)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  gtk_file_chooser_set_current_folder_file (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, shown);
  gtk_native_dialog_show (dialog);
}

static void
on_replace_answered (GtkWidget *question, int response, GtkNativeDialog *dialog)
{
  Choice *choice = g_object_get_data (G_OBJECT (dialog), CHOICE);
  g_autoptr (GFile) file = g_steal_pointer (&choice->in_the_way);

  gtk_widget_destroy (question);
  if (response == GTK_RESPONSE_ACCEPT)
    finish (dialog, file, choice->kind);
  else
    show_again (dialog, file);
}

static void
ask_to_replace (GtkNativeDialog *dialog, GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *question = g_strdup_printf (_ ("Replace “%s”?"), shown);
  g_autofree char *words =
      g_strdup_printf (_ ("The file already exists: %s. Its contents will be lost."), path);
  GtkWidget *asked = desk_ask_dialog_new (gtk_native_dialog_get_transient_for (dialog), question,
                                          words, _ ("_Replace"));

  g_signal_connect (asked, "response", G_CALLBACK (on_replace_answered), dialog);
  gtk_widget_show (asked);
}

/* The chooser has asked about the name as it was written, and knows nothing of the one with an ending. */
static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) written = NULL;
  g_autoptr (GFile) file = NULL;
  guint kind = 0;

  if (response == GTK_RESPONSE_ACCEPT) {
    written = gtk_file_chooser_get_file (chooser);
    file = read_answer (choice, chooser, &kind);
  }
  gtk_native_dialog_hide (dialog);
  if (file != NULL && !g_file_equal (file, written) && g_file_query_exists (file, NULL)) {
    choice->in_the_way = g_steal_pointer (&file);
    choice->kind = kind;
    ask_to_replace (dialog, choice->in_the_way);
  } else {
    finish (dialog, file, kind);
  }
}

/* The ending follows the kind that was chosen, as far as the name has one that we know. */
static void
on_kind_chosen (GtkFileChooser *chooser, GParamSpec *spec, gpointer data)
{
  const Choice *choice = data;
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  const guint before = name != NULL ? kind_of_name (choice, name) : choice->n_kinds;
  const guint kind = kind_of_filter (choice, chooser);
  g_autofree char *renamed = NULL;

  if (before == choice->n_kinds || before == kind)
    return;
  name[strlen (name) - strlen (choice->kinds[before].suffix)] = '\0';
  renamed = g_strconcat (name, choice->kinds[kind].suffix, NULL);
  gtk_file_chooser_set_current_name (chooser, renamed);
}

static void
add_kinds (const Choice *choice, GtkFileChooser *chooser)
{
  for (guint n = 0; n < choice->n_kinds; n++) {
    GtkFileFilter *filter = gtk_file_filter_new ();
    g_autofree char *pattern = g_strconcat ("*", choice->kinds[n].suffix, NULL);

    gtk_file_filter_set_name (filter, _ (choice->kinds[n].label));
    gtk_file_filter_add_pattern (filter, pattern);
    gtk_file_chooser_add_filter (chooser, filter);
  }
}

GtkFileChooserNative *
desk_save_dialog_new (const char *title,
                      GtkWindow *parent,
                      const DeskSaveKind *kinds,
                      guint n_kinds,
                      const char *name)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  Choice *choice = g_new0 (Choice, 1);

  choice->kinds = g_memdup2 (kinds, n_kinds * sizeof *kinds);
  choice->n_kinds = n_kinds;
  g_object_set_data_full (G_OBJECT (dialog), CHOICE, choice, choice_free);
  add_kinds (choice, chooser);
  gtk_file_chooser_set_current_folder (chooser, documents != NULL ? documents : g_get_home_dir ());
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_file_chooser_set_do_overwrite_confirmation (chooser, TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "notify::filter", G_CALLBACK (on_kind_chosen), choice);
  return dialog;
}

void
desk_save_dialog_ask (GtkFileChooserNative *dialog, DeskSaveAnswered answered, gpointer data)
{
  Choice *choice = g_object_get_data (G_OBJECT (dialog), CHOICE);

  choice->answered = answered;
  choice->data = data;
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
