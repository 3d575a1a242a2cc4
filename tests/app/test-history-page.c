/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <utime.h>

#include "app/class-table.h"
#include "app/history-upkeep.h"
#include "app/history-filter.h"
#include "app/history-tasks.h"
#include "app/history-visit.h"
#include "app/progress-chart.h"
#include "app/session-table.h"
#include "app/summary-page.h"
#include "app/trainee-progress.h"
#include "hands.h"
#include "history-fixture.h"
#include "history/history-list.h"
#include "history/history-trainee.h"
#include "page-fixture.h"

/* The page over a real history, as a user sees it: Kim worked four times, once in an exam and once
 * with captions; Åsa once. */

#define PATIENCE_MS 20000
#define CHART_WIDTH 600 /* px */

typedef struct {
  char *folder; /* owned, as below */
  char *path;
  DeskScenario *scenario;
  GtkWidget *window;
  GtkWidget *visit; /* borrowed, as the next */
  DeskHistoryPage *page;
} Fixture;

static const DeskTestShift shifts[] = {
  { "Kim", "2026-09-01T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 1, NULL },
  { "Kim", "2026-09-02T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 2, NULL },
  { "Kim", "2026-09-03T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 3, NULL },
  { "Kim", "2026-09-04T09:00:00+02:00", DESK_MODE_EXAM, DESK_TRAINEE_IDEAL, 4, NULL },
  { "Kim", "2026-09-05T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 5, "captions" },
  { "Åsa <b>", "2026-09-06T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_STEADY, 6, NULL },
};

/* The fixture. */

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("frontdesk-history-page-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "own", "history.db", NULL);
  fixture->scenario = desk_test_scenario_new_default ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  for (guint n = 0; n < G_N_ELEMENTS (shifts); n++) {
    g_autofree char *name = g_strdup_printf ("shift-%u", n);

    g_free (desk_test_history_work (fixture->path, fixture->scenario, &shifts[n], name));
  }
}

static void
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
static void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static gpointer
child_of (gpointer widget, GType type, const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (object);
  return object;
}

static gpointer
child (Fixture *fixture, const char *name)
{
  return child_of (fixture->page, DESK_TYPE_HISTORY_PAGE, name);
}

static gpointer
filter_child (Fixture *fixture, const char *name)
{
  return child_of (child (fixture, "filter"), DESK_TYPE_HISTORY_FILTER_BAR, name);
}

static gpointer
progress_child (Fixture *fixture, const char *name)
{
  return child_of (child (fixture, "progress"), DESK_TYPE_TRAINEE_PROGRESS, name);
}

static const char *
shown (Fixture *fixture, const char *stack)
{
  return gtk_stack_get_visible_child_name (child (fixture, stack));
}

static gboolean
is_read (Fixture *fixture)
{
  gboolean busy;

  g_object_get (child (fixture, "spinner"), "active", &busy, NULL);
  return !busy;
}

static void
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

static GtkTreeView *
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

static int
n_rows (GtkTreeView *view)
{
  return gtk_tree_model_iter_n_children (gtk_tree_view_get_model (view), NULL);
}

static void
assert_row (GtkTreeView *view, int n, const char *pattern)
{
  g_autofree char *text = row_text (view, n);

  if (!g_pattern_match_simple (pattern, text))
    g_error ("Row %d is %s, not like %s", n, text, pattern);
}

static const char *
text_of (gpointer label)
{
  return gtk_label_get_text (GTK_LABEL (label));
}

static void
choose_trainee (Fixture *fixture, int row)
{
  gtk_combo_box_set_active (filter_child (fixture, "trainee"), row);
  wait_until (is_read, fixture, "the sessions of a trainee");
}

static void
assert_says (gpointer widget, const char *words)
{
  g_autofree char *text = desk_test_read_labels (widget);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* The dialogues, found among the windows. */

static gboolean
is_asking (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

/* One of them chooses a folder, and tells nothing. */
static gboolean
has_dialog (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_DIALOG) != NULL;
}

static GtkWidget *
await_dialog (Fixture *fixture)
{
  wait_until (is_asking, fixture, "a dialogue");
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG);
}

static void
activate (Fixture *fixture, const char *action)
{
  GActionGroup *actions = gtk_widget_get_action_group (GTK_WIDGET (fixture->page), "history");

  g_assert_true (g_action_group_get_action_enabled (actions, action));
  g_action_group_activate_action (actions, action, NULL);
}

static gboolean
is_told (Fixture *fixture)
{
  return gtk_widget_get_visible (child (fixture, "bar")) && is_read (fixture);
}

/* The tests. */

static void
test_class (Fixture *fixture, gconstpointer data)
{
  g_autofree char *recording =
      g_build_filename (fixture->folder, "own", "sessions", "shift-0.flac", NULL);
  GtkTreeView *table, *class_table;

  g_assert_true (g_file_set_contents (recording, "sound", -1, NULL));
  open_page (fixture, NULL);
  table = view_in (child (fixture, "table"));
  class_table = view_in (child (fixture, "class_table"));
  g_assert_cmpstr (shown (fixture, "stack"), ==, "sessions");
  g_assert_cmpstr (shown (fixture, "progress_stack"), ==, "class");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "6 sessions");
  g_assert_cmpint (n_rows (table), ==, 6);
  assert_row (table, 0, "09/06/26 *|Åsa <b>|A morning|Practice|*|*|*|*");
  assert_row (table, 1, "09/05/26 *|Kim|A morning|Practice, adjusted|100.00|Passed|100 %|100 %|");
  assert_row (table, 5, "09/01/26 *|Kim|A morning|Practice|0.00|Not passed|0 %|–|Recorded");
  g_assert_cmpint (n_rows (class_table), ==, 4);
  assert_row (class_table, 0, "Kim|Practice|3|1 of 3|33.33|100.00|33 %|100 %");
  assert_row (class_table, 1, "Kim|Practice, adjusted: captions|1|1 of 1|100.00|*");
  assert_row (class_table, 2, "Kim|Exam|1|1 of 1|100.00|100.00|100 %|100 %");
  assert_row (class_table, 3, "Åsa <b>|Practice|1|*");
}

static void
test_class_leads_to_a_trainee (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkTreePath) first = gtk_tree_path_new_first ();
  GtkTreeView *view;

  open_page (fixture, NULL);
  view = view_in (child (fixture, "class_table"));
  gtk_tree_view_row_activated (view, first, gtk_tree_view_get_column (view, 0));
  wait_until (is_read, fixture, "the trainee");
  g_assert_cmpstr (shown (fixture, "progress_stack"), ==, "trainee");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "5 of 6 sessions");
  g_assert_cmpstr (text_of (progress_child (fixture, "name")), ==, "Kim");
}

static void
test_sorted_by_figures (Fixture *fixture, gconstpointer data)
{
  GtkTreeView *view;

  open_page (fixture, NULL);
  view = view_in (child (fixture, "table"));
  gtk_tree_view_column_clicked (gtk_tree_view_get_column (view, 4));
  assert_row (view, 0, "09/0?/26 *|Kim|*|0.00|*");
  gtk_tree_view_column_clicked (gtk_tree_view_get_column (view, 4));
  assert_row (view, 0, "*|100.00|*");
  assert_row (view, 5, "*|0.00|*");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  choose_trainee (fixture, 2);
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "1 of 6 sessions");
  gtk_combo_box_set_active (filter_child (fixture, "period"), 5);
  wait_until (is_read, fixture, "the days");
  g_assert_true (gtk_widget_get_visible (filter_child (fixture, "dates")));
  gtk_entry_set_text (filter_child (fixture, "from"), "2026-09-02");
  gtk_entry_set_text (filter_child (fixture, "to"), "2026-09-04");
  choose_trainee (fixture, 0);
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "3 of 6 sessions");
  assert_row (view_in (child (fixture, "table")), 0, "09/04/26 *");
  assert_row (view_in (child (fixture, "table")), 2, "09/02/26 *");
}

