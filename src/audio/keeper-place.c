/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/keeper-private.h"

#include "audio/notices.h"

/* Where a stream of the keeper is, where it is meant to be, and what the user is told of both. */

/* A microphone gives zeros for a moment when it is opened, and some do between two words. */
#define MUTE_AFTER_S 3

void
desk_keeper_learn_names (DeskKeeper *self)
{
  const GPtrArray *nodes = desk_pulse_get_nodes (self->pulse);

  for (guint i = 0; i < nodes->len; i++) {
    const DeskPulseNode *node = g_ptr_array_index (nodes, i);

    g_hash_table_replace (self->names, g_strdup (node->id), g_strdup (node->name));
  }
}

/* The name of the device that a stream should be on. (transfer full) */
static char *
name_wanted (DeskKeeper *self, const char *wanted)
{
  const char *known = g_hash_table_lookup (self->names, wanted);

  return known != NULL ? g_strdup (known) : desk_route_guess_name (wanted);
}

void
desk_keeper_aim (DeskStream *stream, const DeskRoute *route)
{
  DeskStreamKept *kept = &stream->kept;

  kept->aims_at_server = route->node != NULL;
  g_free (kept->aim);
  kept->aim = route->node == NULL ? NULL : g_strdup (route->node->id);
  kept->aim_index = route->node == NULL ? (guint32) route->index : route->node->index;
  kept->is_astray = FALSE;
}

gboolean
desk_keeper_is_aimed_at (const DeskStreamKept *kept, const DeskRoute *route)
{
  if (route->node == NULL)
    return !kept->aims_at_server && kept->aim_index == (guint32) route->index;
  return kept->aims_at_server && kept->aim_index == route->node->index &&
         g_str_equal (kept->aim, route->node->id);
}

static gboolean
has_id (const GArray *ids, guint32 id)
{
  for (guint i = 0; i < ids->len; i++) {
    if (g_array_index (ids, guint32, i) == id)
      return TRUE;
  }
  return FALSE;
}

void
desk_keeper_note_clients (DeskKeeper *self, GArray *clients)
{
  const GPtrArray *streams = desk_pulse_get_streams (self->pulse);

  g_array_set_size (clients, 0);
  for (guint i = 0; i < streams->len; i++) {
    const DeskPulseStream *each = g_ptr_array_index (streams, i);

    g_array_append_val (clients, each->client);
  }
}

static gboolean
is_taken (DeskKeeper *self, guint32 client)
{
  for (guint i = 0; i < self->streams->len; i++) {
    const DeskStream *each = g_ptr_array_index (self->streams, i);

    if (each->kept.has_client && each->kept.client == client)
      return TRUE;
  }
  return FALSE;
}

/* Whether `stream` may be ours. Before its client is known: it appeared after ours was opened and is no
 * other of ours. A stream opened by its device's name is on that device. */
static gboolean
may_be (DeskKeeper *self, DeskStream *stream, const DeskPulseStream *seen)
{
  DeskStreamKept *kept = &stream->kept;

  if (seen->is_input != stream->is_input)
    return FALSE;
  if (kept->has_client)
    return seen->client == kept->client;
  return !has_id (kept->clients_before, seen->client) && !is_taken (self, seen->client) &&
         (!kept->is_named || seen->node == kept->aim_index);
}

const DeskPulseStream *
desk_keeper_find_on_server (DeskKeeper *self, DeskStream *stream)
{
  const GPtrArray *all = desk_pulse_get_streams (self->pulse);

  for (guint i = 0; i < all->len; i++) {
    const DeskPulseStream *each = g_ptr_array_index (all, i);

    if (may_be (self, stream, each))
      return each;
  }
  return NULL;
}

static void
set_device (DeskStream *stream, const char *name)
{
  char *copy = g_strdup (name);

  g_free (stream->kept.device);
  stream->kept.device = copy;
}

static const char *
get_port_name (DeskKeeper *self, DeskStream *stream, int index)
{
  for (guint i = 0; i < self->ports->len; i++) {
    const DeskPortDevice *device = g_ptr_array_index (self->ports, i);

    if (index >= 0 ? device->index == index
                   : (stream->is_input ? device->default_input : device->default_output))
      return device->name;
  }
  return "?";
}

/* The name of the device it is on: where the server says it is, or where it was opened. */
void
desk_keeper_update_device (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  const DeskPulseStream *seen =
      stream->kept.aims_at_server ? desk_keeper_find_on_server (self, stream) : NULL;
  const DeskPulseNode *node =
      seen == NULL ? NULL : desk_pulse_get_node (self->pulse, stream->is_input, seen->node);

  if (node != NULL)
    set_device (stream, node->name);
  else if (route->node == NULL || stream->kept.is_astray)
    set_device (stream, get_port_name (self, stream, route->index));
  else if (stream->kept.device == NULL)
    set_device (stream, route->node->name);
}

/* What the user should know about where it is; or NULL. (transfer full) */
static char *
describe_place (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  DeskStreamKept *kept = &stream->kept;

  if (route->stands_in) {
    g_autofree char *name = name_wanted (self, kept->wanted);

    return desk_notice_stands_in (stream->is_input, name, kept->device);
  }
  if (kept->is_astray && kept->wanted != NULL && route->node != NULL)
    return desk_notice_astray (stream->is_input, route->node->name, kept->device);
  return NULL;
}

static gboolean
is_mute (DeskStream *stream)
{
  const guint64 n_silent = atomic_load_explicit (&stream->gate.feed.n_silent, memory_order_relaxed);

  return stream->is_input && n_silent >= (guint64) MUTE_AFTER_S * DESK_MIXER_RATE;
}

void
desk_keeper_tell_running (DeskKeeper *self, DeskStream *stream, const DeskRoute *route)
{
  g_autofree char *place = NULL;
  g_autofree char *mute = NULL;
  g_autofree char *both = NULL;

  desk_keeper_update_device (self, stream, route);
  place = describe_place (self, stream, route);
  if (is_mute (stream))
    mute = desk_notice_mute ();
  if (place != NULL && mute != NULL)
    both = g_strjoin (" ", place, mute, NULL);
  desk_stream_tell (stream, DESK_OUTPUT_PLAYING, stream->kept.device,
                    both != NULL    ? both
                    : place != NULL ? place
                                    : mute);
}
