/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/reading.h"

/* Times of day as people write and say them: 14.30, 2:30 pm, half past two, halv tre. */

G_BEGIN_DECLS

typedef struct {
  gint minutes;         /* after midnight */
  gboolean either_half; /* an hour of 1 to 12 without am or pm: the same twelve hours later, too */
} DeskClockTime;

/* "14:30", "2.30 pm", "half past two", "14": the whole of `written`, and nothing else. */
gboolean desk_clock_time_read (const char *written, DeskClockTime *time);
gboolean desk_clock_time_same (DeskClockTime a, DeskClockTime b);

typedef struct {
  DeskClockTime time;
  guint first_word;
  guint last_word;
} DeskFoundTime;

/* The times in a text, from its beginning to its end; (element-type DeskFoundTime) (transfer full) */
GArray *desk_clock_times_find (const DeskReading *reading);

G_END_DECLS
