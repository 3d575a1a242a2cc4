/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/recorder.h"
#include "audio/telephone.h"
#include "scripted-shift.h"
#include "sound-stage.h"

/* Run by with-sound-server. A shift is worked in real time, played and recorded with all the real
 * parts, and what lies in the file is compared with the journal and with the microphone.
 *
 * Callers are found on the left channel, each at its moment of the journal, and as loud as its line
 * makes it, whatever the user does to the volume meanwhile.
 *
 * The microphone is a source of the server that reads a pipe, into which the test writes noise, ten
 * milliseconds at a time, each as soon as it has been spoken, as a microphone's driver would. So it is
 * the test that knows when each of its frames was spoken, and neither the server nor our program has
 * a say in that: all that either adds is in what is measured. The right channel is compared with the
 * noise all the way, piece by piece.
 *
 * Where the machine kept the writer or a device waiting, a hole is in the sound before it comes to us:
 * the shift has further chances. */

#define RATE DESK_RECORDER_RATE
#define MOST_OFF_MS 20

/* How much is looked for at a time, and how like it must be. */
#define PROBE_MS 150
#define LIKE 0.8
#define UNLIKE 0.5

/* How far the loudness of a caller may be from what the line makes of it. */
#define LOUDNESS_OFF 0.05

/* Around a pause a voice fades, and at its end it is cut off, so much too early at most. */
#define SEAM_MS 40

/* What is looked at closely at the end of the shift. */
#define LAST_MS 30

/* How far around its moment the trainee's voice is looked for. */
#define SEARCHED_MS 60

#define PAUSE_MS 1300

/* What the trainee says, in all and at a time. */
#define N_SPOKEN (25 * RATE)
#define MOUTH_FRAMES (RATE / 100)

static const char yaml[] = "format: 1\n"
                           "title: Recorded\n"
                           "language: en\n"
                           "country: gb\n"
                           "lines: 2\n"
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
                           "    expect: {do: transfer, to: erik}\n"
                           "  - id: b\n"
                           "    at: 0:05\n"
                           "    line: 2\n"
                           "    caller: {given: Ben, surname: Hale}\n"
                           "    says:\n"
                           "      opening: {clip: b-opening.wav, text: Hello.}\n"
                           "      matter: {clip: b-matter.wav, text: It is this.}\n"
                           "    expect: {do: decline}\n";

static const ScriptClip clips[] = {
  { "a/opening", "a-opening.wav", 2200 },      { "a/name", "a-name.wav", 900 },
  { "b/opening", "b-opening.wav", 700 },       { "b/matter", "b-matter.wav", 1500 },
  { "people/erik/answer", "answer.wav", 700 }, { "people/erik/accepts", "accepts.wav", 700 },
};

#define N_CLIPS G_N_ELEMENTS (clips)
#define OPENING 0 /* of call a: the pause is in the middle of it */
#define MATTER 3  /* of call b: the shift ends in the middle of it */

/* Before the pause, and after it. */
static const ScriptAct acts_before[] = {
  { 1200, DESK_COMMAND_ANSWER, 1, NULL, NULL },
  { 1300, DESK_COMMAND_SAY, 1, "greet", NULL },
};

#define PAUSED_AT_MS 2300

static const ScriptAct acts_after[] = {
  { 3700, DESK_COMMAND_SAY, 1, "ask_name", NULL },
  { 4800, DESK_COMMAND_CONSULT, 1, NULL, "erik" },
  { 6700, DESK_COMMAND_SAY, 1, "announce", NULL },
  { 7600, DESK_COMMAND_COMPLETE, 1, NULL, NULL },
  { 7700, DESK_COMMAND_ANSWER, 2, NULL, NULL },
  { 7800, DESK_COMMAND_SAY, 2, "greet", NULL },
  { 8700, DESK_COMMAND_SAY, 2, "ask_matter", NULL },
  { 9501, DESK_COMMAND_FINISH, 0, NULL, NULL },
};

