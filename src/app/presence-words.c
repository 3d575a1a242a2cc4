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

/* When it began, or -1: before the session. */
static gint64
seen_since_ms (const DeskPerson *person, gint64 t_ms)
{
  gint64 from_ms, to_ms;

  desk_person_presence_span (person, t_ms, &from_ms, &to_ms);
  return from_ms > 0 ? from_ms : -1;
}

char *
desk_presence_words_short (const DeskPerson *person, gint64 t_ms)
{
  const char *presence = desk_wording_presence (desk_person_presence_at (person, t_ms));
  const gint64 since_ms = seen_since_ms (person, t_ms);
  const gint64 returns_ms = desk_presence_returns_ms (person, t_ms);

  if (returns_ms >= 0) {
    g_autofree char *clock = desk_wording_clock (returns_ms);

    /* Translators: a presence and a time, "Away until 07:00" */
    return g_strdup_printf (_ ("%s until %s"), presence, clock);
  }
  if (since_ms >= 0 && t_ms - since_ms >= MS_PER_MINUTE)
    /* Translators: a presence and for how long, "Away 3 min" */
    return g_strdup_printf (_ ("%s %d min"), presence, (int) ((t_ms - since_ms) / MS_PER_MINUTE));
  return g_strdup (presence);
}

static char *
since_words (const char *presence, gint64 since_ms, gint64 t_ms)
{
  g_autofree char *clock = NULL;

  if (since_ms < 0)
    return g_strdup (presence);
  clock = desk_wording_clock (since_ms);
  if (t_ms - since_ms < MS_PER_MINUTE)
    /* Translators: a presence and a time, "Away since 04:00" */
    return g_strdup_printf (_ ("%s since %s"), presence, clock);
  /* Translators: a presence, when it began and for how long, "Away since 04:00, 3 min" */
  return g_strdup_printf (_ ("%s since %s, %d min"), presence, clock,
                          (int) ((t_ms - since_ms) / MS_PER_MINUTE));
}

static char *
return_words (gint64 returns_ms, gint64 t_ms)
{
  g_autofree char *clock = desk_wording_clock (returns_ms);
  const gint64 left_ms = returns_ms - t_ms;

  if (left_ms < MS_PER_MINUTE)
    /* Translators: when somebody returns, "back 07:00, in 40 s" */
    return g_strdup_printf (_ ("back %s, in %d s"), clock, (int) ((left_ms + 999) / 1000));
  /* Translators: when somebody returns, "back 07:00, in 4 min" */
  return g_strdup_printf (_ ("back %s, in %d min"), clock,
                          (int) ((left_ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE));
}

char *
desk_presence_words_long (const DeskPerson *person, gint64 t_ms)
{
  const char *presence = desk_wording_presence (desk_person_presence_at (person, t_ms));
  const gint64 returns_ms = desk_presence_returns_ms (person, t_ms);
  g_autofree char *since = since_words (presence, seen_since_ms (person, t_ms), t_ms);
  g_autofree char *back = returns_ms >= 0 ? return_words (returns_ms, t_ms) : NULL;

  if (back == NULL)
    return g_steal_pointer (&since);
  /* Translators: since when and until when, "Away since 04:00, 3 min; back 07:00, in 4 min" */
  return g_strdup_printf (_ ("%s; %s"), since, back);
}
