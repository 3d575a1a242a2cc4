/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/session-choice.h"

#include <glib/gi18n-lib.h>

void
desk_session_choice_clear (DeskSessionChoice *self)
{
  g_free (self->trainee);
  g_free (self->scenario);
  g_free (self->since);
  g_free (self->until);
}

void
desk_session_choice_add_to (DeskSessionChoice *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "trainee", 0, 0, G_OPTION_ARG_STRING, &self->trainee, N_ ("Only the sessions of NAME"),
      N_ ("NAME") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &self->scenario,
      N_ ("Only sessions of the scenario called ID"), N_ ("ID") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &self->since,
      N_ ("Only sessions from DATE on, such as 2026-11-23"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &self->until,
      N_ ("Only sessions up to DATE, that day included"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

gboolean
desk_session_choice_is_made (const DeskSessionChoice *self)
{
  return self->trainee != NULL || self->scenario != NULL || self->since != NULL ||
         self->until != NULL;
}

static gboolean
is_day (const char *text)
{
  return text == NULL || desk_history_read_day (text, NULL, NULL);
}

const char *
desk_session_choice_find_misuse (const DeskSessionChoice *self)
{
  return is_day (self->since) && is_day (self->until) ? NULL
                                                      : _ ("a date is written like 2026-11-23");
}

DeskHistoryFilter
desk_session_choice_to_filter (const DeskSessionChoice *self)
{
  DeskHistoryFilter filter = { .trainee = self->trainee, .scenario = self->scenario };

  if (self->since != NULL)
    desk_history_read_day (self->since, &filter.since_us, NULL);
  if (self->until != NULL)
    desk_history_read_day (self->until, NULL, &filter.until_us);
  /* In a filter 0 is no limit. */
  if (self->until != NULL && filter.until_us == 0)
    filter.until_us = 1;
  return filter;
}
