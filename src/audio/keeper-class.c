/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/keeper-private.h"

/* The keeper's streams and the real-time class of their threads. A microphone does without: what it
 * brings late is late in a recording at most, and its server was seen to keep its threads busy for
 * longer, while it opened, than the guard bears. */

void
desk_keeper_update_urgency (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const gboolean is_wanted = self->in_realtime && !stream->is_input && kept->port != NULL;

  if (!is_wanted)
    g_clear_pointer (&kept->urgency, desk_urgency_free);
  else if (kept->urgency == NULL)
    kept->urgency = desk_urgency_new (g_array_ref (kept->threads));
}

void
desk_keeper_learn_realtime (DeskKeeper *self, DeskStream *stream)
{
  DeskUrgency *urgency = stream->kept.urgency;
  const DeskRealtime realtime = urgency == NULL ? DESK_REALTIME_NONE : desk_urgency_get (urgency);

  if (realtime != DESK_REALTIME_NONE)
    self->was_refused = realtime == DESK_REALTIME_REFUSED || realtime == DESK_REALTIME_STOPPED;
  desk_stream_set_realtime (stream, realtime);
}

double
desk_keeper_choose_latency_ms (DeskKeeper *self, DeskStream *stream)
{
  const double wanted_ms = stream->kept.latency_ms;
  const gboolean is_ordinary = !self->in_realtime || self->was_refused || stream->is_input;

  return is_ordinary && wanted_ms == DESK_OUTPUT_DEFAULT_LATENCY_MS
             ? DESK_OUTPUT_ORDINARY_LATENCY_MS
             : wanted_ms;
}
