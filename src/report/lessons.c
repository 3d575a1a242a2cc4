/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/lessons.h"

#include <glib/gi18n-lib.h>

#include "report/words.h"

/* Less is not worth a line: it shows as 0.0. */
#define LEAST_COST 0.05

static void
lesson_free (gpointer data)
{
  DeskLesson *lesson = data;

  g_free (lesson->cost);
  g_free (lesson->advice);
  g_free (lesson);
}

/* `points` of the session's score, lost in some of the calls in which they could be. (transfer full) */
static char *
words_of_cost (double points, guint n_calls_lost, guint n_calls)
{
  if (n_calls == 1)
    return g_strdup_printf (_ ("%.1f points lost, in the only call where it counts"), points);
  /* Translators: "4.2 points lost, in 2 of the 5 calls where it counts" */
  return g_strdup_printf (_ ("%.1f points lost, in %u of the %u calls where it counts"), points,
                          n_calls_lost, n_calls);
}

/* The session's score is the mean of its calls, so that is what a kind cost it. */
static DeskLesson *
lesson_new (guint kind, const DeskLoss *loss, guint n_calls)
{
  DeskLesson *lesson = g_new (DeskLesson, 1);

  lesson->kind = desk_words_loss (kind);
  lesson->cost = words_of_cost (loss->lost / n_calls, loss->n_calls_lost, loss->n_calls);
  lesson->advice = desk_remark_to_words (loss->advice);
  return lesson;
}

/* The kind that cost most; it is forgotten, so that the next call finds the next. A critical failure
 * is the first of all, whatever its cap took: no points make up for it. */
static guint
take_costliest (DeskLoss losses[DESK_N_LOSSES], DeskLoss *costliest)
{
  guint most = losses[DESK_LOSS_CRITICAL].n_calls_lost > 0 ? DESK_LOSS_CRITICAL : 0;

  for (guint kind = 1; kind < DESK_N_LOSSES; kind++) {
    if (most != DESK_LOSS_CRITICAL && losses[kind].lost > losses[most].lost)
      most = kind;
  }
  *costliest = losses[most];
  losses[most].lost = 0;
  losses[most].n_calls_lost = 0;
  return most;
}

GPtrArray *
desk_lessons_new (const DeskScorecard *scorecard)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func (lesson_free);
  DeskLoss losses[DESK_N_LOSSES] = { { 0 } };
  DeskLoss costliest;

  desk_losses_take (losses, scorecard);
  while (lessons->len < DESK_MAX_LESSONS) {
    guint kind = take_costliest (losses, &costliest);

    if (kind != DESK_LOSS_CRITICAL &&
        (costliest.lost < LEAST_COST * scorecard->n_calls || costliest.lost <= 0))
      break;
    g_ptr_array_add (lessons, lesson_new (kind, &costliest, scorecard->n_calls));
  }
  return lessons;
}
