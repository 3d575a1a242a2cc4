/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The rules of the telephone, as tables and golden stories. */

#include "shift.h"

/* How line 1 gets into each state by 20 s, with two more callers kept out of the way. */
static const char *const ways[DESK_N_LINE_STATES][5] = {
  [DESK_LINE_IDLE] = { "2000 answer 1", "3000 release 1", NULL },
  [DESK_LINE_RINGING] = { NULL },
  [DESK_LINE_CONNECTED] = { "2000 answer 1", NULL },
  [DESK_LINE_HELD] = { "2000 answer 1", "3000 hold 1", NULL },
  [DESK_LINE_CONSULTING] = { "2000 answer 1", "3000 consult 1 anna", NULL },
  [DESK_LINE_TRANSFERRING] = { "2000 answer 1", "3000 transfer 1 carl", NULL },
  [DESK_LINE_RECALL] = { "2000 answer 1", "3000 transfer 1 bert", NULL },
};

static const struct {
  const char *words;
  const char *obeyed_in; /* the states' initials: i r c h s t l */
} commands[] = {
  { "answer 1", "rl" },       { "hold 1", "c" },      { "resume 1", "h" },
  { "release 1", "c" },       { "say 1 greet", "c" }, { "transfer 1 anna", "ch" },
  { "consult 1 anna", "ch" }, { "complete 1", "s" },  { "cancel 1", "st" },
  { "say 1 announce", "s" },
};

static const char initials[] = "irchstl";

static const DeskReason reasons[DESK_N_LINE_STATES] = {
  DESK_REASON_LINE_IDLE,  DESK_REASON_LINE_RINGING,    DESK_REASON_LINE_CONNECTED,
  DESK_REASON_LINE_HELD,  DESK_REASON_LINE_CONSULTING, DESK_REASON_LINE_TRANSFERRING,
  DESK_REASON_LINE_RECALL
};

/* One caller, who is patient. */
static const char alone_yaml[] = "format: 1\n"
                                 "title: One caller\n"
                                 "language: en\n"
                                 "country: gb\n"
                                 "lines: 2\n"
                                 "duration: 5:00\n"
                                 "organisation: Northwick\n"
                                 "people:\n"
                                 "  - {id: anna, name: Anna Reed, extension: 201}\n"
                                 "  - {id: bert, name: Bert Cole, extension: 202, presence: "
                                 "[{from: 0:00, is: busy}]}\n"
                                 "  - {id: carl, name: Carl Dunn, extension: 203, presence: "
                                 "[{from: 0:00, is: away}]}\n"
                                 "calls:\n"
                                 "  - id: one\n"
                                 "    at: 0:01\n"
                                 "    line: 1\n"
                                 "    caller: {surname: Marlowe}\n"
                                 "    says:\n"
                                 "      opening: {text: Good morning is Anna there}\n"
                                 "      still_there: {text: Is anybody there}\n"
                                 "    expect: {do: transfer, to: anna}\n";

static void
test_every_state_by_every_command (void)
{
  for (guint state = 0; state < DESK_N_LINE_STATES; state++) {
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
      g_autoptr (Shift) shift = shift_new (alone_yaml, DESK_MODE_PRACTICE);
      gboolean obeys = strchr (commands[i].obeyed_in, initials[state]) != NULL;
      const DeskEvent *last;

      shift_play (shift, ways[state]);
      shift_advance (shift, 8000);
      g_assert_cmpint (desk_state_line (desk_session_get_state (shift->session), 1), ==, state);
      shift_do (shift, 8000, commands[i].words);
      last = shift_last (shift);
      g_test_message ("%s while %s", commands[i].words, desk_line_state_name (state));
      if (obeys) {
        g_assert_cmpint (last->type, !=, DESK_EVENT_COMMAND_REJECTED);
      } else {
        g_assert_cmpint (last->type, ==, DESK_EVENT_COMMAND_REJECTED);
        if (state != DESK_LINE_CONNECTED || !g_str_equal (commands[i].words, "say 1 announce"))
          g_assert_cmpint (last->reason, ==, reasons[state]);
        g_assert_cmpint (desk_state_line (desk_session_get_state (shift->session), 1), ==, state);
      }
    }
  }
}

/* No key of a line stands for this. */
#define NOTHING DESK_COMMAND_FINISH

