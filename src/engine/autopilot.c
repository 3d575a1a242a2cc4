/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The built-in trainees.
 *
 * A trainee looks at the state, picks the line that most needs attention and takes the next step of that
 * call's plan. Every waiting caller has a deadline: the answer target while ringing, the hold target while
 * on hold. The earliest deadline comes first. The trainee finishes a conversation if that can be done
 * before the earliest deadline, and otherwise asks the caller to hold. At least one step of a plan is done
 * each time a call is taken, or a crowd of callers would be put on hold in turns for ever.
 *
 * Between two steps the session jumps from deadline to deadline. Whatever is due at the moment of a step
 * happens first, as it does with a real trainee. */

#include "engine/autopilot.h"

#include "engine/attention.h"
#include "engine/dialogue.h"

/* The next thing to do. */
typedef struct {
  gint64 at_ms;
  DeskCommand command;
  DeskPlan *advances; /* whose next step this is, or NULL */
  DeskPlan *asks_hold;
} Move;

struct _DeskAutopilot {
  DeskTrainee trainee;
  DeskManner manner;
  DeskSession *session; /* owned */
  GRand *rand;          /* owned */
  DeskPlan **plans;     /* owned, by call; NULL before the answer, and once all of it is done */
  GArray *open;        /* owned, of guint: calls whose plans are not finished, in ascending order */
  gint64 heard_out_ms; /* when the reply now being heard ends */
  gint64 done_ms;      /* when the last step was done */
  double pace;         /* multiplies the time the next step takes; drawn anew for each */
  Move chosen;         /* by desk_autopilot_choose() */
};

static const DeskManner manners[] = {
  [DESK_TRAINEE_IDEAL] = { .asks = TRUE, .reads_back = TRUE, .announces = TRUE },
  [DESK_TRAINEE_STEADY] = { .reaction_ms = 4000,
                            .thought_ms = 1600,
                            .typing_ms = 150,
                            .asks = TRUE,
                            .reads_back = TRUE,
                            .announces = TRUE },
  [DESK_TRAINEE_HURRIED] = { .reaction_ms = 1200,
                             .thought_ms = 250,
                             .typing_ms = 60,
                             .slips = TRUE },
  [DESK_TRAINEE_ABSENT] = { 0 },
};

static const char *const trainee_names[] = {
  [DESK_TRAINEE_IDEAL] = "ideal",
  [DESK_TRAINEE_STEADY] = "steady",
  [DESK_TRAINEE_HURRIED] = "hurried",
  [DESK_TRAINEE_ABSENT] = "absent",
};

const DeskManner *
desk_trainee_manner (DeskTrainee trainee)
{
  return &manners[trainee];
}

const char *
desk_trainee_name (DeskTrainee trainee)
{
  return trainee_names[trainee];
}

