/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* What follows from what.
 *
 * Every function here looks at the state and appends events; none changes anything. The events of
 * one decision are applied in their order afterwards, so each is worked out from the state as it
 * was before the first of them. */

#include "engine/decider.h"
#include "engine/dialogue.h"
#include "engine/timer.h"

#define CAN(command) (1u << DESK_COMMAND_##command)

/* Which commands a line obeys in which state. */
static const guint obeys[DESK_N_LINE_STATES] = {
  [DESK_LINE_IDLE] = 0,
  [DESK_LINE_RINGING] = CAN (ANSWER),
  [DESK_LINE_CONNECTED] = CAN (HOLD) | CAN (RELEASE) | CAN (SAY) | CAN (TRANSFER) | CAN (CONSULT),
  [DESK_LINE_HELD] = CAN (RESUME) | CAN (TRANSFER) | CAN (CONSULT),
  [DESK_LINE_CONSULTING] = CAN (SAY) | CAN (COMPLETE) | CAN (CANCEL),
  [DESK_LINE_TRANSFERRING] = CAN (CANCEL),
  [DESK_LINE_RECALL] = CAN (ANSWER),
};

static const DeskReason line_reasons[DESK_N_LINE_STATES] = {
  [DESK_LINE_IDLE] = DESK_REASON_LINE_IDLE,
  [DESK_LINE_RINGING] = DESK_REASON_LINE_RINGING,
  [DESK_LINE_CONNECTED] = DESK_REASON_LINE_CONNECTED,
  [DESK_LINE_HELD] = DESK_REASON_LINE_HELD,
  [DESK_LINE_CONSULTING] = DESK_REASON_LINE_CONSULTING,
  [DESK_LINE_TRANSFERRING] = DESK_REASON_LINE_TRANSFERRING,
  [DESK_LINE_RECALL] = DESK_REASON_LINE_RECALL,
};

/* What is being decided: about which call, where it applies, and the events so far. */
typedef struct {
  const DeskState *state;
  const DeskCall *call;
  const DeskCallState *at; /* of that call */
  DeskEvents *events;
} Turn;

static Turn
turn_of (const DeskState *state, const DeskCall *call, DeskEvents *events)
{
  return (Turn){ state, call, call ? &state->calls[call->index] : NULL, events };
}

static void
emit (const Turn *turn, DeskEvent event)
{
  g_return_if_fail (turn->events->n < DESK_MAX_EVENTS);

  event.t_ms = turn->state->now_ms;
  turn->events->items[turn->events->n++] = event;
}

/* An event about a call on its line. */
static DeskEvent
on_line (const Turn *turn, DeskEventType type)
{
  return (DeskEvent){ .type = type, .call = turn->call, .line = turn->at->line };
}

static void
reject (const Turn *turn, const DeskCommand *command, DeskReason reason)
{
  emit (turn, (DeskEvent){ .type = DESK_EVENT_COMMAND_REJECTED,
                           .command = command->type,
                           .reason = reason,
                           .line = command->line,
                           .call = command->call });
}

static void
caller_is_cut_short (const Turn *turn)
{
  DeskEvent event = on_line (turn, DESK_EVENT_CALLER_DONE);

  if (!turn->at->speaking)
    return;
  event.reply = turn->at->speaking;
  event.cut = TRUE;
  emit (turn, event);
}

static void
caller_speaks (const Turn *turn, const DeskReply *reply)
{
  DeskEvent event = on_line (turn, DESK_EVENT_CALLER_SPEAKS);

  event.reply = reply;
  event.ms = desk_clip_lengths_get (turn->state->lengths, reply);
  emit (turn, event);
}

/* There is one handset: whoever was on it is put on hold when it goes to another line. */
static void
free_handset (const Turn *turn, guint for_line)
{
  guint busy = desk_state_handset (turn->state);
  DeskEvent event;
  Turn other;

  if (busy == 0 || busy == for_line)
    return;
  other = turn_of (turn->state, desk_state_call_on_line (turn->state, busy), turn->events);
  caller_is_cut_short (&other);
  event = on_line (&other, DESK_EVENT_HELD);
  event.again = TRUE;
  emit (turn, event);
}

