/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/pulse.h"

/* Built without libpulse: the server is always away, and says so when it is asked. */

struct _DeskPulse {
  GPtrArray *nothing;    /* owned */
  GMainContext *context; /* owned */
  GSource *answer;       /* owned; NULL unless one is due */
  DeskPulseFunc changed;
  gpointer user_data;
};

static gboolean
on_answer (gpointer data)
{
  DeskPulse *self = data;

  g_clear_pointer (&self->answer, g_source_unref);
  self->changed (self, self->user_data);
  return G_SOURCE_REMOVE;
}

void
desk_pulse_ask (DeskPulse *self)
{
  if (self->answer != NULL)
    return;
  self->answer = g_idle_source_new ();
  g_source_set_callback (self->answer, on_answer, self, NULL);
  g_source_attach (self->answer, self->context);
}

DeskPulse *
desk_pulse_new (GMainContext *context, DeskPulseFunc changed, gpointer user_data)
{
  DeskPulse *self = g_new0 (DeskPulse, 1);

  self->nothing = g_ptr_array_new ();
  self->changed = changed;
  self->user_data = user_data;
  self->context = g_main_context_ref (context);
  desk_pulse_ask (self);
  return self;
}

void
desk_pulse_free (DeskPulse *self)
{
  if (self == NULL)
    return;
  if (self->answer != NULL)
    g_source_destroy (self->answer);
  g_clear_pointer (&self->answer, g_source_unref);
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->nothing);
  g_free (self);
}

guint
desk_pulse_get_n_pictures (DeskPulse *self)
{
  return 0;
}

DeskPulseState
desk_pulse_get_state (DeskPulse *self)
{
  return DESK_PULSE_AWAY;
}

const char *
desk_pulse_get_server_name (DeskPulse *self)
{
  return "";
}

const GPtrArray *
desk_pulse_get_nodes (DeskPulse *self)
{
  return self->nothing;
}

const GPtrArray *
desk_pulse_get_streams (DeskPulse *self)
{
  return self->nothing;
}

const DeskPulseNode *
desk_pulse_get_node (DeskPulse *self, gboolean is_input, guint32 index)
{
  return NULL;
}

const DeskPulseNode *
desk_pulse_find_node (DeskPulse *self, gboolean is_input, const char *id)
{
  return NULL;
}

const DeskPulseNode *
desk_pulse_get_default (DeskPulse *self, gboolean is_input)
{
  return NULL;
}

void
desk_pulse_move (DeskPulse *self, const DeskPulseStream *stream, const DeskPulseNode *to)
{
}
