/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/phone-words.h"

#include <glib/gi18n-lib.h>

#include "app/wording.h"

static char *
rejected_while_connected (const DeskEvent *rejected)
{
  if (rejected->command == DESK_COMMAND_COMPLETE)
    return g_strdup_printf (_ ("Line %u is not being put through: choose a colleague first."),
                            rejected->line);
  if (rejected->command == DESK_COMMAND_CANCEL)
    return g_strdup_printf (_ ("There is nothing to take back: you are speaking to line %u."),
                            rejected->line);
  return g_strdup_printf (_ ("You are speaking to line %u already."), rejected->line);
}

static char *
rejected_while_held (const DeskEvent *rejected, DeskKeys *keys)
{
  g_autofree char *key = desk_keys_line_name (keys, rejected->line);

  if (rejected->command == DESK_COMMAND_HOLD)
    return g_strdup_printf (_ ("Line %u is on hold already."), rejected->line);
  return g_strdup_printf (_ ("Line %u is on hold: resume it first (%s)."), rejected->line, key);
}

static char *
rejected_by_line (const DeskEvent *rejected, DeskKeys *keys, const char *format)
{
  g_autofree char *key = desk_keys_line_name (keys, rejected->line);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, rejected->line, key);
#pragma GCC diagnostic pop
}

static char *
rejected_while_consulting (const DeskEvent *rejected, DeskKeys *keys)
{
  g_autofree char *complete = desk_keys_name (keys, "complete");
  g_autofree char *take_back = desk_keys_name (keys, "take-back");

  return g_strdup_printf (_ ("Line %u is waiting while you consult: complete the transfer (%s) or "
                             "take the call back (%s) first."),
                          rejected->line, complete, take_back);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
rejected_with_key (DeskKeys *keys, const char *id, const char *format, guint line)
{
  g_autofree char *key = desk_keys_name (keys, id);

  return g_strdup_printf (format, line, key);
}

static char *
with_key (DeskKeys *keys, const char *id, const char *format)
{
  g_autofree char *key = desk_keys_name (keys, id);

  return g_strdup_printf (format, key);
}

#pragma GCC diagnostic pop

char *
desk_phone_words_rejection (const DeskEvent *rejected, DeskKeys *keys)
{
  switch (rejected->reason) {
  case DESK_REASON_NONE: break;
  case DESK_REASON_LINE_IDLE:
    return g_strdup_printf (_ ("Line %u is idle: nobody is calling on it."), rejected->line);
  case DESK_REASON_LINE_RINGING:
    return rejected_by_line (rejected, keys, _ ("Line %u is still ringing: answer it first (%s)."));
  case DESK_REASON_LINE_CONNECTED: return rejected_while_connected (rejected);
  case DESK_REASON_LINE_HELD: return rejected_while_held (rejected, keys);
  case DESK_REASON_LINE_CONSULTING: return rejected_while_consulting (rejected, keys);
  case DESK_REASON_LINE_TRANSFERRING:
    return rejected_with_key (keys, "take-back",
                              _ ("Line %u is being put through: take it back first (%s)."),
                              rejected->line);
  case DESK_REASON_LINE_RECALL:
    return rejected_by_line (rejected, keys,
                             _ ("Line %u came back and is ringing: answer it first (%s)."));
  case DESK_REASON_COLLEAGUE_NOT_THERE:
    return g_strdup (_ ("Your colleague has not answered yet."));
  case DESK_REASON_COLLEAGUE_REFUSED:
    return with_key (keys, "take-back",
                     _ ("Your colleague will not take this call: take it back (%s)."));
  case DESK_REASON_NO_COLLEAGUE:
    return with_key (keys, "consult", _ ("No colleague is on the line: consult one first (%s)."));
  case DESK_REASON_NOT_ANSWERED:
    return g_strdup (_ ("A message can be written once the call has been answered."));
  case DESK_REASON_PAUSED:
    return with_key (keys, "pause", _ ("The shift is paused: continue first (%s)."));
  case DESK_REASON_NOT_PAUSED: return g_strdup (_ ("The shift is not paused."));
  case DESK_REASON_NO_PAUSE: return g_strdup (_ ("An exam cannot be paused."));
  case DESK_REASON_NO_REPEAT: return g_strdup (_ ("In an exam no call comes again."));
  case DESK_REASON_NOT_MISSED: return g_strdup (_ ("No call was missed."));
  case DESK_REASON_NO_FREE_LINE:
    return g_strdup (_ ("Every line is taken: bring a call to its end first."));
  case DESK_REASON_CALLS_LEFT: return g_strdup (_ ("There are calls left to take."));
  case DESK_REASON_FINISHED: return g_strdup (_ ("The shift is finished."));
  }
  g_return_val_if_reached (g_strdup (""));
}

char *
desk_phone_words_spoken (const DeskScenario *scenario,
                         const DeskPhrase *phrase,
                         const char *trainee)
{
  if (phrase->which == DESK_PHRASE_GREET && *scenario->greeting != '\0')
    return desk_scenario_greeting_for (scenario, trainee);
  return g_strdup (phrase->spoken);
}

static char *
note_of_abandon (DeskCause cause)
{
  switch (cause) {
  case DESK_CAUSE_HOLD: return g_strdup (_ ("The caller got tired of waiting and hung up"));
  case DESK_CAUSE_SILENCE: return g_strdup (_ ("Nobody spoke, and the caller hung up"));
  case DESK_CAUSE_RINGING: return g_strdup (_ ("Nobody answered, and the caller hung up"));
  case DESK_CAUSE_NONE:
  case DESK_CAUSE_BUSY:
  case DESK_CAUSE_NO_ANSWER: break;
  }
  return g_strdup (_ ("The caller hung up"));
}

static char *
note_of_lasting (const char *format, gint64 ms)
{
  g_autofree char *lasting = desk_wording_clock (ms);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, lasting);
#pragma GCC diagnostic pop
}