static void
decide_answer (const Turn *turn)
{
  DeskEvent event = on_line (turn, DESK_EVENT_ANSWERED);

  free_handset (turn, turn->at->line);
  event.ms = turn->state->now_ms - turn->at->since_ms;
  event.again = turn->at->line_state == DESK_LINE_RECALL;
  emit (turn, event);
}

static void
decide_hold (const Turn *turn)
{
  caller_is_cut_short (turn);
  emit (turn, on_line (turn, DESK_EVENT_HELD));
}

static void
decide_resume (const Turn *turn)
{
  DeskEvent event = on_line (turn, DESK_EVENT_RESUMED);

  free_handset (turn, turn->at->line);
  event.ms = turn->at->alone_since_ms < 0 ? 0 : turn->state->now_ms - turn->at->alone_since_ms;
  emit (turn, event);
}

static void
decide_release (const Turn *turn)
{
  caller_is_cut_short (turn);
  emit (turn, on_line (turn, DESK_EVENT_RELEASED));
}

static void
announce (const Turn *turn, const DeskPhrase *phrase)
{
  const DeskPerson *person = turn->at->colleague;
  gboolean refuses = desk_person_refuses_at (person, turn->state->now_ms);
  const DeskReply *reply = refuses ? person->refuses : person->accepts;
  DeskEvent says = on_line (turn, DESK_EVENT_TRAINEE_SAYS);
  DeskEvent answer =
      on_line (turn, refuses ? DESK_EVENT_COLLEAGUE_REFUSES : DESK_EVENT_COLLEAGUE_ACCEPTS);

  says.phrase = phrase;
  emit (turn, says);
  answer.to = person;
  answer.reply = reply;
  answer.ms = reply ? desk_clip_lengths_get (turn->state->lengths, reply) : 0;
  emit (turn, answer);
}

static void
speak_to_caller (const Turn *turn, const DeskPhrase *phrase)
{
  DeskEvent says = on_line (turn, DESK_EVENT_TRAINEE_SAYS);

  caller_is_cut_short (turn);
  says.phrase = phrase;
  emit (turn, says);
  caller_speaks (turn, desk_dialogue_reply (turn->state, turn->call, phrase));
}

static void
decide_say (const Turn *turn, const DeskCommand *command)
{
  gboolean to_colleague = command->phrase->which == DESK_PHRASE_ANNOUNCE;

  if (turn->at->line_state == DESK_LINE_CONNECTED) {
    if (to_colleague)
      reject (turn, command, DESK_REASON_NO_COLLEAGUE);
    else
      speak_to_caller (turn, command->phrase);
  } else if (!to_colleague) {
    reject (turn, command, DESK_REASON_LINE_CONSULTING);
  } else if (turn->at->colleague_state == DESK_COLLEAGUE_RINGING) {
    reject (turn, command, DESK_REASON_COLLEAGUE_NOT_THERE);
  } else {
    announce (turn, command->phrase);
  }
}

static gboolean
is_engaged (const DeskPerson *person, gint64 t_ms)
{
  DeskPresence is = desk_person_presence_at (person, t_ms);

  return is == DESK_PRESENCE_BUSY || is == DESK_PRESENCE_DO_NOT_DISTURB;
}

static void
colleague_is_busy (const Turn *turn, const DeskPerson *to)
{
  DeskEvent event = on_line (turn, DESK_EVENT_COLLEAGUE_BUSY);

  event.to = to;
  emit (turn, event);
}

static void
come_back (const Turn *turn, const DeskPerson *to, DeskCause cause)
{
  DeskEvent event = on_line (turn, DESK_EVENT_RECALL);

  event.to = to;
  event.cause = cause;
  emit (turn, event);
}

