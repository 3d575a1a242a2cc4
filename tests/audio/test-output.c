/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/speaker.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sndfile.h>

#include "sound-stage.h"

/* Run by with-sound-server: a real sound server, recorded. */

#define RATE 48000

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_over (DeskSpeaker *speaker, guint voice, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static DeskSpeaker *
open_speaker (void)
{
  DeskSpeaker *speaker = desk_speaker_new ();
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  DeskOutput *output = desk_output_portaudio_new (system, desk_speaker_get_mixer (speaker), NULL,
                                                  DESK_OUTPUT_DEFAULT_LATENCY_MS);

  desk_speaker_take_output (speaker, output);
  return speaker;
}

/* Smoothed noise: like speech it is broad, and unlike a tone it fits itself in one place only. */
static DeskSound *
noise_new (guint n_frames)
{
  float *samples = g_new (float, n_frames);
  guint32 state = 4711;
  float smooth = 0;

  for (guint i = 0; i < n_frames; i++) {
    state = state * 1664525 + 1013904223;
    smooth += 0.3f * ((float) (state >> 8) / (1 << 23) - 1.0f - smooth);
    samples[i] = 0.8f * smooth;
  }

  return desk_sound_new_take (samples, n_frames, 0);
}

static GSubprocess *
start_recording (const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *recorder = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "parecord", "--latency-msec=20", "-d",
      "line.monitor", "--rate=48000", "--channels=1", "--file-format=wav", path, NULL);

  g_assert_no_error (error);
  return recorder;
}

static gboolean
is_recording (gpointer path)
{
  GStatBuf st;

  return g_stat (path, &st) == 0 && st.st_size > RATE / 10 * 2;
}

static float *
read_recording (const char *path, gsize *n_frames)
{
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (path, SFM_READ, &info);
  float *samples;

  g_assert_nonnull (file);
  g_assert_cmpint (info.samplerate, ==, RATE);
  samples = g_new (float, info.frames);
  *n_frames = (gsize) sf_readf_float (file, samples, info.frames);
  sf_close (file);
  return samples;
}

/* Where in `heard` the first 30 ms of `clip` fit best. */
static gsize
find_beginning (const float *heard, gsize n_heard, const float *clip)
{
  const gsize probe = 1440, skip = 480;
  double best = 0;
  gsize at = 0;

  for (gsize lag = 0; lag + probe + skip < n_heard; lag++) {
    double here = stage_likeness (heard + lag + skip, clip + skip, probe);

    if (here > best) {
      best = here;
      at = lag;
    }
  }

  return at;
}

/* Plays a clip and returns how much of it the sound server heard: 1 is all, unaltered. */
static double
hear_a_clip (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOME"), "heard.wav", NULL);
  g_autoptr (GSubprocess) recorder = start_recording (path);
  g_autoptr (DeskSpeaker) speaker = open_speaker ();
  g_autoptr (DeskSound) clip = noise_new (RATE * 3 / 2);
  const DeskPcm *pcm = desk_sound_get_pcm (clip);
  const DeskPlaying how = { .gain = 0.5, .fade_ms = 5 };
  g_autofree float *heard = NULL;
  gboolean over = FALSE;
  DeskOutputMeter meter;
  gsize n_heard, at;
  double likeness;

  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);
  g_assert_nonnull (desk_speaker_get_device (speaker));
  g_assert_null (desk_speaker_get_notice (speaker));

  g_assert_cmpfloat (stage_wait (is_recording, path, 5), >=, 0);
  g_signal_connect (speaker, "over", G_CALLBACK (on_over), &over);
  g_assert_cmpuint (desk_speaker_play (speaker, clip, &how), !=, 0);
  g_assert_cmpfloat (stage_wait (is_set, &over, 4), >, 1.4);
  stage_run (0.7);
  g_subprocess_send_signal (recorder, SIGTERM);
  g_subprocess_wait (recorder, NULL, NULL);

  heard = read_recording (path, &n_heard);
  at = find_beginning (heard, n_heard, pcm->samples);
  g_assert_cmpuint (at + pcm->n_frames, <=, n_heard);
  likeness = stage_likeness (heard + at + 480, pcm->samples + 480, pcm->n_frames - 480);

  desk_speaker_measure (speaker, &meter);
  g_test_message ("%" G_GUINT64_FORMAT " callbacks, %" G_GUINT64_FORMAT
                  " underruns, %.1f ms, likeness %.3f",
                  meter.n_callbacks, meter.n_underruns, meter.latency_ms, likeness);
  g_assert_cmpuint (meter.n_frames, ==, meter.n_callbacks * DESK_OUTPUT_FRAMES);
  g_assert_cmpfloat (meter.latency_ms, >, 1);
  g_assert_cmpfloat (meter.latency_ms, <, 100);
  return likeness;
}

