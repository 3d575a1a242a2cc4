/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* What happened to each call of a recorded session: the one account that the rubric, the reports and the
 * timelines read. Pointers to calls, people and phrases are borrowed from the scenario. */

G_BEGIN_DECLS

/* How a call ended, the last time it did. */
typedef enum {
  DESK_END_NONE,      /* still pending or live when the session stopped */
  DESK_END_COMPLETED, /* released by the trainee */
  DESK_END_TRANSFERRED,
  DESK_END_ABANDONED_RINGING,
  DESK_END_ABANDONED_HOLD,
  DESK_END_ABANDONED_SILENCE,
  DESK_END_BLOCKED,
} DeskEnd;

/* Whether the caller had agreed to a hold. */
typedef enum {
  DESK_LEAVE_NOT_ASKED,
  DESK_LEAVE_NOT_HEARD, /* asked, but the reply was cut off */
  DESK_LEAVE_REFUSED,
  DESK_LEAVE_GIVEN,
} DeskLeave;

/* One state of the line while the call was on it; never idle. */
typedef struct {
  DeskLineState state;
  DeskLeave leave; /* held */
  guint line;
  gint64 from_ms;
  gint64 to_ms;
  const DeskPerson *to; /* consulting, transferring, recall */
} DeskStretch;

typedef struct {
  gint64 t_ms;
  const DeskPhrase *phrase;
  const DeskPerson *to; /* the colleague it was said to; NULL: the caller */
  const DeskSlip *slip; /* read_back: the slip as it stood, or NULL; owned by the call's view */
} DeskSaying;

/* A reply that the trainee heard. What nobody says aloud is left out. */
typedef struct {
  gint64 t_ms;
  const DeskReply *reply;
  const DeskPerson *by; /* NULL: the caller */
} DeskHearing;

/* A time that does not apply is -1. */
typedef struct {
  const DeskCall *call;
  gint64 due_ms;
  gint64 rang_ms;     /* first ring; of a call that was blocked: of its repeat */
  gint64 answered_ms; /* first */
  gint64 ended_ms;    /* last */
  gint64 handled_ms;  /* from answer to end, summed over its rounds; 0: never */
  DeskEnd end;
  const DeskPerson *got_by; /* transferred: to whom */
  GArray *stretches;        /* of DeskStretch, owned */
  GArray *sayings;          /* of DeskSaying, owned */
  GArray *heard;            /* of DeskHearing, owned */
  GPtrArray *read_back;     /* of DeskSlip, owned: each one that was read back, once; NULL: none */
  gint64 not_taken_ms; /* when the person expected was first busy, refused, or did not answer */
  DeskSlip *slip;      /* owned: the last one logged, or NULL */
  DeskSlip *unlogged;  /* owned: what was written since and never logged, or NULL */
  DeskEnd left;        /* how the caller first hung up after an answer, or none */
  gint64 logged_ms;
  gboolean is_repeated; /* it was missed, and the trainee let it ring again */
} DeskCallView;

/* The program ended during the session, which was later resumed. */
typedef struct {
  gint64 t_ms;
  gint64 away_ms; /* by the wall clock */
} DeskInterruption;

/* A stretch in which the trainee speaks with a caller or a colleague. */
typedef struct {
  gint64 from_ms;
  gint64 to_ms;
  const DeskCall *call;
} DeskTalk;

typedef struct {
  DeskCallView *calls;   /* owned: those that were due, in the order of arrival */
  GArray *talks;         /* of DeskTalk, owned; in order, for there is one handset */
  GArray *interruptions; /* of DeskInterruption, owned; in order */
  guint n_calls;
  gint64 end_ms;     /* of the last record */
  gboolean finished; /* the journal ends with `finished` */
} DeskShiftView;

/* Reads a recording. In a session that was finished early, the calls still to come follow those that
 * arrived. (transfer full) */
DeskShiftView *desk_shift_view_new (const DeskRecording *recording);
void desk_shift_view_free (DeskShiftView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskShiftView, desk_shift_view_free)

/* The last time the built-in phrase `which` was said to the colleague `to` (NULL: to the caller), up to and
 * including `until_ms`; NULL if it never was. */
const DeskSaying *desk_call_view_last_said (const DeskCallView *view,
                                            DeskPhraseId which,
                                            const DeskPerson *to,
                                            gint64 until_ms);

/* Whether the trainee spoke about any call but `call` between the two moments. */
gboolean desk_shift_view_talks_meanwhile (const DeskShiftView *self,
                                          const DeskCall *call,
                                          gint64 from_ms,
                                          gint64 to_ms);

/* How often the call rang before its first answer; in all, if it never was answered. */
guint desk_call_view_count_ringings (const DeskCallView *view);

/* The next stretch in which nobody spoke with the caller: from a hold or consultation until somebody came
 * back. The search starts at stretch `*n`, which is left after it. FALSE: there is no more. */
gboolean
desk_call_view_next_wait (const DeskCallView *view, guint *n, gint64 *from_ms, gint64 *to_ms);

G_END_DECLS
