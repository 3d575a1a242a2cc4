/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/announce-words.h"
#include "app/announcer.h"
#include "page-fixture.h"

/* What assistive technology is told, by the signal that it listens to. */

static const char shift_yaml[] =
    "format: 1\n"
    "title: A morning\n"
    "language: en\n"
    "country: gb\n"
    "lines: 3\n"
    "duration: 20:00\n"
    "organisation: Northwick\n"
    "people:\n"
    "  - id: anna\n"
    "    name: Anna Reed\n"
    "    extension: 201\n"
    "    answers_after: 2\n"
    "  - {id: cleo, name: Cleo Ash, extension: 203, presence: [{from: 0:00, is: busy}]}\n"
    "calls:\n"
    "  - id: one\n"
    "    at: 0:02\n"
    "    line: 2\n"
    "    patience: {ringing: 40, hold: 600, silence: 600}\n"
    "    display: {name: Lindqvist}\n"
    "    caller: {surname: Lindqvist}\n"
    "    says: {opening: {text: Hello}}\n"
    "    expect: {do: transfer, to: anna}\n"
    "  - id: two\n"
    "    at: 0:05\n"
    "    line: 1\n"
    "    display: withheld\n"
    "    priority: urgent\n"
    "    caller: {given: Nils}\n"
    "    says: {opening: {text: Hello}}\n"
    "    expect: {do: transfer, to: anna}\n";

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  GtkWidget *widget;
  DeskAnnouncer *announcer;
  GPtrArray *heard; /* of text, owned */
} Desk;

static void
on_announcement (Desk *desk, const char *words)
{
  g_ptr_array_add (desk->heard, g_strdup (words));
}

static void
set_up (Desk *desk, gconstpointer yaml)
{
  desk->scenario = desk_test_scenario_new (yaml);
  desk->session = desk_test_session_new (desk->scenario);
  desk->widget = g_object_ref_sink (gtk_label_new (NULL));
  desk->heard = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (gtk_widget_get_accessible (desk->widget), "announcement",
                            G_CALLBACK (on_announcement), desk);
  desk->announcer = desk_announcer_new (desk->session, desk->widget);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_clear_object (&desk->announcer);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_accessible (desk->widget), desk);
  g_clear_object (&desk->widget);
  g_clear_object (&desk->session);
  g_clear_pointer (&desk->scenario, desk_scenario_unref);
  g_clear_pointer (&desk->heard, g_ptr_array_unref);
}

static gboolean
on_over (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
give (Desk *desk, DeskCommandType type, guint line, const DeskPerson *to, gint64 t_ms)
{
  DeskCommand command = { .type = type, .line = line, .to = to };

  desk_session_dispatch (desk->session, &command, t_ms);
}

/* All that was heard since the last time. */
static void
assert_heard (Desk *desk, const char *expected)
{
  g_autofree char *heard = NULL;

  g_ptr_array_add (desk->heard, NULL);
  heard = g_strjoinv (" | ", (char **) desk->heard->pdata);
  g_assert_cmpstr (heard, ==, expected);
  g_ptr_array_set_size (desk->heard, 0);
}

static void
test_shift (Desk *desk, gconstpointer unused)
{
  const DeskPerson *anna = desk->scenario->people[0];
  const DeskPerson *cleo = desk->scenario->people[1];

  desk_session_advance (desk->session, 2000);
  assert_heard (desk, "");
  wait_ms (300);
  assert_heard (desk, "Line 2 ringing, Lindqvist");
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 3000);
  assert_heard (desk, "Line 2 answered");
  give (desk, DESK_COMMAND_HOLD, 2, NULL, 4000);
  assert_heard (desk, "Line 2 on hold");

  /* The gap after ringing is long, but what else happens has it told first. */
  desk_session_advance (desk->session, 5000);
  give (desk, DESK_COMMAND_HOLD, 3, NULL, 5500);
  assert_heard (desk, "Line 1 ringing, urgent, Number withheld | "
                      "Line 3 is idle: nobody is calling on it.");
  desk_session_advance (desk->session, 50000);
  wait_ms (300);
  assert_heard (desk, "Line 1, the caller hung up");
  desk_session_advance (desk->session, 64000);
  assert_heard (desk, "Line 2 on hold for one minute");
  desk_session_advance (desk->session, 124000);
  assert_heard (desk, "Line 2 on hold for 90 seconds | Line 2 on hold for 2 minutes");
  give (desk, DESK_COMMAND_RESUME, 2, NULL, 125000);
  assert_heard (desk, "Line 2 resumed");
  give (desk, DESK_COMMAND_TRANSFER, 2, cleo, 126000);
  assert_heard (desk, "Putting line 2 through to Cleo Ash | Cleo Ash is busy | Line 2 is back");
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 127000);
  give (desk, DESK_COMMAND_CONSULT, 2, anna, 128000);
  desk_session_advance (desk->session, 131000);
  assert_heard (desk, "Line 2 answered | Ringing Anna Reed; line 2 is waiting | Anna Reed answers");
  give (desk, DESK_COMMAND_COMPLETE, 2, NULL, 132000);
  assert_heard (desk, "Line 2 put through to Anna Reed");
  give (desk, DESK_COMMAND_PAUSE, 0, NULL, 133000);
  give (desk, DESK_COMMAND_UNPAUSE, 0, NULL, 133000);
  give (desk, DESK_COMMAND_FINISH, 0, NULL, 134000);
  assert_heard (desk, "The shift is paused. | The shift goes on. | The shift is finished.");
}

