/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "audio/speaker.h"

/* For tests beside a private sound server (with-sound-server): its outputs come and go, and what each
 * plays is listened to. */

typedef gboolean (*StagePredicate) (gpointer data);

/* By what waiting is multiplied where programs are watched and slow: $FRONTDESK_TEST_PATIENCE, or 1. */
double stage_patience (void);

/* Runs the main loop, `at_most` times the patience. Seconds until it held; negative: it did not. */
double stage_wait (StagePredicate holds, gpointer data, double at_most);
void stage_run (double seconds);

/* Predicates of a DeskSpeaker. */
gboolean stage_is_playing (gpointer speaker);
gboolean stage_is_lost (gpointer speaker);
gboolean stage_is_silent (gpointer speaker);

/* How like each other two sounds are. Normalised: 1, the same; 0, nothing in common. Silence has
 * nothing in common with anything. */
double stage_likeness (const float *a, const float *b, gsize n);

void stage_pactl (const char *arguments);

/* An output of the server, with a description, and its listener. It plays in steps of 50 ms; other
 * null sinks do so in steps of two seconds unless somebody listens who is in a hurry. */
typedef struct {
  char *id;
  char *path; /* of the recording: raw floats, mono, 48 kHz */
  guint module;
  GSubprocess *listener; /* NULL: none */
} StageSink;

StageSink *stage_sink_new (const char *id, const char *description);

/* One that nobody listens to. */
StageSink *stage_sink_new_unheard (const char *id, const char *description);

/* Listens to one that is there already. */
StageSink *stage_sink_new_for (const char *id);

/* Takes the sink from the server, if it was loaded here. */
void stage_sink_free (StageSink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StageSink, stage_sink_free)

/* How loud a frequency was in the last 0.15 s, 0 to 1. */
double stage_sink_hear (StageSink *self, double hz);

/* Seconds: the longest silence of the last second. */
double stage_sink_get_gap (StageSink *self);

/* Endless, of amplitude 1. */
DeskSound *stage_tone_new (double hz);

int stage_server_pid (void);
void stage_kill_server (void);
void stage_start_server (void);
