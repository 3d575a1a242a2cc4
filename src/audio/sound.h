/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/mixer.h"

/* A sound in memory, ready for the mixer: immutable, reference-counted. */

G_BEGIN_DECLS

typedef struct _DeskSound DeskSound;

/* Takes ownership of `samples` (mono, 48 kHz, from g_malloc()). `period`: see DeskPcm. */
DeskSound *desk_sound_new_take (float *samples, guint32 n_frames, guint32 period);
DeskSound *desk_sound_ref (DeskSound *self);
void desk_sound_unref (DeskSound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSound, desk_sound_unref)

/* Lives as long as the sound. */
const DeskPcm *desk_sound_get_pcm (const DeskSound *self);
gsize desk_sound_get_bytes (const DeskSound *self);

G_END_DECLS
