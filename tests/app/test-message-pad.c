/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/message-pad.h"

#include <string.h>

#include "app/alphabet-row.h"
#include "app/appearance.h"
#include "app/console-page.h"
#include "app/note-buffer.h"
#include "app/tick-grid.h"
#include "cli/settings.h"
#include "hands.h"
#include "page-fixture.h"

/* The pad against a real session, typed into as a trainee would. */

/* px: what the console gives the pad in a window of 1280x800; measured before the tests. */
static int place_width, place_height;

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  DeskMessagePad *pad;
  GtkWidget *window;
  GPtrArray *drafts;   /* "call: to|name|text" */
  GPtrArray *messages; /* the same */
} Fixture;

static char *
to_line (const DeskCall *call, const DeskSlip *slip)
{
  return g_strdup_printf ("%s: %s|%s|%s", call->id, slip->to, slip->name, slip->text);
}

static void
issue (Fixture *fixture, DeskCommandType type, const DeskCall *call, const DeskSlip *slip)
{
  DeskCommand command = { .type = type, .call = call, .slip = slip };

  desk_session_dispatch (fixture->session, &command, 61000);
}

static void
on_draft (Fixture *fixture, const DeskCall *call, const DeskSlip *slip)
{
  g_ptr_array_add (fixture->drafts, to_line (call, slip));
  issue (fixture, DESK_COMMAND_DRAFT, call, slip);
}

static void
on_message (Fixture *fixture, const DeskCall *call, const DeskSlip *slip)
{
  g_ptr_array_add (fixture->messages, to_line (call, slip));
  issue (fixture, DESK_COMMAND_MESSAGE, call, slip);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scenario = desk_test_scenario_new_default ();
  fixture->session = desk_test_session_new (fixture->scenario);
  fixture->drafts = g_ptr_array_new_with_free_func (g_free);
  fixture->messages = g_ptr_array_new_with_free_func (g_free);
  fixture->pad = DESK_MESSAGE_PAD (desk_message_pad_new (fixture->session));
  g_signal_connect_swapped (fixture->pad, "draft", G_CALLBACK (on_draft), fixture);
  g_signal_connect_swapped (fixture->pad, "message", G_CALLBACK (on_message), fixture);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), place_width, place_height);
  gtk_container_add (GTK_CONTAINER (fixture->window), GTK_WIDGET (fixture->pad));
  gtk_widget_show (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  g_ptr_array_unref (fixture->drafts);
  g_ptr_array_unref (fixture->messages);
  g_object_unref (fixture->session);
  desk_scenario_unref (fixture->scenario);
}

static gpointer
child (Fixture *fixture, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (fixture->pad), DESK_TYPE_MESSAGE_PAD, name);

  g_assert_nonnull (object);
  return object;
}

static void
type_note (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (child (fixture, "note"));

  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static void
assert_note (Fixture *fixture, const char *expected)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (child (fixture, "note"));
  g_autofree char *text = desk_note_buffer_get_text (DESK_NOTE_BUFFER (buffer));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_shows (Fixture *fixture, const char *page)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (child (fixture, "stack")), ==, page);
}

static void
assert_no_hint (Fixture *fixture)
{
  g_assert_false (gtk_style_context_has_class (
      gtk_widget_get_style_context (child (fixture, "state")), "desk-slip-doubt"));
}

static void
assert_state (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "state")), ==, expected);
}

static gboolean
on_time_up (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean up = FALSE;

  g_timeout_add (ms, on_time_up, &up);
  while (!up)
    g_main_context_iteration (NULL, TRUE);
}

static const DeskCall *
call (Fixture *fixture, const char *id)
{
  return desk_scenario_find_call (fixture->scenario, id);
}

static void
answer_both (Fixture *fixture)
{
  desk_test_session_answer (fixture->session, 2, 3000);
  desk_test_session_answer (fixture->session, 1, 6000);
}

