/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/slip.h"

/* Whole slips with the score of every field worked out by hand from the rubric. */

G_BEGIN_DECLS

#define MAX_FACTS 3

#define NA (-1.0) /* the key leaves the field empty */

/* Lists are separated by "|"; NULL is none. */
typedef struct {
  DeskFactKind kind;
  const char *wordings;
  const char *accept;
  const char *wrong;
  double weight; /* 0 ends the list */
} SlipFact;

typedef struct {
  const char *language;
  DeskCountry country;
  const char *to;
  const char *to_name;
  const char *given;
  const char *given_accept;
  const char *surname;
  const char *surname_accept;
  gboolean spells_name;
  const char *organisation;
  const char *organisation_accept;
  const char *phone;
  const char *ticks; /* separated by spaces */
  const char *heard;
  const char *model_note;
  SlipFact facts[MAX_FACTS + 1];
} SlipCall;

typedef struct {
  const SlipCall *call;
  const char *slip; /* "to|name|organisation|phone|tick tick|text" */
  int values[MAX_FACTS];
  guint n_unsaid;
  double fields[DESK_N_FIELDS]; /* recipient, name, organisation, phone, ticks, facts; or NA */
  double worth;                 /* M */
} WorkedSlip;

extern const WorkedSlip slips_sv[];
extern const gsize n_slips_sv;
extern const WorkedSlip slips_en[];
extern const gsize n_slips_en;

/* The key of a call. (transfer full) */
DeskSlipKey *slip_call_key_new (const SlipCall *call);

/* A slip from its line. (transfer full) */
DeskSlip *slip_from_line (const char *line);

G_END_DECLS
