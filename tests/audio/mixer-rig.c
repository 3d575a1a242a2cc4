/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "mixer-rig.h"

#include <math.h>

Deck *
deck_new (void)
{
  Deck *deck = g_new0 (Deck, 1);

  deck->mixer = g_aligned_alloc0 (1, sizeof (DeskMixer), 64);
  desk_mixer_init (deck->mixer);
  deck->left = g_array_new (FALSE, FALSE, sizeof (float));
  deck->right = g_array_new (FALSE, FALSE, sizeof (float));
  return deck;
}

void
deck_free (Deck *deck)
{
  g_aligned_free (deck->mixer);
  g_array_unref (deck->left);
  g_array_unref (deck->right);
  g_free (deck);
}

void
deck_run (Deck *deck, guint n_frames, guint callback)
{
  g_autofree float *out = g_new (float, 2 * callback);

  while (n_frames > 0) {
    guint n = MIN (n_frames, callback);

    desk_mixer_run (deck->mixer, out, n, SECOND + (gint64) deck->left->len * SECOND / RATE);
    for (guint i = 0; i < n; i++) {
      g_array_append_val (deck->left, out[2 * i]);
      g_array_append_val (deck->right, out[2 * i + 1]);
    }
    n_frames -= n;
  }
}

float
left_at (Deck *deck, guint n)
{
  g_assert_cmpuint (n, <, deck->left->len);
  return g_array_index (deck->left, float, n);
}

float
right_at (Deck *deck, guint n)
{
  return g_array_index (deck->right, float, n);
}

float
greatest_step (Deck *deck, guint from, guint to)
{
  float greatest = 0;

  for (guint i = MAX (from, 1); i < to; i++)
    greatest = MAX (greatest, fabsf (left_at (deck, i) - left_at (deck, i - 1)));

  return greatest;
}

void
start (
    Deck *deck, guint32 voice, const DeskPcm *pcm, float left, float right, guint ramp, guint times)
{
  DeskMixerCommand command = { .type = DESK_MIXER_START,
                               .times = (guint16) times,
                               .voice = voice,
                               .left = left,
                               .right = right,
                               .ramp = ramp,
                               .pcm = pcm };

  g_assert_true (desk_mixer_send (deck->mixer, &command));
}

void
command (Deck *deck, DeskMixerCommandType type, guint32 voice, float level, guint ramp)
{
  DeskMixerCommand message = {
    .type = (guint16) type, .voice = voice, .left = level, .right = level, .ramp = ramp
  };

  g_assert_true (desk_mixer_send (deck->mixer, &message));
}

guint
collect_retired (Deck *deck, DeskMixerReport *last)
{
  DeskMixerReport report = { 0 };
  guint n = 0;

  while (desk_mixer_receive (deck->mixer, &report))
    if (report.type == DESK_MIXER_RETIRED) {
      *last = report;
      n++;
    }

  return n;
}

DeskPcm
pcm_constant (float value, guint n_frames)
{
  float *samples = g_new (float, n_frames);

  for (guint i = 0; i < n_frames; i++)
    samples[i] = value;

  return (DeskPcm){ .samples = samples, .n_frames = n_frames };
}

DeskPcm
pcm_sine (double frequency, float amplitude, guint n_frames)
{
  float *samples = g_new (float, n_frames);

  for (guint i = 0; i < n_frames; i++)
    samples[i] = amplitude * (float) sin (2 * G_PI * frequency * i / RATE);

  return (DeskPcm){ .samples = samples, .n_frames = n_frames };
}

void
pcm_clear (DeskPcm *pcm)
{
  g_free ((float *) pcm->samples);
}
