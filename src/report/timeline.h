/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* What a timeline of a shift shows, for screen, page and paper alike: lanes of bars (the states of
 * the calls) and marks (what was said and written, and how calls ended). Where things lie on it is
 * timeline-layout.h. Plain and immutable; it borrows from the scorecard, which must outlive it. */

G_BEGIN_DECLS

/* In each of the two rows of a lane the weightier comes later. */
typedef enum {
  DESK_MARK_PHRASE,           /* said to the caller */
  DESK_MARK_COLLEAGUE_PHRASE, /* said to a colleague */
  DESK_MARK_PUT_THROUGH,
  DESK_MARK_MESSAGE,  /* logged */
  DESK_MARK_CRITICAL, /* said, and never to be said */
  DESK_MARK_NEVER_CAME, /* was still to come when the shift was handed in; from here on the bars' row */
  DESK_MARK_BLOCKED,
  DESK_MARK_GAVE_UP,
} DeskMarkKind;

#define DESK_N_MARK_KINDS ((guint) DESK_MARK_GAVE_UP + 1)

typedef struct {
  guint call; /* index in the scorecard's calls */
  DeskLineState state;
  gint64 from_ms;
  gint64 to_ms;
  const DeskPerson *to; /* consulting, transferring, recall */
} DeskTimelineBar;

typedef struct {
  guint call; /* index in the scorecard's calls */
  DeskMarkKind kind;
  gint64 t_ms;
  gint64 since_ms;          /* a message logged after the call: when that ended, else -1 */
  const DeskPhrase *phrase; /* what was said, or NULL */
  const DeskPerson *to;     /* the colleague it was said to or who got the call, or NULL */
} DeskTimelineMark;

typedef struct {
  char *name;    /* "Line 1"; owned */
  GArray *bars;  /* of DeskTimelineBar, owned; in order, never one over another */
  GArray *above; /* of DeskTimelineMark, owned; in order: those above the bars */
  GArray *on;    /* of DeskTimelineMark, owned; in order: those on the bars */
} DeskTimelineLane;

typedef struct {
  const DeskScorecard *scorecard; /* borrowed */
  gint64 end_ms;                  /* of the shift, at least 1 */
  DeskTimelineLane *lanes;        /* owned: a line each, then one for calls that found none */
  guint n_lanes;
  gboolean has_state[DESK_N_LINE_STATES]; /* which bars and marks there are, for a legend */
  gboolean has_kind[DESK_N_MARK_KINDS];
} DeskTimeline;

/* (transfer full) */
DeskTimeline *desk_timeline_new (const DeskScorecard *scorecard);
void desk_timeline_free (DeskTimeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTimeline, desk_timeline_free)

/* From when to when the call with this index is to be seen. */
void desk_timeline_call_span (const DeskTimeline *self, guint call, gint64 *from_ms, gint64 *to_ms);

G_END_DECLS