static void
test_faulty_days (Fixture *fixture, gconstpointer data)
{
  GtkWidget *wrong;

  open_page (fixture, NULL);
  wrong = filter_child (fixture, "wrong");
  gtk_combo_box_set_active (filter_child (fixture, "period"), 5);
  gtk_entry_set_text (filter_child (fixture, "from"), "2026-02-31");
  g_assert_true (gtk_widget_get_visible (wrong));
  gtk_entry_set_text (filter_child (fixture, "from"), "2026-09-04");
  g_assert_false (gtk_widget_get_visible (wrong));
  gtk_entry_set_text (filter_child (fixture, "to"), "2026-09-01");
  g_assert_true (gtk_widget_get_visible (wrong));
  wait_until (is_read, fixture, "no session");
  g_assert_cmpstr (shown (fixture, "table_stack"), ==, "nothing");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "0 of 6 sessions");
  gtk_button_clicked (child (fixture, "show_all"));
  wait_until (is_read, fixture, "all sessions");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "6 sessions");
  g_assert_false (gtk_widget_get_visible (wrong));
}

static void
choose_group (Fixture *fixture, const char *start)
{
  GtkComboBox *combo = progress_child (fixture, "group");

  for (int n = 0; n < gtk_tree_model_iter_n_children (gtk_combo_box_get_model (combo), NULL); n++) {
    g_autofree char *text = NULL;

    gtk_combo_box_set_active (combo, n);
    text = gtk_combo_box_text_get_active_text (GTK_COMBO_BOX_TEXT (combo));
    if (g_str_equal (text, start))
      return;
  }
  g_error ("There is no group “%s”", start);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autofree char *latest = NULL;

  open_page (fixture, "Kim");
  g_assert_cmpstr (shown (fixture, "progress_stack"), ==, "trainee");
  latest = gtk_combo_box_text_get_active_text (progress_child (fixture, "group"));
  g_assert_cmpstr (latest, ==, "Practice, adjusted: captions (1 session)");
  assert_says (progress_child (fixture, "mistakes"), "Nothing can be said yet");
  choose_group (fixture, "Exam (1 session)");
  g_assert_cmpstr (text_of (progress_child (fixture, "summary")), ==,
                   "1 session, 1 passed · score 100.00 · on average response 100 %, message "
                   "accuracy 100 %.");
  choose_group (fixture, "Practice (3 sessions)");
  g_assert_cmpstr (text_of (progress_child (fixture, "summary")), ==,
                   "3 sessions, 1 passed · score first 0.00, latest 100.00, mean 33.33, best "
                   "100.00 · on average response 33 %, message accuracy 100 %.");
  assert_says (progress_child (fixture, "mistakes"), "Response\nin 2 of the last 3 sessions");
  assert_says (progress_child (fixture, "mistakes"), "Nothing earlier to compare with");
}

