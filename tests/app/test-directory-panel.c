/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/directory-panel.h"
#include "page-fixture.h"

/* The panel as keys and clicks see it. */

typedef struct {
  DeskSession *session;
  GtkWidget *panel;
  GtkWidget *window;
  GString *heard; /* "transfer erik " */
} Fixture;

static void
on_transfer (Fixture *fixture, const DeskPerson *person)
{
  g_string_append_printf (fixture->heard, "transfer %s ", person->id);
}

static void
on_consult (Fixture *fixture, const DeskPerson *person)
{
  g_string_append_printf (fixture->heard, "consult %s ", person->id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();

  fixture->session = desk_test_session_new (scenario);
  fixture->heard = g_string_new (NULL);
  fixture->panel = desk_directory_panel_new (fixture->session);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  g_signal_connect_swapped (fixture->panel, "transfer", G_CALLBACK (on_transfer), fixture);
  g_signal_connect_swapped (fixture->panel, "consult", G_CALLBACK (on_consult), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->panel);
  gtk_widget_show (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  g_string_free (fixture->heard, TRUE);
  g_object_unref (fixture->session);
}

static gpointer
child (Fixture *fixture, const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->panel, DESK_TYPE_DIRECTORY_PANEL, name);

  g_assert_nonnull (object);
  return object;
}

static void
press (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_KEY_PRESS);
  gboolean handled;

  event->key.window = g_object_ref (gtk_widget_get_window (widget));
  event->key.keyval = keyval;
  event->key.state = modifiers;
  g_signal_emit_by_name (widget, "key-press-event", event, &handled);
  g_assert_true (handled);
}

static const char *
chosen (Fixture *fixture)
{
  const DeskPerson *person =
      desk_directory_panel_get_person (DESK_DIRECTORY_PANEL (fixture->panel));

  return person != NULL ? person->id : NULL;
}

static void
test_keys_hand_on (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->panel, "can-transfer", TRUE, NULL);
  gtk_entry_set_text (child (fixture, "search"), "sjol");
  press (child (fixture, "search"), GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->heard->str, ==, "");
  desk_directory_panel_seek (DESK_DIRECTORY_PANEL (fixture->panel), DESK_COMMAND_TRANSFER);
  press (child (fixture, "search"), GDK_KEY_Return, 0);
  press (child (fixture, "search"), GDK_KEY_Return, GDK_SHIFT_MASK);
  press (child (fixture, "list"), GDK_KEY_KP_Enter, 0);
  gtk_button_clicked (child (fixture, "consult_button"));
  g_assert_cmpstr (fixture->heard->str, ==,
                   "transfer peter consult peter transfer peter consult peter ");
}

static void
test_nothing_without_a_call (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "transfer_button")));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "consult_button")));
  press (child (fixture, "search"), GDK_KEY_Return, 0);
  press (child (fixture, "list"), GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* Who was only found first gives way to who is found better; who was chosen by hand stays. */
static void
test_search_keeps_the_chosen (Fixture *fixture, gconstpointer data)
{
  gtk_entry_set_text (child (fixture, "search"), "a");
  g_assert_cmpstr (chosen (fixture), ==, "anna1");
  gtk_entry_set_text (child (fixture, "search"), "anna2");
  g_assert_cmpstr (chosen (fixture), ==, "anna2");
  gtk_entry_set_text (child (fixture, "search"), "anna");
  g_assert_cmpstr (chosen (fixture), ==, "anna1");
  press (child (fixture, "search"), GDK_KEY_Down, 0);
  g_assert_cmpstr (chosen (fixture), ==, "anna2");
  gtk_entry_set_text (child (fixture, "search"), "anna b");
  g_assert_cmpstr (chosen (fixture), ==, "anna2");
  gtk_entry_set_text (child (fixture, "search"), "ober");
  g_assert_cmpstr (chosen (fixture), ==, "erik");
  gtk_entry_set_text (child (fixture, "search"), "oberg");
  g_assert_cmpstr (chosen (fixture), ==, "oberg");
}

static void
assert_nobody_chosen (Fixture *fixture, const char *words)
{
  g_assert_null (chosen (fixture));
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "chosen")), ==, words);
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "transfer_button")));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "consult_button")));
}

static void
test_nobody_is_chosen_unasked (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->panel, "can-transfer", TRUE, NULL);
  assert_nobody_chosen (fixture, "Nobody chosen");
  press (child (fixture, "search"), GDK_KEY_Return, 0);
  press (child (fixture, "search"), GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (fixture->heard->str, ==, "");
  desk_directory_panel_update (DESK_DIRECTORY_PANEL (fixture->panel));
  assert_nobody_chosen (fixture, "Type a name, or choose a person first");

  gtk_entry_set_text (child (fixture, "search"), "erik");
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "chosen")), ==,
                   "Erik Öberg, 201 · Site manager, Projects");
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "transfer_button")));
  gtk_entry_set_text (child (fixture, "search"), "");
  assert_nobody_chosen (fixture, "Nobody chosen");
}