static void
test_no_slip_before_the_answer (Fixture *fixture, gconstpointer data)
{
  assert_shows (fixture, "empty");
  desk_session_advance (fixture->session, 2500);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  assert_shows (fixture, "empty");
  desk_test_session_answer (fixture->session, 2, 3000);
  assert_shows (fixture, "slip");
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "title")), ==,
                   "Message – line 2, Lindqvist, Åsa");
  desk_message_pad_set_call (fixture->pad, NULL);
  assert_shows (fixture, "empty");
}

static void
test_changing_over_keeps_every_slip (Fixture *fixture, gconstpointer data)
{
  answer_both (fixture);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  type_note (fixture, "about the invoice");
  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  assert_note (fixture, "");
  type_note (fixture, "about the car");
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  assert_note (fixture, "about the invoice");
  type_note (fixture, " again");
  desk_message_pad_set_call (fixture->pad, NULL);

  g_assert_cmpuint (fixture->drafts->len, ==, 3);
  g_assert_cmpstr (fixture->drafts->pdata[0], ==, "first: ||about the invoice");
  g_assert_cmpstr (fixture->drafts->pdata[1], ==, "second: ||about the car");
  g_assert_cmpstr (fixture->drafts->pdata[2], ==, "first: ||about the invoice again");
}

static void
test_draft_comes_once_typing_stops (Fixture *fixture, gconstpointer data)
{
  answer_both (fixture);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  for (guint i = 0; i < 4; i++) {
    type_note (fixture, "x");
    wait_ms (100);
  }
  g_assert_cmpuint (fixture->drafts->len, ==, 0);
  assert_state (fixture, "Writing…");
  wait_ms (400);
  g_assert_cmpuint (fixture->drafts->len, ==, 1);
  g_assert_cmpstr (fixture->drafts->pdata[0], ==, "first: ||xxxx");
  assert_state (fixture, "Draft saved, not logged");

  desk_message_pad_flush (fixture->pad);
  g_assert_cmpuint (fixture->drafts->len, ==, 1);
  type_note (fixture, "y");
  desk_message_pad_flush (fixture->pad);
  g_assert_cmpuint (fixture->drafts->len, ==, 2);
}

static void
test_logging_wants_a_person (Fixture *fixture, gconstpointer data)
{
  answer_both (fixture);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  type_note (fixture, "hello");
  desk_message_pad_log (fixture->pad);
  assert_state (fixture, "Not logged: choose who the message is for");

  gtk_entry_set_text (child (fixture, "to_entry"), "Anna Berg");
  desk_message_pad_log (fixture->pad);
  g_assert_cmpuint (fixture->messages->len, ==, 0);
  g_assert_cmpstr (fixture->drafts->pdata[fixture->drafts->len - 1], ==, "first: Anna Berg||hello");
  assert_state (fixture, "“Anna Berg” may be Anna Berg (203) or Anna Berg (204); choose one");

  gtk_entry_set_text (child (fixture, "to_entry"), "204");
  gtk_entry_set_text (child (fixture, "name_entry"), "  Åsa  ");
  desk_message_pad_log (fixture->pad);
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  g_assert_cmpstr (fixture->messages->pdata[0], ==, "first: anna2|Åsa|hello");
  assert_state (fixture, "Logged 01:01; change and log again");

  type_note (fixture, "!");
  desk_message_pad_flush (fixture->pad);
  assert_state (fixture, "Changed since it was logged; log again");
}

static void
test_beginning_of_a_name_will_do (Fixture *fixture, gconstpointer data)
{
  answer_both (fixture);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  gtk_entry_set_text (child (fixture, "to_entry"), "Berg");
  desk_message_pad_log (fixture->pad);
  assert_state (fixture, "“Berg” may be Anna Berg (203) or Anna Berg (204); choose one");
  gtk_entry_set_text (child (fixture, "to_entry"), "Ober");
  desk_message_pad_log (fixture->pad);
  assert_state (fixture, "“Ober” may be Erik Öberg (201) or Lars Oberg (202); choose one");
  gtk_entry_set_text (child (fixture, "to_entry"), "proj"); /* Erik's department, not a name */
  desk_message_pad_log (fixture->pad);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (child (fixture, "state")), "Not logged"));
  g_assert_cmpuint (fixture->messages->len, ==, 0);

  gtk_entry_set_text (child (fixture, "to_entry"), " pet ");
  desk_message_pad_log (fixture->pad);
  g_assert_cmpstr (gtk_entry_get_text (child (fixture, "to_entry")), ==, "Peter Sjölund");
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  g_assert_cmpstr (fixture->messages->pdata[0], ==, "first: peter||");
}

