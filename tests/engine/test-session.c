/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "one-in.h"
#include "shift.h"

#include <glib/gstdio.h>

#include "engine/autopilot.h"
#include "engine/script.h"

/* A journal as text with everything but the header, which holds the time of day. */
static char *
without_header (const char *text)
{
  return g_strdup (strchr (text, '\n') + 1);
}

static Shift *
worked_by (DeskTrainee trainee, gint64 seed)
{
  g_autoptr (DeskJournalHeader) header =
      desk_journal_header_new (desk_trainee_name (trainee), DESK_MODE_SIMULATED);
  DeskAutopilot *autopilot;
  Shift *shift;

  header->seed = seed;
  header->jittered = seed > 0;
  shift = shift_new_with_header (NULL, header);
  autopilot = desk_autopilot_new (trainee, shift->session, seed);
  desk_autopilot_run (autopilot);
  desk_autopilot_free (autopilot);
  g_assert_true (desk_session_get_state (shift->session)->finished);
  return shift;
}

/* Replays the commands that `shift` journalled, and expects its bytes again. */
static void
assert_replays (Shift *shift)
{
  g_autofree char *text = shift_text (shift);
  g_autofree char *body = without_header (text);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "frontdesk-replay.journal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) script = NULL;
  g_autoptr (Shift) again = NULL;
  g_autofree char *text_again = NULL;
  g_autofree char *body_again = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  script = desk_recording_load_script (path, shift->scenario, &error);
  g_assert_no_error (error);
  again = shift_new_with_header (NULL, script->header);
  desk_script_run (again->session, script);
  text_again = shift_text (again);
  body_again = without_header (text_again);
  g_assert_cmpstr (body_again, ==, body);
  g_assert_cmpstr (text_again, ==, text);
  g_unlink (path);
}

static void
test_replay (void)
{
  const DeskTrainee trainees[] = { DESK_TRAINEE_IDEAL, DESK_TRAINEE_STEADY, DESK_TRAINEE_HURRIED,
                                   DESK_TRAINEE_ABSENT };

  for (guint i = 0; i < G_N_ELEMENTS (trainees); i++) {
    for (gint64 seed = 0; seed < 20; seed++) {
      g_autoptr (Shift) shift = worked_by (trainees[i], seed);

      assert_replays (shift);
    }
  }
}

static void
test_replay_of_odd_commands (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  const char *const script[] = { "900 hold 1",
                                 "2000 answer 1",
                                 "2000 pause",
                                 "2000 answer 2",
                                 "2000 unpause",
                                 "2500 consult 1 dora",
                                 "7000 say 1 announce",
                                 "7000 complete 1",
                                 "7000 cancel 1",
                                 "7100 transfer 1 bert",
                                 "9000 answer 1",
                                 "9000 release 1",
                                 NULL };

  shift_play (shift, script);
  shift_write (shift, 9500, DESK_COMMAND_DRAFT, "one", "Quote \" \\ and\nline", "tab\t\x01");
  shift_write (shift, 9600, DESK_COMMAND_MESSAGE, "one", "Åsa Ö", "");
  shift_advance (shift, 100000);
  shift_do (shift, 100000, "finish");
  assert_replays (shift);
}

