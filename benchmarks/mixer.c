/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/mixer.h"

#include <stdio.h>
#include <stdlib.h>

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
start_voices (int n_voices, uint32_t ramp)
{
  static DeskPcm pcm[DESK_MIXER_VOICES];

  desk_mixer_init (&mixer);
  for (int v = 0; v < n_voices; v++) {
    pcm[v] = (DeskPcm){ .samples = sounds[v], .n_frames = LENGTH };

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
time_mixer (int n_voices, uint32_t ramp)
{
  start_voices (n_voices, ramp);

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
fill (float amplitude)
{
  for (int v = 0; v < DESK_MIXER_VOICES; v++)
    for (int i = 0; i < LENGTH; i++)
      sounds[v][i] = amplitude * (float) ((i * 31 + v * 17) % 201 - 100) / 100.0f;
}

/* Returns how many times the plain loop's time the mixer took, all gains on their way. */
static double
measure (int n_voices)
{
  double plain[ROUNDS], moving[ROUNDS], resting[ROUNDS];
  const double n_voice_frames = (double) n_voices * LENGTH;

  for (int i = 0; i < ROUNDS; i++) {
    plain[i] = time_plain (n_voices);
    moving[i] = time_mixer (n_voices, LENGTH);
    resting[i] = time_mixer (n_voices, 0);
  }

  const double limit = rounds_median (plain, ROUNDS), ours = rounds_median (moving, ROUNDS),
               rest = rounds_median (resting, ROUNDS);

  printf ("%6d  %10.3f  %10.3f  %5.2f  %10.3f  %5.2f\n", n_voices, limit / n_voice_frames,
          ours / n_voice_frames, ours / limit, rest / n_voice_frames, rest / limit);
  return ours / limit;
}

int
main (void)
{
  static const int sizes[] = { 1, 8, 64, 256 };
  double ring[ROUNDS], tapped[ROUNDS], quiet[ROUNDS];
  double ratio = 0;

  fill (0.5f);
  printf ("nanoseconds a voice and frame, callbacks of %d frames\n", CALLBACK);
  printf ("voices  plain loop       mixer  ratio     resting  ratio\n");
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    const double here = measure (sizes[i]);

    ratio = sizes[i] == 64 ? here : ratio;
  }

  for (int i = 0; i < ROUNDS; i++) {
    ring[i] = time_ring ();
    tapped[i] = time_tap ();
  }

  fill (1e-40f);
  for (int i = 0; i < ROUNDS; i++)
    quiet[i] = time_mixer (64, LENGTH);

  const double ring_ns = rounds_median (ring, ROUNDS);

  printf ("64 voices of denormals: %.3f ns a voice and frame\n",
          rounds_median (quiet, ROUNDS) / (64.0 * LENGTH));
  printf ("ring: %.2f ns a message of %d bytes (to reach: %.0f)\n", ring_ns, DESK_RING_MESSAGE_SIZE,
          MOST_RING_NS);
  printf ("tap: %.0f ns a block of %d frames\n", rounds_median (tapped, ROUNDS), CALLBACK);
  printf ("64 voices, ratio %.2f (to reach: %.2f)\n", ratio, MOST_RATIO);
  return ratio <= MOST_RATIO && ring_ns <= MOST_RING_NS ? 0 : 1;
}
