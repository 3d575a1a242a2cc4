/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-library.h"

#include <glib/gi18n-lib.h>

#include "app/bundle-import.h"
#include "app/let-go.h"
#include "app/library-chores.h"
#include "app/library-page.h"
#include "app/library-settings.h"
#include "app/tell-dialog.h"
#include "app/trainee-name.h"
#include "cli/paths.h"
#include "scenario/folder-watch.h"

struct _DeskWindowLibrary {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  DeskLibraryModel *model;      /* owned, as all below; NULL until the page is asked for */
  GtkWidget *page;
  DeskLibraryChores *chores;
  DeskFolderWatch *watch;  /* of the scenario that is open */
  char *path;              /* of it; or NULL */
  char *sha256;            /* as last read; or NULL: it had faults */
  GCancellable *opening;   /* or NULL */
  gboolean is_stale;       /* the file changed while it was being read */
  gboolean is_catching_up; /* read again only to be sure; a change tells the clips' too */
  gboolean is_again;
  DeskBundle *bundle;  /* about which is being asked; or NULL */
  GPtrArray *left_out; /* notes of the bundle that is being kept; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskWindowLibrary, desk_window_library, G_TYPE_OBJECT)

enum {
  OPENED,
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Opening. */

static void
cancel_opening (DeskWindowLibrary *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

/* TRUE: it was not watched before. */
static gboolean
watch_folder (DeskWindowLibrary *self, const char *folder)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (folders, g_strdup (folder));
  g_ptr_array_add (folders, g_build_filename (folder, "clips", NULL));
  return desk_folder_watch_set (self->watch, folders);
}

static void
settle (DeskWindowLibrary *self, const char *faults)
{
  g_signal_emit (self, signals[SETTLED], 0, faults);
}

static void
settle_opening (DeskWindowLibrary *self, const DeskOpening *opening)
{
  g_autofree char *faults =
      opening->scenario == NULL ? desk_diagnostics_to_text (opening->diagnostics) : NULL;

  settle (self, faults);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskOpening) opening = desk_opening_finish (result);
  DeskWindowLibrary *self = data;
  const char *sha256;
  gboolean is_same, is_unwatched;

  if (opening == NULL) /* cancelled */
    return;
  g_clear_object (&self->opening);
  sha256 = opening->scenario != NULL ? opening->scenario->sha256 : NULL;
  is_same = self->is_catching_up && sha256 != NULL && g_strcmp0 (sha256, self->sha256) == 0;
  self->is_catching_up = FALSE;
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
  is_unwatched = !self->is_again && watch_folder (self, opening->folder);
  if (!is_same)
    g_signal_emit (self, signals[OPENED], 0, opening, self->is_again);
  if (!self->is_again)
    settle_opening (self, opening);
  if (is_unwatched || self->is_stale) { /* it may have changed after it was read */
    self->is_catching_up = !self->is_stale;
    desk_window_library_reload (self);
  }
}

static void
begin_opening (DeskWindowLibrary *self, gboolean again)
{
  cancel_opening (self);
  self->is_stale = FALSE;
  self->is_again = again;
  self->is_catching_up = self->is_catching_up && again;
  self->opening = g_cancellable_new ();
  desk_opening_run (self->path, self->opening, on_opened, self);
}

static void
open_scenario (DeskWindowLibrary *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  begin_opening (self, FALSE);
}

void
desk_window_library_follow (DeskWindowLibrary *self, const char *path, const DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  cancel_opening (self);
  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->sha256);
  self->sha256 = g_strdup (scenario->sha256);
  watch_folder (self, scenario->folder);
}

void
desk_window_library_reload (DeskWindowLibrary *self)
{
  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  if (self->opening != NULL)
    self->is_stale = TRUE;
  else if (self->path != NULL)
    begin_opening (self, TRUE);
}

void
desk_window_library_open_again (DeskWindowLibrary *self)
{
  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  if (self->path != NULL)
    begin_opening (self, FALSE);
}

void
desk_window_library_close_scenario (DeskWindowLibrary *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  cancel_opening (self);
  g_clear_pointer (&self->path, g_free);
  desk_folder_watch_set (self->watch, none);
}

/* Bundles. */

static void
tell_failure (DeskWindowLibrary *self, const char *what, const GError *error)
{
  g_autofree char *faults = g_strdup_printf ("%s %s", what, error->message);

  desk_tell_dialog_new (GTK_WINDOW (self->window), GTK_MESSAGE_ERROR, what, error->message, NULL);
  settle (self, faults);
}

static void
tell_of_left_out (DeskWindowLibrary *self)
{
  g_autoptr (GPtrArray) notes = g_steal_pointer (&self->left_out);

  if (notes != NULL && notes->len > 0)
    desk_tell_dialog_new (
        GTK_WINDOW (self->window), GTK_MESSAGE_INFO, _ ("Not everything in the bundle was kept"),
        _ ("The scenario can be opened. What it has no use for was left out:"), notes);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = desk_bundle_import_keep_finish (result, &error);
  DeskWindowLibrary *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (path == NULL) {
    tell_failure (self, _ ("The scenario could not be saved."), error);
    return;
  }
  if (self->page != NULL) {
    desk_library_model_refresh (self->model);
    desk_library_page_choose (DESK_LIBRARY_PAGE (self->page), path);
  }
  open_scenario (self, path);
  tell_of_left_out (self);
}

