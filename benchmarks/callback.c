/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>
#include <math.h>
#include <portaudio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "audio/feed.h"
#include "audio/newborn.h"
#include "audio/realtime.h"
#include "audio/sound.h"
#include "audio/tones.h"
#include "results.h"
#include "rounds.h"

/* What the callback of a real stream costs, and whether it comes in time, while children of this
 * program keep every processor busy: the ringer, a line's hiss and three callers, whose voices are
 * started, stopped and turned up and down at random, with the tap being emptied. For choosing the
 * latency that is asked of the device:
 *
 *   tests/scripts/with-sound-server build/benchmarks/callback --latency 20 --listen line.monitor
 *
 * Its threads ask for a real-time class, as the program's do. With SOUND_SERVER_REALTIME=1 in the
 * environment the sound server has one for all of its threads.
 *
 * Behind some back ends PortAudio is never told that the device ran dry (ALSA's door to PulseAudio
 * keeps it for itself), so what is played can be listened to besides: the hiss is never silent, and a
 * hole in it is a break that a user would hear. */

#define PERIOD_NS ((double) options.n_frames * 1e9 / DESK_MIXER_RATE)
#define MOST_BUSY 64
#define N_CALLERS 3
#define HISS_FLOOR 1e-4f /* what the hiss never goes below */
#define HOLE_FRAMES 32   /* shorter ones could be the server's own seams */

static struct {
  double latency_ms;
  int seconds;
  int n_frames;
  int n_busy;
  char *listen;
  gboolean is_ordinary;
} options = { .latency_ms = 20, .seconds = 600, .n_frames = 256, .n_busy = -1 };

static const GOptionEntry entries[] = {
  { "latency", 'l', 0, G_OPTION_ARG_DOUBLE, &options.latency_ms, "Latency to ask for", "MS" },
  { "seconds", 's', 0, G_OPTION_ARG_INT, &options.seconds, "How long to play", "N" },
  { "frames", 'f', 0, G_OPTION_ARG_INT, &options.n_frames, "Frames a callback", "N" },
  { "busy", 'b', 0, G_OPTION_ARG_INT, &options.n_busy,
    "Children that spin (default: one a processor)", "N" },
  { "listen", 0, 0, G_OPTION_ARG_STRING, &options.listen,
    "Record this source of the sound server and count the holes", "SOURCE" },
  { "ordinary", 0, 0, G_OPTION_ARG_NONE, &options.is_ordinary, "Ask for no real-time class", NULL },
  { NULL },
};

/* The callback's. The arrays are long enough for the whole run. */
typedef struct {
  DeskFeed feed;
  guint most;
  guint n;
  float *duration_us;
  float *gap_us; /* from the beginning of the one before */
  gint64 last_ns;
} Stage;

typedef struct {
  FILE *pipe;
  GThread *thread;
  guint64 n_heard;
  guint n_holes;
  guint64 n_hole_frames;
  guint longest;
} Listener;

static DeskMixer *mixer;
static DeskTap *tap;

static gint64
now_ns (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (gint64) t.tv_sec * 1000000000 + t.tv_nsec;
}

static int
on_frames_needed (const void *input,
                  void *output,
                  unsigned long n_frames,
                  const PaStreamCallbackTimeInfo *time_info,
                  PaStreamCallbackFlags flags,
                  void *data)
{
  Stage *stage = data;
  const gint64 start = now_ns ();

  desk_feed_play (&stage->feed, output, (uint32_t) n_frames, (flags & paOutputUnderflow) != 0);

  if (stage->n < stage->most) {
    stage->duration_us[stage->n] = (float) (now_ns () - start) / 1000;
    stage->gap_us[stage->n] = stage->last_ns == 0 ? 0 : (float) (start - stage->last_ns) / 1000;
    stage->n++;
  }
  stage->last_ns = start;
  return paContinue;
}

