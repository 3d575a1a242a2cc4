/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-page.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/class-table.h"
#include "app/history-actions.h"
#include "app/history-filter.h"
#include "app/history-menu.h"
#include "app/history-snapshot.h"
#include "app/history-words.h"
#include "app/history-work.h"
#include "app/plain-label.h"
#include "app/primary-menu.h"
#include "app/session-opener.h"
#include "app/session-table.h"
#include "app/share-paned.h"
#include "app/tell-bar.h"
#include "app/trainee-progress.h"

/* What is shown is a snapshot taken on a worker thread. Each change of the filter asks for another,
 * and the one being taken meanwhile is dropped. */

struct _DeskHistoryPage {
  GtkBox parent_instance;

  GtkSpinner *spinner;
  GtkMenuButton *manage;
  DeskTellBar *bar;
  GtkStack *stack;
  GtkLabel *error_words;
  GtkLabel *error_place;
  DeskHistoryFilterBar *filter;
  GtkLabel *count;
  GtkWidget *progress_box;
  GtkStack *progress_stack;
  DeskTraineeProgress *progress;
  DeskClassTable *class_table;
  GtkStack *table_stack;
  DeskSessionTable *table;
  GtkLabel *hint;
  GtkWidget *open_button;

  char *path;                    /* owned, as all below */
  DeskHistorySnapshot *snapshot; /* NULL before the first */
  GCancellable *reading;         /* what is being read now; or NULL */
  gboolean is_outdated;          /* what is being read: it is read again after that */
  GCancellable *opening;
  char *notice; /* that was told last; or NULL */
  DeskHistoryActions *actions;
};

G_DEFINE_FINAL_TYPE (DeskHistoryPage, desk_history_page, GTK_TYPE_BOX)

enum {
  BACK,
  SUMMARY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_busy (DeskHistoryPage *self)
{
  g_object_set (self->spinner, "active", self->reading != NULL || self->opening != NULL, NULL);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* The bar above. */

void
desk_history_page_tell (DeskHistoryPage *self, GtkMessageType type, const char *words)
{
  g_return_if_fail (DESK_IS_HISTORY_PAGE (self));
  desk_tell_bar_say (self->bar, type, words, NULL);
}

static void
on_bar_left (DeskHistoryPage *self)
{
  desk_session_table_grab_focus (self->table);
}

/* The history gives the same notice each time it is opened, until the user has dealt with it. */
static void
tell_notice (DeskHistoryPage *self, const char *notice)
{
  if (notice == NULL || g_strcmp0 (notice, self->notice) == 0)
    return;
  g_free (self->notice);
  self->notice = g_strdup (notice);
  desk_history_page_tell (self, GTK_MESSAGE_WARNING, notice);
}

/* Opening a session. */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScorecard) scorecard = desk_session_open_finish (result, &error);
  DeskHistoryPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page may be gone */
    return;
  g_clear_object (&self->opening);
  show_busy (self);
  if (scorecard != NULL)
    g_signal_emit (self, signals[SUMMARY], 0, scorecard, desk_session_open_get_journal (result));
  else
    desk_history_page_tell (self, GTK_MESSAGE_ERROR, error->message);
}

static void
on_open (DeskHistoryPage *self, const DeskHistoryEntry *entry)
{
  cancel (&self->opening);
  self->opening = g_cancellable_new ();
  show_busy (self);
  gtk_widget_hide (GTK_WIDGET (self->bar));
  desk_session_open (entry, self->opening, on_opened, self);
}

static void
on_open_clicked (DeskHistoryPage *self)
{
  const DeskHistoryEntry *entry = desk_session_table_get_chosen (self->table);

  if (entry != NULL)
    on_open (self, entry);
}

/* What can be done with a trainee is done with the one who is shown alone, or whose session is chosen. */
static void
show_menu (DeskHistoryPage *self)
{
  const DeskHistoryEntry *entry = desk_session_table_get_chosen (self->table);
  const char *shown = desk_history_filter_bar_get_trainee (self->filter);
  const char *trainee = shown == NULL && entry != NULL ? entry->trainee : shown;
  int keep_days = self->snapshot != NULL ? (int) self->snapshot->keep_days : -1;
  g_autoptr (GMenuModel) menu = desk_history_menu_new (trainee, (guint) MAX (keep_days, 0));

  gtk_menu_button_set_menu_model (self->manage, menu);
  desk_history_actions_set_subject (self->actions, trainee, keep_days);
}

