/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/judge.h"

#include <glib/gi18n-lib.h>

/* What a call came to, in words, and what would have been better. Every template is offered the same places
 * and may use those it needs. */

static DeskRemark *
remark (const DeskJudge *judge, gint64 t_ms, const char *template)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = judge->call->expect.to;
  const DeskPhrase *unsaid = desk_judge_left_unsaid (judge);
  const DeskPerson *got_slip =
      view->slip != NULL ? desk_scenario_find_person (judge->rubric->scenario, view->slip->to)
                         : NULL;
  g_autofree char *caller = desk_call_caller_name (judge->call);

  return desk_remark_new (
      t_ms, template, desk_fill_text ("caller", caller),
      desk_fill_text ("colleague", view->got_by != NULL ? view->got_by->name : ""),
      desk_fill_text ("expected", to != NULL ? to->name : ""),
      desk_fill_text ("written", got_slip != NULL ? got_slip->name : ""),
      desk_fill_text ("phrase", unsaid != NULL ? unsaid->label : ""));
}

static DeskRemark *
explain_achieved (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;

  switch (judge->judged) {
  case DESK_OUTCOME_TRANSFER:
    return remark (judge, view->ended_ms, N_ ("put through to {colleague}"));
  case DESK_OUTCOME_MESSAGE:
    return remark (judge, view->logged_ms, N_ ("message logged for {expected}"));
  case DESK_OUTCOME_INFORM:
    return remark (judge, view->ended_ms, N_ ("released with the question answered"));
  case DESK_OUTCOME_DECLINE: return remark (judge, view->ended_ms, N_ ("ended politely"));
  }
  return NULL;
}

/* The evidence and the advice for one way to miss an outcome. */
typedef struct {
  gint64 t_ms;
  const char *evidence;
  const char *advice;
} Miss;

static Miss
missed_message (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;

  if (view->slip == NULL && view->unlogged != NULL)
    return (
        Miss){ view->ended_ms, N_ ("a message was written, but not logged"),
               N_ ("Your message to {expected} was written but never logged: press Log message, "
                   "for what is not logged reaches nobody.") };
  if (view->slip == NULL)
    return (Miss){ view->ended_ms, N_ ("released, and no message was logged for {expected}"),
                   N_ ("Write a message for {expected} and press Log message: what is not logged "
                       "reaches nobody.") };
  if (*view->slip->to == '\0')
    return (Miss){ view->logged_ms, N_ ("message logged for nobody instead of {expected}"),
                   N_ ("A slip without a recipient reaches nobody: choose {expected} from the "
                       "directory before you log it.") };
  return (Miss){ view->logged_ms, N_ ("message logged for {written} instead of {expected}"),
                 N_ ("The message was for {expected}: look at the recipient once more before you "
                     "log a slip.") };
}

static Miss
missed_transfer (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;
  const gboolean was_free = !desk_judge_could_not_take (judge);

  if (judge->call->expect.otherwise == DESK_OUTCOME_MESSAGE && !was_free &&
      (view->slip != NULL || view->unlogged != NULL))
    return missed_message (judge);
  return (Miss){ view->ended_ms, N_ ("released without being put through to {expected}"),
                 was_free
                     ? N_ ("{caller} wanted to speak to {expected}: put the call through before "
                           "you release.")
                     : N_ ("{expected} could not take the call from {caller}: offer to take a "
                           "message, and log it.") };
}

static Miss
missed_by_release (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;

  switch (judge->judged) {
  case DESK_OUTCOME_TRANSFER: return missed_transfer (judge);
  case DESK_OUTCOME_MESSAGE: return missed_message (judge);
  case DESK_OUTCOME_INFORM:
    return (Miss){ view->ended_ms, N_ ("released without saying \"{phrase}\""),
                   N_ ("Answer what {caller} asked before you release: “{phrase}”.") };
  case DESK_OUTCOME_DECLINE:
    return (Miss){ view->ended_ms, N_ ("released without a goodbye"),
                   N_ ("Say goodbye before you release, also to a caller whom you cannot help.") };
  }
  return (Miss){ -1, "", "" };
}