gboolean
desk_trainee_from_name (const char *name, DeskTrainee *trainee)
{
  for (guint i = 0; i < G_N_ELEMENTS (trainee_names); i++) {
    if (g_str_equal (name, trainee_names[i])) {
      *trainee = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* People do not work like clockwork. The ideal trainee takes no time at all, so there is nothing to vary. */
static void
draw_pace (DeskAutopilot *self)
{
  self->pace = g_rand_double_range (self->rand, 0.67, 1.33);
}

static gint64
at_pace (const DeskAutopilot *self, gint64 ms)
{
  return (gint64) ((double) ms * self->pace);
}

/* When the trainee has heard the reply out, has finished the last step and has thought for a moment. */
static gint64
ready_ms (const DeskAutopilot *self)
{
  return MAX (self->heard_out_ms, self->done_ms) + at_pace (self, self->manner.thought_ms);
}

static void
fall_back (DeskAutopilot *self, const DeskCall *call)
{
  desk_plan_fall_back (self->plans[call->index], desk_session_get_scenario (self->session),
                       &self->manner);
}

/* Enters `call` in `open`, which stays sorted. */
static void
open_plan (DeskAutopilot *self, guint call)
{
  guint at = self->open->len;

  while (at > 0 && g_array_index (self->open, guint, at - 1) > call)
    at--;
  if (at == 0 || g_array_index (self->open, guint, at - 1) != call)
    g_array_insert_val (self->open, at, call);
}

static void
on_session_event (DeskSession *session, const DeskEvent *event, gpointer data)
{
  DeskAutopilot *self = data;
  const DeskState *state = desk_session_get_state (session);

  switch (event->type) {
  case DESK_EVENT_ANSWERED: {
    DeskPlan **plan = &self->plans[event->call->index];

    if (!event->again || !*plan) {
      desk_plan_free (*plan);
      *plan = desk_plan_new (state->scenario, event->call, &self->manner, event->t_ms);
    }
    (*plan)->taken = (*plan)->next;
    open_plan (self, event->call->index);
    break;
  }
  case DESK_EVENT_CALLER_SPEAKS:
    if (desk_state_handset (state) == event->line && !desk_dialogue_is_prompt (event->reply))
      self->heard_out_ms = event->t_ms + event->ms;
    break;
  case DESK_EVENT_CONSULTING:
    if (desk_person_presence_at (event->to, event->t_ms) == DESK_PRESENCE_AWAY)
      fall_back (self, event->call);
    break;
  case DESK_EVENT_COLLEAGUE_REFUSES:
  case DESK_EVENT_COLLEAGUE_BUSY:
    fall_back (self, event->call);
    self->heard_out_ms = event->t_ms + event->ms;
    break;
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS: self->heard_out_ms = event->t_ms + event->ms; break;
  case DESK_EVENT_RECALL:
    if (event->cause == DESK_CAUSE_NO_ANSWER)
      fall_back (self, event->call);
    break;
  case DESK_EVENT_HELD:
    self->plans[event->call->index]->may_hold = FALSE;
    self->heard_out_ms = event->t_ms;
    break;
  case DESK_EVENT_RESUMED:
    self->plans[event->call->index]->taken = self->plans[event->call->index]->next;
    self->heard_out_ms = event->t_ms;
    break;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_TRANSFERRING:
  case DESK_EVENT_TRANSFERRED:
  case DESK_EVENT_ABANDONED:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
}

DeskAutopilot *
desk_autopilot_new (DeskTrainee trainee, DeskSession *session, gint64 seed)
{
  DeskAutopilot *self = g_new0 (DeskAutopilot, 1);

  self->trainee = trainee;
  self->manner = manners[trainee];
  self->session = g_object_ref (session);
  self->rand = g_rand_new_with_seed ((guint32) seed);
  self->plans = g_new0 (DeskPlan *, desk_session_get_scenario (session)->n_calls);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  draw_pace (self);
  desk_session_set_follower (session, on_session_event, self);
  return self;
}

void
desk_autopilot_free (DeskAutopilot *self)
{
  if (!self)
    return;
  for (guint i = 0; i < desk_session_get_scenario (self->session)->n_calls; i++)
    desk_plan_free (self->plans[i]);
  g_free (self->plans);
  g_array_unref (self->open);
  desk_session_set_follower (self->session, NULL, NULL);
  g_object_unref (self->session);
  g_rand_free (self->rand);
  g_free (self);
}

static gboolean
take_line (DeskAutopilot *self, guint line, Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);
  const DeskCallState *at = desk_state_on_line (state, line);
  gboolean held = at->line_state == DESK_LINE_HELD;

  move->command.type = held ? DESK_COMMAND_RESUME : DESK_COMMAND_ANSWER;
  move->command.line = line;
  move->at_ms = ready_ms (self);
  if (!held)
    move->at_ms = MAX (move->at_ms, at->since_ms + at_pace (self, self->manner.reaction_ms));
  return TRUE;
}

static gboolean
take_step (DeskAutopilot *self, guint line, DeskPlan *plan, Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);
  const DeskCallState *at = &state->calls[plan->call->index];
  const DeskStep *step = desk_plan_next (plan);
  DeskCommand *command = &move->command;

  if (!step)
    return FALSE;

  move->advances = plan;
  move->at_ms = ready_ms (self);
  command->line = line;
  switch (step->type) {
  case DESK_STEP_SAY:
    command->type = DESK_COMMAND_SAY;
    command->phrase = step->phrase;
    break;
  case DESK_STEP_DRAFT:
  case DESK_STEP_LOG:
    command->type = step->type == DESK_STEP_LOG ? DESK_COMMAND_MESSAGE : DESK_COMMAND_DRAFT;
    command->line = 0;
    command->call = plan->call;
    command->slip = plan->slip;
    if (step->type == DESK_STEP_DRAFT)
      move->at_ms += at_pace (self, self->manner.typing_ms) * (gint64) strlen (plan->slip->text);
    break;
  case DESK_STEP_TRANSFER:
  case DESK_STEP_CONSULT:
    command->type = step->type == DESK_STEP_CONSULT ? DESK_COMMAND_CONSULT : DESK_COMMAND_TRANSFER;
    command->to = step->to;
    break;
  case DESK_STEP_ANNOUNCE:
    command->type = DESK_COMMAND_SAY;
    command->phrase = step->phrase;
    return at->colleague_state == DESK_COLLEAGUE_TALKING;
  case DESK_STEP_COMPLETE:
    command->type = DESK_COMMAND_COMPLETE;
    return at->colleague_state == DESK_COLLEAGUE_ACCEPTED;
  case DESK_STEP_RELEASE: command->type = DESK_COMMAND_RELEASE; break;
  }
  return TRUE;
}

static gboolean
ask_to_hold (DeskAutopilot *self, guint line, DeskPlan *plan, Move *move)
{
  move->command.type = DESK_COMMAND_SAY;
  move->command.line = line;
  move->command.phrase = desk_session_get_scenario (self->session)->phrases[DESK_PHRASE_ASK_HOLD];
  move->at_ms = ready_ms (self);
  move->asks_hold = plan;
  return TRUE;
}

static gint64
left_ms (const DeskAutopilot *self, const DeskPlan *plan)
{
  const DeskState *state = desk_session_get_state (self->session);

  return desk_plan_remaining_ms (plan, state->scenario, state->lengths, &self->manner);
}

static gboolean
go_on_talking (DeskAutopilot *self, guint line, Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);
  const DeskCall *call = desk_state_call_on_line (state, line);
  const DeskCallState *at = desk_state_on_line (state, line);
  DeskPlan *plan = self->plans[call->index];
  gint64 free_ms = MAX (MAX (self->heard_out_ms, self->done_ms), state->now_ms);
  gint64 until_ms = 0;
  guint pressing = desk_attention_first (state, &until_ms);

  /* The colleague cannot take the call: go back to the caller. */
  if (at->line_state == DESK_LINE_CONSULTING &&
      (at->colleague_state == DESK_COLLEAGUE_REFUSED ||
       (at->colleague_state == DESK_COLLEAGUE_RINGING && at->colleague_answers_ms < 0))) {
    move->command = (DeskCommand){ .type = DESK_COMMAND_CANCEL, .line = line };
    move->at_ms = ready_ms (self);
    return TRUE;
  }
  if (at->line_state == DESK_LINE_CONNECTED && pressing && plan->next > plan->taken &&
      free_ms + left_ms (self, plan) > until_ms) {
    /* Answering or resuming the other line puts this caller on hold. */
    if (plan->may_hold || !self->manner.asks)
      return take_line (self, pressing, move);
    if (!desk_call_find_reply (call, "hold_no"))
      return ask_to_hold (self, line, plan, move);
  }
  return take_step (self, line, plan, move);
}

/* A call that has ended needs nothing more, unless its slip is still to be logged. */
static gboolean
is_over (const DeskState *state, const DeskPlan *plan)
{
  const DeskStep *step = desk_plan_next (plan);

  return state->calls[plan->call->index].phase == DESK_CALL_ENDED &&
         (step == NULL || step->type != DESK_STEP_LOG);
}

/* Logs a slip that was left until after the call. Finished plans are dropped as they are met: looking at
 * all of them each time would make a long shift quadratic. */
static gboolean
catch_up (DeskAutopilot *self, Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);
  guint i = 0;

  while (i < self->open->len) {
    const guint call = g_array_index (self->open, guint, i);
    DeskPlan *plan = self->plans[call];

    if (is_over (state, plan)) {
      g_array_remove_index (self->open, i);
      g_clear_pointer (&self->plans[call], desk_plan_free);
    } else if (state->calls[call].phase == DESK_CALL_ENDED)
      return take_step (self, 0, plan, move);
    else
      i++;
  }
  return FALSE;
}

