/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/player.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>

#include "engine/session.h"
#include "listener.h"
#include "scenario/scenario-reader.h"
#include "sound-stage.h"

/* Run by with-sound-server. A shift with three lines, worked in real time by a script and played
 * through everything there is, down to a sound server; and what that plays is recorded. Each voice
 * must be found in it at the moment that the journal has, and nowhere else.
 *
 * Voices are noise made of tones, each its own, so that each fits itself in one place only. They
 * leave out the pitch of the console's chirp, which can so be measured beneath them. */

#define RATE LISTENER_RATE
#define CHIRP_HZ 820

/* Asked of the output. With 20 ms, PulseAudio gives itself a latency of 10 ms besides, and every
 * voice is heard 32 to 44 ms after its moment: steadily, but later than is allowed. */
#define LATENCY_MS 10.0

#define LATEST_MS 30

/* How much of a voice is looked for, and how like it must be. Less like is one with a hole in it: on
 * a busy machine the server drops what it did not get in time, so a shift has a second chance. */
#define PROBE_MS 150
#define LIKE 0.7
#define CHANCES 2
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

typedef struct {
  const char *key; /* of the reply */
  const char *file;
  guint ms;
} Clip;

static const Clip clips[] = {
  { "a/opening", "a-opening.wav", 2200 },      { "a/name", "a-name.wav", 1200 },
  { "a/thanks", "a-thanks.wav", 900 },         { "b/opening", "b-opening.wav", 1000 },
  { "c/opening", "c-opening.wav", 1000 },      { "c/matter", "c-matter.wav", 900 },
  { "people/erik/answer", "answer.wav", 700 }, { "people/erik/accepts", "accepts.wav", 700 },
};

#define N_CLIPS G_N_ELEMENTS (clips)

typedef struct {
  gint64 at_ms;
  DeskCommandType type;
  guint line;
  const char *phrase;
  const char *to;
} Act;

/* From 5000 to 5600 ms the first line is on hold, the second is talked to and the third rings. */
static const Act acts[] = {
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
  char *folder; /* owned, as all below */
  DeskScenario *scenario;
  DeskClipLengths *lengths;
  DeskJournal *journal;
  DeskSession *session;
  DeskAudio *audio;
  DeskPlayer *player;
  float *voices[N_CLIPS];

  gint64 start_us;         /* the monotonic clock at session time 0 */
  gint64 said_ms[N_CLIPS]; /* by the journal; -1: not said */
  gint64 rang_ms[3];       /* when calls a, b and c began to ring */

  float *heard;
  gsize n_heard;
  gint64 origin_us; /* when its first frame was heard */
} Desk;

/* Between 400 and 3000 Hz, but for the chirp. (transfer full) */
static float *
voice_new (guint seed, guint ms)
{
  const gsize n = (gsize) ms * RATE / 1000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  float *samples = g_new0 (float, n);

  for (guint tone = 0; tone < 120; tone++) {
    double hz = g_rand_double_range (rand, 400, 2900);
    const double phase = g_rand_double_range (rand, 0, 2 * G_PI);

    hz += hz > CHIRP_HZ - 60 ? 120 : 0;
    for (gsize i = 0; i < n; i++)
      samples[i] += 0.02f * (float) sin (2 * G_PI * hz * (double) i / RATE + phase);
  }
  return samples;
}

static void
write_voice (Desk *desk, guint clip)
{
  g_autofree char *path = g_build_filename (desk->folder, "clips", clips[clip].file, NULL);
  SF_INFO info = { .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16, .samplerate = RATE, .channels = 1 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const sf_count_t n = (sf_count_t) clips[clip].ms * RATE / 1000;

  desk->voices[clip] = voice_new (clip + 1, clips[clip].ms);
  g_assert_nonnull (file);
  g_assert_cmpint (sf_writef_float (file, desk->voices[clip], n), ==, n);
  sf_close (file);
}

static void
load_scenario (Desk *desk)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *folder = NULL;

  desk->folder = g_dir_make_tmp ("desk-loopback-XXXXXX", NULL);
  folder = g_build_filename (desk->folder, "clips", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint clip = 0; clip < N_CLIPS; clip++)
    write_voice (desk, clip);
  desk->scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "three", desk->folder, &diagnostics);
  g_assert_nonnull (desk->scenario);
  desk->lengths = desk_clip_lengths_new (desk->scenario);
}