/* Random commands, in one leap between them or in many small steps. */
static char *
worked_at_random (guint32 seed, gint64 step_ms)
{
  static const char *const words[] = { "answer 1",        "answer 2",       "hold 1",
                                       "hold 2",          "resume 1",       "resume 2",
                                       "say 1 greet",     "say 2 ask_hold", "say 1 read_back",
                                       "transfer 1 carl", "consult 2 anna", "say 2 announce",
                                       "complete 2",      "cancel 1",       "release 2",
                                       "transfer 2 dora" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  g_autofree char *text = NULL;
  gint64 now_ms = 0;

  for (guint i = 0; i < 60; i++) {
    gint64 next_ms = now_ms + g_rand_int_range (rand, 0, 6000);

    for (; step_ms > 0 && now_ms < next_ms; now_ms += step_ms)
      shift_advance (shift, now_ms);
    now_ms = next_ms;
    shift_do (shift, now_ms, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  }
  shift_advance (shift, 400000);
  text = shift_text (shift);
  return without_header (text);
}

static void
test_one_leap_equals_many_steps (void)
{
  for (guint32 seed = 1; seed <= 200; seed += one_in ()) {
    g_autofree char *leap = worked_at_random (seed, 0);
    g_autofree char *steps = worked_at_random (seed, 97);

    g_assert_cmpstr (leap, ==, steps);
  }
}

static void
test_chance_comes_from_the_seed (void)
{
  g_autoptr (Shift) a = worked_by (DESK_TRAINEE_ABSENT, 7);
  g_autoptr (Shift) b = worked_by (DESK_TRAINEE_ABSENT, 7);
  g_autoptr (Shift) c = worked_by (DESK_TRAINEE_ABSENT, 8);
  g_autofree char *story_a = shift_story (a, 0);
  g_autofree char *story_b = shift_story (b, 0);
  g_autofree char *story_c = shift_story (c, 0);

  g_assert_cmpstr (story_a, ==, story_b);
  g_assert_cmpstr (story_a, !=, story_c);
}

/* Arrivals stay in order and within a fifth of the gap before. */
static void
test_jitter_keeps_the_order (void)
{
  for (gint64 seed = 1; seed < 500; seed += one_in ()) {
    g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", DESK_MODE_SIMULATED);
    g_autoptr (Shift) shift = NULL;
    const DeskState *state;

    header->seed = seed;
    header->jittered = TRUE;
    shift = shift_new_with_header (NULL, header);
    state = desk_session_get_state (shift->session);
    g_assert_cmpint (ABS (state->calls[0].due_ms - 1000), <=, 200);
    g_assert_cmpint (ABS (state->calls[1].due_ms - 5000), <=, 800);
    g_assert_cmpint (state->calls[2].due_ms, >=, state->calls[1].due_ms);
    g_assert_cmpint (state->calls[2].due_ms, <=, 6200);
  }
}

static void
answer_again_from_handler (DeskSession *session, const DeskEvent *event, Shift *shift)
{
  if (event->type == DESK_EVENT_RINGING && event->line == 1)
    shift_do (shift, event->t_ms, "answer 1");
}

static void
test_command_in_a_handler_waits (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  g_autofree char *text = NULL;

  g_signal_connect (shift->session, "event", G_CALLBACK (answer_again_from_handler), shift);
  shift_advance (shift, 1500);
  text = shift_text (shift);
  g_assert_nonnull (strstr (text, "\"event\":\"ringing\",\"call\":\"one\",\"line\":1}\n"
                                  "{\"t\":1500,\"command\":\"answer\",\"line\":1}\n"
                                  "{\"t\":1500,\"event\":\"answered\","));
}

typedef struct {
  guint n_events;
  guint n_times;
  guint n_told; /* events by the last time */
} Telling;

static void
count_event (DeskSession *session, const DeskEvent *event, Telling *self)
{
  self->n_events++;
}

static void
count_told (DeskSession *session, Telling *self)
{
  self->n_times++;
  self->n_told = self->n_events;
}

/* Once for all that a command does, also what handlers command meanwhile, and not when nothing happens. */
static void
test_told_once (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  Telling told = { 0 };

  shift_advance (shift, 1500);
  shift_do (shift, 2000, "answer 1");
  shift_advance (shift, 5000);
  g_signal_connect (shift->session, "event", G_CALLBACK (count_event), &told);
  g_signal_connect (shift->session, "told", G_CALLBACK (count_told), &told);
  shift_do (shift, 5000, "answer 2"); /* which puts line 1 on hold */
  g_assert_cmpuint (told.n_events, >=, 2);
  g_assert_cmpuint (told.n_times, ==, 1);
  g_assert_cmpuint (told.n_told, ==, told.n_events);
  told = (Telling){ 0 };
  shift_advance (shift, 5000);
  g_assert_cmpuint (told.n_times, ==, 0);
}

static void
test_accommodations_give_time (void)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", DESK_MODE_PRACTICE);
  const char *const more[] = { "time:1.5", NULL };
  const char *const none[] = { "untimed", NULL };
  g_autoptr (Shift) slow = NULL;
  g_autoptr (Shift) untimed = NULL;

  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv ((char **) more);
  slow = shift_new_with_header (NULL, header);
  shift_advance (slow, 60999);
  g_assert_cmpint (desk_state_line (desk_session_get_state (slow->session), 1), ==,
                   DESK_LINE_RINGING);
  shift_advance (slow, 61000);
  g_assert_cmpint (desk_state_line (desk_session_get_state (slow->session), 1), ==, DESK_LINE_IDLE);

  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv ((char **) none);
  untimed = shift_new_with_header (NULL, header);
  shift_advance (untimed, 3600000);
  g_assert_cmpint (desk_state_line (desk_session_get_state (untimed->session), 1), ==,
                   DESK_LINE_RINGING);
}

/* The program ends within a handler of one of the session's signals, while a slip waits for its turn. */
typedef struct {
  Shift *shift;     /* borrowed */
  guint n_told;     /* signals so far */
  guint at;         /* the one within which it ends */
  gboolean settles; /* or goes on as if nothing were */
  char *text;       /* owned: the journal at its end, or after the command; NULL: not there yet */
} Ending;

static void
on_told (Ending *self)
{
  g_assert_null (self->settles ? self->text : NULL);
  if (self->n_told++ != self->at)
    return;
  shift_write (self->shift, desk_session_get_state (self->shift->session)->now_ms,
               DESK_COMMAND_DRAFT, "one", "in that moment", "");
  if (!self->settles)
    return;
  desk_session_settle (self->shift->session);
  self->text = shift_text (self->shift);
}

/* Calls and slips, deadlines that are due before a command, decisions of several events. */
static gboolean
work_step (Shift *shift, guint n)
{
  switch (n) {
  case 0: shift_do (shift, 2000, "answer 1"); return TRUE;
  case 1: shift_do (shift, 2500, "say 1 greet"); return TRUE;
  case 2: shift_write (shift, 3000, DESK_COMMAND_DRAFT, "one", "Ada", ""); return TRUE;
  case 3: shift_do (shift, 7000, "answer 2"); return TRUE;
  case 4: shift_write (shift, 12500, DESK_COMMAND_MESSAGE, "one", "Ada Marlowe", ""); return TRUE;
  case 5: shift_do (shift, 13000, "transfer 1 bert"); return TRUE;
  case 6: shift_advance (shift, 20000); return TRUE;
  default: return FALSE;
  }
}

/* The journal after the command in the midst of which signal `at` comes; NULL: there are not so many.
 * (transfer full) */
static char *
end_at (guint at, gboolean settles)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_EXAM);
  Ending ending = { shift, 0, at, settles, NULL };

  g_signal_connect_swapped (shift->session, "event", G_CALLBACK (on_told), &ending);
  g_signal_connect_swapped (shift->session, "drafted", G_CALLBACK (on_told), &ending);
  for (guint n = 0; work_step (shift, n); n++)
    if (ending.n_told > at)
      return settles ? ending.text : shift_text (shift);
  return NULL;
}

/* What is on the disk then is what would have been there a moment later. */
static void
test_settle (void)
{
  guint at = 0;

  for (;; at++) {
    g_autofree char *expected = end_at (at, FALSE);
    g_autofree char *text = end_at (at, TRUE);

    g_assert_cmpstr (text, ==, expected);
    if (text == NULL)
      break;
    g_assert_nonnull (strstr (text, "in that moment"));
  }
  g_assert_cmpuint (at, >, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/replay", test_replay);
  g_test_add_func ("/session/replay-of-odd-commands", test_replay_of_odd_commands);
  g_test_add_func ("/session/one-leap-equals-many-steps", test_one_leap_equals_many_steps);
  g_test_add_func ("/session/chance", test_chance_comes_from_the_seed);
  g_test_add_func ("/session/jitter", test_jitter_keeps_the_order);
  g_test_add_func ("/session/command-in-a-handler", test_command_in_a_handler_waits);
  g_test_add_func ("/session/told-once", test_told_once);
  g_test_add_func ("/session/settle", test_settle);
  g_test_add_func ("/session/accommodations", test_accommodations_give_time);
  return g_test_run ();
}
