/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/soundscape.h"

/* Several events may come of one command, at the same moment and one by one. None of them may start a
 * sound that the next one takes back: it could be heard for a callback. Two such pairs exist. Whoever
 * answers another line puts the talk on hold first, and the console must not ring out in between; and
 * a colleague who is engaged is never heard ringing. */

typedef struct {
  const DeskState *state;
  const DeskEvent *event; /* or NULL */
  guint handset;          /* the line it is on, or 0 */
  gboolean in_use;        /* the handset is on a line, or on its way to one */
} Scene;

static gboolean
is_event (const Scene *scene, DeskEventType type)
{
  return scene->event != NULL && scene->event->type == type;
}

static guint
count_lines (const DeskState *state, DeskLineState is)
{
  guint n = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++)
    n += desk_state_line (state, line) == is;

  return n;
}

static DeskConsole
console_of (const Scene *scene)
{
  const guint first = desk_state_next_ringing (scene->state);

  if (first == 0)
    return DESK_CONSOLE_QUIET;
  if (scene->in_use)
    return DESK_CONSOLE_CALL_WAITS;
  if (count_lines (scene->state, DESK_LINE_RINGING) == 0)
    return DESK_CONSOLE_RECALLS;

  return desk_state_call_on_line (scene->state, first)->urgent ? DESK_CONSOLE_RINGS_URGENTLY
                                                               : DESK_CONSOLE_RINGS;
}

/* Whether the colleague's telephone rings at all: that of somebody engaged does not, and one who
 * would refuse cannot be reached without being asked. */
static gboolean
is_being_rung (const DeskCallState *call)
{
  const DeskPerson *person = call->colleague;
  const DeskPresence is = desk_person_presence_at (person, call->since_ms);

  if (call->colleague_state != DESK_COLLEAGUE_RINGING)
    return FALSE;
  if (is == DESK_PRESENCE_BUSY || is == DESK_PRESENCE_DO_NOT_DISTURB)
    return FALSE;

  return call->line_state == DESK_LINE_CONSULTING ||
         !desk_person_refuses_at (person, call->since_ms);
}

/* A colleague's ringing is heard by whoever consults them; for a blind transfer only while the ear is
 * free. */
static const DeskCall *
rung_for (const Scene *scene)
{
  const DeskLineState heard = scene->in_use ? DESK_LINE_CONSULTING : DESK_LINE_TRANSFERRING;

  for (guint line = 1; line <= scene->state->scenario->n_lines; line++)
    if (desk_state_line (scene->state, line) == heard &&
        is_being_rung (desk_state_on_line (scene->state, line)))
      return desk_state_call_on_line (scene->state, line);

  return NULL;
}

static DeskParty
party_of (const Scene *scene)
{
  if (scene->handset == 0)
    return DESK_PARTY_NOBODY;

  return desk_state_line (scene->state, scene->handset) == DESK_LINE_CONSULTING
             ? DESK_PARTY_COLLEAGUE
             : DESK_PARTY_CALLER;
}

static gboolean
is_caller_heard (const Scene *scene, const DeskCallState *call)
{
  gboolean has_ended = is_event (scene, DESK_EVENT_CALLER_DONE) &&
                       scene->event->line == call->line && !scene->event->cut;

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

/* The reply that begins with the event on the handset's line, or NULL. */
static const DeskReply *
beginning (const Scene *scene, DeskLineState line_state)
{
  const DeskEvent *event = scene->event;

  if (event == NULL || event->line != scene->handset)
    return NULL;
  if (event->type == DESK_EVENT_CALLER_SPEAKS)
    return line_state == DESK_LINE_CONNECTED ? event->reply : NULL;
  if (event->type == DESK_EVENT_COLLEAGUE_ANSWERS || event->type == DESK_EVENT_COLLEAGUE_ACCEPTS ||
      event->type == DESK_EVENT_COLLEAGUE_REFUSES)
    return line_state == DESK_LINE_CONSULTING ? event->reply : NULL;

  return NULL;
}

static DeskVoice
voice_of (const Scene *scene, const DeskReply **reply)
{
  if (scene->handset == 0)
    return DESK_VOICE_STOPS;

  const DeskCallState *call = desk_state_on_line (scene->state, scene->handset);
  gboolean heard;

  *reply = beginning (scene, call->line_state);
  if (*reply != NULL)
    return DESK_VOICE_STARTS;

  heard = call->line_state == DESK_LINE_CONNECTED ? is_caller_heard (scene, call)
                                                  : is_colleague_heard (call);
  return heard ? DESK_VOICE_GOES_ON : DESK_VOICE_STOPS;
}

/* A colleague who does not want to be disturbed is not on the telephone: the tone heard is that for "no way
 * through". */
static DeskCue
refusal_of (const DeskEvent *event)
{
  return desk_person_presence_at (event->to, event->t_ms) == DESK_PRESENCE_DO_NOT_DISTURB
             ? DESK_CUE_CONGESTION
             : DESK_CUE_BUSY;
}

static DeskCue
cue_of (const DeskEvent *event)
{
  if (event == NULL)
    return DESK_CUE_NONE;

  switch (event->type) {
  case DESK_EVENT_COLLEAGUE_BUSY: return refusal_of (event);
  case DESK_EVENT_HOLD_REMINDER: return DESK_CUE_REMINDER;
  case DESK_EVENT_ANSWERED:
  case DESK_EVENT_RESUMED:
  case DESK_EVENT_HELD:
  case DESK_EVENT_CONSULTING:
  case DESK_EVENT_TRANSFERRING:
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_FINISHED: return DESK_CUE_ENDS;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
  case DESK_EVENT_COLLEAGUE_REFUSES:
  case DESK_EVENT_TRANSFERRED:
  case DESK_EVENT_RECALL:
  case DESK_EVENT_ABANDONED:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED: break;
  }

  return DESK_CUE_NONE;
}

DeskSoundscape
desk_soundscape_of (const DeskState *state, const DeskEvent *event)
{
  DeskSoundscape scape = { .frozen = state->paused, .cue = cue_of (event) };
  Scene scene = { .state = state, .event = event };

  if (state->finished)
    return scape;

  scene.handset = desk_state_handset (state);
  scene.in_use = scene.handset != 0 || (is_event (&scene, DESK_EVENT_HELD) && event->again);

  scape.console = console_of (&scene);
  scape.rung_for = rung_for (&scene);
  scape.ringback = scape.rung_for != NULL;
  scape.party = party_of (&scene);
  scape.call = scene.handset == 0 ? NULL : desk_state_call_on_line (state, scene.handset);
  scape.voice = voice_of (&scene, &scape.reply);
  return scape;
}
