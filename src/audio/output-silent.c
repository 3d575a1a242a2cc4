/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/output.h"

/* No device runs the mixer here. Its owner notices, and lets the time pass by itself (speaker.c). */

typedef struct {
  DeskOutput base;
  char *reason; /* owned */
} SilentOutput;

static void
silent_start (DeskOutput *output)
{
  SilentOutput *self = (SilentOutput *) output;

  desk_output_change (output, DESK_OUTPUT_SILENT, NULL, self->reason);
}

static void
silent_measure (DeskOutput *output, DeskOutputMeter *meter)
{
}

static void
silent_destroy (DeskOutput *output)
{
  SilentOutput *self = (SilentOutput *) output;

  desk_output_finish (output);
  g_free (self->reason);
  g_free (self);
}

static const DeskOutputImpl silent_impl = {
  .start = silent_start,
  .measure = silent_measure,
  .destroy = silent_destroy,
};

DeskOutput *
desk_output_silent_new (DeskMixer *mixer, const char *notice)
{
  SilentOutput *self = g_new0 (SilentOutput, 1);

  desk_output_init (&self->base, &silent_impl, mixer);
  self->reason = g_strdup (notice);
  return &self->base;
}