/* Hands the caller on unannounced. Whoever would refuse cannot be reached that way. */
static void
transfer_blindly (const Turn *turn, const DeskPerson *to)
{
  DeskEvent event = on_line (turn, DESK_EVENT_TRANSFERRING);

  caller_is_cut_short (turn);
  event.to = to;
  emit (turn, event);
  if (is_engaged (to, turn->state->now_ms) || desk_person_refuses_at (to, turn->state->now_ms)) {
    colleague_is_busy (turn, to);
    come_back (turn, to, DESK_CAUSE_BUSY);
  }
}

static void
decide_consult (const Turn *turn, const DeskPerson *to)
{
  DeskEvent event = on_line (turn, DESK_EVENT_CONSULTING);
  DeskEvent back = on_line (turn, DESK_EVENT_RESUMED);

  free_handset (turn, turn->at->line);
  caller_is_cut_short (turn);
  event.to = to;
  emit (turn, event);
  if (is_engaged (to, turn->state->now_ms)) {
    colleague_is_busy (turn, to);
    back.ms = turn->at->alone_since_ms < 0 ? 0 : turn->state->now_ms - turn->at->alone_since_ms;
    emit (turn, back);
  }
}

static void
decide_complete (const Turn *turn, const DeskCommand *command)
{
  DeskEvent event = on_line (turn, DESK_EVENT_TRANSFERRED);

  switch (turn->at->colleague_state) {
  case DESK_COLLEAGUE_TALKING:
  case DESK_COLLEAGUE_ACCEPTED:
    event.to = turn->at->colleague;
    event.again = TRUE;
    emit (turn, event);
    break;
  case DESK_COLLEAGUE_NONE:
  case DESK_COLLEAGUE_RINGING: transfer_blindly (turn, turn->at->colleague); break;
  case DESK_COLLEAGUE_REFUSED: reject (turn, command, DESK_REASON_COLLEAGUE_REFUSED); break;
  }
}

static void
decide_on_line (const DeskState *state, const DeskCommand *command, DeskEvents *events)
{
  DeskLineState is = desk_state_line (state, command->line);
  Turn turn = turn_of (state, desk_state_call_on_line (state, command->line), events);

  if (!(obeys[is] & (1u << command->type))) {
    reject (&turn, command, line_reasons[is]);
    return;
  }

  switch (command->type) {
  case DESK_COMMAND_ANSWER: decide_answer (&turn); break;
  case DESK_COMMAND_HOLD: decide_hold (&turn); break;
  case DESK_COMMAND_RESUME:
  case DESK_COMMAND_CANCEL: decide_resume (&turn); break;
  case DESK_COMMAND_RELEASE: decide_release (&turn); break;
  case DESK_COMMAND_SAY: decide_say (&turn, command); break;
  case DESK_COMMAND_TRANSFER: transfer_blindly (&turn, command->to); break;
  case DESK_COMMAND_CONSULT: decide_consult (&turn, command->to); break;
  case DESK_COMMAND_COMPLETE: decide_complete (&turn, command); break;
  case DESK_COMMAND_DRAFT:
  case DESK_COMMAND_MESSAGE:
  case DESK_COMMAND_PAUSE:
  case DESK_COMMAND_UNPAUSE:
  case DESK_COMMAND_REPEAT:
  case DESK_COMMAND_GO_ON:
  case DESK_COMMAND_FINISH: g_return_if_reached ();
  }
}

static void
decide_slip (const Turn *turn, const DeskCommand *command)
{
  if (!turn->state->calls[command->call->index].answered)
    reject (turn, command, DESK_REASON_NOT_ANSWERED);
  else if (command->type == DESK_COMMAND_MESSAGE)
    emit (turn, (DeskEvent){ .type = DESK_EVENT_MESSAGE_LOGGED, .call = command->call });
}

static void
decide_pause (const Turn *turn, const DeskCommand *command)
{
  if (!turn->state->may_pause)
    reject (turn, command, DESK_REASON_NO_PAUSE);
  else
    emit (turn, (DeskEvent){ .type = DESK_EVENT_PAUSED });
}

