/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"

/* How trainees get on, and which mistakes stay with them.
 *
 * Sessions are comparable when they are of the same trainee, in the same mode, with the same
 * accommodations. Nothing here mixes others.
 *
 * Mistakes have the kinds of scoring/loss.h. For each session it is kept to how many calls a kind
 * applied, in how many of them something was lost by it, and how many points of a call (0 to 100)
 * that was.
 *
 * A kind **persists** when, of the last 5 comparable sessions, something was lost by it in at least
 * 2 and in more than half of those to which it applied (so in 3 of 5). With fewer than 2 comparable
 * sessions nothing is said. Order: the mean loss in points of a call, over the calls it applied to,
 * greatest first; a loss that rounds to 0.00 comes last. The trend is the same mean over up to 5
 * comparable sessions before those. */

G_BEGIN_DECLS

#define DESK_HISTORY_WINDOW 5

typedef struct {
  const char *kind;      /* static */
  guint n_sessions;      /* of the last 5, those to which it applied */
  guint n_sessions_lost; /* of these, those in which something was lost by it */
  guint n_calls;         /* in those sessions, to which it applied */
  guint n_calls_lost;    /* of these, those in which something was lost by it */
  double lost;           /* points of a call, the mean over `n_calls` */
  double lost_before;    /* the same over the sessions before; -1: it applied to none of them */
} DeskHistoryMistake;

/* A kind in the user's words: "Greeting", "Telephone number", … */
const char *desk_history_kind_words (const char *kind);

/* One group of comparable sessions; all owned. */
typedef struct {
  char *trainee;
  DeskMode mode;
  char *accommodations; /* "": not adjusted */
  guint n;
  guint n_passed;
  double mean; /* of the scores, as are the next */
  double best;
  double first;
  double latest;
  GPtrArray *sessions; /* of DeskHistoryEntry, oldest first: the series of a chart */
  GPtrArray *mistakes; /* of DeskHistoryMistake that persist; NULL: too few sessions to say */
} DeskHistoryProgress;

void desk_history_progress_free (DeskHistoryProgress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistoryProgress, desk_history_progress_free)

/* The groups among the sessions that `filter` (NULL: all) leaves in: by trainee, then mode, without
 * accommodations first. Sets a DeskHistoryError. (transfer full) (element-type DeskHistoryProgress) */
GPtrArray *
desk_history_progress (DeskHistory *self, const DeskHistoryFilter *filter, GError **error);

G_END_DECLS
