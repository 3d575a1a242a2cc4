/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/output.h"

void
desk_output_init (DeskOutput *self, const DeskOutputImpl *impl, DeskMixer *mixer)
{
  *self = (DeskOutput){ .impl = impl, .mixer = mixer, .state = DESK_OUTPUT_OPENING };
}

void
desk_output_finish (DeskOutput *self)
{
  g_clear_pointer (&self->device, g_free);
  g_clear_pointer (&self->notice, g_free);
}

void
desk_output_change (DeskOutput *self, DeskOutputState state, const char *device, const char *notice)
{
  self->state = state;
  g_free (self->device);
  self->device = g_strdup (device);
  g_free (self->notice);
  self->notice = g_strdup (notice);
  if (self->changed != NULL)
    self->changed (self, self->changed_data);
}

void
desk_output_listen (DeskOutput *self, DeskOutputFunc changed, gpointer user_data)
{
  self->changed = changed;
  self->changed_data = user_data;
}

void
desk_output_start (DeskOutput *self)
{
  self->impl->start (self);
}

void
desk_output_measure (DeskOutput *self, DeskOutputMeter *meter)
{
  *meter = (DeskOutputMeter){ 0 };
  self->impl->measure (self, meter);
}

void
desk_output_destroy (DeskOutput *self)
{
  if (self != NULL)
    self->impl->destroy (self);
}
