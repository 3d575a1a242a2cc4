/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/classroom-page.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/class-printer.h"
#include "app/class-reader.h"
#include "app/class-reading-bar.h"
#include "app/class-saver.h"
#include "app/classroom-chores.h"
#include "app/classroom-menus.h"
#include "app/classroom-overview.h"
#include "app/history-words.h"
#include "app/plain-label.h"
#include "app/primary-menu.h"
#include "app/session-opener.h"
#include "app/tell-bar.h"

struct _DeskClassroomPage {
  GtkBox parent_instance;

  GtkSpinner *spinner;
  GtkMenuButton *manage;
  DeskTellBar *bar;
  DeskClassReadingBar *reading;
  GtkStack *stack;
  GtkLabel *error_words;
  GtkLabel *error_place;
  GtkLabel *empty_place;
  GtkLabel *count;
  DeskClassroomOverview *overview;

  GSettings *settings; /* owned, as the next four */
  DeskHandingIn *handing_in;
  DeskClassReader *reader;
  GCancellable *opening; /* a session; or NULL */
  GSimpleActionGroup *actions;

  DeskClassSnapshot *snapshot; /* borrowed from the reader; NULL: none is shown */
};

G_DEFINE_FINAL_TYPE (DeskClassroomPage, desk_classroom_page, GTK_TYPE_BOX)

enum {
  BACK,
  SUMMARY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cancel_opening (DeskClassroomPage *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
show_busy (DeskClassroomPage *self)
{
  g_object_set (self->spinner, "active",
                self->opening != NULL || desk_class_reader_is_busy (self->reader), NULL);
}

static void
tell (DeskClassroomPage *self, GtkMessageType type, const char *words)
{
  desk_tell_bar_say (self->bar, type, words, NULL);
}

static void
set_enabled (DeskClassroomPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Opening a session. */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScorecard) scorecard = desk_session_open_finish (result, &error);
  DeskClassroomPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page may be gone */
    return;
  g_clear_object (&self->opening);
  show_busy (self);
  if (scorecard != NULL)
    g_signal_emit (self, signals[SUMMARY], 0, scorecard, NULL);
  else
    tell (self, GTK_MESSAGE_ERROR, error->message);
}

static void
open_session (DeskClassroomPage *self, const DeskClassSession *session)
{
  g_autofree char *journal = desk_class_snapshot_journal (self->snapshot, session);
  const DeskHistoryEntry entry = { .journal = journal };

  cancel_opening (self);
  self->opening = g_cancellable_new ();
  show_busy (self);
  gtk_widget_hide (GTK_WIDGET (self->bar));
  desk_session_open (&entry, self->opening, on_opened, self);
}

static void
on_session (GSimpleAction *action, GVariant *number, gpointer data)
{
  DeskClassroomPage *self = data;

  desk_classroom_overview_open (self->overview, g_variant_get_uint32 (number));
}

/* Showing a snapshot. */

static void
show_count (DeskClassroomPage *self)
{
  g_autofree char *place = g_filename_display_name (self->snapshot->folder->path);
  g_autofree char *sessions = desk_history_words_sessions (self->snapshot->view->n_sessions);
  g_autofree char *words = g_strdup_printf ("%s · %s", sessions, place);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), words);
}

