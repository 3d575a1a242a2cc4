/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/reading.h"

/* Times of day as people write and say them: 14.30, 2:30 pm, half past two, halv tre. */

G_BEGIN_DECLS

typedef struct {
  gint minutes;         /* after midnight */
  gboolean either_half; /* 1 to 12 without am or pm: may be twelve hours later */
} DeskClockTime;

/* Reads "14:30", "2.30 pm", "half past two" or "14". FALSE unless the time is all that `written` holds. */
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
