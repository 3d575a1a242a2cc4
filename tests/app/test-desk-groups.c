/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* How one goes about the desk by keys: Tab from group to group, arrows within; the phrases that tell what
 * they say; and the list of promises. */

#include "app/glance.h"
#include "app/phrase-foot.h"
#include "app/phrase-grid.h"
#include "app/promise-menu.h"
#include "app/roving-focus.h"
#include "hands.h"
#include "page-fixture.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *before;     /* an entry */
  GtkWidget *buttons[6]; /* in two columns */
  GtkWidget *after;      /* an entry */
} Fixture;

static gboolean
on_settled (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (200, on_settled, loop);
  g_main_loop_run (loop);
}

static void
show_in_window (Fixture *fixture, GtkWidget *child)
{
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_container_add (GTK_CONTAINER (fixture->window), child);
  gtk_widget_show_all (fixture->window);
  settle ();
}

static GtkWidget *
focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
tab (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (fixture->window, direction);
}

static void
make_group (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = gtk_grid_new ();

  fixture->before = gtk_entry_new ();
  fixture->after = gtk_entry_new ();
  for (int n = 0; n < 6; n++) {
    fixture->buttons[n] = gtk_button_new_with_label ("A phrase");
    gtk_grid_attach (GTK_GRID (grid), fixture->buttons[n], n % 2, n / 2, 1, 1);
  }
  gtk_container_add (GTK_CONTAINER (box), fixture->before);
  gtk_container_add (GTK_CONTAINER (box), grid);
  gtk_container_add (GTK_CONTAINER (box), fixture->after);
  desk_roving_focus_add (grid);
  show_in_window (fixture, box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
}

/* One stop for Tab, both ways, and back to where one was. */
static void
test_one_stop (Fixture *fixture, gconstpointer data)
{
  make_group (fixture);
  gtk_widget_grab_focus (fixture->before);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (focus (fixture) == fixture->buttons[0]);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (focus (fixture) == fixture->after);
  gtk_widget_grab_focus (fixture->buttons[3]);
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (focus (fixture) == fixture->before);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (focus (fixture) == fixture->buttons[3]);
  gtk_widget_grab_focus (fixture->after);
  gtk_widget_set_sensitive (fixture->buttons[3], FALSE);
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (focus (fixture) == fixture->buttons[0]);
}

static void
assert_leads (Fixture *fixture, guint from, guint key, guint to)
{
  gtk_widget_grab_focus (fixture->buttons[from]);
  g_assert_true (desk_test_press (fixture->window, key));
  g_assert_true (focus (fixture) == fixture->buttons[to]);
}

/* 0 1
 * 2 3
 * 4 5 */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  make_group (fixture);
  assert_leads (fixture, 0, GDK_KEY_Right, 1);
  assert_leads (fixture, 1, GDK_KEY_Down, 3);
  assert_leads (fixture, 3, GDK_KEY_Left, 2);
  assert_leads (fixture, 4, GDK_KEY_Up, 2);
  assert_leads (fixture, 3, GDK_KEY_Home, 0);
  assert_leads (fixture, 0, GDK_KEY_End, 5);
  /* At the edge it stays. */
  assert_leads (fixture, 1, GDK_KEY_Right, 1);
  assert_leads (fixture, 4, GDK_KEY_Down, 4);
  /* What cannot be pressed is passed over. */
  gtk_widget_set_sensitive (fixture->buttons[3], FALSE);
  assert_leads (fixture, 1, GDK_KEY_Down, 5);
}

/* Phrases. */

static DeskScenario *
scenario_with_own (guint n_own)
{
  GString *yaml = g_string_new ("format: 1\ntitle: Phrases\nlanguage: en\ncountry: gb\nlines: 2\n"
                                "duration: 8:00\norganisation: Northwick\n"
                                "people:\n  - {id: anna, name: Anna Reed, extension: 201}\n"
                                "calls:\n  - {id: ada, at: 0:01, caller: {given: Ada},\n"
                                "     says: {opening: {text: Hello}}, expect: {do: decline}}\n"
                                "phrases:\n");
  g_autofree char *text = NULL;

  for (guint n = 1; n <= n_own; n++)
    g_string_append_printf (yaml, "  - {id: own%u, label: We say sentence %u}\n", n, n);
  text = g_string_free (yaml, FALSE);
  return desk_test_scenario_new (text);
}

