/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Opens, watches and finds again the sound devices, on one thread for all streams of the program. One is
 * enough; more do no harm. */

G_BEGIN_DECLS

typedef struct _DeskSoundSystem DeskSoundSystem;

/* Touches no device until there is a stream. From any thread, as everything here. */
DeskSoundSystem *desk_sound_system_new (void);
DeskSoundSystem *desk_sound_system_ref (DeskSoundSystem *self);

/* The last reference waits until its devices are closed: some 50 ms, and at most two seconds if a sound
 * server hangs. Its thread is then left alone and touches nothing of the program's any more. May be NULL. */
void desk_sound_system_unref (DeskSoundSystem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSoundSystem, desk_sound_system_unref)

/* For outputs and microphones. The keeper references the stream between add and remove; each returns at
 * once. */
struct _DeskStream;
void desk_sound_system_add (DeskSoundSystem *self, struct _DeskStream *stream);
void desk_sound_system_change (DeskSoundSystem *self,
                               struct _DeskStream *stream,
                               const char *wanted,
                               double latency_ms);
void desk_sound_system_remove (DeskSoundSystem *self, struct _DeskStream *stream);

/* Whether real-time scheduling is wanted for the streams' threads (realtime.h). TRUE at first. */
void desk_sound_system_set_realtime (DeskSoundSystem *self, gboolean wanted);

G_END_DECLS
