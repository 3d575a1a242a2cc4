/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* What the trainee should be hearing: the rules, not how it is done. */

G_BEGIN_DECLS

/* The console's own loudspeaker. */
typedef enum {
  DESK_CONSOLE_QUIET,
  DESK_CONSOLE_RINGS,          /* a call comes in, the handset is free */
  DESK_CONSOLE_RINGS_URGENTLY, /* an urgent one is among them */
  DESK_CONSOLE_RECALLS,        /* a call came back, the handset is free */
  DESK_CONSOLE_CALL_WAITS,     /* any of these during a conversation: discreetly */
} DeskConsole;

/* Whose line is in the handset: each has its own level and noise. */
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

/* Played once, now. */
typedef enum {
  DESK_CUE_NONE,
  DESK_CUE_BUSY,       /* in the handset: the colleague's line is taken */
  DESK_CUE_CONGESTION, /* in the handset: the colleague does not take calls */
  DESK_CUE_ENDS,       /* the handset has moved on: stop both */
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

/* What is heard in `state`, to which `event` led; NULL: nothing new, for a player that joins a session. A
 * pure function. */
DeskSoundscape desk_soundscape_of (const DeskState *state, const DeskEvent *event);

G_END_DECLS
