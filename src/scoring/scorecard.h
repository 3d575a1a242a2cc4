/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/shift-view.h"

/* The score of a session by rubric 1, with evidence for every point: a pure function of scenario and
 * journal. Immutable and reference-counted. */

G_BEGIN_DECLS

typedef enum {
  DESK_BAND_NONE, /* fewer than 8 calls */
  DESK_BAND_NOT_YET,
  DESK_BAND_DEVELOPING,
  DESK_BAND_COMPETENT,
  DESK_BAND_EXCELLENT,
} DeskBand;

typedef enum {
  DESK_ITEM_GREETING,
  DESK_ITEM_OUTCOME,
  DESK_ITEM_READ_BACK,
  DESK_ITEM_ANNOUNCED,
  DESK_ITEM_TOLD,
  DESK_ITEM_CLOSING,
  DESK_ITEM_HOLD_PERMISSION,
  DESK_ITEM_HOLD_LENGTH,
  DESK_ITEM_RECALL,
} DeskItem;

#define DESK_N_ITEMS ((guint) DESK_ITEM_RECALL + 1)

/* "greeting", "outcome", "read_back", "announced", "told_caller", "closing", "hold_permission",
 * "hold_length", "recall" */
const char *desk_item_name (DeskItem item);

typedef struct {
  DeskItem item;
  double weight;
  double value;         /* 0 to 1 */
  gint64 t_ms;          /* the moment the evidence is about, or -1 */
  DeskRemark *evidence; /* owned, as all remarks: "00:09.8 greeted 0.8 s after answering" */
  DeskRemark *advice;   /* what to do better; NULL at full marks */
} DeskCheck;

typedef struct {
  const DeskCall *call;
  const DeskCallView *view; /* what happened, for timelines; owned by the scorecard */
  double score;             /* C, 0 to 100 */
  DeskEnd end;
  gboolean answered;
  const char *
      outcome; /* "transfer", "message", "inform", "decline", "abandoned_ringing", "blocked", ... */
  gboolean outcome_right;
  DeskOutcome
      judged; /* whose checklist applies: the outcome achieved if right, else the one expected */
  gboolean critical;
  DeskRemark *critical_evidence; /* NULL unless critical, as the next */
  DeskRemark *critical_advice;
  gint64 ringing_ms;       /* first; -1: it never rang */
  gint64 answered_ms;      /* first; -1 */
  gint64 ended_ms;         /* -1 */
  double response_seconds; /* of an answered call */
  double response_value;
  DeskRemark *response_evidence; /* of a call that rang, or found every line taken */
  DeskRemark *response_advice;   /* NULL at full marks */
  double handling_value;         /* H */
  DeskCheck *checks;
  guint n_checks;
  gboolean message_applies;
  DeskSlipScore *message; /* NULL unless it applies */
  DeskSlip *slip;         /* the last one logged, or NULL; owned by `view` */
  gint64 logged_ms;       /* -1 */
} DeskCallScore;

/* A mean; `n` is the number of values in it. 0: it does not apply. */
typedef struct {
  double value;
  guint n;
} DeskFigure;

typedef struct {
  guint calls; /* that were due */
  guint answered;
  guint abandoned_ringing;
  guint abandoned_hold;
  guint abandoned_silence;
  guint blocked;
  DeskFigure asa_seconds;
  DeskFigure longest_answer_seconds;
  DeskFigure service_level; /* 0 to 1 */
  DeskFigure longest_hold_seconds;
  DeskFigure mean_handling_seconds;
  guint transfers_right;
  guint transfers;
  guint messages;
  guint messages_due;
  DeskFigure message_fields[DESK_N_FIELDS]; /* mean value, over the slips where it applies */
  DeskFigure mean_logging_seconds;          /* release to logged slip */
  DeskFigure response;                      /* mean response value, all calls due */
  DeskFigure handling;                      /* mean H, over the calls answered */
  DeskFigure message;                       /* mean M, over the calls it applies to */
} DeskTotals;

typedef struct _DeskScorecard DeskScorecard;

struct _DeskScorecard {
  DeskScenario *scenario;
  DeskJournalHeader *header;
  DeskShiftView *shift; /* owned */
  double time_factor;   /* what accommodations multiply the limits with; INFINITY: there are none */
  double score;         /* mean of C */
  gboolean passed;
  DeskBand band;
  gboolean finished; /* the journal has a `finished` */
  DeskChain chain;   /* the checksums of an exam: one that was changed is never passed */
  DeskTotals totals;
  DeskCallScore *calls; /* those that were due, in the order of arrival */
  guint n_calls;
};

/* How many calls were left undone when the session was finished; 0 if it never was. */
guint desk_scorecard_count_undone (const DeskScorecard *self);

/* Scores a recording. (transfer full) */
DeskScorecard *desk_scorecard_new (const DeskRecording *recording);
DeskScorecard *desk_scorecard_ref (DeskScorecard *self);
void desk_scorecard_unref (DeskScorecard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskScorecard, desk_scorecard_unref)

/* Rounds to two decimals, halves away from zero, the same on every machine (0.825 gives 0.83). */
double desk_round_2 (double value);

/* "not_yet", "developing", "competent", "excellent"; NULL for none. */
const char *desk_band_name (DeskBand band);

/* In an exam, the accommodations that its scenario does not grant by itself; otherwise none. (transfer
 * full) */
GStrv desk_scorecard_granted_at_desk (const DeskScorecard *self);

G_END_DECLS