/* What the user does to the sound meanwhile: at the first of the acts after the pause, and so on. */
static const struct {
  double volume;
  int ear;
} hearing[] = { { 0.3, -1 }, { 0.3, 1 }, { 0.0, 0 }, { 1.0, 0 } };

/* The trainee, who speaks into a pipe. */
typedef struct {
  char *path;    /* owned, as the next */
  gint16 *noise; /* N_SPOKEN */
  int pipe;
  GThread *thread;
  int is_shut;                             /* atomic */
  gint64 origin_us;                        /* when the first frame was spoken */
  gint64 late_us[N_SPOKEN / MOUTH_FRAMES]; /* of each writing */
} Mouth;

typedef struct {
  ScriptedShift shift; /* owned, as all below */
  Mouth mouth;
  DeskRecorder *recorder;
  char *path; /* of the recording */
  GError *fault;
  guint n_notices;
  gint64 finished_ms;
  gint64 finishing_us; /* how long that took */
  gint64 paused_ms;
  gint64 before_us; /* the monotonic clock at session time 0, for what is before the pause */

  float *tape; /* interleaved */
  gsize n_tape;
  float *left;
  float *right;
  float *spoken;   /* N_SPOKEN */
  guint64 n_holes; /* that the devices counted */
} Desk;

/* The microphone. */

/* Dull, so that it stays like itself when the pace is bent by parts of a thousand. (transfer full) */
static gint16 *
noise_new (void)
{
  gint16 *samples = g_new0 (gint16, N_SPOKEN);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint i = 0; i + 8 <= N_SPOKEN; i++) {
    const gint16 step = (gint16) g_rand_int_range (rand, -2500, 2500);

    for (guint k = 0; k < 8; k++)
      samples[i + k] += step;
  }
  return samples;
}

static gpointer
write_noise (gpointer data)
{
  Mouth *mouth = data;

  for (guint n = 0; n < N_SPOKEN / MOUTH_FRAMES && !g_atomic_int_get (&mouth->is_shut); n++) {
    const gint64 due_us = mouth->origin_us + (gint64) (n + 1) * MOUTH_FRAMES * 1000000 / RATE;
    const gint64 early_us = due_us - g_get_monotonic_time ();

    if (early_us > 0)
      g_usleep ((gulong) early_us);
    mouth->late_us[n] = g_get_monotonic_time () - due_us;
    if (write (mouth->pipe, mouth->noise + n * MOUTH_FRAMES, MOUTH_FRAMES * sizeof (gint16)) < 0)
      g_error ("The microphone: %s", g_strerror (errno));
  }
  return NULL;
}

static gboolean
hears (gpointer audio)
{
  return desk_audio_get_microphone_level (audio) > .05;
}