static const char *
chosen_day (Fixture *fixture)
{
  const DeskHistoryEntry *entry = desk_session_table_get_chosen (child (fixture, "table"));

  g_assert_nonnull (entry);
  return entry->started;
}

static gboolean
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

static void
test_chart_and_table_go_together (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart;

  open_page (fixture, "Kim");
  chart = progress_child (fixture, "chart");
  choose_group (fixture, "Practice (3 sessions)");
  g_assert_true (press (chart, GDK_KEY_Home, 0));
  g_assert_cmpstr (chosen_day (fixture), ==, shifts[0].started);
  g_assert_true (press (chart, GDK_KEY_Right, 0));
  g_assert_cmpstr (chosen_day (fixture), ==, shifts[1].started);
  g_assert_true (press (chart, GDK_KEY_End, 0));
  g_assert_true (press (chart, GDK_KEY_Right, 0));
  g_assert_cmpstr (chosen_day (fixture), ==, shifts[2].started);
  g_assert_false (press (chart, GDK_KEY_Left, GDK_MOD1_MASK));
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "open_button")));
}

static const char strict_yaml[] =
    "format: 1\ntitle: Strict\nlanguage: en\ncountry: gb\nlines: 1\nduration: 2:00\n"
    "organisation: Harbour Print\nscoring: {pass: 85}\n"
    "people: [{id: fay, name: Fay, extension: 201}]\n"
    "calls:\n  - {id: one, at: 0, caller: {given: Ola}, expect: {do: decline},"
    " says: {opening: {text: Hello}}}\n";