static void
test_press (void)
{
  static const DeskCommandType presses[DESK_N_LINE_STATES] = {
    [DESK_LINE_IDLE] = NOTHING,
    [DESK_LINE_RINGING] = DESK_COMMAND_ANSWER,
    [DESK_LINE_CONNECTED] = NOTHING,
    [DESK_LINE_HELD] = DESK_COMMAND_RESUME,
    [DESK_LINE_CONSULTING] = NOTHING,
    [DESK_LINE_TRANSFERRING] = NOTHING,
    [DESK_LINE_RECALL] = DESK_COMMAND_ANSWER,
  };

  for (guint state = 0; state < DESK_N_LINE_STATES; state++) {
    DeskCommandType command = NOTHING;

    g_test_message ("%s", desk_line_state_name (state));
    g_assert_cmpint (desk_line_state_press (state, &command), ==, presses[state] != NOTHING);
    g_assert_cmpint (command, ==, presses[state]);
  }
}

/* What happens on the telephone when a script is obeyed; the stories are worked out by hand. */
static const struct {
  const char *name;
  const char *script[12];
  gint64 until_ms;
  const char *story;
} stories[] = {
  { "unasked-opening-then-silence",
    { "2000 answer 1", NULL },
    39000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "6000 caller-speaks one opening\n"
    "8000 caller-done one opening\n"
    "18000 caller-speaks one still_there\n"
    "19200 caller-done one still_there\n"
    "28000 caller-speaks one still_there\n"
    "29200 caller-done one still_there\n"
    "38000 abandoned one silence\n" },
  { "nobody-answers",
    { NULL },
    60000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "41000 abandoned one ringing\n" },
  { "interrupted",
    { "2000 answer 1", "2000 say 1 greet", "3000 say 1 ask_repeat", "3500 hold 1", NULL },
    4000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "2000 trainee-says one greet\n"
    "2000 caller-speaks one opening\n"
    "3000 caller-done one opening cut\n"
    "3000 trainee-says one ask_repeat\n"
    "3000 caller-speaks one opening\n"
    "3500 caller-done one opening cut\n"
    "3500 held one \n" },
  { "hold-reminders-then-gone",
    { "2000 answer 1", "2000 say 1 greet", "5000 hold 1", NULL },
    96000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "2000 trainee-says one greet\n"
    "2000 caller-speaks one opening\n"
    "4000 caller-done one opening\n"
    "5000 held one \n"
    "65000 hold-reminder one \n"
    "95000 caller-speaks one leaving\n"
    "95000 abandoned one hold\n" },
  { "blind-transfer-succeeds",
    { "2000 answer 1", "3000 transfer 1 anna", NULL },
    8000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 transferring one anna\n"
    "7000 transferred one anna\n" },
  { "blind-transfer-to-somebody-away",
    { "2000 answer 1", "3000 transfer 1 carl", "25000 answer 1", NULL },
    26000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 transferring one carl\n"
    "23000 recall one no-answer\n"
    "25000 answered one  again\n" },
  { "blind-transfer-to-somebody-busy",
    { "2000 answer 1", "3000 transfer 1 bert", "4000 answer 1", NULL },
    5000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 transferring one bert\n"
    "3000 colleague-busy one bert\n"
    "3000 recall one busy\n"
    "4000 answered one  again\n" },
  { "consulted-transfer",
    { "2000 answer 1", "3000 consult 1 anna", "8000 say 1 announce", "9000 complete 1", NULL },
    10000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 consulting one anna\n"
    "7000 colleague-answers one anna\n"
    "8000 trainee-says one announce\n"
    "8000 colleague-accepts one anna\n"
    "9000 transferred one anna again\n" },
  { "consultation-completed-too-early-becomes-blind",
    { "2000 answer 1", "3000 consult 1 anna", "4000 complete 1", NULL },
    8000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 consulting one anna\n"
    "4000 transferring one anna\n"
    "7000 transferred one anna\n" },
  { "consulting-somebody-busy-comes-back-at-once",
    { "2000 answer 1", "3000 consult 1 bert", NULL },
    4000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 consulting one bert\n"
    "3000 colleague-busy one bert\n"
    "3000 resumed one \n" },
  { "consulting-somebody-away-rings-until-cancel",
    { "2000 answer 1", "3000 consult 1 carl", "60000 cancel 1", NULL },
    61000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 consulting one carl\n"
    "60000 resumed one \n" },
  { "blind-transfer-taken-back",
    { "2000 answer 1", "3000 transfer 1 carl", "5000 cancel 1", NULL },
    6000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "2000 answered one \n"
    "3000 transferring one carl\n"
    "5000 resumed one \n" },
  { "deadline-before-command-at-the-same-moment",
    { "41000 answer 1", NULL },
    41000,
    "0 started - \n"
    "1000 call-due one \n"
    "1000 ringing one \n"
    "41000 abandoned one ringing\n"
    "41000 command-rejected - line-idle\n" },
};

