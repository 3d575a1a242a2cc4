/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* Points in session time as dates, by the clock where the session was worked. */

G_BEGIN_DECLS

/* Session time `t_ms` as ISO 8601 to the millisecond, with the offset of the journal's first line. Time
 * during which the program was stopped counts; pauses do not, since no journal has them. NULL where it
 * cannot be told: the first line has no date, or the result would be after the year 9999. (transfer full) */
char *desk_statement_moment (const DeskScorecard *scorecard, gint64 t_ms);

G_END_DECLS
