/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "cli/settings.h"
#include "app/console-page.h"
#include "app/history-keeper.h"
#include "app/message-pad.h"
#include "app/note-buffer.h"
#include "app/start-page.h"
#include "app/window.h"
#include "hands.h"
#include "history/history.h"
#include "page-fixture.h"

/* What was typed is in the file of the journal, whatever is done next: looked at from outside, as
 * somebody would find it after a crash at that moment. */

#define PATIENCE_MS 20000

static const char yaml[] = "format: 1\n"
                           "title: A morning\n"
                           "language: sv\n"
                           "country: se\n"
                           "lines: 2\n"
                           "duration: 8:00\n"
                           "organisation: Nordvik Bygg\n"
                           "people: [{id: erik, name: Erik Öberg, extension: 201}]\n"
                           "calls:\n"
                           "  - id: first\n"
                           "    at: 0:01\n"
                           "    line: 1\n"
                           "    caller: {given: Åsa, phone: 070-174 06 05}\n"
                           "    says: {opening: {text: \"Hej, är Erik inne?\"}}\n"
                           "    expect: {do: message, to: erik, message: \"Hej.\"}\n"
                           "  - id: second\n"
                           "    at: 0:02\n"
                           "    line: 2\n"
                           "    caller: {given: Nils}\n"
                           "    says: {opening: {text: \"Hej, är Erik inne?\"}}\n"
                           "    expect: {do: message, to: erik, message: \"Hej.\"}\n";

typedef struct {
  GtkWidget *window;
  DeskMessagePad *pad; /* borrowed of the window */
  char *journal;       /* owned: its path */
} Fixture;

static GtkApplication *application;

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for %s in vain", (const char *) data);
  return G_SOURCE_REMOVE;
}

/* Files change without waking the main loop. */
static gboolean
on_nudge (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);
  guint nudge = g_timeout_add (20, on_nudge, NULL);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_source_remove (nudge);
}

static GtkWidget *
page (Fixture *fixture)
{
  return gtk_bin_get_child (GTK_BIN (fixture->window));
}

static gboolean
is_on_shift (Fixture *fixture)
{
  return DESK_IS_CONSOLE_PAGE (page (fixture));
}

static gboolean
is_asking (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
is_nothing_under_way (Fixture *fixture)
{
  return desk_history_keeper_get_n_under_way () == 0;
}

static gboolean
journal_has (Fixture *fixture, const char *words)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (fixture->journal, &text, NULL, NULL) && strstr (text, words) != NULL;
}

static gboolean
has_first_rung (Fixture *fixture)
{
  return journal_has (fixture, "\"event\":\"ringing\",\"call\":\"first\"");
}

static gboolean
has_second_rung (Fixture *fixture)
{
  return journal_has (fixture, "\"event\":\"ringing\",\"call\":\"second\"");
}

static void
find_pad (GtkWidget *widget, gpointer found)
{
  if (DESK_IS_MESSAGE_PAD (widget))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_pad, found);
}

static char *
find_journal (void)
{
  g_autofree char *history = desk_history_default_path ();
  g_autofree char *folder = g_path_get_dirname (history);
  g_autofree char *sessions = g_build_filename (folder, "sessions", NULL);
  g_autoptr (GDir) dir = g_dir_open (sessions, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".journal"))
      return g_build_filename (sessions, name, NULL);
  return NULL;
}

static gpointer
start_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (page (fixture), DESK_TYPE_START_PAGE, name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new (yaml);
  g_autoptr (GSettings) settings = desk_settings_new (NULL);

  fixture->window = desk_window_new (application, settings, scenario);
  gtk_widget_show (fixture->window);
  gtk_entry_set_text (start_child (fixture, "name"), "Tess");
  gtk_button_clicked (start_child (fixture, "start_button"));
  wait_until (is_on_shift, fixture, "the shift");
  find_pad (page (fixture), &fixture->pad);
  fixture->journal = find_journal ();
  g_assert_nonnull (fixture->journal);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wait_until (is_nothing_under_way, fixture, "the session to be kept");
  g_free (fixture->journal);
}

static void
act (Fixture *fixture, const char *name, GVariant *parameter)
{
  g_action_group_activate_action (gtk_widget_get_action_group (fixture->window, "desk"), name,
                                  parameter);
}

static void
press_line (Fixture *fixture, guint line)
{
  act (fixture, "line", g_variant_new_uint32 (line));
}

static void
write_note (Fixture *fixture, const char *words)
{
  GtkTextView *note = GTK_TEXT_VIEW (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->pad), DESK_TYPE_MESSAGE_PAD, "note"));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (note), words, -1);
  g_assert_false (journal_has (fixture, words));
}

static void
answer (Fixture *fixture, GtkResponseType response)
{
  wait_until (is_asking, fixture, "the question");
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)), response);
}

static gboolean
is_silence_saved (Fixture *fixture)
{
  return journal_has (fixture, "left alone");
}

static void
test_every_path (Fixture *fixture, gconstpointer data)
{
  wait_until (has_first_rung, fixture, "the first call");
  press_line (fixture, 1);
  write_note (fixture, "before another line");
  wait_until (has_second_rung, fixture, "the second call");
  press_line (fixture, 2);
  g_assert_true (journal_has (fixture, "before another line"));

  write_note (fixture, "before a phrase");
  act (fixture, "phrase", g_variant_new_uint32 (0));
  g_assert_true (journal_has (fixture, "before a phrase"));

  write_note (fixture, "before a pause");
  act (fixture, "pause", NULL);
  g_assert_true (journal_has (fixture, "before a pause"));
  act (fixture, "pause", NULL);

  write_note (fixture, "left alone");
  wait_until (is_silence_saved, fixture, "what was typed to be saved by itself");

  write_note (fixture, "before the question");
  act (fixture, "finish", NULL);
  g_assert_true (journal_has (fixture, "before the question"));
  answer (fixture, GTK_RESPONSE_CANCEL);

  write_note (fixture, "before the window closes");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (is_asking, fixture, "the question");
  g_assert_true (journal_has (fixture, "before the window closes"));
  answer (fixture, GTK_RESPONSE_ACCEPT);
  g_assert_true (journal_has (fixture, "\"event\":\"finished\""));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  g_test_add ("/drafts/every-path", Fixture, NULL, set_up, test_every_path, tear_down);
  return g_test_run ();
}
