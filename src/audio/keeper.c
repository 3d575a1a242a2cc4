/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/keeper-private.h"

#include "audio/newborn.h"
#include "audio/notices.h"

/* The keeper looks at all streams together: when a look is due, when the sound server reports a change, and
 * on request. A look compares where each stream is with where it should be and takes the next step. The
 * streams hold all the state there is.
 *
 * When a device goes, PortAudio reports no error: its callbacks just stop. So while anything runs the
 * keeper looks every LOOK_MS, and again shortly after if a stream has stood still; after STALL_MS without a
 * callback the stream counts as stalled. A newly opened one is given longer: some pause between their first
 * frames and a steady stream.
 *
 * A stalled stream is not closed at once, since closing waits for a server that hangs. The server is asked
 * for a sign of life. If it answers, or is gone, the stream is closed and opened again; if the callbacks
 * resume by themselves, only time was lost.
 *
 * With a server, PortAudio's own list of devices is not used, and new devices are found without disturbing
 * the streams that play. Without one, PortAudio finds new devices only when it is restarted, with every
 * stream closed. That happens when none is open, or when one is missing and the kernel's list of sound
 * cards has changed. */

#define LOOK_MS 400
#define LOOK_AGAIN_MS 100
#define STALL_MS 450
#define GRACE_MS 3000
#define UNSTEADY_MS 200
#define STEADY_MS 500
#define SETTLE_LOOK_MS 10
#define SETTLE_MS 1500
#define RETRY_FIRST_MS 500
#define RETRY_LAST_MS 8000
#define PATIENCE_MS 1000
#define ASK_MS 1000
#define FRESH_MS 200
#define ASK_AT_REST_MS 5000
#define LINGER_MS 1000

#define CARDS "/proc/asound/cards"
#define NOWHERE G_MAXUINT32

static gint64
after (gint64 ms)
{
  return g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
}

static gboolean
is_past (gint64 time_us)
{
  return g_get_monotonic_time () >= time_us;
}

static gboolean
is_server_there (DeskKeeper *self)
{
  return desk_pulse_get_state (self->pulse) == DESK_PULSE_THERE;
}

/* PortAudio */

static char *
read_cards (void)
{
  char *cards = NULL;

  return g_file_get_contents (CARDS, &cards, NULL, NULL) ? cards : g_strdup ("");
}

static gboolean
start_portaudio (DeskKeeper *self, const char **why)
{
  if (self->ports != NULL)
    return TRUE;
  if (!desk_port_start (why))
    return FALSE;

  self->ports = desk_port_list_new ();
  self->cards = read_cards ();
  self->was_refreshed = TRUE;
  return TRUE;
}

static void
stop_portaudio (DeskKeeper *self)
{
  if (self->ports == NULL)
    return;
  g_clear_pointer (&self->ports, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_free);
  desk_port_stop ();
}

/* Streams */

static void
close_stream (DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;

  g_clear_pointer (&kept->urgency, desk_urgency_free);
  g_clear_pointer (&kept->threads, g_array_unref);
  g_clear_pointer (&kept->port, desk_port_close);
  g_clear_pointer (&kept->aim, g_free);
  kept->phase = DESK_STREAM_CLOSED;
  kept->has_client = FALSE;
  kept->stream_index = NOWHERE;
  kept->is_astray = FALSE;
}

static void
try_later (DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;

  kept->retry_us = g_get_monotonic_time () + kept->retry_after_us;
  kept->retry_after_us = MIN (2 * kept->retry_after_us, RETRY_LAST_MS * G_TIME_SPAN_MILLISECOND);
}

static void
try_soon (DeskStream *stream)
{
  stream->kept.retry_us = 0;
  stream->kept.retry_after_us = RETRY_FIRST_MS * G_TIME_SPAN_MILLISECOND;
}

/* Another latency needs another stream, which the look that follows opens. */
static void
reopen_if_latency_changed (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const gboolean is_well =
      kept->phase == DESK_STREAM_SETTLING || kept->phase == DESK_STREAM_RUNNING;

  if (!is_well || kept->opened_ms == desk_keeper_choose_latency_ms (self, stream))
    return;
  close_stream (stream);
  try_soon (stream);
}

