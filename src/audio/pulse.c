/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/pulse.h"

#include <pulse/glib-mainloop.h>
#include <pulse/pulseaudio.h>
#include <string.h>
#include <unistd.h>

#include "audio/pulse-form.h"

/* A picture is asked for in five questions, and stands when the last is answered. What changes in
 * the meantime makes it stale, and it is asked for again. Changes come in swarms (a headset that is
 * plugged in is a dozen), so the asking waits a moment for the rest of the swarm. */

#define SWARM_MS 20

typedef struct {
  GPtrArray *nodes;   /* of owned DeskPulseNode */
  GPtrArray *streams; /* of owned DeskPulseStream */
  char *server;       /* owned, as the next two */
  char *default_output;
  char *default_input;
} Picture;

struct _DeskPulse {
  GMainContext *context; /* owned, as all below */
  pa_glib_mainloop *loop;
  pa_context *connection; /* NULL while away */
  GSource *swarm;         /* NULL unless a picture is due to be asked for */
  Picture *picture;       /* the picture that others see; never NULL */
  Picture *coming;        /* NULL unless being asked for */
  guint n_answers_due;
  gboolean stale; /* `coming` is out of date, or will be when it is whole */
  guint n_pictures;
  DeskPulseState state;
  DeskPulseFunc changed;
  gpointer user_data;
};

static void
node_free (gpointer data)
{
  DeskPulseNode *node = data;

  g_free (node->id);
  g_free (node->name);
  g_free (node);
}

static Picture *
picture_new (void)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->nodes = g_ptr_array_new_with_free_func (node_free);
  picture->streams = g_ptr_array_new_with_free_func (g_free);
  return picture;
}

static void
picture_free (Picture *picture)
{
  g_ptr_array_unref (picture->nodes);
  g_ptr_array_unref (picture->streams);
  g_free (picture->server);
  g_free (picture->default_output);
  g_free (picture->default_input);
  g_free (picture);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const DeskPulseNode *one = *(DeskPulseNode *const *) a;
  const DeskPulseNode *other = *(DeskPulseNode *const *) b;

  if (one->is_input != other->is_input)
    return one->is_input ? 1 : -1;
  return strcmp (one->id, other->id);
}

/* Two headsets of the same make have the same name. By their ids in order, so that each has the same
 * number every time. */
static void
tell_namesakes_apart (GPtrArray *nodes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_sort (nodes, compare_nodes);
  for (guint i = 0; i < nodes->len; i++) {
    DeskPulseNode *node = g_ptr_array_index (nodes, i);
    char *key = g_strdup_printf ("%d %s", node->is_input, node->name);
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key)) + 1;

    g_hash_table_replace (seen, key, GUINT_TO_POINTER (n));
    if (n > 1) {
      g_autofree char *plain = g_steal_pointer (&node->name);

      node->name = g_strdup_printf ("%s (%u)", plain, n);
    }
  }
}

static void ask_for_picture (DeskPulse *self);

static gboolean
on_swarm_over (gpointer data)
{
  DeskPulse *self = data;

  g_clear_pointer (&self->swarm, g_source_unref);
  ask_for_picture (self);
  return G_SOURCE_REMOVE;
}

static void
await_swarm (DeskPulse *self)
{
  if (self->swarm != NULL)
    return;
  self->swarm = g_timeout_source_new (SWARM_MS);
  g_source_set_callback (self->swarm, on_swarm_over, self, NULL);
  g_source_attach (self->swarm, self->context);
}

static void
forget_swarm (DeskPulse *self)
{
  if (self->swarm == NULL)
    return;
  g_source_destroy (self->swarm);
  g_clear_pointer (&self->swarm, g_source_unref);
}

/* An answer has come in whole. */
static void
count_answer (DeskPulse *self)
{
  if (--self->n_answers_due > 0)
    return;

  tell_namesakes_apart (self->coming->nodes);
  picture_free (self->picture);
  self->picture = g_steal_pointer (&self->coming);
  self->state = DESK_PULSE_THERE;
  self->n_pictures++;
  if (self->stale)
    await_swarm (self);
  self->stale = FALSE;
  self->changed (self, self->user_data);
}

static void
on_server (pa_context *connection, const pa_server_info *info, void *data)
{
  DeskPulse *self = data;

  if (info != NULL) {
    const gboolean is_pipewire = strstr (info->server_name, "PipeWire") != NULL;

    self->coming->server = g_strdup (is_pipewire ? "PipeWire" : "PulseAudio");
    self->coming->default_output = g_strdup (info->default_sink_name);
    self->coming->default_input = g_strdup (info->default_source_name);
  }
  count_answer (self);
}

