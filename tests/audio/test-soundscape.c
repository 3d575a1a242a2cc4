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
  DeskVoice voice;
  DeskCue cue;
} Step;

#define SILENT DESK_CONSOLE_QUIET, FALSE, DESK_VOICE_STOPS, DESK_CUE_NONE
#define STARTS DESK_CONSOLE_QUIET, FALSE, DESK_VOICE_STARTS, DESK_CUE_NONE
#define GOES_ON DESK_CONSOLE_QUIET, FALSE, DESK_VOICE_GOES_ON, DESK_CUE_NONE
#define RINGS DESK_CONSOLE_RINGS, FALSE, DESK_VOICE_STOPS, DESK_CUE_NONE

/* clang-format off */
static const Step steps[] = {
  { DESK_EVENT_STARTED, NULL, 0, NULL, FALSE, SILENT },
  { DESK_EVENT_CALL_DUE, "a", 0, NULL, FALSE, SILENT },
  { DESK_EVENT_RINGING, "a", 1, NULL, FALSE, RINGS },
  { DESK_EVENT_ANSWERED, "a", 1, NULL, FALSE, SILENT },
  { DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/opening", FALSE, STARTS },
  { DESK_EVENT_RINGING, "b", 2, NULL, FALSE,
    DESK_CONSOLE_CALL_WAITS, FALSE, DESK_VOICE_GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_CALLER_DONE, "a", 1, "a/opening", FALSE,
    DESK_CONSOLE_CALL_WAITS, FALSE, DESK_VOICE_GOES_ON, DESK_CUE_NONE },
  { DESK_EVENT_TRAINEE_SAYS, "a", 1, NULL, FALSE,
    DESK_CONSOLE_CALL_WAITS, FALSE, DESK_VOICE_STOPS, DESK_CUE_NONE },
  { DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/name", FALSE,
    DESK_CONSOLE_CALL_WAITS, FALSE, DESK_VOICE_STARTS, DESK_CUE_NONE },
  /* interrupted */
  { DESK_EVENT_CALLER_DONE, "a", 1, "a/name", TRUE,
    DESK_CONSOLE_CALL_WAITS, FALSE, DESK_VOICE_STOPS, DESK_CUE_NONE },
  { DESK_EVENT_HELD, "a", 1, NULL, TRUE, RINGS },
  { DESK_EVENT_ANSWERED, "b", 2, NULL, FALSE, SILENT },
  { DESK_EVENT_CALLER_SPEAKS, "b", 2, "b/opening", FALSE, STARTS },
  /* the one on hold mutters to nobody, and does not silence the other */
  { DESK_EVENT_CALLER_SPEAKS, "a", 1, "a/name", FALSE, GOES_ON },
  { DESK_EVENT_CALLER_DONE, "a", 1, "a/name", FALSE, GOES_ON },
  { DESK_EVENT_HOLD_REMINDER, "a", 1, NULL, FALSE,
    DESK_CONSOLE_QUIET, FALSE, DESK_VOICE_GOES_ON, DESK_CUE_REMINDER },
  { DESK_EVENT_CONSULTING, "b", 2, NULL, FALSE,
    DESK_CONSOLE_QUIET, TRUE, DESK_VOICE_STOPS, DESK_CUE_NONE },
  { DESK_EVENT_COLLEAGUE_ANSWERS, "b", 2, "people/erik/answer", FALSE, STARTS },
  { DESK_EVENT_UNPAUSED, NULL, 0, NULL, FALSE, GOES_ON },
  { DESK_EVENT_COLLEAGUE_ACCEPTS, "b", 2, "people/erik/accepts", FALSE, STARTS },
  { DESK_EVENT_TRANSFERRED, "b", 2, NULL, TRUE, SILENT },
  { DESK_EVENT_RESUMED, "a", 1, NULL, FALSE, SILENT },
  { DESK_EVENT_TRANSFERRING, "a", 1, NULL, FALSE,
    DESK_CONSOLE_QUIET, TRUE, DESK_VOICE_STOPS, DESK_CUE_NONE },
  { DESK_EVENT_COLLEAGUE_BUSY, "a", 1, NULL, FALSE,
    DESK_CONSOLE_QUIET, TRUE, DESK_VOICE_STOPS, DESK_CUE_BUSY },
  { DESK_EVENT_RECALL, "a", 1, NULL, FALSE,
    DESK_CONSOLE_RECALLS, FALSE, DESK_VOICE_STOPS, DESK_CUE_NONE },
  { DESK_EVENT_ANSWERED, "a", 1, NULL, TRUE, SILENT },
  { DESK_EVENT_RELEASED, "a", 1, NULL, FALSE, SILENT },
  { DESK_EVENT_FINISHED, NULL, 0, NULL, FALSE, SILENT },
};
/* clang-format on */

static void
test_table (void)
{
  Shift shift;

  shift_init (&shift);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    const Step *step = &steps[i];
    const DeskEvent event =
        shift_evolve (&shift, step->type, step->call, step->line, step->reply, step->flag);
    const DeskSoundscape scape = desk_soundscape_of (shift.state, &event);

    g_test_message ("step %u: %s", i, desk_event_name (step->type));
    g_assert_cmpint (scape.console, ==, step->console);
    g_assert_cmpint (scape.ringback, ==, step->ringback);
    g_assert_cmpint (scape.voice, ==, step->voice);
    g_assert_cmpint (scape.cue, ==, step->cue);
    g_assert_false (scape.frozen);
    if (scape.voice == DESK_VOICE_STARTS)
      g_assert_true (scape.reply == event.reply);
  }
  shift_clear (&shift);
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
  g_test_add_func ("/audio/soundscape/paused", test_paused);
  g_test_add_func ("/audio/soundscape/precedence", test_precedence);

  return g_test_run ();
}
