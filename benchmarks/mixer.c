/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/mixer.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* What the mixer costs beside the plainest loop that does the same sum: 64 mono voices, each with a
 * gain on its way, to stereo. Rounds of the two alternate and the medians are compared, since the
 * machine's mood changes more from second to second than the code does. The same for a message
 * through the ring, and for a callback with everything faded into denormals. */

#define CALLBACK 256
#define CALLBACKS 400
#define ROUNDS 31
#define MESSAGES 1000000

#if defined(__x86_64__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__ ((target_clones ("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

static float sounds[DESK_MIXER_VOICES][CALLBACK * CALLBACKS];
static float out[2 * CALLBACK];
static DeskMixer mixer;

static double
now_ns (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e9 + (double) t.tv_nsec;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, size_t n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

FOR_EACH_PROCESSOR
static void
plain_loop (float *restrict left,
            float *restrict right,
            const float *const sound[4],
            const float gain[4],
            const float step[4])
{
  const float *a = sound[0], *b = sound[1], *c = sound[2], *d = sound[3];

  for (int i = 0; i < CALLBACK; i++) {
    float k = (float) i;
    float x = a[i] * (gain[0] + step[0] * k), y = b[i] * (gain[1] + step[1] * k);
    float z = c[i] * (gain[2] + step[2] * k), w = d[i] * (gain[3] + step[3] * k);

    left[i] += x * 0.7f + y * 0.6f + z * 0.5f + w * 0.4f;
    right[i] += x * 0.4f + y * 0.5f + z * 0.6f + w * 0.7f;
  }
}

static double
time_plain (void)
{
  static float left[CALLBACK], right[CALLBACK];
  const float gain[4] = { 0.01f, 0.02f, 0.03f, 0.04f };
  const float step[4] = { 1e-6f, 2e-6f, 3e-6f, 4e-6f };
  double start = now_ns ();

  for (int n = 0; n < CALLBACKS; n++) {
    memset (left, 0, sizeof left);
    memset (right, 0, sizeof right);
    for (int v = 0; v < DESK_MIXER_VOICES; v += 4) {
      const float *four[4];

      for (int i = 0; i < 4; i++)
        four[i] = sounds[v + i] + n * CALLBACK;
      plain_loop (left, right, four, gain, step);
    }
    for (int i = 0; i < CALLBACK; i++) {
      out[2 * i] = left[i];
      out[2 * i + 1] = right[i];
    }
  }

  return now_ns () - start;
}

static void
start_voices (void)
{
  static DeskPcm pcm[DESK_MIXER_VOICES];

  desk_mixer_init (&mixer);
  for (int v = 0; v < DESK_MIXER_VOICES; v++) {
    pcm[v] = (DeskPcm){ .samples = sounds[v], .n_frames = CALLBACK * CALLBACKS };

    DeskMixerCommand start = {
      .type = DESK_MIXER_START,
      .voice = (uint32_t) v + 1,
      .left = 0.02f,
      .right = 0.03f,
      .ramp = CALLBACK * CALLBACKS,
      .pcm = &pcm[v],
    };

    desk_mixer_send (&mixer, &start);
  }
}

static double
time_mixer (void)
{
  start_voices ();

  double start = now_ns ();

  for (int n = 0; n < CALLBACKS; n++)
    desk_mixer_run (&mixer, out, CALLBACK);

  return now_ns () - start;
}

static double
time_ring (void)
{
  static DeskRing ring;
  static DeskMixerCommand messages[64];
  double start = now_ns ();

  for (int n = 0; n < MESSAGES / 64; n++) {
    for (uint32_t i = 0; i < 64; i++)
      desk_ring_push (&ring, &messages[i]);
    for (uint32_t i = 0; i < 64; i++)
      desk_ring_pop (&ring, &messages[i]);
  }

  return (now_ns () - start) / MESSAGES;
}

static void
fill (float amplitude)
{
  for (int v = 0; v < DESK_MIXER_VOICES; v++)
    for (int i = 0; i < CALLBACK * CALLBACKS; i++)
      sounds[v][i] = amplitude * (float) ((i * 31 + v * 17) % 201 - 100) / 100.0f;
}

int
main (void)
{
  double plain[ROUNDS], mixed[ROUNDS], ring[ROUNDS], quiet[ROUNDS];
  const double n_voice_frames = (double) DESK_MIXER_VOICES * CALLBACK * CALLBACKS;

  fill (0.5f);
  for (int i = 0; i < ROUNDS; i++) {
    plain[i] = time_plain ();
    mixed[i] = time_mixer ();
    ring[i] = time_ring ();
  }

  fill (1e-40f);
  for (int i = 0; i < ROUNDS; i++)
    quiet[i] = time_mixer ();

  double limit = median (plain, ROUNDS) / n_voice_frames;
  double ours = median (mixed, ROUNDS) / n_voice_frames;

  printf ("plain loop   %.3f ns a voice and frame\n", limit);
  printf ("mixer        %.3f ns a voice and frame, ratio %.2f (to reach: 1.30)\n", ours,
          ours / limit);
  printf ("denormals    %.3f ns a voice and frame\n", median (quiet, ROUNDS) / n_voice_frames);
  printf ("ring         %.2f ns a message of 32 bytes (to reach: 5)\n", median (ring, ROUNDS));

  return ours <= 1.3 * limit ? 0 : 1;
}