static void
on_event (DeskSession *session, const DeskEvent *event, gpointer data)
{
  Desk *desk = data;

  if (event->type == DESK_EVENT_RINGING)
    desk->rang_ms[event->call->index] = event->t_ms;
  g_assert_cmpint (event->type, !=, DESK_EVENT_COMMAND_REJECTED);
  for (guint clip = 0; clip < N_CLIPS && event->reply != NULL; clip++)
    if (event->type != DESK_EVENT_CALLER_DONE && g_str_equal (clips[clip].key, event->reply->key))
      desk->said_ms[clip] = event->t_ms;

  desk_player_handle_event (desk->player, desk_session_get_state (session), event);
}

static gboolean
on_alarm (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
on_alarm_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

/* Lets the main loop run until the monotonic clock is there. */
static void
wait_until_us (gint64 time_us)
{
  static GSourceFuncs funcs = { .dispatch = on_alarm_dispatch };
  GSource *alarm = g_source_new (&funcs, sizeof (GSource));
  gboolean passed = FALSE;

  g_source_set_callback (alarm, on_alarm, &passed, NULL);
  g_source_set_ready_time (alarm, time_us);
  g_source_attach (alarm, NULL);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
  g_source_destroy (alarm);
  g_source_unref (alarm);
}

static gint64
now_ms (Desk *desk)
{
  return (g_get_monotonic_time () - desk->start_us) / 1000;
}

/* What the window's driver of a session does: wakes at each deadline. */
static void
pass_until (Desk *desk, gint64 until_ms)
{
  for (;;) {
    const gint64 deadline_ms = desk_session_next_deadline_ms (desk->session);
    const gboolean is_first = deadline_ms >= 0 && deadline_ms < until_ms;

    wait_until_us (desk->start_us + (is_first ? deadline_ms : until_ms) * 1000);
    if (!is_first)
      return;
    desk_session_advance (desk->session, now_ms (desk));
  }
}

static void
act (Desk *desk, const Act *act)
{
  const DeskCommand command = {
    .type = act->type,
    .line = act->line,
    .phrase = act->phrase == NULL ? NULL : desk_scenario_find_phrase (desk->scenario, act->phrase),
    .to = act->to == NULL ? NULL : desk_scenario_find_person (desk->scenario, act->to),
  };

  pass_until (desk, act->at_ms);
  desk_session_dispatch (desk->session, &command, now_ms (desk));
}

static void
start_audio (Desk *desk)
{
  g_autofree char *path = g_build_filename (desk->folder, "settings.ini", NULL);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);
  const gint64 patience_us = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  DeskStreamStatus status = { 0 };

  g_object_set (settings, "voice-volume", 1.0, "ringer-volume", 1.0, "latency-ms", LATENCY_MS,
                NULL);
  desk->audio = desk_audio_new (settings);
  desk_audio_start (desk->audio);
  while (status.state != DESK_OUTPUT_PLAYING) {
    g_assert_cmpint (g_get_monotonic_time (), <, patience_us);
    wait_until_us (g_get_monotonic_time () + 5000);
    desk_audio_get_status (desk->audio, DESK_STREAM_HEADSET, &status);
  }
}

static void
start_session (Desk *desk)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("T", DESK_MODE_PRACTICE);

  for (guint clip = 0; clip < N_CLIPS; clip++)
    desk->said_ms[clip] = -1;
  desk->journal = desk_journal_new_in_memory ();
  desk->session = desk_session_new (desk->scenario, desk->lengths, header, desk->journal);
  desk->player = desk_player_new (desk->audio, desk->scenario, desk->lengths);
  g_signal_connect (desk->session, "event", G_CALLBACK (on_event), desk);
  desk->start_us = g_get_monotonic_time ();
  g_assert_true (desk_session_start (desk->session, NULL));
}