static void
decide_unpause (const Turn *turn, const DeskCommand *command)
{
  if (!turn->state->paused)
    reject (turn, command, DESK_REASON_NOT_PAUSED);
  else
    emit (turn, (DeskEvent){ .type = DESK_EVENT_UNPAUSED });
}

/* The line an arriving call takes: its own, else the lowest free one, else 0. */
static guint
choose_line (const Turn *turn)
{
  const int *lines = turn->state->lines;

  if (turn->call->line > 0 && lines[turn->call->line] < 0)
    return turn->call->line;
  for (guint line = 1; line <= turn->state->scenario->n_lines; line++)
    if (lines[line] < 0)
      return line;
  return 0;
}

static void
decide_repeat (const Turn *turn, const DeskCommand *command)
{
  const guint line = choose_line (turn);

  if (!turn->state->may_repeat) {
    reject (turn, command, DESK_REASON_NO_REPEAT);
  } else if (turn->at->missed_ms < 0) {
    reject (turn, command, DESK_REASON_NOT_MISSED);
  } else if (line == 0) {
    reject (turn, command, DESK_REASON_NO_FREE_LINE);
  } else {
    emit (turn, (DeskEvent){ .type = DESK_EVENT_REPEATED, .call = turn->call });
    emit (turn, (DeskEvent){ .type = DESK_EVENT_RINGING, .call = turn->call, .line = line });
  }
}

static void
decide_finish (const Turn *turn, const DeskCommand *command)
{
  if (turn->state->n_left > 0 && !command->early)
    reject (turn, command, DESK_REASON_CALLS_LEFT);
  else
    emit (turn, (DeskEvent){ .type = DESK_EVENT_FINISHED, .again = turn->state->n_left > 0 });
}

static void
decide_go_on (const Turn *turn, const DeskCommand *command)
{
  emit (turn, (DeskEvent){ .type = DESK_EVENT_INTERRUPTED, .ms = command->away_ms });
}

/* Time stands still in a pause, so only what takes none is obeyed. */
static gboolean
waits_for_unpause (const DeskState *state, const DeskCommand *command)
{
  return state->paused && command->type != DESK_COMMAND_UNPAUSE &&
         command->type != DESK_COMMAND_DRAFT && command->type != DESK_COMMAND_GO_ON &&
         command->type != DESK_COMMAND_FINISH;
}

void
desk_decide (const DeskState *state, const DeskCommand *command, DeskEvents *events)
{
  Turn turn = turn_of (state, command->call, events);

  if (state->finished) {
    reject (&turn, command, DESK_REASON_FINISHED);
    return;
  }
  if (waits_for_unpause (state, command)) {
    reject (&turn, command, DESK_REASON_PAUSED);
    return;
  }

  switch (command->type) {
  case DESK_COMMAND_ANSWER:
  case DESK_COMMAND_HOLD:
  case DESK_COMMAND_RESUME:
  case DESK_COMMAND_RELEASE:
  case DESK_COMMAND_SAY:
  case DESK_COMMAND_TRANSFER:
  case DESK_COMMAND_CONSULT:
  case DESK_COMMAND_COMPLETE:
  case DESK_COMMAND_CANCEL: decide_on_line (state, command, events); break;
  case DESK_COMMAND_DRAFT:
  case DESK_COMMAND_MESSAGE: decide_slip (&turn, command); break;
  case DESK_COMMAND_PAUSE: decide_pause (&turn, command); break;
  case DESK_COMMAND_UNPAUSE: decide_unpause (&turn, command); break;
  case DESK_COMMAND_REPEAT: decide_repeat (&turn, command); break;
  case DESK_COMMAND_GO_ON: decide_go_on (&turn, command); break;
  case DESK_COMMAND_FINISH: decide_finish (&turn, command); break;
  }
}

void
desk_decide_start (const DeskState *state, DeskEvents *events)
{
  Turn turn = turn_of (state, NULL, events);

  emit (&turn, (DeskEvent){ .type = DESK_EVENT_STARTED });
}

