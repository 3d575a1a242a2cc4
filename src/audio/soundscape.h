/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* What the trainee should be hearing: the whole rule, apart from how it is done. */

G_BEGIN_DECLS

/* The console's own loudspeaker. */
typedef enum {
  DESK_CONSOLE_QUIET,
  DESK_CONSOLE_RINGS,          /* a call comes in, the handset is free */
  DESK_CONSOLE_RINGS_URGENTLY, /* an urgent one is among them */
  DESK_CONSOLE_RECALLS,        /* a call came back, the handset is free */
  DESK_CONSOLE_CALL_WAITS,     /* any of these, during a talk: discreetly */
} DeskConsole;

/* Whose line is in the ear: it has a level and a noise of its own. */
typedef enum {
  DESK_PARTY_NOBODY,
  DESK_PARTY_CALLER,
  DESK_PARTY_COLLEAGUE, /* also while their telephone still rings */
} DeskParty;

/* Whoever speaks in the handset, caller or colleague. */
typedef enum {
  DESK_VOICE_STOPS,
  DESK_VOICE_GOES_ON, /* if it spoke */
  DESK_VOICE_STARTS,  /* with `reply`, from its beginning */
} DeskVoice;

/* Once, now. */
typedef enum {
  DESK_CUE_NONE,
  DESK_CUE_BUSY,       /* in the handset: the colleague's line is taken */
  DESK_CUE_CONGESTION, /* in the handset: the colleague lets nobody through */
  DESK_CUE_ENDS,       /* the handset went on to something else: neither sounds any more */
  DESK_CUE_REMINDER,   /* from the console: somebody has been on hold for long */
} DeskCue;

typedef struct {
  gboolean frozen; /* paused: everything stands still, and goes on later */
  DeskConsole console;
  gboolean ringback;        /* in the handset: a colleague's telephone rings */
  const DeskCall *rung_for; /* with `ringback`: the caller who is to speak to them; else NULL */
  DeskParty party;
  const DeskCall *call; /* on the line that the handset is on; NULL: on none */
  DeskVoice voice;
  const DeskReply *reply;
  DeskCue cue;
} DeskSoundscape;

/* `event` is what led to `state`; NULL: nothing new, for a player that joins a session. Pure. */
DeskSoundscape desk_soundscape_of (const DeskState *state, const DeskEvent *event);

G_END_DECLS
