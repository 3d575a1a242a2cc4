/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/mixer.h"
#include "audio/realtime.h"
#include "audio/sound-system.h"

/* Where the mixer's frames go: an interface with a few implementations. */

G_BEGIN_DECLS

typedef enum {
  DESK_OUTPUT_OPENING,
  DESK_OUTPUT_PLAYING,
  DESK_OUTPUT_LOST,   /* it played and went away; it is being looked for */
  DESK_OUTPUT_SILENT, /* there is none */
} DeskOutputState;

/* What the callbacks have seen since the output was made. */
typedef struct {
  guint64 n_callbacks;
  guint64 n_frames;
  guint64 n_underruns; /* the device ran dry */
  guint64 n_late;      /* callbacks that came later than the device's buffer lasts */
  double latency_ms;   /* as the device reports it; 0 while there is none */
  DeskRealtime realtime;
} DeskOutputMeter;

typedef struct _DeskOutput DeskOutput;

typedef struct {
  void (*start) (DeskOutput *self);
  void (*measure) (DeskOutput *self, DeskOutputMeter *meter);
  void (*destroy) (DeskOutput *self);
} DeskOutputImpl;

typedef void (*DeskOutputFunc) (DeskOutput *output, gpointer user_data);

/* The common head of every output; all of it belongs to the main thread. */
struct _DeskOutput {
  const DeskOutputImpl *impl;
  DeskMixer *mixer; /* borrowed: outlives the output */
  DeskOutputState state;
  char *device; /* owned: the name of what plays; NULL while nothing does */
  char *notice; /* owned: for the user, what is not as it should be; NULL while all is */
  DeskOutputFunc changed;
  gpointer changed_data;
};

/* For implementations. */
void desk_output_init (DeskOutput *self, const DeskOutputImpl *impl, DeskMixer *mixer);
void desk_output_finish (DeskOutput *self);
void desk_output_change (DeskOutput *self,
                         DeskOutputState state,
                         const char *device,
                         const char *notice);

/* `changed` is called on the main thread after each change of state. */
void desk_output_listen (DeskOutput *self, DeskOutputFunc changed, gpointer user_data);

/* Returns at once; the state tells what came of it. */
void desk_output_start (DeskOutput *self);
void desk_output_measure (DeskOutput *self, DeskOutputMeter *meter);

/* Afterwards nobody runs the mixer. `self` may be NULL. */
void desk_output_destroy (DeskOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOutput, desk_output_destroy)

/* Plays nowhere and says why, in the user's language. */
DeskOutput *desk_output_silent_new (DeskMixer *mixer, const char *notice);

/* The default latency: the lowest that PulseAudio's ALSA plug-in handles well. With real-time scheduling it
 * holds on a busy machine (docs/audio.md, "Latency"). If real-time scheduling is not granted, this default
 * becomes ORDINARY. */
#define DESK_OUTPUT_DEFAULT_LATENCY_MS 10
#define DESK_OUTPUT_ORDINARY_LATENCY_MS 30
#define DESK_OUTPUT_FRAMES 256

/* Plays through PortAudio. `device_id`: a DeskDevice's id or name; NULL: the system's default, also when
 * that changes. While the wanted device is missing the default plays, and the notice says so. `latency_ms`
 * is what is requested from the device: less responds faster, more crackles less. */
DeskOutput *desk_output_portaudio_new (DeskSoundSystem *system,
                                       DeskMixer *mixer,
                                       const char *device_id,
                                       double latency_ms);

/* Switches an output made by desk_output_portaudio_new() to another device or latency. What is playing goes
 * on. */
void desk_output_portaudio_change (DeskOutput *output, const char *device_id, double latency_ms);

G_END_DECLS