/* Speaks on and on; the microphone is open before the shift begins, as with the trainee's consent. */
static void
speak (Desk *desk)
{
  Mouth *mouth = &desk->mouth;
  g_autofree char *command = NULL;

  mouth->path = g_build_filename (desk->shift.folder, "mouth", NULL);
  mouth->noise = noise_new ();
  command =
      g_strdup_printf ("load-module module-pipe-source source_name=mouth file=%s format=s16le "
                       "rate=%d channels=1",
                       mouth->path, RATE);
  stage_pactl (command);
  mouth->pipe = g_open (mouth->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (mouth->pipe, >=, 0);
  g_object_set (desk_audio_get_settings (desk->shift.audio), "microphone", "mouth", NULL);
  desk_audio_want_microphone (desk->shift.audio, TRUE);
  mouth->origin_us = g_get_monotonic_time ();
  mouth->thread = g_thread_new ("mouth", write_noise, mouth);
  g_assert_cmpfloat (stage_wait (hears, desk->shift.audio, 8), >=, 0);
}

static void
fall_silent (Desk *desk)
{
  Mouth *mouth = &desk->mouth;

  g_atomic_int_set (&mouth->is_shut, TRUE);
  g_thread_join (mouth->thread);
  close (mouth->pipe);
  stage_pactl ("unload-module module-pipe-source");
  g_remove (mouth->path);
  g_free (mouth->path);
  g_free (mouth->noise);
}

/* The shift. */

static guint64
count_holes (DeskAudio *audio)
{
  DeskStreamStatus headset, microphone;

  desk_audio_get_status (audio, DESK_STREAM_HEADSET, &headset);
  desk_audio_get_status (audio, DESK_STREAM_MICROPHONE, &microphone);
  return headset.meter.n_underruns + headset.meter.n_late + microphone.meter.n_underruns +
         microphone.meter.n_late;
}

static void
on_notice (Desk *desk, const char *words)
{
  g_test_message ("Told: %s", words);
  desk->n_notices++;
}

static void
finish (Desk *desk, gint64 session_ms)
{
  const gint64 from_us = g_get_monotonic_time ();

  desk->finished_ms = session_ms;
  desk_recorder_finish (desk->recorder, session_ms, &desk->fault);
  desk->finishing_us = g_get_monotonic_time () - from_us;
}

/* What the window does with its recorder. */
static void
on_event (DeskSession *session, const DeskEvent *event, gpointer data)
{
  Desk *desk = data;

  if (event->type == DESK_EVENT_PAUSED) {
    desk->paused_ms = event->t_ms;
    desk_recorder_hold (desk->recorder, event->t_ms);
  } else if (event->type == DESK_EVENT_UNPAUSED) {
    desk_recorder_run (desk->recorder, event->t_ms, desk->shift.start_us + event->t_ms * 1000);
  } else if (event->type == DESK_EVENT_FINISHED) {
    finish (desk, event->t_ms);
  }
}

static void
start (Desk *desk)
{
  g_autofree char *path = g_build_filename (desk->shift.folder, "shift.journal", NULL);
  g_autoptr (GError) error = NULL;
  DeskJournal *journal = desk_journal_create (path, &error);

  g_assert_no_error (error);
  desk->path = desk_journal_sound_path (path);
  scripted_shift_start (&desk->shift, journal);
  desk->before_us = desk->shift.start_us;
  desk->recorder = desk_recorder_new (desk->path, desk_audio_get_callers_tap (desk->shift.audio),
                                      desk_audio_get_microphone_tap (desk->shift.audio), &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (desk->recorder, "notice", G_CALLBACK (on_notice), desk);
  g_signal_connect (desk->shift.session, "event", G_CALLBACK (on_event), desk);
  desk_recorder_run (desk->recorder, 0, desk->shift.start_us);
}

static void
work (Desk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts_before); i++)
    scripted_shift_act (&desk->shift, &acts_before[i]);
  script_wait_until_us (desk->shift.start_us + PAUSED_AT_MS * 1000);
  scripted_shift_pause (&desk->shift, PAUSE_MS);
  for (guint i = 0; i < G_N_ELEMENTS (acts_after); i++) {
    const guint now = MIN (i, G_N_ELEMENTS (hearing) - 1);

    g_object_set (desk_audio_get_settings (desk->shift.audio), "voice-volume", hearing[now].volume,
                  "ear", hearing[now].ear, NULL);
    scripted_shift_act (&desk->shift, &acts_after[i]);
  }
}

static void
tell_streams (Desk *desk)
{
  DeskStreamStatus headset, microphone;

  desk_audio_get_status (desk->shift.audio, DESK_STREAM_HEADSET, &headset);
  desk_audio_get_status (desk->shift.audio, DESK_STREAM_MICROPHONE, &microphone);
  g_test_message ("output: %s, microphone: %s", desk_realtime_to_key (headset.meter.realtime),
                  desk_realtime_to_key (microphone.meter.realtime));
  g_test_message ("output reports %.1f ms, microphone %.1f ms; holes: %u; the end took %.0f ms",
                  headset.meter.latency_ms, microphone.meter.latency_ms, (guint) desk->n_holes,
                  (double) desk->finishing_us / 1000);
}

