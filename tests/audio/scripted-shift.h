/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/player.h"
#include "engine/session.h"

/* A shift that is worked by a script in real time and played through everything there is, down to a
 * sound server: for tests that look for its voices in what comes of it. */

#define SCRIPT_RATE 48000 /* of the voices */
#define SCRIPT_MOST_CLIPS 8
#define SCRIPT_CHIRP_HZ 820 /* of the console: no voice has it */

/* A reply, by its key, and the clip that is made for it: `ms` of a voice of its own. */
typedef struct {
  const char *key;
  const char *file;
  guint ms;
} ScriptClip;

typedef struct {
  gint64 at_ms; /* of the session */
  DeskCommandType type;
  guint line;
  const char *phrase; /* or NULL, as the next */
  const char *to;
} ScriptAct;

typedef struct {
  char *folder; /* owned, as all below: of the scenario, with the user's settings beside it */
  DeskScenario *scenario;
  DeskClipLengths *lengths;
  DeskJournal *journal; /* NULL before the start, as the next two */
  DeskSession *session;
  DeskPlayer *player;
  DeskAudio *audio; /* NULL before it is opened */

  const ScriptClip *clips; /* borrowed */
  guint n_clips;
  float *voices[SCRIPT_MOST_CLIPS];

  gint64 start_us; /* the monotonic clock at session time 0, less the pauses since */
  gint64 said_ms[SCRIPT_MOST_CLIPS]; /* by the journal; -1: not said */
} ScriptedShift;

/* `yaml`, whose clips these are. */
void
scripted_shift_init (ScriptedShift *self, const char *yaml, const ScriptClip *clips, guint n_clips);

/* Opens the sound at full volume, and waits until it plays. */
void scripted_shift_open_audio (ScriptedShift *self, double latency_ms);

/* Session time runs from now on. Takes `journal`. */
void scripted_shift_start (ScriptedShift *self, DeskJournal *journal);

/* Waits until it is due and does it, which the session must allow. */
void scripted_shift_act (ScriptedShift *self, const ScriptAct *act);

/* A pause of so long, now. */
void scripted_shift_pause (ScriptedShift *self, guint ms);

void scripted_shift_clear (ScriptedShift *self);

/* Lets the main loop run until the monotonic clock is there. */
void script_wait_until_us (gint64 time_us);

typedef struct {
  gsize at;         /* frame */
  double likeness;  /* there */
  double elsewhere; /* the greatest, 10 ms or more from there */
} ScriptFind;

/* Where in `n_heard` frames at `rate`, a multiple of 8000, the `n` frames of `voice` are. */
ScriptFind script_find (const float *heard, gsize n_heard, const float *voice, gsize n, guint rate);

/* To `rate`, of which SCRIPT_RATE is a multiple: what is below 3 kHz stays what it is. (transfer
 * full) */
float *script_thin (const float *samples, gsize n, guint from_rate, guint rate);

/* The condition; says what was not so where it does not hold. For what is heard in real time: a busy
 * machine makes holes in it that are not the program's. */
gboolean script_holds (gboolean condition, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The whole of a test program with one test, at `path`, run by with-sound-server: `work` works a shift
 * and says whether everything was heard whole and in time. It has three chances. Where none was good and
 * the machine was shown to be late in each, the test is skipped: nobody can tell whose fault it was. */
int script_run_test (int argc, char **argv, const char *path, gboolean (*work) (void));
