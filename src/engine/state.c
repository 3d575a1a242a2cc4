/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/decider.h"
#include "engine/timer.h"

static const char *const mode_names[] = {
  [DESK_MODE_PRACTICE] = "practice",
  [DESK_MODE_GUIDED] = "guided",
  [DESK_MODE_EXAM] = "exam",
  [DESK_MODE_SIMULATED] = "simulated",
};

static const char *const line_state_names[DESK_N_LINE_STATES] = {
  [DESK_LINE_IDLE] = "idle",
  [DESK_LINE_RINGING] = "ringing",
  [DESK_LINE_CONNECTED] = "connected",
  [DESK_LINE_HELD] = "held",
  [DESK_LINE_CONSULTING] = "consulting",
  [DESK_LINE_TRANSFERRING] = "transferring",
  [DESK_LINE_RECALL] = "recall",
};

const char *
desk_mode_name (DeskMode mode)
{
  return mode_names[mode];
}

gboolean
desk_mode_from_name (const char *name, DeskMode *mode)
{
  for (guint i = 0; i < G_N_ELEMENTS (mode_names); i++) {
    if (g_str_equal (name, mode_names[i])) {
      *mode = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
desk_line_state_name (DeskLineState state)
{
  return line_state_names[state];
}

gboolean
desk_line_state_rings (DeskLineState state)
{
  return state == DESK_LINE_RINGING || state == DESK_LINE_RECALL;
}

gboolean
desk_line_state_press (DeskLineState state, DeskCommandType *command)
{
  switch (state) {
  case DESK_LINE_RINGING:
  case DESK_LINE_RECALL: *command = DESK_COMMAND_ANSWER; return TRUE;
  case DESK_LINE_HELD: *command = DESK_COMMAND_RESUME; return TRUE;
  case DESK_LINE_IDLE:
  case DESK_LINE_CONNECTED:
  case DESK_LINE_CONSULTING:
  case DESK_LINE_TRANSFERRING: break;
  }
  return FALSE;
}

gboolean
desk_call_state_has_open_slip (const DeskCallState *call)
{
  return !call->logged && call->slip != NULL && !desk_slip_is_blank (call->slip);
}

/* Jitter moves a call by up to a fifth of the gap to the one before, but never before that one nor beyond
 * the end of the shift. */
static void
draw_arrivals (DeskState *state, const DeskRules *rules)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) rules->seed);
  const DeskScenario *scenario = state->scenario;
  gint64 written_before_ms = 0;
  gint64 drawn_before_ms = 0;

  for (guint i = 0; i < scenario->n_calls; i++) {
    gint64 at_ms = scenario->calls[i]->at_ms;
    gint64 due_ms = at_ms;

    if (rules->jittered) {
      gint64 reach_ms = (at_ms - written_before_ms) / 5;

      due_ms += (gint64) (g_rand_double_range (rand, -1.0, 1.0) * (double) reach_ms);
      due_ms = CLAMP (due_ms, drawn_before_ms, MAX (drawn_before_ms, scenario->duration_ms));
    }
    state->calls[i].due_ms = due_ms;
    written_before_ms = at_ms;
    drawn_before_ms = due_ms;
  }
}

DeskState *
desk_state_new (DeskScenario *scenario, DeskClipLengths *lengths, const DeskRules *rules)
{
  DeskState *state = g_new0 (DeskState, 1);

  state->scenario = desk_scenario_ref (scenario);
  state->lengths = desk_clip_lengths_ref (lengths);
  state->mode = rules->mode;
  state->patience_factor = rules->patience_factor;
  state->untimed = rules->untimed;
  state->may_pause = rules->mode != DESK_MODE_EXAM || rules->may_pause;
  state->may_repeat = rules->mode != DESK_MODE_EXAM;
  state->n_left = scenario->n_calls;
  state->calls = g_new0 (DeskCallState, scenario->n_calls);
  for (guint i = 0; i < scenario->n_calls; i++) {
    DeskCallState *call = &state->calls[i];

    call->since_ms = call->alone_since_ms = call->silent_since_ms = call->missed_ms = -1;
    call->colleague_answers_ms = call->message_offered_ms = -1;
  }
  state->lines = g_new (int, scenario->n_lines + 1);
  for (guint line = 0; line <= scenario->n_lines; line++)
    state->lines[line] = -1;
  state->deadlines = desk_deadline_queue_new (scenario->n_calls * DESK_N_TIMERS);
  draw_arrivals (state, rules);
  return state;
}

