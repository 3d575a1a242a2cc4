/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/keeper-private.h"

/* The keeper's streams and the real-time class of their threads.
 *
 * PortAudio's thread of an input does not sleep from its start until the first frames come, for what it
 * polls is ready all the time (seen with ALSA's door to PulseAudio: 50 ms without a pause). In the class
 * that would call the guard, and cost all streams theirs. So an input is given it once it is heard. */

static gboolean
is_ready_for_class (DeskStream *stream)
{
  switch (stream->kept.phase) {
  case DESK_STREAM_CLOSED: return FALSE;
  case DESK_STREAM_SETTLING: return !stream->is_input;
  case DESK_STREAM_RUNNING:
  case DESK_STREAM_STALLED: return TRUE;
  }
  return FALSE;
}

void
desk_keeper_update_urgency (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const gboolean is_wanted = self->in_realtime && is_ready_for_class (stream);

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
  const gboolean is_ordinary = !self->in_realtime || self->was_refused;

  return is_ordinary && wanted_ms == DESK_OUTPUT_DEFAULT_LATENCY_MS
             ? DESK_OUTPUT_ORDINARY_LATENCY_MS
             : wanted_ms;
}
