/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A missed call that rings again at the trainee's wish, and what an exam makes of it; terms. */

#include "shift.h"

#include "engine/terms.h"

static const DeskState *
state_of (Shift *shift)
{
  return desk_session_get_state (shift->session);
}

static const DeskEvent *
event_of (Shift *shift, guint before_last)
{
  return &g_array_index (shift->events, DeskEvent, shift->events->len - 1 - before_last);
}

static void
test_repeats (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  const guint n_calls = 3;

  shift_do (shift, 1500, "repeat one");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_NOT_MISSED);
  g_assert_null (desk_state_last_missed (state_of (shift)));
  shift_advance (shift, 200000);
  g_assert_cmpuint (state_of (shift)->n_left, <, n_calls);
  g_assert_nonnull (desk_state_last_missed (state_of (shift)));
  shift_do (shift, 200000, "repeat one");
  g_assert_cmpint (event_of (shift, 1)->type, ==, DESK_EVENT_REPEATED);
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_RINGING);
  g_assert_cmpint (state_of (shift)->calls[0].missed_ms, ==, -1);
  shift_do (shift, 200000, "repeat one");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_NOT_MISSED);
  shift_do (shift, 201000, "answer 1");
  shift_do (shift, 202000, "release 1");
  g_assert_true (desk_state_last_missed (state_of (shift)) != state_of (shift)->scenario->calls[0]);
}

/* All can be missed and repeated as often as is wished, and in the end nothing is left. */
static void
test_again_and_again (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_GUIDED);
  gint64 now_ms = 300000;

  shift_advance (shift, now_ms);
  g_assert_cmpuint (state_of (shift)->n_left, ==, 0);
  for (guint n = 0; n < 5; n++) {
    shift_do (shift, now_ms, "repeat one");
    g_assert_cmpuint (state_of (shift)->n_left, ==, 1);
    now_ms += 200000;
    shift_advance (shift, now_ms);
    g_assert_cmpuint (state_of (shift)->n_left, ==, 0);
    g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_ABANDONED);
  }
  shift_do (shift, now_ms, "finish");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_FINISHED);
  g_assert_false (shift_last (shift)->again);
}

/* Calls `one` and `two` have both lines: `three` is blocked, and cannot be had back until one ends. */
static void
test_blocked (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_advance (shift, 6000);
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_BLOCKED);
  g_assert_cmpstr (desk_state_last_missed (state_of (shift))->id, ==, "three");
  shift_do (shift, 7000, "repeat three");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_NO_FREE_LINE);
  shift_do (shift, 8000, "answer 1");
  shift_do (shift, 9000, "release 1");
  shift_do (shift, 9000, "repeat three");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_RINGING);
  g_assert_cmpuint (shift_last (shift)->line, ==, 1);
}

static void
test_not_in_an_exam (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_EXAM);

  shift_advance (shift, 200000);
  shift_do (shift, 200000, "repeat one");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_COMMAND_REJECTED);
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_NO_REPEAT);
}

static Shift *
exam_with (const char *accommodation)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", DESK_MODE_EXAM);
  const char *const list[] = { accommodation, NULL };

  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv ((GStrv) list);
  return shift_new_with_header (NULL, header);
}

static void
test_granted_pause (void)
{
  g_autoptr (Shift) granted = exam_with ("pause");
  g_autoptr (Shift) other = exam_with ("captions");

  shift_do (granted, 500, "pause");
  g_assert_cmpint (shift_last (granted)->type, ==, DESK_EVENT_PAUSED);
  shift_do (other, 500, "pause");
  g_assert_cmpint (shift_last (other)->reason, ==, DESK_REASON_NO_PAUSE);
}

/* Neither ringing, nor silence, nor a hold tires a caller for whom there is no time. */
static void
test_untimed (void)
{
  g_autoptr (Shift) shift = exam_with ("untimed");

  shift_advance (shift, 3600000);
  g_assert_cmpint (desk_state_line (state_of (shift), 1), ==, DESK_LINE_RINGING);
  shift_do (shift, 3600000, "answer 1");
  shift_advance (shift, 7200000);
  g_assert_cmpint (desk_state_line (state_of (shift), 1), ==, DESK_LINE_CONNECTED);
  shift_do (shift, 7200000, "hold 1");
  shift_advance (shift, 10800000);
  g_assert_cmpint (desk_state_line (state_of (shift), 1), ==, DESK_LINE_HELD);
  shift_do (shift, 10800000, "transfer 1 bert");
  shift_advance (shift, 14400000);
  g_assert_cmpint (desk_state_line (state_of (shift), 1), ==, DESK_LINE_RECALL);
}

static void
assert_accommodations (DeskTerms terms, const char *expected)
{
  g_auto (GStrv) list = desk_terms_to_accommodations (&terms);
  g_autofree char *text = g_strjoinv (" ", list);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", terms.mode);
  DeskTerms again;

  g_assert_cmpstr (text, ==, expected);
  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv (list);
  again = desk_terms_of_header (header);
  g_assert_cmpstr (again.time, ==, desk_terms_find_time (terms.time));
  g_assert_cmpint (again.mode, ==, terms.mode);
}

static void
test_terms (void)
{
  assert_accommodations ((DeskTerms){ DESK_MODE_PRACTICE, "1", TRUE, TRUE, TRUE }, "");
  assert_accommodations ((DeskTerms){ DESK_MODE_PRACTICE, "1.5", TRUE, TRUE, TRUE }, "time:1.5");
  assert_accommodations ((DeskTerms){ DESK_MODE_EXAM, "untimed", TRUE, FALSE, TRUE },
                         "untimed captions pause");
  assert_accommodations ((DeskTerms){ DESK_MODE_EXAM, "10", FALSE, TRUE, FALSE }, "time:10 hints");
  assert_accommodations ((DeskTerms){ DESK_MODE_EXAM, "nonsense", FALSE, FALSE, FALSE }, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeat/repeats", test_repeats);
  g_test_add_func ("/repeat/again-and-again", test_again_and_again);
  g_test_add_func ("/repeat/blocked", test_blocked);
  g_test_add_func ("/repeat/not-in-an-exam", test_not_in_an_exam);
  g_test_add_func ("/terms/granted-pause", test_granted_pause);
  g_test_add_func ("/terms/untimed", test_untimed);
  g_test_add_func ("/terms/accommodations", test_terms);
  return g_test_run ();
}
