/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/stream.h"

/* The part of a sound system that runs on its thread: it opens the streams, watches them and finds their
 * devices again. Everything here is called on that thread. */

G_BEGIN_DECLS

typedef struct _DeskKeeper DeskKeeper;

DeskKeeper *desk_keeper_new (GMainContext *context);

/* Closes what is open. May be NULL. */
void desk_keeper_free (DeskKeeper *self);

/* References the stream until it is removed. */
void desk_keeper_add (DeskKeeper *self, DeskStream *stream);
void
desk_keeper_change (DeskKeeper *self, DeskStream *stream, const char *wanted, double latency_ms);
/* Whether real-time scheduling is requested, for streams that are open and those to come. TRUE at first. */
void desk_keeper_set_realtime (DeskKeeper *self, gboolean wanted);
void desk_keeper_remove (DeskKeeper *self, DeskStream *stream);

G_END_DECLS