static void
test_displayed_number_is_grouped (Fixture *fixture, gconstpointer data)
{
  answer_both (fixture);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  g_assert_true (desk_message_pad_take_number (fixture->pad));
  g_assert_cmpstr (gtk_entry_get_text (child (fixture, "phone_entry")), ==, "070-174 06 05");
  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  g_assert_cmpstr (gtk_entry_get_text (child (fixture, "phone_entry")), ==, "");
}

static void
test_slip_of_the_session_is_taken_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();

  answer_both (fixture);
  g_free (slip->to);
  slip->to = g_strdup ("erik");
  g_free (slip->text);
  slip->text = g_strdup ("from before");
  issue (fixture, DESK_COMMAND_DRAFT, call (fixture, "first"), slip);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  assert_note (fixture, "from before");
  g_assert_cmpstr (gtk_entry_get_text (child (fixture, "to_entry")), ==, "Erik Öberg");
  assert_state (fixture, "Draft saved, not logged");
  desk_message_pad_flush (fixture->pad);
  g_assert_cmpuint (fixture->drafts->len, ==, 0);
}

static const char *
entry_text (Fixture *fixture, const char *name)
{
  return gtk_entry_get_text (child (fixture, name));
}

/* A key as the window gets it from the display: to whatever has the focus. */
static void
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_KEY_PRESS);
  GdkKeymap *keymap = gdk_keymap_get_for_display (gtk_widget_get_display (fixture->window));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (fixture->window));
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  event->key.window = g_object_ref (gtk_widget_get_window (fixture->window));
  event->key.keyval = keyval;
  event->key.state = state;
  if (gdk_keymap_get_entries_for_keyval (keymap, keyval, &keys, &n_keys))
    event->key.hardware_keycode = (guint16) keys[0].keycode;
  gdk_event_set_device (event, gdk_seat_get_keyboard (seat));
  gtk_main_do_event (event);
}

static void
type (Fixture *fixture, const char *ascii)
{
  for (const char *p = ascii; *p != '\0'; p++)
    press (fixture, gdk_unicode_to_keyval ((guint32) *p), 0);
}

static void
wait_for_focus (Fixture *fixture, const char *name)
{
  GtkWidget *widget = child (fixture, name);
  gboolean up = FALSE;
  guint patience = g_timeout_add_seconds (10, on_time_up, &up);

  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (widget);
  while (!gtk_widget_has_focus (widget) && !up)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (up);
  g_source_remove (patience);
  wait_ms (150); /* Tab goes by where things lie, which is settled with the next frame */
}

static void
show_first (Fixture *fixture)
{
  answer_both (fixture);
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
}

static const char *
focused (Fixture *fixture)
{
  static const char *const names[] = { "to_entry",    "name_entry", "organisation_entry",
                                       "phone_entry", "note",       "log_button" };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (focus == child (fixture, names[i]))
      return names[i];
  return gtk_widget_is_ancestor (focus, child (fixture, "ticks")) ? "ticks" : "elsewhere";
}

static void
test_tab_order (Fixture *fixture, gconstpointer data)
{
  static const char *const order[] = { "to_entry",    "name_entry", "organisation_entry",
                                       "phone_entry", "ticks",      "note",
                                       "log_button" };

  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_assert_cmpstr (focused (fixture), ==, order[i]);
    press (fixture, GDK_KEY_Tab, 0);
  }
  gtk_widget_grab_focus (child (fixture, "note"));
  press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  g_assert_cmpstr (focused (fixture), ==, "ticks");
  press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  g_assert_cmpstr (focused (fixture), ==, "phone_entry");
}

