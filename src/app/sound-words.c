/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-words.h"

#include <glib/gi18n-lib.h>

static const char *
words_of_console (DeskConsole console)
{
  switch (console) {
  case DESK_CONSOLE_QUIET: break;
  case DESK_CONSOLE_RINGS: return _ ("[The telephone rings]");
  case DESK_CONSOLE_RINGS_URGENTLY: return _ ("[The telephone rings urgently]");
  case DESK_CONSOLE_RECALLS: return _ ("[A softer ring: a call came back]");
  case DESK_CONSOLE_CALL_WAITS: return _ ("[Two short pips: a call is waiting]");
  }
  return NULL;
}

static const char *
words_of_cue (DeskCue cue)
{
  switch (cue) {
  case DESK_CUE_NONE:
  case DESK_CUE_ENDS: break;
  case DESK_CUE_BUSY: return _ ("[Busy tone]");
  case DESK_CUE_CONGESTION: return _ ("[Congestion tone]");
  case DESK_CUE_REMINDER:
    return _ ("[Two rising notes: somebody has been on hold for a long time]");
  }
  return NULL;
}

/* The console rings on with each further call, and each is told of. */
const char *
desk_sound_words (const DeskSoundscape *before,
                  const DeskSoundscape *now,
                  const DeskEvent *event,
                  const DeskCall **about)
{
  *about = event->call;
  if (now->cue != DESK_CUE_NONE && now->cue != DESK_CUE_ENDS)
    return words_of_cue (now->cue);
  if (event->type == DESK_EVENT_RINGING || event->type == DESK_EVENT_RECALL)
    return words_of_console (now->console);
  if (!now->ringback || before->ringback)
    return NULL;
  *about = now->rung_for; /* who hangs up on another call hears it again */
  return _ ("[Ringing tone]");
}
