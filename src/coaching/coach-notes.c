/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-notes.h"

#include "engine/dialogue.h"

struct _DeskCoachNotes {
  const DeskScenario *scenario; /* borrowed */
  DeskCallNotes *calls;         /* owned, by DeskCall.index */
  gint64 heard_out_ms;
};

DeskCoachNotes *
desk_coach_notes_new (const DeskScenario *scenario)
{
  DeskCoachNotes *self = g_new0 (DeskCoachNotes, 1);

  self->scenario = scenario;
  self->calls = g_new0 (DeskCallNotes, scenario->n_calls);
  for (guint i = 0; i < scenario->n_calls; i++) {
    self->calls[i].said = g_ptr_array_new ();
    self->calls[i].heard = g_ptr_array_new ();
    self->calls[i].waived = g_hash_table_new (NULL, NULL);
  }
  return self;
}

static void
forget_slips (DeskCallNotes *notes)
{
  g_clear_pointer (&notes->read_back, desk_slip_free);
  g_clear_pointer (&notes->logged, desk_slip_free);
}

void
desk_coach_notes_free (DeskCoachNotes *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->scenario->n_calls; i++) {
    g_ptr_array_unref (self->calls[i].said);
    g_ptr_array_unref (self->calls[i].heard);
    g_hash_table_unref (self->calls[i].waived);
    forget_slips (&self->calls[i]);
  }
  g_free (self->calls);
  g_free (self);
}

/* A conversation begins, or goes on after a transfer that came back. */
static void
answered (DeskCallNotes *notes, const DeskEvent *event)
{
  const DeskPerson *to = event->call->expect.to;

  notes->n_since_taken = 0;
  notes->consent = DESK_CONSENT_NOT_ASKED;
  if (event->again)
    return;
  g_ptr_array_set_size (notes->said, 0);
  if (to && desk_person_presence_at (to, event->t_ms) != DESK_PRESENCE_AVAILABLE)
    notes->could_not_take = TRUE;
}

/* The caller tells by the slip as it is now whether name and number are right. */
static void
read_back (DeskCallNotes *notes, const DeskCall *call, const DeskSlip *slip)
{
  g_autoptr (DeskSlip) blank = desk_slip_new ();

  slip = slip ? slip : blank;
  desk_slip_free (notes->read_back);
  notes->read_back = desk_slip_copy (slip);
  notes->read_back_right = desk_slip_key_name_is_right (call->key, slip) &&
                           desk_slip_key_phone_is_right (call->key, slip);
  notes->n_read_back++;
}

/* Whether a phrase moves the call on. Courtesies do not: callers put on hold after nothing else would be
 * put on hold in turns for ever. */
static gboolean
brings_further (DeskPhraseId which)
{
  return which != DESK_PHRASE_ASK_HOLD && which != DESK_PHRASE_THANK_HOLDING &&
         which != DESK_PHRASE_APOLOGISE && which != DESK_PHRASE_ASK_REPEAT;
}

static void
trainee_says (DeskCallNotes *notes, const DeskState *state, const DeskEvent *event)
{
  DeskPhraseId which = event->phrase->which;

  if (which == DESK_PHRASE_ANNOUNCE)
    return;
  g_ptr_array_add (notes->said, (gpointer) event->phrase);
  if (brings_further (which))
    notes->n_since_taken++;
  if (which == DESK_PHRASE_THANK_HOLDING)
    notes->thanks_due = FALSE;
  if (which == DESK_PHRASE_ASK_HOLD)
    notes->consent = DESK_CONSENT_ASKED;
  if (which == DESK_PHRASE_READ_BACK)
    read_back (notes, event->call, state->calls[event->call->index].slip);
}

static void
heard (DeskCallNotes *notes, const DeskEvent *event)
{
  if (event->cut || desk_dialogue_is_prompt (event->reply))
    return;
  if (notes->consent == DESK_CONSENT_ASKED)
    notes->consent = event->reply == desk_call_find_reply (event->call, "hold_no")
                         ? DESK_CONSENT_REFUSED
                         : DESK_CONSENT_GIVEN;
  if (!g_ptr_array_find (notes->heard, event->reply, NULL))
    g_ptr_array_add (notes->heard, (gpointer) event->reply);
}

static void
colleague_cannot (DeskCallNotes *notes, const DeskEvent *event)
{
  if (event->to == event->call->expect.to)
    notes->could_not_take = TRUE;
}

static void
resumed (DeskCallNotes *notes)
{
  notes->n_since_taken = 0;
}

static void
held (DeskCallNotes *notes)
{
  notes->consent = DESK_CONSENT_NOT_ASKED;
  notes->thanks_due = TRUE;
}

static void
logged (DeskCallNotes *notes, const DeskSlip *slip)
{
  desk_slip_free (notes->logged);
  notes->logged = slip ? desk_slip_share (slip) : NULL;
}

void
desk_coach_notes_observe (DeskCoachNotes *self, const DeskState *state, const DeskEvent *event)
{
  DeskCallNotes *notes = event->call ? &self->calls[event->call->index] : NULL;

  if (!notes)
    return;
  switch (event->type) {
  case DESK_EVENT_ANSWERED: answered (notes, event); break;
  case DESK_EVENT_TRAINEE_SAYS: trainee_says (notes, state, event); break;
  case DESK_EVENT_CALLER_DONE: heard (notes, event); break;
  case DESK_EVENT_HELD: held (notes); break;
  case DESK_EVENT_RESUMED: resumed (notes); break;
  case DESK_EVENT_COLLEAGUE_BUSY:
  case DESK_EVENT_RECALL: colleague_cannot (notes, event); break;
  case DESK_EVENT_COLLEAGUE_REFUSES:
    colleague_cannot (notes, event);
    self->heard_out_ms = event->t_ms + event->ms;
    break;
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS: self->heard_out_ms = event->t_ms + event->ms; break;
  case DESK_EVENT_TRANSFERRED: notes->handed_on = TRUE; break;
  case DESK_EVENT_MESSAGE_LOGGED: logged (notes, state->calls[event->call->index].slip); break;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_CONSULTING:
  case DESK_EVENT_TRANSFERRING:
  case DESK_EVENT_ABANDONED:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
}

const DeskCallNotes *
desk_coach_notes_of (const DeskCoachNotes *self, const DeskCall *call)
{
  return &self->calls[call->index];
}

gint64
desk_coach_notes_heard_out_ms (const DeskCoachNotes *self)
{
  return self->heard_out_ms;
}

void
desk_coach_notes_waive (DeskCoachNotes *self, const DeskCall *call, guint matter)
{
  g_hash_table_add (self->calls[call->index].waived, GUINT_TO_POINTER (matter));
}

gboolean
desk_call_notes_waived (const DeskCallNotes *self, guint matter)
{
  return g_hash_table_contains (self->waived, GUINT_TO_POINTER (matter));
}

gboolean
desk_call_notes_said (const DeskCallNotes *self, const DeskPhrase *phrase)
{
  return g_ptr_array_find (self->said, phrase, NULL);
}

gboolean
desk_call_notes_said_builtin (const DeskCallNotes *self, DeskPhraseId which)
{
  for (guint i = 0; i < self->said->len; i++)
    if (((const DeskPhrase *) self->said->pdata[i])->which == which)
      return TRUE;
  return FALSE;
}
