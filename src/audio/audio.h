/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

#include "audio/device-list.h"
#include "audio/sound-settings.h"
#include "audio/speaker.h"
#include "audio/tap.h"

/* The sound of the program: its outputs and its microphone, as the user's settings say, and as they change.
 * Callers play sounds at a place and need not know which device that is. */

G_BEGIN_DECLS

#define DESK_TYPE_AUDIO (desk_audio_get_type ())
G_DECLARE_FINAL_TYPE (DeskAudio, desk_audio, DESK, AUDIO, GObject)

typedef enum {
  DESK_STREAM_HEADSET,    /* always there */
  DESK_STREAM_RINGER,     /* only while the settings name an output for it */
  DESK_STREAM_MICROPHONE, /* only while it is wanted */
} DeskStreamRole;

#define DESK_N_STREAMS ((guint) DESK_STREAM_MICROPHONE + 1)

/* One of the streams, as it is now. Strings are borrowed until the next "changed". */
typedef struct {
  gboolean wanted;
  DeskOutputState state;
  const char *device; /* name of what is used, for the user; NULL while nothing is */
  const char *notice; /* what the user should know of it, in their language; or NULL */
  DeskOutputMeter meter;
  DeskMixerLosses losses; /* of an output */
} DeskStreamStatus;

/**
 * Signals of DeskAudio:
 *  - "changed" (): the status of a stream is another, or whether everything is frozen
 *  - "over" (guint play): it has fallen silent, by itself or stopped
 */
DeskAudio *desk_audio_new (DeskSoundSettings *settings);

/* Opens the devices, on a thread. Until they are open nothing is heard, but everything else works. */
void desk_audio_start (DeskAudio *self);

/* The speaker of `role`; NULL if it has none of its own, and for the microphone. To send the frames
 * elsewhere, give it another output before desk_audio_start(). */
DeskSpeaker *desk_audio_get_speaker (DeskAudio *self, DeskStreamRole role);

DeskSoundSettings *desk_audio_get_settings (DeskAudio *self);
void desk_audio_get_status (DeskAudio *self, DeskStreamRole role, DeskStreamStatus *status);

/* What the user should know about the outputs, one sentence after another; NULL: nothing. The microphone's
 * notice is in its status. (transfer full) */
char *desk_audio_get_notice (DeskAudio *self);

/* Plays `sound` at `place`. Returns its number for the calls below; 0: it could not be played. For a play
 * that is over, and for 0, they do nothing. The settings decide volume and ear. */
guint desk_audio_play (DeskAudio *self, DeskPlace place, DeskSound *sound, const DeskPlaying *how);
void desk_audio_stop (DeskAudio *self, guint play, guint fade_ms);
void desk_audio_set_gain (DeskAudio *self, guint play, double gain);

/* Everything fades out and stops where it is; later it goes on from there. */
void desk_audio_set_frozen (DeskAudio *self, gboolean frozen);
gboolean desk_audio_get_frozen (DeskAudio *self);

/* The microphone is open while anybody wants it: each TRUE is undone by one FALSE. */
void desk_audio_want_microphone (DeskAudio *self, gboolean wanted);

/* The loudest recent sample, 0 to 1, for meters. Several meters may ask and get the same. */
double desk_audio_get_microphone_level (DeskAudio *self);

/* What is said into the microphone, and what is heard in the handset before volume and ear are applied.
 * They live as long as `self`; one listener each at a time. */
DeskTap *desk_audio_get_microphone_tap (DeskAudio *self);
DeskTap *desk_audio_get_callers_tap (DeskAudio *self);

G_END_DECLS