/* Tab takes the only one that fits and goes on. */
static void
test_tab_takes_the_suggestion (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  type (fixture, "sjol");
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (entry_text (fixture, "to_entry"), ==, "Peter Sjölund");
  g_assert_cmpstr (focused (fixture), ==, "name_entry");
  assert_no_hint (fixture);
}

/* Who only sounds so is suggested too; the fourth letter of "Schölund" is what was heard. */
static void
test_suggested_by_sound (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  type (fixture, "Shoelund");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (entry_text (fixture, "to_entry"), ==, "Peter Sjölund");
  g_assert_cmpstr (focused (fixture), ==, "to_entry");
}

/* Of two nobody is taken unasked: what was typed stays, and it is said. */
static void
test_tab_leaves_the_doubtful (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  type (fixture, "anna");
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (entry_text (fixture, "to_entry"), ==, "anna");
  g_assert_cmpstr (focused (fixture), ==, "name_entry");
  assert_state (fixture, "“anna” may be Anna Berg (203) or Anna Berg (204); choose one");
  type (fixture, "x"); /* goes on, with the hint */
  desk_message_pad_flush (fixture->pad);
  assert_state (fixture, "“anna” may be Anna Berg (203) or Anna Berg (204); choose one");
  gtk_widget_grab_focus (child (fixture, "to_entry"));
  gtk_editable_set_position (child (fixture, "to_entry"), -1);
  type (fixture, " ");
  assert_no_hint (fixture);

  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (entry_text (fixture, "to_entry"), ==, "Anna Berg (204)");
  desk_message_pad_log (fixture->pad);
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  g_assert_cmpstr (fixture->messages->pdata[0], ==, "first: anna2|x|");
}

static int
place_of_log_button (Fixture *fixture)
{
  int y;

  while (gtk_events_pending ())
    gtk_main_iteration ();
  gtk_widget_translate_coordinates (child (fixture, "log_button"), GTK_WIDGET (fixture->pad), 0, 0,
                                    NULL, &y);
  return y;
}

/* One thing is said at a time, and nothing moves under the pointer when it is. */
static void
test_unknown_recipient_moves_nothing (Fixture *fixture, gconstpointer data)
{
  int y;

  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  type (fixture, "the boss");
  y = place_of_log_button (fixture);
  press (fixture, GDK_KEY_Tab, 0);
  assert_state (fixture, "“the boss” is not in the directory; choose somebody before you log it");
  g_assert_cmpint (place_of_log_button (fixture), ==, y);
  desk_message_pad_log (fixture->pad);
  assert_state (fixture,
                "Not logged: “the boss” does not match one person in the directory; choose from "
                "the list");
  g_assert_false (desk_test_says (GTK_WIDGET (fixture->pad), "choose somebody before you log it"));
  g_assert_cmpint (place_of_log_button (fixture), ==, y);
}

static void
test_unknown_recipient_stays (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  type (fixture, "the boss");
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (entry_text (fixture, "to_entry"), ==, "the boss");
  assert_state (fixture, "“the boss” is not in the directory; choose somebody before you log it");
  desk_message_pad_flush (fixture->pad);
  g_assert_cmpstr (fixture->drafts->pdata[fixture->drafts->len - 1], ==, "first: the boss||");
}

static void
test_number_is_grouped_while_typed (Fixture *fixture, gconstpointer data)
{
  GtkEntry *phone = NULL;

  show_first (fixture);
  phone = child (fixture, "phone_entry");
  wait_for_focus (fixture, "phone_entry");
  type (fixture, "0701740605");
  g_assert_cmpstr (gtk_entry_get_text (phone), ==, "070-174 06 05");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (phone)), ==, 13);

  /* In the midst of it: the caret stays behind what was typed. */
  gtk_editable_set_position (GTK_EDITABLE (phone), 3);
  press (fixture, GDK_KEY_BackSpace, 0);
  g_assert_cmpstr (gtk_entry_get_text (phone), ==, "0717-406 05");
  type (fixture, "0");
  g_assert_cmpstr (gtk_entry_get_text (phone), ==, "070-174 06 05");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (phone)), ==, 3);

  /* A separator that is deleted comes back, and the caret has passed it. */
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (gtk_entry_get_text (phone), ==, "070-174 06 05");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (phone)), ==, 4);
  press (fixture, GDK_KEY_BackSpace, 0);
  g_assert_cmpstr (gtk_entry_get_text (phone), ==, "070-174 06 05");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (phone)), ==, 3);
}

