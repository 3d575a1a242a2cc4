/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "audio/ring.h"
#include "audio/tap.h"

/* Mixes mono sounds to stereo in the audio callback: plain C that never waits.
 *
 * Voices gather in two buses, one for each place. A voice has its own gain and pan; the bus has the
 * volume of the place and the ear. Every change of a gain takes DESK_MIXER_SHORTEST_RAMP at least. */

#define DESK_MIXER_RATE 48000
#define DESK_MIXER_VOICES 256
#define DESK_MIXER_CHUNK 256

#define DESK_MS_TO_FRAMES(ms) ((uint32_t) ((ms) * (DESK_MIXER_RATE / 1000)))

/* Below this a fade is heard as a click. */
#define DESK_MIXER_SHORTEST_RAMP DESK_MS_TO_FRAMES (5)

/* A sound as the mixer sees it: immutable while any voice plays it. */
typedef struct {
  const float *samples; /* mono, 48 kHz, -1 to 1 */
  uint32_t n_frames;
  uint32_t
      period; /* frames from one beginning to the next, silence after n_frames; 0: plays once */
} DeskPcm;

/* Where a sound is heard. */
typedef enum {
  DESK_PLACE_HANDSET, /* in the ear: callers, colleagues, ring-back and busy tones */
  DESK_PLACE_CONSOLE, /* from the console: ringer, recall, reminders */
} DeskPlace;

#define DESK_N_PLACES 2

typedef enum {
  DESK_MIXER_START,    /* place, voice, pcm, left, right, ramp, times: at once */
  DESK_MIXER_START_AT, /* the same, at `frame`; at once when that is past */
  DESK_MIXER_STOP,     /* voice, ramp */
  DESK_MIXER_LEVEL,    /* voice, left, right, ramp */
  DESK_MIXER_PLACE,    /* place, left, right, ramp */
  DESK_MIXER_FREEZE,   /* ramp: everything fades and stands still */
  DESK_MIXER_THAW,     /* ramp: and goes on from there */
} DeskMixerCommandType;

/* Main thread to mixer. */
typedef struct {
  uint8_t type;   /* DeskMixerCommandType */
  uint8_t place;  /* DeskPlace */
  uint16_t times; /* how many periods; 0: until stopped */
  uint32_t voice; /* the sender's name for it, never 0 and never used twice */
  float left;     /* gains */
  float right;
  uint32_t ramp;  /* frames the change takes; a START whose sound begins softly needs none */
  uint32_t frame; /* START_AT: the low half of the mixer's frame, less than 12 hours ahead */
  const DeskPcm *pcm;
} DeskMixerCommand;

typedef enum {
  DESK_MIXER_RETIRED, /* voice, pcm, refused: will not be touched again */
  DESK_MIXER_TALLY,   /* frames, limited, playing */
} DeskMixerReportType;

/* Mixer to main thread. */
typedef struct {
  uint16_t type;    /* DeskMixerReportType */
  bool refused;     /* RETIRED: it was never heard, all voices were taken */
  uint32_t voice;   /* RETIRED */
  uint64_t frames;  /* TALLY: mixed since the start */
  uint32_t limited; /* TALLY: of them, how many the limiter touched */
  uint32_t playing; /* TALLY: voices now */
  const DeskPcm *pcm;
} DeskMixerReport;

_Static_assert(sizeof (DeskMixerCommand) == DESK_RING_MESSAGE_SIZE, "a command is one message");
_Static_assert(sizeof (DeskMixerReport) == DESK_RING_MESSAGE_SIZE, "a report is one message");

/* Two gains on their way: left + left_step * frames since the fade began. Counted from its beginning
 * rather than added up, so that it comes out the same however the frames are cut into callbacks. */
typedef struct {
  uint32_t position;
  uint32_t length; /* 0: the gains stand at `left` and `right` */
  float left;
  float left_step;
  float left_to;
  float right;
  float right_step;
  float right_to;
} DeskMixerFade;

typedef struct {
  uint32_t id;
  uint8_t place;
  bool stopping;     /* over at the end of the fade */
  bool over;         /* silent, its report not yet accepted */
  uint32_t delay;    /* frames until it begins */
  uint32_t position; /* in the sound's period */
  uint32_t n_frames;
  uint32_t period; /* n_frames or more */
  uint32_t times;  /* periods left; 0: endless */
  DeskMixerFade fade;
  const float *samples;
  const DeskPcm *pcm;
} DeskMixerVoice;

/* What is heard at one place: the sum of a chunk before, and the gains after. */
typedef struct {
  DeskMixerFade fade;
  _Alignas(64) float left[DESK_MIXER_CHUNK];
  _Alignas(64) float right[DESK_MIXER_CHUNK];
} DeskMixerBus;

/* Everything the audio thread touches lives in here. The owner allocates it 64-byte aligned. */
typedef struct {
  DeskRing commands; /* main thread to mixer */
  DeskRing reports;  /* mixer to main thread */

  _Alignas(64) _Atomic bool running;
  _Atomic uint64_t frames; /* mixed since the start, frozen ones included */
  _Atomic (DeskTap *) tap;
  uint32_t limited;
  uint32_t playing;
  uint32_t tally_due; /* frames until the next tally */

  DeskMixerCommand refusal; /* a START that found no voice and no room to say so; voice 0: none */

  bool freezing;
  DeskMixerFade master;
  DeskMixerBus buses[DESK_N_PLACES];

  uint32_t n_voices;
  DeskMixerVoice voices[DESK_MIXER_VOICES]; /* the first n_voices, in the order of their START */
} DeskMixer;

/* What found no room, since the start: all should stay 0. From any thread. */
typedef struct {
  uint32_t n_commands_refused; /* each was sent again, or told to the sender */
  uint32_t n_reports_refused;  /* each was made again later */
  uint64_t n_tap_lost;         /* frames that the tap had no room for */
} DeskMixerLosses;

void desk_mixer_init (DeskMixer *self);

/* Writes the next `n_frames` of interleaved stereo to `out`; the first of them is of `time_ns` on
 * CLOCK_MONOTONIC, which nobody but the tap is told. Wait-free; one thread at a time is let in, a
 * second one that comes meanwhile writes silence. */
void desk_mixer_run (DeskMixer *self, float *out, uint32_t n_frames, int64_t time_ns);

/* Main thread. False when the ring is full (counted by the ring). */
bool desk_mixer_send (DeskMixer *self, const DeskMixerCommand *command);

/* Main thread. False when there is nothing to tell. */
bool desk_mixer_receive (DeskMixer *self, DeskMixerReport *report);

/* Where a copy of the handset goes, before volume and ear, while nothing is frozen: borrowed, may be
 * NULL. A callback that runs meanwhile may write to the former one once more, so that a tap lives as
 * long as the mixer. From any thread. */
void desk_mixer_set_tap (DeskMixer *self, DeskTap *tap);

/* Frames mixed since the start; from any thread. */
uint64_t desk_mixer_get_frames (DeskMixer *self);

void desk_mixer_get_losses (DeskMixer *self, DeskMixerLosses *losses);
