/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/phone-number.h"
#include "matching/reading.h"

/* The numbers that somebody said, however they were spoken: "forty-four seventeen", "four four one seven"
 * and 4417 are the same. */

G_BEGIN_DECLS

typedef struct _DeskSaidNumbers DeskSaidNumbers;

DeskSaidNumbers *desk_said_numbers_new (void);
void desk_said_numbers_free (DeskSaidNumbers *said);

/* Adds every number that `text` can be heard as, however adjacent numbers are divided or joined. */
void desk_said_numbers_add_text (DeskSaidNumbers *said, const DeskReading *reading);
void desk_said_numbers_add_digits (DeskSaidNumbers *said, DeskDigits digits);

/* Adds the ways of writing a telephone number, if `written` is one. */
void desk_said_numbers_add_phone (DeskSaidNumbers *said, const char *written, DeskCountry country);

/* Call it once everything is added. From then on several threads may look numbers up. */
void desk_said_numbers_seal (DeskSaidNumbers *said);
gboolean desk_said_numbers_contain (const DeskSaidNumbers *said, DeskDigits digits);

/* How many numbers in the text nobody said. Groups that are written together may have been said separately,
 * so the division that explains most of them counts. `is_said` has a flag for each word: those set are
 * explained already. */
guint desk_said_numbers_count_unsaid (const DeskSaidNumbers *said,
                                      const DeskReading *reading,
                                      const gboolean *is_said);

/* Those numbers as figures, "4499, 12", the first few of them. (transfer full) */
char *desk_said_numbers_list_unsaid (const DeskSaidNumbers *said,
                                     const DeskReading *reading,
                                     const gboolean *is_said);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSaidNumbers, desk_said_numbers_free)

G_END_DECLS
