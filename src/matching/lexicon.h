/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The words of English and Swedish that make up numbers, times and negations. */

G_BEGIN_DECLS

typedef enum {
  DESK_TONGUE_OTHER,
  DESK_TONGUE_EN,
  DESK_TONGUE_SV,
} DeskTongue;

/* From a BCP 47 tag; "en-GB" is English. NULL is DESK_TONGUE_OTHER. */
DeskTongue desk_tongue_from_tag (const char *tag);

typedef enum {
  DESK_ROLE_NUMBER = 1 << 0,   /* value: the number; -1: digits in a row, "nollsju" */
  DESK_ROLE_ORDINAL = 1 << 1,  /* value: the number */
  DESK_ROLE_MULTIPLE = 1 << 2, /* value: how often the next digit is repeated, "double four" */
  DESK_ROLE_GLUE = 1 << 3,     /* may occur within a spoken number */
  DESK_ROLE_HALF = 1 << 4,
  DESK_ROLE_QUARTER = 1 << 5,
  DESK_ROLE_PAST = 1 << 6,
  DESK_ROLE_TO = 1 << 7,
  DESK_ROLE_OCLOCK = 1 << 8,
  DESK_ROLE_AM = 1 << 9,
  DESK_ROLE_PM = 1 << 10,
  DESK_ROLE_MORNING = 1 << 11,
  DESK_ROLE_AFTERNOON = 1 << 12,
  DESK_ROLE_TWELVE = 1 << 13,  /* noon or midnight; value: minutes after midnight */
  DESK_ROLE_CUE = 1 << 14,     /* a bare number after it is an hour */
  DESK_ROLE_MEASURE = 1 << 15, /* the number before it is no hour */
  DESK_ROLE_MINUTES = 1 << 16,
  DESK_ROLE_FILLER = 1 << 17, /* between a time and its part of the day */
  DESK_ROLE_NEGATION = 1 << 18,
  DESK_ROLE_DENIAL = 1 << 19,      /* negates what precedes it: "betald: nej" */
  DESK_ROLE_RESTRICTION = 1 << 20, /* "not only", "no later": no negation after all */
  DESK_ROLE_CONJUNCTION = 1 << 21, /* begins a new clause */
  DESK_ROLE_WITHOUT = 1 << 22,     /* Swedish "utan": without, but after a negation "but" */
  DESK_ROLE_SPAN = 1 << 23,        /* a span of hours begins after it: "between", "from" */
  DESK_ROLE_HALF_TO = 1 << 24,     /* value: the hour of "halvtre" */
  DESK_ROLE_UNTIL = 1 << 25,       /* after a negation: so it is, but later */
  DESK_ROLE_MONTH = 1 << 26,       /* value: 1 to 12 */
} DeskRole;

typedef struct {
  guint roles; /* of DeskRole */
  gint value;
} DeskSense;

/* `word` is folded; no role where the tongue does not know it. */
DeskSense desk_lexicon_look_up (DeskTongue tongue, const char *word, gsize length);

#define DESK_MAX_PARTS 12

/* Splits a number word into its numbers, "fyrtiofyra" into 40 and 4. They are written to `parts`, which has
 * room for DESK_MAX_PARTS; returns how many, 0 if it is no number. */
guint desk_lexicon_split_number (DeskTongue tongue, const char *word, gsize length, gint *parts);

/* Reads the longest cardinal that `parts` begins with ("four thousand four hundred seventeen"); returns how
 * many parts it takes, at least one. */
guint desk_cardinal_read (const gint *parts, guint n_parts, gint *value);

G_END_DECLS