static void
test_number_is_taken_back (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "phone_entry");
  type (fixture, "0701740");
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070-174 0");
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070-174");
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070");
  press (fixture, GDK_KEY_y, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_y, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070-174 0");
  desk_message_pad_take_number (fixture->pad); /* over what was typed */
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070-174 06 05");
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070-174 0");
}

static void
test_fields_are_taken_back_each (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "name_entry");
  type (fixture, "Ann Lind");
  gtk_widget_grab_focus (child (fixture, "note"));
  type (fixture, "abc");
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  assert_note (fixture, "");
  g_assert_cmpstr (entry_text (fixture, "name_entry"), ==, "Ann Lind");
  gtk_widget_grab_focus (child (fixture, "name_entry"));
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "name_entry"), ==, "Ann ");

  /* Each call's fields have a past of their own. */
  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "name_entry"), ==, "");
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  press (fixture, GDK_KEY_y, GDK_CONTROL_MASK);
  g_assert_cmpstr (entry_text (fixture, "name_entry"), ==, "Ann Lind");
}

static void
test_display_is_taken_over (Fixture *fixture, gconstpointer data)
{
  g_assert_false (desk_message_pad_take_number (fixture->pad));
  show_first (fixture);
  g_assert_true (desk_message_pad_take_number (fixture->pad));
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "070-174 06 05");
  g_assert_cmpstr (entry_text (fixture, "name_entry"), ==, "Lindqvist, Åsa");
  gtk_entry_set_text (child (fixture, "name_entry"), "Åsa");
  g_assert_true (desk_message_pad_take_number (fixture->pad));
  g_assert_cmpstr (entry_text (fixture, "name_entry"), ==, "Åsa");

  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  g_assert_true (desk_message_pad_take_number (fixture->pad));
  g_assert_cmpstr (entry_text (fixture, "phone_entry"), ==, "");
  assert_state (fixture, "The caller’s number is withheld: ask for it");
}

static void
test_name_is_spelled (Fixture *fixture, gconstpointer data)
{
  DeskAlphabetRow *row = NULL;

  show_first (fixture);
  row = child (fixture, "alphabet_row");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
  desk_message_pad_toggle_alphabet (fixture->pad);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  gtk_entry_set_text (child (fixture, "name_entry"), "Åse");
  g_assert_cmpstr (desk_alphabet_row_get_words (row), ==, "Åke Sigurd Erik"); /* a Swedish desk */
  desk_alphabet_row_set_alphabet (row, DESK_ALPHABET_ICAO);
  g_assert_cmpstr (desk_alphabet_row_get_words (row), ==, "Alfa Alfa Sierra Echo");
  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  gtk_entry_set_text (child (fixture, "name_entry"), "Bo");
  g_assert_cmpstr (desk_alphabet_row_get_words (row), ==, "Bravo Oscar");
  desk_message_pad_set_call (fixture->pad, call (fixture, "first"));
  g_assert_cmpstr (desk_alphabet_row_get_words (row), ==, "Alfa Alfa Sierra Echo");
  desk_message_pad_toggle_alphabet (fixture->pad);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
}

static void
test_toggled_ticks (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  wait_for_focus (fixture, "note");
  desk_message_pad_toggle_tick (fixture->pad, 1);
  desk_message_pad_toggle_tick (fixture->pad, 5);
  desk_message_pad_toggle_tick (fixture->pad, 0);
  desk_message_pad_toggle_tick (fixture->pad, 0);
  g_assert_cmpint (desk_tick_grid_get_ticks (child (fixture, "ticks")), ==,
                   DESK_TICK_PLEASE_CALL | DESK_TICK_URGENT);
  assert_note (fixture, "");
  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  g_assert_cmpint (desk_tick_grid_get_ticks (child (fixture, "ticks")), ==, 0);
}

