/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/soundscape.h"

#include "shift.h"

/* A shift event by event, and what the trainee should hear after each: the rule as a table. */

typedef struct {
  DeskEventType type;
  const char *call;
  guint line;
  const char *reply;
  gboolean flag; /* again, or cut */

  DeskConsole console;
  gboolean ringback;
  DeskParty party;
  DeskVoice voice;
  DeskCue cue;
} Step;

#define QUIET DESK_CONSOLE_QUIET, FALSE
#define RINGS DESK_CONSOLE_RINGS, FALSE
#define WAITS DESK_CONSOLE_CALL_WAITS, FALSE
#define RINGBACK DESK_CONSOLE_QUIET, TRUE
#define NOBODY DESK_PARTY_NOBODY, DESK_VOICE_STOPS
#define CALLER DESK_PARTY_CALLER
#define COLLEAGUE DESK_PARTY_COLLEAGUE
#define STOPS DESK_VOICE_STOPS
#define GOES_ON DESK_VOICE_GOES_ON
#define STARTS DESK_VOICE_STARTS

/* clang-format off */
static const Step steps[] = {
  { DESK_EVENT_STARTED, NULL, 0, NULL, FALSE, QUIET, NOBODY, DESK_CUE_NONE },
  { DESK_EVENT_CALL_DUE, "a", 0, NULL, FALSE, QUIET, NOBODY, DESK_CUE_NONE },
  { DESK_EVENT_RINGING, "a", 1, NULL, FALSE, RINGS, NOBODY, DESK_CUE_NONE },
  { DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
  { DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE, QUIET, CALLER, STARTS, DESK_CUE_NONE },
  { DESK_EVENT_RINGING, "b", 2, NULL, FALSE, WAITS, CALLER, GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_CALLER_DONE, "a", 1, "a/opening", FALSE, WAITS, CALLER, GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_TRAINEE_SAYS, "a", 1, NULL, FALSE, WAITS, CALLER, STOPS, DESK_CUE_NONE },
  { DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/name", FALSE, WAITS, CALLER, STARTS, DESK_CUE_NONE },
  /* interrupted, and another line is answered: the console does not ring out in between */
  { DESK_EVENT_CALLER_DONE, "a", 1, "a/name", TRUE, WAITS, CALLER, STOPS, DESK_CUE_NONE },
  { DESK_EVENT_HELD, "a", 1, NULL, TRUE, WAITS, NOBODY, DESK_CUE_ENDS },
  { DESK_EVENT_ANSWERED, "b", 2, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
  { DESK_EVENT_CALLER_SPEAKS, "b", 2, "b/opening", FALSE, QUIET, CALLER, STARTS, DESK_CUE_NONE },
  /* the one on hold mutters to nobody, and does not silence the other */
  { DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/name", FALSE, QUIET, CALLER, GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_CALLER_DONE, "a", 1, "a/name", FALSE, QUIET, CALLER, GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_HOLD_REMINDER, "a", 1, NULL, FALSE, QUIET, CALLER, GOES_ON, DESK_CUE_REMINDER },
  { DESK_EVENT_CONSULTING, "b", 2, NULL, FALSE, RINGBACK, COLLEAGUE, STOPS, DESK_CUE_ENDS },
  { DESK_EVENT_COLLEAGUE_ANSWERS, "b", 2, "people/erik/answer", FALSE,
    QUIET, COLLEAGUE, STARTS, DESK_CUE_NONE },
  { DESK_EVENT_UNPAUSED, NULL, 0, NULL, FALSE, QUIET, COLLEAGUE, GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_COLLEAGUE_ACCEPTS, "b", 2, "people/erik/accepts", FALSE,
    QUIET, COLLEAGUE, STARTS, DESK_CUE_NONE },
  { DESK_EVENT_TRANSFERRED, "b", 2, NULL, TRUE, QUIET, NOBODY, DESK_CUE_NONE },
  { DESK_EVENT_RESUMED, "a", 1, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
  { DESK_EVENT_TRANSFERRING, "a", 1, NULL, FALSE, RINGBACK, NOBODY, DESK_CUE_ENDS },
  { DESK_EVENT_RECALL, "a", 1, NULL, FALSE,
    DESK_CONSOLE_RECALLS, FALSE, NOBODY, DESK_CUE_NONE },
  { DESK_EVENT_ANSWERED, "a", 1, NULL, TRUE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
  { DESK_EVENT_RINGING, "u", 3, NULL, FALSE, WAITS, CALLER, STOPS, DESK_CUE_NONE },
  /* who asks to be put on hold by a key of its own hears the other ring out */
  { DESK_EVENT_HELD, "a", 1, NULL, FALSE,
    DESK_CONSOLE_RINGS_URGENTLY, FALSE, NOBODY, DESK_CUE_ENDS },
  { DESK_EVENT_RESUMED, "a", 1, NULL, FALSE, WAITS, CALLER, STOPS, DESK_CUE_ENDS },
  { DESK_EVENT_RELEASED, "a", 1, NULL, FALSE,
    DESK_CONSOLE_RINGS_URGENTLY, FALSE, NOBODY, DESK_CUE_ENDS },
  { DESK_EVENT_ABANDONED, "u", 3, NULL, FALSE, QUIET, NOBODY, DESK_CUE_NONE },
  { DESK_EVENT_FINISHED, NULL, 0, NULL, FALSE, QUIET, NOBODY, DESK_CUE_ENDS },
};
/* clang-format on */

static void
assert_step (const DeskSoundscape *scape, const Step *step)
{
  g_assert_cmpint (scape->console, ==, step->console);
  g_assert_cmpint (scape->ringback, ==, step->ringback);
  g_assert_cmpint (scape->party, ==, step->party);
  g_assert_cmpint (scape->call != NULL, ==, step->party != DESK_PARTY_NOBODY);
  g_assert_cmpint (scape->voice, ==, step->voice);
  g_assert_cmpint (scape->cue, ==, step->cue);
  g_assert_false (scape->frozen);
}

/* The steps one after the other, from an empty shift. */
static void
walk (const Step *walked, guint n, const char *colleague)
{
  Shift shift;

  shift_init (&shift);
  shift.colleague = colleague;
  for (guint i = 0; i < n; i++) {
    const Step *step = &walked[i];
    const DeskEvent event =
        shift_evolve (&shift, step->type, step->call, step->line, step->reply, step->flag);
    const DeskSoundscape scape = desk_soundscape_of (shift.state, &event);

    g_test_message ("%s, step %u: %s", colleague, i, desk_event_name (step->type));
    assert_step (&scape, step);
    if (scape.voice == DESK_VOICE_STARTS)
      g_assert_true (scape.reply == event.reply);
  }
  shift_clear (&shift);
}

static void
test_table (void)
{
  walk (steps, G_N_ELEMENTS (steps), "erik");
}

/* Who cannot be reached is not heard ringing, neither when asked nor when put through. */
static void
check_engaged (const char *colleague, DeskCue cue)
{
  /* clang-format off */
  const Step engaged[] = {
    { DESK_EVENT_STARTED, NULL, 0, NULL, FALSE, QUIET, NOBODY, DESK_CUE_NONE },
    { DESK_EVENT_RINGING, "a", 1, NULL, FALSE, RINGS, NOBODY, DESK_CUE_NONE },
    { DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
    { DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE, QUIET, COLLEAGUE, STOPS, DESK_CUE_ENDS },
    { DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE, QUIET, COLLEAGUE, STOPS, cue },
    { DESK_EVENT_RESUMED, "a", 1, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
    { DESK_EVENT_TRANSFERRING, "a", 1, NULL, FALSE, QUIET, NOBODY, DESK_CUE_ENDS },
    { DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE, QUIET, NOBODY, cue },
    { DESK_EVENT_RECALL, "a", 1, NULL, FALSE,
      DESK_CONSOLE_RECALLS, FALSE, NOBODY, DESK_CUE_NONE },
  };
  /* clang-format on */

  walk (engaged, G_N_ELEMENTS (engaged), colleague);
}

static void
test_engaged (void)
{
  check_engaged ("hans", DESK_CUE_BUSY);
  check_engaged ("dora", DESK_CUE_CONGESTION);
}

/* Rita takes calls that are announced, and refuses; unannounced she is not reached. */
static void
test_refused (void)
{
  /* clang-format off */
  static const Step refused[] = {
    { DESK_EVENT_STARTED, NULL, 0, NULL, FALSE, QUIET, NOBODY, DESK_CUE_NONE },
    { DESK_EVENT_RINGING, "a", 1, NULL, FALSE, RINGS, NOBODY, DESK_CUE_NONE },
    { DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
    { DESK_EVENT_CONSULTING, "a", 1, NULL, FALSE, RINGBACK, COLLEAGUE, STOPS, DESK_CUE_ENDS },
    { DESK_EVENT_COLLEAGUE_ANSWERS, "a", 1, NULL, FALSE, QUIET, COLLEAGUE, GOES_ON, DESK_CUE_NONE },
    { DESK_EVENT_COLLEAGUE_REFUSES, "a", 1, "people/rita/refuses", FALSE,
      QUIET, COLLEAGUE, STARTS, DESK_CUE_NONE },
    { DESK_EVENT_RESUMED, "a", 1, NULL, FALSE, QUIET, CALLER, STOPS, DESK_CUE_ENDS },
    { DESK_EVENT_TRANSFERRING, "a", 1, NULL, FALSE, QUIET, NOBODY, DESK_CUE_ENDS },
    { DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE, QUIET, NOBODY, DESK_CUE_BUSY },
    { DESK_EVENT_RECALL, "a", 1, NULL, FALSE,
      DESK_CONSOLE_RECALLS, FALSE, NOBODY, DESK_CUE_NONE },
  };
  /* clang-format on */

  walk (refused, G_N_ELEMENTS (refused), "rita");
}

static void
test_paused (void)
{
  Shift shift;
  DeskEvent event;

  shift_init (&shift);
  shift_evolve (&shift, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  shift_evolve (&shift, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
  event = shift_evolve (&shift, DESK_EVENT_PAUSED, NULL, 0, NULL, FALSE);

  const DeskSoundscape paused = desk_soundscape_of (shift.state, &event);

  g_assert_true (paused.frozen);
  g_assert_cmpint (paused.console, ==, DESK_CONSOLE_RINGS);
  event = shift_evolve (&shift, DESK_EVENT_UNPAUSED, NULL, 0, NULL, FALSE);
  g_assert_false (desk_soundscape_of (shift.state, &event).frozen);
  shift_clear (&shift);
}

/* A new call is more than one that came back; a blind transfer is not heard over a talk. */
static void
test_precedence (void)
{
  Shift shift;
  DeskSoundscape scape;

  shift_init (&shift);
  shift_evolve (&shift, DESK_EVENT_STARTED, NULL, 0, NULL, FALSE);
  shift_evolve (&shift, DESK_EVENT_RINGING, "a", 1, NULL, FALSE);
  shift_evolve (&shift, DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE);
  shift_evolve (&shift, DESK_EVENT_TRANSFERRING, "a", 1, NULL, FALSE);
  shift_evolve (&shift, DESK_EVENT_RINGING, "b", 2, NULL, FALSE);
  scape = desk_soundscape_of (shift.state, NULL);
  g_assert_cmpint (scape.console, ==, DESK_CONSOLE_RINGS);
  g_assert_true (scape.ringback);

  shift_evolve (&shift, DESK_EVENT_RECALL, "a", 1, NULL, FALSE);
  scape = desk_soundscape_of (shift.state, NULL);
  g_assert_cmpint (scape.console, ==, DESK_CONSOLE_RINGS);
  g_assert_false (scape.ringback);

  shift_evolve (&shift, DESK_EVENT_ANSWERED, "b", 2, NULL, FALSE);
  scape = desk_soundscape_of (shift.state, NULL);
  g_assert_cmpint (scape.console, ==, DESK_CONSOLE_CALL_WAITS);

  shift_evolve (&shift, DESK_EVENT_FINISHED, NULL, 0, NULL, TRUE);
  scape = desk_soundscape_of (shift.state, NULL);
  g_assert_cmpint (scape.console, ==, DESK_CONSOLE_QUIET);
  shift_clear (&shift);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/soundscape/table", test_table);
  g_test_add_func ("/audio/soundscape/engaged", test_engaged);
  g_test_add_func ("/audio/soundscape/refused", test_refused);
  g_test_add_func ("/audio/soundscape/paused", test_paused);
  g_test_add_func ("/audio/soundscape/precedence", test_precedence);

  return g_test_run ();
}
