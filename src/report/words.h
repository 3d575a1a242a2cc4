/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* What the reports that people read have in common: the user's words for what a scorecard holds. */

G_BEGIN_DECLS

const char *desk_words_band (DeskBand band);

/* What score and band say of the desk, and that a critical failure weighs more. (transfer full) */
char *desk_words_meaning (const DeskScorecard *scorecard);

const char *desk_words_mode (DeskMode mode);
const char *desk_words_item (DeskItem item);
const char *desk_words_field (DeskField field);
const char *desk_words_loss (guint kind); /* of loss.h */
const char *desk_words_tick (guint n);
const char *desk_words_outcome (DeskOutcome outcome);
const char *desk_words_line_state (DeskLineState state);

/* What a phrase is called on the trainee's screen. */
const char *desk_words_phrase (const DeskPhrase *phrase);

/* A mark or a score, rounded as the rubric does, "87.50"; "–" for one that does not apply, which is negative. (transfer full) */
char *desk_words_figure (double value);

/* Session time: "09:14", "1:09:14". (transfer full) */
char *desk_words_clock (gint64 t_ms);

/* What the call came to: "put through", "gave up on hold", ... */
const char *desk_words_end (const DeskCallScore *score);

/* `text` without control characters and direction overrides, which could disturb what stands
 * around it; each becomes U+FFFD. Line ends stay, and of the marks on a letter the first thirty.
 * (transfer full) */
char *desk_words_tame (const char *text);

/* "Åsa Lindqvist, Nordvik Bygg", or what is known of the caller. (transfer full) */
char *desk_words_caller (const DeskCall *call);

/* When the session began, "27 November 2026, 22:24", by the clock where it was worked; as it is
 * written where it is no date. (transfer full) */
char *desk_words_started (const DeskJournalHeader *header);

/* "Not passed: 68.00 of 100 points (70 needed)", and why else. (transfer full) */
char *desk_words_verdict (const DeskScorecard *scorecard);

/* What a reader must know before comparing this result with another: accommodations, a session cut
 * short; NULL when there is nothing. (transfer full) */
char *desk_words_caution (const DeskScorecard *scorecard);

/* A label and what stands beside it; both owned. */
typedef struct {
  char *label;
  char *value;
} DeskWordsRow;

/* The totals with their targets. (transfer full) (element-type DeskWordsRow) */
GPtrArray *desk_words_totals (const DeskScorecard *scorecard);

/* A field of the slip beside its key, as shown; strings are owned. */
typedef struct {
  DeskField field;
  double value;
  char *written;
  char *expected;
  const DeskRemark
      *evidence; /* borrowed from the scorecard, as the next; NULL where nothing need be
                               * said, or nothing was logged and one sentence says it for all */
  const DeskRemark *advice;
} DeskWordsField;

/* The fields that apply to the message of `score`, if any. (transfer full) (element-type
 * DeskWordsField) */
GPtrArray *desk_words_fields (const DeskScorecard *scorecard, const DeskCallScore *score);

/* What there is to say of a message that was never logged: a field with its evidence and advice, for
 * the whole slip; NULL where one was logged or none was due. */
const DeskFieldScore *desk_words_unlogged (const DeskCallScore *score);

/* What differs between the two texts of `row` as they are shown: letters, where a field has to be
 * right to the letter. A note may be put in any words: its facts tell what is missing. Nothing is
 * compared where the field is right. Sets both or neither.
 * (transfer full) (element-type DeskSpan) */
void desk_words_compare (const DeskWordsField *row,
                         const char *written,
                         const char *expected,
                         GArray **in_written,
                         GArray **in_expected);

/* "stated", "missing", "contradicted" */
const char *desk_words_fact_value (int value);

G_END_DECLS
