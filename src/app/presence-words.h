/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* Presence in the user's words: who is there, since when, and when somebody will be back. */

G_BEGIN_DECLS

/* When `person`, who is not available at `t_ms`, will be; -1: unknown, or available now. */
gint64 desk_presence_returns_ms (const DeskPerson *person, gint64 t_ms);

/* For a row, in about fifteen characters, beside a shape that also shows the presence: "Available", "Back
 * in 3 min", "Free in 3 min"; and if no return is known, "Away for 3 min" or, if the session did not see it
 * begin, "Away". In minutes and never as a time of day, because the shift has a clock of its own: 02:50
 * would be taken for the middle of the night. (transfer full) */
char *desk_presence_words_short (const DeskPerson *person, gint64 t_ms);

/* The trainee's own contact with `person`, which matters more than presence: speaking with them, or ringing
 * them. NULL: none. Static storage. */
const char *desk_presence_words_with (const DeskState *state, const DeskPerson *person);

/* All of it: "Away for 3 min, back in 4 min". (transfer full) */
char *desk_presence_words_long (const DeskPerson *person, gint64 t_ms);

G_END_DECLS
