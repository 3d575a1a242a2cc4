/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* Who is there, since when, and when somebody comes back, in the user's words. */

G_BEGIN_DECLS

/* When `person`, who is not available at `t_ms`, will be; -1: nobody knows, or is available. */
gint64 desk_presence_returns_ms (const DeskPerson *person, gint64 t_ms);

/* For a row: "Available", "Away, back in 3 min", and where no return is known "Away for 3 min" or, when
 * the session has not seen it begin, "Away". Told in minutes and never as a time: the shift has a clock
 * of its own, whose 02:50 would be read as the middle of the night. (transfer full) */
char *desk_presence_words_short (const DeskPerson *person, gint64 t_ms);

/* All of it: "Away for 3 min, back in 4 min". (transfer full) */
char *desk_presence_words_long (const DeskPerson *person, gint64 t_ms);

G_END_DECLS
