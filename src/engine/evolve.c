/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* What each event changes.
 *
 * An event carries everything its change needs, so that applying a journal's events to a fresh
 * state gives the state in which the next command was decided. Timers are set and cleared here
 * and nowhere else. */

#include "engine/decider.h"
#include "engine/dialogue.h"
#include "engine/timer.h"

/* The console's timeouts (DESIGN, "The telephone"). */
#define RECALL_AFTER_MS 20000
#define REMINDER_AFTER_MS 60000
#define REMINDER_EVERY_MS 30000

/* The call that an event is about. */
typedef struct {
  DeskState *state;
  const DeskCall *call;
  DeskCallState *at;
} Subject;

static void
set_timer (const Subject *of, DeskTimer timer, gint64 due_ms)
{
  desk_deadline_queue_set (of->state->deadlines, desk_timer_id (of->call->index, timer), due_ms);
}

static void
clear_timer (const Subject *of, DeskTimer timer)
{
  desk_deadline_queue_clear (of->state->deadlines, desk_timer_id (of->call->index, timer));
}

static void
be_patient (const Subject *of, gint64 since_ms, gint64 patience_ms)
{
  double limit_ms = (double) patience_ms * of->state->patience_factor;

  if (of->state->untimed)
    clear_timer (of, DESK_TIMER_PATIENCE);
  else
    set_timer (of, DESK_TIMER_PATIENCE, since_ms + (gint64) limit_ms);
}

static void
enter (const Subject *of, DeskLineState line_state)
{
  of->at->line_state = line_state;
  of->at->since_ms = of->state->now_ms;
}

/* Nobody speaks from now on: the caller's patience with silence begins anew. */
static void
fall_silent (const Subject *of)
{
  gint64 now_ms = of->state->now_ms;

  of->at->silent_since_ms = now_ms;
  be_patient (of, now_ms, of->call->patience_silence_ms);
  if (of->at->opened)
    set_timer (of, DESK_TIMER_PROMPT, now_ms + DESK_STILL_THERE_AFTER_MS);
}

static void
stop_talking (const Subject *of)
{
  of->at->speaking = NULL;
  of->at->silent_since_ms = -1;
  clear_timer (of, DESK_TIMER_SPEECH);
  clear_timer (of, DESK_TIMER_PROMPT);
  clear_timer (of, DESK_TIMER_PATIENCE);
}

/* The caller is left waiting. The wait is one wait, however it goes on through hold, consultation, transfer
 * and recall. */
static void
leave_alone (const Subject *of)
{
  stop_talking (of);
  if (of->at->alone_since_ms < 0)
    of->at->alone_since_ms = of->state->now_ms;
  be_patient (of, of->at->alone_since_ms, of->call->patience_hold_ms);
}

static void
forget_colleague (const Subject *of)
{
  of->at->colleague = NULL;
  of->at->colleague_state = DESK_COLLEAGUE_NONE;
  of->at->colleague_answers_ms = -1;
  clear_timer (of, DESK_TIMER_COLLEAGUE);
}

static void
clear_line (const Subject *of)
{
  stop_talking (of);
  forget_colleague (of);
  clear_timer (of, DESK_TIMER_REMINDER);
  of->state->lines[of->at->line] = -1;
  of->at->line = 0;
  of->at->alone_since_ms = -1;
  enter (of, DESK_LINE_IDLE);
}

static void
end_call (const Subject *of)
{
  of->at->phase = DESK_CALL_ENDED;
  of->state->n_left--;
}

static void
evolve_started (DeskState *state)
{
  state->started = TRUE;
  for (guint i = 0; i < state->scenario->n_calls; i++)
    desk_deadline_queue_set (state->deadlines, desk_timer_id (i, DESK_TIMER_DUE),
                             state->calls[i].due_ms);
}

static void
evolve_ringing (const Subject *of, const DeskEvent *event)
{
  of->at->called_back = of->at->phase == DESK_CALL_GAVE_UP;
  of->at->phase = DESK_CALL_LIVE;
  of->at->missed_ms = -1;
  of->at->line = event->line;
  of->state->lines[event->line] = (int) of->call->index;
  enter (of, DESK_LINE_RINGING);
  be_patient (of, of->state->now_ms, of->call->patience_ringing_ms);
}

/* Caller and trainee are connected: after an answer, or when the caller was taken back. */
static void
evolve_connected (const Subject *of)
{
  clear_timer (of, DESK_TIMER_REMINDER);
  forget_colleague (of);
  of->at->alone_since_ms = -1;
  of->at->asked_to_hold = FALSE;
  enter (of, DESK_LINE_CONNECTED);
  fall_silent (of);
  if (!of->at->opened)
    set_timer (of, DESK_TIMER_PROMPT, of->state->now_ms + DESK_OPENING_AFTER_MS);
}