/* The older is of the fixture's scenario, which asks for 70; the newer of one that asks for 85. */
static GPtrArray *
list_two_marks (Fixture *fixture)
{
  g_autoptr (DeskScenario) strict = desk_test_scenario_new (strict_yaml);
  g_autoptr (DeskHistory) history = desk_history_open (fixture->path, NULL);
  const DeskHistoryFilter filter = { .trainee = "Kim" };
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *two = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_history_entry_free);

  g_free (desk_test_history_work (fixture->path, fixture->scenario, &shifts[0], "mild"));
  g_free (desk_test_history_work (fixture->path, strict, &shifts[1], "strict"));
  entries = desk_history_list (history, &filter, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_ptr_array_add (two, g_ptr_array_steal_index (entries, 1));
  g_ptr_array_add (two, g_ptr_array_steal_index (entries, 0));
  return two;
}

static cairo_surface_t *
draw_chart (GtkWidget *chart, GPtrArray *sessions)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, CHART_WIDTH, 200);
  cairo_t *cr = cairo_create (picture);

  desk_progress_chart_set_sessions (DESK_PROGRESS_CHART (chart), sessions, "");
  gtk_widget_draw (chart, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

static guint32
pixel_at (cairo_surface_t *picture, int x, int y)
{
  const guchar *row =
      cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);
  return pixel;
}

/* The height, from the top, at which two pictures differ between `from` and `to`; -1: nowhere. */
static double
find_difference (cairo_surface_t *one, cairo_surface_t *other, int from, int to)
{
  double sum = 0;
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = from; x < to; x++)
      if (pixel_at (one, x, y) != pixel_at (other, x, y)) {
        sum += y;
        n++;
      }
  return n > 0 ? sum / n : -1;
}

