/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/session-driver.h"

#include "page-fixture.h"

/* The driver runs on the real clock; times that nobody can promise are only bounded from below. */

static const char yaml[] = "format: 1\n"
                           "title: Clock\n"
                           "language: en\n"
                           "country: gb\n"
                           "lines: 2\n"
                           "duration: 1:00\n"
                           "organisation: Northwick\n"
                           "people: [{id: anna, name: Anna Reed, extension: 201}]\n"
                           "calls:\n"
                           "  - id: only\n"
                           "    at: 0:01\n"
                           "    patience: {ringing: 2}\n"
                           "    caller: {surname: Marlowe}\n"
                           "    says: {opening: {text: Good morning}}\n"
                           "    expect: {do: decline}\n";

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  DeskSessionDriver *driver;
  GArray *events; /* of DeskEvent */
  guint n_ticks;
  gint64 ticked_ms;
  guint n_before;
  gboolean drafts; /* before each command */
} Fixture;

static void
on_event (Fixture *self, const DeskEvent *event)
{
  g_array_append_val (self->events, *event);
}

static void
on_tick (Fixture *self, gint64 now_ms)
{
  self->n_ticks++;
  self->ticked_ms = now_ms;
}

static void
on_before_command (Fixture *self)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();
  DeskCommand draft = {
    .type = DESK_COMMAND_DRAFT,
    .call = self->scenario->calls[0],
    .slip = slip,
  };

  self->n_before++;
  g_free (slip->text);
  slip->text = g_strdup ("half a word");
  if (self->drafts)
    desk_session_driver_command (self->driver, &draft);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->scenario = desk_test_scenario_new (yaml);
  self->session = desk_test_session_new (self->scenario);
  self->events = g_array_new (FALSE, FALSE, sizeof (DeskEvent));
  g_signal_connect_swapped (self->session, "event", G_CALLBACK (on_event), self);
  self->driver = desk_session_driver_new (self->session);
  g_signal_connect_swapped (self->driver, "tick", G_CALLBACK (on_tick), self);
  g_signal_connect_swapped (self->driver, "before-command", G_CALLBACK (on_before_command), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->driver);
  g_object_unref (self->session);
  g_array_unref (self->events);
  desk_scenario_unref (self->scenario);
}

static gboolean
on_timeout (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
command (Fixture *self, DeskCommandType type)
{
  DeskCommand what = { .type = type, .line = 1, .early = TRUE };

  desk_session_driver_command (self->driver, &what);
}

static const DeskEvent *
find_event (Fixture *self, DeskEventType type)
{
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, DeskEvent, i).type == type)
      return &g_array_index (self->events, DeskEvent, i);
  return NULL;
}

static void
test_fires_on_time (Fixture *self, gconstpointer data)
{
  const DeskEvent *ringing;

  run_for (900);
  g_assert_null (find_event (self, DESK_EVENT_RINGING));
  g_assert_cmpuint (self->n_ticks, ==, 0);
  run_for (400);
  ringing = find_event (self, DESK_EVENT_RINGING);
  g_assert_nonnull (ringing);
  g_assert_cmpint (ringing->t_ms, ==, 1000);
  g_assert_cmpuint (self->n_ticks, ==, 1);
  g_assert_cmpint (self->ticked_ms, >=, 1000);
  g_assert_cmpint (desk_session_driver_get_now_ms (self->driver), >=, 1300);
}

