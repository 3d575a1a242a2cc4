/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/mixer.h"

#include <stdio.h>
#include <string.h>

#include "results.h"
#include "rounds.h"

/* What the mixer costs beside the plainest loop that does the same sum: mono voices, each with a gain
 * on its way, to stereo. Rounds of the two alternate and the medians are compared, since the
 * machine's mood changes more from second to second than the code does. Then the same voices with
 * their gains at rest, as they nearly always are, and faded into denormals; a message through the
 * ring; and a block of 256 frames through the tap. */

#define CALLBACK 256
#define CALLBACKS 400
#define LENGTH (CALLBACK * CALLBACKS)
#define ROUNDS 31
#define MESSAGES 1000000
#define BLOCKS 20000

/* To reach: PERFORMANCE's figures for 64 voices, and for a command. */
#define MOST_RATIO 1.3
#define MOST_RING_NS 5.0

#if defined(__x86_64__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__ ((target_clones ("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

static float sounds[DESK_MIXER_VOICES][LENGTH];
static float out[2 * CALLBACK];
static DeskMixer mixer;
static DeskTap tap;

FOR_EACH_PROCESSOR
static void
add_one (float *restrict left, float *restrict right, const float *sound, float gain, float step)
{
  for (int i = 0; i < CALLBACK; i++) {
    float x = sound[i] * (gain + step * (float) i);

    left[i] += x * 0.7f;
    right[i] += x * 0.4f;
  }
}