static void
evolve_answered (const Subject *of, const DeskEvent *event)
{
  if (!event->again)
    of->at->opened = FALSE;
  of->at->answered = TRUE;
  evolve_connected (of);
}

static void
evolve_caller_speaks (const Subject *of, const DeskEvent *event)
{
  gint64 until_ms = of->state->now_ms + event->ms;

  of->at->speaking = event->reply;
  set_timer (of, DESK_TIMER_SPEECH, until_ms);

  if (desk_dialogue_is_prompt (event->reply)) {
    set_timer (of, DESK_TIMER_PROMPT,
               MAX (of->state->now_ms + DESK_STILL_THERE_AFTER_MS, until_ms));
    return;
  }

  of->at->last_reply = event->reply;
  of->at->silent_since_ms = until_ms;
  if (event->reply == desk_dialogue_opening (of->call))
    of->at->opened = TRUE;
  clear_timer (of, DESK_TIMER_PATIENCE);
  if (of->at->opened)
    clear_timer (of, DESK_TIMER_PROMPT);
  else
    set_timer (of, DESK_TIMER_PROMPT, MAX (of->at->since_ms + DESK_OPENING_AFTER_MS, until_ms));
}

static void
evolve_caller_done (const Subject *of, const DeskEvent *event)
{
  of->at->speaking = NULL;
  clear_timer (of, DESK_TIMER_SPEECH);
  if (!desk_dialogue_is_prompt (event->reply))
    fall_silent (of);
}

static void
evolve_held (const Subject *of)
{
  forget_colleague (of);
  leave_alone (of);
  enter (of, DESK_LINE_HELD);
  set_timer (of, DESK_TIMER_REMINDER, of->state->now_ms + REMINDER_AFTER_MS);
}

static void
ring_colleague (const Subject *of, const DeskPerson *person)
{
  of->at->colleague = person;
  of->at->colleague_state = DESK_COLLEAGUE_RINGING;
  of->at->colleague_answers_ms = -1;
  if (desk_person_presence_at (person, of->state->now_ms) == DESK_PRESENCE_AVAILABLE)
    of->at->colleague_answers_ms = of->state->now_ms + person->answers_after_ms;
}

static void
evolve_consulting (const Subject *of, const DeskEvent *event)
{
  leave_alone (of);
  clear_timer (of, DESK_TIMER_REMINDER);
  enter (of, DESK_LINE_CONSULTING);
  ring_colleague (of, event->to);
  if (of->at->colleague_answers_ms >= 0)
    set_timer (of, DESK_TIMER_COLLEAGUE, of->at->colleague_answers_ms);
  else
    clear_timer (of, DESK_TIMER_COLLEAGUE);
}

/* A transfer that began as a consultation goes on ringing the same colleague. */
static void
evolve_transferring (const Subject *of, const DeskEvent *event)
{
  gint64 back_ms = of->state->now_ms + RECALL_AFTER_MS;
  gint64 answers_ms;

  leave_alone (of);
  clear_timer (of, DESK_TIMER_REMINDER);
  if (of->at->line_state != DESK_LINE_CONSULTING)
    ring_colleague (of, event->to);
  enter (of, DESK_LINE_TRANSFERRING);
  answers_ms = of->at->colleague_answers_ms;
  set_timer (of, DESK_TIMER_COLLEAGUE,
             answers_ms >= 0 && answers_ms <= back_ms ? answers_ms : back_ms);
}

static void
evolve_recall (const Subject *of)
{
  clear_timer (of, DESK_TIMER_COLLEAGUE);
  of->at->colleague_answers_ms = -1;
  of->at->colleague_state = DESK_COLLEAGUE_NONE;
  enter (of, DESK_LINE_RECALL);
}

static void
evolve_ended (const Subject *of)
{
  clear_line (of);
  end_call (of);
}

static void
evolve_abandoned (const Subject *of)
{
  gboolean calls_back = of->call->calls_back_after_ms >= 0 && !of->at->called_back;

  clear_line (of);
  of->at->missed_ms = of->state->now_ms;
  if (calls_back) {
    of->at->phase = DESK_CALL_GAVE_UP;
    set_timer (of, DESK_TIMER_DUE, of->state->now_ms + of->call->calls_back_after_ms);
  } else {
    end_call (of);
  }
}

/* A missed caller rings again because the trainee wished it, and no longer rings back unasked. */
static void
evolve_repeated (const Subject *of)
{
  if (of->at->phase == DESK_CALL_ENDED)
    of->state->n_left++;
  of->at->phase = DESK_CALL_GAVE_UP;
  clear_timer (of, DESK_TIMER_DUE);
}

