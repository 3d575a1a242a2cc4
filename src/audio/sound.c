/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/sound.h"

struct _DeskSound {
  gatomicrefcount ref_count;
  float *samples; /* owned */
  DeskPcm pcm;
};

DeskSound *
desk_sound_new_take (float *samples, guint32 n_frames, guint32 period)
{
  DeskSound *self = g_new0 (DeskSound, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->samples = samples;
  self->pcm = (DeskPcm){ .samples = samples, .n_frames = n_frames, .period = period };
  return self;
}

DeskSound *
desk_sound_ref (DeskSound *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
desk_sound_unref (DeskSound *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->samples);
  g_free (self);
}

const DeskPcm *
desk_sound_get_pcm (const DeskSound *self)
{
  return &self->pcm;
}

gsize
desk_sound_get_bytes (const DeskSound *self)
{
  return self->pcm.n_frames * sizeof (float);
}