static GtkWidget *
show_phrases (Fixture *fixture, DeskScenario *scenario)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *grid = desk_phrase_grid_new (scenario, "Tess");

  gtk_container_add (GTK_CONTAINER (scroller), grid);
  gtk_box_pack_start (GTK_BOX (box), scroller, TRUE, TRUE, 0);
  gtk_container_add (
      GTK_CONTAINER (box),
      desk_phrase_foot_new (DESK_PHRASE_GRID (grid),
                            gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))));
  show_in_window (fixture, box);
  return grid;
}

/* As the window does that has the keyboard. */
static void
tell_of_focus (GtkWidget *widget, gboolean in)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_FOCUS_CHANGE);

  event->focus_change.window = g_object_ref (gtk_widget_get_window (widget));
  event->focus_change.in = in;
  gtk_widget_send_focus_change (widget, event);
}

/* In a line of its own and to a screen reader; no tooltip lies over the neighbours. */
static void
test_phrase_tells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = scenario_with_own (1);
  GtkWidget *grid = show_phrases (fixture, scenario);
  GtkWidget *own = desk_phrase_grid_get_button (DESK_PHRASE_GRID (grid),
                                                scenario->phrases[DESK_N_BUILTIN_PHRASES]);
  g_autofree char *tooltip = gtk_widget_get_tooltip_text (own);

  g_assert_null (tooltip);
  g_assert_cmpstr (atk_object_get_description (gtk_widget_get_accessible (own)), ==,
                   "We say sentence 1");
  g_assert_false (desk_test_says (fixture->window, "“We say sentence 1”"));
  tell_of_focus (own, TRUE);
  g_assert_true (desk_test_says (fixture->window, "“We say sentence 1”"));
  tell_of_focus (own, FALSE);
  g_assert_false (desk_test_says (fixture->window, "“We say sentence 1”"));
}

/* More than fit are pointed out, and those without a key can be reached and say how. */
static void
test_many_phrases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = scenario_with_own (45);
  GtkWidget *grid = show_phrases (fixture, scenario);
  const guint last = scenario->n_phrases - 1;
  GtkWidget *button =
      desk_phrase_grid_get_button (DESK_PHRASE_GRID (grid), scenario->phrases[last]);

  g_assert_true (desk_test_says (fixture->window, "▾ more below"));
  g_assert_true (desk_test_says (fixture->window, "The first 40 have a key of their own."));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (desk_test_press (fixture->window, GDK_KEY_End));
  g_assert_true (focus (fixture) == button);
  settle ();
  g_assert_false (desk_test_says (fixture->window, "▾ more below"));
}

/* Also where all that is missing is the foot of the last one. */
static void
test_cut_phrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = scenario_with_own (7);
  GtkWidget *scroller =
      gtk_widget_get_ancestor (show_phrases (fixture, scenario), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  int width, height;

  gtk_window_get_size (GTK_WINDOW (fixture->window), &width, &height);
  height += (int) (gtk_adjustment_get_upper (way) - gtk_adjustment_get_page_size (way));
  gtk_window_resize (GTK_WINDOW (fixture->window), width, height);
  settle ();
  g_assert_false (desk_test_says (fixture->window, "▾ more below"));
  gtk_window_resize (GTK_WINDOW (fixture->window), width, height - 8);
  settle ();
  g_assert_true (desk_test_says (fixture->window, "▾ more below"));
}

static void
test_few_phrases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = scenario_with_own (1);

  show_phrases (fixture, scenario);
  gtk_window_resize (GTK_WINDOW (fixture->window), 500, 700);
  settle ();
  g_assert_false (desk_test_says (fixture->window, "▾ more below"));
  g_assert_false (desk_test_says (fixture->window, "The first 40 have a key of their own."));
}

/* Promises. */

typedef struct {
  GtkWidget *found;
  GType type;
} Search;