/* Who types on and on is saved every two seconds all the same. */
static void
test_draft_without_a_pause (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  for (guint i = 0; i < 25 && fixture->drafts->len == 0; i++) {
    type_note (fixture, "x");
    wait_ms (150);
  }
  g_assert_cmpuint (fixture->drafts->len, ==, 1);
}

/* While the session is paused the command waits or is refused, but the slip keeps what was typed. */
static void
test_paused (Fixture *fixture, gconstpointer data)
{
  DeskCommand pause = { .type = DESK_COMMAND_PAUSE };
  DeskCommand unpause = { .type = DESK_COMMAND_UNPAUSE };

  show_first (fixture);
  type_note (fixture, "before");
  desk_session_dispatch (fixture->session, &pause, 62000);
  type_note (fixture, " and meanwhile");
  desk_message_pad_flush (fixture->pad);
  desk_session_dispatch (fixture->session, &unpause, 63000);
  assert_note (fixture, "before and meanwhile");
  type_note (fixture, ".");
  desk_message_pad_flush (fixture->pad);
  g_assert_cmpstr (
      desk_session_get_state (fixture->session)->calls[call (fixture, "first")->index].slip->text,
      ==, "before and meanwhile.");
}

/* A message that the pause rejects is no message, but what was typed for it is kept as a draft. */
static void
test_logged_in_a_pause (Fixture *fixture, gconstpointer data)
{
  DeskCommand pause = { .type = DESK_COMMAND_PAUSE };
  const DeskSlip *slip;

  show_first (fixture);
  gtk_entry_set_text (child (fixture, "to_entry"), "204");
  desk_session_dispatch (fixture->session, &pause, 62000);
  type_note (fixture, "too late");
  desk_message_pad_log (fixture->pad);
  assert_state (fixture, "Not logged: the session is paused; continue first");
  slip = desk_session_get_state (fixture->session)->calls[call (fixture, "first")->index].slip;
  g_assert_nonnull (slip);
  g_assert_cmpstr (slip->text, ==, "too late");
}

/* Logging saves the words too, so that the next draft waits for a pause like the first. */
static void
test_draft_after_logging (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  gtk_entry_set_text (child (fixture, "to_entry"), "204");
  type_note (fixture, "x");
  desk_message_pad_log (fixture->pad);
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  wait_ms (2100);
  type_note (fixture, "y");
  wait_ms (100);
  g_assert_cmpuint (fixture->drafts->len, ==, 0);
}

/* The slip bears when the call was taken, by the clock of the shift, and by whom. */
static void
test_head_of_the_slip (Fixture *fixture, gconstpointer data)
{
  show_first (fixture);
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "moment")), ==, "Taken at 00:03");
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "taken_by")), ==, "Taken by Sven");
}

static void
on_announced (AtkObject *accessible, const char *words, GPtrArray *heard)
{
  g_ptr_array_add (heard, g_strdup (words));
}

/* Of a doubt and a refusal over the same act, a screen reader reads the refusal alone. */
static void
test_told_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func (g_free);
  AtkObject *accessible = gtk_widget_get_accessible (child (fixture, "state"));

  if (g_signal_lookup ("announcement", G_OBJECT_TYPE (accessible)) == 0) {
    g_test_skip ("ATK is too old for announcements");
    return;
  }
  g_signal_connect (accessible, "announcement", G_CALLBACK (on_announced), heard);
  show_first (fixture);
  wait_for_focus (fixture, "to_entry");
  type (fixture, "the boss");
  press (fixture, GDK_KEY_Tab, 0);
  desk_message_pad_log (fixture->pad);
  wait_ms (800);
  g_assert_cmpuint (heard->len, ==, 1);
  g_assert_true (g_str_has_prefix (heard->pdata[0], "Not logged"));
  press (fixture, GDK_KEY_Tab, 0);
  wait_ms (800);
  g_assert_cmpuint (heard->len, ==, 2);
  g_assert_nonnull (strstr (heard->pdata[1], "is not in the directory"));
  g_signal_handlers_disconnect_by_data (accessible, heard);
}

