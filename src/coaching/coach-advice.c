/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-advice.h"

#include "coaching/coach-slip.h"

DeskAdviceTarget
desk_advice_target (const DeskAdvice *self)
{
  switch (self->kind) {
  case DESK_ADVICE_NONE: return DESK_TARGET_NONE;
  case DESK_ADVICE_ANSWER:
  case DESK_ADVICE_RESUME: return DESK_TARGET_LINE_KEY;
  case DESK_ADVICE_SAY: return DESK_TARGET_PHRASE;
  case DESK_ADVICE_LOOK_UP: return DESK_TARGET_DIRECTORY;
  case DESK_ADVICE_CONSULT: return DESK_TARGET_CONSULT;
  case DESK_ADVICE_TRANSFER: return DESK_TARGET_TRANSFER;
  case DESK_ADVICE_COMPLETE: return DESK_TARGET_COMPLETE;
  case DESK_ADVICE_CANCEL: return DESK_TARGET_TAKE_BACK;
  case DESK_ADVICE_WRITE:
  case DESK_ADVICE_CHECK: return DESK_TARGET_SLIP;
  case DESK_ADVICE_LOG: return DESK_TARGET_LOG;
  case DESK_ADVICE_RELEASE: return DESK_TARGET_RELEASE;
  case DESK_ADVICE_FINISH: return DESK_TARGET_FINISH;
  }
  g_return_val_if_reached (DESK_TARGET_NONE);
}

static gboolean
is_of_slip (const DeskAdvice *self)
{
  return self->kind == DESK_ADVICE_WRITE || self->kind == DESK_ADVICE_CHECK;
}

gboolean
desk_advice_equal (const DeskAdvice *a, const DeskAdvice *b)
{
  return a->kind == b->kind && a->line == b->line && a->call == b->call && a->phrase == b->phrase &&
         a->person == b->person && a->field == b->field && (a->why == b->why || !is_of_slip (a));
}

guint
desk_advice_skill (const DeskAdvice *self)
{
  guint detail = self->phrase ? (guint) self->phrase->which : (guint) self->field;

  return (guint) self->kind * (DESK_N_BUILTIN_PHRASES + 1) + detail;
}

gboolean
desk_advice_is_done_by (const DeskAdvice *self, const DeskEvent *event)
{
  if (self->kind == DESK_ADVICE_FINISH)
    return event->type == DESK_EVENT_FINISHED;
  if (event->call != self->call)
    return FALSE;
  switch (self->kind) {
  case DESK_ADVICE_ANSWER: return event->type == DESK_EVENT_ANSWERED;
  case DESK_ADVICE_RESUME:
  case DESK_ADVICE_CANCEL: return event->type == DESK_EVENT_RESUMED;
  case DESK_ADVICE_SAY:
    return event->type == DESK_EVENT_TRAINEE_SAYS && event->phrase == self->phrase;
  case DESK_ADVICE_CONSULT: return event->type == DESK_EVENT_CONSULTING;
  case DESK_ADVICE_TRANSFER: return event->type == DESK_EVENT_TRANSFERRING;
  case DESK_ADVICE_COMPLETE: return event->type == DESK_EVENT_TRANSFERRED;
  case DESK_ADVICE_LOG: return event->type == DESK_EVENT_MESSAGE_LOGGED;
  case DESK_ADVICE_RELEASE: return event->type == DESK_EVENT_RELEASED;
  case DESK_ADVICE_NONE:
  case DESK_ADVICE_LOOK_UP:
  case DESK_ADVICE_WRITE:
  case DESK_ADVICE_CHECK:
  case DESK_ADVICE_FINISH: break;
  }
  return FALSE;
}

/* What the trainee may waive: courtesies, questions, and what the coach thinks of the note. A call needs
 * its outcome, and a slip its name and number. */
static gboolean
is_optional (const DeskAdvice *self)
{
  switch (self->kind) {
  case DESK_ADVICE_SAY:
    return self->phrase->which != DESK_PHRASE_ANNOUNCE && self->phrase->which != DESK_PHRASE_CUSTOM;
  case DESK_ADVICE_LOOK_UP:
  case DESK_ADVICE_CHECK: return TRUE;
  case DESK_ADVICE_WRITE:
    return self->why != DESK_WHY_PLAIN || self->field == DESK_FIELD_TICKS ||
           self->field == DESK_FIELD_ORGANISATION;
  case DESK_ADVICE_NONE:
  case DESK_ADVICE_ANSWER:
  case DESK_ADVICE_RESUME:
  case DESK_ADVICE_CONSULT:
  case DESK_ADVICE_TRANSFER:
  case DESK_ADVICE_COMPLETE:
  case DESK_ADVICE_CANCEL:
  case DESK_ADVICE_LOG:
  case DESK_ADVICE_RELEASE:
  case DESK_ADVICE_FINISH: break;
  }
  return FALSE;
}

static guint
matter_of (const DeskAdvice *self)
{
  return desk_advice_skill (self) * ((guint) DESK_WHY_CHANGED + 1) + (guint) self->why;
}

void
desk_advice_waive (const DeskAdvice *self, DeskCoachNotes *notes)
{
  if (self->call && is_optional (self))
    desk_coach_notes_waive (notes, self->call, matter_of (self));
}

gboolean
desk_coach_case_take (const DeskCoachCase *self, DeskAdvice advice, DeskAdvice *found)
{
  if (is_optional (&advice) && desk_call_notes_waived (self->notes, matter_of (&advice)))
    return FALSE;
  *found = advice;
  return TRUE;
}
