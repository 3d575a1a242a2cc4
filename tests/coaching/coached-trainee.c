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
} Trainee;

static void
on_event (DeskSession *session, const DeskEvent *event, Trainee *self)
{
  desk_coach_notes_observe (self->notes, desk_session_get_state (session), event);
  if (event->type == DESK_EVENT_ANSWERED || event->type == DESK_EVENT_RESUMED ||
      event->type == DESK_EVENT_CONSULTING)
    self->chosen = NULL; /* as the directory forgets */
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
work (Trainee *self, CoachedWatch watch, gpointer data)
{
  const DeskState *state = desk_session_get_state (self->session);
  guint n = 0;

  while (!state->finished) {
    DeskAdvice advice = desk_coach_advise (state, self->notes, self->chosen);

    g_assert_cmpuint (n++, <, MOST_STEPS);
    if (watch)
      watch (state, &advice, data);
    if (advice.kind == DESK_ADVICE_NONE)
      wait_for_something (self);
    else
      follow (self, &advice);
  }
}

DeskRecording *
coached_shift (DeskScenario *scenario, gint64 step_ms, CoachedWatch watch, gpointer data)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Sven", DESK_MODE_GUIDED);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (GError) error = NULL;
  DeskRecording *recording = desk_recording_new (header, scenario, lengths);
  Trainee self = { .step_ms = step_ms };

  self.session = desk_session_new (scenario, lengths, header, journal);
  desk_session_set_recording (self.session, recording);
  self.notes = desk_coach_notes_new (scenario);
  self.slips = g_new0 (DeskSlip *, scenario->n_calls);
  for (guint i = 0; i < scenario->n_calls; i++)
    self.slips[i] = desk_slip_new ();
  g_signal_connect (self.session, "event", G_CALLBACK (on_event), &self);
  g_assert_true (desk_session_start (self.session, &error));
  work (&self, watch, data);
  for (guint i = 0; i < scenario->n_calls; i++)
    desk_slip_free (self.slips[i]);
  g_free (self.slips);
  desk_coach_notes_free (self.notes);
  g_object_unref (self.session);
  return recording;
}