static void
test_story (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Shift) shift = shift_new (alone_yaml, DESK_MODE_PRACTICE);
  g_autofree char *story = NULL;

  shift_play (shift, stories[i].script);
  shift_advance (shift, stories[i].until_ms);
  story = shift_story (shift, 0);
  g_assert_cmpstr (story, ==, stories[i].story);
}

static void
assert_story (Shift *shift, guint from, const char *expected)
{
  g_autofree char *story = shift_story (shift, from);

  g_assert_cmpstr (story, ==, expected);
}

static void
test_one_handset (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  const char *const script[] = { "2000 answer 1",
                                 "2000 say 1 greet",
                                 "5500 answer 2",
                                 "5600 resume 1",
                                 "5700 consult 1 anna",
                                 "5800 resume 2",
                                 NULL };

  shift_play (shift, script);
  assert_story (shift, 0,
                "0 started - \n"
                "1000 call-due one \n"
                "1000 ringing one \n"
                "2000 answered one \n"
                "2000 trainee-says one greet\n"
                "2000 caller-speaks one opening\n"
                "4800 caller-done one opening\n"
                "5000 call-due two \n"
                "5000 ringing two \n"
                "5500 held one  again\n"
                "5500 answered two \n"
                "5600 held two  again\n"
                "5600 resumed one \n"
                "5700 consulting one anna\n"
                "5800 held one  again\n"
                "5800 resumed two \n");
}

static void
test_blocked_and_called_back (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_advance (shift, 200000);
  assert_story (shift, 0,
                "0 started - \n"
                "1000 call-due one \n"
                "1000 ringing one \n"
                "5000 call-due two \n"
                "5000 ringing two \n"
                "6000 call-due three \n"
                "6000 blocked three \n"
                "41000 abandoned one ringing\n"
                "45000 abandoned two ringing\n"
                "71000 call-due one  again\n"
                "71000 ringing one \n"
                "111000 abandoned one ringing\n");
  shift_do (shift, 200000, "finish");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_FINISHED);
}

static void
test_read_back_judges_the_slip (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  const DeskEvent *last;

  shift_do (shift, 2000, "answer 1");
  shift_do (shift, 2000, "say 1 read_back");
  last = shift_last (shift);
  g_assert_cmpstr (last->reply->id, ==, "read_back_wrong");
  shift_write (shift, 2500, DESK_COMMAND_DRAFT, "one", "Ada Marlow", "01632 960147");
  shift_do (shift, 2500, "say 1 read_back");
  g_assert_cmpstr (shift_last (shift)->reply->id, ==, "read_back_wrong");
  shift_write (shift, 3000, DESK_COMMAND_MESSAGE, "one", "Ada Marlowe", "+44 1632 960147");
  shift_do (shift, 3000, "say 1 read_back");
  g_assert_cmpstr (shift_last (shift)->reply->id, ==, "read_back_right");
}

static void
test_replies_fall_back (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_do (shift, 5000, "answer 2");
  shift_do (shift, 5100, "say 2 ask_hold");
  g_assert_cmpstr (shift_last (shift)->reply->key, ==, "two/hold_no");
  shift_do (shift, 5200, "say 2 ask_number");
  g_assert_cmpstr (shift_last (shift)->reply->key, ==, "two/otherwise");
  shift_do (shift, 5300, "say 2 ask_repeat");
  g_assert_cmpstr (shift_last (shift)->reply->key, ==, "two/otherwise");
  shift_do (shift, 5400, "answer 1");
  shift_do (shift, 5500, "say 1 ask_number");
  g_assert_cmpstr (shift_last (shift)->reply->key, ==, "neutral/number");
}

static const DeskEvent *
find_last (Shift *shift, DeskEventType type)
{
  for (guint i = shift->events->len; i > 0; i--) {
    const DeskEvent *event = &g_array_index (shift->events, DeskEvent, i - 1);

    if (event->type == type)
      return event;
  }
  g_assert_not_reached ();
}