static void
work_the_shift (Desk *desk)
{
  Listener *listener = listener_start ();
  DeskStreamStatus status;

  start_session (desk);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    act (desk, &acts[i]);
  wait_until_us (g_get_monotonic_time () + 300000);

  desk->heard = listener_stop (listener, &desk->n_heard);
  desk->origin_us = listener_get_origin_us (listener);
  desk_audio_get_status (desk->audio, DESK_STREAM_HEADSET, &status);
  g_test_message (
      "%.1f s recorded, its time in doubt by %.2f ms; output reports %.1f ms, %u underruns",
      (double) desk->n_heard / RATE, (double) listener_get_doubt_us (listener) / 1000,
      status.meter.latency_ms, (guint) status.meter.n_underruns);
  listener_free (listener);
}

/* To 8 kHz, where all of the voices still is. (transfer full) */
static float *
thin (const float *samples, gsize n)
{
  float *thinned = g_new0 (float, n / 6);

  for (gsize i = 0; i < n / 6; i++)
    for (gsize k = 0; k < 6; k++)
      thinned[i] += samples[6 * i + k] / 6;
  return thinned;
}

typedef struct {
  gsize at;         /* frame of the recording */
  double likeness;  /* there */
  double elsewhere; /* the greatest, 10 ms or more from there */
} Find;

/* To the frame: thinned out, a voice may lie between two of them. */
static Find
find_exactly (Desk *desk, const float *voice, gsize n, const Find roughly)
{
  const gsize reach = 12;
  Find found = { .elsewhere = roughly.elsewhere };

  for (gsize lag = MAX (roughly.at, reach) - reach; lag <= roughly.at + reach; lag++) {
    const double here = lag + n > desk->n_heard ? 0 : stage_likeness (desk->heard + lag, voice, n);

    if (here > found.likeness) {
      found.likeness = here;
      found.at = lag;
    }
  }

  return found;
}

/* Where a voice's frames from `from_ms` on, for PROBE_MS, are heard. */
static Find
find (Desk *desk, guint clip, guint from_ms)
{
  const float *whole = desk->voices[clip] + from_ms * (RATE / 1000);
  const gsize n = PROBE_MS * 8, n_heard = desk->n_heard / 6;
  g_autofree float *heard = thin (desk->heard, desk->n_heard);
  g_autofree float *voice = thin (whole, n * 6);
  g_autofree double *all = g_new (double, n_heard);
  Find found = { 0 };

  for (gsize lag = 0; lag + n < n_heard; lag++) {
    all[lag] = stage_likeness (heard + lag, voice, n);
    if (all[lag] > found.likeness)
      found = (Find){ .at = 6 * lag, .likeness = all[lag] };
  }
  for (gsize lag = 0; lag + n < n_heard; lag++)
    if (lag + 80 < found.at / 6 || lag > found.at / 6 + 80)
      found.elsewhere = MAX (found.elsewhere, all[lag]);

  return find_exactly (desk, whole, 6 * n, found);
}

static gint64
frame_at_ms (Desk *desk, double session_ms)
{
  return (gint64) ((session_ms + (double) (desk->start_us - desk->origin_us) / 1000) * RATE / 1000);
}

/* How much later than the journal says a voice was heard, in ms. */
static double
delay_of (Desk *desk, guint clip, const Find found)
{
  const double delay_ms =
      (double) ((gint64) found.at - frame_at_ms (desk, (double) desk->said_ms[clip])) * 1000 / RATE;

  g_test_message ("%-19s at %5d ms: heard %5.1f ms later, likeness %.2f, elsewhere %.2f",
                  clips[clip].key, (int) desk->said_ms[clip], delay_ms, found.likeness,
                  found.elsewhere);
  return delay_ms;
}

