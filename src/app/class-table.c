/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-table.h"

#include <glib/gi18n-lib.h>

#include "app/history-words.h"
#include "app/trainee-progress.h"
#include "report/terms-words.h"
#include "report/words.h"

struct _DeskClassTable {
  GtkScrolledWindow parent_instance;

  GtkTreeView *view;   /* borrowed: the child */
  GtkListStore *store; /* owned, as below */
  GPtrArray *groups;   /* of DeskHistoryProgress; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskClassTable, desk_class_table, GTK_TYPE_SCROLLED_WINDOW)

static guint trainee_signal;

/* Words are sorted as they are, figures by the column behind them. */
enum {
  COLUMN_GROUP,
  COLUMN_TRAINEE,
  COLUMN_MODE,
  COLUMN_N,
  COLUMN_PASSED,
  COLUMN_PASSED_SHARE,
  COLUMN_MEAN,
  COLUMN_MEAN_VALUE,
  COLUMN_LATEST,
  COLUMN_LATEST_VALUE,
  COLUMN_RESPONSE,
  COLUMN_RESPONSE_VALUE,
  COLUMN_MESSAGE,
  COLUMN_MESSAGE_VALUE,
  N_COLUMNS,
};

static const struct {
  const char *title;
  const char *hint;
  int shown;
  int sorted;
  gboolean is_figure;
} columns[] = {
  { N_ ("Trainee"), N_ ("Enter shows the trainee’s progress"), COLUMN_TRAINEE, COLUMN_TRAINEE,
    FALSE },
  { N_ ("Mode"), N_ ("Only sessions of the same mode, adjusted in the same way, are comparable"),
    COLUMN_MODE, COLUMN_MODE, FALSE },
  { N_ ("Sessions"), NULL, COLUMN_N, COLUMN_N, TRUE },
  { N_ ("Passed"), NULL, COLUMN_PASSED, COLUMN_PASSED_SHARE, TRUE },
  { N_ ("Mean"), N_ ("The mean score of the sessions"), COLUMN_MEAN, COLUMN_MEAN_VALUE, TRUE },
  { N_ ("Latest"), N_ ("The score of the latest session"), COLUMN_LATEST, COLUMN_LATEST_VALUE,
    TRUE },
  { N_ ("Response points"), N_ ("Mean over the sessions"), COLUMN_RESPONSE, COLUMN_RESPONSE_VALUE,
    TRUE },
  { N_ ("Message accuracy"), N_ ("Mean over the sessions"), COLUMN_MESSAGE, COLUMN_MESSAGE_VALUE,
    TRUE },
};

static char *
mode_of (const DeskHistoryProgress *progress)
{
  g_autofree char *mode = desk_history_words_mode (progress->mode, progress->accommodations);
  g_autofree char *adjusted = desk_words_kept_accommodations (progress->accommodations);

  if (*adjusted == '\0')
    return g_steal_pointer (&mode);
  return g_strdup_printf ("%s: %s", mode, adjusted);
}

static void
add_row (DeskClassTable *self, DeskHistoryProgress *progress)
{
  double response_value = desk_progress_mean_response (progress);
  double message_value = desk_progress_mean_message (progress);
  g_autofree char *trainee = desk_words_tame (progress->trainee);
  g_autofree char *mode = mode_of (progress);
  g_autofree char *passed = g_strdup_printf (_ ("%u of %u"), progress->n_passed, progress->n);
  g_autofree char *mean = desk_words_figure (progress->mean);
  g_autofree char *latest = desk_words_figure (progress->latest);
  g_autofree char *response = desk_history_words_share (response_value);
  g_autofree char *message = desk_history_words_share (message_value);

  gtk_list_store_insert_with_values (
      self->store, NULL, -1, COLUMN_GROUP, progress, COLUMN_TRAINEE, trainee, COLUMN_MODE, mode,
      COLUMN_N, progress->n, COLUMN_PASSED, passed, COLUMN_PASSED_SHARE,
      (double) progress->n_passed / progress->n, COLUMN_MEAN, mean, COLUMN_MEAN_VALUE,
      progress->mean, COLUMN_LATEST, latest, COLUMN_LATEST_VALUE, progress->latest, COLUMN_RESPONSE,
      response, COLUMN_RESPONSE_VALUE, response_value, COLUMN_MESSAGE, message,
      COLUMN_MESSAGE_VALUE, message_value, -1);
}

void
desk_class_table_set_groups (DeskClassTable *self, GPtrArray *groups)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (DESK_IS_CLASS_TABLE (self));
  old = g_steal_pointer (&self->groups);
  self->groups = g_ptr_array_ref (groups);
  gtk_tree_view_set_model (self->view, NULL);
  gtk_list_store_clear (self->store);
  for (guint n = 0; n < groups->len; n++)
    add_row (self, groups->pdata[n]);
  gtk_tree_view_set_model (self->view, GTK_TREE_MODEL (self->store));
  gtk_tree_view_set_search_column (self->view, COLUMN_TRAINEE);
}

