/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/mixer.h"

#include <glib.h>

/* The mixer driven by hand: commands in, frames out, no device. The first frame is of second 1 by its
 * clock. */

#define RATE 48000
#define SECOND G_GINT64_CONSTANT (1000000000)

static const guint callback_sizes[] = { 1, 7, 64, 100, 255, 256, 257, 480, 1000, 3000 };

typedef struct {
  DeskMixer *mixer;
  GArray *left; /* of floats: all that came out */
  GArray *right;
} Deck;

Deck *deck_new (void);
void deck_free (Deck *deck);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deck, deck_free)

/* As a device would, `callback` frames at a time. */
void deck_run (Deck *deck, guint n_frames, guint callback);

float left_at (Deck *deck, guint n);
float right_at (Deck *deck, guint n);

/* Between two frames of the left channel. */
float greatest_step (Deck *deck, guint from, guint to);

/* `ramp`: in frames. */
void start (Deck *deck,
            guint32 voice,
            const DeskPcm *pcm,
            float left,
            float right,
            guint ramp,
            guint times);
void command (Deck *deck, DeskMixerCommandType type, guint32 voice, float level, guint ramp);

/* Takes the reports out and returns how many voices retired; `last` is the latest of them. */
guint collect_retired (Deck *deck, DeskMixerReport *last);

DeskPcm pcm_constant (float value, guint n_frames);
DeskPcm pcm_sine (double frequency, float amplitude, guint n_frames);
void pcm_clear (DeskPcm *pcm);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskPcm, pcm_clear)
