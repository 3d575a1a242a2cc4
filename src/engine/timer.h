/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The timers of each call in the deadline queue: call number times DESK_N_TIMERS, plus timer. */

G_BEGIN_DECLS

typedef enum {
  DESK_TIMER_DUE,       /* arrives, or calls back */
  DESK_TIMER_PATIENCE,  /* gives up: ringing, left alone, or in silence */
  DESK_TIMER_SPEECH,    /* has said what it is saying */
  DESK_TIMER_PROMPT,    /* speaks unasked: the opening, later "are you still there?" */
  DESK_TIMER_REMINDER,  /* the console reminds of the hold */
  DESK_TIMER_COLLEAGUE, /* the colleague answers, or the transfer comes back */
} DeskTimer;

#define DESK_N_TIMERS 6

static inline guint
desk_timer_id (guint call, DeskTimer timer)
{
  return call * DESK_N_TIMERS + timer;
}

G_END_DECLS
