/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/announce-words.h"

#include <glib/gi18n-lib.h>

#include "app/phone-words.h"
#include "app/wording.h"

/* Up to so many lines are announced by number; a longer list would take longer to hear than to look up. */
#define MAX_LISTED 4

char *
desk_announce_words_lasting (gint64 ms)
{
  const guint seconds = (guint) ((ms + 500) / 1000);
  const guint minutes = seconds / 60;

  /* Translators: follows "on hold for" */
  if (seconds % 60 == 0 && minutes > 0)
    return g_strdup_printf (ngettext ("one minute", "%u minutes", minutes), minutes);
  /* Translators: follows "on hold for" */
  return g_strdup_printf (ngettext ("one second", "%u seconds", seconds), seconds);
}

static char *
words_of_reminder (const DeskEvent *event)
{
  g_autofree char *lasting = desk_announce_words_lasting (event->ms);

  /* Translators: e.g. "Line 1 on hold for one minute" */
  return g_strdup_printf (_ ("Line %u on hold for %s"), event->line, lasting);
}

/* That the colleague is busy was said just before. */
static char *
words_of_recall (const DeskEvent *event)
{
  if (event->cause == DESK_CAUSE_BUSY)
    return g_strdup_printf (_ ("Line %u is back"), event->line);
  return g_strdup_printf (_ ("Line %u is back: %s did not answer"), event->line, event->to->name);
}

/* The pad tells what became of a slip, in words of its own. */
static char *
words_of_rejection (const DeskEvent *event, DeskKeys *keys)
{
  if (event->command == DESK_COMMAND_MESSAGE || event->command == DESK_COMMAND_DRAFT)
    return NULL;
  return desk_phone_words_rejection (event, keys);
}

char *
desk_announce_words_event (const DeskEvent *event, DeskKeys *keys)
{
  switch (event->type) {
  case DESK_EVENT_ANSWERED: return g_strdup_printf (_ ("Line %u answered"), event->line);
  case DESK_EVENT_HELD: return g_strdup_printf (_ ("Line %u on hold"), event->line);
  case DESK_EVENT_HOLD_REMINDER: return words_of_reminder (event);
  case DESK_EVENT_RESUMED: return g_strdup_printf (_ ("Line %u resumed"), event->line);
  case DESK_EVENT_CONSULTING:
    return g_strdup_printf (_ ("Ringing %s; line %u is waiting"), event->to->name, event->line);
  case DESK_EVENT_COLLEAGUE_ANSWERS: return g_strdup_printf (_ ("%s answers"), event->to->name);
  case DESK_EVENT_COLLEAGUE_BUSY: return g_strdup_printf (_ ("%s is busy"), event->to->name);
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
    return g_strdup_printf (_ ("%s will take the call"), event->to->name);
  case DESK_EVENT_COLLEAGUE_REFUSES:
    return g_strdup_printf (_ ("%s will not take the call"), event->to->name);
  case DESK_EVENT_TRANSFERRING:
    return g_strdup_printf (_ ("Putting line %u through to %s"), event->line, event->to->name);
  case DESK_EVENT_TRANSFERRED:
    return g_strdup_printf (_ ("Line %u put through to %s"), event->line, event->to->name);
  case DESK_EVENT_RECALL: return words_of_recall (event);
  case DESK_EVENT_RELEASED: return g_strdup_printf (_ ("Line %u ended"), event->line);
  case DESK_EVENT_COMMAND_REJECTED: return words_of_rejection (event, keys);
  case DESK_EVENT_PAUSED: return g_strdup (_ ("The shift is paused."));
  case DESK_EVENT_UNPAUSED: return g_strdup (_ ("The shift goes on."));
  case DESK_EVENT_FINISHED: return g_strdup (_ ("The shift is finished."));
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_ABANDONED:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED: break;
  }
  return NULL;
}

/* "2, 5, 7" (transfer full) */
static char *
list_lines (const DeskEvent *events, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", events[i].line);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
words_of_one_ringing (const DeskEvent *event, DeskCountry country)
{
  g_autofree char *caller = desk_wording_caller (event->call, country);

  if (event->call->urgent)
    return g_strdup_printf (_ ("Line %u ringing, urgent, %s"), event->line, caller);
  return g_strdup_printf (_ ("Line %u ringing, %s"), event->line, caller);
}

char *
desk_announce_words_ringing (const DeskEvent *events, guint n, DeskCountry country)
{
  g_autofree char *list = list_lines (events, MIN (n, MAX_LISTED));

  if (n == 1)
    return words_of_one_ringing (events, country);
  if (n <= MAX_LISTED)
    return g_strdup_printf (ngettext ("%u line ringing: %s", "%u lines ringing: %s", n), n, list);
  return g_strdup_printf (ngettext ("%u line ringing", "%u lines ringing", n), n);
}

static char *
words_of_one_abandoned (const DeskEvent *event)
{
  if (event->cause == DESK_CAUSE_HOLD)
    return g_strdup_printf (_ ("Line %u, the caller hung up on hold"), event->line);
  if (event->cause == DESK_CAUSE_SILENCE)
    return g_strdup_printf (_ ("Line %u, the caller hung up in silence"), event->line);
  return g_strdup_printf (_ ("Line %u, the caller hung up"), event->line);
}

char *
desk_announce_words_abandoned (const DeskEvent *events, guint n)
{
  g_autofree char *list = list_lines (events, MIN (n, MAX_LISTED));

  if (n == 1)
    return words_of_one_abandoned (events);
  if (n <= MAX_LISTED)
    return g_strdup_printf (
        ngettext ("%u caller hung up, line %s", "%u callers hung up, lines %s", n), n, list);
  return g_strdup_printf (ngettext ("%u caller hung up", "%u callers hung up", n), n);
}