static void
call_arrives (const Turn *turn)
{
  gboolean again = turn->at->phase == DESK_CALL_GAVE_UP;
  gint64 moved_ms = again ? 0 : turn->at->due_ms - turn->call->at_ms;
  guint line = choose_line (turn);

  emit (turn,
        (DeskEvent){
            .type = DESK_EVENT_CALL_DUE, .call = turn->call, .again = again, .ms = moved_ms });
  emit (turn, (DeskEvent){ .type = line > 0 ? DESK_EVENT_RINGING : DESK_EVENT_BLOCKED,
                           .call = turn->call,
                           .line = line });
}

static DeskCause
what_tires (DeskLineState is)
{
  switch (is) {
  case DESK_LINE_RINGING: return DESK_CAUSE_RINGING;
  case DESK_LINE_CONNECTED: return DESK_CAUSE_SILENCE;
  case DESK_LINE_HELD:
  case DESK_LINE_CONSULTING:
  case DESK_LINE_TRANSFERRING:
  case DESK_LINE_RECALL: return DESK_CAUSE_HOLD;
  case DESK_LINE_IDLE: break;
  }
  g_return_val_if_reached (DESK_CAUSE_NONE);
}

static void
caller_gives_up (const Turn *turn)
{
  DeskEvent event = on_line (turn, DESK_EVENT_ABANDONED);

  event.cause = what_tires (turn->at->line_state);
  caller_is_cut_short (turn);
  if (event.cause == DESK_CAUSE_HOLD)
    caller_speaks (turn, desk_dialogue_leaving (turn->state, turn->call));
  emit (turn, event);
}

static void
caller_has_spoken (const Turn *turn)
{
  DeskEvent event = on_line (turn, DESK_EVENT_CALLER_DONE);

  event.reply = turn->at->speaking;
  emit (turn, event);
}

static void
caller_prompts (const Turn *turn)
{
  caller_speaks (turn, turn->at->opened ? desk_dialogue_still_there (turn->state, turn->call)
                                        : desk_dialogue_opening (turn->call));
}

static void
reminder_sounds (const Turn *turn)
{
  DeskEvent event = on_line (turn, DESK_EVENT_HOLD_REMINDER);

  event.ms = turn->state->now_ms - turn->at->since_ms;
  emit (turn, event);
}

/* The colleague picks up; or nobody did, and a blind transfer comes back. */
static void
colleague_is_due (const Turn *turn)
{
  const DeskPerson *person = turn->at->colleague;
  DeskEvent event = on_line (turn, DESK_EVENT_COLLEAGUE_ANSWERS);

  event.to = person;
  if (turn->at->line_state == DESK_LINE_CONSULTING) {
    event.reply = person->answer;
    event.ms = person->answer ? desk_clip_lengths_get (turn->state->lengths, person->answer) : 0;
    emit (turn, event);
  } else if (turn->at->colleague_answers_ms == turn->state->now_ms) {
    event.type = DESK_EVENT_TRANSFERRED;
    emit (turn, event);
  } else {
    come_back (turn, person, DESK_CAUSE_NO_ANSWER);
  }
}

void
desk_decide_deadline (const DeskState *state, guint id, DeskEvents *events)
{
  Turn turn = turn_of (state, state->scenario->calls[id / DESK_N_TIMERS], events);

  switch ((DeskTimer) (id % DESK_N_TIMERS)) {
  case DESK_TIMER_DUE: call_arrives (&turn); break;
  case DESK_TIMER_PATIENCE: caller_gives_up (&turn); break;
  case DESK_TIMER_SPEECH: caller_has_spoken (&turn); break;
  case DESK_TIMER_PROMPT: caller_prompts (&turn); break;
  case DESK_TIMER_REMINDER: reminder_sounds (&turn); break;
  case DESK_TIMER_COLLEAGUE: colleague_is_due (&turn); break;
  }
}