/* On a busy machine the recorder, or the server, may drop a few frames that we have played, so the
 * clip has three chances to be heard whole. */
static void
test_clip_is_heard (void)
{
  double likeness = 0;

  for (int chance = 0; chance < 3 && likeness <= 0.99; chance++)
    likeness = hear_a_clip ();
  g_assert_cmpfloat (likeness, >, 0.99);
}

static gboolean
frames_grow (gpointer data)
{
  DeskOutputMeter meter;

  desk_speaker_measure (data, &meter);
  return meter.n_frames > GPOINTER_TO_UINT (g_object_get_data (data, "seen"));
}

/* The server is killed while a clip plays: said within a second; the clip's time passes all the
 * same; the next server is found, and an endless tone that was there before still sounds. */
static void
test_loss_is_noticed (void)
{
  g_autoptr (DeskSpeaker) speaker = open_speaker ();
  g_autoptr (DeskSound) clip = noise_new (RATE * 2);
  const DeskPlaying how = { .gain = 0.5, .fade_ms = 5 };
  gboolean over = FALSE;
  DeskOutputMeter meter;
  double noticed;

  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);
  g_signal_connect (speaker, "over", G_CALLBACK (on_over), &over);
  desk_speaker_play (speaker, clip, &how);
  stage_run (1);

  stage_kill_server ();
  noticed = stage_wait (stage_is_lost, speaker, 5);
  g_test_message ("noticed after %.2f s", noticed);
  g_assert_cmpfloat (noticed, >=, 0);
  g_assert_cmpfloat (noticed, <, 1);
  g_assert_nonnull (desk_speaker_get_notice (speaker));
  g_assert_null (desk_speaker_get_device (speaker));
  g_assert_cmpfloat (stage_wait (is_set, &over, 3), >=, 0);

  desk_speaker_measure (speaker, &meter);
  g_object_set_data (G_OBJECT (speaker), "seen", GUINT_TO_POINTER ((guint) meter.n_frames));
  stage_start_server ();
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 10), >=, 0);
  g_assert_cmpfloat (stage_wait (frames_grow, speaker, 2), >=, 0);
  g_assert_null (desk_speaker_get_notice (speaker));

  over = FALSE;
  desk_speaker_play (speaker, clip, &how);
  g_assert_cmpfloat (stage_wait (is_set, &over, 4), >, 1.5);
}

static void
test_no_server (void)
{
  g_autoptr (DeskSpeaker) speaker = NULL;
  g_autoptr (DeskSound) clip = noise_new (RATE / 2);
  const DeskPlaying how = { .gain = 0.5 };
  gboolean over = FALSE;

  stage_kill_server ();
  speaker = open_speaker ();
  g_assert_cmpfloat (stage_wait (stage_is_silent, speaker, 5), >=, 0);
  g_assert_nonnull (desk_speaker_get_notice (speaker));

  g_signal_connect (speaker, "over", G_CALLBACK (on_over), &over);
  desk_speaker_play (speaker, clip, &how);
  g_assert_cmpfloat (stage_wait (is_set, &over, 3), >, 0.4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("SOUND_SERVER_START") == NULL) {
    g_print ("1..0 # SKIP run me by with-sound-server\n");
    return 0;
  }

  g_test_add_func ("/audio/output/clip-is-heard", test_clip_is_heard);
  g_test_add_func ("/audio/output/loss-is-noticed", test_loss_is_noticed);
  g_test_add_func ("/audio/output/no-server", test_no_server);

  return g_test_run ();
}