static void
search (GtkWidget *widget, gpointer data)
{
  Search *self = data;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, self->type))
    self->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search, self);
}

static void
offer_message (DeskSession *session, guint line, gint64 t_ms)
{
  DeskScenario *scenario = desk_session_get_scenario (session);
  const DeskCommand say = { .type = DESK_COMMAND_SAY,
                            .line = line,
                            .phrase = scenario->phrases[DESK_PHRASE_OFFER_MESSAGE] };

  desk_test_session_answer (session, line, t_ms);
  desk_session_dispatch (session, &say, t_ms + 500);
}

static void
on_slip (GtkWidget *glance, const DeskCall *call, gpointer asked)
{
  *(const DeskCall **) asked = call;
}

static GtkWidget *
promise_menu_of (Fixture *fixture)
{
  Search found = { NULL, DESK_TYPE_PROMISE_MENU };

  gtk_container_forall (GTK_CONTAINER (fixture->window), search, &found);
  g_assert_nonnull (found.found);
  return found.found;
}

static void
test_every_promise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  g_autoptr (GList) rows = NULL;
  GtkWidget *glance = g_object_new (DESK_TYPE_GLANCE, NULL);
  const DeskCall *asked = NULL;
  GtkWidget *menu, *row;

  g_signal_connect (glance, "slip", G_CALLBACK (on_slip), &asked);
  show_in_window (fixture, glance);
  desk_glance_set_session (DESK_GLANCE (glance), session);
  menu = promise_menu_of (fixture);
  g_assert_false (gtk_widget_is_sensitive (menu));
  offer_message (session, 2, 3000);
  desk_glance_update (DESK_GLANCE (glance));
  g_assert_false (gtk_widget_is_sensitive (menu));
  offer_message (session, 1, 6000);
  desk_glance_update (DESK_GLANCE (glance));
  g_assert_true (gtk_widget_is_sensitive (menu));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (menu), TRUE);
  settle ();
  row = focus (fixture);
  g_assert_true (GTK_IS_BUTTON (row) && row != menu); /* the keys go on in the list */
  rows = gtk_container_get_children (GTK_CONTAINER (gtk_widget_get_parent (row)));
  g_assert_cmpuint (g_list_length (rows), ==, 2);
  gtk_button_clicked (rows->next->data);
  g_assert_true (asked == scenario->calls[1]);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (menu)));
}

static void
on_name_told (AtkObject *accessible, GParamSpec *pspec, gpointer n)
{
  ++*(guint *) n;
}

static void
count_names (GtkWidget *widget, gpointer n)
{
  if (GTK_IS_BUTTON (widget))
    g_signal_connect (gtk_widget_get_accessible (widget), "notify::accessible-name",
                      G_CALLBACK (on_name_told), n);
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), count_names, n);
}

/* A second goes by, and nothing but the clocks changes: nothing is told on the bus. */
static void
test_names_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  GtkWidget *glance = g_object_new (DESK_TYPE_GLANCE, NULL);
  guint n = 0;

  show_in_window (fixture, glance);
  desk_glance_set_session (DESK_GLANCE (glance), session);
  desk_test_session_answer (session, 2, 3000);
  desk_glance_update (DESK_GLANCE (glance));
  count_names (glance, &n);
  desk_session_advance (session, 4000);
  desk_glance_update (DESK_GLANCE (glance));
  g_assert_cmpuint (n, ==, 0);
  desk_session_advance (session, 6000); /* another rings */
  desk_glance_update (DESK_GLANCE (glance));
  g_assert_cmpuint (n, ==, 1);
}

#define ADD(name, test) g_test_add ("/desk-groups/" name, Fixture, NULL, NULL, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("one-stop", test_one_stop);
  ADD ("arrows", test_arrows);
  ADD ("phrase-tells", test_phrase_tells);
  ADD ("many-phrases", test_many_phrases);
  ADD ("few-phrases", test_few_phrases);
  ADD ("cut-phrase", test_cut_phrase);
  ADD ("every-promise", test_every_promise);
  ADD ("names-rest", test_names_rest);
  return g_test_run ();
}