/* Tells the owner that nothing is heard. Takes ownership of `notice`. */
static void
tell_trouble (DeskStream *stream, char *notice)
{
  DeskOutputState state = stream->kept.was_heard ? DESK_OUTPUT_LOST : DESK_OUTPUT_SILENT;

  desk_stream_tell (stream, state, NULL, notice);
  g_free (notice);
}

/* There is no device, or it cannot be opened. If one was lost before, the user is told which instead, as
 * that says more. Takes ownership of `notice`. */
static void
tell_fault (DeskStream *stream, char *notice)
{
  if (!stream->kept.was_heard) {
    tell_trouble (stream, notice);
    return;
  }
  g_free (notice);
  tell_trouble (stream, desk_notice_gone (stream->is_input, stream->kept.device));
}

/* The owner is told first, because closing may take a while. */
static void
lose (DeskStream *stream, char *notice)
{
  tell_trouble (stream, notice);
  close_stream (stream);
  try_soon (stream);
}

/* CLOSED */

static void
mute (DeskStream *stream, gboolean muted)
{
  atomic_store_explicit (&stream->gate.muted, muted, memory_order_release);
}

/* Opened by name, a stream is on the right device or on none. If the name cannot be passed on, or ALSA has
 * no plug-in for the server, it starts on the default device and is muted until the server has moved it. */
static DeskPortStream *
open_port (DeskStream *stream, const DeskRoute *route, const char **why)
{
  g_autofree char *alsa_name = route->node == NULL ? NULL : desk_route_get_alsa_name (route->node);
  DeskPortStream *port = NULL;

  mute (stream, FALSE);
  if (alsa_name != NULL)
    port = desk_port_open (stream->is_input, alsa_name, -1, stream->kept.opened_ms, &stream->gate,
                           why);
  stream->kept.is_named = port != NULL;
  if (port != NULL)
    return port;

  mute (stream, route->node != NULL);
  return desk_port_open (stream->is_input, NULL, route->index, stream->kept.opened_ms,
                         &stream->gate, why);
}

static guint64
read_ticks (DeskStream *stream)
{
  return atomic_load_explicit (&stream->gate.n_ticks, memory_order_relaxed);
}

static void
open_stream (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  DeskStreamKept *kept = &stream->kept;
  DeskNewborn newborn;
  const char *why = NULL;

  desk_keeper_note_clients (self, kept->clients_before);
  kept->n_ticks = read_ticks (stream);
  kept->opened_ms = desk_keeper_choose_latency_ms (self, stream);
  desk_newborn_begin (&newborn);
  kept->port = open_port (stream, route, &why);
  kept->threads = desk_newborn_end (&newborn);
  kept->was_tried = kept->port == NULL;
  kept->tried_index = route->node == NULL ? NOWHERE : route->node->index;
  if (kept->port == NULL) {
    g_clear_pointer (&kept->threads, g_array_unref);
    tell_fault (stream, desk_notice_fault (stream->is_input, why));
    try_later (stream);
    return;
  }

  /* The server may have come back just now: ask it at once. */
  if (route->node == NULL)
    self->asked_us = 0;
  desk_stream_set_latency_ms (stream, desk_port_get_latency_ms (kept->port));
  desk_keeper_aim (stream, route);
  kept->stream_index = NOWHERE;
  kept->sent_us = kept->ticked_us = g_get_monotonic_time ();
  kept->grace_us = after (GRACE_MS);
  kept->phase = DESK_STREAM_SETTLING;
  desk_keeper_update_urgency (self, stream);
}

