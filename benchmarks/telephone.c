/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/telephone.h"

#include <math.h>
#include <string.h>

#include "results.h"
#include "rounds.h"

/* What the telephone band costs, and where. Ahead of time, on a worker: how many times faster than it
 * is spoken a clip is carried. In the callback: the mixer's time for 64 voices with the clips as they
 * are and with clips that were carried, which must be the same; beside them the least that any filter
 * in the callback could cost, one on the sum of all voices (two biquads for each ear). Rounds
 * alternate and medians are compared, since the machine's mood changes more than the code does. */

#define CALLBACK 256
#define CALLBACKS 400
#define N_FRAMES (CALLBACK * CALLBACKS)
#define VOICES 64
#define ROUNDS 31
#define CLIP_SECONDS 10

static float clips[VOICES][N_FRAMES];
static float carried[VOICES][N_FRAMES];
static float out[2 * CALLBACK];
static DeskMixer mixer;

static double
time_carrying (DeskLaw law)
{
  static float clip[CLIP_SECONDS * DESK_MIXER_RATE];
  double start;

  for (int i = 0; i < CLIP_SECONDS * DESK_MIXER_RATE; i++)
    clip[i] = clips[0][i % N_FRAMES];
  start = rounds_now_ns ();
  desk_telephone_carry (clip, CLIP_SECONDS * DESK_MIXER_RATE, law);
  return rounds_now_ns () - start;
}

static double
time_mixer (float voices[VOICES][N_FRAMES])
{
  static DeskPcm pcm[VOICES];
  double start;

  desk_mixer_init (&mixer);
  for (uint32_t v = 0; v < VOICES; v++) {
    pcm[v] = (DeskPcm){ .samples = voices[v], .n_frames = N_FRAMES };

    DeskMixerCommand command = {
      .type = DESK_MIXER_START,
      .voice = v + 1,
      .left = 0.02f,
      .right = 0.03f,
      .ramp = N_FRAMES,
      .pcm = &pcm[v],
    };

    desk_mixer_send (&mixer, &command);
  }

  start = rounds_now_ns ();
  for (int n = 0; n < CALLBACKS; n++)
    desk_mixer_run (&mixer, out, CALLBACK, 0);
  return rounds_now_ns () - start;
}

/* Butterworth, second order: a high-pass at 300 Hz and a low-pass at 3400 Hz, one after the other. */
static double
time_filter (void)
{
  static const float high[5] = { 0.9726f, -1.9452f, 0.9726f, -1.9444f, 0.9460f };
  static const float low[5] = { 0.0370f, 0.0740f, 0.0370f, -1.3861f, 0.5340f };
  static float sum[2 * CALLBACK];
  float state[2][2][2] = { 0 }; /* of each ear's two filters */
  double start = rounds_now_ns ();

  for (int n = 0; n < CALLBACKS; n++) {
    memcpy (sum, &clips[n % VOICES][0], sizeof sum);
    for (int i = 0; i < CALLBACK; i++)
      for (int ear = 0; ear < 2; ear++) {
        float x = sum[2 * i + ear];

        for (int f = 0; f < 2; f++) {
          const float *c = f == 0 ? high : low;
          float y = c[0] * x + state[ear][f][0];

          state[ear][f][0] = c[1] * x - c[3] * y + state[ear][f][1];
          state[ear][f][1] = c[2] * x - c[4] * y;
          x = y;
        }
        out[2 * i + ear] = x;
      }
  }

  return rounds_now_ns () - start;
}

static void
fill (void)
{
  for (int v = 0; v < VOICES; v++) {
    for (int i = 0; i < N_FRAMES; i++)
      clips[v][i] = 0.3f * (float) sin (0.05 * (1 + 0.07 * v) * i) +
                    0.1f * (float) ((i * 31 + v * 17) % 201 - 100) / 100.0f;
    memcpy (carried[v], clips[v], sizeof clips[v]);
    desk_telephone_carry (carried[v], N_FRAMES, DESK_LAW_A);
  }
}

static void
measure_mixing (void)
{
  double plain[ROUNDS], telephone[ROUNDS], filter[ROUNDS];

  for (int i = 0; i < ROUNDS; i++) {
    plain[i] = time_mixer (clips);
    telephone[i] = time_mixer (carried);
    filter[i] = time_filter ();
  }

  const double n_voice_frames = (double) VOICES * N_FRAMES;
  const double wide = rounds_median (plain, ROUNDS) / n_voice_frames;
  const double band = rounds_median (telephone, ROUNDS) / n_voice_frames;
  const double bus = rounds_median (filter, ROUNDS) / n_voice_frames;

  results_add (&(Result){ .what = "64 voices in the telephone band",
                          .unit = "ns a voice and frame",
                          .ours = band,
                          .limit = wide,
                          .limit_is = "the same voices as recorded",
                          .most_ratio = 1.05 });
  results_add (&(Result){ .what = "64 voices in the telephone band",
                          .unit = "ns a voice and frame",
                          .ours = band,
                          .limit = wide + bus,
                          .limit_is = "as recorded, one filter on the sum",
                          .most_ratio = 1.3 });
}

static void
measure_carrying (const char *what, DeskLaw law)
{
  double ns[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    ns[i] = time_carrying (law);
  results_add (&(Result){ .what = what,
                          .unit = "ms a minute of speech",
                          .ours = rounds_median (ns, ROUNDS) / 1e6 * 60 / CLIP_SECONDS });
}

int
main (int argc, char **argv)
{
  results_begin (&argc, argv, "telephone");
  fill ();
  measure_mixing ();
  measure_carrying ("a clip carried ahead of time, A-law", DESK_LAW_A);
  measure_carrying ("a clip carried ahead of time, µ-law", DESK_LAW_MU);
  return results_end ();
}
