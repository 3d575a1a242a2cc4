/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-mix.h"
#include "history/history-list.h"

/* A class at a glance: trainees by scenarios, progress over the weeks, and the mistakes that many make. A
 * pure function of the sessions. */

G_BEGIN_DECLS

/* Which sessions are wanted. Those of a built-in trainee are left out unless their mode is asked for.
 * Borrowed for the call. */
typedef struct {
  DeskHistoryFilter sessions;
  gboolean has_mode;
  DeskMode mode;
} DeskClassFilter;

/* A trainee's sessions of one scenario. Texts are borrowed from the view, sessions from the folder. */
typedef struct {
  const char *trainee;
  const char *scenario;
  const char *title;   /* of the latest session; the id where there is none */
  GPtrArray *sessions; /* of DeskClassSession, oldest first, never empty; owned */
  guint n_passed;
  double best;
  double mean;
  const DeskClassSession *latest;
} DeskClassCell;

/* What a trainee did in a week, over all scenarios. Figures are means over the sessions in which they
 * apply; -1: in none. */
typedef struct {
  const char *trainee;
  char week[9]; /* ISO 8601, by the clock where the sessions were worked: "2026-W48" */
  guint n;
  DeskClassMix mix; /* of those sessions */
  double score;
  double response;
  double asa_seconds;
  double message;
} DeskClassWeek;

/* A mistake, counted over each trainee's latest session of the scenario, so that those who practise most do
 * not count most. */
typedef struct {
  const char *scenario;
  const char *title;
  const char *call;
  guint kind;       /* of scoring/loss.h */
  const char *fact; /* NULL: the kind as a whole */
  guint n_trainees; /* to whose session it applied */
  guint n_lost;     /* who lost something by it */
} DeskClassMistake;

typedef struct {
  GPtrArray *trainees;  /* of const char *, in the user's alphabet */
  GPtrArray *scenarios; /* of const char *, ids, by title */
  GPtrArray *cells;     /* of DeskClassCell, by trainee, then scenario */
  GPtrArray *weeks;     /* of DeskClassWeek, by trainee, then week */
  GPtrArray *mistakes;  /* of DeskClassMistake by at least two trainees, most first */
  guint n_sessions;
  DeskClassMix mix;    /* of all of them */
  GHashTable *latest;  /* by the scenario's id: the cell with its latest session of all */
  GStringChunk *texts; /* owns the texts of the mistakes */
} DeskClassView;

/* `sessions` (of DeskClassSession, oldest first) outlive the view. (transfer full) */
DeskClassView *desk_class_view_new (const GPtrArray *sessions, const DeskClassFilter *filter);
void desk_class_view_free (DeskClassView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassView, desk_class_view_free)

/* NULL: the trainee has not worked the scenario. */
const DeskClassCell *
desk_class_view_find (const DeskClassView *self, const char *trainee, const char *scenario);

/* What a scenario was called when it was worked last. */
const char *desk_class_view_title (const DeskClassView *self, const char *scenario);

G_END_DECLS