/* Where the marks of both sessions are drawn once they are set so; px from the top. */
static void
find_marks (GtkWidget *chart, GPtrArray *sessions, double older, double newer, double heights[2])
{
  DeskHistoryEntry *entries[] = { sessions->pdata[0], sessions->pdata[1] };
  cairo_surface_t *without, *with;

  entries[0]->pass = entries[1]->pass = -1;
  without = draw_chart (chart, sessions);
  entries[0]->pass = older;
  entries[1]->pass = newer;
  with = draw_chart (chart, sessions);
  heights[0] = find_difference (without, with, 0, CHART_WIDTH / 3);
  heights[1] = find_difference (without, with, 2 * CHART_WIDTH / 3, CHART_WIDTH);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static double
height_between (const double none[2], const double all[2], guint n, double points)
{
  return none[n] + (all[n] - none[n]) * points / 100;
}

/* Each session stands against the mark of its own scenario; one that is not known is not drawn. */
static void
test_pass_marks (Fixture *fixture, gconstpointer data)
{
  GtkAllocation place = { 0, 0, CHART_WIDTH, 200 };
  g_autoptr (GPtrArray) sessions = list_two_marks (fixture);
  const double marks[] = { ((DeskHistoryEntry *) sessions->pdata[0])->pass,
                           ((DeskHistoryEntry *) sessions->pdata[1])->pass };
  GtkWidget *chart = g_object_new (DESK_TYPE_PROGRESS_CHART, "visible", TRUE, NULL);
  double none[2], all[2], drawn[2];

  g_assert_cmpfloat (marks[0], ==, 70);
  g_assert_cmpfloat (marks[1], ==, 85);
  fixture->window = gtk_offscreen_window_new ();
  gtk_container_add (GTK_CONTAINER (fixture->window), chart);
  gtk_widget_show (fixture->window);
  gtk_widget_size_allocate (chart, &place);
  find_marks (chart, sessions, 0, 0, none);
  find_marks (chart, sessions, 100, 100, all);
  find_marks (chart, sessions, marks[0], marks[1], drawn);
  for (guint n = 0; n < 2; n++) {
    g_assert_cmpfloat (all[n], <, none[n] - 50);
    g_assert_cmpfloat_with_epsilon (drawn[n], height_between (none, all, n, marks[n]), 2);
  }
  find_marks (chart, sessions, marks[0], -1, drawn);
  g_assert_cmpfloat (drawn[0], >, 0);
  g_assert_cmpfloat (drawn[1], ==, -1);
}

static gboolean
has_summary (Fixture *fixture)
{
  return DESK_IS_SUMMARY_PAGE (gtk_stack_get_visible_child (GTK_STACK (fixture->visit)));
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_open_and_back (Fixture *fixture, gconstpointer data)
{
  guint n_left = 0;
  GtkWidget *summary;

  open_page (fixture, "Kim");
  g_signal_connect_swapped (fixture->visit, "leave", G_CALLBACK (count), &n_left);
  gtk_button_clicked (child (fixture, "open_button"));
  wait_until (has_summary, fixture, "the summary");
  summary = gtk_stack_get_visible_child (GTK_STACK (fixture->visit));
  assert_says (summary, "100.00");
  g_assert_false (gtk_widget_get_visible (child_of (summary, DESK_TYPE_SUMMARY_PAGE, "again")));
  g_assert_true (press (fixture->visit, GDK_KEY_Escape, 0));
  g_assert_false (has_summary (fixture));
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_true (press (fixture->page, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_true (press (fixture->page, GDK_KEY_Left, GDK_MOD1_MASK));
  gtk_button_clicked (child (fixture, "back"));
  g_assert_cmpuint (n_left, ==, 3);
}

static void
test_journal_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal =
      g_build_filename (fixture->folder, "own", "sessions", "shift-5.journal", NULL);

  open_page (fixture, NULL);
  g_assert_cmpint (g_unlink (journal), ==, 0);
  gtk_button_clicked (child (fixture, "open_button"));
  wait_until (is_told, fixture, "what is missing");
  assert_says (child (fixture, "bar"), "is not there any more");
  assert_says (child (fixture, "bar"), "shift-5.journal");
  g_assert_cmpint (n_rows (view_in (child (fixture, "table"))), ==, 6);

  g_assert_true (g_file_set_contents (journal, "{\"journal\":1}\n", -1, NULL));
  gtk_button_clicked (child (fixture, "open_button"));
  wait_until (is_told, fixture, "what cannot be read");
  assert_says (child (fixture, "bar"), "cannot be read");
  g_assert_cmpint (n_rows (view_in (child (fixture, "table"))), ==, 6);
}

static gboolean
is_empty (Fixture *fixture)
{
  return g_str_equal (shown (fixture, "stack"), "empty") && is_read (fixture);
}

static gboolean
is_default (GtkWidget *dialog, int response)
{
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), response);

  return gtk_window_get_default_widget (GTK_WINDOW (dialog)) == button;
}

static void
test_delete_asks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal =
      g_build_filename (fixture->folder, "own", "sessions", "shift-0.journal", NULL);
  g_autofree char *other =
      g_build_filename (fixture->folder, "own", "sessions", "shift-5.journal", NULL);
  GtkWidget *dialog;

  open_page (fixture, "Kim");
  activate (fixture, "delete");
  dialog = await_dialog (fixture);
  assert_says (dialog, "Delete everything of “Kim”?");
  assert_says (dialog, "5 sessions, 5 files");
  g_assert_false (is_default (dialog, GTK_RESPONSE_ACCEPT));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_assert_false (is_asking (fixture));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  activate (fixture, "delete");
  gtk_dialog_response (GTK_DIALOG (await_dialog (fixture)), GTK_RESPONSE_ACCEPT);
  wait_until (is_told, fixture, "what was deleted");
  assert_says (child (fixture, "bar"), "Everything of “Kim” on this machine was deleted: 5 "
                                       "sessions, 5 files");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "1 session");
}