static void
show_empty (DeskClassroomPage *self)
{
  g_autofree char *place = g_filename_display_name (self->snapshot->folder->path);

  desk_plain_label_set_text (self->empty_place, place);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Where the widget that had the focus is gone, and nothing took its place. */
static void
keep_keyboard (DeskClassroomPage *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      gtk_window_get_focus (GTK_WINDOW (window)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_bar_left (DeskClassroomPage *self)
{
  desk_classroom_overview_grab_focus (self->overview);
  keep_keyboard (self); /* without a table */
}

static void
show_overview (DeskClassroomPage *self)
{
  g_autofree char *rest = NULL;

  desk_classroom_overview_show (self->overview, self->snapshot);
  rest = desk_classroom_overview_describe_rest (self->overview);
  if (rest != NULL)
    tell (self, GTK_MESSAGE_INFO, rest);
}

static void
on_read (DeskClassroomPage *self, gboolean is_first)
{
  DeskClassSnapshot *snapshot = desk_class_reader_get_snapshot (self->reader);
  const gboolean something = snapshot->folder->sessions->len > 0;

  self->snapshot = snapshot;
  show_count (self);
  set_enabled (self, "faults",
               snapshot->folder->unfinished->len + snapshot->folder->faults->len > 0);
  set_enabled (self, "save", something);
  set_enabled (self, "print", something);
  show_overview (self);
  if (!something) {
    show_empty (self);
  } else {
    gtk_stack_set_visible_child_name (self->stack, "class");
    if (is_first)
      desk_classroom_overview_grab_focus (self->overview);
  }
  keep_keyboard (self);
}

static void
on_failed (DeskClassroomPage *self, const GError *error)
{
  const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  const char *words =
      cancelled ? _ ("The reading was cancelled. What was read is remembered.") : error->message;
  g_autofree char *shown = g_filename_display_name (desk_class_reader_get_folder (self->reader));

  if (self->snapshot != NULL) { /* it is shown as it was read before */
    tell (self, cancelled ? GTK_MESSAGE_INFO : GTK_MESSAGE_ERROR, words);
    keep_keyboard (self);
    return;
  }
  desk_plain_label_set_text (self->error_words, words);
  desk_plain_label_set_text (self->error_place, shown);
  gtk_stack_set_visible_child_name (self->stack, "error");
  desk_announce (GTK_WIDGET (self->error_words), words);
}

/* Reading. */

static void
on_wish (DeskClassroomPage *self, const DeskClassWish *wish)
{
  if (self->reader != NULL)
    desk_class_reader_set_wish (self->reader, wish);
}

static void
reload (DeskClassroomPage *self)
{
  if (self->snapshot == NULL && desk_class_reader_get_folder (self->reader) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  desk_class_reader_read (self->reader);
}

/* The folder. */

static void
show_folder (DeskClassroomPage *self)
{
  g_autofree char *folder =
      desk_classroom_find_folder (self->settings, desk_handing_in_get_folder (self->handing_in));

  desk_classroom_overview_forget (self->overview);
  self->snapshot = NULL;
  gtk_label_set_text (self->count, "");
  gtk_widget_hide (GTK_WIDGET (self->bar));
  set_enabled (self, "refresh", folder != NULL);
  set_enabled (self, "save", FALSE);
  set_enabled (self, "print", FALSE);
  set_enabled (self, "faults", FALSE);
  gtk_stack_set_visible_child_name (self->stack, folder != NULL ? "loading" : "none");
  desk_class_reader_set_folder (self->reader, folder);
}

/* Where a folder was chosen to look at, it is looked at still. */
static void
on_results_folder (DeskClassroomPage *self)
{
  g_autofree char *folder =
      desk_classroom_find_folder (self->settings, desk_handing_in_get_folder (self->handing_in));

  if (g_strcmp0 (folder, desk_class_reader_get_folder (self->reader)) != 0)
    show_folder (self);
}

static void
on_open_folder (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskClassroomPage *self = data;

  desk_classroom_choose_folder (data, self->settings, desk_class_reader_get_folder (self->reader));
}

/* What can be done. */

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  reload (data);
}

static void
on_forget (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskClassroomPage *self = data;

  g_settings_reset (self->settings, DESK_CLASSROOM_KEY);
}

static void
on_faults (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskClassroomPage *self = data;

  desk_classroom_show_faults (data, self->snapshot);
}

static void
on_report_done (const char *words, const char *path, gboolean failed, gpointer data)
{
  g_autoptr (DeskClassroomPage) self = data;

  if (words != NULL && self->actions != NULL)
    desk_tell_bar_say (self->bar, failed ? GTK_MESSAGE_ERROR : GTK_MESSAGE_INFO, words, path);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskClassroomPage *self = data;

  desk_class_save (self->snapshot, desk_classroom_window_of (GTK_WIDGET (self)), on_report_done,
                   g_object_ref (self));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskClassroomPage *self = data;

  desk_class_print (self->snapshot, desk_classroom_window_of (GTK_WIDGET (self)), on_report_done,
                    g_object_ref (self));
}

static void
add_actions (DeskClassroomPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = on_open_folder },
    { .name = "refresh", .activate = on_refresh },
    { .name = "forget", .activate = on_forget },
    { .name = "faults", .activate = on_faults },
    { .name = "save", .activate = on_save },
    { .name = "print", .activate = on_print },
    { .name = "session", .activate = on_session, .parameter_type = "u" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "classroom", G_ACTION_GROUP (self->actions));
}

/* The page. */

static void
on_back_clicked (DeskClassroomPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
desk_classroom_page_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskClassroomPage *self = DESK_CLASSROOM_PAGE (widget);
  GdkModifierType modifiers = event->state & gtk_accelerator_get_default_mod_mask ();

  if (GTK_WIDGET_CLASS (desk_classroom_page_parent_class)->key_press_event (widget, event))
    return GDK_EVENT_STOP;
  if (event->keyval != GDK_KEY_F5 || modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  reload (self);
  return GDK_EVENT_STOP;
}

static void
desk_classroom_page_dispose (GObject *object)
{
  DeskClassroomPage *self = DESK_CLASSROOM_PAGE (object);

  cancel_opening (self);
  if (self->reader != NULL)
    g_object_run_dispose (G_OBJECT (self->reader));
  g_clear_object (&self->reader);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->handing_in);
  G_OBJECT_CLASS (desk_classroom_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskClassroomPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (spinner);
  BIND (manage);
  BIND (bar);
  BIND (reading);
  BIND (stack);
  BIND (error_words);
  BIND (error_place);
  BIND (empty_place);
  BIND (count);
  BIND (overview);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DESK_TYPE_CLASSROOM_OVERVIEW);
  g_type_ensure (DESK_TYPE_CLASS_READING_BAR);
  g_type_ensure (DESK_TYPE_PRIMARY_MENU);
  g_type_ensure (DESK_TYPE_TELL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/classroom-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_left);
  gtk_widget_class_bind_template_callback (widget_class, on_wish);
  gtk_widget_class_bind_template_callback (widget_class, open_session);
}

static void
desk_classroom_page_class_init (DeskClassroomPageClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_classroom_page_dispose;
  GTK_WIDGET_CLASS (klass)->key_press_event = desk_classroom_page_key_press_event;
  signals[BACK] =
      g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUMMARY] = g_signal_new ("summary", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
add_reader (DeskClassroomPage *self)
{
  self->reader = desk_class_reader_new ();
  g_signal_connect_object (self->reader, "busy", G_CALLBACK (show_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  desk_class_reading_bar_follow (self->reading, self->reader);
}

static void
desk_classroom_page_init (DeskClassroomPage *self)
{
  g_autoptr (GMenuModel) menu = desk_classroom_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->manage, menu);
}

GtkWidget *
desk_classroom_page_new (GSettings *settings, DeskHandingIn *handing_in)
{
  DeskClassroomPage *self = g_object_new (DESK_TYPE_CLASSROOM_PAGE, NULL);

  self->settings = g_object_ref (settings);
  self->handing_in = g_object_ref (handing_in);
  g_signal_connect_object (settings, "changed::" DESK_CLASSROOM_KEY, G_CALLBACK (show_folder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (handing_in, "notify::folder", G_CALLBACK (on_results_folder), self,
                           G_CONNECT_SWAPPED);
  add_actions (self);
  add_reader (self);
  show_folder (self);
  return GTK_WIDGET (self);
}
