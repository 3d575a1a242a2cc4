/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <math.h>

#include "listener.h"
#include "scripted-shift.h"

/* Run by with-sound-server. A shift with three lines, worked in real time by a script and played
 * through everything there is, down to a sound server; and what that plays is recorded. Each voice
 * must be found in it at the moment that the journal has, and nowhere else. */

#define RATE LISTENER_RATE

/* Asked of the output. With 20 ms, PulseAudio gives itself a latency of 10 ms besides, and every
 * voice is heard 32 to 44 ms after its moment: steadily, but later than is allowed. */
#define LATENCY_MS 10.0

#define LATEST_MS 30

/* How much of a voice is looked for, and how like it must be. Less like is one with a hole in it. */
#define PROBE_MS 150
#define LIKE 0.7
#define EARLIEST_MS (-1)

static const char yaml[] = "format: 1\n"
                           "title: Three at once\n"
                           "language: en\n"
                           "country: gb\n"
                           "lines: 3\n"
                           "duration: 0:06\n"
                           "organisation: Marlow Fittings\n"
                           "people:\n"
                           "  - id: erik\n"
                           "    name: Eric Dale\n"
                           "    extension: 201\n"
                           "    answers_after: 1\n"
                           "    says:\n"
                           "      answer: {clip: answer.wav, text: Dale.}\n"
                           "      accepts: {clip: accepts.wav, text: Go on.}\n"
                           "calls:\n"
                           "  - id: a\n"
                           "    at: 0:01\n"
                           "    line: 1\n"
                           "    caller: {given: Anna, surname: Frome}\n"
                           "    says:\n"
                           "      opening: {clip: a-opening.wav, text: Hello.}\n"
                           "      name: {clip: a-name.wav, text: Anna Frome.}\n"
                           "      thanks: {clip: a-thanks.wav, text: Thanks.}\n"
                           "    expect: {do: transfer, to: erik}\n"
                           "  - id: b\n"
                           "    at: 0:03\n"
                           "    line: 2\n"
                           "    caller: {given: Ben, surname: Hale}\n"
                           "    says: {opening: {clip: b-opening.wav, text: Hello.}}\n"
                           "    expect: {do: transfer, to: erik}\n"
                           "  - id: c\n"
                           "    at: 0:05\n"
                           "    line: 3\n"
                           "    caller: {given: Cleo, surname: Reed}\n"
                           "    says:\n"
                           "      opening: {clip: c-opening.wav, text: Hello.}\n"
                           "      matter: {clip: c-matter.wav, text: It is this.}\n"
                           "    expect: {do: decline}\n";

static const ScriptClip clips[] = {
  { "a/opening", "a-opening.wav", 2200 },      { "a/name", "a-name.wav", 1200 },
  { "a/thanks", "a-thanks.wav", 900 },         { "b/opening", "b-opening.wav", 1000 },
  { "c/opening", "c-opening.wav", 1000 },      { "c/matter", "c-matter.wav", 900 },
  { "people/erik/answer", "answer.wav", 700 }, { "people/erik/accepts", "accepts.wav", 700 },
};

#define N_CLIPS G_N_ELEMENTS (clips)

/* From 5000 to 5600 ms the first line is on hold, the second is talked to and the third rings. */
static const ScriptAct acts[] = {
  { 1400, DESK_COMMAND_ANSWER, 1, NULL, NULL },
  { 1500, DESK_COMMAND_SAY, 1, "greet", NULL },
  { 3900, DESK_COMMAND_SAY, 1, "ask_name", NULL },
  { 4300, DESK_COMMAND_ANSWER, 2, NULL, NULL }, /* Anna, in the middle of her name, is held */
  { 4400, DESK_COMMAND_SAY, 2, "greet", NULL },
  { 5600, DESK_COMMAND_CONSULT, 2, NULL, "erik" },
  { 7500, DESK_COMMAND_SAY, 2, "announce", NULL },
  { 8400, DESK_COMMAND_COMPLETE, 2, NULL, NULL },
  { 8600, DESK_COMMAND_ANSWER, 3, NULL, NULL },
  { 8700, DESK_COMMAND_SAY, 3, "greet", NULL },
  { 9800, DESK_COMMAND_HOLD, 3, NULL, NULL },
  { 9900, DESK_COMMAND_RESUME, 1, NULL, NULL },
  { 10000, DESK_COMMAND_SAY, 1, "thank_holding", NULL },
  { 11000, DESK_COMMAND_TRANSFER, 1, NULL, "erik" },
  { 11100, DESK_COMMAND_RESUME, 3, NULL, NULL },
  { 11200, DESK_COMMAND_SAY, 3, "ask_matter", NULL },
  { 12200, DESK_COMMAND_RELEASE, 3, NULL, NULL },
  { 12300, DESK_COMMAND_FINISH, 0, NULL, NULL },
};

typedef struct {
  ScriptedShift shift;
  gint64 rang_ms[3]; /* when calls a, b and c began to ring */

  float *heard; /* owned */
  gsize n_heard;
  gint64 origin_us; /* when its first frame was heard */
} Desk;

static void
on_event (DeskSession *session, const DeskEvent *event, gpointer data)
{
  Desk *desk = data;

  if (event->type == DESK_EVENT_RINGING)
    desk->rang_ms[event->call->index] = event->t_ms;
}

