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
  GSource *look;          /* attached; its ready time is the next look */
  DeskPulse *pulse;       /* NULL while there are no streams, as the next two */
  GPtrArray *ports;       /* what PortAudio lists, since it was started; NULL: it is not started */
  char *cards;            /* the kernel's sound cards at that time */
  GHashTable *names;      /* id -> name, of all that were ever seen */
  gint64 asked_us;        /* when the server was asked last whether it is there */
  gint64 left_us;         /* when the last stream left; 0: there are streams */
  gboolean was_refreshed; /* in this look */
  gboolean in_realtime;   /* the streams' threads are wanted in a real-time class */
  gboolean was_refused;   /* it was asked for last, and not granted */
};

/* Remembers the names of the devices that the server has now, for when they are gone. */
void desk_keeper_learn_names (DeskKeeper *self);

/* Notes that the stream is meant to be there; and asks whether it is. */
void desk_keeper_aim (DeskStream *stream, const DeskRoute *route);
gboolean desk_keeper_is_aimed_at (const DeskStreamKept *kept, const DeskRoute *route);

/* Notes which plug-ins of ours the server knows, before a stream is opened that has another. */
void desk_keeper_note_clients (DeskKeeper *self, GArray *clients);

/* The stream as the server sees it. NULL: the server has none, or has not told yet. */
const DeskPulseStream *desk_keeper_find_on_server (DeskKeeper *self, DeskStream *stream);

/* Notes by name what it is on: where the server says it is, or where it was opened. */
void desk_keeper_update_device (DeskKeeper *self, DeskStream *stream, const DeskRoute *route);

/* Tells the owner that it runs, on what, if that is not what was wanted, and if nothing is heard. */
void desk_keeper_tell_running (DeskKeeper *self, DeskStream *stream, const DeskRoute *route);

/* Asks for a real-time class for the threads of an open stream, or takes it from them, as is wanted. */
void desk_keeper_update_urgency (DeskKeeper *self, DeskStream *stream);

/* Tells the owner what came of it. */
void desk_keeper_learn_realtime (DeskKeeper *self, DeskStream *stream);

/* What to ask of the device: as its owner wants, but for the default, which nobody chose and which is
 * too low for threads without a class. */
double desk_keeper_choose_latency_ms (DeskKeeper *self, DeskStream *stream);

G_END_DECLS