static gboolean
is_any_open (DeskKeeper *self)
{
  for (guint i = 0; i < self->streams->len; i++) {
    const DeskStream *each = g_ptr_array_index (self->streams, i);

    if (each->kept.port != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
have_cards_changed (DeskKeeper *self)
{
  g_autofree char *cards = read_cards ();

  return g_strcmp0 (cards, self->cards) != 0;
}

/* They are opened again in the same look, so that the gap is no longer than opening takes. */
static void
close_all (DeskKeeper *self)
{
  for (guint i = 0; i < self->streams->len; i++) {
    DeskStream *each = g_ptr_array_index (self->streams, i);

    if (each->kept.port != NULL) {
      close_stream (each);
      try_soon (each);
    }
  }
}

/* Without a server, new devices are found only by restarting PortAudio; once in a look is enough. */
static void
refresh_ports (DeskKeeper *self)
{
  if (is_server_there (self) || self->ports == NULL || self->was_refreshed)
    return;
  if (is_any_open (self)) {
    if (!have_cards_changed (self))
      return;
    close_all (self);
  }
  stop_portaudio (self);
}

static void
ask_server (DeskKeeper *self)
{
  self->asked_us = g_get_monotonic_time ();
  desk_pulse_ask (self->pulse);
}

/* PortAudio alone is tried only if the server was away a moment ago: through ALSA, a server that has come
 * back would be reached too, but on its default device. */
static void
look_at_closed (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const char *why = NULL;
  DeskRoute route;

  if (desk_pulse_get_state (self->pulse) == DESK_PULSE_ASKING) {
    if (is_past (self->asked_us + PATIENCE_MS * G_TIME_SPAN_MILLISECOND))
      tell_trouble (stream, desk_notice_hanging ());
    return;
  }

  if (is_server_there (self)) {
    desk_route_find (&route, self->pulse, self->ports, stream->is_input, kept->wanted);
    if (route.node != NULL && (!kept->was_tried || kept->tried_index != route.node->index))
      try_soon (stream);
  }
  if (!is_past (kept->retry_us))
    return;

  if (!is_server_there (self) && is_past (self->asked_us + FRESH_MS * G_TIME_SPAN_MILLISECOND)) {
    ask_server (self);
    return;
  }

  refresh_ports (self);
  if (!start_portaudio (self, &why)) {
    tell_fault (stream, desk_notice_fault (stream->is_input, why));
    try_later (stream);
    return;
  }

  desk_route_find (&route, self->pulse, self->ports, stream->is_input, kept->wanted);
  if (route.is_nowhere) {
    tell_fault (stream, desk_notice_nothing (stream->is_input));
    kept->was_tried = FALSE;
    try_later (stream);
    return;
  }
  open_stream (self, stream, &route);
}

/* Open */

/* Whether there were callbacks since the last look. Once they are steady the grace period ends. */
static gboolean
has_ticked (DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const gint64 now = g_get_monotonic_time ();
  const guint64 n = read_ticks (stream);
  const gboolean has = n != kept->n_ticks;

  if (has)
    kept->ticked_us = now;
  if (!has && is_past (kept->ticked_us + UNSTEADY_MS * G_TIME_SPAN_MILLISECOND))
    kept->steady_us = 0;
  else if (kept->steady_us == 0)
    kept->steady_us = now;
  else if (is_past (kept->steady_us + STEADY_MS * G_TIME_SPAN_MILLISECOND))
    kept->grace_us = 0;
  kept->n_ticks = n;
  return has;
}

static void
allow_grace (DeskStream *stream)
{
  stream->kept.grace_us = after (GRACE_MS);
  stream->kept.steady_us = 0;
}

static void
start_running (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  DeskStreamKept *kept = &stream->kept;

  mute (stream, FALSE);
  kept->phase = DESK_STREAM_RUNNING;
  kept->was_heard = TRUE;
  desk_keeper_update_urgency (self, stream);
  allow_grace (stream);
  try_soon (stream);
  desk_keeper_tell_running (self, stream, route);
}

/* Whether the stream is where it should be, or never will be. */
static gboolean
is_placed (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  DeskStreamKept *kept = &stream->kept;
  const DeskPulseStream *seen;

  if (route->node == NULL)
    return TRUE;

  seen = desk_keeper_find_on_server (self, stream);
  if (seen != NULL) {
    kept->client = seen->client;
    kept->has_client = TRUE;
    if (seen->node == route->node->index) {
      kept->stream_index = seen->index;
      return TRUE;
    }
    if (kept->stream_index != seen->index)
      desk_pulse_move (self->pulse, seen, route->node);
    kept->stream_index = seen->index;
  }

  kept->is_astray = is_past (kept->sent_us + SETTLE_MS * G_TIME_SPAN_MILLISECOND);
  return kept->is_astray;
}

/* Finds the route; whether it is another than the stream was opened for. */
static gboolean
find_route (DeskKeeper *self, DeskStream *stream, DeskRoute *route)
{
  desk_route_find (route, self->pulse, self->ports, stream->is_input, stream->kept.wanted);
  return route->is_nowhere || !desk_keeper_is_aimed_at (&stream->kept, route);
}

static void
look_at_settling (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const guint64 n_before = kept->n_ticks;
  DeskRoute route;

  if (find_route (self, stream, &route)) {
    close_stream (stream);
    try_soon (stream);
    return;
  }

  if (read_ticks (stream) == n_before) {
    if (is_past (kept->grace_us)) {
      desk_keeper_update_device (self, stream, &route);
      tell_trouble (stream, desk_notice_no_answer (stream->is_input, kept->device));
      close_stream (stream);
      try_later (stream);
    }
    return;
  }
  if (is_placed (self, stream, &route))
    start_running (self, stream, &route);
}

/* The stream should be elsewhere now. It is reopened there in the same look rather than moved by the
 * server: ALSA's plug-in returns to the device it was opened for whenever it stumbles. */
static void
reroute (DeskStream *stream, const DeskRoute *route)
{
  if (route->is_nowhere) {
    lose (stream, desk_notice_gone (stream->is_input, stream->kept.device));
    return;
  }
  close_stream (stream);
  try_soon (stream);
}

/* A stream that moves while its device is still there was moved by the user, in the desktop's settings, and
 * is left alone until the plug-in stumbles. But if the plug-in has just made a new stream, it has fallen
 * back. */
static gboolean
has_fallen_back (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  DeskStreamKept *kept = &stream->kept;
  const DeskPulseStream *seen =
      kept->has_client && !kept->is_astray ? desk_keeper_find_on_server (self, stream) : NULL;
  gboolean is_new;

  if (seen == NULL || route->node == NULL)
    return FALSE;
  is_new = seen->index != kept->stream_index;
  kept->stream_index = seen->index;
  return is_new && seen->node != route->node->index;
}

static void
settle_again (DeskStream *stream)
{
  stream->kept.phase = DESK_STREAM_SETTLING;
  stream->kept.stream_index = NOWHERE;
  stream->kept.sent_us = g_get_monotonic_time ();
  mute (stream, TRUE);
  allow_grace (stream);
}

static void
look_at_running (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  DeskRoute route;

  if (kept->has_client && !is_server_there (self)) {
    lose (stream, desk_notice_gone (stream->is_input, kept->device));
    return;
  }
  if (!has_ticked (stream) &&
      is_past (MAX (kept->grace_us, kept->ticked_us + STALL_MS * G_TIME_SPAN_MILLISECOND))) {
    tell_trouble (stream, desk_notice_gone (stream->is_input, kept->device));
    kept->phase = DESK_STREAM_STALLED;
    kept->n_pictures = desk_pulse_get_n_pictures (self->pulse);
    desk_pulse_ask (self->pulse);
    return;
  }

  if (find_route (self, stream, &route))
    reroute (stream, &route);
  else if (has_fallen_back (self, stream, &route))
    settle_again (stream);
  else
    desk_keeper_tell_running (self, stream, &route);
}

static void
look_at_stalled (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;

  if (has_ticked (stream)) {
    kept->phase = DESK_STREAM_RUNNING;
    look_at_running (self, stream);
  } else if (!kept->has_client || !is_server_there (self) ||
             desk_pulse_get_n_pictures (self->pulse) != kept->n_pictures) {
    close_stream (stream);
    try_soon (stream);
  }
}

/* The look */

static void
look_at (DeskKeeper *self, DeskStream *stream)
{
  desk_keeper_learn_realtime (self, stream);
  reopen_if_latency_changed (self, stream);

  switch (stream->kept.phase) {
  case DESK_STREAM_CLOSED: look_at_closed (self, stream); break;
  case DESK_STREAM_SETTLING: look_at_settling (self, stream); break;
  case DESK_STREAM_RUNNING: look_at_running (self, stream); break;
  case DESK_STREAM_STALLED: look_at_stalled (self, stream); break;
  }
}

static gint64
get_next_look (DeskKeeper *self, DeskStream *stream)
{
  DeskStreamKept *kept = &stream->kept;
  const gboolean stands_still = is_past (kept->ticked_us + UNSTEADY_MS * G_TIME_SPAN_MILLISECOND);

  switch (kept->phase) {
  case DESK_STREAM_CLOSED:
    if (desk_pulse_get_state (self->pulse) == DESK_PULSE_ASKING)
      return MAX (self->asked_us + PATIENCE_MS * G_TIME_SPAN_MILLISECOND, after (LOOK_MS));
    return kept->retry_us;
  case DESK_STREAM_SETTLING: return after (SETTLE_LOOK_MS);
  case DESK_STREAM_RUNNING:
    return after (stands_still && is_past (kept->grace_us) ? LOOK_AGAIN_MS : LOOK_MS);
  case DESK_STREAM_STALLED: return after (LOOK_MS);
  }

  return G_MAXINT64;
}

/* Asks a server that is away from time to time, which costs next to nothing. */
static gint64
ask_if_due (DeskKeeper *self)
{
  const gint64 pause = is_any_open (self) ? ASK_AT_REST_MS : ASK_MS;
  const gint64 due = self->asked_us + pause * G_TIME_SPAN_MILLISECOND;

  if (desk_pulse_get_state (self->pulse) != DESK_PULSE_AWAY)
    return G_MAXINT64;
  if (!is_past (due))
    return due;
  ask_server (self);
  return after (pause);
}

static void
leave_devices (DeskKeeper *self)
{
  g_clear_pointer (&self->pulse, desk_pulse_free);
  stop_portaudio (self);
}

static void
look (DeskKeeper *self)
{
  gint64 next = G_MAXINT64;

  if (self->streams->len == 0) {
    if (is_past (self->left_us))
      leave_devices (self);
    g_source_set_ready_time (self->look, self->pulse == NULL ? -1 : self->left_us);
    return;
  }

  self->was_refreshed = FALSE;
  for (guint i = 0; i < self->streams->len; i++)
    look_at (self, g_ptr_array_index (self->streams, i));

  next = ask_if_due (self);
  for (guint i = 0; i < self->streams->len; i++)
    next = MIN (next, get_next_look (self, g_ptr_array_index (self->streams, i)));
  g_source_set_ready_time (self->look, next);
}

static void
look_now (DeskKeeper *self)
{
  g_source_set_ready_time (self->look, 0);
}

static gboolean
on_look (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_look (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static void
on_pulse_changed (DeskPulse *pulse, gpointer data)
{
  DeskKeeper *self = data;

  desk_keeper_learn_names (self);
  look_now (self);
}

/* Requests */

DeskKeeper *
desk_keeper_new (GMainContext *context)
{
  static GSourceFuncs funcs = { .dispatch = dispatch_look };
  DeskKeeper *self = g_new0 (DeskKeeper, 1);

  self->context = g_main_context_ref (context);
  self->in_realtime = TRUE;
  self->streams = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_stream_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->look = g_source_new (&funcs, sizeof (GSource));
  g_source_set_callback (self->look, on_look, self, NULL);
  g_source_attach (self->look, context);
  return self;
}

void
desk_keeper_free (DeskKeeper *self)
{
  if (self == NULL)
    return;
  close_all (self);
  leave_devices (self);
  g_source_destroy (self->look);
  g_source_unref (self->look);
  g_ptr_array_unref (self->streams);
  g_hash_table_unref (self->names);
  g_main_context_unref (self->context);
  g_free (self);
}

void
desk_keeper_add (DeskKeeper *self, DeskStream *stream)
{
  g_ptr_array_add (self->streams, desk_stream_ref (stream));
  try_soon (stream);
  if (self->pulse == NULL) {
    self->asked_us = g_get_monotonic_time ();
    self->pulse = desk_pulse_new (self->context, on_pulse_changed, self);
  }
  look_now (self);
}

void
desk_keeper_change (DeskKeeper *self, DeskStream *stream, const char *wanted, double latency_ms)
{
  DeskStreamKept *kept = &stream->kept;
  char *copy = g_strdup (wanted);

  g_free (kept->wanted);
  kept->wanted = copy;
  if (latency_ms != kept->latency_ms) {
    kept->latency_ms = latency_ms;
    close_stream (stream);
  }
  try_soon (stream);
  look_now (self);
}

void
desk_keeper_set_realtime (DeskKeeper *self, gboolean wanted)
{
  self->in_realtime = wanted;
  for (guint i = 0; i < self->streams->len; i++)
    desk_keeper_update_urgency (self, g_ptr_array_index (self->streams, i));
  look_now (self);
}

void
desk_keeper_remove (DeskKeeper *self, DeskStream *stream)
{
  close_stream (stream);
  g_ptr_array_remove (self->streams, stream);
  self->left_us = after (LINGER_MS);
  look_now (self);
}