/* A key that repeats itself is answered once. */
static void
test_repeats (Desk *desk, gconstpointer unused)
{
  for (guint i = 0; i < 5; i++)
    give (desk, DESK_COMMAND_ANSWER, 3, NULL, 100 + i);
  assert_heard (desk, "Line 3 is idle: nobody is calling on it.");
  wait_ms (1100);
  give (desk, DESK_COMMAND_ANSWER, 3, NULL, 1500);
  assert_heard (desk, "Line 3 is idle: nobody is calling on it.");
}

/* Answered before its turn to be told of came: it rings no more. */
static void
test_answered_at_once (Desk *desk, gconstpointer unused)
{
  desk_session_advance (desk->session, 2000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 2010);
  wait_ms (300);
  assert_heard (desk, "Line 2 answered");
}

/* Twelve lines that ring at once, and hang up at once, are two sentences. */
static void
test_rush (Desk *desk, gconstpointer unused)
{
  desk_session_advance (desk->session, 2000);
  wait_ms (300);
  assert_heard (desk, "12 lines ringing");
  give (desk, DESK_COMMAND_ANSWER, 1, NULL, 3000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 4000);
  desk_session_advance (desk->session, 41900);
  assert_heard (desk, "Line 1 answered | Line 1 on hold | Line 2 answered");
  desk_session_advance (desk->session, 42100);
  wait_ms (300);
  assert_heard (desk, "10 callers hung up");
}

/* Calls a second apart are gathered, so that they do not talk down the caller. */
static void
test_trickle (Desk *desk, gconstpointer unused)
{
  for (gint64 t_ms = 2000; t_ms <= 5000; t_ms += 1000) {
    desk_session_advance (desk->session, t_ms);
    wait_ms (250);
  }
  wait_ms (2600);
  assert_heard (desk, "Line 1 ringing, One | 3 lines ringing: 2, 3, 4");
}

static void
test_lasting (void)
{
  static const struct {
    gint64 ms;
    const char *words;
  } table[] = {
    { 60000, "one minute" },   { 120000, "2 minutes" }, { 90000, "90 seconds" },
    { 1000, "one second" },    { 59600, "one minute" }, { 0, "0 seconds" },
    { 3600000, "60 minutes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *words = desk_announce_words_lasting (table[i].ms);

    g_assert_cmpstr (words, ==, table[i].words);
  }
}

/* `n` calls from 0:02 on, `apart` seconds apart. (transfer full) */
static char *
rush_yaml (guint n, guint apart)
{
  GString *yaml = g_string_new ("format: 1\ntitle: A rush\nlanguage: en\ncountry: gb\nlines: 12\n"
                                "duration: 20:00\norganisation: Northwick\n"
                                "people: [{id: anna, name: Anna Reed, extension: 201}]\ncalls:\n");
  static const char *const names[] = { "One", "Two", "Three" };

  for (guint i = 0; i < n; i++)
    g_string_append_printf (yaml,
                            "  - id: c%u\n    at: 0:%02u\n    display: {name: %s}\n"
                            "    patience: {ringing: 40, hold: 600, silence: 600}\n"
                            "    caller: {given: Ada}\n    says: {opening: {text: Hello}}\n"
                            "    expect: {do: transfer, to: anna}\n",
                            i, 2 + apart * i, names[MIN (i, 2)]);
  return g_string_free (yaml, FALSE);
}

int
main (int argc, char **argv)
{
  g_autofree char *rush = rush_yaml (12, 0);
  g_autofree char *trickle = rush_yaml (4, 1);

  gtk_test_init (&argc, &argv);
  g_test_add ("/announcer/shift", Desk, shift_yaml, set_up, test_shift, tear_down);
  g_test_add ("/announcer/repeats", Desk, shift_yaml, set_up, test_repeats, tear_down);
  g_test_add ("/announcer/answered-at-once", Desk, shift_yaml, set_up, test_answered_at_once,
              tear_down);
  g_test_add ("/announcer/rush", Desk, rush, set_up, test_rush, tear_down);
  g_test_add ("/announcer/trickle", Desk, trickle, set_up, test_trickle, tear_down);
  g_test_add_func ("/announcer/lasting", test_lasting);
  return g_test_run ();
}
