/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/library-chores.h"

#include <glib/gi18n-lib.h>

#include "app/library-settings.h"
#include "app/menu-parts.h"
#include "app/open-outside.h"
#include "app/tell-dialog.h"
#include "cli/paths.h"
#include "cli/scenario-template.h"
#include "scenario/scenario-folder.h"

struct _DeskLibraryChores {
  GObject parent_instance;

  DeskLibraryPage *page;       /* borrowed */
  GSimpleActionGroup *actions; /* owned, as below */
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;                              /* while one is open; or NULL */
  void (*chosen) (DeskLibraryChores *self, const char *path); /* and what becomes of the choice */
  const char *untold; /* translated, static: what failed, and was not told yet; or NULL */
  GError *reason;     /* why */
};

G_DEFINE_FINAL_TYPE (DeskLibraryChores, desk_library_chores, G_TYPE_OBJECT)

enum {
  OPEN,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWindow *
get_window (DeskLibraryChores *self)
{
  return GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self->page)));
}

static void
tell_what_waits (DeskLibraryChores *self)
{
  if (self->untold == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    return;
  desk_tell_dialog_new (get_window (self), GTK_MESSAGE_ERROR, self->untold, self->reason->message,
                        NULL);
  self->untold = NULL;
}

/* Copying and deleting take their time on a slow disk, and the page may have been left meanwhile: then it is
 * told when the user comes back to it. `what` is translated, and static. */
static void
complain (DeskLibraryChores *self, const char *what, const GError *error)
{
  self->untold = what;
  g_clear_error (&self->reason);
  self->reason = g_error_copy (error);
  tell_what_waits (self);
}

/* Menus. */

static void
add_removals (GMenu *section)
{
  g_autoptr (GPtrArray) folders = desk_library_settings_list ();

  for (guint n = 0; n < folders->len; n++) {
    g_autofree char *shown = g_filename_display_name (folders->pdata[n]);
    g_autofree char *escaped = desk_menu_escape (shown);
    g_autofree char *label =
        g_strdup_printf (_ ("Remove the folder “%s” from the library"), escaped);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    /* Found by its path, not its position: another window may have changed the list meanwhile. */
    g_menu_item_set_action_and_target_value (item, "library.remove",
                                             g_variant_new_bytestring (folders->pdata[n]));
    g_menu_append_item (section, item);
  }
}

static GMenuModel *
all_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = desk_menu_add_section (menu);

  g_menu_append (section, _ ("_Open a scenario or bundle…"), "library.open-file");
  g_menu_append (section, _ ("Open a scenario’s _folder…"), "library.open-folder");
  g_menu_append (section, _ ("_Add a folder of scenarios…"), "library.add");
  g_menu_append (section, _ ("_New scenario"), "library.new");
  add_removals (desk_menu_add_section (menu));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
chosen_menu_new (const DeskLibraryEntry *entry)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = desk_menu_add_section (menu);

  if (entry == NULL)
    return G_MENU_MODEL (menu);
  g_menu_append (section, _ ("_Show in the file manager"), "library.show");
  if (entry->origin != DESK_ORIGIN_BUNDLED)
    g_menu_append (section, _ ("_Edit the file"), "library.edit");
  if (entry->origin != DESK_ORIGIN_OWN) {
    g_menu_append (section, _ ("_Copy to my scenarios to change it"), "library.copy");
  } else {
    g_menu_append (section, _ ("D_uplicate"), "library.copy");
    g_menu_append (section, _ ("_Delete from my scenarios…"), "library.delete");
  }
  return G_MENU_MODEL (menu);
}

static void
show_menus (DeskLibraryChores *self)
{
  g_autoptr (GMenuModel) all = all_menu_new ();
  g_autoptr (GMenuModel) chosen = chosen_menu_new (desk_library_page_get_chosen (self->page));

  desk_library_page_set_menus (self->page, chosen, all);
}

/* Opening from elsewhere, and folders. */

static void
on_chosen (DeskLibraryChores *self, int response, GtkFileChooserNative *chooser)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT
                              ? gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser))
                              : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    self->chosen (self, path);
}