static void
work_the_shift (Desk *desk)
{
  Listener *listener = listener_start ("line.monitor");
  DeskStreamStatus status;

  scripted_shift_start (&desk->shift, desk_journal_new_in_memory ());
  g_signal_connect (desk->shift.session, "event", G_CALLBACK (on_event), desk);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    scripted_shift_act (&desk->shift, &acts[i]);
  script_wait_until_us (g_get_monotonic_time () + 300000);

  desk->heard = listener_stop (listener, &desk->n_heard);
  desk->origin_us = listener_get_origin_us (listener);
  desk_audio_get_status (desk->shift.audio, DESK_STREAM_HEADSET, &status);
  g_test_message (
      "%.1f s recorded, its time in doubt by %.2f ms; output reports %.1f ms, %u underruns",
      (double) desk->n_heard / RATE, (double) listener_get_doubt_us (listener) / 1000,
      status.meter.latency_ms, (guint) status.meter.n_underruns);
  listener_free (listener);
}

/* Where a voice's frames from `from_ms` on, for PROBE_MS, are heard. */
static ScriptFind
find (Desk *desk, guint clip, guint from_ms)
{
  return script_find (desk->heard, desk->n_heard,
                      desk->shift.voices[clip] + from_ms * (RATE / 1000), PROBE_MS * (RATE / 1000),
                      RATE);
}

static gint64
frame_at_ms (Desk *desk, double session_ms)
{
  return (gint64) ((session_ms + (double) (desk->shift.start_us - desk->origin_us) / 1000) * RATE /
                   1000);
}

/* How much later than the journal says a voice was heard, in ms. */
static double
delay_of (Desk *desk, guint clip, const ScriptFind found)
{
  const double delay_ms =
      (double) ((gint64) found.at - frame_at_ms (desk, (double) desk->shift.said_ms[clip])) * 1000 /
      RATE;

  g_test_message ("%-19s at %5d ms: heard %5.1f ms later, likeness %.2f, elsewhere %.2f",
                  clips[clip].key, (int) desk->shift.said_ms[clip], delay_ms, found.likeness,
                  found.elsewhere);
  return delay_ms;
}

/* FALSE: there is a hole in one of them, or it was late. */
static gboolean
check_voices (Desk *desk)
{
  double least = 1000, most = -1000, likest = 1, elsewhere = 0;

  for (guint clip = 0; clip < N_CLIPS; clip++) {
    const ScriptFind found = find (desk, clip, 0);
    const double delay_ms = delay_of (desk, clip, found);

    g_assert_cmpint (desk->shift.said_ms[clip], >=, 0);
    least = MIN (least, delay_ms);
    most = MAX (most, delay_ms);
    likest = MIN (likest, found.likeness);
    elsewhere = MAX (elsewhere, found.elsewhere);
  }
  g_test_message ("all voices from %.1f to %.1f ms later than the journal has them", least, most);
  return script_holds (likest >= LIKE, "each voice is there") &&
         script_holds (elsewhere < 0.5, "each is there once") &&
         script_holds (least >= EARLIEST_MS && most <= LATEST_MS, "each is heard in time");
}

/* What Anna had not said yet when she was put on hold was heard neither then nor later. */
static gboolean
check_held (Desk *desk)
{
  const ScriptFind rest = find (desk, 1, 450);

  return script_holds (rest.likeness < 0.5, "the rest of a name is not heard: likeness %.2f",
                       rest.likeness);
}

/* The chirp's amplitude in 60 ms of a pip that begins `ms` after the session's start. */
static double
chirp_at (Desk *desk, double ms)
{
  const gint64 from = frame_at_ms (desk, ms);
  const guint n = 60 * (RATE / 1000);
  double re = 0, im = 0;

  g_assert_cmpint (from, >=, 0);
  g_assert_cmpint (from + n, <, desk->n_heard);
  for (guint i = 0; i < n; i++) {
    const double window = 1 - cos (2 * G_PI * i / n);

    re += window * (double) desk->heard[from + i] * cos (2 * G_PI * SCRIPT_CHIRP_HZ * i / RATE);
    im += window * (double) desk->heard[from + i] * sin (2 * G_PI * SCRIPT_CHIRP_HZ * i / RATE);
  }

  return 2 * sqrt (re * re + im * im) / n;
}

/* Two pips of 70 ms, 80 ms apart, as soon as a second line rings; and nothing before. */
static gboolean
check_chirp (Desk *desk, guint call)
{
  const double ms = (double) desk->rang_ms[call] + 15; /* the middle of what is allowed */
  const double pip = chirp_at (desk, ms), pause = chirp_at (desk, ms + 75);
  const double second = chirp_at (desk, ms + 150), before = chirp_at (desk, ms - 120);

  return script_holds (pip > 0.03 && second > 0.03 && pause < 0.5 * pip && before < 0.3 * pip,
                       "chirp %.3f, then %.3f, %.3f; before %.3f", pip, pause, second, before);
}

static gboolean
check_shift (void)
{
  Desk desk = { 0 };
  gboolean whole;

  scripted_shift_init (&desk.shift, yaml, clips, N_CLIPS);
  scripted_shift_open_audio (&desk.shift, LATENCY_MS);
  work_the_shift (&desk);
  whole = check_voices (&desk) && check_held (&desk) && check_chirp (&desk, 1) &&
          check_chirp (&desk, 2);
  scripted_shift_clear (&desk.shift);
  g_free (desk.heard);
  return whole;
}

int
main (int argc, char **argv)
{
  return script_run_test (argc, argv, "/audio/loopback/three-lines", check_shift);
}
