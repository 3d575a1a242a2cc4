/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/headlines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
headline_free (gpointer data)
{
  DeskHeadline *headline = data;

  g_free (headline->figure);
  g_free (headline->words);
  g_free (headline);
}

/* Takes `figure` and `words`, of which `missing` takes the place where there is nothing to tell. */
static void
add (GPtrArray *headlines,
     const char *name,
     gboolean applies,
     char *figure,
     char *words,
     const char *missing)
{
  DeskHeadline *headline = g_new (DeskHeadline, 1);

  if (!applies) {
    g_free (figure);
    g_free (words);
  }
  headline->name = name;
  headline->figure = applies ? figure : g_strdup ("–");
  headline->words = applies ? words : g_strdup (missing);
  g_ptr_array_add (headlines, headline);
}

static void
add_response (GPtrArray *headlines, const DeskScorecard *scorecard)
{
  const DeskTotals *totals = &scorecard->totals;
  const double target_s =
      (double) scorecard->scenario->target_answer_ms * scorecard->time_factor / 1000;

  if (!isfinite (target_s)) {
    add (headlines, _ ("Response time"), totals->asa_seconds.n > 0,
         g_strdup_printf (_ ("%.1f s"), desk_round_2 (totals->asa_seconds.value)),
         g_strdup_printf (_ ("on average to answer (%u of %u calls), without a limit"),
                          totals->answered, totals->calls),
         _ ("No call was answered."));
    return;
  }
  add (headlines, _ ("Response time"), totals->asa_seconds.n > 0,
       g_strdup_printf (_ ("%.1f s"), desk_round_2 (totals->asa_seconds.value)),
       g_strdup_printf (_ ("on average to answer (%u of %u calls); the target of %g s was kept for "
                           "%.0f %% of all calls"),
                        totals->answered, totals->calls, target_s,
                        100 * totals->service_level.value),
       _ ("No call was answered."));
}

static void
add_message (GPtrArray *headlines, const DeskTotals *totals)
{
  add (headlines, _ ("Message accuracy"), totals->message.n > 0,
       g_strdup_printf (_ ("%.0f %%"), 100 * totals->message.value),
       g_strdup_printf (_ ("of what the messages should say was right (logged: %u of %u due)"),
                        totals->messages, totals->messages_due),
       _ ("No call came to a message."));
}

static void
add_handling (GPtrArray *headlines, const DeskTotals *totals)
{
  add (headlines, _ ("Handling"), totals->handling.n > 0,
       g_strdup_printf (_ ("%.0f %%"), 100 * totals->handling.value),
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                     "of the checklist was kept in the %u call that was answered",
                                     "of the checklist was kept in the %u calls that were answered",
                                     totals->handling.n),
                        totals->handling.n),
       _ ("No call was answered."));
}

GPtrArray *
desk_headlines_new (const DeskScorecard *scorecard)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func (headline_free);

  add_response (headlines, scorecard);
  add_message (headlines, &scorecard->totals);
  add_handling (headlines, &scorecard->totals);
  return headlines;
}
