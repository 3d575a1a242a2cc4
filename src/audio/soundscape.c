/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/soundscape.h"

static guint
count_lines (const DeskState *state, DeskLineState is)
{
  guint n = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++)
    n += desk_state_line (state, line) == is;

  return n;
}

static DeskConsole
console_of (const DeskState *state, guint handset)
{
  gboolean ringing = count_lines (state, DESK_LINE_RINGING) > 0;

  if (!ringing && count_lines (state, DESK_LINE_RECALL) == 0)
    return DESK_CONSOLE_QUIET;
  if (handset != 0)
    return DESK_CONSOLE_CALL_WAITS;

  return ringing ? DESK_CONSOLE_RINGS : DESK_CONSOLE_RECALLS;
}

/* A colleague is heard ringing by who consults them; of a blind transfer only while the ear is free. */
static gboolean
is_ringing_back (const DeskState *state, guint handset)
{
  if (handset == 0)
    return count_lines (state, DESK_LINE_TRANSFERRING) > 0;

  return desk_state_line (state, handset) == DESK_LINE_CONSULTING &&
         desk_state_on_line (state, handset)->colleague_state == DESK_COLLEAGUE_RINGING;
}

static gboolean
is_caller_heard (const DeskCallState *call, const DeskEvent *event)
{
  gboolean has_ended = event != NULL && event->type == DESK_EVENT_CALLER_DONE &&
                       event->line == call->line && !event->cut;

  /* One who has finished by themselves may have a last few milliseconds to go. */
  return call->speaking != NULL || has_ended;
}

static gboolean
is_colleague_heard (const DeskCallState *call)
{
  return call->colleague_state == DESK_COLLEAGUE_TALKING ||
         call->colleague_state == DESK_COLLEAGUE_ACCEPTED ||
         call->colleague_state == DESK_COLLEAGUE_REFUSED;
}

/* The reply that begins with `event` on the handset's line, or NULL. */
static const DeskReply *
beginning (DeskLineState line_state, guint handset, const DeskEvent *event)
{
  if (event == NULL || event->line != handset)
    return NULL;
  if (event->type == DESK_EVENT_CALLER_SPEAKS)
    return line_state == DESK_LINE_CONNECTED ? event->reply : NULL;
  if (event->type == DESK_EVENT_COLLEAGUE_ANSWERS || event->type == DESK_EVENT_COLLEAGUE_ACCEPTS ||
      event->type == DESK_EVENT_COLLEAGUE_REFUSES)
    return line_state == DESK_LINE_CONSULTING ? event->reply : NULL;

  return NULL;
}

static DeskVoice
voice_of (const DeskState *state, guint handset, const DeskEvent *event, const DeskReply **reply)
{
  if (handset == 0)
    return DESK_VOICE_STOPS;

  const DeskCallState *call = desk_state_on_line (state, handset);
  gboolean heard;

  *reply = beginning (call->line_state, handset, event);
  if (*reply != NULL)
    return DESK_VOICE_STARTS;

  heard = call->line_state == DESK_LINE_CONNECTED ? is_caller_heard (call, event)
                                                  : is_colleague_heard (call);
  return heard ? DESK_VOICE_GOES_ON : DESK_VOICE_STOPS;
}

static DeskCue
cue_of (const DeskEvent *event)
{
  if (event == NULL)
    return DESK_CUE_NONE;
  if (event->type == DESK_EVENT_COLLEAGUE_BUSY)
    return DESK_CUE_BUSY;
  if (event->type == DESK_EVENT_HOLD_REMINDER)
    return DESK_CUE_REMINDER;

  return DESK_CUE_NONE;
}

DeskSoundscape
desk_soundscape_of (const DeskState *state, const DeskEvent *event)
{
  DeskSoundscape scape = { .frozen = state->paused };

  if (state->finished)
    return scape;

  guint handset = desk_state_handset (state);

  scape.console = console_of (state, handset);
  scape.ringback = is_ringing_back (state, handset);
  scape.voice = voice_of (state, handset, event, &scape.reply);
  scape.cue = cue_of (event);
  return scape;
}
