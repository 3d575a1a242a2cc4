/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/rubric.h"

/* One call before its judge: what the files of the rubric share, and nobody else. */

G_BEGIN_DECLS

typedef struct {
  const DeskRubric *rubric;
  const DeskCallView *view;
  const DeskCall *call;
  DeskOutcome judged; /* from desk_judge_outcome() on */
  gboolean right;
} DeskJudge;

/* Settles `judged` and `right`. */
void desk_judge_outcome (DeskJudge *judge);

/* "transfer", "abandoned_hold", ... */
const char *desk_judge_outcome_text (const DeskJudge *judge);

/* The end of the call; for a call that has none all that is recorded counts. */
gint64 desk_judge_end_ms (const DeskJudge *judge);

/* The last time the caller was told built-in phrase `which`, or NULL. */
const DeskSaying *desk_judge_said (const DeskJudge *judge, DeskPhraseId which);

/* The first phrase of the expected `say` that was never said, or NULL. */
const DeskPhrase *desk_judge_left_unsaid (const DeskJudge *judge);

/* `template` about the caller, a wait of `waited_ms` and the hold that is allowed, as {caller},
 * {held} and {allowed}. (transfer full) */
DeskRemark *desk_judge_advise (const DeskJudge *judge, const char *template, gint64 waited_ms);

/* Why the outcome is right or wrong; `advice` is left alone where it is right. */
void
desk_judge_explain_outcome (const DeskJudge *judge, DeskRemark **evidence, DeskRemark **advice);

/* Sets what `score` says of the response. */
void desk_judge_response (const DeskJudge *judge, DeskCallScore *score);

/* Fills `check`, which is all zero; FALSE when the item does not apply. */
gboolean desk_judge_item (const DeskJudge *judge, DeskItem item, DeskCheck *check);

G_END_DECLS
