/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/keeper.h"
#include "audio/port.h"
#include "audio/pulse.h"
#include "audio/route.h"

/* What the keeper's files share. */

G_BEGIN_DECLS

struct _DeskKeeper {
  GMainContext *context;  /* owned, as all below */
  GPtrArray *streams;     /* of DeskStream */
  GSource *look;          /* attached; its ready time is when to look next */
  DeskPulse *pulse;       /* NULL while there are no streams, as the next two */
  GPtrArray *ports;       /* PortAudio's devices as listed at its start; NULL: not started */
  char *cards;            /* the kernel's list of sound cards at that time */
  GHashTable *names;      /* id -> name, of all that were ever seen */
  gint64 asked_us;        /* when it was last asked whether the server is there */
  gint64 left_us;         /* when the last stream left; 0: there are streams */
  gboolean was_refreshed; /* in this look */
  gboolean in_realtime;   /* real-time scheduling is wanted for the streams' threads */
  gboolean was_refused;   /* the last request for it was refused */
};

/* Remembers the names of the server's devices, for when they are gone. */
void desk_keeper_learn_names (DeskKeeper *self);

/* Sets where the stream should be; and compares that with `route`. */
void desk_keeper_aim (DeskStream *stream, const DeskRoute *route);
gboolean desk_keeper_is_aimed_at (const DeskStreamKept *kept, const DeskRoute *route);

/* Before a stream is opened: notes which of our ALSA plug-ins the server already knows, so that the new one
 * can be told apart. */
void desk_keeper_note_clients (DeskKeeper *self, GArray *clients);

/* The stream as the server sees it. NULL: it has none, or has not said so yet. */
const DeskPulseStream *desk_keeper_find_on_server (DeskKeeper *self, DeskStream *stream);

/* Records the name of the device it is on: where the server says it is, else where it was opened. */
void desk_keeper_update_device (DeskKeeper *self, DeskStream *stream, const DeskRoute *route);

/* Tells the owner that it runs and on which device, and adds a notice if that is not the wanted one or
 * nothing is heard. */
void desk_keeper_tell_running (DeskKeeper *self, DeskStream *stream, const DeskRoute *route);

/* Requests real-time scheduling for the threads of an open stream, or drops it, as wanted. */
void desk_keeper_update_urgency (DeskKeeper *self, DeskStream *stream);

/* Tells the owner what became of the request. */
void desk_keeper_learn_realtime (DeskKeeper *self, DeskStream *stream);

/* The latency to request: what the owner wants, unless that is the default, which nobody chose and which is
 * too low without real-time scheduling. */
double desk_keeper_choose_latency_ms (DeskKeeper *self, DeskStream *stream);

G_END_DECLS
