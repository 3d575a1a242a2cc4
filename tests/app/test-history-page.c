/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history-rig.h"

#include "app/class-table.h"
#include "app/progress-chart.h"
#include "app/session-table.h"
#include "history/history-list.h"

/* The page over a real history, as a user reads it. */

#define CHART_WIDTH 600 /* px */

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
  assert_says (progress_child (fixture, "mistakes"), "It is too early to say");
  choose_group (fixture, "Exam (1 session)");
  g_assert_cmpstr (text_of (progress_child (fixture, "summary")), ==,
                   "1 session, 1 passed · score 100.00 · on average response points 100 %, message "
                   "accuracy 100 %.");
  choose_group (fixture, "Practice (3 sessions)");
  g_assert_cmpstr (text_of (progress_child (fixture, "summary")), ==,
                   "3 sessions, 1 passed · score first 0.00, latest 100.00, mean 33.33, best "
                   "100.00 · on average response points 33 %, message accuracy 100 %.");
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

static void
test_chart_and_table_go_together (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart;

  open_page (fixture, "Kim");
  chart = progress_child (fixture, "chart");
  choose_group (fixture, "Practice (3 sessions)");
  g_assert_true (press (chart, GDK_KEY_Home, 0));
  g_assert_cmpstr (chosen_day (fixture), ==, history_shifts[0].started);
  g_assert_true (press (chart, GDK_KEY_Right, 0));
  g_assert_cmpstr (chosen_day (fixture), ==, history_shifts[1].started);
  g_assert_true (press (chart, GDK_KEY_End, 0));
  g_assert_true (press (chart, GDK_KEY_Right, 0));
  g_assert_cmpstr (chosen_day (fixture), ==, history_shifts[2].started);
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

  g_free (desk_test_history_work (fixture->path, fixture->scenario, &history_shifts[0], "mild"));
  g_free (desk_test_history_work (fixture->path, strict, &history_shifts[1], "strict"));
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
      desk_test_history_work (fixture->path, fixture->scenario, &history_shifts[2], "shift");
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
  ADD ("accessible", test_accessible);
  ADD_EMPTY ("thousand", test_thousand_sessions);
  return g_test_run ();
}