static void
keep_bundle (DeskWindowLibrary *self, gboolean replace)
{
  cancel_opening (self);
  self->opening = g_cancellable_new ();
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  self->left_out = g_ptr_array_ref (self->bundle->notes);
  desk_bundle_import_keep (g_steal_pointer (&self->bundle), replace, self->opening, on_kept, self);
}

enum {
  RESPONSE_REPLACE = 1,
  RESPONSE_BOTH,
};

static void
on_replace_answered (DeskWindowLibrary *self, int response, GtkWidget *dialog)
{
  gtk_widget_destroy (dialog);
  if (self->bundle == NULL)
    return;
  if (response == RESPONSE_REPLACE || response == RESPONSE_BOTH) {
    keep_bundle (self, response == RESPONSE_REPLACE);
  } else {
    g_clear_pointer (&self->bundle, desk_bundle_free);
    settle (self, NULL);
  }
}

static void
ask_about_bundle (DeskWindowLibrary *self)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      GTK_WINDOW (self->window), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
      GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, _ ("There is a scenario “%s” among yours already"),
      self->bundle->name);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s",
      _ ("If you replace it, the old one goes to the wastebasket. If you keep both, the new one "
         "gets a number after its name."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Replace"),
                          RESPONSE_REPLACE, _ ("Keep _both"), RESPONSE_BOTH, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), RESPONSE_BOTH);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Frontdesk"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_replace_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (dialog);
}

static void
on_unpacked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskBundle *bundle = desk_bundle_import_unpack_finish (result, &error);
  DeskWindowLibrary *self = data;
  g_autofree char *path = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (bundle == NULL) {
    tell_failure (self, _ ("This bundle was not opened, and nothing of it was kept."), error);
    return;
  }
  g_clear_pointer (&self->bundle, desk_bundle_free);
  self->bundle = bundle;
  path = g_build_filename (bundle->parent, bundle->name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    ask_about_bundle (self);
  else
    keep_bundle (self, FALSE);
}

static void
import (DeskWindowLibrary *self, const char *path)
{
  g_autofree char *parent = desk_paths_own_scenarios ();

  cancel_opening (self);
  self->opening = g_cancellable_new ();
  desk_bundle_import_unpack (path, parent, self->opening, on_unpacked, self);
}

void
desk_window_library_open (DeskWindowLibrary *self, const char *path)
{
  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  if (desk_bundle_is_one (path))
    import (self, path);
  else
    open_scenario (self, path);
}

/* The page. */

void
desk_window_library_refresh (DeskWindowLibrary *self)
{
  g_autofree char *history = desk_history_default_path ();
  g_autofree char *trainee = desk_trainee_name_recall ();
  g_autoptr (GPtrArray) added = desk_library_settings_list ();

  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  if (self->model == NULL)
    return;
  desk_library_model_set_folders (self->model, NULL, NULL, added);
  desk_library_model_read_scores (self->model, history, *trainee != '\0' ? trainee : NULL);
}

GtkWidget *
desk_window_library_get_page (DeskWindowLibrary *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_LIBRARY (self), NULL);
  if (self->page == NULL) {
    self->model = desk_library_model_new ();
    self->page = g_object_ref_sink (desk_library_page_new (self->model));
    g_signal_connect_object (self->page, "open", G_CALLBACK (desk_window_library_open), self,
                             G_CONNECT_SWAPPED);
    self->chores = desk_library_chores_new (DESK_LIBRARY_PAGE (self->page));
    g_signal_connect_object (self->chores, "open", G_CALLBACK (desk_window_library_open), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->chores, "changed", G_CALLBACK (desk_window_library_refresh),
                             self, G_CONNECT_SWAPPED);
  }
  return self->page;
}

DeskLibraryModel *
desk_window_library_get_model (DeskWindowLibrary *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_LIBRARY (self), NULL);
  if (self->page == NULL) {
    desk_window_library_get_page (self);
    desk_window_library_refresh (self);
  }
  return self->model;
}

void
desk_window_library_forget_page (DeskWindowLibrary *self)
{
  g_return_if_fail (DESK_IS_WINDOW_LIBRARY (self));
  if (self->page != NULL)
    gtk_widget_destroy (self->page);
  g_clear_object (&self->chores);
  g_clear_object (&self->page);
  desk_let_go (&self->model);
}

static void
desk_window_library_dispose (GObject *object)
{
  DeskWindowLibrary *self = DESK_WINDOW_LIBRARY (object);

  cancel_opening (self);
  g_clear_pointer (&self->bundle, desk_bundle_free);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  desk_window_library_forget_page (self);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->sha256, g_free);
  G_OBJECT_CLASS (desk_window_library_parent_class)->dispose (object);
}

static void
desk_window_library_class_init (DeskWindowLibraryClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_window_library_dispose;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_window_library_init (DeskWindowLibrary *self)
{
  self->watch = desk_folder_watch_new ();
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (desk_window_library_reload), self,
                           G_CONNECT_SWAPPED);
}

DeskWindowLibrary *
desk_window_library_new (GtkApplicationWindow *window)
{
  DeskWindowLibrary *self = g_object_new (DESK_TYPE_WINDOW_LIBRARY, NULL);

  self->window = window;
  return self;
}
