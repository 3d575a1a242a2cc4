/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/line-item.h"

#include "app/board.h"
#include "page-fixture.h"

/* The scenario of the fixture: "Lindqvist, Åsa" rings at 2 s on line 2, somebody who withholds
 * their number at 5 s on line 1; line 3 stays idle. */

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  DeskBoard *board;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->scenario = desk_test_scenario_new_default ();
  self->session = desk_test_session_new (self->scenario);
  self->board = desk_board_new (self->session);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->board);
  g_object_unref (self->session);
  desk_scenario_unref (self->scenario);
}

static void
advance (Fixture *self, gint64 t_ms)
{
  desk_session_advance (self->session, t_ms);
  desk_board_update (self->board);
}

static void
command (Fixture *self, DeskCommandType type, guint line, gint64 t_ms)
{
  DeskCommand what = {
    .type = type,
    .line = line,
    .to = desk_scenario_find_person (self->scenario, "erik"),
  };

  desk_session_dispatch (self->session, &what, t_ms);
}

static void
assert_property (Fixture *self, guint line, const char *name, const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (desk_board_get_item (self->board, line), name, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static void
assert_command (Fixture *self, guint line, DeskCommandType expected)
{
  DeskCommand press;

  g_assert_true (desk_line_item_get_command (desk_board_get_item (self->board, line), &press));
  g_assert_cmpint (press.type, ==, expected);
  g_assert_cmpuint (press.line, ==, line);
}

static void
assert_only_shows (Fixture *self, guint line)
{
  DeskCommand press;

  g_assert_false (desk_line_item_get_command (desk_board_get_item (self->board, line), &press));
}

static void
test_idle (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (desk_board_get_n_lines (self->board), ==, 3);
  assert_property (self, 3, "label", "Line 3, idle");
  assert_property (self, 3, "hint", "Idle");
  assert_property (self, 3, "caller", "");
  assert_property (self, 3, "clock", "");
}

static void
test_ringing (Fixture *self, gconstpointer data)
{
  advance (self, 11000);
  assert_property (self, 2, "label", "Line 2, ringing, Lindqvist, Åsa");
  assert_property (self, 2, "word", "Ringing");
  assert_property (self, 2, "hint", "Ringing – press F2 to answer");
  assert_property (self, 2, "clock", "00:09");
  assert_property (self, 1, "label", "Line 1, ringing, Number withheld");
  assert_property (self, 1, "clock", "00:06");
  assert_command (self, 2, DESK_COMMAND_ANSWER);
}

/* What a first-time user must know when line 1 rings while line 2 talks. */
static void
test_second_line (Fixture *self, gconstpointer data)
{
  command (self, DESK_COMMAND_ANSWER, 2, 4000);
  advance (self, 6000);
  assert_property (self, 2, "label", "Line 2, connected, Lindqvist, Åsa");
  assert_property (self, 2, "hint", "Connected – on this call");
  assert_property (self, 1, "hint", "Ringing – press F1 to answer; your call is held");
  assert_only_shows (self, 2);
  command (self, DESK_COMMAND_ANSWER, 1, 7000);
  assert_property (self, 2, "label", "Line 2, on hold, Lindqvist, Åsa");
  assert_property (self, 2, "hint", "On hold – press F2 to resume; your call is held");
  assert_command (self, 2, DESK_COMMAND_RESUME);
}

static void
test_handing_on (Fixture *self, gconstpointer data)
{
  command (self, DESK_COMMAND_ANSWER, 2, 3000);
  command (self, DESK_COMMAND_CONSULT, 2, 4000);
  assert_property (self, 2, "hint", "Consulting – Erik Öberg; the caller waits");
  assert_only_shows (self, 2);
  command (self, DESK_COMMAND_CANCEL, 2, 5000);
  command (self, DESK_COMMAND_TRANSFER, 2, 6000);
  assert_property (self, 2, "label", "Line 2, transferring, Lindqvist, Åsa");
  assert_property (self, 2, "hint", "Transferring – ringing Erik Öberg");
  advance (self, 60000);
  assert_property (self, 2, "label", "Line 2, idle");
}

/* 60 s on hold is as long as the rubric thinks right. */
static void
test_overdue (Fixture *self, gconstpointer data)
{
  gboolean overdue;

  command (self, DESK_COMMAND_ANSWER, 2, 3000);
  command (self, DESK_COMMAND_HOLD, 2, 4000);
  advance (self, 63999);
  g_object_get (desk_board_get_item (self->board, 2), "overdue", &overdue, NULL);
  g_assert_false (overdue);
  advance (self, 64000);
  g_object_get (desk_board_get_item (self->board, 2), "overdue", &overdue, NULL);
  g_assert_true (overdue);
}

static void
test_waiting (Fixture *self, gconstpointer data)
{
  static const struct {
    gint64 t_ms;
    const char *waiting;
  } moments[] = {
    { 1000, "Nobody is waiting" },
    { 3000, "1 caller waiting, for 00:01" },
    { 8000, "2 callers waiting, longest 00:06" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autofree char *waiting = NULL;

    advance (self, moments[i].t_ms);
    g_object_get (self->board, "waiting", &waiting, NULL);
    g_assert_cmpstr (waiting, ==, moments[i].waiting);
  }
}

static void
test_selected (Fixture *self, gconstpointer data)
{
  gboolean selected;

  command (self, DESK_COMMAND_ANSWER, 2, 3000);
  desk_board_select (self->board, desk_scenario_find_call (self->scenario, "first"));
  g_object_get (desk_board_get_item (self->board, 2), "selected", &selected, NULL);
  g_assert_true (selected);
  command (self, DESK_COMMAND_RELEASE, 2, 4000);
  g_object_get (desk_board_get_item (self->board, 2), "selected", &selected, NULL);
  g_assert_false (selected);
}

static void
count (guint *n)
{
  (*n)++;
}

/* A running clock redraws nothing but the clock. */
static void
test_notifies_only_changes (Fixture *self, gconstpointer data)
{
  DeskLineItem *item = desk_board_get_item (self->board, 2);
  guint n_all = 0, n_clock = 0;

  advance (self, 3000);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (count), &n_all);
  g_signal_connect_swapped (item, "notify::clock", G_CALLBACK (count), &n_clock);
  advance (self, 3500);
  g_assert_cmpuint (n_all, ==, 0);
  advance (self, 4000);
  g_assert_cmpuint (n_all, ==, 1);
  g_assert_cmpuint (n_clock, ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/line-item/idle", test_idle);
  ADD ("/line-item/ringing", test_ringing);
  ADD ("/line-item/second-line", test_second_line);
  ADD ("/line-item/handing-on", test_handing_on);
  ADD ("/line-item/overdue", test_overdue);
  ADD ("/line-item/waiting", test_waiting);
  ADD ("/line-item/selected", test_selected);
  ADD ("/line-item/notifies-only-changes", test_notifies_only_changes);
  return g_test_run ();
}
