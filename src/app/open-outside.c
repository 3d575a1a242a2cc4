/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/open-outside.h"

#include <glib/gi18n-lib.h>

#include "app/tell-dialog.h"

typedef struct {
  GtkWindow *parent; /* owned, as the next */
  char *path;
} Errand;

static void
errand_free (Errand *self)
{
  g_object_unref (self->parent);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
on_copy_clicked (GtkWidget *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");

  gtk_clipboard_set_text (gtk_clipboard_get (GDK_SELECTION_CLIPBOARD), path, -1);
}

/* Copying closes the dialogue, as every button of it does. */
static void
add_copy (GtkWidget *dialog, const char *shown)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Copy the path"));

  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (shown), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy_clicked), NULL);
  gtk_dialog_add_action_widget (GTK_DIALOG (dialog), button, GTK_RESPONSE_APPLY);
  gtk_widget_show (button);
}

static void
tell (const Errand *self, const GError *error)
{
  const gboolean is_folder = g_file_test (self->path, G_FILE_TEST_IS_DIR);
  const char *reason = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)
                           ? _ ("No program on this computer can open this.")
                           : error->message;
  g_autofree char *shown = g_filename_display_name (self->path);
  g_autofree char *words = g_strdup_printf ("%s\n\n%s", reason, shown);

  add_copy (desk_tell_dialog_new (self->parent, GTK_MESSAGE_ERROR,
                                  is_folder ? _ ("The folder could not be opened")
                                            : _ ("The file could not be opened"),
                                  words, NULL),
            shown);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) &&
      gtk_widget_get_visible (GTK_WIDGET (self->parent))) /* it may have been closed */
    tell (self, error);
}

/* gtk_show_uri_on_window() leaves what went wrong unsaid, for it has returned by then. */
void
desk_open_outside (GtkWindow *parent, const char *path)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  Errand *self;

  g_return_if_fail (uri != NULL);
  self = g_new0 (Errand, 1);
  self->parent = g_object_ref (parent);
  self->path = g_strdup (path);
  gdk_app_launch_context_set_screen (context, gtk_window_get_screen (parent));
  gdk_app_launch_context_set_timestamp (context, gtk_get_current_event_time ());
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched,
                                           self);
}
