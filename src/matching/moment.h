/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Session times as text, the same bytes in every locale. */

G_BEGIN_DECLS

/* Room for any time or length below. */
#define DESK_TIME_TEXT_SIZE 32

/* A moment of the session, "00:09.8"; from the first hour on "1:00:09.8". Returns `text`. */
const char *desk_moment_text (char text[DESK_TIME_TEXT_SIZE], gint64 t_ms);

/* The same for people, to the second as on a clock: "00:09". Returns `text`. */
const char *desk_clock_text (char text[DESK_TIME_TEXT_SIZE], gint64 t_ms);

/* A duration in seconds with one decimal or two, "0.8" or "15.04". Returns `text`. */
const char *desk_seconds_text (char text[DESK_TIME_TEXT_SIZE], gint64 length_ms);

/* The same for people, to a tenth: "13.5". Never rounded to a whole second, where limits lie: 15.04, which
 * exceeds 15, gives "15.1". Returns `text`. */
const char *desk_tenths_text (char text[DESK_TIME_TEXT_SIZE], gint64 length_ms);

G_END_DECLS