static void
work_and_listen (Desk *desk)
{
  script_wait_until_us (g_get_monotonic_time () + 300000);
  desk->n_holes = count_holes (desk->shift.audio);
  start (desk);
  work (desk);
  desk->n_holes = count_holes (desk->shift.audio) - desk->n_holes;
  desk->spoken = g_new (float, N_SPOKEN);
  for (guint i = 0; i < N_SPOKEN; i++)
    desk->spoken[i] = (float) desk->mouth.noise[i] / 32768;
  tell_streams (desk);
}

/* The file. */

static void
check_file (Desk *desk)
{
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (desk->path, SFM_READ, &info);
  g_autofree char *folder = g_path_get_dirname (desk->path);
  struct stat about;

  g_assert_no_error (desk->fault);
  g_assert_cmpuint (desk->n_notices, ==, 0);
  g_assert_cmpstr (folder, ==, desk->shift.folder);
  g_assert_nonnull (file);
  g_assert_cmpint (info.format, ==, SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
  g_assert_cmpint (info.samplerate, ==, RATE);
  g_assert_cmpint (info.channels, ==, 2);
  g_assert_cmpint (ABS (info.frames - desk->finished_ms * RATE / 1000), <=, 1);
  g_assert_cmpint (g_stat (desk->path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  desk->n_tape = (gsize) info.frames;
  desk->tape = g_new (float, 2 * desk->n_tape);
  g_assert_cmpint (sf_readf_float (file, desk->tape, info.frames), ==, info.frames);
  sf_close (file);
  desk->left = g_new (float, desk->n_tape);
  desk->right = g_new (float, desk->n_tape);
  for (gsize i = 0; i < desk->n_tape; i++) {
    desk->left[i] = desk->tape[2 * i];
    desk->right[i] = desk->tape[2 * i + 1];
  }
}

/* Of all the pieces that were looked at. */
typedef struct {
  double least;
  double most;
  double likest;
} Span;

/* The callers. */

static gsize
frames_in (guint ms)
{
  return ms * (RATE / 1000);
}

/* How far off a clip is from its moment, in ms, when it is looked for by `n_ms` from `from_ms` on. */
static double
clip_off (Desk *desk, guint clip, guint from_ms, guint n_ms)
{
  g_autofree float *voice = script_thin (desk->shift.voices[clip] + from_ms * (SCRIPT_RATE / 1000),
                                         n_ms * (SCRIPT_RATE / 1000), SCRIPT_RATE, RATE);
  const ScriptFind found = script_find (desk->left, desk->n_tape, voice, frames_in (n_ms), RATE);
  const double at_ms = (double) found.at * 1000 / RATE;
  const double off_ms = at_ms - (double) desk->shift.said_ms[clip] - from_ms;

  g_test_message ("%-19s at %5d ms, from %4u ms on: %5.1f ms later, likeness %.3f, elsewhere %.2f",
                  clips[clip].key, (int) desk->shift.said_ms[clip], from_ms, off_ms, found.likeness,
                  found.elsewhere);
  g_assert_cmpint (desk->shift.said_ms[clip], >=, 0);
  if (!script_holds (found.likeness > LIKE && found.elsewhere < UNLIKE, "it is there, and once") ||
      !script_holds (fabs (off_ms) <= MOST_OFF_MS, "it is there in time"))
    return NAN;
  return off_ms;
}

/* Whether the pause is within a piece of a clip: it fades there. */
static gboolean
is_paused_in (Desk *desk, guint clip, guint from_ms)
{
  const gint64 at_ms = desk->shift.said_ms[clip] + from_ms;

  return at_ms - SEAM_MS < desk->paused_ms && desk->paused_ms < at_ms + PROBE_MS + SEAM_MS;
}

/* What the line makes of a voice: one of the house, or that of the call. */
static double
line_gain (Desk *desk, guint clip)
{
  const DeskScenario *scenario = desk->shift.scenario;
  g_auto (GStrv) parts = g_strsplit (clips[clip].key, "/", 2);

  if (g_str_equal (parts[0], "people"))
    return desk_telephone_inside_line (scenario).gain;
  return desk_telephone_outside_line (scenario, desk_scenario_find_call (scenario, parts[0])).gain;
}

static double
power_of (const float *samples, gsize n)
{
  double power = 0;

  for (gsize i = 0; i < n; i++)
    power += (double) samples[i] * (double) samples[i];
  return power;
}

/* How loud a piece of a clip is, that was found `off_ms` after its moment, of what it should be. FALSE:
 * the machine had a hole. */
static gboolean
check_loudness (Desk *desk, guint clip, guint from_ms, double off_ms, Span *span)
{
  const gsize n = frames_in (PROBE_MS);
  const double at_ms = (double) desk->shift.said_ms[clip] + from_ms + off_ms;
  g_autofree float *voice = script_thin (desk->shift.voices[clip] + from_ms * (SCRIPT_RATE / 1000),
                                         PROBE_MS * (SCRIPT_RATE / 1000), SCRIPT_RATE, RATE);
  const float *heard = desk->left + (gsize) (at_ms * RATE / 1000 + 0.5);
  const double loudness = sqrt (power_of (heard, n) / power_of (voice, n)) / line_gain (desk, clip);

  span->least = MIN (span->least, loudness);
  span->most = MAX (span->most, loudness);
  return script_holds (fabs (loudness - 1) <= LOUDNESS_OFF,
                       "%s from %u ms on is as loud as its line makes it: %.3f times",
                       clips[clip].key, from_ms, loudness);
}

static gboolean
check_callers (Desk *desk)
{
  double least = 1000, most = -1000;
  Span loudness = { 1000, -1000, 1 };

  for (guint clip = 0; clip < N_CLIPS; clip++) {
    const guint last =
        MIN (clips[clip].ms, (guint) (desk->finished_ms - desk->shift.said_ms[clip]));

    for (guint from = 0; from + PROBE_MS + SEAM_MS < last; from += PROBE_MS) {
      if (is_paused_in (desk, clip, from))
        continue;
      const double off_ms = clip_off (desk, clip, from, PROBE_MS);

      if (isnan (off_ms) || !check_loudness (desk, clip, from, off_ms, &loudness))
        return FALSE;
      least = MIN (least, off_ms);
      most = MAX (most, off_ms);
    }
  }
  g_test_message ("callers: %.1f to %.1f ms later than the journal has them", least, most);
  g_test_message ("callers: %.3f to %.3f times as loud as their lines make them", loudness.least,
                  loudness.most);
  return TRUE;
}

/* The trainee. */

static double
spoken_frame_at (Desk *desk, double session_ms)
{
  const gint64 from_us =
      session_ms < (double) desk->paused_ms ? desk->before_us : desk->shift.start_us;

  return ((double) (from_us - desk->mouth.origin_us) / 1000 + session_ms) * RATE / 1000;
}

/* How much later than it was spoken a piece of the right channel lies; `likeness` tells whether it is
 * that at all. */
static double
piece_off (Desk *desk, double session_ms, guint n_ms, double *likeness)
{
  const gsize n = frames_in (n_ms), at = (gsize) (session_ms * RATE / 1000);
  const double expected = spoken_frame_at (desk, session_ms);
  const gint64 middle = (gint64) expected, reach = (gint64) frames_in (SEARCHED_MS);
  gint64 best = 0;

  g_assert_cmpuint (at + n, <=, desk->n_tape);
  g_assert_cmpint (middle, >, reach);
  g_assert_cmpint (middle + reach + (gint64) n, <, N_SPOKEN);
  *likeness = 0;
  for (gint64 lag = -reach; lag <= reach; lag++) {
    const double here = stage_likeness (desk->right + at, desk->spoken + middle + lag, n);

    if (here > *likeness) {
      *likeness = here;
      best = lag;
    }
  }
  return (expected - (double) (middle + best)) * 1000 / RATE;
}

/* How much too late the piece was written: then nobody can tell when it was spoken. In µs. */
static gint64
late_us (Desk *desk, double session_ms, guint n_ms)
{
  const guint at = (guint) spoken_frame_at (desk, session_ms) / MOUTH_FRAMES;
  gint64 most_us = 0;

  for (guint n = at; n <= at + frames_in (n_ms) / MOUTH_FRAMES + 1; n++)
    most_us = MAX (most_us, desk->mouth.late_us[n]);
  return most_us;
}

/* FALSE: there is a hole in it, or it is not in its place. */
static gboolean
check_piece (Desk *desk, double session_ms, guint n_ms, Span *span)
{
  double likeness;
  const double off_ms = piece_off (desk, session_ms, n_ms, &likeness);

  span->least = MIN (span->least, off_ms);
  span->most = MAX (span->most, off_ms);
  span->likest = MIN (span->likest, likeness);
  return script_holds (likeness > LIKE && fabs (off_ms) <= MOST_OFF_MS,
                       "trainee at %.0f ms: %.1f ms later, likeness %.2f; written %.1f ms late",
                       session_ms, off_ms, likeness,
                       (double) late_us (desk, session_ms, n_ms) / 1000);
}

static gboolean
check_stretch (Desk *desk, const char *what, double from_ms, double to_ms)
{
  Span span = { 1000, -1000, 1 };
  gboolean whole = TRUE;

  for (double ms = from_ms; ms + PROBE_MS < to_ms; ms += 1.5 * PROBE_MS)
    whole = check_piece (desk, ms, PROBE_MS, &span) && whole;
  whole = check_piece (desk, to_ms - PROBE_MS, PROBE_MS, &span) && whole;
  g_test_message ("trainee, %s: %.1f to %.1f ms later than it was spoken, likeness %.3f or more",
                  what, span.least, span.most, span.likest);
  return whole;
}

/* Nothing of what was said in the pause is anywhere. */
static gboolean
check_pause (Desk *desk)
{
  const gsize middle =
      (gsize) spoken_frame_at (desk, (double) desk->paused_ms) - frames_in (PAUSE_MS / 2);
  const ScriptFind found =
      script_find (desk->right, desk->n_tape, desk->spoken + middle, frames_in (PROBE_MS), RATE);

  return script_holds (found.likeness < UNLIKE,
                       "what was said in the pause is nowhere: likeness %.2f", found.likeness);
}

/* To the very end, though they are still on their way through the machine when the shift ends. */
static gboolean
check_last_words (Desk *desk)
{
  Span span = { 1000, -1000, 1 };
  const gboolean whole = check_piece (desk, (double) desk->finished_ms - LAST_MS, LAST_MS, &span);

  g_test_message ("the last %d ms: likeness %.3f", LAST_MS, span.likest);
  return whole;
}

static gboolean
check_trainee (Desk *desk)
{
  const double pause = (double) desk->paused_ms, end = (double) desk->finished_ms;
  gboolean whole = check_stretch (desk, "before the pause", 0, pause);

  whole = check_stretch (desk, "after it", pause, end) && whole;
  whole = check_last_words (desk) && whole;
  return whole;
}

static void
desk_clear (Desk *desk)
{
  g_autofree char *journal = g_build_filename (desk->shift.folder, "shift.journal", NULL);

  g_clear_object (&desk->recorder);
  fall_silent (desk);
  g_remove (desk->path);
  g_remove (journal);
  scripted_shift_clear (&desk->shift);
  g_free (desk->path);
  g_free (desk->tape);
  g_free (desk->left);
  g_free (desk->right);
  g_free (desk->spoken);
  g_clear_error (&desk->fault);
}

static gboolean
check_shift (void)
{
  static Desk desk;
  gboolean whole;

  memset (&desk, 0, sizeof desk);
  scripted_shift_init (&desk.shift, yaml, clips, N_CLIPS);
  scripted_shift_open_audio (&desk.shift, DESK_OUTPUT_DEFAULT_LATENCY_MS);
  speak (&desk);
  work_and_listen (&desk);
  check_file (&desk);
  whole = check_callers (&desk);
  whole = check_trainee (&desk) && whole;
  whole = check_pause (&desk) && whole;
  desk_clear (&desk);
  return whole;
}

int
main (int argc, char **argv)
{
  return script_run_test (argc, argv, "/audio/recorded-shift", check_shift);
}
