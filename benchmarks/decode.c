/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/clip-decoder.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <math.h>
#include <sndfile.h>
#include <soxr.h>
#include <stdio.h>
#include <stdlib.h>

#include "results.h"
#include "rounds.h"

/* How much faster than it sounds a clip becomes ready for the mixer, for each format, beside the least
 * that it takes: libsndfile reading the file into one buffer, and soxr converting that in one go. The
 * clips are half a minute of something like speech, made at run time. Medians of CPU time; rounds of
 * the two alternate. What the kernel takes to hand out fresh memory is left out: it can be more than
 * all the rest, and is the machine's affair. */

#define SECONDS 30
#define ROUNDS 5
#define MOST_RATIO 1.3

typedef struct {
  const char *name;
  int format;
  int rate;
} Kind;

/* Opus knows no 44.1 and 22.05 kHz. */
static const Kind kinds[] = {
  { "WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100 },
  { "WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050 },
  { "FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 44100 },
  { "FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 22050 },
  { "Vorbis", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 44100 },
  { "Vorbis", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 22050 },
  { "MP3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100 },
  { "MP3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 22050 },
  { "Opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000 },
  { "Opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 24000 },
};

/* Four syllables a second: the harmonics of a voice that glides, and breath between them. */
static void
fill_with_speech (float *samples, guint n_frames, int rate)
{
  guint32 state = 4711;
  double phase = 0;

  for (guint i = 0; i < n_frames; i++) {
    const double t = (double) i / rate;
    const double syllable = fabs (sin (4 * G_PI * t));
    double sample = 0;

    phase += 2 * G_PI * (120 + 30 * sin (3 * t)) / rate;
    for (int harmonic = 1; harmonic <= 20; harmonic++)
      sample += sin (harmonic * phase) / harmonic;
    state = state * 1664525 + 1013904223;
    sample += (1 - syllable) * ((double) (state >> 8) / (1 << 23) - 1) / 4;
    samples[i] = (float) (0.2 * syllable * sample);
  }
}

static void
write_clip (const char *path, const Kind *kind)
{
  SF_INFO info = { .format = kind->format, .samplerate = kind->rate, .channels = 1 };
  const guint n_frames = (guint) (SECONDS * kind->rate);
  g_autofree float *samples = g_new (float, n_frames);
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);

  if (file == NULL) {
    fprintf (stderr, "decode: %s at %d Hz: %s\n", kind->name, kind->rate, sf_strerror (NULL));
    exit (3);
  }
  fill_with_speech (samples, n_frames, kind->rate);
  sf_writef_float (file, samples, n_frames);
  sf_close (file);
}

/* Returns the frames, and in `seconds` what it took. (transfer full) */
static float *
read_plainly (const char *path, gsize *n_frames, double *seconds)
{
  const double start = rounds_now_ns () / 1e9;
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (path, SFM_READ, &info);
  const gsize most = (SECONDS + 1) * (gsize) info.samplerate;
  float *samples = g_new (float, most);

  *n_frames = (gsize) sf_readf_float (file, samples, (sf_count_t) most);
  sf_close (file);
  *seconds = rounds_now_ns () / 1e9 - start;
  return samples;
}

static double
time_resample (const float *samples, gsize n_frames, int rate)
{
  const soxr_quality_spec_t quality = soxr_quality_spec (SOXR_HQ, 0);
  const soxr_io_spec_t io = soxr_io_spec (SOXR_FLOAT32_I, SOXR_FLOAT32_I);
  const soxr_runtime_spec_t runtime = soxr_runtime_spec (1);
  const gsize most = n_frames * DESK_MIXER_RATE / (gsize) rate + DESK_MIXER_RATE;
  const double start = rounds_now_ns () / 1e9;
  g_autofree float *out = g_new (float, most);

  if (rate == DESK_MIXER_RATE)
    return 0;

  soxr_oneshot (rate, DESK_MIXER_RATE, 1, samples, n_frames, NULL, out, most, NULL, &io, &quality,
                &runtime);
  return rounds_now_ns () / 1e9 - start;
}

static double
time_ours (const char *path)
{
  g_autoptr (GError) error = NULL;
  const double start = rounds_now_ns () / 1e9;
  g_autoptr (DeskSound) sound = desk_clip_decode (path, DESK_LAW_NONE, NULL, &error);

  if (sound == NULL) {
    fprintf (stderr, "decode: %s\n", error->message);
    exit (3);
  }

  return rounds_now_ns () / 1e9 - start;
}

static void
measure (const char *folder, const Kind *kind)
{
  g_autofree char *path = g_build_filename (folder, "clip", NULL);
  double decode[ROUNDS], resample[ROUNDS], ours[ROUNDS];

  write_clip (path, kind);
  for (int i = 0; i < ROUNDS; i++) {
    gsize n_frames;
    g_autofree float *samples = read_plainly (path, &n_frames, &decode[i]);

    resample[i] = time_resample (samples, n_frames, kind->rate);
    ours[i] = time_ours (path);
  }
  g_unlink (path);

  const double decode_s = rounds_median (decode, ROUNDS),
               resample_s = rounds_median (resample, ROUNDS), ours_s = rounds_median (ours, ROUNDS);
  g_autofree char *what =
      g_strdup_printf ("%s at %d Hz, ready for the mixer", kind->name, kind->rate);
  g_autofree char *note = g_strdup_printf ("%.0f times real time", SECONDS / ours_s);

  results_add (&(Result){ .what = what,
                          .unit = "ms a minute of sound",
                          .ours = ours_s * 1000 * 60 / SECONDS,
                          .limit = (decode_s + resample_s) * 1000 * 60 / SECONDS,
                          .limit_is = "libsndfile and soxr, in one go",
                          .most_ratio = MOST_RATIO,
                          .note = note });
}

/* What the program adds to soxr in pieces as a worker has them: WAV costs next to nothing to read. */
static void
measure_resampling (const char *folder)
{
  static const Kind wav = { "WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100 };
  g_autofree char *path = g_build_filename (folder, "clip", NULL);
  double decode[ROUNDS], resample[ROUNDS], ours[ROUNDS];
  const double n_frames = (double) SECONDS * DESK_MIXER_RATE;

  write_clip (path, &wav);
  for (int i = 0; i < ROUNDS; i++) {
    gsize n;
    g_autofree float *samples = read_plainly (path, &n, &decode[i]);

    resample[i] = time_resample (samples, n, wav.rate);
    ours[i] = time_ours (path) - decode[i];
  }
  g_unlink (path);

  results_add (&(Result){ .what = "a frame from 44,100 to 48,000 Hz",
                          .unit = "ns",
                          .ours = rounds_median (ours, ROUNDS) * 1e9 / n_frames,
                          .limit = rounds_median (resample, ROUNDS) * 1e9 / n_frames,
                          .limit_is = "soxr HQ, in one go" });
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-decode-XXXXXX", NULL);

  if (folder == NULL)
    return 3;

  mallopt (M_MMAP_THRESHOLD, 1 << 30);
  mallopt (M_TRIM_THRESHOLD, 1 << 30);

  results_begin (&argc, argv, "decode");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    measure (folder, &kinds[i]);
  measure_resampling (folder);

  g_rmdir (folder);
  return results_end ();
}