/* FALSE: there is a hole in one of them. */
static gboolean
check_voices (Desk *desk)
{
  double least = 1000, most = -1000, likest = 1, elsewhere = 0;

  for (guint clip = 0; clip < N_CLIPS; clip++) {
    const Find found = find (desk, clip, 0);
    const double delay_ms = delay_of (desk, clip, found);

    g_assert_cmpint (desk->said_ms[clip], >=, 0);
    least = MIN (least, delay_ms);
    most = MAX (most, delay_ms);
    likest = MIN (likest, found.likeness);
    elsewhere = MAX (elsewhere, found.elsewhere);
  }
  g_test_message ("all voices from %.1f to %.1f ms later than the journal has them", least, most);
  if (likest < LIKE)
    return FALSE;
  g_assert_cmpfloat (elsewhere, <, 0.5);
  g_assert_cmpfloat (least, >=, EARLIEST_MS);
  g_assert_cmpfloat (most, <=, LATEST_MS);
  return TRUE;
}

/* What Anna had not said yet when she was put on hold was heard neither then nor later. */
static void
check_held (Desk *desk)
{
  const Find rest = find (desk, 1, 450);

  g_test_message ("the rest of a name: likeness %.2f at most", rest.likeness);
  g_assert_cmpfloat (rest.likeness, <, 0.5);
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

    re += window * (double) desk->heard[from + i] * cos (2 * G_PI * CHIRP_HZ * i / RATE);
    im += window * (double) desk->heard[from + i] * sin (2 * G_PI * CHIRP_HZ * i / RATE);
  }

  return 2 * sqrt (re * re + im * im) / n;
}

/* Two pips of 70 ms, 80 ms apart, as soon as a second line rings; and nothing before. */
static void
check_chirp (Desk *desk, guint call)
{
  const double ms = (double) desk->rang_ms[call] + 15; /* the middle of what is allowed */
  const double pip = chirp_at (desk, ms), pause = chirp_at (desk, ms + 75);
  const double second = chirp_at (desk, ms + 150), before = chirp_at (desk, ms - 120);

  g_test_message ("chirp %.3f, then %.3f, %.3f; before %.3f", pip, pause, second, before);
  g_assert_cmpfloat (pip, >, 0.03);
  g_assert_cmpfloat (second, >, 0.03);
  g_assert_cmpfloat (pause, <, 0.5 * pip);
  g_assert_cmpfloat (before, <, 0.3 * pip);
}

static void
desk_clear (Desk *desk)
{
  static const char *const rest[] = { "clips", "settings.ini", "" };

  g_object_unref (desk->player);
  g_object_unref (desk->audio);
  g_object_unref (desk->session);
  g_object_unref (desk->journal);
  desk_clip_lengths_unref (desk->lengths);
  desk_scenario_unref (desk->scenario);
  for (guint clip = 0; clip < N_CLIPS; clip++) {
    g_autofree char *path = g_build_filename (desk->folder, "clips", clips[clip].file, NULL);

    g_remove (path);
    g_free (desk->voices[clip]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++) {
    g_autofree char *path = g_build_filename (desk->folder, rest[i], NULL);

    g_remove (path);
  }
  g_free (desk->heard);
  g_free (desk->folder);
}

static gboolean
check_shift (void)
{
  Desk desk = { 0 };
  gboolean whole;

  load_scenario (&desk);
  start_audio (&desk);
  work_the_shift (&desk);
  whole = check_voices (&desk);
  if (whole) {
    check_held (&desk);
    check_chirp (&desk, 1);
    check_chirp (&desk, 2);
  }
  desk_clear (&desk);
  return whole;
}

static void
test_three_lines (void)
{
  gboolean whole = FALSE;

  for (guint chance = 0; chance < CHANCES && !whole; chance++)
    whole = check_shift ();
  g_assert_true (whole);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("SOUND_SERVER_START") == NULL) {
    g_print ("1..0 # SKIP run me by with-sound-server\n");
    return 0;
  }

  g_test_add_func ("/audio/loopback/three-lines", test_three_lines);

  return g_test_run ();
}
