/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/target.h"

#include <math.h>

#include "engine/attention.h"
#include "shift.h"

/* The targets with the time that was granted, and who is urgent by them. The targets of the scenario
 * are the usual ones: 15 s to answer, 60 s on hold, 20 s to take a call that came back. */

#define NEVER DESK_ATTENTION_NEVER_MS

static const struct {
  const char *accommodation; /* NULL: none */
  double greeting_ms;
  double answer_ms;
  double hold_ms;
  double recall_ms;
  gint64 ringing_until_ms; /* of a caller who rings since 1 s */
  gint64 held_until_ms;    /* of one on hold since 3 s: five seconds before the target is up */
} cases[] = {
  { NULL, 5000, 15000, 60000, 20000, 16000, 58000 },
  { "captions", 5000, 15000, 60000, 20000, 16000, 58000 },
  { "time:1.5", 7500, 22500, 90000, 30000, 23500, 88000 },
  { "time:2", 10000, 30000, 120000, 40000, 31000, 118000 },
  { "time:10", 50000, 150000, 600000, 200000, 151000, 598000 },
  { "untimed", (double) INFINITY, (double) INFINITY, (double) INFINITY, (double) INFINITY, NEVER,
    NEVER },
};

static Shift *
shift_with (const char *accommodation)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Tess", DESK_MODE_PRACTICE);
  const char *const list[] = { accommodation, NULL };

  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv ((GStrv) list);
  return shift_new_with_header (NULL, header);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Shift) shift = shift_with (cases[i].accommodation);
    const DeskState *state = desk_session_get_state (shift->session);

    g_test_message ("%s", cases[i].accommodation != NULL ? cases[i].accommodation : "none");
    g_assert_cmpfloat (desk_state_target_ms (state, DESK_TARGET_GREETING), ==,
                       cases[i].greeting_ms);
    g_assert_cmpfloat (desk_state_target_ms (state, DESK_TARGET_ANSWER), ==, cases[i].answer_ms);
    g_assert_cmpfloat (desk_state_target_ms (state, DESK_TARGET_HOLD), ==, cases[i].hold_ms);
    g_assert_cmpfloat (desk_state_target_ms (state, DESK_TARGET_RECALL), ==, cases[i].recall_ms);
  }
}

static void
test_urgency (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Shift) shift = shift_with (cases[i].accommodation);
    const DeskState *state = desk_session_get_state (shift->session);
    gint64 until_ms = 0;

    g_test_message ("%s", cases[i].accommodation != NULL ? cases[i].accommodation : "none");
    shift_advance (shift, 1500);
    g_assert_cmpint (desk_attention_until_ms (state, 1), ==, cases[i].ringing_until_ms);
    g_assert_cmpint (desk_attention_until_ms (state, 2), ==, -1);
    g_assert_cmpuint (desk_attention_first (state, &until_ms), ==, 1);
    g_assert_cmpint (until_ms, ==, cases[i].ringing_until_ms);
    shift_do (shift, 2000, "answer 1");
    shift_do (shift, 3000, "hold 1");
    g_assert_cmpint (desk_attention_until_ms (state, 1), ==, cases[i].held_until_ms);
    /* Who rings since 5 s comes before who is on hold since 3 s, limits or none. */
    shift_advance (shift, 5500);
    g_assert_cmpuint (desk_attention_first (state, &until_ms), ==, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target/table", test_table);
  g_test_add_func ("/target/urgency", test_urgency);
  return g_test_run ();
}
