/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/lexicon.h"
#include "matching/phone-number.h"

/* The rules that desk_spoken_text() is made of. */

G_BEGIN_DECLS

typedef struct {
  DeskTongue tongue;
  DeskCountry country;
} DeskSpokenManner;

/* Appends the spoken form of `match` to `spoken`; FALSE, after appending nothing, to leave it as written. */
typedef gboolean (*DeskSpokenRule) (const DeskSpokenManner *manner,
                                    const GMatchInfo *match,
                                    GString *spoken);

/* Replaces each match of `pattern` (PCRE, without `x`) in `*text`, which is owned and replaced. */
void desk_spoken_replace (char **text,
                          const char *pattern,
                          DeskSpokenRule rule,
                          const DeskSpokenManner *manner);

/* Each converts one kind of thing in `*text`, which is owned and replaced. They are applied in this order. */
void desk_spoken_addresses (char **text, const DeskSpokenManner *manner);
void desk_spoken_letters (char **text, const DeskSpokenManner *manner);
void desk_spoken_dates (char **text, const DeskSpokenManner *manner);
void desk_spoken_times (char **text, const DeskSpokenManner *manner);
void desk_spoken_phones (char **text, const DeskSpokenManner *manner);
void desk_spoken_numbers (char **text, const DeskSpokenManner *manner);
void desk_spoken_amounts (char **text, const DeskSpokenManner *manner);
void desk_spoken_abbreviations (char **text, const DeskSpokenManner *manner);

/* 0 to 99 in words, English or Swedish. */
void desk_spoken_append_number (GString *spoken, DeskTongue tongue, guint number);

/* The name of a digit in English or Swedish; in other languages the digit itself. */
void desk_spoken_append_digit (GString *spoken, DeskTongue tongue, char digit);

G_END_DECLS