static void
on_row_activated (DeskClassTable *self, GtkTreePath *path)
{
  const DeskHistoryProgress *progress;
  g_autofree char *trainee = NULL;
  GtkTreeIter row;

  if (!gtk_tree_model_get_iter (GTK_TREE_MODEL (self->store), &row, path))
    return;
  gtk_tree_model_get (GTK_TREE_MODEL (self->store), &row, COLUMN_GROUP, &progress, -1);
  trainee = g_strdup (progress->trainee);
  g_signal_emit (self, trainee_signal, 0, trainee);
}

static void
add_column (DeskClassTable *self, guint n)
{
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();
  GtkWidget *head = gtk_label_new (_ (columns[n].title));
  GtkTreeViewColumn *column = gtk_tree_view_column_new_with_attributes (
      _ (columns[n].title), cell, "text", columns[n].shown, NULL);

  /* With the head's padding (pages.css) words stand under the page's other words. */
  g_object_set (cell, "single-paragraph-mode", TRUE, "xpad", 8, NULL);
  if (columns[n].is_figure)
    g_object_set (cell, "xalign", 1.0, NULL);
  else
    g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 14, NULL);
  if (columns[n].hint != NULL)
    gtk_widget_set_tooltip_text (head, _ (columns[n].hint));
  gtk_widget_show (head);
  gtk_tree_view_column_set_widget (column, head);
  gtk_tree_view_column_set_alignment (column, columns[n].is_figure ? 1 : 0);
  gtk_tree_view_column_set_expand (column, !columns[n].is_figure);
  gtk_tree_view_column_set_resizable (column, TRUE);
  gtk_tree_view_column_set_sort_column_id (column, columns[n].sorted);
  gtk_tree_view_append_column (self->view, column);
}

static GtkListStore *
store_new (void)
{
  return gtk_list_store_new (N_COLUMNS, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT,
                             G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_STRING, G_TYPE_DOUBLE,
                             G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_STRING, G_TYPE_DOUBLE,
                             G_TYPE_STRING, G_TYPE_DOUBLE);
}

static void
desk_class_table_finalize (GObject *object)
{
  DeskClassTable *self = DESK_CLASS_TABLE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_class_table_parent_class)->finalize (object);
}

static void
desk_class_table_class_init (DeskClassTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_class_table_finalize;
  trainee_signal = g_signal_new ("trainee", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_class_table_init (DeskClassTable *self)
{
  GtkWidget *view = gtk_tree_view_new ();
  AtkObject *accessible = gtk_widget_get_accessible (view);

  self->store = store_new ();
  self->view = GTK_TREE_VIEW (view);
  for (guint n = 0; n < G_N_ELEMENTS (columns); n++)
    add_column (self, n);
  gtk_tree_view_set_model (self->view, GTK_TREE_MODEL (self->store));
  atk_object_set_name (accessible, _ ("The trainees compared"));
  atk_object_set_description (accessible, _ ("Enter shows a trainee’s progress."));
  g_signal_connect_swapped (view, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_style_context_add_class (gtk_widget_get_style_context (view), "desk-table");
  gtk_container_add (GTK_CONTAINER (self), view);
  gtk_widget_show (view);
}
