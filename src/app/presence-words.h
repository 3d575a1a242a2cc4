/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* Who is there, since when, and when somebody comes back, in the user's words. */

G_BEGIN_DECLS

/* When `person`, who is not available at `t_ms`, will be; -1: nobody knows, or is available. */
gint64 desk_presence_returns_ms (const DeskPerson *person, gint64 t_ms);

/* For a row, in fifteen letters or so, beside a shape that tells the presence too: "Available", "Back in
 * 3 min", "Free in 3 min", and where no return is known "Away for 3 min" or, when the session has not seen
 * it begin, "Away". Told in minutes and never as a time: the shift has a clock of its own, whose 02:50
 * would be read as the middle of the night. (transfer full) */
char *desk_presence_words_short (const DeskPerson *person, gint64 t_ms);

/* What the trainee has to do with `person` right now, which goes before any presence: that they speak
 * with each other, or that the trainee is ringing them. NULL: nothing. */
const char *desk_presence_words_with (const DeskState *state, const DeskPerson *person);

/* All of it: "Away for 3 min, back in 4 min". (transfer full) */
char *desk_presence_words_long (const DeskPerson *person, gint64 t_ms);

G_END_DECLS
