/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/clock-time.h"
#include "matching/fact.h"
#include "matching/remark.h"
#include "matching/said-numbers.h"
#include "matching/wording.h"

/* A fact prepared for judging notes, and the notes it judges. */

G_BEGIN_DECLS

typedef struct {
  DeskFactKind kind;
  double weight;
  gboolean critical;
  GPtrArray *right;  /* owned, of DeskFactValue: the wordings, or accepted values */
  GPtrArray *accept; /* owned; only for `not`: what says the same without a negation */
  GPtrArray *wrong;  /* owned */
} DeskFactKey;

DeskFactKey *desk_fact_key_new (const DeskFactSpec *spec, DeskTongue tongue, DeskStemmer *stemmer);
void desk_fact_key_free (DeskFactKey *key);

/* A note as it was written, read once for all facts. */
typedef struct {
  DeskReading *reading; /* owned */
  DeskStems *stems;     /* owned */
  GArray *times;        /* owned; (element-type DeskFoundTime) */
} DeskNote;

void desk_note_init (DeskNote *note, const char *text, DeskTongue tongue, DeskStemmer *stemmer);
void desk_note_clear (DeskNote *note);

/* What the scenario's author would have written. Used to word advice, never to judge. Borrowed. */
typedef struct {
  const char *text;
  DeskTongue tongue;
  DeskStemmer *stemmer; /* nullable */
} DeskModelNote;

/* The remarks are owned by the receiver; `advice` is NULL if there is nothing to improve. */
typedef struct {
  gint value; /* 1 stated, 0 missing, -1 contradicted */
  DeskRemark *evidence;
  DeskRemark *advice;
} DeskFinding;

/* Judges `note`. `said` (the numbers said in the call) and `model` only affect the wording of the remarks. */
DeskFinding desk_fact_key_judge (const DeskFactKey *key,
                                 const DeskNote *note,
                                 const DeskSaidNumbers *said,
                                 const DeskModelNote *model);

/* For a phrase or a negation: whether `note` states the fact and nothing that contradicts it. */
gboolean desk_fact_key_is_stated (const DeskFactKey *key, const DeskNote *note);

/* "number 4417", "not betald". (transfer full) */
DeskRemark *desk_fact_key_describe (const DeskFactKey *key);

/* Adds the numbers of the fact to `said`: expecting them counts as having heard them. */
void desk_fact_key_add_numbers (const DeskFactKey *key, DeskSaidNumbers *said);

/* Whether the fact is a time, and `time` is a right one. */
gboolean desk_fact_key_accepts_time (const DeskFactKey *key, DeskClockTime time);

/* Whether the caller's text contains the fact in any form. `said` holds the numbers of all texts. */
gboolean
desk_fact_key_is_in (const DeskFactKey *key, const DeskNote *note, const DeskSaidNumbers *said);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFactKey, desk_fact_key_free)

G_END_DECLS
