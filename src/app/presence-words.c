/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/presence-words.h"

#include <glib/gi18n-lib.h>

#include "app/wording.h"

#define MS_PER_MINUTE 60000

gint64
desk_presence_returns_ms (const DeskPerson *person, gint64 t_ms)
{
  if (desk_person_presence_at (person, t_ms) == DESK_PRESENCE_AVAILABLE)
    return -1;
  for (guint i = 0; i < person->n_presence; i++)
    if (person->presence[i].from_ms > t_ms && person->presence[i].is == DESK_PRESENCE_AVAILABLE)
      return person->presence[i].from_ms;
  return -1;
}

/* For how many whole minutes the session has seen it, or 0: less, or since before the session. */
static int
seen_minutes (const DeskPerson *person, gint64 t_ms)
{
  gint64 from_ms, to_ms;

  desk_person_presence_span (person, t_ms, &from_ms, &to_ms);
  return from_ms > 0 ? (int) ((t_ms - from_ms) / MS_PER_MINUTE) : 0;
}

/* The minute that has begun counts. */
static int
minutes_until (gint64 then_ms, gint64 t_ms)
{
  return (int) ((then_ms - t_ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE);
}

static char *
return_words (DeskPresence presence, int minutes)
{
  if (presence == DESK_PRESENCE_AWAY)
    return g_strdup_printf (_ ("Back in %d min"), minutes);
  return g_strdup_printf (_ ("Free in %d min"), minutes);
}

/* Of the others it does not matter, or there is no room. */
static char *
span_words (DeskPresence presence, int minutes)
{
  if (minutes > 0 && presence == DESK_PRESENCE_AWAY)
    return g_strdup_printf (_ ("Away for %d min"), minutes);
  if (minutes > 0 && presence == DESK_PRESENCE_BUSY)
    return g_strdup_printf (_ ("Busy for %d min"), minutes);
  return g_strdup (desk_wording_presence (presence));
}

char *
desk_presence_words_short (const DeskPerson *person, gint64 t_ms)
{
  const DeskPresence presence = desk_person_presence_at (person, t_ms);
  const gint64 returns_ms = desk_presence_returns_ms (person, t_ms);

  return returns_ms >= 0 ? return_words (presence, minutes_until (returns_ms, t_ms))
                         : span_words (presence, seen_minutes (person, t_ms));
}

const char *
desk_presence_words_with (const DeskState *state, const DeskPerson *person)
{
  for (guint line = 1; line <= state->scenario->n_lines; line++) {
    const DeskCallState *call = desk_state_on_line (state, line);

    if (call == NULL || call->colleague != person)
      continue;
    if (call->line_state == DESK_LINE_CONSULTING && call->colleague_state != DESK_COLLEAGUE_RINGING)
      return _ ("Talking to you");
    if (call->line_state == DESK_LINE_CONSULTING || call->line_state == DESK_LINE_TRANSFERRING)
      return _ ("Ringing");
  }
  return NULL;
}

char *
desk_presence_words_long (const DeskPerson *person, gint64 t_ms)
{
  const char *presence = desk_wording_presence (desk_person_presence_at (person, t_ms));
  const gint64 returns_ms = desk_presence_returns_ms (person, t_ms);
  const int seen = seen_minutes (person, t_ms);

  if (returns_ms < 0 && seen == 0)
    return g_strdup (presence);
  if (returns_ms < 0)
    /* Translators: a presence and for how long, "Away for 3 min" */
    return g_strdup_printf (_ ("%s for %d min"), presence, seen);
  if (seen == 0)
    /* Translators: a presence and when it ends, "Away, back in 3 min" */
    return g_strdup_printf (_ ("%s, back in %d min"), presence, minutes_until (returns_ms, t_ms));
  /* Translators: since when and until when, "Away for 3 min, back in 4 min" */
  return g_strdup_printf (_ ("%s for %d min, back in %d min"), presence, seen,
                          minutes_until (returns_ms, t_ms));
}
