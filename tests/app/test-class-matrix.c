/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <sys/mman.h>

#include "app/class-matrix.h"

/* The table of a class over snapshots made by hand, one after another, as readings bring them. */

#define PAGE_BYTES 4096

static const char *const whole_class[] = { "Anna", "Bo", "Cy", NULL };
static const char *const without_bo[] = { "Anna", "Cy", NULL };

/* Texts lie in memory that nobody can read once they are gone: what is read too late ends the test. */
typedef struct {
  DeskClassSnapshot *snapshot; /* owned, as below */
  GPtrArray *sessions;
  char *texts;
  gsize used;
} Reading;

typedef struct {
  GtkWidget *window;
  DeskClassMatrix *matrix;
  Reading *reading; /* that is shown */
  const DeskClassCell *chosen;
  const DeskClassCell *asked_for;
} Fixture;

static char *
keep_text (Reading *reading, const char *text)
{
  char *kept = reading->texts + reading->used;

  reading->used += strlen (text) + 1;
  g_assert_cmpuint (reading->used, <=, PAGE_BYTES);
  return strcpy (kept, text);
}

static void
add_session (Reading *reading, const char *trainee, const char *scenario, double score)
{
  DeskClassSession *session = g_new0 (DeskClassSession, 1);

  session->path = g_strdup_printf ("%u.journal", reading->sessions->len);
  session->identity = g_strdup (session->path);
  session->trainee = keep_text (reading, trainee);
  session->scenario = keep_text (reading, scenario);
  session->title = g_strdup (scenario);
  session->started = g_strdup ("2026-11-16T09:00:00+01:00");
  session->started_us = reading->sessions->len + 1;
  session->accommodations = g_strdup ("");
  session->score = score;
  session->passed = score >= 70;
  session->response = session->message = session->asa_seconds = -1;
  session->marks = g_strdup ("[]");
  g_ptr_array_add (reading->sessions, session);
}

static void
session_free (gpointer data)
{
  DeskClassSession *session = data;

  session->trainee = NULL; /* in the page */
  session->scenario = NULL;
  desk_class_session_free (session);
}

