/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

#include "audio/output.h"
#include "audio/sound.h"

/* The mixer, the sounds it plays and its output. */

G_BEGIN_DECLS

#define DESK_TYPE_SPEAKER (desk_speaker_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpeaker, desk_speaker, DESK, SPEAKER, GObject)

/**
 * Signals of DeskSpeaker:
 *  - "changed" (): the output's state, device or notice is another
 *  - "over" (guint voice): a voice has fallen silent, by itself or stopped
 */
DeskSpeaker *desk_speaker_new (void);

/* Plays through `output` (transfer full) from now on and starts it; it must have been made for
 * desk_speaker_get_mixer(). What is playing goes on. Until then nothing is heard. */
void desk_speaker_take_output (DeskSpeaker *self, DeskOutput *output);
DeskMixer *desk_speaker_get_mixer (DeskSpeaker *self);

/* As the output has them. The device and the notice are NULL where there is none. */
DeskOutputState desk_speaker_get_state (DeskSpeaker *self);
const char *desk_speaker_get_device (DeskSpeaker *self);
const char *desk_speaker_get_notice (DeskSpeaker *self);
void desk_speaker_measure (DeskSpeaker *self, DeskOutputMeter *meter);

/* What found no room: numbers that should stay 0. */
void desk_speaker_get_losses (DeskSpeaker *self, DeskMixerLosses *losses);

/* The next frame: the clock of `at_frame`. Without an output it stands still while nothing plays. */
guint64 desk_speaker_get_frames (DeskSpeaker *self);

typedef struct {
  DeskPlace place;
  double gain;
  double pan;       /* within its place: -1 left, 0 middle, 1 right */
  guint times;      /* periods of a repeating sound; 0: until stopped */
  guint fade_ms;    /* length of the fade-in; 0: the sound begins softly by itself */
  guint64 at_frame; /* of desk_speaker_get_frames(), when it begins; 0, or past: at once */
} DeskPlaying;

/* Returns the voice; 0: the sound could not be played. */
guint desk_speaker_play (DeskSpeaker *self, DeskSound *sound, const DeskPlaying *how);

/* For a voice that is over, and for 0, these do nothing. */
void desk_speaker_stop (DeskSpeaker *self, guint voice, guint fade_ms);
void desk_speaker_set_level (DeskSpeaker *self, guint voice, double gain, double pan);

/* Volume and side of everything heard at a place; at first 1, in the middle. */
void desk_speaker_set_place_level (DeskSpeaker *self, DeskPlace place, double gain, double pan);

/* Everything fades out and stops where it is; later it goes on from there. */
void desk_speaker_set_frozen (DeskSpeaker *self, gboolean frozen);

/* Where a copy of the handset goes, before volume and side are applied: borrowed, outlives the speaker; or
 * NULL. Without an output the blocks come up to half a second late, and none while nothing plays; their
 * times are right all the same. */
void desk_speaker_set_tap (DeskSpeaker *self, DeskTap *tap);

G_END_DECLS
