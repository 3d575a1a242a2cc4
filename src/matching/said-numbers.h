/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/phone-number.h"
#include "matching/reading.h"

/* The numbers that somebody said, however they were spoken: "forty-four seventeen", "four four one
 * seven" and 4417 are one. */

G_BEGIN_DECLS

typedef struct _DeskSaidNumbers DeskSaidNumbers;

DeskSaidNumbers *desk_said_numbers_new (void);
void desk_said_numbers_free (DeskSaidNumbers *said);

/* All that may be heard in a text: every way to part and to join the numbers that follow each
 * other in it. */
void desk_said_numbers_add_text (DeskSaidNumbers *said, const DeskReading *reading);
void desk_said_numbers_add_digits (DeskSaidNumbers *said, DeskDigits digits);

/* The ways to write a telephone number, where `written` is one. */
void desk_said_numbers_add_phone (DeskSaidNumbers *said, const char *written, DeskCountry country);

/* Ends the adding; from then on numbers can be looked up, by several threads at once. */
void desk_said_numbers_seal (DeskSaidNumbers *said);
gboolean desk_said_numbers_contain (const DeskSaidNumbers *said, DeskDigits digits);

/* How many numbers written in digits nobody said. Groups that are joined on paper may have been
 * said apart, so the division that explains the most is the one that counts. The words of which
 * `is_said` is set are explained already; one flag a word. */
guint desk_said_numbers_count_unsaid (const DeskSaidNumbers *said,
                                      const DeskReading *reading,
                                      const gboolean *is_said);

/* Those numbers as figures, "4499, 12", the first few of them. (transfer full) */
char *desk_said_numbers_list_unsaid (const DeskSaidNumbers *said,
                                     const DeskReading *reading,
                                     const gboolean *is_said);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSaidNumbers, desk_said_numbers_free)

G_END_DECLS