/* The row and the point of a session are chosen together. */

static void
on_row_chosen (DeskHistoryPage *self, const DeskHistoryEntry *entry)
{
  show_menu (self);
  gtk_widget_set_sensitive (self->open_button, entry != NULL);
  desk_trainee_progress_choose (self->progress, entry != NULL ? entry->id : NULL);
}

static void
on_point_chosen (DeskHistoryPage *self, const DeskHistoryEntry *entry)
{
  desk_session_table_choose (self->table, entry->id);
}

void
desk_history_page_choose_trainee (DeskHistoryPage *self, const char *trainee)
{
  g_return_if_fail (DESK_IS_HISTORY_PAGE (self));
  desk_history_filter_bar_set_trainee (self->filter, trainee);
}

/* Showing a snapshot. */

static void
show_count (DeskHistoryPage *self)
{
  guint n = self->snapshot->entries->len;
  guint n_all = self->snapshot->n_all;
  g_autofree char *words =
      n == n_all
          ? desk_history_words_sessions (n)
          : g_strdup_printf (ngettext ("%u of %u session", "%u of %u sessions", n_all), n, n_all);

  gtk_label_set_text (self->count, words);
}

static void
show_trainee (DeskHistoryPage *self)
{
  desk_trainee_progress_set_groups (self->progress, self->snapshot->progress);
  gtk_stack_set_visible_child_name (self->progress_stack, "trainee");
  gtk_label_set_text (self->hint, _ ("Double-click a session, or press Enter on it, to see how "
                                     "every point of it came about."));
}

static void
show_class (DeskHistoryPage *self)
{
  desk_class_table_set_groups (self->class_table, self->snapshot->progress);
  gtk_stack_set_visible_child_name (self->progress_stack, "class");
  gtk_label_set_text (self->hint, _ ("Double-click a trainee above to see how they get on, or a "
                                     "session to see how it was scored."));
}

static void
show_progress (DeskHistoryPage *self)
{
  gtk_widget_set_visible (self->progress_box, self->snapshot->progress->len > 0);
  if (self->snapshot->progress->len == 0)
    gtk_label_set_text (self->hint, "");
  else if (desk_history_filter_bar_get_trainee (self->filter) != NULL)
    show_trainee (self);
  else
    show_class (self);
}

static void
show_sessions (DeskHistoryPage *self)
{
  GPtrArray *entries = self->snapshot->entries;
  const DeskHistoryEntry *first = entries->len > 0 ? entries->pdata[0] : NULL;

  show_count (self);
  show_progress (self);
  gtk_stack_set_visible_child_name (self->stack, self->snapshot->n_all > 0 ? "sessions" : "empty");
  gtk_stack_set_visible_child_name (self->table_stack, first != NULL ? "table" : "nothing");
  desk_session_table_set_entries (self->table, entries);
  if (first != NULL && desk_session_table_get_chosen (self->table) == NULL)
    desk_session_table_choose (self->table, first->id);
}

static void
show_snapshot (DeskHistoryPage *self, DeskHistorySnapshot *snapshot)
{
  gboolean is_first = self->snapshot == NULL;

  g_clear_pointer (&self->snapshot, desk_history_snapshot_free);
  self->snapshot = snapshot;
  desk_history_filter_bar_fill (self->filter, snapshot);
  show_sessions (self);
  show_menu (self);
  if (is_first && snapshot->entries->len > 0)
    desk_session_table_grab_focus (self->table);
}

static void
show_error (DeskHistoryPage *self, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (self->path);

  desk_plain_label_set_text (self->error_words, error->message);
  desk_plain_label_set_text (self->error_place, shown);
  gtk_stack_set_visible_child_name (self->stack, "error");
  desk_announce (GTK_WIDGET (self->error_words), error->message);
}

/* Reading. */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskHistorySnapshot *snapshot = desk_history_work_finish (result, &error);
  g_autoptr (DeskHistoryPage) self = data;

  if (self->reading == NULL) /* the page is gone */
    return;
  g_clear_object (&self->reading);
  if (self->is_outdated) {
    desk_history_page_reload (self);
    return;
  }
  show_busy (self);
  tell_notice (self, desk_history_work_get_notice (result));
  if (snapshot != NULL)
    show_snapshot (self, snapshot);
  else
    show_error (self, error);
}