static void
test_no_mnemonics (Fixture *fixture, gconstpointer data)
{
  desk_test_assert_no_mnemonics (GTK_WIDGET (fixture->pad));
}

static void
find_pad (GtkWidget *widget, gpointer found)
{
  if (DESK_IS_MESSAGE_PAD (widget))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_pad, found);
}

/* Started, with its first call on line 2 answered. (transfer full) */
static DeskShift *
shift_new (DeskScenario *scenario)
{
  const DeskTerms terms = { .mode = DESK_MODE_PRACTICE, .time = "1" };
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (GError) error = NULL;
  DeskShift *shift = desk_shift_new (scenario, lengths, "Sven", &terms, &error);
  DeskCommand answer = { .type = DESK_COMMAND_ANSWER, .line = 2 };

  g_assert_no_error (error);
  desk_shift_start (shift, &error);
  g_assert_no_error (error);
  while (desk_state_line (desk_session_get_state (desk_shift_get_session (shift)), 2) !=
         DESK_LINE_RINGING)
    wait_ms (50);
  desk_session_driver_command (desk_shift_get_driver (shift), &answer);
  return shift;
}

/* In the real console, in a window as it opens by itself, beside a call. */
static void
measure_place (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (GSettings) settings = desk_settings_new (NULL);
  G_GNUC_UNUSED g_autoptr (DeskAppearance) appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  g_autoptr (DeskShift) shift = shift_new (scenario);
  GtkWidget *page = desk_console_page_new (shift, settings);
  DeskCommand hold = { .type = DESK_COMMAND_HOLD, .line = 2 };
  DeskCommand resume = { .type = DESK_COMMAND_RESUME, .line = 2 };
  GtkWidget *pad = NULL;

  gtk_container_add (GTK_CONTAINER (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_widget_show (window);
  desk_session_driver_command (desk_shift_get_driver (shift), &hold);
  desk_session_driver_command (desk_shift_get_driver (shift),
                               &resume); /* the console takes it up */
  find_pad (page, &pad);
  wait_ms (300);
  place_width = gtk_widget_get_allocated_width (pad);
  place_height = gtk_widget_get_allocated_height (pad);
  g_test_message ("the pad has %d by %d px", place_width, place_height);
  gtk_widget_destroy (window);
  g_assert_cmpint (place_width, >, 300);
  g_assert_cmpint (place_width, <, 640);
  g_assert_cmpint (place_height, >, 300);
  g_assert_cmpint (place_height, <, 700);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/message-pad/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  measure_place ();
  ADD ("before-the-answer", test_no_slip_before_the_answer);
  ADD ("changing-over", test_changing_over_keeps_every_slip);
  ADD ("draft", test_draft_comes_once_typing_stops);
  ADD ("logging", test_logging_wants_a_person);
  ADD ("beginning", test_beginning_of_a_name_will_do);
  ADD ("displayed-number", test_displayed_number_is_grouped);
  ADD ("taken-up", test_slip_of_the_session_is_taken_up);
  ADD ("tab-order", test_tab_order);
  ADD ("tab-takes", test_tab_takes_the_suggestion);
  ADD ("by-sound", test_suggested_by_sound);
  ADD ("doubtful", test_tab_leaves_the_doubtful);
  ADD ("unknown", test_unknown_recipient_stays);
  ADD ("unknown-recipient-moves-nothing", test_unknown_recipient_moves_nothing);
  ADD ("number-typed", test_number_is_grouped_while_typed);
  ADD ("number-taken-back", test_number_is_taken_back);
  ADD ("fields-taken-back", test_fields_are_taken_back_each);
  ADD ("display", test_display_is_taken_over);
  ADD ("spelled", test_name_is_spelled);
  ADD ("ticks", test_toggled_ticks);
  ADD ("without-a-pause", test_draft_without_a_pause);
  ADD ("paused", test_paused);
  ADD ("logged-in-a-pause", test_logged_in_a_pause);
  ADD ("after-logging", test_draft_after_logging);
  ADD ("head", test_head_of_the_slip);
  ADD ("told-once", test_told_once);
  ADD ("mnemonics", test_no_mnemonics);
  return g_test_run ();
}