FOR_EACH_PROCESSOR
static void
add_four (float *restrict left,
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

static void
add_plainly (float *left, float *right, int n_voices, int at)
{
  const float gain[4] = { 0.01f, 0.02f, 0.03f, 0.04f };
  const float step[4] = { 1e-6f, 2e-6f, 3e-6f, 4e-6f };
  int v = 0;

  for (; v + 4 <= n_voices; v += 4) {
    const float *four[4];

    for (int i = 0; i < 4; i++)
      four[i] = sounds[v + i] + at;
    add_four (left, right, four, gain, step);
  }
  for (; v < n_voices; v++)
    add_one (left, right, sounds[v] + at, gain[0], step[0]);
}

static double
time_plain (int n_voices)
{
  static float left[CALLBACK], right[CALLBACK];
  double start = rounds_now_ns ();

  for (int n = 0; n < CALLBACKS; n++) {
    memset (left, 0, sizeof left);
    memset (right, 0, sizeof right);
    add_plainly (left, right, n_voices, n * CALLBACK);
    for (int i = 0; i < CALLBACK; i++) {
      out[2 * i] = left[i];
      out[2 * i + 1] = right[i];
    }
  }

  return rounds_now_ns () - start;
}

static void
start_voices (int first, int n_voices, uint32_t ramp)
{
  static DeskPcm pcm[DESK_MIXER_VOICES];

  desk_mixer_init (&mixer);
  for (int v = 0; v < n_voices; v++) {
    pcm[v] = (DeskPcm){ .samples = sounds[first + v], .n_frames = LENGTH };

    DeskMixerCommand start = {
      .type = DESK_MIXER_START,
      .place = DESK_PLACE_HANDSET,
      .voice = (uint32_t) v + 1,
      .left = 0.002f,
      .right = 0.003f,
      .ramp = ramp,
      .pcm = &pcm[v],
    };

    desk_mixer_send (&mixer, &start);
  }
  desk_mixer_run (&mixer, out, 0, 0);
}

static double
time_mixer (int first, int n_voices, uint32_t ramp)
{
  start_voices (first, n_voices, ramp);

  double start = rounds_now_ns ();

  for (int n = 0; n < CALLBACKS; n++)
    desk_mixer_run (&mixer, out, CALLBACK, 0);

  return rounds_now_ns () - start;
}

static double
time_ring (void)
{
  static DeskRing ring;
  static DeskMixerCommand messages[64];
  double start = rounds_now_ns ();

  for (int n = 0; n < MESSAGES / 64; n++) {
    for (uint32_t i = 0; i < 64; i++)
      desk_ring_push (&ring, &messages[i]);
    for (uint32_t i = 0; i < 64; i++)
      desk_ring_pop (&ring, &messages[i]);
  }

  return (rounds_now_ns () - start) / MESSAGES;
}

static double
time_tap (void)
{
  desk_tap_open (&tap);

  double start = rounds_now_ns ();

  for (int n = 0; n < BLOCKS; n++) {
    desk_tap_write (&tap, sounds[0], 1, CALLBACK, n);
    while (desk_tap_peek (&tap) != NULL)
      desk_tap_drop (&tap);
  }

  return (rounds_now_ns () - start) / BLOCKS;
}

static void
fill (int first, int n_voices, float amplitude)
{
  for (int v = first; v < first + n_voices; v++)
    for (int i = 0; i < LENGTH; i++)
      sounds[v][i] = amplitude * (float) ((i * 31 + v * 17) % 201 - 100) / 100.0f;
}

static void
measure_voices (int n_voices)
{
  double plain[ROUNDS], moving[ROUNDS], resting[ROUNDS];
  const double n_voice_frames = (double) n_voices * LENGTH;
  char what[64];

  for (int i = 0; i < ROUNDS; i++) {
    plain[i] = time_plain (n_voices);
    moving[i] = time_mixer (0, n_voices, LENGTH);
    resting[i] = time_mixer (0, n_voices, 0);
  }

  Result result = {
    .what = what,
    .unit = "ns a voice and frame",
    .ours = rounds_median (moving, ROUNDS) / n_voice_frames,
    .limit = rounds_median (plain, ROUNDS) / n_voice_frames,
    .limit_is = "a plain loop, four voices a pass",
    .most_ratio = n_voices == 64 ? MOST_RATIO : 0,
  };

  snprintf (what, sizeof what, "%d voice%s mixed, gains on their way", n_voices,
            n_voices == 1 ? "" : "s");
  results_add (&result);
  result.ours = rounds_median (resting, ROUNDS) / n_voice_frames;
  result.most_ratio = 0;
  snprintf (what, sizeof what, "%d voice%s mixed, gains at rest", n_voices,
            n_voices == 1 ? "" : "s");
  results_add (&result);
}

/* Voices that have rung away must cost no more than voices that sound. Both lie in memory all the time: to
 * write either just before it is read would measure what the cache still has of it. */
static void
measure_denormals (void)
{
  double loud[ROUNDS], quiet[ROUNDS];

  fill (64, 64, 1e-40f);
  for (int i = 0; i < ROUNDS; i++) {
    loud[i] = time_mixer (0, 64, LENGTH);
    quiet[i] = time_mixer (64, 64, LENGTH);
  }

  results_add (&(Result){ .what = "64 voices ringing into silence",
                          .unit = "ns a voice and frame",
                          .ours = rounds_median (quiet, ROUNDS) / (64.0 * LENGTH),
                          .limit = rounds_median (loud, ROUNDS) / (64.0 * LENGTH),
                          .limit_is = "the same voices, loud",
                          .most_ratio = MOST_RATIO });
}

static void
measure_messages (void)
{
  double ring[ROUNDS], tapped[ROUNDS];

  for (int i = 0; i < ROUNDS; i++) {
    ring[i] = time_ring ();
    tapped[i] = time_tap ();
  }
  results_add (&(Result){ .what = "a command to the callback, through the ring",
                          .unit = "ns",
                          .ours = rounds_median (ring, ROUNDS),
                          .most = MOST_RING_NS });
  results_add (&(Result){ .what = "a block of 256 frames through the tap",
                          .unit = "ns",
                          .ours = rounds_median (tapped, ROUNDS) });
}

int
main (int argc, char **argv)
{
  static const int sizes[] = { 1, 8, 64, 256 };

  results_begin (&argc, argv, "mixer");
  fill (0, DESK_MIXER_VOICES, 0.5f);
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    measure_voices (sizes[i]);
  measure_denormals ();
  measure_messages ();
  return results_end ();
}