static void
test_delete_needs_a_trainee (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions;

  open_page (fixture, NULL);
  actions = gtk_widget_get_action_group (GTK_WIDGET (fixture->page), "history");
  g_assert_false (g_action_group_get_action_enabled (actions, "delete"));
  g_assert_false (g_action_group_get_action_enabled (actions, "export"));
  choose_trainee (fixture, 1);
  g_assert_true (g_action_group_get_action_enabled (actions, "delete"));
  g_assert_true (g_action_group_get_action_enabled (actions, "export"));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *words = desk_history_task_finish (result, NULL);
  Fixture *fixture = data;

  g_assert_null (words);
  desk_history_page_reload (fixture->page);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  const DeskTestShift shift = {
    "Nils", "2026-09-07T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_STEADY, 7, NULL
  };
  g_autofree char *folder = g_build_filename (fixture->folder, "other machine", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.journal", NULL);
  GtkWidget *dialog;

  g_free (desk_test_journal_write (folder, fixture->scenario, &shift, "nils"));
  g_free (desk_test_journal_write (folder, fixture->scenario, &shifts[0], "kim"));
  g_assert_true (g_file_set_contents (broken, "not a journal\n", -1, NULL));
  open_page (fixture, NULL);
  desk_history_import_folder (fixture->path, folder, GTK_WINDOW (fixture->window), on_imported,
                              fixture);
  dialog = await_dialog (fixture);
  assert_says (dialog, "1 session is new.");
  assert_says (dialog, "1 was in the history already.");
  assert_says (dialog, "1 cannot be read:");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  wait_until (is_read, fixture, "the new session");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "7 sessions");
  assert_row (view_in (child (fixture, "table")), 0, "09/07/26 *|Nils|*");
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = desk_history_task_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "exported", NULL);
  g_autofree char *journal = g_build_filename (folder, "sessions.json", NULL);
  g_autofree char *words = NULL;

  open_page (fixture, "Kim");
  desk_history_export_to (fixture->path, "Kim", folder, GTK_WINDOW (fixture->window), on_exported,
                          &words);
  while (words == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (words, "Everything of “Kim” was copied to"));
  g_assert_nonnull (strstr (words, "5 sessions"));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static GtkComboBox *
find_combo (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "days");
}

static void
test_keep_asks_before_it_deletes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_page (fixture, NULL);
  activate (fixture, "keep");
  dialog = await_dialog (fixture);
  gtk_combo_box_set_active_id (find_combo (dialog), "30");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  dialog = await_dialog (fixture);
  assert_says (dialog, "Delete what is older than 30 days: 6 sessions, 6 files?");
  g_assert_false (is_default (dialog, GTK_RESPONSE_ACCEPT));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  desk_history_page_reload (fixture->page);
  wait_until (is_read, fixture, "the same sessions");
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "6 sessions");

  activate (fixture, "keep");
  dialog = await_dialog (fixture);
  g_assert_cmpstr (gtk_combo_box_get_active_id (find_combo (dialog)), ==, "0");
  gtk_combo_box_set_active_id (find_combo (dialog), "30");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  gtk_dialog_response (GTK_DIALOG (await_dialog (fixture)), GTK_RESPONSE_ACCEPT);
  wait_until (is_empty, fixture, "no session");
  assert_says (child (fixture, "bar"), "Sessions are kept for 30 days from now on. Deleted: 6 "
                                       "sessions, 6 files.");
}

typedef struct {
  gboolean done;
  char *words; /* owned */
} Upkeep;

static void
on_kept_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Upkeep *upkeep = data;

  upkeep->words = desk_history_upkeep_finish (result, &error);
  g_assert_no_error (error);
  upkeep->done = TRUE;
}