/* The caller's patience with a hold runs on during a consultation and while the call comes back. */
static Miss
missed_by_waiting (const DeskCallView *view)
{
  const DeskStretch *last = &g_array_index (view->stretches, DeskStretch, view->stretches->len - 1);

  if (last->state == DESK_LINE_RECALL)
    return (Miss){ view->ended_ms, N_ ("the caller gave up while the call rang again"),
                   N_ ("Take a call that comes back at once: {caller} had waited long already.") };
  if (last->state == DESK_LINE_CONSULTING)
    return (Miss){ view->ended_ms, N_ ("the caller gave up while you spoke to a colleague"),
                   N_ ("Keep it short with a colleague while {caller} waits, or go back in between "
                       "and say how things stand.") };
  return (Miss){ view->ended_ms, N_ ("the caller gave up waiting"),
                 N_ ("{caller} hung up on hold: look in every minute, say how things stand, or "
                     "offer to take a message.") };
}

static const char *
advice_instead_of_transfer (DeskOutcome what)
{
  switch (what) {
  case DESK_OUTCOME_TRANSFER:
    return N_ ("{caller} asked for {expected}: find the name in the directory before you put "
               "anybody through.");
  case DESK_OUTCOME_MESSAGE:
    return N_ ("Take a message for {expected} in a call like this, and put nobody through.");
  case DESK_OUTCOME_INFORM:
    return N_ ("You can answer this yourself: “{phrase}”. {colleague} need not be disturbed.");
  case DESK_OUTCOME_DECLINE:
    return N_ ("Decline a call like this politely; {colleague} need not be disturbed.");
  }
  return "";
}

static const char *
evidence_of_transfer (DeskOutcome what)
{
  switch (what) {
  case DESK_OUTCOME_TRANSFER: return N_ ("put through to {colleague} instead of {expected}");
  case DESK_OUTCOME_MESSAGE: return N_ ("put through to {colleague}, where a message was right");
  case DESK_OUTCOME_INFORM: return N_ ("put through to {colleague}, where an answer was right");
  case DESK_OUTCOME_DECLINE: return N_ ("put through to {colleague}, where declining was right");
  }
  return "";
}

static Miss
miss_of (const DeskJudge *judge)
{
  const gint64 ended_ms = judge->view->ended_ms;

  switch (judge->view->end) {
  case DESK_END_COMPLETED: return missed_by_release (judge);
  case DESK_END_TRANSFERRED:
    return (Miss){ ended_ms, evidence_of_transfer (judge->judged),
                   advice_instead_of_transfer (judge->judged) };
  case DESK_END_ABANDONED_RINGING:
    return (Miss){ ended_ms, N_ ("the caller gave up while it rang again"),
                   N_ ("Take {caller} back at once when a call rings again: they have waited "
                       "before.") };
  case DESK_END_ABANDONED_HOLD: return missed_by_waiting (judge->view);
  case DESK_END_ABANDONED_SILENCE:
    return (Miss){ ended_ms, N_ ("the caller hung up because nobody spoke"),
                   N_ ("Keep talking while you write or search: {caller} heard nothing and hung "
                       "up.") };
  case DESK_END_BLOCKED:
    return (Miss){ ended_ms, N_ ("the caller rang again and found every line taken"),
                   N_ ("Finish one call before you take the next, so that a line is free for "
                       "{caller}.") };
  case DESK_END_NONE: break;
  }
  if (!judge->rubric->shift->finished)
    return (Miss){ -1, N_ ("the recording ends before the call did"), NULL };
  return (Miss){ -1, N_ ("the session ended before the call did"),
                 N_ ("Bring every call to its end before you finish the shift.") };
}

void
desk_judge_explain_outcome (const DeskJudge *judge, DeskRemark **evidence, DeskRemark **advice)
{
  Miss miss;

  if (judge->right) {
    *evidence = explain_achieved (judge);
    return;
  }
  miss = miss_of (judge);
  *evidence = remark (judge, miss.t_ms, miss.evidence);
  if (miss.advice != NULL)
    *advice = remark (judge, -1, miss.advice);
}
