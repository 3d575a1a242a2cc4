/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coached-trainee.h"

#define MOST_STEPS 20000

typedef struct {
  DeskSession *session;  /* owned */
  DeskCoachNotes *notes; /* owned */
  const DeskPerson *chosen;
  DeskSlip **slips; /* owned, by call: as they stand on the pad */
  gint64 step_ms;
  const CoachedWatch *watch;
  gboolean looks_on; /* somebody else works */
} Trainee;

static void
on_event (DeskSession *session, const DeskEvent *event, Trainee *self)
{
  const DeskState *state = desk_session_get_state (session);

  desk_coach_notes_observe (self->notes, state, event);
  if (self->watch && self->watch->happened)
    self->watch->happened (event, self->watch->data);
  if (event->type == DESK_EVENT_ANSWERED || event->type == DESK_EVENT_RESUMED ||
      event->type == DESK_EVENT_CONSULTING)
    self->chosen = NULL; /* as the directory forgets */
  if (self->looks_on && self->watch->advised) {
    DeskAdvice advice = desk_coach_advise (state, self->notes, NULL);

    self->watch->advised (state, &advice, self->watch->data);
  }
}

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
write_field (DeskSlip *slip, const DeskCall *call, DeskField field)
{
  g_autofree char *name = g_strjoin (" ", call->caller.given, call->caller.surname, NULL);

  switch (field) {
  case DESK_FIELD_RECIPIENT: set (&slip->to, call->expect.to->id); break;
  case DESK_FIELD_NAME: set (&slip->name, g_strstrip (name)); break;
  case DESK_FIELD_ORGANISATION: set (&slip->organisation, call->caller.organisation); break;
  case DESK_FIELD_PHONE: set (&slip->phone, call->caller.phone); break;
  case DESK_FIELD_TICKS: slip->ticks = call->expect.ticks; break;
  case DESK_FIELD_FACTS: set (&slip->text, call->expect.message); break;
  }
}

static DeskCommand
command_for (Trainee *self, const DeskAdvice *advice)
{
  DeskCommand command = { .line = advice->line, .phrase = advice->phrase };
  DeskSlip *slip = advice->call ? self->slips[advice->call->index] : NULL;

  switch (advice->kind) {
  case DESK_ADVICE_ANSWER: command.type = DESK_COMMAND_ANSWER; break;
  case DESK_ADVICE_RESUME: command.type = DESK_COMMAND_RESUME; break;
  case DESK_ADVICE_SAY: command.type = DESK_COMMAND_SAY; break;
  case DESK_ADVICE_CONSULT:
    command.type = DESK_COMMAND_CONSULT;
    command.to = advice->call->expect.to;
    break;
  case DESK_ADVICE_TRANSFER:
    command.type = DESK_COMMAND_TRANSFER;
    command.to = advice->call->expect.to;
    break;
  case DESK_ADVICE_COMPLETE: command.type = DESK_COMMAND_COMPLETE; break;
  case DESK_ADVICE_CANCEL: command.type = DESK_COMMAND_CANCEL; break;
  case DESK_ADVICE_RELEASE: command.type = DESK_COMMAND_RELEASE; break;
  case DESK_ADVICE_WRITE:
  case DESK_ADVICE_CHECK:
    write_field (slip, advice->call, advice->field);
    command = (DeskCommand){ .type = DESK_COMMAND_DRAFT, .call = advice->call, .slip = slip };
    break;
  case DESK_ADVICE_LOG:
    command = (DeskCommand){ .type = DESK_COMMAND_MESSAGE, .call = advice->call, .slip = slip };
    break;
  case DESK_ADVICE_FINISH: command.type = DESK_COMMAND_FINISH; break;
  case DESK_ADVICE_NONE:
  case DESK_ADVICE_LOOK_UP: g_assert_not_reached ();
  }
  return command;
}

static gboolean
is_writing (const DeskAdvice *advice)
{
  return advice->kind == DESK_ADVICE_WRITE || advice->kind == DESK_ADVICE_CHECK;
}

/* Thinks first, and does only what still is the advice after that. */
static void
follow (Trainee *self, const DeskAdvice *advice)
{
  const DeskState *state = desk_session_get_state (self->session);
  gint64 takes_ms = self->step_ms * (is_writing (advice) ? 3 : 1);
  DeskAdvice still;
  DeskCommand command;

  desk_session_advance (self->session, state->now_ms + takes_ms);
  still = desk_coach_advise (state, self->notes, self->chosen);
  if (!desk_advice_equal (advice, &still))
    return;
  if (advice->kind == DESK_ADVICE_LOOK_UP) {
    self->chosen = advice->call->expect.to;
    return;
  }
  command = command_for (self, advice);
  desk_session_dispatch (self->session, &command, state->now_ms);
}