static gboolean
finish (DeskAutopilot *self, Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);

  move->command.type = DESK_COMMAND_FINISH;
  move->command.early = state->n_left > 0;
  move->at_ms = MAX (state->now_ms, self->done_ms);
  return state->n_left == 0 || desk_session_next_deadline_ms (self->session) < 0;
}

static gboolean
choose_move (DeskAutopilot *self, Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);
  guint line = desk_state_handset (state);
  gint64 until_ms = 0;
  guint pressing;

  if (self->trainee == DESK_TRAINEE_ABSENT)
    return finish (self, move);
  if (line > 0)
    return go_on_talking (self, line, move);
  if (catch_up (self, move))
    return TRUE;
  pressing = desk_attention_first (state, &until_ms);
  if (pressing > 0)
    return take_line (self, pressing, move);
  return finish (self, move);
}

/* The plan advances before the session obeys, so that a plan which falls back in response starts from the step
 * after this one. */
static void
take_move (DeskAutopilot *self, const Move *move, gint64 now_ms)
{
  if (move->advances)
    move->advances->next++;
  if (move->asks_hold)
    move->asks_hold->may_hold = TRUE;
  self->done_ms = now_ms;
  draw_pace (self);
}

static void
make_move (DeskAutopilot *self, const Move *move)
{
  const DeskState *state = desk_session_get_state (self->session);
  gint64 now_ms = MAX (move->at_ms, state->now_ms);

  take_move (self, move, now_ms);
  desk_session_dispatch (self->session, &move->command, now_ms);
}

gboolean
desk_autopilot_choose (DeskAutopilot *self, DeskCommand *command, gint64 *at_ms)
{
  self->chosen = (Move){ 0 };
  if (!choose_move (self, &self->chosen))
    return FALSE;
  *command = self->chosen.command;
  *at_ms = self->chosen.at_ms;
  return TRUE;
}

void
desk_autopilot_take (DeskAutopilot *self, gint64 now_ms)
{
  take_move (self, &self->chosen, now_ms);
}

void
desk_autopilot_run (DeskAutopilot *self)
{
  const DeskState *state = desk_session_get_state (self->session);

  while (!state->finished) {
    Move move = { 0 };
    gboolean moves = choose_move (self, &move);
    gint64 due_ms = desk_session_next_deadline_ms (self->session);

    if (moves && (due_ms < 0 || move.at_ms < due_ms))
      make_move (self, &move);
    else if (due_ms >= 0)
      desk_session_advance (self->session, due_ms);
    else
      g_return_if_reached ();
  }
}