/* What the start page would say. (transfer full) */
static char *
keep_up (Fixture *fixture)
{
  Upkeep upkeep = { 0 };

  desk_history_upkeep_run (fixture->path, NULL, on_kept_up, &upkeep);
  while (!upkeep.done)
    g_main_context_iteration (NULL, TRUE);
  return upkeep.words;
}

static void
test_expires_at_the_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskHistory) history = desk_history_open (fixture->path, NULL);
  g_autofree char *before = keep_up (fixture);
  g_autofree char *after = NULL;

  g_assert_null (before);
  g_assert_true (desk_history_set_keep (history, 30, NULL));
  after = keep_up (fixture);
  g_assert_cmpstr (after, ==,
                   "Older than 30 days, as set in the history, and deleted: 6 sessions, 6 files.");
  open_page (fixture, NULL);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "empty");
}

/* As if it had been written then. */
static void
make_old (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const struct utimbuf times = { 0, 0 };

  g_assert_cmpint (g_utime (path, (struct utimbuf *) &times), ==, 0);
}

/* A session is remembered at the next start if it could not be at its end, unless it is too old. */
static void
test_catches_up_at_the_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sessions = g_build_filename (fixture->folder, "own", "sessions", NULL);
  g_autoptr (DeskHistory) history = NULL;
  g_autofree char *added = NULL;
  g_autofree char *again = NULL;
  g_autofree char *old = NULL;

  g_free (desk_test_history_work (fixture->path, fixture->scenario, &shifts[0], "known"));
  g_free (desk_test_journal_write (sessions, fixture->scenario, &shifts[1], "missing"));
  added = keep_up (fixture);
  g_assert_cmpstr (added, ==,
                   "1 session was missing from the history and was added from its journal.");
  again = keep_up (fixture);
  g_assert_null (again);
  open_page (fixture, NULL);
  g_assert_cmpstr (text_of (child (fixture, "count")), ==, "2 sessions");

  history = desk_history_open (fixture->path, NULL);
  g_assert_true (desk_history_set_keep (history, 30, NULL));
  g_free (desk_test_journal_write (sessions, fixture->scenario, &shifts[2], "old"));
  make_old (sessions, "old.journal");
  old = keep_up (fixture);
  g_assert_cmpstr (old, ==,
                   "Older than 30 days, as set in the history, and deleted: 2 sessions, 3 files.");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "empty");
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "empty_import")));
}

static void
test_cannot_be_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  open_page (fixture, NULL);
  g_assert_cmpstr (shown (fixture, "stack"), ==, "error");
  g_assert_cmpstr (text_of (child (fixture, "error_place")), ==, fixture->path);
  g_assert_nonnull (strstr (text_of (child (fixture, "error_words")), folder));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  gtk_button_clicked (child (fixture, "again"));
  wait_until (is_empty, fixture, "the history after all");
}

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "no history at all", -1, NULL));
  open_page (fixture, NULL);
  g_assert_true (gtk_widget_get_visible (child (fixture, "bar")));
  assert_says (child (fixture, "bar"), "history-damaged-");
}

static void
test_left_while_reading (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  fixture->visit = desk_history_visit_new (fixture->path, NULL);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->visit);
  gtk_widget_show (fixture->window);
  gtk_widget_destroy (g_steal_pointer (&fixture->window));
  for (guint n = 0; n < 50; n++) {
    g_usleep (2000);
    g_main_context_iteration (NULL, FALSE);
  }
}

static void
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

