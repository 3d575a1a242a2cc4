/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/lexicon.h"
#include "matching/text-fold.h"

/* A text read in a given language: its words, their meanings, and the numbers written in digits. */

G_BEGIN_DECLS

/* Up to 18 digits as a decimal number with a leading 1, so that leading zeros count. 0: a longer number. */
typedef guint64 DeskDigits;

#define DESK_NO_DIGITS ((DeskDigits) 1)

/* The digits in the first `length` bytes of `text`, or all of it (-1). */
DeskDigits desk_digits_from_text (const char *text, gssize length);
DeskDigits desk_digits_from_value (gint value);
DeskDigits desk_digits_join (DeskDigits first, DeskDigits second);

/* Adjacent digits: 4417, 1.250, 14:30. */
typedef struct {
  DeskDigits digits;
  guint word;     /* the index of its word; a word such as "4417,4471" has two groups */
  gint clock;     /* minutes after midnight if it can be read as a time; else -1 */
  guint8 joined;  /* only spaces or hyphens separate it from the previous group */
  guint8 is_time; /* written as only a time is: 14:30 */
  guint8 is_nil;  /* the decimals of 1250.00, which carry no meaning */
} DeskDigitGroup;

typedef struct {
  DeskTongue tongue;
  DeskWords *words;       /* owned */
  DeskSense *senses;      /* owned, one a word */
  DeskDigitGroup *groups; /* owned */
  guint n_groups;
} DeskReading;

/* (transfer full) */
DeskReading *desk_reading_new (const char *text, DeskTongue tongue);
void desk_reading_free (DeskReading *reading);

/* Whether word `i` exists and has one of `roles`. */
gboolean desk_reading_has_role (const DeskReading *reading, guint i, guint roles);

/* The words from `first` to `last` for a message, shortened if there are many. (transfer full) */
char *desk_reading_quote (const DeskReading *reading, guint first, guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskReading, desk_reading_free)

G_END_DECLS