static DeskSound *
noise_new (guint n_frames, float amplitude, float floor_level, guint32 period)
{
  float *samples = g_new (float, n_frames);
  guint32 state = 4711;

  for (guint i = 0; i < n_frames; i++) {
    state = state * 1664525 + 1013904223;

    const float noise = (float) (state >> 8) / (1 << 23) - 1.0f;

    samples[i] = noise * amplitude + copysignf (floor_level, noise);
  }

  return desk_sound_new_take (samples, n_frames, period);
}

static void
send (const DeskMixerCommand *command)
{
  while (!desk_mixer_send (mixer, command))
    g_usleep (1000);
}

static void
start_voice (guint32 voice, DeskPlace place, DeskSound *sound, float gain)
{
  const DeskMixerCommand command = { .type = DESK_MIXER_START,
                                     .place = (guint8) place,
                                     .voice = voice,
                                     .left = gain,
                                     .right = gain,
                                     .ramp = DESK_MS_TO_FRAMES (5),
                                     .pcm = desk_sound_get_pcm (sound) };

  send (&command);
}

static void
change (DeskMixerCommandType type, guint32 voice, float gain)
{
  const DeskMixerCommand command = { .type = (guint8) type,
                                     .place = DESK_PLACE_HANDSET,
                                     .voice = voice,
                                     .left = gain,
                                     .right = gain,
                                     .ramp = DESK_MS_TO_FRAMES (15) };

  send (&command);
}

static void
collect (void)
{
  DeskMixerReport report;

  while (desk_mixer_receive (mixer, &report))
    ;
  while (desk_tap_peek (tap) != NULL)
    desk_tap_drop (tap);
}

/* The main thread's part of a busy shift: something every 5 to 40 ms. */
static void
work_a_shift (DeskSound *caller, gint64 until_ns)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  guint32 callers[N_CALLERS] = { 0 };
  guint32 last_voice = 100;

  while (now_ns () < until_ns) {
    const guint who = (guint) g_rand_int_range (chance, 0, N_CALLERS);

    switch (g_rand_int_range (chance, 0, 4)) {
    case 0: change (DESK_MIXER_LEVEL, callers[who], (float) g_rand_double (chance)); break;
    case 1: change (DESK_MIXER_PLACE, 0, 0.5f + (float) g_rand_double (chance) / 2); break;
    default:
      change (DESK_MIXER_STOP, callers[who], 0);
      callers[who] = ++last_voice;
      start_voice (callers[who], DESK_PLACE_HANDSET, caller, 0.5f);
    }

    collect ();
    g_usleep ((gulong) g_rand_int_range (chance, 5000, 40000));
  }
}

static void
note_hole (Listener *self, guint silent)
{
  if (silent < HOLE_FRAMES)
    return;

  self->n_holes++;
  self->n_hole_frames += silent;
  self->longest = MAX (self->longest, silent);
}

/* The silence before the first sound and after the last is no hole. */
static gpointer
listen_on (gpointer data)
{
  Listener *self = data;
  float block[480];
  guint silent = 0;
  size_t n;

  while ((n = fread (block, sizeof (float), G_N_ELEMENTS (block), self->pipe)) > 0)
    for (size_t i = 0; i < n; i++) {
      const gboolean sounds = fabsf (block[i]) > HISS_FLOOR / 100;

      if (self->n_heard == 0 && !sounds)
        continue;
      self->n_heard++;
      if (sounds)
        note_hole (self, silent);
      silent = sounds ? 0 : silent + 1;
    }

  return NULL;
}

static void
listener_start (Listener *self)
{
  g_autofree char *quoted = g_shell_quote (options.listen);
  g_autofree char *command = g_strdup_printf ("exec parecord --raw --format=float32le --channels=1 "
                                              "--rate=%d --latency-msec=20 -d %s 2>/dev/null",
                                              DESK_MIXER_RATE, quoted);

  /* parecord leaves at its next write into the pipe that is closed then. */
  self->pipe = popen (command, "r");
  if (self->pipe == NULL)
    exit (3);
  self->thread = g_thread_new ("listener", listen_on, self);
}