/* `otherwise` is an answer, so what nobody asked for falls back to the neutral sentence at once. */
static void
test_unasked_words_fall_back (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_do (shift, 5000, "answer 2");
  shift_do (shift, 5100, "say 2 greet");
  shift_advance (shift, 17000);
  g_assert_cmpstr (find_last (shift, DESK_EVENT_CALLER_SPEAKS)->reply->key, ==,
                   "neutral/still_there");
  shift_do (shift, 20000, "hold 2");
  shift_advance (shift, 110000);
  g_assert_cmpint (shift_last (shift)->cause, ==, DESK_CAUSE_HOLD);
  g_assert_cmpstr (find_last (shift, DESK_EVENT_CALLER_SPEAKS)->reply->key, ==, "neutral/leaving");
}

static void
test_own_words_on_leaving (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_do (shift, 2000, "answer 1");
  shift_do (shift, 3000, "hold 1");
  shift_advance (shift, 93000);
  g_assert_cmpstr (find_last (shift, DESK_EVENT_CALLER_SPEAKS)->reply->key, ==, "one/leaving");
}

static void
test_colleague_refuses_then_accepts (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_do (shift, 2000, "answer 1");
  shift_do (shift, 2500, "consult 1 dora");
  shift_do (shift, 3000, "say 1 announce");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_COLLEAGUE_NOT_THERE);
  shift_do (shift, 7000, "say 1 announce");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_COLLEAGUE_REFUSES);
  shift_do (shift, 8000, "complete 1");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_COLLEAGUE_REFUSED);
  shift_do (shift, 8500, "cancel 1");
  shift_do (shift, 9000, "transfer 1 dora");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_RECALL);
  g_assert_cmpint (shift_last (shift)->cause, ==, DESK_CAUSE_BUSY);
}

static void
test_pause_stops_the_clock (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  g_autoptr (Shift) exam = shift_new (NULL, DESK_MODE_EXAM);
  g_autoptr (Shift) guided = shift_new (NULL, DESK_MODE_GUIDED);

  shift_do (shift, 500, "pause");
  shift_advance (shift, 90000);
  g_assert_cmpint (desk_session_get_state (shift->session)->now_ms, ==, 500);
  g_assert_cmpint (desk_session_next_deadline_ms (shift->session), ==, -1);
  shift_do (shift, 500, "answer 1");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_PAUSED);
  shift_do (shift, 500, "unpause");
  shift_advance (shift, 1000);
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_RINGING);
  shift_do (exam, 500, "pause");
  g_assert_cmpint (shift_last (exam)->reason, ==, DESK_REASON_NO_PAUSE);
  shift_do (guided, 500, "pause");
  g_assert_cmpint (shift_last (guided)->type, ==, DESK_EVENT_PAUSED);
}

static void
test_slips_only_for_answered_calls (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);

  shift_write (shift, 1000, DESK_COMMAND_DRAFT, "one", "Ada", "");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_NOT_ANSWERED);
  shift_do (shift, 2000, "answer 1");
  shift_write (shift, 2100, DESK_COMMAND_DRAFT, "one", "Ada", "");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_ANSWERED);
  g_assert_cmpstr (desk_session_get_state (shift->session)->calls[0].slip->name, ==, "Ada");
  shift_do (shift, 2200, "release 1");
  shift_write (shift, 2300, DESK_COMMAND_MESSAGE, "one", "Ada", "");
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_MESSAGE_LOGGED);
}

/* A prompt that lasts longer than the pause between two is said to its end. */
static void
test_long_prompt_is_said_to_its_end (void)
{
  g_auto (GStrv) parts = g_strsplit (alone_yaml, "Is anybody there", 2);
  g_autofree char *yaml = g_strjoinv ("Is anybody there at all or has everybody gone home for the "
                                      "day and left me hanging on the line with nobody to talk to "
                                      "again as it was last week",
                                      parts);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);

  shift_do (shift, 2000, "answer 1");
  shift_advance (shift, 33000);
  assert_story (shift, 6,
                "18000 caller-speaks one still_there\n"
                "30400 caller-done one still_there\n"
                "30400 caller-speaks one still_there\n");
}