/* Asleep beyond two deadlines: both happen at their own time, and one tick tells of it. */
static void
test_wakes_late (Fixture *self, gconstpointer data)
{
  const DeskEvent *abandoned;

  g_usleep (3300 * 1000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  abandoned = find_event (self, DESK_EVENT_ABANDONED);
  g_assert_nonnull (abandoned);
  g_assert_cmpint (abandoned->t_ms, ==, 3000);
  g_assert_cmpint (find_event (self, DESK_EVENT_RINGING)->t_ms, ==, 1000);
  g_assert_cmpuint (self->n_ticks, ==, 1);
}

/* A command catches up first, also when the source has not run yet. */
static void
test_command_is_of_now (Fixture *self, gconstpointer data)
{
  const DeskEvent *answered;

  g_usleep (1200 * 1000);
  command (self, DESK_COMMAND_ANSWER);
  answered = find_event (self, DESK_EVENT_ANSWERED);
  g_assert_nonnull (answered);
  g_assert_cmpint (answered->t_ms, >=, 1200);
  g_assert_cmpint (answered->ms, ==, answered->t_ms - 1000);
}

static void
test_stands_still_in_pause (Fixture *self, gconstpointer data)
{
  gint64 paused_ms;

  run_for (500);
  command (self, DESK_COMMAND_PAUSE);
  g_assert_true (desk_session_driver_get_paused (self->driver));
  paused_ms = desk_session_driver_get_now_ms (self->driver);
  g_assert_cmpint (paused_ms, >=, 500);
  run_for (1500);
  g_assert_cmpint (desk_session_driver_get_now_ms (self->driver), ==, paused_ms);
  g_assert_null (find_event (self, DESK_EVENT_RINGING));
  g_assert_cmpuint (self->n_ticks, ==, 0);

  command (self, DESK_COMMAND_UNPAUSE);
  g_assert_false (desk_session_driver_get_paused (self->driver));
  g_assert_cmpint (find_event (self, DESK_EVENT_UNPAUSED)->t_ms, ==, paused_ms);
  run_for ((guint) (1300 - paused_ms));
  g_assert_cmpint (find_event (self, DESK_EVENT_RINGING)->t_ms, ==, 1000);
}

/* What was typed goes before the command, and is no command to flush for itself. */
static void
test_draft_goes_first (Fixture *self, gconstpointer data)
{
  const DeskState *state = desk_session_get_state (self->session);

  run_for (1200);
  command (self, DESK_COMMAND_ANSWER);
  g_assert_cmpuint (self->n_before, ==, 1);
  self->drafts = TRUE;
  command (self, DESK_COMMAND_RELEASE);
  g_assert_cmpuint (self->n_before, ==, 2);
  g_assert_cmpstr (state->calls[0].slip->text, ==, "half a word");
  g_assert_null (find_event (self, DESK_EVENT_COMMAND_REJECTED));
}

static void
test_stops_when_finished (Fixture *self, gconstpointer data)
{
  gint64 finished_ms;

  run_for (300);
  command (self, DESK_COMMAND_FINISH);
  finished_ms = desk_session_driver_get_now_ms (self->driver);
  run_for (1200);
  g_assert_cmpint (desk_session_driver_get_now_ms (self->driver), ==, finished_ms);
  g_assert_cmpuint (self->n_ticks, ==, 0);
  g_assert_null (find_event (self, DESK_EVENT_RINGING));
}

/* A call that is due after a second, and gives up after two more, at a hundred times the pace. */
static void
test_faster (Fixture *self, gconstpointer data)
{
  desk_session_driver_set_pace (self->driver, 100);
  run_for (60);
  g_assert_cmpint (find_event (self, DESK_EVENT_RINGING)->t_ms, ==, 1000);
  g_assert_cmpint (find_event (self, DESK_EVENT_ABANDONED)->t_ms, ==, 3000);
  g_assert_cmpint (desk_session_driver_get_now_ms (self->driver), >=, 6000);
  g_assert_cmpuint (self->n_ticks, >=, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/session-driver/on-time", test_fires_on_time);
  ADD ("/session-driver/late", test_wakes_late);
  ADD ("/session-driver/command", test_command_is_of_now);
  ADD ("/session-driver/pause", test_stands_still_in_pause);
  ADD ("/session-driver/draft-first", test_draft_goes_first);
  ADD ("/session-driver/finished", test_stops_when_finished);
  ADD ("/session-driver/faster", test_faster);
  return g_test_run ();
}
