/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/glance-view.h"
#include "page-fixture.h"

/* What is owed, from states that are made by hand. The scenario has two calls, 0 and 1, and three lines. */

typedef struct {
  DeskCallPhase phase;
  DeskLineState line_state;
  guint line;
  gint64 since_ms;
  gint64 alone_since_ms;
  gint64 message_offered_ms;
  gboolean asked_to_hold;
  gboolean written;
  gboolean logged;
} Is;

#define NOT_YET                                                                                    \
  {                                                                                                \
    .phase = DESK_CALL_PENDING, .since_ms = -1, .alone_since_ms = -1, .message_offered_ms = -1     \
  }

typedef struct {
  const char *name;
  Is calls[2];
  guint n_promises;
  DeskPromise promises[2]; /* `call` is left out: see `of` */
  guint of[2];             /* whose they are */
  guint waits_longest;     /* line */
} Case;

static const Case cases[] = {
  { "nothing", { NOT_YET, NOT_YET }, 0, { { 0 } }, { 0 }, 0 },
  { "a held caller who was asked",
    { { DESK_CALL_LIVE, DESK_LINE_HELD, 2, 9000, 9000, -1, TRUE, FALSE, FALSE }, NOT_YET },
    1,
    { { DESK_PROMISE_RETURN, NULL, 2, 9000 } },
    { 0 },
    2 },
  { "a held caller who was not",
    { { DESK_CALL_LIVE, DESK_LINE_HELD, 2, 9000, 9000, -1, FALSE, FALSE, FALSE }, NOT_YET },
    0,
    { { 0 } },
    { 0 },
    2 },
  { "a message offered in a call that goes on",
    { { DESK_CALL_LIVE, DESK_LINE_CONNECTED, 1, 4000, -1, 7000, FALSE, FALSE, FALSE }, NOT_YET },
    1,
    { { DESK_PROMISE_MESSAGE, NULL, 1, 7000 } },
    { 0 },
    0 },
  { "the same, logged",
    { { DESK_CALL_LIVE, DESK_LINE_CONNECTED, 1, 4000, -1, 7000, FALSE, TRUE, TRUE }, NOT_YET },
    0,
    { { 0 } },
    { 0 },
    0 },
  { "words on the slip while one talks",
    { { DESK_CALL_LIVE, DESK_LINE_CONNECTED, 1, 4000, -1, -1, FALSE, TRUE, FALSE }, NOT_YET },
    0,
    { { 0 } },
    { 0 },
    0 },
  { "words on the slip of a call that has ended, to whom nothing was promised",
    { { DESK_CALL_ENDED, DESK_LINE_IDLE, 0, 20000, -1, -1, FALSE, TRUE, FALSE }, NOT_YET },
    0,
    { { 0 } },
    { 0 },
    0 },
  { "two, of which the later call's is the older; come back after a transfer",
    { { DESK_CALL_ENDED, DESK_LINE_IDLE, 0, 20000, -1, 15000, FALSE, FALSE, FALSE },
      { DESK_CALL_LIVE, DESK_LINE_RECALL, 3, 31000, 11000, -1, FALSE, FALSE, FALSE } },
    2,
    { { DESK_PROMISE_TRANSFER, NULL, 3, 11000 }, { DESK_PROMISE_MESSAGE, NULL, 0, 15000 } },
    { 1, 0 },
    3 },
  { "ringing is no promise; the longest waits on the higher line",
    { { DESK_CALL_LIVE, DESK_LINE_RINGING, 1, 30000, -1, -1, FALSE, FALSE, FALSE },
      { DESK_CALL_LIVE, DESK_LINE_HELD, 3, 10000, 10000, -1, FALSE, FALSE, FALSE } },
    0,
    { { 0 } },
    { 0 },
    3 },
};

static void
set_call (DeskState *state, guint n, const Is *is)
{
  DeskCallState *call = &state->calls[n];

  call->phase = is->phase;
  call->line_state = is->line_state;
  call->line = is->line;
  call->since_ms = is->since_ms;
  call->alone_since_ms = is->alone_since_ms;
  call->message_offered_ms = is->message_offered_ms;
  call->asked_to_hold = is->asked_to_hold;
  call->answered = is->phase != DESK_CALL_PENDING && is->line_state != DESK_LINE_RINGING;
  call->logged = is->logged;
  if (is->line > 0)
    state->lines[is->line] = (int) n;
  if (is->written) {
    call->slip = desk_slip_new ();
    g_free (call->slip->text);
    call->slip->text = g_strdup ("Ring");
  }
}

static void
test_case (gconstpointer data)
{
  const Case *given = data;
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  /* The session is this test's alone, and is never advanced. */
  DeskState *state = (DeskState *) desk_session_get_state (session);
  g_autoptr (GArray) promises = NULL;

  for (guint n = 0; n < 2; n++)
    set_call (state, n, &given->calls[n]);
  promises = desk_promises (state);
  g_assert_cmpuint (promises->len, ==, given->n_promises);
  for (guint n = 0; n < given->n_promises; n++) {
    const DeskPromise *is = &g_array_index (promises, DeskPromise, n);

    g_assert_cmpint (is->kind, ==, given->promises[n].kind);
    g_assert_cmpuint (is->line, ==, given->promises[n].line);
    g_assert_cmpint (is->since_ms, ==, given->promises[n].since_ms);
    g_assert_true (is->call == scenario->calls[given->of[n]]);
  }
  g_assert_cmpuint (desk_state_longest_waiting (state), ==, given->waits_longest);
}

static const DeskPhrase *
phrase (DeskScenario *scenario, DeskPhraseId which)
{
  for (guint n = 0; n < scenario->n_phrases; n++)
    if (scenario->phrases[n]->which == which)
      return scenario->phrases[n];
  g_assert_not_reached ();
}

static guint
n_promises (DeskSession *session)
{
  g_autoptr (GArray) promises = desk_promises (desk_session_get_state (session));

  return promises->len;
}

/* As a session makes these states: asked, held, come back to; offered, and still owed at the end. */
static void
test_session (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  DeskCommand say = { .type = DESK_COMMAND_SAY, .line = 2 };
  DeskCommand hold = { .type = DESK_COMMAND_HOLD, .line = 2 };
  DeskCommand resume = { .type = DESK_COMMAND_RESUME, .line = 2 };
  DeskCommand release = { .type = DESK_COMMAND_RELEASE, .line = 2 };

  desk_session_advance (session, 3000);
  g_assert_cmpuint (n_promises (session), ==, 0);
  desk_test_session_answer (session, 2, 4000);
  say.phrase = phrase (scenario, DESK_PHRASE_ASK_HOLD);
  desk_session_dispatch (session, &say, 4500);
  g_assert_cmpuint (n_promises (session), ==, 0);
  desk_session_dispatch (session, &hold, 8000);
  g_assert_cmpuint (n_promises (session), ==, 1);
  desk_session_dispatch (session, &resume, 9000);
  g_assert_cmpuint (n_promises (session), ==, 0);
  say.phrase = phrase (scenario, DESK_PHRASE_OFFER_MESSAGE);
  desk_session_dispatch (session, &say, 10000);
  g_assert_cmpuint (n_promises (session), ==, 1);
  desk_session_dispatch (session, &release, 15000);
  g_assert_cmpuint (n_promises (session), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++) {
    g_autofree char *path = g_strdup_printf ("/glance-view/%s", cases[n].name);

    g_test_add_data_func (path, &cases[n], test_case);
  }
  g_test_add_func ("/glance-view/session", test_session);
  return g_test_run ();
}