static void
test_finish (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_EXAM);
  DeskCommand early = { .type = DESK_COMMAND_FINISH, .early = TRUE };

  shift_do (shift, 500, "finish");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_CALLS_LEFT);
  desk_session_dispatch (shift->session, &early, 600);
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_FINISHED);
  g_assert_true (shift_last (shift)->again);
  shift_do (shift, 700, "answer 1");
  g_assert_cmpint (shift_last (shift)->reason, ==, DESK_REASON_FINISHED);
}

static void
test_draft_restarts_silence (void)
{
  g_autoptr (Shift) shift = shift_new (alone_yaml, DESK_MODE_PRACTICE);

  shift_do (shift, 2000, "answer 1");
  shift_do (shift, 2000, "say 1 greet");
  shift_write (shift, 12000, DESK_COMMAND_DRAFT, "one", "M", "");
  shift_advance (shift, 41999);
  g_assert_cmpint (desk_state_line (desk_session_get_state (shift->session), 1), ==,
                   DESK_LINE_CONNECTED);
  shift_advance (shift, 42000);
  g_assert_cmpint (shift_last (shift)->type, ==, DESK_EVENT_ABANDONED);
}

/* One rings from 1 s and two from 5 s; three finds both lines taken. */
static void
test_waiting (void)
{
  g_autoptr (Shift) shift = shift_new (NULL, DESK_MODE_PRACTICE);
  const DeskState *state = desk_session_get_state (shift->session);

  g_assert_cmpuint (desk_state_n_waiting (state), ==, 0);
  g_assert_cmpint (desk_state_longest_wait_ms (state), ==, 0);
  shift_advance (shift, 7000);
  g_assert_cmpuint (desk_state_n_waiting (state), ==, 2);
  g_assert_cmpint (desk_state_longest_wait_ms (state), ==, 6000);
  shift_do (shift, 7000, "answer 1");
  g_assert_cmpuint (desk_state_n_waiting (state), ==, 1);
  g_assert_cmpint (desk_state_longest_wait_ms (state), ==, 2000);
  shift_do (shift, 8000, "answer 2"); /* and so line 1 is put on hold */
  shift_advance (shift, 9000);
  g_assert_cmpuint (desk_state_n_waiting (state), ==, 1);
  g_assert_cmpint (desk_state_longest_wait_ms (state), ==, 1000);
}

static void
test_open_slip (void)
{
  g_autoptr (Shift) shift = shift_new (alone_yaml, DESK_MODE_PRACTICE);
  const DeskCallState *call = &desk_session_get_state (shift->session)->calls[0];

  shift_do (shift, 2000, "answer 1");
  g_assert_false (desk_call_state_has_open_slip (call));
  shift_write (shift, 3000, DESK_COMMAND_DRAFT, "one", "Ada", "");
  g_assert_true (desk_call_state_has_open_slip (call));
  shift_write (shift, 4000, DESK_COMMAND_DRAFT, "one", "", "");
  g_assert_false (desk_call_state_has_open_slip (call));
  shift_write (shift, 5000, DESK_COMMAND_MESSAGE, "one", "Ada", "");
  g_assert_false (desk_call_state_has_open_slip (call));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/telephone/every-state-by-every-command", test_every_state_by_every_command);
  g_test_add_func ("/telephone/press", test_press);
  g_test_add_func ("/telephone/waiting", test_waiting);
  g_test_add_func ("/telephone/open-slip", test_open_slip);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++) {
    g_autofree char *path = g_strdup_printf ("/telephone/story/%s", stories[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_story);
  }
  g_test_add_func ("/telephone/one-handset", test_one_handset);
  g_test_add_func ("/telephone/blocked-and-called-back", test_blocked_and_called_back);
  g_test_add_func ("/telephone/read-back", test_read_back_judges_the_slip);
  g_test_add_func ("/telephone/replies-fall-back", test_replies_fall_back);
  g_test_add_func ("/telephone/unasked-words-fall-back", test_unasked_words_fall_back);
  g_test_add_func ("/telephone/own-words-on-leaving", test_own_words_on_leaving);
  g_test_add_func ("/telephone/refuses", test_colleague_refuses_then_accepts);
  g_test_add_func ("/telephone/pause", test_pause_stops_the_clock);
  g_test_add_func ("/telephone/slips", test_slips_only_for_answered_calls);
  g_test_add_func ("/telephone/long-prompt", test_long_prompt_is_said_to_its_end);
  g_test_add_func ("/telephone/finish", test_finish);
  g_test_add_func ("/telephone/draft-restarts-silence", test_draft_restarts_silence);
  return g_test_run ();
}