static void
clear_call (DeskCallState *call)
{
  desk_slip_free (call->slip);
  desk_slip_free (call->logged_slip);
}

void
desk_state_free (DeskState *state)
{
  if (!state)
    return;
  for (guint i = 0; i < state->scenario->n_calls; i++)
    clear_call (&state->calls[i]);
  g_free (state->calls);
  g_free (state->lines);
  desk_deadline_queue_free (state->deadlines);
  desk_clip_lengths_unref (state->lengths);
  desk_scenario_unref (state->scenario);
  g_free (state);
}

const DeskCallState *
desk_state_on_line (const DeskState *state, guint line)
{
  return state->lines[line] < 0 ? NULL : &state->calls[state->lines[line]];
}

const DeskCall *
desk_state_call_on_line (const DeskState *state, guint line)
{
  return state->lines[line] < 0 ? NULL : state->scenario->calls[state->lines[line]];
}

DeskLineState
desk_state_line (const DeskState *state, guint line)
{
  const DeskCallState *call = desk_state_on_line (state, line);

  return call ? call->line_state : DESK_LINE_IDLE;
}

guint
desk_state_handset (const DeskState *state)
{
  for (guint line = 1; line <= state->scenario->n_lines; line++) {
    DeskLineState is = desk_state_line (state, line);

    if (is == DESK_LINE_CONNECTED || is == DESK_LINE_CONSULTING)
      return line;
  }
  return 0;
}

const DeskCall *
desk_state_last_missed (const DeskState *state)
{
  const DeskCall *last = NULL;
  gint64 last_ms = -1;

  for (guint i = 0; i < state->scenario->n_calls; i++) {
    if (state->calls[i].missed_ms > last_ms) {
      last = state->scenario->calls[i];
      last_ms = state->calls[i].missed_ms;
    }
  }
  return last;
}

static gboolean
waits (DeskLineState is)
{
  return desk_line_state_rings (is) || is == DESK_LINE_HELD;
}

guint
desk_state_n_waiting (const DeskState *state)
{
  guint n = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++)
    n += waits (desk_state_line (state, line));
  return n;
}

guint
desk_state_longest_waiting (const DeskState *state)
{
  guint longest = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++)
    if (waits (desk_state_line (state, line)) &&
        (longest == 0 || desk_state_on_line (state, line)->since_ms <
                             desk_state_on_line (state, longest)->since_ms))
      longest = line;
  return longest;
}

gint64
desk_state_longest_wait_ms (const DeskState *state)
{
  guint line = desk_state_longest_waiting (state);

  return line > 0 ? state->now_ms - desk_state_on_line (state, line)->since_ms : 0;
}

guint
desk_state_longest_held (const DeskState *state)
{
  guint longest = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++)
    if (desk_state_line (state, line) == DESK_LINE_HELD &&
        (longest == 0 || desk_state_on_line (state, line)->alone_since_ms <
                             desk_state_on_line (state, longest)->alone_since_ms))
      longest = line;
  return longest;
}

guint
desk_state_next_ringing (const DeskState *state)
{
  guint next = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++) {
    const DeskCall *a = desk_state_call_on_line (state, line);
    const DeskCall *b = next ? desk_state_call_on_line (state, next) : NULL;

    if (!desk_line_state_rings (desk_state_line (state, line)))
      continue;
    if (!b || (a->urgent && !b->urgent) ||
        (a->urgent == b->urgent &&
         desk_state_on_line (state, line)->since_ms < desk_state_on_line (state, next)->since_ms))
      next = line;
  }
  return next;
}
