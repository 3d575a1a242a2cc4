/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A real-time class for the threads that bring a stream its frames, as programs for sound have it:
 * they work for microseconds, but must not wait until others are done. The system is asked first, and
 * RealtimeKit where that refuses. Without it everything plays on, with more gaps when the machine is
 * busy. See realtime-guard.h for what keeps the machine safe from it. */

G_BEGIN_DECLS

typedef enum {
  DESK_REALTIME_NONE,    /* not asked for, or not answered yet */
  DESK_REALTIME_SYSTEM,  /* the system gave it */
  DESK_REALTIME_KIT,     /* RealtimeKit did */
  DESK_REALTIME_REFUSED, /* neither would */
  DESK_REALTIME_STOPPED, /* it was taken back: a thread of ours ran for too long */
} DeskRealtime;

/* For the user, in their language; and in JSON, in every locale. */
const char *desk_realtime_to_words (DeskRealtime realtime);
const char *desk_realtime_to_key (DeskRealtime realtime);

/* In the class, 1 to 99: the same as PulseAudio's own, below the system's threads. */
#define DESK_REALTIME_PRIORITY 5

typedef struct _DeskUrgency DeskUrgency;

/* Asks for `threads` (of pid_t; transfer full) together. Returns at once. */
DeskUrgency *desk_urgency_new (GArray *threads);

/* What came of it, so far. From any thread. */
DeskRealtime desk_urgency_get (DeskUrgency *self);

/* Takes the class from them, as far as they are there. Before they end, for the kernel may give their
 * ids to others. May be NULL. */
void desk_urgency_free (DeskUrgency *self);

G_END_DECLS
