/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "audio/ring.h"

/* Mixes mono sounds to stereo in the audio callback: plain C that never waits. */

#define DESK_MIXER_RATE 48000
#define DESK_MIXER_VOICES 64
#define DESK_MIXER_CHUNK 256

#define DESK_MS_TO_FRAMES(ms) ((uint32_t) ((ms) * (DESK_MIXER_RATE / 1000)))

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
  DESK_MIXER_START,  /* voice, pcm, left, right, ramp, times */
  DESK_MIXER_STOP,   /* voice, ramp */
  DESK_MIXER_LEVEL,  /* voice, left, right, ramp */
  DESK_MIXER_FREEZE, /* ramp: everything fades and stands still */
  DESK_MIXER_THAW,   /* ramp: and goes on from there */
} DeskMixerCommandType;

/* Main thread to mixer. */
typedef struct {
  uint16_t type;  /* DeskMixerCommandType */
  uint16_t times; /* how many periods; 0: until stopped */
  uint32_t voice; /* the sender's name for it, never 0 and never used twice */
  float left;     /* gains */
  float right;
  uint32_t ramp; /* frames the change takes */
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

/* A gain on its way: from + step * frames since the ramp began. Counted from its beginning rather
 * than added up, so that it comes out the same however the frames are cut into callbacks. */
typedef struct {
  float from;
  float step;
  float to;
} DeskMixerRamp;

typedef struct {
  uint32_t id;       /* 0: free */
  uint32_t position; /* in the sound's period */
  uint32_t ramp_position;
  uint32_t ramp_length; /* 0: the gains stand at `from` */
  uint32_t times;       /* periods left; 0: endless */
  bool stopping;        /* retires at the end of the ramp */
  bool over;            /* silent, its report not yet accepted */
  DeskMixerRamp left;
  DeskMixerRamp right;
  const DeskPcm *pcm;
} DeskMixerVoice;

/* Everything the audio thread touches lives in here. The owner allocates it 64-byte aligned. */
typedef struct {
  DeskRing commands; /* main thread to mixer */
  DeskRing reports;  /* mixer to main thread */

  _Alignas(64) _Atomic bool running;
  _Atomic uint64_t frames; /* mixed since the start, frozen ones included */
  uint32_t limited;
  uint32_t playing;
  uint32_t tally_due; /* frames until the next tally */

  DeskMixerCommand refusal; /* a START that found no voice and no room to say so; voice 0: none */

  bool freezing;
  uint32_t master_position;
  uint32_t master_length;
  DeskMixerRamp master;

  DeskMixerVoice voices[DESK_MIXER_VOICES];
  _Alignas(64) float left[DESK_MIXER_CHUNK];
  _Alignas(64) float right[DESK_MIXER_CHUNK];
} DeskMixer;

void desk_mixer_init (DeskMixer *self);

/* Writes the next `n_frames` of interleaved stereo to `out`. Wait-free; one thread at a time is let
 * in, a second one that comes meanwhile writes silence. */
void desk_mixer_run (DeskMixer *self, float *out, uint32_t n_frames);

/* Main thread. False when the ring is full (counted by the ring). */
bool desk_mixer_send (DeskMixer *self, const DeskMixerCommand *command);

/* Main thread. False when there is nothing to tell. */
bool desk_mixer_receive (DeskMixer *self, DeskMixerReport *report);

/* Frames mixed since the start; from any thread. */
uint64_t desk_mixer_get_frames (DeskMixer *self);