/* A phrase breaks the silence; a reply, where there is one, follows as its own event. */
static void
evolve_trainee_says (const Subject *of, const DeskEvent *event)
{
  if (of->at->line_state == DESK_LINE_CONNECTED)
    fall_silent (of);
  if (event->phrase->which == DESK_PHRASE_ASK_HOLD)
    of->at->asked_to_hold = TRUE;
  if (event->phrase->which == DESK_PHRASE_OFFER_MESSAGE && of->at->message_offered_ms < 0)
    of->at->message_offered_ms = of->state->now_ms;
}

static void
keep (DeskSlip **place, const DeskSlip *slip)
{
  desk_slip_free (*place);
  *place = desk_slip_share (slip);
}

/* desk_evolve_slip() has just stored the slip that is logged. */
static void
evolve_logged (const Subject *of)
{
  of->at->logged = TRUE;
  if (of->at->slip != NULL)
    keep (&of->at->logged_slip, of->at->slip);
}

static void
evolve_on_call (const Subject *of, const DeskEvent *event)
{
  switch (event->type) {
  case DESK_EVENT_CALL_DUE: clear_timer (of, DESK_TIMER_DUE); break;
  case DESK_EVENT_RINGING: evolve_ringing (of, event); break;
  case DESK_EVENT_ANSWERED: evolve_answered (of, event); break;
  case DESK_EVENT_CALLER_SPEAKS: evolve_caller_speaks (of, event); break;
  case DESK_EVENT_CALLER_DONE: evolve_caller_done (of, event); break;
  case DESK_EVENT_TRAINEE_SAYS: evolve_trainee_says (of, event); break;
  case DESK_EVENT_HELD: evolve_held (of); break;
  case DESK_EVENT_HOLD_REMINDER:
    set_timer (of, DESK_TIMER_REMINDER, of->state->now_ms + REMINDER_EVERY_MS);
    break;
  case DESK_EVENT_RESUMED: evolve_connected (of); break;
  case DESK_EVENT_CONSULTING: evolve_consulting (of, event); break;
  case DESK_EVENT_COLLEAGUE_ANSWERS:
    clear_timer (of, DESK_TIMER_COLLEAGUE);
    of->at->colleague_state = DESK_COLLEAGUE_TALKING;
    break;
  case DESK_EVENT_COLLEAGUE_ACCEPTS: of->at->colleague_state = DESK_COLLEAGUE_ACCEPTED; break;
  case DESK_EVENT_COLLEAGUE_REFUSES: of->at->colleague_state = DESK_COLLEAGUE_REFUSED; break;
  case DESK_EVENT_TRANSFERRING: evolve_transferring (of, event); break;
  case DESK_EVENT_RECALL: evolve_recall (of); break;
  case DESK_EVENT_ABANDONED: evolve_abandoned (of); break;
  case DESK_EVENT_TRANSFERRED:
    of->at->message_offered_ms = -1;
    evolve_ended (of);
    break;
  case DESK_EVENT_RELEASED: evolve_ended (of); break;
  case DESK_EVENT_BLOCKED:
    of->at->missed_ms = of->state->now_ms;
    end_call (of);
    break;
  case DESK_EVENT_REPEATED: evolve_repeated (of); break;
  case DESK_EVENT_MESSAGE_LOGGED: evolve_logged (of); break;
  case DESK_EVENT_COLLEAGUE_BUSY:
  case DESK_EVENT_COMMAND_REJECTED: break;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: g_return_if_reached ();
  }
}

void
desk_evolve (DeskState *state, const DeskEvent *event)
{
  state->now_ms = event->t_ms;

  if (event->type == DESK_EVENT_STARTED) {
    evolve_started (state);
  } else if (event->type == DESK_EVENT_PAUSED || event->type == DESK_EVENT_UNPAUSED) {
    state->paused = event->type == DESK_EVENT_PAUSED;
  } else if (event->type == DESK_EVENT_FINISHED) {
    state->finished = TRUE;
  } else if (event->call) {
    Subject of = { state, event->call, &state->calls[event->call->index] };

    evolve_on_call (&of, event);
  }
}

void
desk_evolve_slip (DeskState *state, const DeskCall *call, const DeskSlip *slip)
{
  Subject of = { state, call, &state->calls[call->index] };

  keep (&of.at->slip, slip);
  if (of.at->line_state == DESK_LINE_CONNECTED && of.at->silent_since_ms <= state->now_ms)
    fall_silent (&of);
}
