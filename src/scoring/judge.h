/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/rubric.h"

/* One call being judged: what the files of the rubric share. Used in src/scoring alone. */

G_BEGIN_DECLS

typedef struct {
  const DeskRubric *rubric;
  const DeskCallView *view;
  const DeskCall *call;
  DeskOutcome judged; /* set by desk_judge_outcome() */
  gboolean right;
} DeskJudge;

/* Sets `judged` and `right`. */
void desk_judge_outcome (DeskJudge *judge);

/* "transfer", "abandoned_hold", ... */
const char *desk_judge_outcome_text (const DeskJudge *judge);

/* When the call ended, in ms; for a call that never did, a time after everything recorded. */
gint64 desk_judge_end_ms (const DeskJudge *judge);

/* The last time the built-in phrase `which` was said to the caller, or NULL. */
const DeskSaying *desk_judge_said (const DeskJudge *judge, DeskPhraseId which);

/* The first of the phrases in `expect.say` that was never said, or NULL. */
const DeskPhrase *desk_judge_left_unsaid (const DeskJudge *judge);

/* Whether the person expected was unable to take the call at any moment between answer and release. The
 * scenario tells presence; the call itself tells that they were busy, refused or did not answer. */
gboolean desk_judge_could_not_take (const DeskJudge *judge);

/* A remark that fills {caller}, {held} and {allowed} of `template` with the caller, `waited_ms` and the
 * hold target. (transfer full) */
DeskRemark *desk_judge_advise (const DeskJudge *judge, const char *template, gint64 waited_ms);

/* Why the outcome is right or wrong; `advice` is set only where it is wrong. (transfer full) */
void
desk_judge_explain_outcome (const DeskJudge *judge, DeskRemark **evidence, DeskRemark **advice);

/* Fills in the response of `score`. */
void desk_judge_response (const DeskJudge *judge, DeskCallScore *score);

/* Judges one item of the checklist into `check`, which must be all zero. FALSE when the item does not
 * apply. */
gboolean desk_judge_item (const DeskJudge *judge, DeskItem item, DeskCheck *check);

G_END_DECLS
