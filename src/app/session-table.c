/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/session-table.h"

#include <glib/gi18n-lib.h>

#include "app/history-words.h"
#include "report/words.h"

struct _DeskSessionTable {
  GtkScrolledWindow parent_instance;

  GtkTreeView *view;   /* borrowed: the child */
  GtkListStore *store; /* owned, as below */
  GPtrArray *entries;  /* of DeskHistoryEntry; or NULL */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskSessionTable, desk_session_table, GTK_TYPE_SCROLLED_WINDOW)

enum {
  CHOSEN,
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A figure is shown by one column and sorted by another. */
enum {
  COLUMN_ENTRY,
  COLUMN_MOMENT,
  COLUMN_MOMENT_US,
  COLUMN_TRAINEE,
  COLUMN_SCENARIO,
  COLUMN_MODE,
  COLUMN_SCORE,
  COLUMN_SCORE_VALUE,
  COLUMN_RESULT,
  COLUMN_RESPONSE,
  COLUMN_RESPONSE_VALUE,
  COLUMN_MESSAGE,
  COLUMN_MESSAGE_VALUE,
  COLUMN_RECORDING,
  N_COLUMNS,
};

static const struct {
  const char *title;
  const char *hint;
  int shown;
  int sorted;
  gboolean is_text; /* of any length; else a figure, or a few words */
  gboolean is_figure;
} columns[] = {
  { N_ ("Started"), N_ ("Date and time by this computer’s clock"), COLUMN_MOMENT, COLUMN_MOMENT_US,
    FALSE, FALSE },
  { N_ ("Trainee"), NULL, COLUMN_TRAINEE, COLUMN_TRAINEE, TRUE, FALSE },
  { N_ ("Scenario"), NULL, COLUMN_SCENARIO, COLUMN_SCENARIO, TRUE, FALSE },
  { N_ ("Mode"), N_ ("Adjusted: with more time, captions or other accommodations"), COLUMN_MODE,
    COLUMN_MODE, FALSE, FALSE },
  { N_ ("Score"), N_ ("The mean of all calls that were due, from 0 to 100"), COLUMN_SCORE,
    COLUMN_SCORE_VALUE, FALSE, TRUE },
  { N_ ("Result"), NULL, COLUMN_RESULT, COLUMN_RESULT, FALSE, FALSE },
  { N_ ("Response points"), N_ ("The share of the points for answering in time that was earned"),
    COLUMN_RESPONSE, COLUMN_RESPONSE_VALUE, FALSE, TRUE },
  { N_ ("Message accuracy"), N_ ("The share of what the messages should say that was right"),
    COLUMN_MESSAGE, COLUMN_MESSAGE_VALUE, FALSE, TRUE },
  { N_ ("Recording"), N_ ("What was heard and said can be listened to"), COLUMN_RECORDING,
    COLUMN_RECORDING, FALSE, FALSE },
};

/* The rows. */

static const DeskHistoryEntry *
entry_at (DeskSessionTable *self, GtkTreeIter *row)
{
  const DeskHistoryEntry *entry;

  gtk_tree_model_get (GTK_TREE_MODEL (self->store), row, COLUMN_ENTRY, &entry, -1);
  return entry;
}

static void
add_row (DeskSessionTable *self, const DeskHistoryEntry *entry)
{
  g_autofree char *moment = desk_history_words_moment (entry);
  g_autofree char *trainee = desk_words_tame (entry->trainee);
  g_autofree char *scenario = desk_history_words_scenario (entry);
  g_autofree char *mode = desk_history_words_mode (entry->mode, entry->accommodations);
  g_autofree char *score = desk_words_figure (entry->score);
  g_autofree char *response = desk_history_words_share (entry->response);
  g_autofree char *message = desk_history_words_share (entry->message);

  gtk_list_store_insert_with_values (
      self->store, NULL, -1, COLUMN_ENTRY, entry, COLUMN_MOMENT, moment, COLUMN_MOMENT_US,
      entry->started_us, COLUMN_TRAINEE, trainee, COLUMN_SCENARIO, scenario, COLUMN_MODE, mode,
      COLUMN_SCORE, score, COLUMN_SCORE_VALUE, entry->score, COLUMN_RESULT,
      desk_history_words_result (entry), COLUMN_RESPONSE, response, COLUMN_RESPONSE_VALUE,
      entry->response, COLUMN_MESSAGE, message, COLUMN_MESSAGE_VALUE, entry->message,
      COLUMN_RECORDING, entry->sound != NULL ? _ ("Recorded") : "", -1);
}

const DeskHistoryEntry *
desk_session_table_get_chosen (DeskSessionTable *self)
{
  GtkTreeIter row;

  g_return_val_if_fail (DESK_IS_SESSION_TABLE (self), NULL);
  if (!gtk_tree_selection_get_selected (gtk_tree_view_get_selection (self->view), NULL, &row))
    return NULL;
  return entry_at (self, &row);
}

static gboolean
find_row (DeskSessionTable *self, const char *id, GtkTreeIter *row)
{
  GtkTreeModel *model = GTK_TREE_MODEL (self->store);
  gboolean valid = gtk_tree_model_get_iter_first (model, row);

  while (valid && !g_str_equal (entry_at (self, row)->id, id))
    valid = gtk_tree_model_iter_next (model, row);
  return valid;
}

void
desk_session_table_choose (DeskSessionTable *self, const char *id)
{
  g_autoptr (GtkTreePath) path = NULL;
  GtkTreeIter row;

  g_return_if_fail (DESK_IS_SESSION_TABLE (self));
  if (!find_row (self, id, &row))
    return;
  path = gtk_tree_model_get_path (GTK_TREE_MODEL (self->store), &row);
  gtk_tree_view_set_cursor (self->view, path, NULL, FALSE);
  /* Aligned, for a view that has no size yet scrolls too far otherwise. */
  gtk_tree_view_scroll_to_cell (self->view, path, NULL, TRUE, .5, 0);
}

/* The view lets go of the rows while there are many changes. */
static void
fill (DeskSessionTable *self)
{
  gtk_tree_view_set_model (self->view, NULL);
  gtk_list_store_clear (self->store);
  for (guint n = 0; n < self->entries->len; n++)
    add_row (self, self->entries->pdata[n]);
  gtk_tree_view_set_model (self->view, GTK_TREE_MODEL (self->store));
  gtk_tree_view_set_search_column (self->view, COLUMN_TRAINEE);
}

static void
tell_chosen (DeskSessionTable *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHOSEN], 0, desk_session_table_get_chosen (self));
}

