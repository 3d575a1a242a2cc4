/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* When it was, by the clock where the session was worked. */

G_BEGIN_DECLS

/* Session time `t_ms` as ISO 8601 to the millisecond, with the offset of the journal's first line. Where
 * the program had stopped in between, that time is counted; that of a pause is in no journal. NULL where
 * it cannot be told: the first line has no date, or it would be after the year 9999. (transfer full) */
char *desk_statement_moment (const DeskScorecard *scorecard, gint64 t_ms);

G_END_DECLS