static void
show_chooser (DeskLibraryChores *self,
              GtkFileChooserAction kind,
              const char *title,
              const char *yes,
              void (*chosen) (DeskLibraryChores *self, const char *path))
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, get_window (self), kind, yes, _ ("_Cancel"));
  self->chosen = chosen;
  if (kind == GTK_FILE_CHOOSER_ACTION_OPEN) {
    GtkFileFilter *filter = gtk_file_filter_new ();
    static const char *const patterns[] = { "scenario.yaml", "*.zip", "*.tar", "*.tar.gz",
                                            "*.tgz" };

    for (guint n = 0; n < G_N_ELEMENTS (patterns); n++)
      gtk_file_filter_add_pattern (filter, patterns[n]);
    gtk_file_filter_set_name (filter, _ ("Scenarios and bundles"));
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_path (DeskLibraryChores *self, const char *path)
{
  g_signal_emit (self, signals[OPEN], 0, path);
}

static void
on_open_file (GSimpleAction *action, GVariant *target, gpointer data)
{
  show_chooser (data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a scenario or bundle"), _ ("_Open"),
                open_path);
}

static void
on_open_folder (GSimpleAction *action, GVariant *target, gpointer data)
{
  show_chooser (data, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Open a scenario’s folder"),
                _ ("_Open"), open_path);
}

static void
add_folder (DeskLibraryChores *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!desk_library_settings_add (path, &error))
    complain (self, _ ("The folder could not be added."), error);
  show_menus (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_add (GSimpleAction *action, GVariant *target, gpointer data)
{
  show_chooser (data, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Add a folder of scenarios"),
                _ ("_Add"), add_folder);
}

static void
on_remove (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_library_settings_remove (g_variant_get_bytestring (target), &error))
    complain (self, _ ("The folder could not be removed from the library."), error);
  show_menus (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* New. */

/* `path` is of its folder; what is opened from there is its file. */
static void
show_made (DeskLibraryChores *self, const char *path)
{
  g_autofree char *file = g_build_filename (path, "scenario.yaml", NULL);
  g_autofree char *shown = g_filename_display_name (file);
  g_autofree char *words = g_strdup_printf (_ ("Made: %s"), shown);

  desk_library_page_choose (self->page, path);
  desk_library_page_tell (self->page, words, file);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_new (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  g_autofree char *parent = desk_paths_own_scenarios ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  path = desk_scenario_folder_free_path (parent, _ ("my-shift"));
  if (!desk_scenario_template_write (path, &error)) {
    complain (self, _ ("The scenario could not be created."), error);
    return;
  }
  show_made (self, path);
}

/* The chosen one. */

static void
on_open (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  const DeskLibraryEntry *entry = desk_library_page_get_chosen (self->page);

  if (entry != NULL)
    g_signal_emit (self, signals[OPEN], 0, entry->folder);
}

static void
on_show (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  const DeskLibraryEntry *entry = desk_library_page_get_chosen (self->page);

  if (entry != NULL)
    desk_open_outside (get_window (self), entry->folder);
}

static void
on_edit (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  const DeskLibraryEntry *entry = desk_library_page_get_chosen (self->page);
  g_autofree char *file =
      entry != NULL ? g_build_filename (entry->folder, "scenario.yaml", NULL) : NULL;

  if (file != NULL)
    desk_open_outside (get_window (self), file);
}

static void
copy (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_autofree char *parent = desk_paths_own_scenarios ();
  GError *error = NULL;
  char *path = desk_scenario_folder_copy (folder, parent, cancellable, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  DeskLibraryChores *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (path == NULL) {
    complain (self, _ ("The scenario could not be copied."), error);
    return;
  }
  show_made (self, path);
}

static void
run_task (DeskLibraryChores *self,
          const char *folder,
          GTaskThreadFunc work,
          GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, done, self);

  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, work);
}

static void
on_copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  const DeskLibraryEntry *entry = desk_library_page_get_chosen (self->page);

  if (entry != NULL)
    run_task (self, entry->folder, copy, on_copied);
}

static void
throw_away (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GError *error = NULL;

  if (g_file_trash (file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_thrown_away (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskLibraryChores *self = data;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    complain (self, _ ("The scenario could not be put into the wastebasket, so it stays."), error);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_delete_answered (DeskLibraryChores *self, int response, GtkWidget *dialog)
{
  const char *folder = g_object_get_data (G_OBJECT (dialog), "folder");

  if (response == GTK_RESPONSE_ACCEPT)
    run_task (self, folder, throw_away, on_thrown_away);
  gtk_widget_destroy (dialog);
}

static void
on_delete (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskLibraryChores *self = data;
  const DeskLibraryEntry *entry = desk_library_page_get_chosen (self->page);
  g_autofree char *question = NULL;
  GtkWidget *dialog;

  if (entry == NULL || entry->origin != DESK_ORIGIN_OWN)
    return;
  question = g_strdup_printf (_ ("Delete “%s” from your scenarios?"), entry->title);
  dialog = desk_ask_dialog_new (get_window (self), question,
                                _ ("Its folder goes to the wastebasket, with its clips."),
                                _ ("_Delete"));
  g_object_set_data_full (G_OBJECT (dialog), "folder", g_strdup (entry->folder), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (dialog);
}

/* What is dropped on the page: a folder that is no scenario is added. */
static void
on_drop (DeskLibraryChores *self,
         GdkDragContext *context,
         int x,
         int y,
         GtkSelectionData *selection,
         guint info,
         guint time)
{
  g_auto (GStrv) uris = gtk_selection_data_get_uris (selection);
  g_autofree char *path =
      uris != NULL && uris[0] != NULL ? g_filename_from_uri (uris[0], NULL, NULL) : NULL;
  g_autofree char *file = path != NULL ? g_build_filename (path, "scenario.yaml", NULL) : NULL;

  gtk_drag_finish (context, path != NULL, FALSE, time);
  if (path == NULL)
    return;
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_EXISTS))
    add_folder (self, path);
  else
    open_path (self, path);
}

static void
desk_library_chores_dispose (GObject *object)
{
  DeskLibraryChores *self = DESK_LIBRARY_CHORES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (desk_library_chores_parent_class)->dispose (object);
}

static void
desk_library_chores_finalize (GObject *object)
{
  DeskLibraryChores *self = DESK_LIBRARY_CHORES (object);

  g_object_unref (self->cancellable);
  g_clear_error (&self->reason);
  G_OBJECT_CLASS (desk_library_chores_parent_class)->finalize (object);
}

static void
desk_library_chores_class_init (DeskLibraryChoresClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_library_chores_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_library_chores_finalize;
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_library_chores_init (DeskLibraryChores *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = on_open },
    { .name = "open-file", .activate = on_open_file },
    { .name = "open-folder", .activate = on_open_folder },
    { .name = "add", .activate = on_add },
    { .name = "remove", .activate = on_remove, .parameter_type = "ay" },
    { .name = "new", .activate = on_new },
    { .name = "show", .activate = on_show },
    { .name = "edit", .activate = on_edit },
    { .name = "copy", .activate = on_copy },
    { .name = "delete", .activate = on_delete },
  };

  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

DeskLibraryChores *
desk_library_chores_new (DeskLibraryPage *page)
{
  DeskLibraryChores *self = g_object_new (DESK_TYPE_LIBRARY_CHORES, NULL);

  self->page = page;
  gtk_widget_insert_action_group (GTK_WIDGET (page), "library", G_ACTION_GROUP (self->actions));
  gtk_drag_dest_set (GTK_WIDGET (page), GTK_DEST_DEFAULT_ALL, NULL, 0, GDK_ACTION_COPY);
  gtk_drag_dest_add_uri_targets (GTK_WIDGET (page));
  g_signal_connect_object (page, "drag-data-received", G_CALLBACK (on_drop), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "chosen", G_CALLBACK (show_menus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "map", G_CALLBACK (tell_what_waits), self, G_CONNECT_SWAPPED);
  show_menus (self);
  return self;
}