void
desk_session_table_set_entries (DeskSessionTable *self, GPtrArray *entries)
{
  const DeskHistoryEntry *chosen;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (DESK_IS_SESSION_TABLE (self));

  chosen = desk_session_table_get_chosen (self);
  id = chosen != NULL ? g_strdup (chosen->id) : NULL;
  old = g_steal_pointer (&self->entries);
  self->entries = g_ptr_array_ref (entries);
  self->filling = TRUE;
  fill (self);
  if (id != NULL)
    desk_session_table_choose (self, id);
  self->filling = FALSE;
  tell_chosen (self);
}

void
desk_session_table_grab_focus (DeskSessionTable *self)
{
  g_return_if_fail (DESK_IS_SESSION_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_row_activated (DeskSessionTable *self, GtkTreePath *path)
{
  GtkTreeIter row;

  if (gtk_tree_model_get_iter (GTK_TREE_MODEL (self->store), &row, path))
    g_signal_emit (self, signals[OPEN], 0, entry_at (self, &row));
}

static gboolean
on_query_tooltip (DeskSessionTable *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GtkTreePath) path = NULL;
  g_autofree char *words = NULL;
  GtkTreeModel *model;
  GtkTreeIter row;

  if (!gtk_tree_view_get_tooltip_context (self->view, &x, &y, by_keyboard, &model, &path, &row))
    return FALSE;
  words = desk_history_words_session (entry_at (self, &row));
  gtk_tooltip_set_text (tooltip, words);
  gtk_tree_view_set_tooltip_row (self->view, tooltip, path);
  return TRUE;
}

/* The columns. */

static void
set_head (GtkTreeViewColumn *column, guint n)
{
  GtkWidget *head = gtk_label_new (_ (columns[n].title));

  if (columns[n].hint != NULL)
    gtk_widget_set_tooltip_text (head, _ (columns[n].hint));
  gtk_widget_show (head);
  gtk_tree_view_column_set_title (column, _ (columns[n].title));
  gtk_tree_view_column_set_widget (column, head);
}

static void
add_column (DeskSessionTable *self, guint n)
{
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();
  GtkTreeViewColumn *column =
      gtk_tree_view_column_new_with_attributes ("", cell, "text", columns[n].shown, NULL);

  /* With the head's padding (pages.css) words stand under the page's other words. */
  g_object_set (cell, "single-paragraph-mode", TRUE, "xpad", 8, NULL);
  if (columns[n].is_figure)
    g_object_set (cell, "xalign", 1.0, NULL);
  if (columns[n].is_text)
    g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 14, NULL);
  set_head (column, n);
  gtk_tree_view_column_set_alignment (column, columns[n].is_figure ? 1 : 0);
  gtk_tree_view_column_set_expand (column, columns[n].is_text);
  gtk_tree_view_column_set_resizable (column, TRUE);
  gtk_tree_view_column_set_sort_column_id (column, columns[n].sorted);
  gtk_tree_view_append_column (self->view, column);
}

static GtkListStore *
store_new (void)
{
  GtkListStore *store = gtk_list_store_new (
      N_COLUMNS, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING,
      G_TYPE_STRING, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_DOUBLE,
      G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_STRING);

  gtk_tree_sortable_set_sort_column_id (GTK_TREE_SORTABLE (store), COLUMN_MOMENT_US,
                                        GTK_SORT_DESCENDING);
  return store;
}

static void
desk_session_table_finalize (GObject *object)
{
  DeskSessionTable *self = DESK_SESSION_TABLE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_session_table_parent_class)->finalize (object);
}

static void
desk_session_table_class_init (DeskSessionTableClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_session_table_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
}

static void
desk_session_table_init (DeskSessionTable *self)
{
  GtkWidget *view = gtk_tree_view_new ();
  AtkObject *accessible = gtk_widget_get_accessible (view);

  self->store = store_new ();
  self->view = GTK_TREE_VIEW (view);
  for (guint n = 0; n < G_N_ELEMENTS (columns); n++)
    add_column (self, n);
  gtk_tree_view_set_model (self->view, GTK_TREE_MODEL (self->store));
  gtk_widget_set_has_tooltip (view, TRUE);
  atk_object_set_name (accessible, _ ("Sessions"));
  atk_object_set_description (accessible, _ ("Enter opens a session’s summary."));
  g_signal_connect_swapped (view, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (view, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  g_signal_connect_swapped (gtk_tree_view_get_selection (self->view), "changed",
                            G_CALLBACK (tell_chosen), self);
  gtk_style_context_add_class (gtk_widget_get_style_context (view), "desk-table");
  gtk_container_add (GTK_CONTAINER (self), view);
  gtk_widget_show (view);
}
