/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "matching/fact.h"
#include "matching/phone-number.h"
#include "matching/remark.h"

/* The message slip as it was written, and the key that it is scored against. */

G_BEGIN_DECLS

typedef enum {
  DESK_TICK_TELEPHONED = 1 << 0,
  DESK_TICK_PLEASE_CALL = 1 << 1,
  DESK_TICK_WILL_CALL_AGAIN = 1 << 2,
  DESK_TICK_RETURNED_YOUR_CALL = 1 << 3,
  DESK_TICK_WANTS_TO_SEE_YOU = 1 << 4,
  DESK_TICK_URGENT = 1 << 5,
} DeskTicks;

#define DESK_N_TICKS 6

/* The name of tick number `n` (0 to DESK_N_TICKS - 1) in scenarios and journals, e.g. "urgent", and
 * what people call it, a msgid: "Urgent". */
const char *desk_tick_name (guint n);
const char *desk_tick_label (guint n);

/* Sets `tick` to the tick called `name`; FALSE when there is none. */
gboolean desk_tick_from_name (const char *name, DeskTicks *tick);

/* A slip as it stands. Strings are owned and never NULL; an empty field is "". */
typedef struct {
  char *to; /* on a logged slip a person's id; on a draft whatever was typed */
  char *name;
  char *organisation;
  char *phone;
  char *text;
  DeskTicks ticks;
} DeskSlip;

/* A slip can be shared once it is written; desk_slip_free() drops one reference. (transfer full) */
DeskSlip *desk_slip_new (void);
DeskSlip *desk_slip_copy (const DeskSlip *slip);
void desk_slip_free (DeskSlip *slip);

/* Adds a reference to a slip that one of these functions made. Nobody may change it from now on. */
DeskSlip *desk_slip_share (const DeskSlip *slip);

/* The slip on which nothing is written. Static: neither shared nor freed. */
const DeskSlip *desk_slip_blank (void);

gboolean desk_slip_equal (const DeskSlip *a, const DeskSlip *b);
gboolean desk_slip_is_blank (const DeskSlip *slip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSlip, desk_slip_free)

typedef enum {
  DESK_FIELD_RECIPIENT,
  DESK_FIELD_NAME,
  DESK_FIELD_ORGANISATION,
  DESK_FIELD_PHONE,
  DESK_FIELD_TICKS,
  DESK_FIELD_FACTS,
} DeskField;

#define DESK_N_FIELDS 6

/* The name of a field in a scorecard: "recipient", "name", ... */
const char *desk_field_name (DeskField field);

/* The weight of a field within the slip (RUBRIC). */
double desk_field_weight (DeskField field);

/* What the right slip holds. Pointers are borrowed for the call of desk_slip_key_new(). Lists are
 * NULL-terminated and may be NULL; a NULL string is an empty field. */
typedef struct {
  const char *language; /* BCP 47, of the callers */
  DeskCountry country;
  const char *to; /* the person's id */
  const char *to_name;
  const char *const *to_accept;
  const char *given;
  const char *surname;
  const char *const *given_accept;
  const char *const *surname_accept;
  gboolean spells_name;
  const char *organisation;
  const char *const *organisation_accept;
  const char *phone;
  DeskTicks ticks;
  const DeskFactSpec *facts;
  gsize n_facts;
  const char *model_note;
  const char *const *heard; /* replies, display, extensions: numbers in them count as said */
} DeskSlipKeySpec;

/* A key, prepared once for each call, so that scoring a slip only folds what the trainee wrote. */
typedef struct _DeskSlipKey DeskSlipKey;

DeskSlipKey *desk_slip_key_new (const DeskSlipKeySpec *spec);
void desk_slip_key_free (DeskSlipKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSlipKey, desk_slip_key_free)

/* Whether the slip has the caller's whole name, or number: its value is 1. That is what a read-back
 * reveals. A field that the key leaves empty is right whatever it holds. */
gboolean desk_slip_key_name_is_right (const DeskSlipKey *key, const DeskSlip *slip);
gboolean desk_slip_key_phone_is_right (const DeskSlipKey *key, const DeskSlip *slip);

/* The remarks are owned; `advice` is NULL if no marks were lost. */
typedef struct {
  DeskRemark *fact; /* as the scenario words it: "number 4417", "not betald" */
  double weight;
  int value; /* 1 stated, 0 missing, -1 contradicted */
  gboolean critical;
  DeskRemark *evidence; /* which words decided it */
  DeskRemark *advice;
} DeskFactScore;

typedef struct {
  gboolean applies;
  double value;         /* 0 to 1 */
  const char *expected; /* what the key has, for the debrief; "" where nothing is expected */
  DeskRemark *evidence; /* what was compared with what; NULL where the field does not apply */
  DeskRemark *advice;
} DeskFieldScore;

/* The message part M of a call (RUBRIC, "Message"). */
typedef struct {
  double value; /* 0 to 1, over the fields that apply */
  DeskFieldScore fields[DESK_N_FIELDS];
  DeskFactScore *facts;
  gsize n_facts;
  guint n_unsaid_numbers; /* numbers in the note that nobody said */
  gboolean critical;      /* a critical fact is missing or contradicted */
} DeskSlipScore;

/* Scores `slip` (NULL: an empty one) against `key`, which must outlive the score. (transfer full) */
DeskSlipScore *desk_slip_key_score (const DeskSlipKey *key, const DeskSlip *slip);
/* A slip holds its recipient's id. Replaces it in the remarks by the name that people know. */
void desk_slip_score_name_recipient (DeskSlipScore *score, const char *name);

void desk_slip_score_free (DeskSlipScore *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSlipScore, desk_slip_score_free)

G_END_DECLS
