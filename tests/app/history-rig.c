/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history-rig.h"

#define PATIENCE_MS 20000

const DeskTestShift history_shifts[] = {
  { "Kim", "2026-09-01T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 1, NULL },
  { "Kim", "2026-09-02T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 2, NULL },
  { "Kim", "2026-09-03T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 3, NULL },
  { "Kim", "2026-09-04T09:00:00+02:00", DESK_MODE_EXAM, DESK_TRAINEE_IDEAL, 4, NULL },
  { "Kim", "2026-09-05T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 5, "captions" },
  { "Åsa <b>", "2026-09-06T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_STEADY, 6, NULL },
};

void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("frontdesk-history-page-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "own", "history.db", NULL);
  fixture->scenario = desk_test_scenario_new_default ();
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  for (guint n = 0; n < G_N_ELEMENTS (history_shifts); n++) {
    g_autofree char *name = g_strdup_printf ("shift-%u", n);

    g_free (desk_test_history_work (fixture->path, fixture->scenario, &history_shifts[n], name));
  }
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_widget_destroy (fixture->window);
  desk_scenario_unref (fixture->scenario);
  desk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for %s in vain", (const char *) data);
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run until `condition` holds. */
void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

gpointer
child_of (gpointer widget, GType type, const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (object);
  return object;
}

gpointer
child (Fixture *fixture, const char *name)
{
  return child_of (fixture->page, DESK_TYPE_HISTORY_PAGE, name);
}

gpointer
filter_child (Fixture *fixture, const char *name)
{
  return child_of (child (fixture, "filter"), DESK_TYPE_HISTORY_FILTER_BAR, name);
}

gpointer
progress_child (Fixture *fixture, const char *name)
{
  return child_of (child (fixture, "progress"), DESK_TYPE_TRAINEE_PROGRESS, name);
}

const char *
shown (Fixture *fixture, const char *stack)
{
  return gtk_stack_get_visible_child_name (child (fixture, stack));
}

gboolean
is_read (Fixture *fixture)
{
  gboolean busy;

  g_object_get (child (fixture, "spinner"), "active", &busy, NULL);
  return !busy;
}

void
open_page (Fixture *fixture, const char *trainee)
{
  fixture->visit = desk_history_visit_new (fixture->path, trainee);
  fixture->page = desk_history_visit_get_page (DESK_HISTORY_VISIT (fixture->visit));
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 700);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->visit);
  gtk_widget_show (fixture->window);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "loading");
  wait_until (is_read, fixture, "the history");
}

GtkTreeView *
view_in (gpointer scroller)
{
  return GTK_TREE_VIEW (gtk_bin_get_child (GTK_BIN (scroller)));
}

/* The cells of a row as they are read: "a|b|c". */
static char *
row_text (GtkTreeView *view, int n)
{
  GtkTreeModel *model = gtk_tree_view_get_model (view);
  g_autoptr (GList) columns = gtk_tree_view_get_columns (view);
  GString *text = g_string_new (NULL);
  GtkTreeIter row;

  g_assert_true (gtk_tree_model_iter_nth_child (model, &row, NULL, n));
  for (GList *at = columns; at != NULL; at = at->next) {
    g_autoptr (GList) cells = gtk_cell_layout_get_cells (at->data);
    g_autofree char *cell = NULL;

    gtk_tree_view_column_cell_set_cell_data (at->data, model, &row, FALSE, FALSE);
    g_object_get (cells->data, "text", &cell, NULL);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", cell);
  }
  return g_string_free (text, FALSE);
}

int
n_rows (GtkTreeView *view)
{
  return gtk_tree_model_iter_n_children (gtk_tree_view_get_model (view), NULL);
}

void
assert_row (GtkTreeView *view, int n, const char *pattern)
{
  g_autofree char *text = row_text (view, n);

  if (!g_pattern_match_simple (pattern, text))
    g_error ("Row %d is %s, not like %s", n, text, pattern);
}

const char *
text_of (gpointer label)
{
  return gtk_label_get_text (GTK_LABEL (label));
}

void
choose_trainee (Fixture *fixture, int row)
{
  gtk_combo_box_set_active (filter_child (fixture, "trainee"), row);
  wait_until (is_read, fixture, "the sessions of a trainee");
}

void
assert_says (gpointer widget, const char *words)
{
  g_autofree char *text = desk_test_read_labels (widget);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* The dialogues, found among the windows. */

gboolean
is_asking (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

/* One of them chooses a folder, and tells nothing. */
gboolean
has_dialog (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_DIALOG) != NULL;
}

GtkWidget *
await_dialog (Fixture *fixture)
{
  wait_until (is_asking, fixture, "a dialogue");
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG);
}

void
activate (Fixture *fixture, const char *action)
{
  GActionGroup *actions = gtk_widget_get_action_group (GTK_WIDGET (fixture->page), "history");

  g_assert_true (g_action_group_get_action_enabled (actions, action));
  g_action_group_activate_action (actions, action, NULL);
}

gboolean
is_told (Fixture *fixture)
{
  return gtk_widget_get_visible (child (fixture, "bar")) && is_read (fixture);
}

gboolean
press (gpointer widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_KEY_PRESS);
  gboolean handled = FALSE;

  event->key.window = g_object_ref (gtk_widget_get_window (widget));
  event->key.keyval = keyval;
  event->key.state = modifiers;
  g_signal_emit_by_name (widget, "key-press-event", event, &handled);
  return handled;
}