static void
spin (pid_t *children, int n)
{
  for (int i = 0; i < n; i++) {
    children[i] = fork ();
    if (children[i] != 0)
      continue;

    prctl (PR_SET_PDEATHSIG, SIGKILL);
    for (volatile guint64 turns = 0;; turns++)
      ;
  }
}

/* Its middle, its hundredth and its worst, with the period of a callback as the limit. */
static void
add_distribution (const char *what, float *values_us, guint n, double most_ratio)
{
  g_autofree double *values = g_new (double, n + 1);
  g_autofree char *note = NULL;

  values[0] = 0;
  for (guint i = 0; i < n; i++)
    values[i] = (double) values_us[i];

  const double p50 = rounds_median (values, MAX (n, 1));

  note = g_strdup_printf ("99 %% within %.1f µs, 99.9 %% within %.1f µs, all within %.1f µs",
                          rounds_percentile (values, MAX (n, 1), 0.99),
                          rounds_percentile (values, MAX (n, 1), 0.999),
                          rounds_percentile (values, MAX (n, 1), 1));
  results_add (&(Result){ .what = what,
                          .unit = "µs",
                          .ours = p50,
                          .limit = PERIOD_NS / 1000,
                          .limit_is = "the period of a callback",
                          .most_ratio = most_ratio,
                          .note = note });
}

static void
add_breaks (const Stage *stage, const Listener *listener)
{
  const double hole_ms = (double) listener->n_hole_frames * 1000 / DESK_MIXER_RATE;
  g_autofree char *told =
      g_strdup_printf ("%" G_GUINT64_FORMAT " callbacks, %" G_GUINT64_FORMAT " of them late",
                       atomic_load (&stage->feed.n_callbacks), atomic_load (&stage->feed.n_late));
  g_autofree char *heard =
      g_strdup_printf ("%u holes in %.1f s, the longest %.1f ms", listener->n_holes,
                       (double) listener->n_heard / DESK_MIXER_RATE,
                       (double) listener->longest * 1000 / DESK_MIXER_RATE);

  results_add (&(Result){ .what = "underruns that the device told of",
                          .unit = "times",
                          .ours = (double) atomic_load (&stage->feed.n_underruns),
                          .note = told });
  if (options.listen != NULL)
    results_add (&(Result){
        .what = "holes in what is heard", .unit = "ms", .ours = hole_ms, .note = heard });
}

static void
add_results (Stage *stage, double latency_ms, DeskRealtime realtime, const Listener *listener)
{
  DeskMixerLosses losses;
  g_autofree char *asked =
      g_strdup_printf ("%.1f ms asked for, %d frames a callback, %d spinning children, %d s, "
                       "real-time class: %s",
                       options.latency_ms, options.n_frames, options.n_busy, options.seconds,
                       desk_realtime_to_key (realtime));
  g_autofree char *lost = NULL;

  desk_mixer_get_losses (mixer, &losses);
  lost = g_strdup_printf ("%u commands, %u reports, %" G_GUINT64_FORMAT " frames of the tap",
                          losses.n_commands_refused, losses.n_reports_refused, losses.n_tap_lost);

  results_add (&(Result){
      .what = "latency that the device reports", .unit = "ms", .ours = latency_ms, .note = asked });
  add_distribution ("a callback's work", stage->duration_us, stage->n, 0.05);
  add_distribution ("from callback to callback", stage->gap_us, stage->n, 0);
  add_breaks (stage, listener);
  results_add (&(Result){ .what = "messages lost on the way",
                          .unit = "times",
                          .ours = losses.n_commands_refused + losses.n_reports_refused +
                                  (double) losses.n_tap_lost,
                          .note = lost });
}

static void
stop_on (const char *what, PaError fault)
{
  if (fault == paNoError)
    return;

  fprintf (stderr, "callback: %s: %s\n", what, Pa_GetErrorText (fault));
  exit (3);
}

