/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* How a session was adjusted, and how the checksums of an exam were found, in the user's words. */

G_BEGIN_DECLS

/* In an exam, what was granted at the desk and not by the author of the scenario, in a sentence; NULL:
 * nothing was, or it was no exam. (transfer full) */
char *desk_words_granted_at_desk (const DeskScorecard *scorecard);

/* "×1.5" of "1.5": with the sign for decimals of the language. (transfer full) */
char *desk_words_factor (const char *factor);

/* "time ×1.5, captions" of the accommodations of a header, "" for none; what this program does not
 * know as it is written, tamed. (transfer full) */
char *desk_words_accommodations (const char *const *accommodations);

/* The same of the text in which the history keeps them, with ", " between. (transfer full) */
char *desk_words_kept_accommodations (const char *kept);

/* What must be known of an exam whose journal does not stand as it was written: changed from some
 * line on, without checksums, not handed in. NULL: nothing. (transfer full) */
char *desk_words_chain (const DeskScorecard *scorecard);

G_END_DECLS