/* The window goes while it asks: nothing is done, and nothing of the page stays. */
static void
test_left_while_asking (Fixture *fixture, gconstpointer data)
{
  const char *action = data;
  g_autofree char *journal =
      g_build_filename (fixture->folder, "own", "sessions", "shift-0.journal", NULL);
  gboolean finalised = FALSE;

  open_page (fixture, "Kim");
  g_object_set_data_full (G_OBJECT (fixture->page), "finalised", &finalised, set_true);
  activate (fixture, action);
  wait_until (has_dialog, fixture, action);
  gtk_widget_destroy (g_steal_pointer (&fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (finalised);
  g_assert_false (has_dialog (fixture));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* What a screen reader says. */

static void
assert_named (gpointer widget, AtkRole role, const char *name)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);

  g_assert_cmpint (atk_object_get_role (accessible), ==, role);
  g_assert_cmpstr (atk_object_get_name (accessible), ==, name);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  AtkObject *chart;

  open_page (fixture, "Kim");
  assert_named (child (fixture, "back"), ATK_ROLE_PUSH_BUTTON, "Back");
  assert_named (child (fixture, "manage"), ATK_ROLE_TOGGLE_BUTTON, "Manage the history");
  assert_named (filter_child (fixture, "trainee"), ATK_ROLE_COMBO_BOX, "Trainee");
  assert_named (filter_child (fixture, "scenario"), ATK_ROLE_COMBO_BOX, "Scenario");
  assert_named (filter_child (fixture, "period"), ATK_ROLE_COMBO_BOX, "When");
  assert_named (filter_child (fixture, "from"), ATK_ROLE_TEXT, "First day");
  assert_named (filter_child (fixture, "to"), ATK_ROLE_TEXT, "Last day");
  assert_named (progress_child (fixture, "group"), ATK_ROLE_COMBO_BOX,
                "Which sessions are compared");
  assert_named (view_in (child (fixture, "table")), ATK_ROLE_TABLE, "Sessions");
  chart = gtk_widget_get_accessible (progress_child (fixture, "chart"));
  g_assert_cmpint (atk_object_get_role (chart), ==, ATK_ROLE_CHART);
  choose_group (fixture, "Practice (3 sessions)");
  g_assert_nonnull (strstr (atk_object_get_description (chart), "3 sessions, 1 passed"));
}

static void
test_thousand_sessions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *journal =
      desk_test_history_work (fixture->path, fixture->scenario, &shifts[2], "shift");
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (journal, &error);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);
  g_autoptr (DeskHistory) history = desk_history_open (fixture->path, &error);

  for (guint n = 1; n < 1000; n++)
    g_assert_true (desk_history_add (history, scorecard, NULL, &error));
  open_page (fixture, NULL);
  g_assert_cmpint (n_rows (view_in (child (fixture, "table"))), ==, 1000);
  assert_says (child (fixture, "progress"), "The chart shows the latest 100");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/history-page/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_EMPTY(path, function)                                                                  \
  g_test_add ("/history-page/" path, Fixture, NULL, set_up_empty, function, tear_down)

static const char *const asking[] = { "import", "rebuild", "export", "delete", "keep" };

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("class", test_class);
  ADD ("class-to-trainee", test_class_leads_to_a_trainee);
  ADD ("sorted", test_sorted_by_figures);
  ADD ("filter", test_filter);
  ADD ("faulty-days", test_faulty_days);
  ADD ("progress", test_progress);
  ADD ("chart", test_chart_and_table_go_together);
  ADD_EMPTY ("pass-marks", test_pass_marks);
  ADD ("open", test_open_and_back);
  ADD ("journal-gone", test_journal_is_gone);
  ADD ("delete", test_delete_asks);
  ADD ("delete-whom", test_delete_needs_a_trainee);
  ADD ("import", test_import);
  ADD ("export", test_export);
  ADD ("keep", test_keep_asks_before_it_deletes);
  ADD ("expiry", test_expires_at_the_start);
  ADD ("accessible", test_accessible);
  ADD ("left", test_left_while_reading);
  for (guint n = 0; n < G_N_ELEMENTS (asking); n++) {
    g_autofree char *path = g_strconcat ("/history-page/left-asking/", asking[n], NULL);

    g_test_add (path, Fixture, asking[n], set_up, test_left_while_asking, tear_down);
  }
  ADD_EMPTY ("catch-up", test_catches_up_at_the_start);
  ADD_EMPTY ("empty", test_empty);
  ADD_EMPTY ("cannot-open", test_cannot_be_opened);
  ADD_EMPTY ("notice", test_notice);
  ADD_EMPTY ("thousand", test_thousand_sessions);
  return g_test_run ();
}