static void
add_node (DeskPulse *self, const DeskPulseNode *node, const char *id, const char *name)
{
  DeskPulseNode *copy = g_memdup2 (node, sizeof *node);

  copy->id = g_strdup (id);
  copy->name = g_utf8_make_valid (name != NULL && name[0] != '\0' ? name : id, -1);
  g_ptr_array_add (self->coming->nodes, copy);
}

static void
on_sink (pa_context *connection, const pa_sink_info *info, int end, void *data)
{
  if (end != 0) {
    count_answer (data);
    return;
  }

  const DeskPulseNode node = {
    .index = info->index,
    /* Servers put it there while they have nothing else. */
    .hidden = g_str_equal (info->name, "auto_null"),
    .form = desk_pulse_output_form (info),
    .n_channels = info->sample_spec.channels,
    .sample_rate = info->sample_spec.rate,
  };

  add_node (data, &node, info->name, info->description);
}

static void
on_source (pa_context *connection, const pa_source_info *info, int end, void *data)
{
  if (end != 0) {
    count_answer (data);
    return;
  }

  const DeskPulseNode node = {
    .index = info->index,
    .is_input = TRUE,
    .hidden = info->monitor_of_sink != PA_INVALID_INDEX,
    .form = desk_pulse_input_form (info),
    .n_channels = info->sample_spec.channels,
    .sample_rate = info->sample_spec.rate,
  };

  add_node (data, &node, info->name, info->description);
}

static gboolean
is_ours (const pa_proplist *properties)
{
  const char *pid = pa_proplist_gets (properties, PA_PROP_APPLICATION_PROCESS_ID);

  return pid != NULL && g_ascii_strtoll (pid, NULL, 10) == getpid ();
}

static void
add_stream (DeskPulse *self, const DeskPulseStream *stream)
{
  g_ptr_array_add (self->coming->streams, g_memdup2 (stream, sizeof *stream));
}

static void
on_sink_input (pa_context *connection, const pa_sink_input_info *info, int end, void *data)
{
  if (end != 0) {
    count_answer (data);
    return;
  }

  const DeskPulseStream stream = { info->index, info->client, info->sink, FALSE };

  if (is_ours (info->proplist))
    add_stream (data, &stream);
}

static void
on_source_output (pa_context *connection, const pa_source_output_info *info, int end, void *data)
{
  if (end != 0) {
    count_answer (data);
    return;
  }

  const DeskPulseStream stream = { info->index, info->client, info->source, TRUE };

  if (is_ours (info->proplist))
    add_stream (data, &stream);
}

static void
ask (DeskPulse *self, pa_operation *question)
{
  if (question == NULL)
    return;
  self->n_answers_due++;
  pa_operation_unref (question);
}

static void
ask_for_picture (DeskPulse *self)
{
  if (self->coming != NULL) {
    self->stale = TRUE;
    return;
  }

  self->coming = picture_new ();
  ask (self, pa_context_get_server_info (self->connection, on_server, self));
  ask (self, pa_context_get_sink_info_list (self->connection, on_sink, self));
  ask (self, pa_context_get_source_info_list (self->connection, on_source, self));
  ask (self, pa_context_get_sink_input_info_list (self->connection, on_sink_input, self));
  ask (self, pa_context_get_source_output_info_list (self->connection, on_source_output, self));
}

static void
on_event (pa_context *connection, pa_subscription_event_type_t type, uint32_t index, void *data)
{
  await_swarm (data);
}

static void
subscribe (DeskPulse *self)
{
  const pa_subscription_mask_t what =
      PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SOURCE | PA_SUBSCRIPTION_MASK_SERVER |
      PA_SUBSCRIPTION_MASK_SINK_INPUT | PA_SUBSCRIPTION_MASK_SOURCE_OUTPUT;
  pa_operation *operation;

  pa_context_set_subscribe_callback (self->connection, on_event, self);
  operation = pa_context_subscribe (self->connection, what, NULL, NULL);
  g_clear_pointer (&operation, pa_operation_unref);
}

/* Unanswered questions are dropped with it, and their answers never come. */
static void
disconnect (DeskPulse *self)
{
  forget_swarm (self);
  if (self->connection != NULL) {
    pa_context_set_state_callback (self->connection, NULL, NULL);
    pa_context_set_subscribe_callback (self->connection, NULL, NULL);
    pa_context_disconnect (self->connection);
    g_clear_pointer (&self->connection, pa_context_unref);
  }
  g_clear_pointer (&self->coming, picture_free);
  self->n_answers_due = 0;
  self->stale = FALSE;
}