static void
wait_for_something (Trainee *self)
{
  const DeskState *state = desk_session_get_state (self->session);
  gint64 due_ms = desk_session_next_deadline_ms (self->session);
  gint64 heard_ms = desk_coach_notes_heard_out_ms (self->notes);

  if (heard_ms > state->now_ms && (due_ms < 0 || heard_ms < due_ms))
    due_ms = heard_ms;
  g_assert_cmpint (due_ms, >=, 0);
  desk_session_advance (self->session, due_ms);
}

static void
work (Trainee *self)
{
  const DeskState *state = desk_session_get_state (self->session);
  guint n = 0;

  while (!state->finished) {
    DeskAdvice advice = desk_coach_advise (state, self->notes, self->chosen);
    g_autofree char *words = coached_describe (&advice);

    if (n++ >= MOST_STEPS)
      g_error ("%s comes to no end with “%s”, call %s", state->scenario->id, words,
               advice.call ? advice.call->id : "none");
    if (self->watch && self->watch->advised)
      self->watch->advised (state, &advice, self->watch->data);
    if (advice.kind == DESK_ADVICE_NONE)
      wait_for_something (self);
    else
      follow (self, &advice);
  }
}

static void
begin (Trainee *self, DeskScenario *scenario, DeskRecording **recording)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Sven", DESK_MODE_GUIDED);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();

  *recording = desk_recording_new (header, scenario, lengths);
  self->session = desk_session_new (scenario, lengths, header, journal);
  desk_session_set_recording (self->session, *recording);
  self->notes = desk_coach_notes_new (scenario);
  self->slips = g_new0 (DeskSlip *, scenario->n_calls);
  for (guint i = 0; i < scenario->n_calls; i++)
    self->slips[i] = desk_slip_new ();
  g_signal_connect (self->session, "event", G_CALLBACK (on_event), self);
}

static void
end (Trainee *self)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);

  for (guint i = 0; i < scenario->n_calls; i++)
    desk_slip_free (self->slips[i]);
  g_free (self->slips);
  desk_coach_notes_free (self->notes);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_unref (self->session);
}

DeskRecording *
coached_shift (DeskScenario *scenario, gint64 step_ms, const CoachedWatch *watch)
{
  Trainee self = { .step_ms = step_ms, .watch = watch };
  DeskRecording *recording;

  begin (&self, scenario, &recording);
  g_assert_true (desk_session_start (self.session, NULL));
  work (&self);
  end (&self);
  return recording;
}

void
watched_shift (DeskScenario *scenario, DeskTrainee trainee, const CoachedWatch *watch)
{
  Trainee self = { .watch = watch, .looks_on = TRUE };
  DeskRecording *recording;
  DeskAutopilot *autopilot;

  begin (&self, scenario, &recording);
  autopilot = desk_autopilot_new (trainee, self.session, 7);
  g_assert_true (desk_session_start (self.session, NULL));
  desk_autopilot_run (autopilot);
  desk_autopilot_free (autopilot);
  end (&self);
  desk_recording_free (recording);
}

static const char *const kind_names[DESK_N_ADVICE_KINDS] = {
  "none",     "answer", "resume", "say",   "look-up", "consult", "transfer",
  "complete", "cancel", "write",  "check", "log",     "release", "finish",
};

static const char *const why_names[] = {
  "",           "longest",      "urgent",       "came-back",
  "leaves",     "agreed",       "others",       "away",
  "engaged",    "could-not",    "wrong-person", "displayed",
  "missing-nr", "missing-time", "missing-else", "unreadable",
  "not-one",    "unsaid",       "otherwise",    "after-read-back",
  "mended",     "changed",
};

char *
coached_describe (const DeskAdvice *advice)
{
  GString *words = g_string_new (kind_names[advice->kind]);

  if (advice->kind == DESK_ADVICE_ANSWER || advice->kind == DESK_ADVICE_RESUME)
    g_string_append_printf (words, " %u", advice->line);
  if (advice->phrase)
    g_string_append_printf (words, " %s", advice->phrase->id);
  if (advice->kind == DESK_ADVICE_WRITE || advice->kind == DESK_ADVICE_CHECK)
    g_string_append_printf (words, " %s", desk_field_name (advice->field));
  if (advice->person)
    g_string_append_printf (words, " %s", advice->person->id);
  if (advice->why != DESK_WHY_PLAIN)
    g_string_append_printf (words, " %s", why_names[advice->why]);
  return g_string_free (words, FALSE);
}