/* Everybody worked "one" and "two"; who comes first by name is last by "two". */
static Reading *
reading_new (const char *const *trainees, const char *first_scenario)
{
  const DeskClassFilter nothing = { .has_mode = FALSE };
  Reading *reading = g_new0 (Reading, 1);

  reading->sessions = g_ptr_array_new_with_free_func (session_free);
  reading->texts =
      mmap (NULL, PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  g_assert_true (reading->texts != MAP_FAILED);
  for (guint n = 0; trainees[n] != NULL; n++) {
    add_session (reading, trainees[n], first_scenario, 50);
    add_session (reading, trainees[n], "two", 90 - 10 * (double) n);
  }
  reading->snapshot = g_atomic_rc_box_new0 (DeskClassSnapshot);
  reading->snapshot->view = desk_class_view_new (reading->sessions, &nothing);
  return reading;
}

static void
reading_free (Reading *reading)
{
  desk_class_snapshot_unref (reading->snapshot);
  g_ptr_array_unref (reading->sessions);
  g_assert_cmpint (mprotect (reading->texts, PAGE_BYTES, PROT_NONE), ==, 0);
  g_free (reading); /* the page stays, for whoever looks into it */
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
show (Fixture *fixture, const char *const *trainees, const char *first_scenario)
{
  Reading *before = fixture->reading;

  fixture->reading = reading_new (trainees, first_scenario);
  desk_class_matrix_show (fixture->matrix, fixture->reading->snapshot);
  g_clear_pointer (&before, reading_free);
}

static void
on_chosen (Fixture *fixture, const DeskClassCell *cell)
{
  fixture->chosen = cell;
}

static void
on_menu (Fixture *fixture, const DeskClassCell *cell)
{
  g_assert_true (fixture->chosen == cell); /* the menu acts on what is chosen */
  fixture->asked_for = cell;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *matrix = g_object_new (DESK_TYPE_CLASS_MATRIX, NULL);

  fixture->matrix = DESK_CLASS_MATRIX (matrix);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_container_add (GTK_CONTAINER (fixture->window), matrix);
  g_signal_connect_swapped (matrix, "chosen", G_CALLBACK (on_chosen), fixture);
  g_signal_connect_swapped (matrix, "menu", G_CALLBACK (on_menu), fixture);
  gtk_widget_show (matrix);
  gtk_widget_show (fixture->window);
  show (fixture, whole_class, "one");
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  reading_free (fixture->reading);
}

/* What stands at a place of a pane: headings are right of the corner, names below it. */
static GtkWidget *
part (Fixture *fixture, int pane_left, int pane_top, int left, int top)
{
  GtkWidget *pane = gtk_grid_get_child_at (GTK_GRID (fixture->matrix), pane_left, pane_top);
  GtkWidget *viewport = gtk_bin_get_child (GTK_BIN (pane));

  return gtk_grid_get_child_at (GTK_GRID (gtk_bin_get_child (GTK_BIN (viewport))), left, top);
}

static GtkWidget *
heading (Fixture *fixture, int n)
{
  return part (fixture, 1, 0, n, 0);
}

static GtkWidget *
name (Fixture *fixture, int n)
{
  return part (fixture, 0, 1, 0, n);
}

static GtkWidget *
cell (Fixture *fixture, int row, int column)
{
  return part (fixture, 1, 1, column, row);
}

static const char *
words_of (GtkWidget *widget)
{
  return atk_object_get_name (gtk_widget_get_accessible (widget));
}

static void
assert_begins (GtkWidget *widget, const char *words)
{
  if (!g_str_has_prefix (words_of (widget), words))
    g_error ("“%s” does not begin with “%s”", words_of (widget), words);
}

static GtkWidget *
focus (Fixture *fixture)
{
  GtkWidget *found = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (found);
  return found;
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = cell (fixture, 0, 1);
  const char *further = atk_object_get_description (gtk_widget_get_accessible (first));

  g_assert_cmpstr (words_of (first), ==, "Anna, two: 90 points, passed, 1 session");
  g_assert_nonnull (strstr (further, "Best: 90 points"));
  assert_begins (name (fixture, 2), "Cy, mean 60");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (heading (fixture, 1));
  gtk_button_clicked (GTK_BUTTON (heading (fixture, 1)));
  settle ();
  assert_begins (name (fixture, 0), "Cy");
  assert_begins (cell (fixture, 0, 1), "Cy, two");
  g_assert_true (focus (fixture) == heading (fixture, 1));
  gtk_button_clicked (GTK_BUTTON (heading (fixture, 1)));
  settle ();
  assert_begins (name (fixture, 0), "Anna");
}

/* A reading comes between the click and its work: what the heading stood for is gone. */
static void
test_read_while_sorting (Fixture *fixture, gconstpointer data)
{
  gtk_button_clicked (GTK_BUTTON (heading (fixture, 1)));
  show (fixture, whole_class, "one");
  settle ();
  assert_begins (name (fixture, 0), "Anna");
}

static void
test_keyboard_of_a_heading (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (heading (fixture, 0));
  show (fixture, without_bo, "one");
  g_assert_true (focus (fixture) == heading (fixture, 0));
  show (fixture, whole_class, "other");
  g_assert_true (gtk_widget_is_ancestor (focus (fixture), GTK_WIDGET (fixture->matrix)));
  assert_begins (focus (fixture), "Anna, "); /* the first cell */
}

static void
test_keyboard_of_a_name (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (name (fixture, 2));
  show (fixture, without_bo, "one");
  g_assert_true (focus (fixture) == name (fixture, 1));
  assert_begins (focus (fixture), "Cy");
}

static void
test_keyboard_of_a_cell (Fixture *fixture, gconstpointer data)
{
  GdkEvent *event = gdk_event_new (GDK_FOCUS_CHANGE);

  /* Nobody gives focus to the window here. */
  gtk_widget_grab_focus (cell (fixture, 2, 1));
  event->focus_change.window = g_object_ref (gtk_widget_get_window (cell (fixture, 2, 1)));
  event->focus_change.in = TRUE;
  gtk_widget_send_focus_change (cell (fixture, 2, 1), event);
  gdk_event_free (event);
  show (fixture, without_bo, "one");
  assert_begins (focus (fixture), "Cy, two");
  g_assert_nonnull (desk_class_matrix_get_chosen (fixture->matrix));
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (cell (fixture, 1, 1), "popup-menu", &handled);
  g_assert_true (handled);
  g_assert_nonnull (fixture->asked_for);
  g_assert_cmpstr (fixture->asked_for->trainee, ==, "Bo");
  g_assert_true (desk_class_matrix_get_chosen (fixture->matrix) == fixture->asked_for);
}

#define ADD(path, test) g_test_add ("/class-matrix/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("sort", test_sort);
  ADD ("read-while-sorting", test_read_while_sorting);
  ADD ("keyboard-of-a-heading", test_keyboard_of_a_heading);
  ADD ("keyboard-of-a-name", test_keyboard_of_a_name);
  ADD ("keyboard-of-a-cell", test_keyboard_of_a_cell);
  ADD ("menu", test_menu);
  return g_test_run ();
}
