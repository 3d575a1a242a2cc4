/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/message-pad.h"
#include "app/note-buffer.h"
#include "page-fixture.h"

/* The pad against a real session, typed into as a trainee would. */

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
  assert_state (fixture, "Not logged: choose whom the message is for");

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
  gtk_button_clicked (child (fixture, "take_number"));
  g_assert_cmpstr (gtk_entry_get_text (child (fixture, "phone_entry")), ==, "070-174 06 05");
  desk_message_pad_set_call (fixture->pad, call (fixture, "second"));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "take_number")));
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

static void
test_no_mnemonics (Fixture *fixture, gconstpointer data)
{
  desk_test_assert_no_mnemonics (GTK_WIDGET (fixture->pad));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/message-pad/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("before-the-answer", test_no_slip_before_the_answer);
  ADD ("changing-over", test_changing_over_keeps_every_slip);
  ADD ("draft", test_draft_comes_once_typing_stops);
  ADD ("logging", test_logging_wants_a_person);
  ADD ("beginning", test_beginning_of_a_name_will_do);
  ADD ("displayed-number", test_displayed_number_is_grouped);
  ADD ("taken-up", test_slip_of_the_session_is_taken_up);
  ADD ("mnemonics", test_no_mnemonics);
  return g_test_run ();
}