/* One reading after the other: one that was given up may still be filling a new history, and no other can
 * until it lets go. */
void
desk_history_page_reload (DeskHistoryPage *self)
{
  DeskHistoryOrder order = {
    .work = desk_history_snapshot_take,
    .data_free = (GDestroyNotify) desk_history_wish_free,
    .result_free = (GDestroyNotify) desk_history_snapshot_free,
  };

  g_return_if_fail (DESK_IS_HISTORY_PAGE (self));
  self->is_outdated = self->reading != NULL;
  if (self->is_outdated) {
    g_cancellable_cancel (self->reading);
    return;
  }
  self->reading = g_cancellable_new ();
  show_busy (self);
  order.data = desk_history_filter_bar_get_wish (self->filter);
  desk_history_work_run (self->path, &order, self->reading, on_read, g_object_ref (self));
}

static void
on_show_all_clicked (DeskHistoryPage *self)
{
  desk_history_filter_bar_clear (self->filter);
}

static void
on_done (DeskHistoryPage *self, GtkMessageType type, const char *words)
{
  if (words != NULL)
    desk_history_page_tell (self, type, words);
  desk_history_page_reload (self);
}

/* The page. */

static void
on_back_clicked (DeskHistoryPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
desk_history_page_dispose (GObject *object)
{
  DeskHistoryPage *self = DESK_HISTORY_PAGE (object);

  cancel (&self->reading);
  cancel (&self->opening);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (desk_history_page_parent_class)->dispose (object);
}

static void
desk_history_page_finalize (GObject *object)
{
  DeskHistoryPage *self = DESK_HISTORY_PAGE (object);

  g_clear_pointer (&self->snapshot, desk_history_snapshot_free);
  g_free (self->path);
  g_free (self->notice);
  G_OBJECT_CLASS (desk_history_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskHistoryPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (spinner);
  BIND (manage);
  BIND (bar);
  BIND (stack);
  BIND (error_words);
  BIND (error_place);
  BIND (filter);
  BIND (count);
  BIND (progress_box);
  BIND (progress_stack);
  BIND (progress);
  BIND (class_table);
  BIND (table_stack);
  BIND (table);
  BIND (hint);
  BIND (open_button);
}

/* Reached by name alone. */
static void
bind_buttons (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "back", "empty_import", "again", "show_all" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    gtk_widget_class_bind_template_child_full (widget_class, names[n], FALSE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DESK_TYPE_HISTORY_FILTER_BAR);
  g_type_ensure (DESK_TYPE_TRAINEE_PROGRESS);
  g_type_ensure (DESK_TYPE_CLASS_TABLE);
  g_type_ensure (DESK_TYPE_SESSION_TABLE);
  g_type_ensure (DESK_TYPE_SHARE_PANED);
  g_type_ensure (DESK_TYPE_PRIMARY_MENU);
  g_type_ensure (DESK_TYPE_TELL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/history-page.ui");
  bind_children (widget_class);
  bind_buttons (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_left);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_point_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_row_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_bind_template_callback_full (widget_class, "choose_trainee",
                                                G_CALLBACK (desk_history_page_choose_trainee));
  gtk_widget_class_bind_template_callback_full (widget_class, "reload",
                                                G_CALLBACK (desk_history_page_reload));
}

static void
desk_history_page_class_init (DeskHistoryPageClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_history_page_finalize;
  signals[BACK] =
      g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUMMARY] = g_signal_new ("summary", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_history_page_init (DeskHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_actions (DeskHistoryPage *self)
{
  self->actions = desk_history_actions_new (self->path, GTK_WIDGET (self));
  g_signal_connect_object (self->actions, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "history", G_ACTION_GROUP (self->actions));
}

GtkWidget *
desk_history_page_new (const char *path, const char *trainee)
{
  DeskHistoryPage *self = g_object_new (DESK_TYPE_HISTORY_PAGE, NULL);

  self->path = g_strdup (path);
  add_actions (self);
  desk_history_filter_bar_set_trainee (self->filter, trainee);
  show_menu (self);
  if (self->reading == NULL)
    desk_history_page_reload (self);
  return GTK_WIDGET (self);
}
