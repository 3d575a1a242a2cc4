/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-page.h"

#include <glib/gi18n-lib.h>

#include "app/note-label.h"
#include "app/store-choices.h"
#include "app/tell-dialog.h"
#include "app/wrap-box.h"

#define KEY "results-folder"

static void
on_folder_set (GtkFileChooser *chooser, GSettings *settings)
{
  g_autofree char *uri = gtk_file_chooser_get_uri (chooser);

  if (uri != NULL)
    g_settings_set_string (settings, KEY, uri);
}

/* The folder as the user knows it; NULL: none is set. (transfer full) */
static char *
describe_folder (GSettings *settings)
{
  g_autofree char *uri = g_settings_get_string (settings, KEY);
  g_autoptr (GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  return file != NULL ? g_file_get_parse_name (file) : NULL;
}

static void
on_forget_answered (GtkWidget *question, int response, GtkFileChooser *chooser)
{
  GSettings *settings = g_object_get_data (G_OBJECT (chooser), "settings");

  gtk_widget_destroy (question);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  g_settings_reset (settings, KEY);
  gtk_file_chooser_unselect_all (chooser);
}

static void
on_forget (GtkWidget *button, GtkFileChooser *chooser)
{
  GSettings *settings = g_object_get_data (G_OBJECT (chooser), "settings");
  g_autofree char *folder = describe_folder (settings);
  g_autofree char *words = g_strdup_printf (
      _ ("The sessions on this computer are no longer copied to %s. Those already there stay."),
      folder);
  GtkWidget *question = desk_ask_dialog_new (GTK_WINDOW (gtk_widget_get_toplevel (button)),
                                             _ ("Stop handing in?"), words, _ ("_Stop handing in"));

  g_signal_connect_object (question, "response", G_CALLBACK (on_forget_answered), chooser, 0);
  gtk_widget_show (question);
}

/* The button that chooses shows "(None)" for a folder that is away. */

static void
on_looked_for (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkLabel) note = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *folder = g_file_get_parse_name (G_FILE (source));
  g_autofree char *words = g_strdup_printf (_ ("%s cannot be reached now."), folder);
  g_autofree char *uri = g_file_get_uri (G_FILE (source));

  if (g_strcmp0 (uri, g_object_get_data (G_OBJECT (note), "uri")) != 0)
    return; /* another is set meanwhile */
  gtk_label_set_text (note, info == NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (note), info == NULL);
}

static void
look_for_folder (GSettings *settings, const char *key, GtkWidget *note)
{
  g_autofree char *uri = g_settings_get_string (settings, KEY);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  gtk_widget_hide (note);
  g_object_set_data_full (G_OBJECT (note), "uri", g_file_get_uri (file), g_free);
  if (*uri != '\0')
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, NULL, on_looked_for, g_object_ref (note));
}

static GtkWidget *
absence_new (GSettings *settings)
{
  GtkWidget *note = desk_note_label_new ("");

  gtk_widget_set_no_show_all (note, TRUE);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (look_for_folder), note, 0);
  look_for_folder (settings, KEY, note);
  return note;
}

static void
update_forget (GSettings *settings, const char *key, GtkWidget *button)
{
  g_autofree char *uri = g_settings_get_string (settings, KEY);

  gtk_widget_set_sensitive (button, *uri != '\0');
}

static GtkWidget *
forget_new (GSettings *settings, GtkWidget *chooser)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Stop handing in"));

  g_object_set_data_full (G_OBJECT (chooser), "settings", g_object_ref (settings), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_forget), chooser, 0);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (update_forget), button, 0);
  update_forget (settings, KEY, button);
  return button;
}

static GtkWidget *
chooser_new (GSettings *settings)
{
  GtkWidget *chooser =
      gtk_file_chooser_button_new (_ ("Class folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
  g_autofree char *uri = g_settings_get_string (settings, KEY);

  if (*uri != '\0')
    gtk_file_chooser_set_uri (GTK_FILE_CHOOSER (chooser), uri);
  atk_object_set_name (gtk_widget_get_accessible (chooser), _ ("Class folder"));
  g_signal_connect_object (chooser, "file-set", G_CALLBACK (on_folder_set), settings, 0);
  return chooser;
}

static void
add_choice (GtkGrid *grid, GSettings *settings)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Class _folder"));
  GtkWidget *chooser = chooser_new (settings);
  GtkWidget *row = g_object_new (DESK_TYPE_WRAP_BOX, "spacing", 12, NULL);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), chooser);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (chooser, TRUE);
  gtk_container_add (GTK_CONTAINER (row), label);
  gtk_container_add (GTK_CONTAINER (row), chooser);
  gtk_container_add (GTK_CONTAINER (row), forget_new (settings, chooser));
  gtk_grid_attach (grid, row, 0, 0, 1, 1);
  gtk_grid_attach (grid, absence_new (settings), 0, 1, 1, 1);
}

static void
add_school (GtkGrid *grid, DeskHandingIn *handing_in)
{
  g_autofree char *shown = g_filename_display_name (desk_handing_in_get_folder (handing_in));
  g_autofree char *words = g_strdup_printf (_ ("The school has set the class folder: %s (in %s)."),
                                            shown, desk_handing_in_get_school (handing_in));

  gtk_grid_attach (grid, desk_note_label_new (words), 0, 0, 1, 1);
}

GtkWidget *
desk_class_page_new (GSettings *settings, DeskHandingIn *handing_in, DeskStoreSender *sender)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *explanation = desk_note_label_new (_ (
      "Every finished session is copied there once, for the instructor to read: the scenario, what "
      "was done and written, and the trainee’s name. Recordings stay on this computer. The "
      "instructor reads them under Class in the menu, or with “frontdesk class FOLDER”."));

  gtk_grid_set_row_spacing (grid, 12);
  g_object_set (grid, "margin", 18, NULL);
  if (desk_handing_in_get_school (handing_in) != NULL)
    add_school (grid, handing_in);
  else
    add_choice (grid, settings);
  gtk_style_context_add_class (gtk_widget_get_style_context (explanation), "dim-label");
  gtk_grid_attach (grid, explanation, 0, 2, 1, 1);
  gtk_grid_attach (grid, desk_note_label_new_of (DESK_ERRAND (handing_in)), 0, 3, 1, 1);
  gtk_grid_attach (grid, desk_store_choices_new (settings, sender), 0, 4, 1, 1);
  gtk_widget_show_all (GTK_WIDGET (grid));
  return GTK_WIDGET (grid);
}