static void
test_reset_forgets_the_choice (Fixture *fixture, gconstpointer data)
{
  DeskDirectoryPanel *panel = DESK_DIRECTORY_PANEL (fixture->panel);
  g_autoptr (GtkTreePath) second = gtk_tree_path_new_from_indices (1, -1);

  g_object_set (panel, "can-transfer", TRUE, NULL);
  gtk_entry_set_text (child (fixture, "search"), "sjol");
  desk_directory_panel_reset (panel);
  g_assert_cmpstr (gtk_entry_get_text (child (fixture, "search")), ==, "");
  assert_nobody_chosen (fixture, "Nobody chosen");

  gtk_tree_view_set_cursor (child (fixture, "list"), second, NULL, FALSE);
  g_assert_cmpstr (chosen (fixture), ==, "anna2");
  desk_directory_panel_reset (panel);
  assert_nobody_chosen (fixture, "Nobody chosen");
  press (child (fixture, "search"), GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* The search keeps the focus and the caret while Up and Down choose. */
static void
test_arrows_choose_from_the_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = child (fixture, "search");

  gtk_widget_grab_focus (search);
  press (search, GDK_KEY_Down, 0);
  g_assert_cmpstr (chosen (fixture), ==, "anna1");
  press (search, GDK_KEY_Down, 0);
  press (search, GDK_KEY_Down, 0);
  g_assert_cmpstr (chosen (fixture), ==, "erik");
  press (search, GDK_KEY_Up, 0);
  g_assert_cmpstr (chosen (fixture), ==, "anna2");
  press (search, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (chosen (fixture), ==, "peter");
  press (search, GDK_KEY_Down, 0);
  g_assert_cmpstr (chosen (fixture), ==, "peter");
  press (search, GDK_KEY_Page_Up, 0);
  press (search, GDK_KEY_Up, 0);
  g_assert_cmpstr (chosen (fixture), ==, "anna1");
  g_assert_true (gtk_widget_is_focus (search));

  gtk_entry_set_text (GTK_ENTRY (search), "nobody at all");
  press (search, GDK_KEY_Down, 0);
  g_assert_null (chosen (fixture));
}

static void
let_draw (void)
{
  for (guint i = 0; i < 50; i++) {
    while (gtk_events_pending ())
      gtk_main_iteration ();
    g_usleep (2000);
  }
}

/* Seven rows of a list as high as the console gives it, at the least. */
static void
test_rows_are_dense (Fixture *fixture, gconstpointer data)
{
  GdkRectangle cell;
  g_autoptr (GtkTreePath) first = gtk_tree_path_new_first ();

  let_draw ();
  gtk_tree_view_get_background_area (child (fixture, "list"), first, child (fixture, "column"),
                                     &cell);
  g_assert_cmpint (cell.height, >, 12);
  g_assert_cmpint (cell.height, <=, 27);
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->panel, "can-transfer", TRUE, NULL);
  gtk_entry_set_text (child (fixture, "search"), "<b>zz");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (child (fixture, "stack")), ==, "empty");
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "empty")), ==, "Nobody matches “<b>zz”");
  g_assert_null (chosen (fixture));
  press (child (fixture, "search"), GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_presence_moves_on (Fixture *fixture, gconstpointer data)
{
  gtk_entry_set_text (child (fixture, "search"), "erik");
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "chosen_presence")), ==, "Available");
  desk_session_advance (fixture->session, 425000);
  desk_directory_panel_update (DESK_DIRECTORY_PANEL (fixture->panel));
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "chosen_presence")), ==, "Away for 3 min");
}

static void
test_no_mnemonics (Fixture *fixture, gconstpointer data)
{
  desk_test_assert_no_mnemonics (fixture->panel);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/directory-panel/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("keys", test_keys_hand_on);
  ADD ("no-call", test_nothing_without_a_call);
  ADD ("chosen", test_search_keeps_the_chosen);
  ADD ("unasked", test_nobody_is_chosen_unasked);
  ADD ("reset", test_reset_forgets_the_choice);
  ADD ("arrows", test_arrows_choose_from_the_search);
  ADD ("dense", test_rows_are_dense);
  ADD ("nobody", test_nobody);
  ADD ("presence", test_presence_moves_on);
  ADD ("mnemonics", test_no_mnemonics);
  return g_test_run ();
}