static PaStream *
open_stream (Stage *stage)
{
  PaStreamParameters parameters = {
    .channelCount = 2,
    .sampleFormat = paFloat32,
    .suggestedLatency = options.latency_ms / 1000,
  };
  PaStream *stream;

  stop_on ("the library", Pa_Initialize ());
  parameters.device = Pa_GetDefaultOutputDevice ();
  stop_on ("there is no output", parameters.device == paNoDevice ? paDeviceUnavailable : paNoError);
  stop_on ("the output",
           Pa_OpenStream (&stream, NULL, &parameters, DESK_MIXER_RATE,
                          (unsigned long) options.n_frames, paNoFlag, on_frames_needed, stage));
  desk_feed_begin (&stage->feed, (int64_t) (Pa_GetStreamInfo (stream)->outputLatency * 1e9),
                   (uint32_t) options.n_frames);
  return stream;
}

static void
stage_init (Stage *stage)
{
  mixer = g_aligned_alloc (1, sizeof (DeskMixer), 64);
  desk_mixer_init (mixer);
  tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  desk_tap_open (tap);
  desk_mixer_set_tap (mixer, tap);

  *stage = (Stage){
    .feed.mixer = mixer,
    .most = (guint) (((double) options.seconds + 10) * 1e9 / PERIOD_NS),
  };
  stage->duration_us = g_new0 (float, stage->most);
  stage->gap_us = g_new0 (float, stage->most);
}

static gboolean
read_options (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    fprintf (stderr, "callback: %s\n", error->message);
    return FALSE;
  }

  if (options.n_busy < 0)
    options.n_busy = (int) g_get_num_processors ();
  options.n_busy = MIN (options.n_busy, MOST_BUSY);
  return options.seconds > 0 && options.n_frames > 0;
}

/* Opened and started on this thread. NULL: no class is wanted. */
static DeskUrgency *
start_stream (PaStream *stream, DeskNewborn *newborn)
{
  g_autoptr (GArray) threads = NULL;

  stop_on ("the start", Pa_StartStream (stream));
  threads = desk_newborn_end (newborn);
  return options.is_ordinary ? NULL : desk_urgency_new (g_steal_pointer (&threads));
}

int
main (int argc, char **argv)
{
  pid_t children[MOST_BUSY] = { 0 };
  Listener listener = { 0 };
  DeskNewborn newborn;
  Stage stage;

  results_begin (&argc, argv, "callback");
  if (!read_options (argc, argv))
    return 2;

  spin (children, options.n_busy);
  stage_init (&stage);

  g_autoptr (DeskSound) ringer = desk_tone_new (DESK_TONE_RINGER, DESK_COUNTRY_SE);
  g_autoptr (DeskSound) hiss = noise_new (DESK_MIXER_RATE, 0.002f, HISS_FLOOR, DESK_MIXER_RATE);
  g_autoptr (DeskSound) caller = noise_new (5 * DESK_MIXER_RATE, 0.1f, 0, 0);

  desk_newborn_begin (&newborn);

  PaStream *stream = open_stream (&stage);
  const double latency_ms = Pa_GetStreamInfo (stream)->outputLatency * 1000;

  if (options.listen != NULL)
    listener_start (&listener);
  start_voice (1, DESK_PLACE_CONSOLE, ringer, 0.3f);
  start_voice (2, DESK_PLACE_CONSOLE, hiss, 1);
  DeskUrgency *urgency = start_stream (stream, &newborn);

  work_a_shift (caller, now_ns () + (gint64) options.seconds * 1000000000);

  const DeskRealtime realtime = urgency == NULL ? DESK_REALTIME_NONE : desk_urgency_get (urgency);

  desk_urgency_free (urgency);

  /* What is heard from here on is the silence after the end. */
  Pa_AbortStream (stream);
  Pa_CloseStream (stream);
  Pa_Terminate ();

  for (int i = 0; i < options.n_busy; i++) {
    kill (children[i], SIGKILL);
    waitpid (children[i], NULL, 0);
  }

  if (options.listen != NULL)
    g_usleep (500000); /* until the last of it has been recorded */
  add_results (&stage, latency_ms, realtime, &listener);
  const int status = results_end ();

  fflush (stdout);
  _exit (status);
}
