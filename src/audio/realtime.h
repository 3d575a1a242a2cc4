/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Real-time scheduling for the threads that feed a stream, as is usual in audio programs: they work for
 * microseconds, but must not wait for others. The system is asked first, and RealtimeKit if that refuses.
 * Without it everything still plays, with more gaps on a busy machine. realtime-guard.h keeps the machine
 * safe from it. */

G_BEGIN_DECLS

typedef enum {
  DESK_REALTIME_NONE,    /* not asked for, or not answered yet */
  DESK_REALTIME_SYSTEM,  /* the system gave it */
  DESK_REALTIME_KIT,     /* RealtimeKit did */
  DESK_REALTIME_REFUSED, /* neither would */
  DESK_REALTIME_STOPPED, /* revoked: a thread of ours ran for too long */
} DeskRealtime;

/* For the user, in their language; and in JSON, in every locale. */
const char *desk_realtime_to_words (DeskRealtime realtime);
const char *desk_realtime_to_key (DeskRealtime realtime);

/* The priority, 1 to 99: the same as PulseAudio's own, below the system's threads. */
#define DESK_REALTIME_PRIORITY 5

typedef struct _DeskUrgency DeskUrgency;

/* Requests it for `threads` (of pid_t; transfer full) together. Returns at once. */
DeskUrgency *desk_urgency_new (GArray *threads);

/* The outcome so far. From any thread. */
DeskRealtime desk_urgency_get (DeskUrgency *self);

/* Makes them ordinary threads again, if they still exist. Call it before they end: the kernel may reuse
 * their ids. May be NULL. */
void desk_urgency_free (DeskUrgency *self);

G_END_DECLS