static gboolean
on_gone (gpointer data)
{
  DeskPulse *self = data;

  disconnect (self);
  picture_free (self->picture);
  self->picture = picture_new ();
  self->state = DESK_PULSE_AWAY;
  self->changed (self, self->user_data);
  return G_SOURCE_REMOVE;
}

/* A connection must not be freed inside its own callback. */
static void
be_gone_soon (DeskPulse *self)
{
  forget_swarm (self);
  self->swarm = g_idle_source_new ();
  g_source_set_priority (self->swarm, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->swarm, on_gone, self, NULL);
  g_source_attach (self->swarm, self->context);
}

static void
on_state (pa_context *connection, void *data)
{
  DeskPulse *self = data;
  const pa_context_state_t state = pa_context_get_state (connection);

  if (state == PA_CONTEXT_READY) {
    subscribe (self);
    ask_for_picture (self);
  } else if (!PA_CONTEXT_IS_GOOD (state)) {
    be_gone_soon (self);
  }
}

void
desk_pulse_ask (DeskPulse *self)
{
  if (self->connection != NULL) {
    if (self->state == DESK_PULSE_THERE)
      await_swarm (self);
    return;
  }

  self->state = DESK_PULSE_ASKING;
  self->connection = pa_context_new (pa_glib_mainloop_get_api (self->loop), "Frontdesk");
  pa_context_set_state_callback (self->connection, on_state, self);
  if (pa_context_connect (self->connection, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
    be_gone_soon (self);
}

DeskPulse *
desk_pulse_new (GMainContext *context, DeskPulseFunc changed, gpointer user_data)
{
  DeskPulse *self = g_new0 (DeskPulse, 1);

  self->context = g_main_context_ref (context);
  self->loop = pa_glib_mainloop_new (context);
  self->picture = picture_new ();
  self->changed = changed;
  self->user_data = user_data;
  desk_pulse_ask (self);
  return self;
}

void
desk_pulse_free (DeskPulse *self)
{
  if (self == NULL)
    return;
  disconnect (self);
  pa_glib_mainloop_free (self->loop);
  picture_free (self->picture);
  g_main_context_unref (self->context);
  g_free (self);
}

guint
desk_pulse_get_n_pictures (DeskPulse *self)
{
  return self->n_pictures;
}

DeskPulseState
desk_pulse_get_state (DeskPulse *self)
{
  return self->state;
}

const char *
desk_pulse_get_server_name (DeskPulse *self)
{
  return self->picture->server;
}

const GPtrArray *
desk_pulse_get_nodes (DeskPulse *self)
{
  return self->picture->nodes;
}

const GPtrArray *
desk_pulse_get_streams (DeskPulse *self)
{
  return self->picture->streams;
}

const DeskPulseNode *
desk_pulse_get_node (DeskPulse *self, gboolean is_input, guint32 index)
{
  for (guint i = 0; i < self->picture->nodes->len; i++) {
    const DeskPulseNode *node = g_ptr_array_index (self->picture->nodes, i);

    if (node->is_input == is_input && node->index == index)
      return node;
  }

  return NULL;
}

const DeskPulseNode *
desk_pulse_find_node (DeskPulse *self, gboolean is_input, const char *id)
{
  const DeskPulseNode *by_name = NULL;

  for (guint i = 0; i < self->picture->nodes->len; i++) {
    const DeskPulseNode *node = g_ptr_array_index (self->picture->nodes, i);

    if (node->is_input != is_input)
      continue;
    if (g_str_equal (node->id, id))
      return node;
    if (by_name == NULL && g_str_equal (node->name, id))
      by_name = node;
  }

  return by_name;
}

const DeskPulseNode *
desk_pulse_get_default (DeskPulse *self, gboolean is_input)
{
  const char *id = is_input ? self->picture->default_input : self->picture->default_output;
  const DeskPulseNode *first = NULL;

  for (guint i = 0; i < self->picture->nodes->len; i++) {
    const DeskPulseNode *node = g_ptr_array_index (self->picture->nodes, i);

    if (node->is_input != is_input || node->hidden)
      continue;
    if (g_strcmp0 (node->id, id) == 0)
      return node;
    if (first == NULL)
      first = node;
  }

  return first;
}

void
desk_pulse_move (DeskPulse *self, const DeskPulseStream *stream, const DeskPulseNode *to)
{
  pa_operation *operation;

  if (stream->is_input)
    operation = pa_context_move_source_output_by_index (self->connection, stream->index, to->index,
                                                        NULL, NULL);
  else
    operation = pa_context_move_sink_input_by_index (self->connection, stream->index, to->index,
                                                     NULL, NULL);
  g_clear_pointer (&operation, pa_operation_unref);
}