static char *
note_of_recall (const DeskEvent *event)
{
  if (event->cause == DESK_CAUSE_BUSY)
    return g_strdup_printf (_ ("%s is busy: the call comes back"), event->to->name);
  return g_strdup_printf (_ ("%s did not answer: the call comes back"), event->to->name);
}

/* A colleague who was given words speaks them in the transcript instead. */
static char *
note_of_silent_colleague (const DeskEvent *event)
{
  if (event->reply != NULL)
    return NULL;
  if (event->type == DESK_EVENT_COLLEAGUE_ANSWERS)
    return g_strdup_printf (_ ("%s answers"), event->to->name);
  if (event->type == DESK_EVENT_COLLEAGUE_ACCEPTS)
    return g_strdup_printf (_ ("%s will take the call"), event->to->name);
  return g_strdup_printf (_ ("%s will not take the call"), event->to->name);
}

char *
desk_phone_words_note (const DeskEvent *event)
{
  switch (event->type) {
  case DESK_EVENT_ANSWERED: return note_of_lasting (_ ("Answered after %s"), event->ms);
  case DESK_EVENT_HELD:
    return g_strdup (event->again ? _ ("Put on hold by answering another line")
                                  : _ ("Put on hold"));
  case DESK_EVENT_HOLD_REMINDER: return note_of_lasting (_ ("On hold for %s"), event->ms);
  case DESK_EVENT_RESUMED: return note_of_lasting (_ ("Back with the caller after %s"), event->ms);
  case DESK_EVENT_CONSULTING:
    return g_strdup_printf (_ ("Ringing %s while the caller waits"), event->to->name);
  case DESK_EVENT_COLLEAGUE_BUSY: return g_strdup_printf (_ ("%s is busy"), event->to->name);
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
  case DESK_EVENT_COLLEAGUE_REFUSES: return note_of_silent_colleague (event);
  case DESK_EVENT_TRANSFERRING:
    return g_strdup_printf (_ ("Putting through to %s"), event->to->name);
  case DESK_EVENT_TRANSFERRED: return g_strdup_printf (_ ("Put through to %s"), event->to->name);
  case DESK_EVENT_RECALL: return note_of_recall (event);
  case DESK_EVENT_ABANDONED: return note_of_abandon (event->cause);
  case DESK_EVENT_RELEASED: return g_strdup (_ ("Call ended"));
  case DESK_EVENT_MESSAGE_LOGGED: return g_strdup (_ ("Message logged"));
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
  return NULL;
}
